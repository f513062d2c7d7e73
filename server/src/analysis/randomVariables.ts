/**
 * Random streams, generators and draws. A draw of a stream moves its state by a `default_update`; a draw from an
 * explicit generator leaves a next generator that the program has to hand on (facts/scan-semantics.md, section 3.1).
 */
import type { Call } from '../python/syntax.ts';
import type { Arguments } from './arguments.ts';
import { drawType } from './drawTypes.ts';
import type { Machine } from './machine.ts';
import { reachableFrom } from './objects.ts';
import { drawAt, newShared, streamAt } from './records.ts';
import { originsOf, unknownTensor } from './tensorRules.ts';
import type { Library } from './terms.ts';
import {
  type DictEntry,
  type DrawRecord,
  type GeneratorValue,
  type Origins,
  optionsOf,
  type SharedRecord,
  type StreamRecord,
  tuple,
  unknown,
  type Value,
} from './values.ts';

/** `RandomStreams(seed)`, `MRG_RandomStreams(seed)`, `RandomStream(seed)`. */
export const makeStream = (
  machine: Machine,
  stream: Pick<StreamRecord, 'library' | 'isMultiplicative'>,
  site: Call,
): Value => ({ kind: 'stream', record: streamAt(machine, site, stream) });

/** Methods of streams that draw nothing. */
const notDraws: ReadonlySet<string> = new Set([
  'seed',
  'gen',
  'state_updates',
  'set_rstate',
  'get_substream_rstates',
  'n_streams',
  'inc_rstate',
]);

/** `stream.normal(...)` and its likes. */
export function streamMethod(
  machine: Machine,
  stream: StreamRecord,
  call: { readonly name: string; readonly args: Arguments; readonly site: Call },
): Value {
  const { name, args, site } = call;
  // `stream.updates()` moves each state by one draw: it holds nothing of what a scan has drawn.
  if (name === 'updates')
    return machine.objectAt(site, 'list', { kind: 'list', elements: [], isExact: true });
  if (notDraws.has(name)) return unknown;
  const record = drawAt(machine, site, {
    library: stream.library,
    name: stream.name === '' ? name : `${stream.name}.${name}`,
    source: stream,
    hasDefaultUpdate: true,
  });
  // MRG's state does not depend on the parameters of the distribution, only on the size of the draw.
  return drawValue(machine, record, { name, args, isSizeOnly: stream.isMultiplicative });
}

/** `pt.random.normal(..., rng=rng)`: the draw; with `return_next_rng=True` the next generator before it. */
export function randomVariable(
  machine: Machine,
  library: Library,
  call: { readonly name: string; readonly args: Arguments; readonly site: Call },
): Value {
  const { name, args, site } = call;
  const given = args.keywords.get('rng');
  const source = given === undefined || given.kind === 'none' ? 'own' : sourceOf(given);
  const record = drawAt(machine, site, { library, name, source, hasDefaultUpdate: false });
  const drawn = drawValue(machine, record, { name, args, isSizeOnly: false });
  const pair = pairOf(machine, record, given ?? null, drawn);
  const returnsNext = args.keywords.get('return_next_rng');
  return returnsNext?.kind === 'number' && returnsNext.value === 1 ? pair : drawn;
}

/**
 * `collect_default_updates(variables)` of PyMC 5, `pytensorf.py`: a dict with the state of each random variable. Unknown
 * where no random variable is known to be in their graphs.
 */
export function collectedUpdates(machine: Machine, args: Arguments, site: Call): Value {
  const variables = args.positional.flatMap((value) => reachableFrom(machine, value));
  const draws = [...originsOf(variables)].filter((one) => one.origin === 'draw');
  const own = draws.filter(({ source }) => source === 'own');
  if (own.length === 0 || own.length < draws.length || args.isOpen) {
    machine.unfollowed++;
    return unknown;
  }
  const { start, end } = site;
  const entries = own.map((draw): DictEntry => {
    const value: Value = nextGenerator(draw, null);
    return { key: ownGenerator(machine, draw), value, name: draw.name, start, end, isCertain: true };
  });
  return machine.objectAt(site, 'dict', { kind: 'dict', entries, isExact: true });
}

/** The shared generator that a random variable makes for itself. */
function ownGenerator(machine: Machine, draw: DrawRecord): Value {
  const known = machine.ownGenerators.get(draw);
  if (known !== undefined) return known;
  const record = newShared(machine, draw.site, { type: unknownTensor, name: draw.name, isGenerator: true });
  const value: Value = { kind: 'shared', record };
  machine.ownGenerators.set(draw, value);
  return value;
}

/** `next_rng, x = rng.normal(...)`. */
export function generatorMethod(
  machine: Machine,
  generator: Value & { kind: 'shared' | 'generator' },
  call: { readonly name: string; readonly args: Arguments; readonly site: Call },
): Value {
  const { name, args, site } = call;
  const record = drawAt(machine, site, {
    library: 'pytensor',
    name: `${generator.record?.name || 'rng'}.${name}`,
    source: sourceOf(generator),
    hasDefaultUpdate: false,
  });
  return pairOf(machine, record, generator, drawValue(machine, record, { name, args, isSizeOnly: false }));
}

function sourceOf(value: Value): DrawRecord['source'] {
  if (value.kind === 'generator') return value;
  return value.kind === 'shared' ? value.record : 'unknown';
}

/** The next generator and the draw, in the order of the Apply's outputs; the draw knows its Apply. */
function pairOf(machine: Machine, record: DrawRecord, before: Value | null, drawn: Value): Value {
  const outputs = [nextGenerator(record, before), drawn];
  machine.applies.set(drawn, { kind: 'apply', outputs });
  return tuple(outputs);
}

function nextGenerator(draw: DrawRecord, before: Value | null): GeneratorValue {
  const root = before?.kind === 'shared' || before?.kind === 'generator' ? before.record : null;
  const origins: Origins = new Set([draw, ...(before === null ? [] : originsOf([before]))]);
  return { kind: 'generator', record: root, origins, final: null };
}

// -------------------------------------------------------------------------------------------------------------- values

interface DrawCall {
  readonly name: string;
  readonly args: Arguments;
  /** Only the size decides whether the state depends on the step's arguments. */
  readonly isSizeOnly: boolean;
}

function drawValue(machine: Machine, record: DrawRecord, { name, args, isSizeOnly }: DrawCall): Value {
  const operands = [...args.positional, ...args.keywords.values()].flatMap((value) =>
    reachableFrom(machine, value),
  );
  const size = args.keywords.get('size');
  const deciding = isSizeOnly
    ? reachableFrom(machine, size ?? args.positional[0] ?? unknown)
    : operands.filter((operand) => operand.kind !== 'generator');
  record.dependsOnStep ||= dependsOnArguments(machine, originsOf(deciding));
  return {
    kind: 'symbolic',
    ...drawType(machine, { library: record.library, name, args }),
    origins: new Set([record, ...originsOf(operands)]),
    isOpaque: false,
  };
}

function dependsOnArguments(machine: Machine, origins: Origins): boolean {
  return machine.step !== null && origins.has(machine.step.parameters);
}

/** The draws on which each alternative of a value depends: `certain` when all alternatives have one. */
export function drawsIn(value: Value): { readonly certain: boolean; readonly draws: readonly DrawRecord[] } {
  const ways = optionsOf(value).map((option) =>
    [...originsOf([option])].filter((one) => one.origin === 'draw'),
  );
  return { certain: ways.every((draws) => draws.length > 0), draws: [...new Set(ways.flat())] };
}

/** The generator of a value that is one: a shared variable that holds one, or a symbolic one. */
export const isGenerator = (value: Value): value is Value & { kind: 'shared' | 'generator' } =>
  value.kind === 'generator' || (value.kind === 'shared' && value.record.isGenerator);

/** The shared variable from which a generator came. */
export const rootOf = (value: Value & { kind: 'shared' | 'generator' }): SharedRecord | null => value.record;

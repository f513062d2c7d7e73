/**
 * The arguments of scan and its views, and the arguments that scan passes to the step function.
 * Order and taps: Theano 1.0.5, `scan_module/scan.py`; the views: `scan_views.py`.
 */
import { shortened } from '../base/shortened.ts';
import type { Span } from '../base/span.ts';
import type { Expression } from '../python/syntax.ts';
import type { Arguments } from './arguments.ts';
import type { Machine } from './machine.ts';
import { exactElements, reachableFrom, textEntry } from './objects.ts';
import { isGenerator } from './randomVariables.ts';
import { asTensor, isOpaque, unknownTensor } from './tensorRules.ts';
import type { ScanKind, TensorFact } from './terms.ts';
import { type Origins, type SharedRecord, type StepContext, unknown, type Value } from './values.ts';

/** Names of the parameters in their order; `return_updates` is one only in newer releases. */
export const scanParameters: Readonly<Record<ScanKind, readonly string[]>> = {
  scan: [
    'fn',
    'sequences',
    'outputs_info',
    'non_sequences',
    'n_steps',
    'truncate_gradient',
    'go_backwards',
    'mode',
    'name',
    'profile',
    'allow_gc',
    'strict',
    'return_list',
    'return_updates',
  ],
  map: ['fn', 'sequences', 'non_sequences', 'truncate_gradient', 'go_backwards', 'mode', 'name'],
  reduce: ['fn', 'sequences', 'outputs_info', 'non_sequences', 'go_backwards', 'mode', 'name'],
  foldl: ['fn', 'sequences', 'outputs_info', 'non_sequences', 'mode', 'name'],
  foldr: ['fn', 'sequences', 'outputs_info', 'non_sequences', 'mode', 'name'],
  filter: ['fn', 'sequences', 'non_sequences', 'go_backwards', 'mode', 'name'],
  scan_checkpoints: [
    'fn',
    'sequences',
    'outputs_info',
    'non_sequences',
    'name',
    'n_steps',
    'save_every_N',
    'padding',
  ],
};

/** One argument by its name. */
export interface NamedArgument {
  readonly value: Value;
  readonly source: Expression | null;
}

/** The arguments of a call of scan by name. */
export function namedArguments(kind: ScanKind, args: Arguments): ReadonlyMap<string, NamedArgument> {
  const named = new Map<string, NamedArgument>();
  for (const [index, value] of args.positional.entries()) {
    const name = scanParameters[kind][index];
    if (name !== undefined) named.set(name, { value, source: args.sources[index] ?? null });
  }
  for (const [name, value] of args.keywords)
    named.set(name, { value, source: args.keywordSources.get(name) ?? null });
  return named;
}

/** What scan passes to the step for one parameter. */
export interface StepArgument {
  readonly role: 'sequence' | 'state' | 'nonSequence';
  readonly index: number;
  readonly tap: number | null;
  readonly source: string;
  readonly value: Value;
}

/** One entry of `outputs_info`. */
export interface StateInfo {
  /** Empty for an output that feeds nothing. */
  readonly taps: readonly number[];
  /** The type of the state as the step sees it. */
  readonly type: TensorFact | null;
  /** The type of the initial value as it is given. */
  readonly initial: TensorFact | null;
  /** The initial value is the state itself; else its first axis holds the past. */
  readonly isPlain: boolean;
  readonly source: Expression | null;
  /** The shared generator with which it begins; null for a tensor. */
  readonly generator: SharedRecord | null;
}

/** One entry of `sequences`. */
export interface SequenceInfo {
  readonly taps: readonly number[];
  /** The type of the whole sequence. */
  readonly type: TensorFact | null;
  readonly source: Expression | null;
}

/** All arguments of the step, the sequences and the states; null where their number is not known. */
export interface StepArguments {
  readonly sequences: readonly SequenceInfo[] | null;
  readonly passed: readonly StepArgument[] | null;
  readonly states: readonly StateInfo[] | null;
}

export interface ScanEntry {
  readonly value: Value;
  readonly source: Expression | null;
}

/** Lays out what scan passes to its step function. */
export function stepArguments(
  machine: Machine,
  named: ReadonlyMap<string, NamedArgument>,
  context: StepContext,
): StepArguments {
  const own = context.parameters.alone;
  const infos = sequencesOf(machine, entriesOf(machine, named.get('sequences')));
  const sequences = infos?.flatMap((info, index) => sequenceArguments(machine, { info, index, own })) ?? null;
  const states = statesOf(machine, entriesOf(machine, named.get('outputs_info')), own);
  const others = entriesOf(machine, named.get('non_sequences'));
  if (sequences === null || states === null || others === null) {
    return { passed: null, sequences: infos, states: states?.map((state) => state.info) ?? null };
  }
  const nonSequences = others.map(
    (entry, index): StepArgument => ({
      role: 'nonSequence',
      index,
      tap: null,
      source: sourceText(machine, entry.source ?? context.scan.site),
      value: asGraphValue(entry.value, own),
    }),
  );
  const passed = [...sequences, ...states.flatMap((state) => state.passed), ...nonSequences];
  return { passed, sequences: infos, states: states.map((state) => state.info) };
}

/** `wrap_into_list`: None is empty, a list or tuple is itself, anything else is one entry. */
export function entriesOf(
  machine: Machine,
  argument: NamedArgument | undefined,
): readonly ScanEntry[] | null {
  if (argument === undefined || argument.value.kind === 'none') return [];
  const { value, source } = argument;
  const elements = exactElements(machine, value);
  if (elements !== null) {
    const isDisplay = source?.kind === 'List' || source?.kind === 'Tuple';
    return elements.map((element, index) => ({
      value: element,
      source: isDisplay ? (source.elements[index] ?? null) : source,
    }));
  }
  return isTensor(value) || isDict(value) || value.kind === 'generator' ? [{ value, source }] : null;
}

const isTensor = (value: Value): boolean =>
  value.kind === 'symbolic' ||
  value.kind === 'shared' ||
  value.kind === 'array' ||
  value.kind === 'number' ||
  (value.kind === 'union' && value.options.every(isTensor));

interface Sequence extends SequenceInfo {
  readonly value: Value;
}

function sequencesOf(machine: Machine, entries: readonly ScanEntry[] | null): readonly Sequence[] | null {
  if (entries === null) return null;
  const sequences: Sequence[] = [];
  for (const { value, source } of entries) {
    const input = isDict(value) ? textEntry(machine, value.object, 'input') : value;
    const given = isDict(value) ? textEntry(machine, value.object, 'taps') : undefined;
    const taps = tapsOf(machine, given, [0]);
    if (taps === null) return null;
    const type = input === undefined ? null : asTensor(input);
    sequences.push({ taps, type, source: partSource(source, 'input'), value: input ?? unknown });
  }
  return sequences;
}

function sequenceArguments(
  machine: Machine,
  { info, index, own }: { readonly info: Sequence; readonly index: number; readonly own: Origins },
): readonly StepArgument[] {
  const source = sourceText(machine, info.source);
  const value = without(info.value, 1, own);
  return info.taps.map((tap) => ({ role: 'sequence', index, tap, source, value }));
}

interface State {
  readonly info: StateInfo;
  readonly passed: readonly StepArgument[];
}

function statesOf(machine: Machine, entries: readonly ScanEntry[] | null, own: Origins): State[] | null {
  if (entries === null) return null;
  const states: State[] = [];
  for (const [index, entry] of entries.entries()) {
    const state = stateOf(machine, entry, index, own);
    if (state === null) return null;
    states.push(state);
  }
  return states;
}

function stateOf(machine: Machine, entry: ScanEntry, index: number, own: Origins): State | null {
  const { value, source } = entry;
  if (value.kind === 'none') return { info: { ...noState, source }, passed: [] };
  if (isGenerator(value)) return generatorState(machine, value, { index, source, own });
  if (value.kind === 'unknown' || (value.kind === 'union' && !isTensor(value))) return null;
  const initial = isDict(value) ? textEntry(machine, value.object, 'initial') : value;
  const given = isDict(value) ? textEntry(machine, value.object, 'taps') : undefined;
  if (initial === undefined) return given === undefined ? { info: { ...noState, source }, passed: [] } : null;
  const taps = tapsOf(machine, given, [-1]);
  if (taps === null) return null;
  // Only the list `[-1]`: any other value makes the first axis one of time.
  const isPlain = taps.length === 1 && taps[0] === -1 && given?.kind !== 'tuple';
  const seen = without(initial, isPlain ? 0 : 1, own);
  const text = sourceText(machine, partSource(source, 'initial'));
  const passed = taps.map((tap): StepArgument => ({ role: 'state', index, tap, source: text, value: seen }));
  const info = { taps, type: asTensor(seen), initial: asTensor(initial), isPlain, source, generator: null };
  return { info, passed };
}

const noState: Omit<StateInfo, 'source'> = {
  taps: [],
  type: null,
  initial: null,
  isPlain: true,
  generator: null,
};

/** A generator that scan carries: the step gets the present one. */
function generatorState(
  machine: Machine,
  value: Value & { kind: 'shared' | 'generator' },
  {
    index,
    source,
    own,
  }: { readonly index: number; readonly source: Expression | null; readonly own: Origins },
): State {
  const seen: Value = { kind: 'generator', record: value.record, origins: own, final: null };
  const text = sourceText(machine, source);
  return {
    info: { ...noState, taps: [-1], source, generator: value.record },
    passed: [{ role: 'state', index, tap: -1, source: text, value: seen }],
  };
}

export const isDict = (value: Value): value is Value & { kind: 'container' } =>
  value.kind === 'container' && value.object.variety === 'dict';

function tapsOf(
  machine: Machine,
  value: Value | undefined,
  fallback: readonly number[],
): readonly number[] | null {
  if (value === undefined || value.kind === 'none') return fallback;
  if (value.kind === 'number') return value.value === null ? null : [value.value];
  const elements = exactElements(machine, value);
  if (elements === null) return null;
  const taps = elements.map((element) => (element.kind === 'number' ? element.value : null));
  return taps.every((tap) => tap !== null) ? taps : null;
}

/** The value as the step sees it: a symbolic variable with `axes` fewer. */
function without(value: Value, axes: number, own: Origins): Value {
  const type = asTensor(value) ?? unknownTensor;
  const shape = type.shape === null || type.shape.length < axes ? null : type.shape.slice(axes);
  return {
    kind: 'symbolic',
    dtype: type.dtype,
    shape,
    origins: own,
    isOpaque: isOpaque(value),
  };
}

/** Shared variables reach the step as they are; of everything else it sees a variable of its own. */
function asGraphValue(value: Value, own: Origins): Value {
  const isTaken = value.kind === 'number' || value.kind === 'array' || value.kind === 'symbolic';
  return isTaken ? without(value, 0, own) : value;
}

/** The value of a key in `{key: …}` or `dict(key=…)`; anything else is itself. */
export function partSource(source: Expression | null, key: string): Expression | null {
  if (source?.kind === 'Dict') {
    const item = source.items.find((one) => one.key?.kind === 'String' && one.key.value === key);
    return item?.value ?? source;
  }
  if (source?.kind !== 'Call') return source;
  return source.keywords.find((one) => one.name?.name === key)?.value ?? source;
}

const sourceLimit = 60;

function sourceText(machine: Machine, source: Expression | null): string {
  return source === null ? '' : shortened(textOf(machine, source), sourceLimit);
}

/** The beginning of the text at a span, on one line. */
export function textOf(machine: Machine, { start, end }: Span): string {
  const text = machine.file.text.slice(start, Math.min(end, start + 4 * sourceLimit));
  return text.replace(/\s+/g, ' ');
}

/** Everything in the sequences, states and non-sequences. */
export function operandsOf(machine: Machine, named: ReadonlyMap<string, NamedArgument>): readonly Value[] {
  return ['sequences', 'outputs_info', 'non_sequences', 'n_steps'].flatMap((name) => {
    const argument = named.get(name);
    return argument === undefined ? [] : reachableFrom(machine, argument.value);
  });
}

/** Catalogue numbers 33 and 31: what `function` does not take as updates. */
import type { Call, Expression } from '../../python/syntax.ts';
import type { Arguments } from '../arguments.ts';
import { libraryOf } from '../libraryTable.ts';
import type { Machine } from '../machine.ts';
import { pairEntry } from '../mappings.ts';
import type { WrongUpdatesArgument } from '../mistakes.ts';
import { exactElements } from '../objects.ts';
import type { Library } from '../terms.ts';
import type { ContainerValue, Value } from '../values.ts';
import { spanOf, tell } from './observing.ts';
import { observePairs, tellKeysOnly } from './updatesMerges.ts';
import { observeOutputs, scanOfWhole } from './wholeResults.ts';

/** A call of `function`; `given`: its arguments by name. */
export function observeFunctionCall(
  machine: Machine,
  given: ReadonlyMap<string, Value>,
  args: Arguments,
  site: Call,
): void {
  const sourceOf = (name: string, position: number): Expression | null =>
    args.keywordSources.get(name) ?? args.sources[position] ?? null;
  const note = (name: string, position: number, form: WrongUpdatesArgument['form'] | null) => {
    const span = spanOf(sourceOf(name, position) ?? site.function);
    if (form === null) machine.observe('wrong-updates-argument', span, 'fine');
    else tell(machine, libraryAt(machine, site), { kind: 'wrong-updates-argument', span, form });
  };
  const [, , third] = args.positional;
  if (third !== undefined) note('', 2, isUpdates(machine, third) ? 'thirdPositional' : null);
  const givens = given.get('givens');
  if (givens !== undefined) note('givens', 4, isScanUpdates(machine, givens) ? 'givens' : null);
  const outputs = given.get('outputs');
  if (outputs !== undefined) observeOutputs(machine, outputs, sourceOf('outputs', 1));
  const updates = given.get('updates');
  if (updates === undefined) return;
  note('updates', 3, wrongForm(machine, updates));
  tellKeysOnly(machine, updates);
  observePairs(machine, updates, {
    span: sourceOf('updates', 3) ?? site.function,
    library: libraryAt(machine, site),
  });
}

function libraryAt(machine: Machine, site: Call): Library {
  const callee = machine.evaluate(site.function);
  return (callee.kind === 'library' ? libraryOf(callee.path) : null) ?? 'theano';
}

/** Surely updates: those of a scan, or a dict or pairs that begin with shared variables. */
function isUpdates(machine: Machine, value: Value): boolean {
  if (value.kind === 'updates') return true;
  if (value.kind === 'container' && value.object.variety === 'dict') {
    const contents = machine.contentsOf(value.object);
    const entries = contents.kind === 'dict' ? contents.entries : [];
    return (
      entries.length > 0 &&
      entries.every(({ key, value: held }) => (key ?? held).kind === (key === null ? 'updates' : 'shared'))
    );
  }
  const pairs = exactElements(machine, value) ?? [];
  return (
    pairs.length > 0 &&
    pairs.every((pair) => pairEntry(machine, pair, machine.file.module)?.key?.kind === 'shared')
  );
}

/** The updates of a scan, also inside of a dict. */
function isScanUpdates(machine: Machine, value: Value): boolean {
  if (value.kind === 'updates') return true;
  if (value.kind !== 'container' || value.object.isDamaged) return false;
  const contents = machine.contentsOf(value.object);
  return (
    contents.kind === 'dict' &&
    contents.entries.some(
      ({ key, value: held, isCertain }) => key === null && isCertain && held.kind === 'updates',
    )
  );
}

function wrongForm(machine: Machine, value: Value): WrongUpdatesArgument['form'] | null {
  if (scanOfWhole(value) !== null) return 'wholeResult';
  const elements = displayed(machine, value);
  if (elements === null) return null;
  if (elements.some((one) => one.kind === 'updates' && one.view === 'mapping')) return 'listOfUpdates';
  const [first, second] = elements;
  const isPair =
    elements.length === 2 && first?.kind === 'shared' && second !== undefined && isTensor(second);
  return isPair ? 'onePair' : null;
}

const isTensor = ({ kind }: Value): boolean =>
  kind === 'symbolic' || kind === 'shared' || kind === 'number' || kind === 'array';

/** The elements of a list or tuple just as it is written; null for anything that has grown or was made otherwise. */
function displayed(machine: Machine, value: Value): readonly Value[] | null {
  if (value.kind === 'tuple') return value.source === null ? null : value.elements;
  if (value.kind !== 'container') return null;
  const elements = exactElements(machine, value);
  const written = writtenElements(value);
  return elements !== null && written === elements.length ? elements : null;
}

function writtenElements({ object }: ContainerValue): number | null {
  const source = object.source as Expression;
  return source.kind === 'List' ? source.elements.length : null;
}

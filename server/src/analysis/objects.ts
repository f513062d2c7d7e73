/** Reading and changing lists, dicts and sets, and iterating over whatever can be iterated. */
import { appendAll } from '../base/appendAll.ts';
import type { Span } from '../base/span.ts';
import type { List, Tuple } from '../python/syntax.ts';
import { calledName } from './detectors/observing.ts';
import { noteTakenApart } from './detectors/takenApart.ts';
import { heldBy, partsOf } from './heldValues.ts';
import { distinct, isSameEntry } from './joinContents.ts';
import { join } from './joinValues.ts';
import type { Machine } from './machine.ts';
import { originsOf, symbolic, unknownTensor } from './tensorRules.ts';
import {
  type ContainerValue,
  type DictContents,
  type DictEntry,
  type HeapObject,
  type ListContents,
  none,
  type UpdatesValue,
  unknown,
  type Value,
} from './values.ts';

/** Notes that the updates inside `value` are now part of a list or dict of the program. */
export function noteContained(machine: Machine, value: Value, span: Span): void {
  if (value.kind !== 'updates' && value.kind !== 'tuple' && value.kind !== 'union') return;
  const seen = new Set<Value>();
  const pending: Value[] = [value];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next.kind === 'updates') machine.addDestination(next.scan, { kind: 'container', span });
    else if ((next.kind === 'tuple' || next.kind === 'union') && !seen.has(next)) {
      seen.add(next);
      appendAll(pending, partsOf(next));
    }
  }
}

/** Adds a value to a list or set. */
export function addElement(machine: Machine, object: HeapObject, value: Value, span: Span): void {
  noteContained(machine, value, span);
  for (const origin of originsOf([value])) if (origin.origin === 'scan') origin.keepsTurns = true;
  keepInside(machine, object, value, span);
  const contents = machine.contentsOf(object);
  if (contents.kind !== 'list') return;
  const isGrowing = contents.isExact && contents.elements.length < 32;
  const elements = isGrowing
    ? [...contents.elements, value]
    : distinct([...contents.elements, value], machine.lose);
  machine.changeContents(object, { kind: 'list', elements, isExact: isGrowing });
}

/** Sets a key of a dict, or merges a mapping in (`entry.key` null). */
export function addEntry(machine: Machine, object: HeapObject, entry: DictEntry): void {
  noteContained(machine, entry.value, entry);
  keepInside(machine, object, entry.value, entry);
  if (entry.key !== null) keepInside(machine, object, entry.key, entry);
  const contents = machine.contentsOf(object);
  if (contents.kind !== 'dict') return;
  machine.changeContents(object, withEntry(contents, entry, machine.lose));
}

/** Entries of one mapping that are remembered; it is the same few in every turn of a loop. */
export const mostAdded = 50;

/** Adds to the updates that a scan returned. What is added goes where they go, and may be changed there. */
export function addToUpdates(machine: Machine, { scan }: UpdatesValue, entry: DictEntry): void {
  const isKnown = scan.added.some(({ start, value }) => start === entry.start && value === entry.value);
  if (!isKnown && scan.added.length < mostAdded) scan.added.push(entry);
  machine.escape(entry.value, { kind: 'container', span: entry });
  if (entry.key !== null) machine.escape(entry.key, { kind: 'container', span: entry });
}

/** A dict's contents with one entry more. */
export function withEntry(
  contents: DictContents,
  entry: DictEntry,
  lost: (value: Value) => void,
): DictContents {
  const index = contents.entries.findIndex((known) => isSameEntry(known, entry));
  const known = contents.entries[index];
  if (known === undefined) return { ...contents, entries: [...contents.entries, entry] };
  const value = entry.key === null ? entry.value : join(known.value, entry.value, lost);
  const entries = contents.entries.with(index, { ...entry, value, isCertain: true });
  return { ...contents, entries };
}

function keepInside(machine: Machine, object: HeapObject, value: Value, span: Span): void {
  const isForeign = object.epoch !== machine.epoch;
  if (object.isDamaged || isForeign) machine.escape(value, { kind: 'container', span });
}

/** The values by key of a dict whose keys are all known to be texts; null for any other. */
export function textKeys(machine: Machine, object: HeapObject): ReadonlyMap<string, Value> | null {
  const contents = machine.contentsOf(object);
  if (contents.kind !== 'dict' || !contents.isExact || object.isDamaged) return null;
  const keys = contents.entries.flatMap(({ key, value, isCertain }) =>
    key?.kind === 'text' && isCertain ? [[key.text, value] as const] : [],
  );
  return keys.length === contents.entries.length ? new Map(keys) : null;
}

/** After something that can remove or reorder: what was inside may still be inside. */
export function loosen(machine: Machine, object: HeapObject): void {
  const contents = machine.contentsOf(object);
  if (contents.kind === 'list') {
    machine.changeContents(object, { ...contents, isExact: false });
    return;
  }
  const entries = contents.entries.map((entry) => ({ ...entry, isCertain: false }));
  machine.changeContents(object, { kind: 'dict', entries, isExact: false });
}

/** The elements in order; null where they are not known exactly. */
export function exactElements(machine: Machine, value: Value): readonly Value[] | null {
  if (value.kind === 'tuple') return value.elements;
  if (value.kind !== 'container' || value.object.isDamaged) return null;
  const contents = machine.contentsOf(value.object);
  return contents.kind === 'list' && contents.isExact && value.object.variety === 'list'
    ? contents.elements
    : null;
}

const iterating: ReadonlySet<string> = new Set(['zip', 'map', 'filter', 'enumerate', 'reversed', 'iter']);

/** True for what can be iterated but is no list: a generator, and what `zip`, `map` and their likes give in Python 3. */
export function isIterator(machine: Machine, value: Value): boolean {
  if (value.kind !== 'container') return false;
  const { source } = value.object;
  if (source.kind === 'GeneratorExp') return true;
  return (
    source.kind === 'Call' && machine.file.python.major === 3 && iterating.has(calledName(source.function))
  );
}

/** The contents of a list; null for anything else. */
export function listContents(machine: Machine, value: ContainerValue): ListContents | null {
  const contents = machine.contentsOf(value.object);
  return contents.kind === 'list' ? contents : null;
}

/** What one turn of an iteration over `value` gives. */
export function elementOf(machine: Machine, value: Value, span: Span): Value {
  switch (value.kind) {
    case 'tuple':
      return joinAll(machine, value.elements);
    case 'container':
      return elementOfObject(machine, value.object);
    case 'union':
      return joinAll(
        machine,
        value.options.filter((o) => o.kind !== 'none').map((o) => elementOf(machine, o, span)),
      );
    case 'updates':
      if (value.view === 'items') machine.escape(value, { kind: 'read', span });
      return unknown;
    case 'symbolic':
      return symbolic(unknownTensor, value.origins);
    default:
      machine.escape(value, { kind: 'read', span });
      return unknown;
  }
}

function elementOfObject(machine: Machine, object: HeapObject): Value {
  const contents = machine.contentsOf(object);
  const inside =
    contents.kind === 'list'
      ? contents.elements
      : contents.entries.map((entry) => (entry.key === null ? unknown : entry.key));
  const element = joinAll(machine, inside);
  return object.isDamaged ? join(element, unknown, machine.lose) : element;
}

/** The value that is any of `values`; unknown for none. */
export function joinAll(machine: Machine, values: readonly Value[]): Value {
  let joined: Value | null = null;
  for (const value of values) joined = joined === null ? value : join(joined, value, machine.lose);
  return joined ?? unknown;
}

/** Everything that a value and the objects inside it hold, each once. */
export function reachableFrom(machine: Machine, value: Value): readonly Value[] {
  const found: Value[] = [];
  const pending: Value[] = [value];
  const seen = new Set<object>();
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const identity = next.kind === 'container' ? next.object : next;
    if (seen.has(identity)) continue;
    seen.add(identity);
    if (next.kind === 'container') {
      appendAll(pending, heldBy(machine.contentsOf(next.object)));
      if (next.object.isDamaged) found.push(unknown);
    } else if (next.kind === 'union' || next.kind === 'tuple') appendAll(pending, partsOf(next));
    else found.push(next);
  }
  return found;
}

/** The value of a dict's text key; undefined where the dict surely has none, unknown where it may. */
export function textEntry(machine: Machine, object: HeapObject, key: string): Value | undefined {
  if (object.isDamaged) return unknown;
  const contents = machine.contentsOf(object);
  if (contents.kind !== 'dict') return unknown;
  const entry = contents.entries.find((known) => known.key?.kind === 'text' && known.key.text === key);
  if (entry !== undefined) return entry.isCertain ? entry.value : unknown;
  const isKnown = contents.isExact && contents.entries.every((known) => known.key?.kind === 'text');
  return isKnown ? undefined : unknown;
}

/** Gives `value` to the parts of an unpacking of `count` targets; `star` is the place of a starred one, or -1. */
export function unpack(
  machine: Machine,
  value: Value,
  shape: { count: number; star: number },
  target: Tuple | List,
): Value[] {
  if (value.kind === 'union') return unpackUnion(machine, value.options, shape, target);
  noteTakenApart(machine, value);
  const exact = exactElements(machine, value);
  if (exact !== null) {
    if (shape.star < 0 && exact.length === shape.count) return [...exact];
    if (shape.star >= 0 && exact.length >= shape.count - 1)
      return unpackStarred(machine, exact, { ...shape, target });
    return new Array<Value>(shape.count).fill(unknown);
  }
  const element = elementOf(machine, value, target);
  return new Array<Value>(shape.count).fill(element);
}

function unpackStarred(
  machine: Machine,
  exact: readonly Value[],
  { count, star, target }: { count: number; star: number; target: Tuple | List },
): Value[] {
  const after = count - star - 1;
  const middle = exact.slice(star, exact.length - after);
  const node = target.elements[star] ?? target;
  // The name of the list is all that leads to it, as with a name for each.
  const rest = machine.objectAt(node, 'list', { kind: 'list', elements: middle, isExact: true });
  return [...exact.slice(0, star), rest, ...exact.slice(exact.length - after)];
}

function unpackUnion(
  machine: Machine,
  options: readonly Value[],
  shape: { count: number; star: number },
  target: Tuple | List,
): Value[] {
  const ways = options
    .filter((option) => option !== none && option.kind !== 'none')
    .map((option) => unpack(machine, option, shape, target));
  return Array.from({ length: shape.count }, (_, index) =>
    joinAll(
      machine,
      ways.map((way) => way[index] ?? unknown),
    ),
  );
}

/**
 * What is left to say of a list or dict when it may hold one thing or another. A program that fills a dict key by key joins it
 * with itself at every key: what both begin with is passed over without a look at the rest.
 */
import { isSame, isSameList, join } from './joinValues.ts';
import {
  type Contents,
  type DictContents,
  type DictEntry,
  type ListContents,
  unknown,
  type Value,
} from './values.ts';

const maximumElements = 48;

/** Contents that hold what either holds; certain only what both say. */
export function joinContents(a: Contents, b: Contents, lost: (value: Value) => void): Contents {
  if (a === b) return a;
  if (a.kind === 'list' && b.kind === 'list') return joinLists(a, b, lost);
  if (a.kind === 'dict' && b.kind === 'dict') return joinDicts(a, b, lost);
  return a;
}

function joinLists(a: ListContents, b: ListContents, lost: (value: Value) => void): ListContents {
  if (a.isExact && b.isExact && a.elements.length === b.elements.length) {
    const elements = a.elements.map((value, index) => join(value, b.elements[index] ?? unknown, lost));
    return isSameList(elements, a.elements) ? a : { kind: 'list', elements, isExact: true };
  }
  const elements = distinct([...a.elements, ...b.elements], lost);
  return !a.isExact && elements.length === a.elements.length ? a : { kind: 'list', elements, isExact: false };
}

/** The different values among `values`, bounded. */
export function distinct(values: readonly Value[], lost: (value: Value) => void): readonly Value[] {
  const found = new Set<Value>();
  for (const value of values) if (!found.has(value) && !holdsSame(found, value)) found.add(value);
  if (found.size <= maximumElements) return [...found];
  const all = [...found];
  for (const value of all.slice(maximumElements)) lost(value);
  return [...all.slice(0, maximumElements), unknown];
}

function holdsSame(values: Iterable<Value>, value: Value): boolean {
  for (const known of values) if (isSame(known, value)) return true;
  return false;
}

// --------------------------------------------------------------------------------------------------------------- dicts

function joinDicts(a: DictContents, b: DictContents, lost: (value: Value) => void): DictContents {
  const both = commonLength(a.entries, b.entries);
  const others = new Entries(b.entries.slice(both));
  let isChanged = a.isExact && !b.isExact;
  const entries = a.entries.map((entry, index) => {
    const other = index < both ? b.entries[index] : others.take(entry);
    const value = other === undefined ? entry.value : join(entry.value, other.value, lost);
    const isCertain = entry.isCertain && (other?.isCertain ?? false);
    if (value === entry.value && isCertain === entry.isCertain) return entry;
    isChanged = true;
    return { ...entry, value, isCertain };
  });
  for (const entry of others.left) entries.push({ ...entry, isCertain: false });
  if (entries.length === a.entries.length && !isChanged) return a;
  return { kind: 'dict', entries, isExact: a.isExact && b.isExact };
}

/** How many entries both begin with. */
function commonLength(a: readonly DictEntry[], b: readonly DictEntry[]): number {
  const longest = Math.min(a.length, b.length);
  let length = 0;
  while (length < longest && isCopy(a[length], b[length])) length++;
  return length;
}

const isCopy = (a: DictEntry | undefined, b: DictEntry | undefined): boolean =>
  a === b || (a?.start === b?.start && a?.key === b?.key && a?.value === b?.value);

/** Entries of one dict, to be found by those of another. */
class Entries {
  readonly #left: Set<DictEntry>;
  readonly #byKey = new Map<unknown, DictEntry[]>();

  constructor(entries: readonly DictEntry[]) {
    this.#left = new Set(entries);
    for (const entry of entries) {
      const known = this.#byKey.get(keyOf(entry));
      if (known === undefined) this.#byKey.set(keyOf(entry), [entry]);
      else known.push(entry);
    }
  }

  /** The first that is the same as `entry`; from then on it is not among those that are left. */
  take(entry: DictEntry): DictEntry | undefined {
    const found = this.#byKey.get(keyOf(entry))?.find((candidate) => isSameEntry(entry, candidate));
    if (found !== undefined) this.#left.delete(found);
    return found;
  }

  get left(): Iterable<DictEntry> {
    return this.#left;
  }
}

/** Entries that are the same have the same one; others mostly another. */
function keyOf({ key, start }: DictEntry): unknown {
  switch (key?.kind) {
    case 'shared':
      return key.record;
    case 'text':
      return key.text;
    case 'number':
      return key.value;
    case undefined:
    case 'unknown':
      return start;
    default:
      return key?.kind;
  }
}

/** True when a later entry takes the place of an earlier one or says the same. */
export const isSameEntry = (a: DictEntry, b: DictEntry): boolean =>
  a.key === null || b.key === null
    ? a.key === b.key && a.start === b.start && isSame(a.value, b.value)
    : a.key.kind === 'unknown'
      ? b.key.kind === 'unknown' && a.start === b.start
      : isSame(a.key, b.key);

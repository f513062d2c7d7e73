/** What values hold, and what it means to give one up to something that is not followed. */
import { appendAll } from '../base/appendAll.ts';
import type { Span } from '../base/span.ts';
import type { Destination } from './facts.ts';
import {
  type Cell,
  type Contents,
  type DictEntry,
  type HeapObject,
  type ScanRecord,
  unknown,
  type Value,
} from './values.ts';

/** Where a value goes, in the file that is being followed. */
export interface Escape {
  readonly kind: Destination['kind'];
  readonly span: Span;
}

/** Where the contents of objects are kept. */
interface ValueStore {
  contentsOf(object: HeapObject): Contents;
  readCell(cell: Cell): Value | undefined;
  addDestination(scan: ScanRecord, to: Escape): void;
}

/** Iterative, and each tuple and object once: values can be nested and shared without limit. Returns how many there were. */
export function escapeValue(store: ValueStore, value: Value, to: Escape): number {
  let count = 0;
  const seen = new Set<object>();
  const pending: Value[] = [value];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    count++;
    if (next.kind === 'updates') store.addDestination(next.scan, to);
    else if (next.kind === 'generator') markRead(next);
    else if (next.kind === 'function') next.object.hasEscaped = true;
    else if (next.kind === 'container' && !seen.has(next.object)) {
      seen.add(next.object);
      next.object.isDamaged = true;
      appendAll(pending, heldBy(store.contentsOf(next.object)));
    } else if (next.kind === 'instance' && !seen.has(next.object)) {
      seen.add(next.object);
      next.object.isDamaged = true;
      for (const cell of next.object.attributes.values()) pending.push(store.readCell(cell) ?? unknown);
    } else if (!seen.has(next)) {
      seen.add(next);
      appendAll(pending, partsOf(next));
    }
  }
  return count;
}

/** The last state of a generator that scan carries is looked at. */
export function markRead(value: Value): void {
  if (value.kind === 'generator' && value.final !== null) value.final.isRead = true;
}

/** The values that an immutable value is made of. */
export function partsOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case 'tuple':
      return value.elements;
    case 'union':
      return value.options;
    case 'method':
      return [value.receiver];
    case 'apply':
      return value.outputs;
    case 'partial':
      return [value.callee, ...value.args, ...value.keywords.values()];
    default:
      return [];
  }
}

/** All values inside an object. */
export const heldBy = (contents: Contents): readonly Value[] =>
  contents.kind === 'list' ? contents.elements : contents.entries.flatMap(valuesOfEntry);

const valuesOfEntry = (entry: DictEntry): Value[] =>
  entry.key === null ? [entry.value] : [entry.key, entry.value];

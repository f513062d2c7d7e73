/**
 * The table of a dict in Python 2, whose order is that of CPython's hash table (see `slotTables.ts`): text, numbers and tuples of
 * these hash alike in every run. With keys that hash by their address it is the order of insertion. As in `setTable.ts` the
 * order is only followed once somebody asks for it.
 */
import { type Entry, KeyTable, type Names, NamespaceTable, orderHash } from './keyTable.ts';
import { pythonVersion } from './runtime.ts';
import { createSlots, type SlotTable } from './slotTables.ts';
import type { Value } from './values.ts';

/** An ordered table with Python 2's order. */
class HashOrderedTable extends KeyTable {
  /** `undefined`: not followed yet. null: a key has no hash that is known. */
  #order: SlotTable<Entry> | null | undefined = undefined;

  override set(key: Value, value: Value): void {
    const order = this.#order;
    if (!order || this.has(key)) {
      super.set(key, value);
      return;
    }
    const hash = orderHash(key);
    super.set(key, value);
    if (hash === null) this.#order = null;
    else order.add({ item: this.entryOf(key)!, hash });
  }

  override delete(key: Value): boolean {
    const entry = this.entryOf(key);
    if (!entry) return false;
    this.#follow()?.remove(entry, orderHash(entry.key)!);
    return super.delete(key);
  }

  override clear(): void {
    super.clear();
    this.#order = undefined;
  }

  override entries(): IterableIterator<Entry> {
    return this.#ordered()[Symbol.iterator]();
  }

  override keys(): Value[] {
    return this.#ordered().map((entry) => entry.key);
  }

  override values(): Value[] {
    return this.#ordered().map((entry) => entry.value);
  }

  override lastKey(): Value | undefined {
    const order = this.#follow();
    return order ? order.next()?.key : super.lastKey();
  }

  override presize(count: number): void {
    if (count > 5) this.#follow()?.grow(count);
  }

  override merge(other: KeyTable): void {
    const source = other instanceof HashOrderedTable ? other : hashOrdered(other);
    this.#follow()?.reserve(source.size);
    super.merge(source);
  }

  override fill(keys: readonly Value[], value: Value): void {
    this.#follow()?.grow(Math.floor(keys.length / 2) * 3);
    for (const key of keys) {
      super.set(key, value);
      const order = this.#order;
      const hash = order ? orderHash(key) : null;
      if (!order || hash === null) this.#order = null;
      else order.settle({ item: this.entryOf(key)!, hash });
    }
  }

  #ordered(): Entry[] {
    return this.#follow()?.items() ?? [...super.entries()];
  }

  #follow(): SlotTable<Entry> | null {
    if (this.#order !== undefined) return this.#order;
    const order = createSlots<Entry>();
    this.#order = order;
    for (const item of super.entries()) {
      const hash = orderHash(item.key);
      if (hash === null) {
        this.#order = null;
        break;
      }
      order.add({ item, hash });
    }
    return this.#order;
  }
}

function hashOrdered(table: KeyTable): HashOrderedTable {
  const ordered = new HashOrderedTable();
  for (const { key, value } of table.entries()) ordered.set(key, value);
  return ordered;
}

/** Names in the order that Python 2's dict would have if none had been removed. */
class HashOrderedNamespace extends NamespaceTable {
  override entries(): IterableIterator<Entry> {
    return this.#ordered().entries();
  }

  override keys(): Value[] {
    return this.#ordered().keys();
  }

  override values(): Value[] {
    return this.#ordered().values();
  }

  #ordered(): HashOrderedTable {
    const ordered = new HashOrderedTable();
    for (const { key, value } of super.entries()) ordered.set(key, value);
    return ordered;
  }
}

/** The table over names of the running Python. */
export const createNamespaceTable = (names: Names): NamespaceTable =>
  pythonVersion() === 2 ? new HashOrderedNamespace(names) : new NamespaceTable(names);

/** The table of an empty dict of the running Python. */
export const createDictTable = (): KeyTable =>
  pythonVersion() === 2 ? new HashOrderedTable() : new KeyTable();

/** The order in which a dict of the running Python would have these entries, added one after another. */
export function entriesInOrder(entries: Iterable<readonly [Value, Value]>): KeyTable {
  const table = createDictTable();
  for (const [key, value] of entries) table.set(key, value);
  return table;
}

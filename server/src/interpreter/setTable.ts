/**
 * The table of a set. The order of a set is that of CPython's hash table (see `slotTables.ts`) wherever CPython's hashes are not
 * random: numbers, tuples and frozensets of these, objects with a `__hash__` of the program, and in Python 2 text. With objects
 * that hash by their address it is the order of insertion.
 *
 * The table of CPython is only followed once somebody asks for the order: until then the elements in the order of insertion
 * say what happened.
 */
import { KeyTable, orderHash } from './keyTable.ts';
import { createSlots, SlotTable } from './slotTables.ts';
import type { Value } from './values.ts';

type Order =
  /** Only additions so far: the order follows from the elements. */
  | 'not followed'
  /** An element has no hash that is known. */
  | 'insertion'
  | SlotTable<Value>;

/** Keys without values, in CPython's order where that is determined. */
export class SetTable extends KeyTable {
  #order: Order = 'not followed';

  /** Adds an element that may be there. */
  add(key: Value): void {
    if (!this.has(key)) this.set(key, true);
  }

  override set(key: Value, value: Value): void {
    const order = this.#order;
    if (order instanceof SlotTable && !this.has(key)) {
      const hash = orderHash(key);
      if (hash === null) this.#order = 'insertion';
      else order.add({ item: key, hash });
    }
    super.set(key, value);
  }

  override delete(key: Value): boolean {
    if (!this.has(key)) return false;
    const order = this.#follow();
    if (order) {
      const stored = this.storedKey(key)!;
      order.remove(stored, orderHash(stored)!);
    }
    return super.delete(key);
  }

  override clear(): void {
    super.clear();
    this.#order = 'not followed';
  }

  override keys(): Value[] {
    return this.#follow()?.items() ?? super.keys();
  }

  /** Removes the element that CPython's `pop` would; `undefined` in an empty set. */
  pop(): Value | undefined {
    const order = this.#follow();
    const first = order ? order.next() : this.entries().next().value?.key;
    if (first !== undefined) this.delete(first);
    return first;
  }

  /** Adds the elements of another set, as CPython merges tables. */
  override merge(other: SetTable): void {
    const theirs = other.#follow();
    const mine = theirs && other !== this ? this.#follow() : null;
    if (!theirs || !mine) {
      if (other !== this) for (const key of other.keys()) this.add(key);
      return;
    }
    mine.reserve(theirs.used);
    if (mine.copies(theirs)) {
      this.become(other);
      return;
    }
    for (const key of theirs.items()) this.add(key);
  }

  /** Takes over what another set holds, with its order. */
  become(other: SetTable): void {
    const theirs = other.#follow();
    const keys = other.keys();
    super.clear();
    for (const key of keys) super.set(key, true);
    if (theirs === null) {
      this.#order = 'insertion';
      return;
    }
    this.#order = createSlots<Value>();
    this.#order.become(theirs);
  }

  /** Called when many elements may have been deleted. */
  sweep(): void {
    this.#follow()?.sweep();
  }

  /** Makes room for so many elements, as CPython does before it adds the keys of a dict. */
  reserve(count: number): void {
    this.#follow()?.reserve(count);
  }

  #follow(): SlotTable<Value> | null {
    if (this.#order !== 'not followed') return this.#order === 'insertion' ? null : this.#order;
    const order = createSlots<Value>();
    for (const { key } of this.entries()) {
      const hash = orderHash(key);
      if (hash === null) {
        this.#order = 'insertion';
        return null;
      }
      order.add({ item: key, hash });
    }
    this.#order = order;
    return order;
  }
}

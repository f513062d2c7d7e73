/**
 * The table of a set. The order of a set is that of CPython's hash table (`setobject.c`: open addressing, up to 9 linear
 * probes, then perturbation; grown fourfold when 3/5 full; deleted slots stay marked), wherever CPython's hashes are not
 * random: numbers, None, tuples and frozensets of these, objects with a `__hash__` of the program. With text, or with
 * objects that hash by their address, it is the order of insertion.
 *
 * The table of CPython is only followed once somebody asks for the order: until then the elements in the order of insertion
 * say what happened.
 */
import type { Hash64 } from './hash64.ts';
import { KeyTable, orderHash } from './keyTable.ts';
import type { Value } from './values.ts';

const linearProbes = 9;

type Order =
  /** Only additions so far: the order follows from the elements. */
  | 'not followed'
  /** An element has no hash that is known. */
  | 'insertion'
  | SlotTable;

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
  merge(other: SetTable): void {
    const theirs = other.#follow();
    const mine = theirs && other !== this ? this.#follow() : null;
    if (!theirs || !mine) {
      if (other !== this) for (const key of other.keys()) this.add(key);
      return;
    }
    mine.reserve(theirs.used);
    if (mine.isEmpty && mine.size === theirs.size && !theirs.hasMarks) {
      const slots = theirs.copy();
      for (const key of theirs.items()) super.set(key, true);
      this.#order = slots;
      return;
    }
    for (const key of theirs.items()) this.add(key);
  }

  /** Makes room for so many elements, as CPython does before it adds the keys of a dict. */
  reserve(count: number): void {
    this.#follow()?.reserve(count);
  }

  #follow(): SlotTable | null {
    if (this.#order !== 'not followed') return this.#order === 'insertion' ? null : this.#order;
    const order = new SlotTable();
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

interface Slot {
  readonly item: Value;
  readonly hash: Hash64;
}
/** A deleted slot: searched past, and never filled again before the table grows. */
const dummy = 'dummy';

class SlotTable {
  #slots: (Slot | typeof dummy | undefined)[] = new Array(8).fill(undefined);
  #used = 0;
  #filled = 0;
  /** Where `pop` goes on. */
  #finger = 0;

  get size(): number {
    return this.#slots.length;
  }

  get used(): number {
    return this.#used;
  }

  get isEmpty(): boolean {
    return this.#filled === 0;
  }

  get hasMarks(): boolean {
    return this.#filled > this.#used;
  }

  add(slot: Slot): void {
    this.#insert(slot);
    this.#used++;
    this.#filled++;
    if (this.#filled * 5 >= (this.size - 1) * 3)
      this.#grow(this.#used > 50_000 ? this.#used * 2 : this.#used * 4);
  }

  reserve(count: number): void {
    if ((this.#filled + count) * 5 >= (this.size - 1) * 3) this.#grow((this.#used + count) * 2);
  }

  remove(item: Value, hash: Hash64): void {
    const index = this.#search(hash, (slot) => slot === undefined || (slot !== dummy && slot.item === item));
    if (this.#slots[index] === undefined) return;
    this.#slots[index] = dummy;
    this.#used--;
  }

  /** The element after the one that was popped last. */
  next(): Value | undefined {
    if (this.#used === 0) return undefined;
    let index = this.#finger & (this.size - 1);
    for (;;) {
      const slot = this.#slots[index];
      index = (index + 1) & (this.size - 1);
      if (slot === undefined || slot === dummy) continue;
      this.#finger = index;
      return slot.item;
    }
  }

  items(): Value[] {
    const items: Value[] = [];
    for (const slot of this.#slots) if (slot !== undefined && slot !== dummy) items.push(slot.item);
    return items;
  }

  copy(): SlotTable {
    const copy = new SlotTable();
    copy.#slots = [...this.#slots];
    copy.#used = this.#used;
    copy.#filled = this.#filled;
    return copy;
  }

  #grow(least: number): void {
    let size = 8;
    while (size <= least) size *= 2;
    const old = this.#slots;
    this.#slots = new Array(size).fill(undefined);
    this.#filled = this.#used;
    for (const slot of old) if (slot !== undefined && slot !== dummy) this.#insert(slot);
  }

  #insert(slot: Slot): void {
    this.#slots[this.#search(slot.hash, (other) => other === undefined)] = slot;
  }

  /** The first place on the way of a hash that is wanted; the way meets every place. */
  #search(hash: Hash64, isWanted: (slot: Slot | typeof dummy | undefined) => boolean): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let { high, low } = hash;
    let index = low & mask;
    for (;;) {
      const last = index + linearProbes <= mask ? index + linearProbes : index;
      for (let place = index; place <= last; place++) if (isWanted(slots[place])) return place;
      low = ((high << 27) | (low >>> 5)) >>> 0;
      high >>>= 5;
      index = (index * 5 + 1 + low) & mask;
    }
  }
}

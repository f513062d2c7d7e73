/**
 * Where CPython's hash tables put their elements: what the order of a set follows from, and in Python 2 that of a dict. The
 * tables here hold no values and compare no keys; who uses them says what is added and removed.
 *
 * Sources: `setobject.c` of CPython 3.12 and 2.7, `dictobject.c` of 2.7.
 */

import type { Hash64 } from './hash64.ts';
import { pythonVersion } from './runtime.ts';

/** An element and its hash. The element is known by its identity. */
export interface Slot<Item> {
  readonly item: Item;
  readonly hash: Hash64;
}
/** A deleted slot. */
const dummy = 'dummy';
type Content<Item> = Slot<Item> | typeof dummy | undefined;
type IsWanted<Item> = (content: Content<Item>, index: number) => boolean;

/** What the tables of both Pythons do. */
export abstract class SlotTable<Item> {
  protected slots: Content<Item>[] = new Array(8).fill(undefined);
  protected filled = 0;
  /** Where `next` goes on. */
  protected finger = 0;
  used = 0;

  get size(): number {
    return this.slots.length;
  }

  /** Adds an element that is not there; the table may grow then. */
  abstract add(slot: Slot<Item>): void;

  /** The same in a table that has room for it. */
  abstract settle(slot: Slot<Item>): void;

  /** Makes room for so many elements more, as CPython does before it merges tables. */
  abstract reserve(count: number): void;

  /** Grows away deleted slots when they are many. */
  abstract sweep(): void;

  /** True where CPython copies `other` slot by slot when it is merged into this one. */
  abstract copies(other: SlotTable<Item>): boolean;

  /** The element that `pop` removes; `undefined` in an empty table. */
  abstract next(): Item | undefined;

  /** The first place on the way of a hash that is wanted; the way meets every place. */
  protected abstract search(hash: Hash64, isWanted: IsWanted<Item>): number;

  remove(item: Item, hash: Hash64): void {
    const isEnd = (content: Content<Item>): boolean =>
      content === undefined || (content !== dummy && content.item === item);
    const index = this.search(hash, isEnd);
    if (this.slots[index] === undefined) return;
    this.slots[index] = dummy;
    this.used--;
  }

  items(): Item[] {
    const items: Item[] = [];
    for (const content of this.slots)
      if (content !== undefined && content !== dummy) items.push(content.item);
    return items;
  }

  /** Takes over what another table holds, slot by slot. */
  become(other: SlotTable<Item>): void {
    this.slots = [...other.slots];
    this.used = other.used;
    this.filled = other.filled;
    this.finger = 0;
  }

  /** A new table with room to grow. */
  protected renew(): void {
    this.grow(this.used > manyElements ? this.used * 2 : this.used * 4);
  }

  /** A new table for more than so many elements. */
  grow(least: number): void {
    let size = 8;
    while (size <= least) size *= 2;
    const old = this.slots;
    this.slots = new Array(size).fill(undefined);
    this.filled = this.used;
    for (const content of old) if (content !== undefined && content !== dummy) this.insert(content);
  }

  protected insert(slot: Slot<Item>): void {
    this.place(
      this.search(slot.hash, (content) => content === undefined),
      slot,
    );
  }

  protected place(index: number, slot: Slot<Item>): void {
    this.slots[index] = slot;
  }
}

/** From so many elements on a table only doubles. */
const manyElements = 50_000;

const linearProbes = 9;

/**
 * The set of CPython 3: up to 9 linear probes, then perturbation; grows when 3/5 full. The last deleted slot on the way is filled
 * again.
 */
class SetSlots<Item> extends SlotTable<Item> {
  settle(slot: Slot<Item>): void {
    let place = -1;
    const end = this.search(slot.hash, (content, index) => {
      if (content === dummy) place = index;
      return content === undefined;
    });
    if (place < 0) {
      place = end;
      this.filled++;
    }
    this.used++;
    this.place(place, slot);
  }

  add(slot: Slot<Item>): void {
    this.settle(slot);
    if (this.filled * 5 >= (this.size - 1) * 3) this.renew();
  }

  reserve(count: number): void {
    if ((this.filled + count) * 5 >= (this.size - 1) * 3) this.grow((this.used + count) * 2);
  }

  sweep(): void {
    if (this.filled - this.used > Math.floor((this.size - 1) / 4)) this.renew();
  }

  copies(other: SetSlots<Item>): boolean {
    return this.filled === 0 && this.size === other.size && other.filled === other.used;
  }

  /** The element after the one that was popped last. */
  next(): Item | undefined {
    if (this.used === 0) return undefined;
    let index = this.finger & (this.size - 1);
    for (;;) {
      const content = this.slots[index];
      index = (index + 1) & (this.size - 1);
      if (content === undefined || content === dummy) continue;
      this.finger = index;
      return content.item;
    }
  }

  protected search({ high, low }: Hash64, isWanted: IsWanted<Item>): number {
    const { slots } = this;
    const mask = slots.length - 1;
    let index = low & mask;
    for (;;) {
      const last = index + linearProbes <= mask ? index + linearProbes : index;
      for (let place = index; place <= last; place++) if (isWanted(slots[place], place)) return place;
      low = ((high << 27) | (low >>> 5)) >>> 0;
      high >>>= 5;
      index = (index * 5 + 1 + low) & mask;
    }
  }
}

/**
 * Dicts and sets of CPython 2.7: perturbation from the first collision on; grows when 2/3 full. The first deleted slot on the way is
 * filled again.
 */
class Python2Slots<Item> extends SlotTable<Item> {
  settle(slot: Slot<Item>): void {
    const free = this.search(slot.hash, (content) => content === undefined || content === dummy);
    if (this.slots[free] === undefined) this.filled++;
    this.used++;
    this.place(free, slot);
  }

  add(slot: Slot<Item>): void {
    this.settle(slot);
    if (this.filled * 3 >= this.size * 2) this.renew();
  }

  reserve(count: number): void {
    if ((this.filled + count) * 3 >= this.size * 2) this.grow((this.used + count) * 2);
  }

  sweep(): void {
    if ((this.filled - this.used) * 5 >= this.size - 1) this.renew();
  }

  copies(): boolean {
    return false;
  }

  /** The first slot, or else the one after the last that was popped, which CPython remembers in the hash of the first slot. */
  next(): Item | undefined {
    if (this.used === 0) return undefined;
    let index = 0;
    let content = this.slots[0];
    if (content === undefined || content === dummy) {
      index = this.finger < 1 || this.finger >= this.size ? 1 : this.finger;
      for (
        content = this.slots[index];
        content === undefined || content === dummy;
        content = this.slots[index]
      ) {
        index = index + 1 < this.size ? index + 1 : 1;
      }
    }
    this.finger = index + 1;
    return content.item;
  }

  override grow(least: number): void {
    this.finger = 0;
    super.grow(least);
  }

  protected override place(index: number, slot: Slot<Item>): void {
    if (index === 0) this.finger = slot.hash.high === 0 ? slot.hash.low : 0;
    super.place(index, slot);
  }

  protected search({ high, low }: Hash64, isWanted: IsWanted<Item>): number {
    const { slots } = this;
    const mask = slots.length - 1;
    let index = low & mask;
    while (!isWanted(slots[index], index)) {
      index = (index * 5 + 1 + low) & mask;
      low = ((high << 27) | (low >>> 5)) >>> 0;
      high >>>= 5;
    }
    return index;
  }
}

/** The table of an empty set (in Python 2: or dict) of the running Python. */
export const createSlots = <Item>(): SlotTable<Item> =>
  pythonVersion() === 2 ? new Python2Slots<Item>() : new SetSlots<Item>();

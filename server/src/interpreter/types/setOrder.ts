/**
 * The order in which CPython iterates a set of integers: its open-addressing table (`setobject.c`: linear probes of 9,
 * then perturbation; grown by 4 when 3/5 full) is filled again in insertion order. Deletions are not replayed, which matters only for
 * colliding elements. Elements without a fixed hash in CPython (text, objects) keep the insertion order.
 */
import { asInteger } from '../protocols/numbers.ts';
import type { Value } from '../values.ts';

const linearProbes = 9;

/** The elements in CPython's order where that is determined. */
export function setOrder(items: Value[]): Value[] {
  if (items.length < 2) return items;
  const hashes = items.map((item) => {
    const integer = asInteger(item);
    if (typeof integer !== 'number') return null;
    return integer === -1 ? -2 : integer;
  });
  if (hashes.some((hash) => hash === null)) return items;
  const table = new Table();
  for (const [index, item] of items.entries()) table.add(item, BigInt.asUintN(64, BigInt(hashes[index]!)));
  return table.items();
}

interface Slot {
  readonly item: Value;
  readonly hash: bigint;
}

class Table {
  #slots: (Slot | undefined)[] = new Array(8).fill(undefined);
  #used = 0;

  add(item: Value, hash: bigint): void {
    this.#insert({ item, hash });
    this.#used++;
    const mask = this.#slots.length - 1;
    if (this.#used * 5 >= mask * 3) this.#grow(this.#used > 50_000 ? this.#used * 2 : this.#used * 4);
  }

  items(): Value[] {
    return this.#slots.filter((slot) => slot !== undefined).map((slot) => slot.item);
  }

  #grow(least: number): void {
    let size = 8;
    while (size <= least) size *= 2;
    const old = this.#slots;
    this.#slots = new Array(size).fill(undefined);
    for (const slot of old) if (slot) this.#insert(slot);
  }

  #insert(slot: Slot): void {
    const mask = this.#slots.length - 1;
    let perturb = slot.hash;
    let index = Number(slot.hash & BigInt(mask));
    for (;;) {
      const last = index + linearProbes <= mask ? index + linearProbes : index;
      for (let probe = index; probe <= last; probe++) {
        if (this.#slots[probe] !== undefined) continue;
        this.#slots[probe] = slot;
        return;
      }
      perturb >>= 5n;
      index = Number((BigInt(index) * 5n + 1n + perturb) & BigInt(mask));
    }
  }
}

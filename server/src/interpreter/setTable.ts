/**
 * The table of a set. As long as all elements are small integers, it is also kept as CPython keeps it (`setobject.c`: open
 * addressing, up to 9 linear probes, then perturbation; grown fourfold when 3/5 full; deleted slots stay marked), since that
 * decides the order in which the set prints. For other elements (whose hashes are random or addresses in CPython) the order is that of
 * insertion.
 */
import { KeyTable } from './keyTable.ts';
import type { Value } from './values.ts';

const linearProbes = 9;

/** The hash of a small integer; null for everything else. */
function smallHash(item: Value): number | null {
  if (typeof item === 'boolean') return item ? 1 : 0;
  if (typeof item !== 'number') return null;
  return item === -1 ? -2 : item;
}

/** Keys without values, in CPython's order where that is determined. */
export class SetTable extends KeyTable {
  /** null once an element without a fixed hash was added. */
  #model: SlotTable | null = new SlotTable();

  override set(key: Value, value: Value): void {
    if (this.#model && !this.has(key)) {
      const hash = smallHash(key);
      if (hash === null) this.#model = null;
      else this.#model.add(key, hash);
    }
    super.set(key, value);
  }

  override delete(key: Value): boolean {
    const stored = this.storedKey(key);
    const isGone = super.delete(key);
    const hash = isGone && stored !== undefined ? smallHash(stored) : null;
    if (hash !== null) this.#model?.remove(hash);
    return isGone;
  }

  override clear(): void {
    super.clear();
    this.#model = new SlotTable();
  }

  override keys(): Value[] {
    return this.#model ? this.#model.items() : super.keys();
  }
}

interface Slot {
  readonly item: Value;
  readonly hash: number;
}
/** A deleted slot: searched past, and never filled again before the table grows. */
const dummy = 'dummy';

class SlotTable {
  #slots: (Slot | typeof dummy | undefined)[] = new Array(8).fill(undefined);
  #used = 0;
  #filled = 0;

  add(item: Value, hash: number): void {
    this.#insert({ item, hash });
    this.#used++;
    this.#filled++;
    const mask = this.#slots.length - 1;
    if (this.#filled * 5 >= mask * 3) this.#grow(this.#used > 50_000 ? this.#used * 2 : this.#used * 4);
  }

  remove(hash: number): void {
    for (const index of this.#probes(hash)) {
      const slot = this.#slots[index];
      if (slot === undefined) return;
      if (slot === dummy || slot.hash !== hash) continue;
      this.#slots[index] = dummy;
      this.#used--;
      return;
    }
  }

  items(): Value[] {
    return this.#slots.flatMap((slot) => (slot === undefined || slot === dummy ? [] : [slot.item]));
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
    for (const index of this.#probes(slot.hash)) {
      if (this.#slots[index] !== undefined) continue;
      this.#slots[index] = slot;
      return;
    }
  }

  *#probes(hash: number): Generator<number> {
    const mask = BigInt(this.#slots.length - 1);
    let perturb = BigInt.asUintN(64, BigInt(hash));
    let index = perturb & mask;
    for (;;) {
      yield Number(index);
      if (index + BigInt(linearProbes) <= mask) {
        for (let probe = 1; probe <= linearProbes; probe++) yield Number(index) + probe;
      }
      perturb >>= 5n;
      index = (index * 5n + 1n + perturb) & mask;
    }
  }
}

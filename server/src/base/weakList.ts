/** A list that does not keep alive what is in it: a native type lives as long as the process, its subclasses are defined anew in each run. */

/** After so many additions those that are gone are looked for. */
const firstSweep = 64;

export class WeakList<T extends object> {
  #references: WeakRef<T>[] = [];
  #sweepAt = firstSweep;

  /** Those that are still there, in the order in which they were added. */
  get all(): readonly T[] {
    return this.#references.flatMap((reference) => reference.deref() ?? []);
  }

  add(one: T): void {
    this.#references.push(new WeakRef(one));
    if (this.#references.length < this.#sweepAt) return;
    this.#references = this.#references.filter((reference) => reference.deref() !== undefined);
    this.#sweepAt = 2 * this.#references.length + firstSweep;
  }
}

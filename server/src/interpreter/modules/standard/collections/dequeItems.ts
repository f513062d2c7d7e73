/** The elements of a deque: a ring, so that both ends grow and shrink in constant time. */
import { grow } from '../../../runtime.ts';

const smallest = 16;

export class DequeItems<T> {
  #ring: (T | undefined)[] = new Array<T | undefined>(smallest);
  #first = 0;
  #length = 0;
  /** Changes with every change: iterators look at it. */
  version = 0;

  get length(): number {
    return this.#length;
  }

  at(index: number): T {
    return this.#ring[this.#place(index)]!;
  }

  set(index: number, item: T): void {
    this.#ring[this.#place(index)] = item;
  }

  push(item: T): void {
    this.#reserve();
    this.#ring[this.#place(this.#length++)] = item;
    this.version++;
  }

  unshift(item: T): void {
    this.#reserve();
    this.#first = this.#place(-1);
    this.#ring[this.#first] = item;
    this.#length++;
    this.version++;
  }

  pop(): T | undefined {
    if (this.#length === 0) return undefined;
    const place = this.#place(--this.#length);
    const item = this.#ring[place];
    this.#ring[place] = undefined;
    this.version++;
    return item;
  }

  shift(): T | undefined {
    if (this.#length === 0) return undefined;
    const item = this.#ring[this.#first];
    this.#ring[this.#first] = undefined;
    this.#first = this.#place(1);
    this.#length--;
    this.version++;
    return item;
  }

  toArray(): T[] {
    return Array.from({ length: this.#length }, (_, index) => this.at(index));
  }

  replace(items: readonly T[]): void {
    let size = smallest;
    while (size < items.length) size *= 2;
    grow(size * 8);
    this.#ring = [...items];
    this.#ring.length = size;
    this.#first = 0;
    this.#length = items.length;
    this.version++;
  }

  /** The length of the ring is a power of two. */
  #place(index: number): number {
    return (this.#first + index) & (this.#ring.length - 1);
  }

  #reserve(): void {
    if (this.#length < this.#ring.length) return;
    const { version } = this;
    const items = this.toArray();
    grow(items.length * 8);
    this.#ring = items;
    this.#ring.length = items.length * 2;
    this.#first = 0;
    this.version = version;
  }
}

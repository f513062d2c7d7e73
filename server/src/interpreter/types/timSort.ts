/**
 * CPython's list sort, comparison by comparison, for keys whose comparisons a program can see: Tim Peters' merge sort
 * of natural runs with galloping (`Objects/listsort.txt`), the merges in the order of Munro's and Wild's powersort since 3.11 and by
 * the lengths of runs before.
 */

/** Tells whether the element `a` comes before the element `b`. */
export type IsBefore = (a: number, b: number) => boolean;

/** Runs in a row after which merging begins to gallop. */
const leastGallop = 7;

interface Run {
  readonly base: number;
  length: number;
  power: number;
}

/** How neighbouring runs are chosen for merging. */
export type MergeOrder = 'power' | 'length';

/** Sorts the elements in place. */
export function timSort(elements: Uint32Array, isBefore: IsBefore, order: MergeOrder): Uint32Array {
  if (elements.length > 1) new TimSort(elements, isBefore, order).run();
  return elements;
}

/** The length below which a run is filled up: `length` over a power of two, between 32 and 64. */
function leastRun(length: number): number {
  let rest = 0;
  let n = length;
  while (n >= 64) {
    rest |= n & 1;
    n >>= 1;
  }
  return n + rest;
}

/** The depth at which powersort's tree parts two neighbouring runs. */
function powerBetween(start: number, lengths: readonly [number, number], total: number): number {
  let a = 2 * start + lengths[0];
  let b = a + lengths[0] + lengths[1];
  for (let power = 1; ; power++) {
    if (a >= total) {
      a -= total;
      b -= total;
    } else if (b >= total) return power;
    a *= 2;
    b *= 2;
  }
}

/** A part of an array. */
interface Slice {
  readonly array: Uint32Array;
  readonly base: number;
  readonly length: number;
}

class TimSort {
  readonly #elements: Uint32Array;
  readonly #isBefore: IsBefore;
  readonly #order: MergeOrder;
  readonly #pending: Run[] = [];
  #gallop = leastGallop;

  constructor(elements: Uint32Array, isBefore: IsBefore, order: MergeOrder) {
    this.#elements = elements;
    this.#isBefore = isBefore;
    this.#order = order;
  }

  run(): void {
    const { length } = this.#elements;
    const least = leastRun(length);
    for (let low = 0; low < length; ) {
      let count = this.#countRun(low);
      if (count < least) {
        const forced = Math.min(least, length - low);
        this.#insert(low, low + forced, low + count);
        count = forced;
      }
      if (this.#order === 'power') this.#mergeByPower(count);
      this.#pending.push({ base: low, length: count, power: 0 });
      if (this.#order === 'length') this.#mergeByLength();
      low += count;
    }
    this.#mergeAll();
  }

  /** The length of the run at `low`; a falling one is turned round. */
  #countRun(low: number): number {
    const elements = this.#elements;
    if (low + 1 === elements.length) return 1;
    const falls = this.#isBefore(elements[low + 1]!, elements[low]!);
    let at = low + 2;
    while (at < elements.length && this.#isBefore(elements[at]!, elements[at - 1]!) === falls) at++;
    if (falls) elements.subarray(low, at).reverse();
    return at - low;
  }

  /** Binary insertion of the elements from `start` on into those before them. */
  #insert(low: number, high: number, start: number): void {
    const elements = this.#elements;
    for (let at = Math.max(start, low + 1); at < high; at++) {
      const pivot = elements[at]!;
      let left = low;
      let right = at;
      while (left < right) {
        const middle = left + ((right - left) >> 1);
        if (this.#isBefore(pivot, elements[middle]!)) right = middle;
        else left = middle + 1;
      }
      elements.copyWithin(left + 1, left, at);
      elements[left] = pivot;
    }
  }

  #mergeByPower(next: number): void {
    const pending = this.#pending;
    const last = pending.at(-1);
    if (last === undefined) return;
    const power = powerBetween(last.base, [last.length, next], this.#elements.length);
    while (pending.length > 1 && pending[pending.length - 2]!.power > power)
      this.#mergeAt(pending.length - 2);
    pending.at(-1)!.power = power;
  }

  #mergeByLength(): void {
    const pending = this.#pending;
    const length = (at: number): number => pending[at]!.length;
    while (pending.length > 1) {
      const n = pending.length - 2;
      const isUneven =
        (n > 0 && length(n - 1) <= length(n) + length(n + 1)) ||
        (n > 1 && length(n - 2) <= length(n - 1) + length(n));
      if (isUneven) this.#mergeAt(length(n - 1) < length(n + 1) ? n - 1 : n);
      else if (length(n) <= length(n + 1)) this.#mergeAt(n);
      else return;
    }
  }

  #mergeAll(): void {
    const pending = this.#pending;
    while (pending.length > 1) {
      const n = pending.length - 2;
      const isShorter = n > 0 && pending[n - 1]!.length < pending[n + 1]!.length;
      this.#mergeAt(isShorter ? n - 1 : n);
    }
  }

  #mergeAt(index: number): void {
    const [first, second] = [this.#pending[index]!, this.#pending[index + 1]!];
    const elements = this.#elements;
    const b = { array: elements, base: second.base, length: second.length };
    const whole = { array: elements, base: first.base, length: first.length };
    first.length += second.length;
    this.#pending.splice(index + 1, 1);
    const skipped = this.#gallopRight(elements[b.base]!, whole, 0);
    const a = { array: elements, base: whole.base + skipped, length: whole.length - skipped };
    if (a.length === 0) return;
    const count = this.#gallopLeft(elements[a.base + a.length - 1]!, b, b.length - 1);
    if (count === 0) return;
    if (a.length <= count) this.#mergeLow(a, { ...b, length: count });
    else this.#mergeHigh(a, { ...b, length: count });
  }

  /** The place before the first element that is not less than `key`, looked for from `hint` on. */
  #gallopLeft(key: number, { array, base, length }: Slice, hint: number): number {
    return this.#gallopFrom((at) => this.#isBefore(array[base + at]!, key), length, hint);
  }

  /** The place before the first element that is greater than `key`. */
  #gallopRight(key: number, { array, base, length }: Slice, hint: number): number {
    return this.#gallopFrom((at) => !this.#isBefore(key, array[base + at]!), length, hint);
  }

  /** The first place where `isLower` no longer holds: in growing steps away from `hint`, then by halving. */
  #gallopFrom(isLower: (at: number) => boolean, length: number, hint: number): number {
    const goesUp = isLower(hint);
    const most = goesUp ? length - hint : hint + 1;
    let last = 0;
    let offset = 1;
    while (offset < most && isLower(goesUp ? hint + offset : hint - offset) === goesUp) {
      last = offset;
      offset = offset * 2 + 1;
    }
    offset = Math.min(offset, most);
    let low = (goesUp ? hint + last : hint - offset) + 1;
    let high = goesUp ? hint + offset : hint - last;
    while (low < high) {
      const middle = low + ((high - low) >> 1);
      if (isLower(middle)) low = middle + 1;
      else high = middle;
    }
    return high;
  }

  /** Merges from the front, the first run in a copy: it is not longer than the second. */
  #mergeLow(first: Slice, second: Slice): void {
    const elements = this.#elements;
    const copy = elements.slice(first.base, first.base + first.length);
    let [at, a, na] = [first.base, 0, first.length];
    let [b, nb] = [second.base, second.length];
    const takeA = (count: number): void => {
      elements.set(copy.subarray(a, a + count), at);
      at += count;
      a += count;
      na -= count;
    };
    const takeB = (count: number): void => {
      elements.copyWithin(at, b, b + count);
      at += count;
      b += count;
      nb -= count;
    };
    takeB(1);
    this.#interleave({
      isDone: () => nb === 0 || na <= 1,
      takesSecond: () => this.#isBefore(elements[b]!, copy[a]!),
      take: (isSecond) => (isSecond ? takeB(1) : takeA(1)),
      gallopFirst: () => {
        const count = this.#gallopRight(elements[b]!, { array: copy, base: a, length: na }, 0);
        takeA(count);
        return count;
      },
      gallopSecond: () => {
        const count = this.#gallopLeft(copy[a]!, { array: elements, base: b, length: nb }, 0);
        takeB(count);
        return count;
      },
      firstTakes: false,
    });
    if (nb > 0) takeB(nb);
    takeA(na);
  }

  /** Merges from the back, the second run in a copy. */
  #mergeHigh(first: Slice, second: Slice): void {
    const elements = this.#elements;
    const copy = elements.slice(second.base, second.base + second.length);
    let [na, nb] = [first.length, second.length];
    const { base } = first;
    const takeA = (count: number): void => {
      elements.copyWithin(base + na + nb - count, base + na - count, base + na);
      na -= count;
    };
    const takeB = (count: number): void => {
      elements.set(copy.subarray(nb - count, nb), base + na + nb - count);
      nb -= count;
    };
    takeA(1);
    this.#interleave({
      isDone: () => na === 0 || nb <= 1,
      takesSecond: () => this.#isBefore(copy[nb - 1]!, elements[base + na - 1]!),
      take: (isSecond) => (isSecond ? takeA(1) : takeB(1)),
      gallopFirst: () => {
        const count = na - this.#gallopRight(copy[nb - 1]!, { array: elements, base, length: na }, na - 1);
        takeA(count);
        return count;
      },
      gallopSecond: () => {
        const count =
          nb - this.#gallopLeft(elements[base + na - 1]!, { array: copy, base: 0, length: nb }, nb - 1);
        takeB(count);
        return count;
      },
      firstTakes: true,
    });
    if (na > 0) takeA(na);
    takeB(nb);
  }

  /** One at a time until one side wins often, then in gallops until they no longer pay. */
  #interleave(side: Sides): void {
    if (side.isDone()) return;
    for (;;) {
      if (!this.#oneByOne(side)) return;
      this.#gallop++;
      let counts: readonly [number, number];
      do {
        this.#gallop = Math.max(1, this.#gallop - 1);
        const left = side.gallopFirst();
        if (side.isDone()) return;
        side.take(!side.firstTakes);
        if (side.isDone()) return;
        const right = side.gallopSecond();
        if (side.isDone()) return;
        side.take(side.firstTakes);
        if (side.isDone()) return;
        counts = [left, right];
      } while (counts[0] >= leastGallop || counts[1] >= leastGallop);
      this.#gallop++;
    }
  }

  /** False once one side is used up. */
  #oneByOne(side: Sides): boolean {
    let wins = 0;
    let winner: boolean | null = null;
    do {
      const isSecond = side.takesSecond();
      side.take(isSecond);
      wins = isSecond === winner ? wins + 1 : 1;
      winner = isSecond;
      if (side.isDone()) return false;
    } while (wins < this.#gallop);
    return true;
  }
}

/** The two sides of a merge. */
interface Sides {
  /** True when nothing is left to compare. */
  isDone(): boolean;
  /** Whether the second run's next element comes before the first's. */
  takesSecond(): boolean;
  take(isSecond: boolean): void;
  /** Take what comes before the other side's next element; how many. */
  gallopFirst(): number;
  gallopSecond(): number;
  /** What `take` is given for the element that the first gallop stopped at: from the front the second run's. */
  readonly firstTakes: boolean;
}

/**
 * Ratcliff and Obershelp's matching of sequences, with the junk and the "popular" elements of CPython's
 * `difflib.SequenceMatcher`. Elements are Python values; equal ones are first given one number.
 */

import { KeyTable } from '../../../keyTable.ts';
import { call } from '../../../protocols/calls.ts';
import { isTrue } from '../../../protocols/comparison.ts';
import { turn } from '../../../runtime.ts';
import type { Value } from '../../../values.ts';

export type Block = readonly [a: number, b: number, size: number];
export type OpcodeTag = 'replace' | 'delete' | 'insert' | 'equal';
export type Opcode = readonly [tag: OpcodeTag, a1: number, a2: number, b1: number, b2: number];

/** Which elements are junk; null: none. */
export type JunkTest = ((item: Value) => boolean) | null;

export const junkTest = (given: Value): JunkTest =>
  given === null ? null : (item) => isTrue(call(given, [item]));

export class SequenceMatcher {
  a: readonly Value[] = [];
  b: readonly Value[] = [];
  readonly #isJunk: JunkTest;
  readonly #usesPopularity: boolean;
  readonly #numbers = new KeyTable();
  #aIds: number[] = [];
  #bIds: number[] = [];
  #places = new Map<number, number[]>();
  #junk = new Set<number>();
  #popular = new Set<number>();
  #blocks: readonly Block[] | null = null;

  constructor(isJunk: JunkTest, options: { readonly autoJunk: boolean }) {
    this.#isJunk = isJunk;
    this.#usesPopularity = options.autoJunk;
  }

  /** Elements that are junk, and that are too frequent to begin a match; both of the second sequence. */
  get junk(): Value[] {
    return this.#valuesOf(this.#junk);
  }

  get popular(): Value[] {
    return this.#valuesOf(this.#popular);
  }

  #valuesOf(ids: ReadonlySet<number>): Value[] {
    return [...this.#numbers.entries()].filter(({ value }) => ids.has(value as number)).map(({ key }) => key);
  }

  #idOf(item: Value): number {
    const known = this.#numbers.get(item);
    if (known !== undefined) return known as number;
    const id = this.#numbers.size;
    this.#numbers.set(item, id);
    return id;
  }

  setFirst(items: readonly Value[]): void {
    this.a = items;
    this.#aIds = items.map((item) => this.#idOf(item));
    this.#blocks = null;
  }

  setSecond(items: readonly Value[]): void {
    this.b = items;
    this.#bIds = items.map((item) => this.#idOf(item));
    this.#blocks = null;
    this.#chain();
  }

  /** Where the elements of the second sequence are. */
  #chain(): void {
    const places = new Map<number, number[]>();
    for (const [index, id] of this.#bIds.entries()) {
      const known = places.get(id);
      if (known) known.push(index);
      else places.set(id, [index]);
    }
    this.#junk = new Set();
    if (this.#isJunk !== null) {
      for (const [id, [first]] of [...places]) {
        if (!this.#isJunk(this.b[first!]!)) continue;
        this.#junk.add(id);
        places.delete(id);
      }
    }
    this.#popular = new Set();
    const { length } = this.b;
    if (this.#usesPopularity && length >= 200) {
      const most = Math.floor(length / 100) + 1;
      for (const [id, all] of [...places]) {
        if (all.length <= most) continue;
        this.#popular.add(id);
        places.delete(id);
      }
    }
    this.#places = places;
  }

  /** The longest block of equal elements within the windows, the earliest of these. */
  longestMatch(aStart: number, aEnd: number, bStart: number, bEnd: number): Block {
    let [bestA, bestB, size] = [aStart, bStart, 0];
    let lengths = new Map<number, number>();
    for (let i = aStart; i < aEnd; i++) {
      const next = new Map<number, number>();
      turn();
      for (const j of this.#places.get(this.#aIds[i]!) ?? []) {
        turn();
        if (j < bStart) continue;
        if (j >= bEnd) break;
        const length = (lengths.get(j - 1) ?? 0) + 1;
        next.set(j, length);
        if (length > size) [bestA, bestB, size] = [i - length + 1, j - length + 1, length];
      }
      lengths = next;
    }
    let block: Block = [bestA, bestB, size];
    for (const junk of ['without', 'with'] as const) {
      block = this.#extend(block, { aStart, aEnd, bStart, bEnd }, junk);
    }
    return block;
  }

  #extend(
    [a, b, length]: Block,
    window: { aStart: number; aEnd: number; bStart: number; bEnd: number },
    junk: 'with' | 'without',
  ): Block {
    let [bestA, bestB, size] = [a, b, length];
    const fits = (i: number, j: number): boolean =>
      this.#junk.has(this.#bIds[j]!) === (junk === 'with') && this.#aIds[i] === this.#bIds[j];
    while (bestA > window.aStart && bestB > window.bStart && fits(bestA - 1, bestB - 1)) {
      bestA--;
      bestB--;
      size++;
    }
    while (bestA + size < window.aEnd && bestB + size < window.bEnd && fits(bestA + size, bestB + size))
      size++;
    return [bestA, bestB, size];
  }

  matchingBlocks(): readonly Block[] {
    if (this.#blocks) return this.#blocks;
    const queue: (readonly [number, number, number, number])[] = [[0, this.a.length, 0, this.b.length]];
    const found: Block[] = [];
    for (let window = queue.pop(); window !== undefined; window = queue.pop()) {
      const [aStart, aEnd, bStart, bEnd] = window;
      const block = this.longestMatch(aStart, aEnd, bStart, bEnd);
      const [i, j, size] = block;
      if (size === 0) continue;
      found.push(block);
      if (aStart < i && bStart < j) queue.push([aStart, i, bStart, j]);
      if (i + size < aEnd && j + size < bEnd) queue.push([i + size, aEnd, j + size, bEnd]);
    }
    found.sort((x, y) => x[0] - y[0] || x[1] - y[1]);
    this.#blocks = [...joinAdjacent(found), [this.a.length, this.b.length, 0]];
    return this.#blocks;
  }

  opcodes(): Opcode[] {
    let [i, j] = [0, 0];
    const result: Opcode[] = [];
    for (const [a, b, size] of this.matchingBlocks()) {
      if (i < a && j < b) result.push(['replace', i, a, j, b]);
      else if (i < a) result.push(['delete', i, a, j, b]);
      else if (j < b) result.push(['insert', i, a, j, b]);
      [i, j] = [a + size, b + size];
      if (size > 0) result.push(['equal', a, i, b, j]);
    }
    return result;
  }

  /** Changes with up to `context` equal elements around them. */
  groupedOpcodes(context: number): Opcode[][] {
    const all = this.opcodes();
    if (all.length === 0) all.push(['equal', 0, 1, 0, 1]);
    const [first] = all;
    if (first![0] === 'equal') {
      const [tag, i1, i2, j1, j2] = first!;
      all[0] = [tag, Math.max(i1, i2 - context), i2, Math.max(j1, j2 - context), j2];
    }
    const last = all.at(-1)!;
    if (last[0] === 'equal') {
      const [tag, i1, i2, j1, j2] = last;
      all[all.length - 1] = [tag, i1, Math.min(i2, i1 + context), j1, Math.min(j2, j1 + context)];
    }
    const groups: Opcode[][] = [];
    let group: Opcode[] = [];
    for (const [tag, i1, i2, j1, j2] of all) {
      let [from, to] = [i1, j1];
      if (tag === 'equal' && i2 - i1 > 2 * context) {
        group.push([tag, i1, Math.min(i2, i1 + context), j1, Math.min(j2, j1 + context)]);
        groups.push(group);
        group = [];
        [from, to] = [Math.max(i1, i2 - context), Math.max(j1, j2 - context)];
      }
      group.push([tag, from, i2, to, j2]);
    }
    const isOnlyEqual = group.length === 1 && group[0]![0] === 'equal';
    if (group.length > 0 && !isOnlyEqual) groups.push(group);
    return groups;
  }

  ratio(): number {
    const matches = this.matchingBlocks().reduce((sum, [, , size]) => sum + size, 0);
    return ratioOf(matches, this.a.length + this.b.length);
  }

  /** An upper bound: how many elements they share, in any order. */
  quickRatio(): number {
    const counts = new Map<number, number>();
    for (const id of this.#bIds) counts.set(id, (counts.get(id) ?? 0) + 1);
    let matches = 0;
    for (const id of this.#aIds) {
      const left = counts.get(id) ?? 0;
      counts.set(id, left - 1);
      if (left > 0) matches++;
    }
    return ratioOf(matches, this.a.length + this.b.length);
  }

  /** An upper bound by the lengths alone. */
  realQuickRatio(): number {
    const [a, b] = [this.a.length, this.b.length];
    return ratioOf(Math.min(a, b), a + b);
  }
}

const ratioOf = (matches: number, length: number): number => (length === 0 ? 1 : (2 * matches) / length);

function joinAdjacent(blocks: readonly Block[]): Block[] {
  const result: Block[] = [];
  let [a, b, size] = [0, 0, 0];
  for (const [i, j, length] of blocks) {
    if (a + size === i && b + size === j) size += length;
    else {
      if (size > 0) result.push([a, b, size]);
      [a, b, size] = [i, j, length];
    }
  }
  if (size > 0) result.push([a, b, size]);
  return result;
}

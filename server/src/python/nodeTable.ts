/**
 * The nodes of a tree-sitter tree as flat columns in source order, which is what the converter reads. A row is one
 * visible node; its children follow it directly, up to `after(row)`. Comments are not in it. An error node inside
 * something that is otherwise whole (an argument list, a header) has no row: its parent is marked `isBroken`, and its
 * place is in `errors`.
 */
import type { Tree } from 'web-tree-sitter';
import type { Span } from '../base/span.ts';
import { kinds } from './nodeKinds.ts';

/** A place that tree-sitter could not read. */
export interface ErrorPlace extends Span {
  /** The kind of the node that is missing; `kinds.ERROR` where something is there that does not fit. */
  readonly kind: number;
  /** The name of what is missing in the grammar, '' where something is too much. */
  readonly expected: string;
}

/** Addresses of statements that need not be read again. */
export type KnownAddresses = Pick<ReadonlyMap<number, unknown>, 'has'>;

export const noAddresses: KnownAddresses = new Map<number, unknown>();

/** Reads a tree into the table, which is empty before. */
export type TreeReader = (tree: Tree, table: NodeTable, known: KnownAddresses) => void;

const missingFlag = 1;
const brokenFlag = 2;
const knownFlag = 4;

export class NodeTable {
  rowCount = 0;
  readonly errors: ErrorPlace[] = [];
  #kinds: Uint8Array;
  #flags: Uint8Array;
  #starts: Int32Array;
  #ends: Int32Array;
  #afters: Int32Array;
  #addresses: Int32Array;

  constructor(capacity: number) {
    this.#kinds = new Uint8Array(capacity);
    this.#flags = new Uint8Array(capacity);
    this.#starts = new Int32Array(capacity);
    this.#ends = new Int32Array(capacity);
    this.#afters = new Int32Array(capacity);
    this.#addresses = new Int32Array(capacity);
  }

  kind(row: number): number {
    return this.#kinds[row]!;
  }

  start(row: number): number {
    return this.#starts[row]!;
  }

  end(row: number): number {
    return this.#ends[row]!;
  }

  /** The row after the last descendant: the next sibling, where there is one. */
  after(row: number): number {
    return this.#afters[row]!;
  }

  isMissing(row: number): boolean {
    return (this.#flags[row]! & missingFlag) !== 0;
  }

  isBroken(row: number): boolean {
    return (this.#flags[row]! & brokenFlag) !== 0;
  }

  /**
   * Where the runtime keeps the subtree of a statement; 0 for other rows, for statements with errors in them, and where
   * the reader does not know.
   */
  address(row: number): number {
    return this.#addresses[row]!;
  }

  /** True for a statement that was read before; its children have no rows. */
  isKnown(row: number): boolean {
    return (this.#flags[row]! & knownFlag) !== 0;
  }

  /** Adds a row; it is a leaf until {@link close} says otherwise. */
  add(kind: number, start: number, end: number): number {
    const row = this.rowCount++;
    if (row === this.#kinds.length) this.#grow();
    this.#kinds[row] = kind;
    this.#flags[row] = 0;
    this.#starts[row] = start;
    this.#ends[row] = end;
    this.#afters[row] = row + 1;
    this.#addresses[row] = 0;
    return row;
  }

  /** Ends the children of a row. */
  close(row: number): void {
    this.#afters[row] = this.rowCount;
  }

  markMissing(row: number, expected: string): void {
    this.#flags[row]! |= missingFlag;
    this.errors.push({ start: this.start(row), end: this.end(row), kind: this.kind(row), expected });
  }

  /** Notes an error that has no row; `parent` is the row around it. */
  addError(parent: number, start: number, end: number): void {
    this.errors.push({ start, end, kind: kinds.ERROR, expected: '' });
    if (parent >= 0) this.#flags[parent]! |= brokenFlag;
  }

  setAddress(row: number, address: number): void {
    this.#addresses[row] = address;
  }

  markKnown(row: number, address: number): void {
    this.#addresses[row] = address;
    this.#flags[row]! |= knownFlag;
  }

  markBroken(row: number): void {
    this.#flags[row]! |= brokenFlag;
  }

  clear(): void {
    this.rowCount = 0;
    this.errors.length = 0;
  }

  #grow(): void {
    const capacity = this.#kinds.length * 2;
    const flags = new Uint8Array(capacity);
    flags.set(this.#flags);
    this.#flags = flags;
    const kindColumn = new Uint8Array(capacity);
    kindColumn.set(this.#kinds);
    this.#kinds = kindColumn;
    this.#starts = grown(this.#starts, capacity);
    this.#ends = grown(this.#ends, capacity);
    this.#afters = grown(this.#afters, capacity);
    this.#addresses = grown(this.#addresses, capacity);
  }
}

const grown = (column: Int32Array, capacity: number): Int32Array => {
  const result = new Int32Array(capacity);
  result.set(column);
  return result;
};

/**
 * Hands the mark `isBroken` from parts (an argument list, a clause) up to the expression or statement around them, which
 * is where the converter looks for it.
 */
export function spreadBreaks(nodes: NodeTable, isCarrier: (kind: number) => boolean): void {
  const path: number[] = [];
  for (let row = 0; row < nodes.rowCount; row++) {
    while (path.length > 0 && nodes.after(path.at(-1)!) <= row) path.pop();
    if (nodes.isBroken(row) && !isCarrier(nodes.kind(row))) {
      const carrier = path.findLast(
        (outer) => isCarrier(nodes.kind(outer)) || keepsErrors(nodes.kind(outer)),
      );
      if (carrier !== undefined && !keepsErrors(nodes.kind(carrier))) nodes.markBroken(carrier);
    }
    if (nodes.after(row) > row + 1) path.push(row);
  }
}

/** True for nodes in which an error node is a row of its own, beside the statements. */
export const keepsErrors = (kind: number): boolean =>
  kind === kinds.module || kind === kinds.block || kind === kinds.ERROR;

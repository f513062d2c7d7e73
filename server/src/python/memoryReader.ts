/**
 * Reads a tree-sitter tree from the runtime's linear memory: no calls, no objects, about 20 ns per node.
 *
 * A `Subtree` is eight bytes: small leaves are stored in it, everything else is a pointer to a header whose children
 * lie directly before it. Hidden nodes (`_newline`, the parts of a repetition) are passed through to their children;
 * aliases come from the language's table by production. See `treeSitter.ts` for how the layout is checked.
 */
import type { Language, Tree } from 'web-tree-sitter';
import { isStatementKind, kinds } from './nodeKinds.ts';
import {
  type KnownAddresses,
  keepsErrors,
  type NodeTable,
  noAddresses,
  type TreeReader,
} from './nodeTable.ts';

/** The runtime's views of its memory; they are replaced when it grows. */
export interface Heap {
  HEAPU32: Uint32Array;
  HEAPU16: Uint16Array;
}

// Offsets of a heap node in 32-bit words.
const paddingWord = 1;
const sizeWord = 4;
const childCountWord = 9;
const symbolWord = 10;
const flagsWord = 11;
const productionWord = 16;
// Offsets in `TSLanguage` in words.
const symbolCountWord = 1;
const aliasLengthWord = 9;
const publicSymbolsWord = 19;
const aliasSequencesWord = 21;

const visibleFlag = 1;
const extraFlag = 4;
const missingFlag = 0x200;

const errorSymbol = 0xffff;

/** One level of the walk. */
interface Level {
  /** Address of the next child. */
  slot: number;
  lastSlot: number;
  isFirst: boolean;
  /** Index of the aliases of this production in 16-bit units, 0 for none. */
  aliases: number;
  structuralIndex: number;
  /** The row to close at the end, -1 for a hidden node. */
  row: number;
  /** The nearest visible node. */
  parentRow: number;
  /** Error nodes get rows here. */
  keepsErrors: boolean;
  /** The errors found before it. */
  errorCount: number;
}

const newLevel = (): Level => ({
  slot: 0,
  lastSlot: 0,
  isFirst: true,
  aliases: 0,
  structuralIndex: 0,
  row: -1,
  parentRow: -1,
  keepsErrors: false,
  errorCount: 0,
});

/** True for nodes whose inside nobody reads. */
export const isOpaque = (kind: number): boolean => kind === kinds.string_content;

const isLayout = (kind: number): boolean => kind === kinds.comment || kind === kinds.line_continuation;

/** Makes the reader for one language. */
export function createMemoryReader(heap: Heap, language: Language, kindOfSymbol: Uint8Array): TreeReader {
  const reader = new MemoryReader(heap, language, kindOfSymbol);
  return (tree, table, known) => reader.read(tree, table, known);
}

class MemoryReader {
  readonly #heap: Heap;
  readonly #language: Language;
  readonly #kindOfSymbol: Uint8Array;
  /** Kinds of the grammar's internal symbols. */
  readonly #publicKinds: Uint8Array;
  readonly #aliasLength: number;
  readonly #aliasSequences: number;
  readonly #levels: Level[] = [newLevel()];
  #depth = 0;
  #known: KnownAddresses = noAddresses;
  /** In bytes, two for each UTF-16 unit. */
  #position = 0;

  constructor(heap: Heap, language: Language, kindOfSymbol: Uint8Array) {
    const address = (language as unknown as Readonly<Record<number, number>>)[0]! >> 2;
    const words = heap.HEAPU32;
    this.#heap = heap;
    this.#language = language;
    this.#kindOfSymbol = kindOfSymbol;
    this.#aliasLength = words[address + aliasLengthWord]! & 0xffff;
    this.#aliasSequences = words[address + aliasSequencesWord]! >> 1;
    const publicSymbols = words[address + publicSymbolsWord]! >> 1;
    this.#publicKinds = new Uint8Array(words[address + symbolCountWord]!);
    for (let symbol = 0; symbol < this.#publicKinds.length; symbol++)
      this.#publicKinds[symbol] = kindOfSymbol[heap.HEAPU16[publicSymbols + symbol]!]!;
  }

  read(tree: Tree, table: NodeTable, known: KnownAddresses): void {
    this.#known = known;
    const root = tree.rootNode;
    this.#position = root.startIndex * 2;
    this.#depth = 0;
    const level = this.#levels[0]!;
    level.slot = root.id;
    level.lastSlot = root.id + 8;
    level.isFirst = true;
    level.aliases = 0;
    level.row = -1;
    level.parentRow = -1;
    level.keepsErrors = true;
    level.errorCount = 0;
    const { HEAPU32: words, HEAPU16: halves } = this.#heap;
    while (this.#depth >= 0) {
      const current = this.#levels[this.#depth]!;
      if (current.slot === current.lastSlot) {
        if (current.row >= 0) {
          table.close(current.row);
          if (table.errors.length > current.errorCount) table.setAddress(current.row, 0);
        }
        this.#depth--;
      } else this.#child(current, words, halves, table);
    }
  }

  /** Reads the next node of a level: a leaf out of its slot, others out of their header. */
  #child(level: Level, words: Uint32Array, halves: Uint16Array, table: NodeTable): void {
    const slot = level.slot >> 2;
    level.slot += 8;
    const pointer = words[slot]!;
    const isInline = (pointer & 1) !== 0;
    const node = pointer >> 2;
    const sizes = isInline ? words[slot + 1]! : 0;
    const padding = isInline ? (sizes >>> 16) & 0xff : words[node + paddingWord]!;
    const size = isInline ? sizes >>> 24 : words[node + sizeWord]!;
    const symbol = isInline ? (pointer >>> 8) & 0xff : words[node + symbolWord]! & 0xffff;
    // Visible, named and extra in this order; missing is bit 5 in a leaf and bit 9 in a header.
    const flags = isInline ? ((pointer >>> 1) & 7) | ((pointer & 0x20) << 4) : words[node + flagsWord]!;
    if (level.isFirst) level.isFirst = false;
    else this.#position += padding;
    let alias = 0;
    if ((flags & extraFlag) === 0) {
      if (level.aliases !== 0) alias = halves[level.aliases + level.structuralIndex]!;
      level.structuralIndex++;
    }
    const kind = this.#kindOf(symbol, alias);
    const end = this.#position + size;
    const row = alias !== 0 || (flags & visibleFlag) !== 0 ? this.#visible(level, table, kind, end) : -1;
    if ((flags & missingFlag) !== 0) this.#missing(level, table, row, alias || symbol);
    if (row >= 0 && !isInline && isStatementKind(kind) && this.#isKnown(level, table, row, pointer)) {
      this.#position = end;
      return;
    }
    const childCount = isInline || row === -2 || isOpaque(kind) ? 0 : words[node + childCountWord]!;
    if (childCount === 0) {
      this.#position = end;
      return;
    }
    const production = words[node + productionWord]! >>> 16;
    const inner = this.#enter(pointer - childCount * 8, pointer);
    inner.aliases = production === 0 ? 0 : this.#aliasSequences + production * this.#aliasLength;
    inner.row = row;
    inner.parentRow = row >= 0 ? row : level.parentRow;
    inner.keepsErrors = row >= 0 ? keepsErrors(kind) : level.keepsErrors;
    inner.errorCount = table.errors.length;
  }

  /** Notes where a statement is kept. The definition behind decorators is no statement of its own. */
  #isKnown(level: Level, table: NodeTable, row: number, address: number): boolean {
    if (level.parentRow >= 0 && table.kind(level.parentRow) === kinds.decorated_definition) return false;
    const isKnown = this.#known.has(address);
    if (isKnown) table.markKnown(row, address);
    else table.setAddress(row, address);
    return isKnown;
  }

  #enter(slot: number, lastSlot: number): Level {
    this.#depth++;
    if (this.#depth === this.#levels.length) this.#levels.push(newLevel());
    const level = this.#levels[this.#depth]!;
    level.slot = slot;
    level.lastSlot = lastSlot;
    level.isFirst = true;
    level.structuralIndex = 0;
    return level;
  }

  #kindOf(symbol: number, alias: number): number {
    if (alias !== 0) return this.#kindOfSymbol[alias]!;
    if (symbol === errorSymbol) return kinds.ERROR;
    return symbol < this.#publicKinds.length ? this.#publicKinds[symbol]! : kinds.other;
  }

  /** Adds the row of a visible node that ends at a byte; -2 where it and what is in it are left out. */
  #visible(level: Level, table: NodeTable, kind: number, endByte: number): number {
    if (isLayout(kind)) return -2;
    const start = this.#position >> 1;
    const end = endByte >> 1;
    if (kind === kinds.ERROR && !level.keepsErrors) {
      table.addError(level.parentRow, start, end);
      return -2;
    }
    return table.add(kind, start, end);
  }

  /** Notes a node that tree-sitter put in, which is empty. */
  #missing(level: Level, table: NodeTable, row: number, symbol: number): void {
    const offset = this.#position >> 1;
    if (row < 0) {
      table.addError(level.parentRow, offset, offset);
      return;
    }
    table.markMissing(row, this.#language.types[symbol] ?? '');
    if (level.parentRow >= 0) table.markBroken(level.parentRow);
  }
}

/**
 * Reads a tree-sitter tree from the runtime's linear memory: no calls, no objects, about 20 ns per node.
 *
 * A `Subtree` is eight bytes: small leaves are stored in it, everything else is a pointer to a header whose children
 * lie directly before it. Hidden nodes (`_newline`, the parts of a repetition) are passed through to their children;
 * aliases come from the language's table by production. See `treeSitter.ts` for how the layout is checked.
 */
import type { Language, Tree } from 'web-tree-sitter';
import { kinds } from './nodeKinds.ts';
import { keepsErrors, type NodeTable } from './nodeTable.ts';

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

const errorSymbol = 0xffff;
const missingErrorSymbol = 0xfffe;

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
});

/** True for nodes whose inside nobody reads. */
export const isOpaque = (kind: number): boolean => kind === kinds.string_content;

const isLayout = (kind: number): boolean => kind === kinds.comment || kind === kinds.line_continuation;

/** Makes the reader for one language. */
export function createMemoryReader(
  heap: Heap,
  language: Language,
  kindOfSymbol: Uint8Array,
): (tree: Tree, table: NodeTable) => void {
  const address = (language as unknown as Readonly<Record<number, number>>)[0]! >> 2;
  const words = heap.HEAPU32;
  const aliasLength = words[address + aliasLengthWord]! & 0xffff;
  const aliasSequences = words[address + aliasSequencesWord]! >> 1;
  const publicKinds = new Uint8Array(words[address + symbolCountWord]!);
  const publicSymbols = words[address + publicSymbolsWord]! >> 1;
  for (let symbol = 0; symbol < publicKinds.length; symbol++)
    publicKinds[symbol] = kindOfSymbol[heap.HEAPU16[publicSymbols + symbol]!]!;
  const levels: Level[] = [newLevel()];

  return (tree, table) => {
    const { HEAPU32: u32, HEAPU16: u16 } = heap;
    let depth = 0;
    let position = tree.rootNode.startIndex * 2;
    const root = levels[0]!;
    root.slot = tree.rootNode.id;
    root.lastSlot = root.slot + 8;
    root.isFirst = true;
    root.aliases = 0;
    root.row = -1;
    root.parentRow = -1;
    root.keepsErrors = true;

    while (depth >= 0) {
      const level = levels[depth]!;
      if (level.slot === level.lastSlot) {
        if (level.row >= 0) table.close(level.row);
        depth--;
        continue;
      }
      const word = level.slot >> 2;
      level.slot += 8;
      const pointer = u32[word]!;
      const isInline = (pointer & 1) !== 0;
      let padding: number;
      let size: number;
      let symbol: number;
      let flags: number;
      let childCount = 0;
      const node = pointer >> 2;
      if (isInline) {
        const sizes = u32[word + 1]!;
        symbol = (pointer >>> 8) & 0xff;
        padding = (sizes >>> 16) & 0xff;
        size = sizes >>> 24;
        // Same order as in the header: visible, named, extra; missing is bit 4 here and bit 9 there.
        flags = ((pointer >>> 1) & 7) | (pointer & 0x20 ? 0x200 : 0);
      } else {
        padding = u32[node + paddingWord]!;
        size = u32[node + sizeWord]!;
        symbol = u32[node + symbolWord]! & 0xffff;
        flags = u32[node + flagsWord]!;
        childCount = u32[node + childCountWord]!;
      }
      if (level.isFirst) level.isFirst = false;
      else position += padding;
      let alias = 0;
      if ((flags & 4) === 0) {
        if (level.aliases !== 0) alias = u16[level.aliases + level.structuralIndex]!;
        level.structuralIndex++;
      }
      const isVisible = alias !== 0 || (flags & 1) !== 0;
      const isError = symbol === errorSymbol;
      const kind = isError
        ? kinds.ERROR
        : alias !== 0
          ? kindOfSymbol[alias]!
          : symbol === missingErrorSymbol
            ? kinds.other
            : publicKinds[symbol]!;
      const end = position + size;
      let row = -1;
      if (isVisible) {
        if (isLayout(kind)) {
          position = end;
          continue;
        }
        if (isError && !level.keepsErrors) {
          table.addError(level.parentRow, position >> 1, end >> 1);
          position = end;
          continue;
        }
        row = table.add(kind, position >> 1, end >> 1);
        if ((flags & 0x200) !== 0) {
          table.markMissing(row, expectedName(language, alias || symbol));
          if (level.parentRow >= 0) table.markBroken(level.parentRow);
        }
      } else if ((flags & 0x200) !== 0) {
        table.addError(level.parentRow, position >> 1, end >> 1);
      }
      if (childCount === 0 || isOpaque(kind)) {
        position = end;
        continue;
      }
      depth++;
      if (depth === levels.length) levels.push(newLevel());
      const inner = levels[depth]!;
      inner.slot = pointer - childCount * 8;
      inner.lastSlot = pointer;
      inner.isFirst = true;
      const production = u32[node + productionWord]! >>> 16;
      inner.aliases = production === 0 ? 0 : aliasSequences + production * aliasLength;
      inner.structuralIndex = 0;
      inner.row = row;
      inner.parentRow = row >= 0 ? row : level.parentRow;
      inner.keepsErrors = row >= 0 ? keepsErrors(kind) : level.keepsErrors;
    }
  };
}

/** What the grammar calls a node that is missing. */
export const expectedName = (language: Language, symbol: number): string => language.types[symbol] ?? '';

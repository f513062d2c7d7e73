/** Reads a tree-sitter tree through the public cursor: the slow but promised way. See `treeSitter.ts`. */
import type { Tree, TreeCursor } from 'web-tree-sitter';
import { isOpaque } from './memoryReader.ts';
import { kinds } from './nodeKinds.ts';
import { keepsErrors, type NodeTable } from './nodeTable.ts';

/** Fills the table from the tree; `kindOfSymbol` gives the kind of each symbol of the grammar. */
export function readCursor(tree: Tree, table: NodeTable, kindOfSymbol: Uint8Array): void {
  const cursor = tree.walk();
  const path: number[] = [];
  try {
    for (;;) {
      const row = addNode(cursor, table, path.at(-1) ?? -1, kindOfSymbol);
      if (row >= 0 && !isOpaque(table.kind(row)) && cursor.gotoFirstChild()) {
        path.push(row);
        continue;
      }
      while (!cursor.gotoNextSibling()) {
        if (!cursor.gotoParent()) return;
        table.close(path.pop()!);
      }
    }
  } finally {
    cursor.delete();
  }
}

/** Adds the node under the cursor; -1 when it has no row. */
function addNode(cursor: TreeCursor, table: NodeTable, parent: number, kindOfSymbol: Uint8Array): number {
  const symbol = cursor.nodeTypeId;
  const isError = symbol === 0xffff;
  const kind = isError ? kinds.ERROR : (kindOfSymbol[symbol] ?? kinds.other);
  if (kind === kinds.comment || kind === kinds.line_continuation) return -1;
  const start = cursor.startIndex;
  const end = cursor.endIndex;
  if (isError && parent >= 0 && !keepsErrors(table.kind(parent))) {
    table.addError(parent, start, end);
    return -1;
  }
  const row = table.add(kind, start, end);
  if (cursor.nodeIsMissing) {
    table.markMissing(row, cursor.nodeType);
    if (parent >= 0) table.markBroken(parent);
  }
  return row;
}

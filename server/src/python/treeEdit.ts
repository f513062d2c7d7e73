/** Tells tree-sitter what changed between two versions of the text that it sees. */
import { Edit, type Point, type Tree } from 'web-tree-sitter';
import type { Source } from './source.ts';
import type { Change, SourceUpdate } from './sourceUpdate.ts';

/**
 * Marks the smallest range that covers every difference, in the source and in the masked text: a quote can change the
 * mask of everything after it. Outside of `change` the two are equal.
 */
export function editTree(tree: Tree, before: Source, { source: after, change }: SourceUpdate): void {
  const prefix = (a: string, b: string): number => commonPrefix(a, b, change);
  const start = Math.min(prefix(before.text, after.text), prefix(before.masked, after.masked));
  const rest = { ...change, start };
  const suffix = (a: string, b: string): number => commonSuffix(a, b, rest);
  const tail = Math.min(suffix(before.text, after.text), suffix(before.masked, after.masked));
  const oldEnd = before.text.length - tail;
  const newEnd = after.text.length - tail;
  if (oldEnd === start && newEnd === start) return;
  const startPosition = pointAt(before.masked, start, { row: 0, column: 0 }, 0);
  tree.edit(
    new Edit({
      startIndex: start,
      oldEndIndex: oldEnd,
      newEndIndex: newEnd,
      startPosition,
      oldEndPosition: pointAt(before.masked, oldEnd, startPosition, start),
      newEndPosition: pointAt(after.masked, newEnd, startPosition, start),
    }),
  );
}

/** The offset up to which two texts are equal. */
function commonPrefix(a: string, b: string, { start, oldEnd, newEnd }: Change): number {
  const limit = Math.min(oldEnd, newEnd);
  let offset = start;
  while (offset < limit && a.charCodeAt(offset) === b.charCodeAt(offset)) offset++;
  return offset;
}

/** The length of what is equal at their ends. */
function commonSuffix(a: string, b: string, { start, oldEnd, newEnd }: Change): number {
  const limit = a.length - oldEnd + Math.min(oldEnd, newEnd) - start;
  let length = a.length - oldEnd;
  while (length < limit && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length))
    length++;
  return length;
}

/** Row and column of an offset, counted on from a known place before it. */
function pointAt(text: string, offset: number, from: Point, fromOffset: number): Point {
  let row = from.row;
  let lineStart = fromOffset - from.column;
  for (let at = text.indexOf('\n', fromOffset); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    row++;
    lineStart = at + 1;
  }
  return { row, column: offset - lineStart };
}

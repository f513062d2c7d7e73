/** Tells tree-sitter what changed between two versions of the text that it sees. */
import { Edit, type Point, type Tree } from 'web-tree-sitter';
import type { TextEdit } from './parsedFile.ts';
import type { Source } from './source.ts';

/** The text after edits, each applied to what the one before left. */
export const applyEdits = (text: string, edits: readonly TextEdit[]): string =>
  edits.reduce(
    (current, edit) => current.slice(0, edit.start) + edit.newText + current.slice(edit.end),
    text,
  );

/**
 * Marks the smallest range that covers every difference, in the source and in the masked text: a quote can change the
 * mask of everything after it.
 */
export function editTree(tree: Tree, before: Source, after: Source): void {
  const shorter = Math.min(before.text.length, after.text.length);
  const start = Math.min(
    commonPrefix(before.text, after.text, shorter),
    commonPrefix(before.masked, after.masked, shorter),
  );
  const tail = Math.min(
    commonSuffix(before.text, after.text, shorter - start),
    commonSuffix(before.masked, after.masked, shorter - start),
  );
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

function commonPrefix(a: string, b: string, limit: number): number {
  let length = 0;
  while (length < limit && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}

function commonSuffix(a: string, b: string, limit: number): number {
  let length = 0;
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

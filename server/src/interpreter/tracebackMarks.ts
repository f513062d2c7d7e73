/**
 * The marks under the source line of a traceback: `^` below what was evaluated, `~` below the operands of an operator or the
 * object of a subscript. Where they stand and when they are left out follows CPython 3.12's `Lib/traceback.py`.
 */
import { LineIndex } from '../base/lineIndex.ts';
import type { Span } from '../base/span.ts';
import type { AnyNode, BinOp, Subscript } from '../python/syntax.ts';
import { isHead } from './callSite.ts';
import type { TracebackFrame } from './values.ts';

/** The marks, to be printed below the source line without the spaces before it; empty where there are none. */
export function marksUnder(frame: TracebackFrame): string {
  const { span, text } = frame;
  if (isHead(span)) return '';
  const index = new LineIndex(text);
  const line = index.lineAt(span.start);
  const lineStart = index.lineStart(line);
  const source = text.slice(lineStart, index.lineStart(line + 1)).trimEnd();
  const stripped = source.trimStart();
  const isOneLine = index.lineAt(span.end) === line;
  const start = span.start - lineStart;
  const end = isOneLine ? span.end - lineStart : source.length;
  const anchors = isOneLine ? anchorsOf(span, text) : null;
  const hasAnchors = anchors !== null && anchors.end > anchors.start;
  if (end - start >= stripped.length && !hasAnchors) return '';
  const indent = ' '.repeat(width(source.slice(source.length - stripped.length, start)));
  if (!anchors) return indent + '^'.repeat(width(source.slice(start, end)));
  const before = width(source.slice(start, start + anchors.start));
  const middle = width(source.slice(start + anchors.start, start + anchors.end));
  const after = width(source.slice(start + anchors.end, end));
  return indent + '~'.repeat(before) + '^'.repeat(middle) + '~'.repeat(after);
}

/** Offsets from the start of the expression. */
interface Anchors {
  readonly start: number;
  readonly end: number;
}

/** The place of a frame mostly is a node of the tree. */
function anchorsOf(place: Span | AnyNode, text: string): Anchors | null {
  if (!('kind' in place)) return null;
  const segment = text.slice(place.start, place.end);
  if (place.kind === 'BinOp') return operatorAnchors(place, segment);
  return place.kind === 'Subscript' ? subscriptAnchors(place, segment) : null;
}

/** From the operator, which stands behind closing brackets and spaces, over one or two characters. */
function operatorAnchors(node: BinOp, segment: string): Anchors {
  const between = segment.slice(node.left.end - node.start, node.right.start - node.start);
  const skipped = between.length - between.trimStart().length;
  let start = node.left.end - node.start + skipped;
  const second = between[skipped + 1];
  let end = start + (second !== undefined && second.trim() !== '' ? 2 : 1);
  while (start < segment.length && /[\s)#]/.test(segment[start]!)) {
    start++;
    end++;
  }
  return { start, end };
}

function subscriptAnchors(node: Subscript, segment: string): Anchors {
  let start = node.value.end - node.start;
  while (start < segment.length && segment[start] !== '[') start++;
  let end = node.index.end - node.start + 1;
  while (end < segment.length && segment[end] !== ']') end++;
  return { start, end: Math.min(end + 1, segment.length) };
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u4dbf\u4e00-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u;

/** How many columns a text takes. */
function width(text: string): number {
  let columns = 0;
  for (const character of text) columns += wide.test(character) ? 2 : 1;
  return columns;
}

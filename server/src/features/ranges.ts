/** From UTF-16 offsets to the lines and characters of the language server protocol. */
import type { Range } from 'vscode-languageserver-types';
import type { LineIndex } from '../base/lineIndex.ts';
import type { Span } from '../base/span.ts';

/** The range of a span. */
export const rangeOf = (lines: LineIndex, span: Span): Range => ({
  start: lines.positionAt(span.start),
  end: lines.positionAt(span.end),
});

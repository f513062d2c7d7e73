/** A program with a cursor, and everything that a feature needs to know about it. */
import { LineIndex } from '../../../server/src/base/lineIndex.ts';
import { viewOfFile } from '../../../server/src/features/documentView.ts';
import { columnGap } from '../../../server/src/features/markdown.ts';
import type { TextContext } from '../../../server/src/features/textContext.ts';
import { analyzed, firstLines, parse } from '../analysis/cases.ts';
import { readCursor } from '../fixtures/carets.ts';

export const uri = 'file:///program.py';

/** The program after the usual first lines (unless it imports something itself); `$0` is the cursor. */
export function fixture(program: string) {
  const before = /^(import|from) /m.test(program) ? '' : firstLines;
  const { text, offset } = readCursor(before + program);
  const file = parse(text);
  const view = viewOfFile({ uri, text, lines: new LineIndex(text) });
  const context: TextContext = { file, view, floatX: 'float64', floatXReason: 'the default' };
  return { text, offset, file, view, analysis: analyzed(text), context };
}

/** Without a cursor. */
export const program = (text: string) => fixture(`${text}$0`);

/** Markdown without its links and the room in its tables: `[line 7](file:///program.py#L7)` becomes `line 7`. */
export const withoutLinks = (markdown: string): string =>
  markdown
    .replaceAll(columnGap, '')
    .replaceAll('\u00a0', ' ')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');

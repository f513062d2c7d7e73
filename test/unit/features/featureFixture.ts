/** A program with a cursor, and everything that a feature needs to know about it. */
import { LineIndex } from '../../../server/src/base/lineIndex.ts';
import { analyzed, firstLines, parse } from '../analysis/cases.ts';
import { readCursor } from '../fixtures/carets.ts';

export const uri = 'file:///program.py';

/** The program after the usual first lines; `$0` is the cursor. */
export function fixture(program: string) {
  const { text, offset } = readCursor(firstLines + program);
  return { text, offset, file: parse(text), lines: new LineIndex(text), analysis: analyzed(text) };
}

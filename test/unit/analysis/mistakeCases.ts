/** Marks of mistakes: `# ^^^ state-dtype` below the text that a mistake is about. */
import { expect } from 'vitest';
import type { Mistake, MistakeKind } from '../../../server/src/analysis/mistakes.ts';
import { LineIndex } from '../../../server/src/base/lineIndex.ts';
import { readCarets } from '../fixtures/carets.ts';
import { analyzed } from './cases.ts';

/** The mistakes of some kinds in a program. */
export const mistakesOf = (text: string, kinds: readonly MistakeKind[]): readonly Mistake[] =>
  analyzed(text).mistakes.filter((mistake) => kinds.includes(mistake.kind));

/** Checks that exactly the marked mistakes of `kinds` are there. */
export function expectMarkedMistakes(text: string, kinds: readonly MistakeKind[]): void {
  const lines = new LineIndex(text);
  const line = (offset: number) => lines.lineAt(offset) + 1;
  const marked = readCarets(text).map(
    ({ span, label }) => `${line(span.start)} ${text.slice(span.start, span.end)} ${label}`,
  );
  const found = mistakesOf(text, kinds).map(
    ({ span, kind }) => `${line(span.start)} ${text.slice(span.start, span.end)} ${kind}`,
  );
  expect(found).toEqual(marked);
}

/** Programs for detectors of mistakes: `# ^^^ kind words` marks one, and the words stand somewhere in what it says. */
import { expect } from 'vitest';
import type { Mistake, MistakeKind } from '../../../server/src/analysis/mistakes.ts';
import { LineIndex } from '../../../server/src/base/lineIndex.ts';
import { readCarets } from '../fixtures/carets.ts';
import { analyzed } from './cases.ts';

/** The kinds that these programs are about; each is looked for in every program. */
const kinds: ReadonlySet<MistakeKind> = new Set<MistakeKind>([
  'step-arity',
  'outputs-info-arity',
  'unparsable-step-return',
  'step-returns-python-value',
  'pair-is-two-outputs',
  'strict-missing',
  'strict-needs-list',
  'missing-input-in-updates',
  'unknown-scan-argument',
  'no-number-of-steps',
  'one-step-scan-ignores',
  'not-unpacked',
  'unpacked-without-updates',
  'return-updates-false-with-updates',
  'wrong-updates-argument',
  'merge-not-supported-by-version',
  'colliding-updates',
  'updates-not-in-this-function',
  'repeated-random-draw',
  'forgotten-final-rng',
  'draw-outside-step',
  'python-control-flow-on-symbolic',
  'runs-once-in-step',
  'item-assignment',
  'grad-of-sequence-element',
  'late-binding-step',
]);

interface Marked {
  readonly line: number;
  readonly text: string;
  readonly kind: string;
}

/** Checks that exactly the marked mistakes are there; `more`: kinds that are looked for beside the usual ones. */
export function expectMarkedMistakes(text: string, more: readonly MistakeKind[] = []): void {
  const lines = new LineIndex(text);
  const found = analyzed(text).mistakes.filter(({ kind }) => kinds.has(kind) || more.includes(kind));
  const marks = readCarets(text);
  const mark = (span: Mistake['span'], kind: string): Marked => ({
    line: lines.lineAt(span.start) + 1,
    text: text.slice(span.start, span.end),
    kind,
  });
  expect(found.map(({ span, kind }) => mark(span, kind))).toEqual(
    marks.map(({ span, label }) => mark(span, label.split(' ')[0] ?? '')),
  );
  for (const [index, { label }] of marks.entries()) {
    const said = JSON.stringify(found[index]);
    for (const word of label.split(' ').slice(1)) expect(said).toContain(word);
  }
}

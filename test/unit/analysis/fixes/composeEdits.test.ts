/** Rounds of edits are the same as their sum. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composeEdits } from '../../../../server/src/analysis/fixes/composeEdits.ts';
import { applyEdits } from '../../../../server/src/analysis/fixes/fix.ts';
import type { TextEdit } from '../../../../server/src/python/parsedFile.ts';

const insert = (offset: number, newText: string): TextEdit => ({ start: offset, end: offset, newText });

test('what lies between two edits is not touched', () => {
  const rounds = [[insert(1, 'x'), { start: 3, end: 5, newText: 'dEf' }], [insert(2, 'y')]];
  expect(composeEdits('abcdef', rounds)).toEqual([insert(1, 'xy'), { start: 4, end: 5, newText: 'Ef' }]);
});

test('an edit that is taken back is none', () => {
  expect(composeEdits('abc', [[insert(1, 'x')], [{ start: 1, end: 2, newText: '' }]])).toEqual([]);
});

const round = fc.array(
  fc.tuple(fc.nat(8), fc.nat(4), fc.string({ maxLength: 3, unit: fc.constantFrom('a', 'b', '\r', '\n') })),
);

/** Edits one after another in a text, as far as there is room. */
function editsOf(text: string, parts: readonly (readonly [number, number, string])[]): readonly TextEdit[] {
  let offset = 0;
  return parts.map(([gap, length, newText]) => {
    const start = Math.min(text.length, offset + gap);
    const end = Math.min(text.length, start + length);
    offset = end;
    return { start, end, newText };
  });
}

test('applied at once they make the text that the rounds make', () => {
  const text = fc.string({ maxLength: 30, unit: fc.constantFrom('a', 'b', '\r', '\n') });
  fc.assert(
    fc.property(text, fc.array(round, { maxLength: 4 }), (first, steps) => {
      let present = first;
      const rounds = steps.map((parts) => {
        const edits = editsOf(present, parts);
        present = applyEdits(present, edits);
        return edits;
      });
      const composed = composeEdits(first, rounds);
      expect(applyEdits(first, composed)).toBe(present);
      for (const [index, { start }] of composed.entries())
        expect(start).toBeGreaterThanOrEqual(composed[index - 1]?.end ?? 0);
    }),
  );
});

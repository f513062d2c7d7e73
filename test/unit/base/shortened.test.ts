/** Cut texts. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shortened } from '../../../server/src/base/shortened.ts';

it.each([
  ['abc', 3, 'abc'],
  ['abcd', 3, 'ab…'],
  ['', 3, ''],
  ['a😀b', 4, 'a😀b'],
  ['a😀bc', 4, 'a😀…'],
  ['a😀bc', 3, 'a…'],
  ['a😀bc', 2, 'a…'],
])('%j in %i units is %j', (text, limit, expected) => {
  expect(shortened(text, limit)).toBe(expected);
});

it('never takes more room and never leaves half a character', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.integer({ min: 1, max: 20 }),
      (text, limit) => {
        const cut = shortened(text, limit);
        expect(cut.length).toBeLessThanOrEqual(limit);
        expect(cut).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
      },
    ),
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Edit, moveOffset, moveThrough } from '../../../client/src/editTracking.ts';

const insert = (offset: number, text: string): Edit => ({ offset, length: 0, text });

describe('moveOffset', () => {
  test.each([
    { edit: insert(2, 'abc'), offset: 5, gravity: 'left', expected: 8 },
    { edit: insert(5, 'abc'), offset: 5, gravity: 'left', expected: 5 },
    { edit: insert(5, 'abc'), offset: 5, gravity: 'right', expected: 8 },
    { edit: insert(6, 'abc'), offset: 5, gravity: 'right', expected: 5 },
    { edit: { offset: 2, length: 2, text: '' }, offset: 5, gravity: 'left', expected: 3 },
    { edit: { offset: 2, length: 3, text: 'x' }, offset: 5, gravity: 'left', expected: 3 },
    { edit: { offset: 5, length: 3, text: 'x' }, offset: 5, gravity: 'right', expected: 5 },
    { edit: { offset: 4, length: 3, text: 'xy' }, offset: 5, gravity: 'left', expected: 4 },
    { edit: { offset: 4, length: 3, text: 'xy' }, offset: 5, gravity: 'right', expected: 6 },
  ] as const)('$offset with gravity $gravity goes to $expected', ({ edit, offset, gravity, expected }) => {
    expect(moveOffset(offset, edit, gravity)).toBe(expected);
  });

  test('what stands at a place outside of the edits stands there afterwards', () => {
    const edits = fc.array(
      fc.record({ at: fc.nat(20), length: fc.nat(5), text: fc.string({ maxLength: 4 }) }),
    );
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 30 }), edits, (before, raw) => {
        let text = `${before}|rest`;
        const applied: Edit[] = [];
        for (const { at, length, text: added } of raw) {
          const end = moveThrough(before.length, applied, 'right');
          const edit = {
            offset: Math.min(at, end),
            length: Math.min(length, end - Math.min(at, end)),
            text: added,
          };
          text = text.slice(0, edit.offset) + edit.text + text.slice(edit.offset + edit.length);
          applied.push(edit);
        }
        const place = moveThrough(before.length, applied, 'right');
        expect(text.slice(place)).toBe('|rest');
      }),
      { numRuns: 200 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Edit, EditLog, moveOffset, moveSpan, moveThrough } from '../../../client/src/editTracking.ts';

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

describe('the log of edits', () => {
  test('knows what came after each marked version', () => {
    const log = new EditLog();
    log.add([insert(0, 'before anything was marked')]);
    log.mark(2);
    log.add([insert(3, 'a')]);
    log.mark(3);
    log.add([insert(9, 'b')]);
    expect(log.since(2)).toEqual([insert(3, 'a'), insert(9, 'b')]);
    expect(log.since(3)).toEqual([insert(9, 'b')]);
    expect(log.since(1)).toBeNull();
  });

  test('keeps typing in one place as one edit, but not across a mark', () => {
    const log = new EditLog();
    log.mark(1);
    log.add([insert(3, 'a')]);
    log.add([insert(4, 'b')]);
    log.mark(3);
    log.add([insert(5, 'c')]);
    expect(log.since(1)).toEqual([insert(3, 'ab'), insert(5, 'c')]);
    expect(log.since(3)).toEqual([insert(5, 'c')]);
  });

  test('a mark stays where it was set first', () => {
    const log = new EditLog();
    log.mark(1);
    log.add([insert(3, 'a')]);
    log.mark(1);
    expect(log.since(1)).toEqual([insert(3, 'a')]);
  });

  test('forgets the oldest of too many edits, and the versions before them', () => {
    const log = new EditLog(4);
    log.mark(1);
    for (const offset of [10, 20, 30]) log.add([insert(offset, 'a')]);
    log.mark(4);
    for (const offset of [40, 50]) log.add([insert(offset, 'a')]);
    expect(log.since(1)).toBeNull();
    expect(log.since(4)).toEqual([insert(40, 'a'), insert(50, 'a')]);
  });

  test('moves places as the single edits do', () => {
    const steps = fc.array(
      fc.record({
        offset: fc.nat(30),
        length: fc.constantFrom(0, 0, 0, 2),
        text: fc.string({ maxLength: 3 }),
      }),
    );
    fc.assert(
      fc.property(
        steps,
        fc.nat(30),
        fc.constantFrom<'left' | 'right'>('left', 'right'),
        (edits, at, gravity) => {
          const log = new EditLog();
          log.mark(1);
          log.add(edits);
          expect(moveThrough(at, log.since(1) ?? [], gravity)).toBe(moveThrough(at, edits, gravity));
        },
      ),
    );
  });
});

describe('a range that moves', () => {
  test.each([
    { edit: insert(2, 'abc'), expected: { start: 5, end: 8 } },
    { edit: insert(3, 'abc'), expected: { start: 2, end: 8 } },
    { edit: insert(5, 'abc'), expected: { start: 2, end: 5 } },
    { edit: { offset: 1, length: 8, text: '' }, expected: { start: 1, end: 1 } },
  ])('$edit', ({ edit, expected }) => {
    expect(moveSpan({ start: 2, end: 5 }, [edit])).toEqual(expected);
  });
});

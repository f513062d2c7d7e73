import { expect, test } from 'vitest';
import { CellRegions } from '../../../client/src/cellRegions.ts';

/** Three cells of ten units each. */
function three(): CellRegions {
  const regions = new CellRegions();
  regions.set([0, 10, 20].map((start) => ({ start, end: start + 10 })));
  return regions;
}

test('a place is in one cell; the end of the text is in the last one', () => {
  expect([0, 9, 10, 30].map((offset) => three().at(offset)?.start)).toEqual([0, 0, 10, 20]);
});

test('the next cell, and none after the last one', () => {
  expect([0, 10, 29].map((offset) => three().after(offset)?.start)).toEqual([10, 20, undefined]);
});

test('back goes to the start of the cell first, from there to the cell before', () => {
  expect(three().before(15, false)?.start).toBe(10);
  expect(three().before(11, true)?.start).toBe(0);
  expect(three().before(0, true)).toBeNull();
});

test('cells move with edits; text at the very start is of the first one', () => {
  const regions = three();
  regions.edit([
    { offset: 0, length: 0, text: 'abc' },
    { offset: 15, length: 2, text: '' },
  ]);
  expect(regions.all).toEqual([
    { start: 0, end: 13 },
    { start: 13, end: 21 },
    { start: 21, end: 31 },
  ]);
});

test('without cells there is none to go to', () => {
  const regions = new CellRegions();
  expect([regions.at(0), regions.after(0), regions.before(0, false)]).toEqual([null, null, null]);
});

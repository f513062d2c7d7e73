import { expect, test } from 'vitest';
import { RunNotices } from '../../../client/src/runNotices.ts';

const asked = (offset: number, startedAt: number, version = 1) => ({
  offset,
  startedAt,
  version,
  scope: 'cell' as const,
});

test('a notice stands from the click until the run has ended', () => {
  const notices = new RunNotices();
  notices.add(asked(5, 100));
  expect(notices.all).toHaveLength(1);
  expect(notices.claim(7, 1)).toBe(100);
  notices.end(6);
  expect(notices.all).toHaveLength(1);
  notices.end(7);
  expect(notices.all).toHaveLength(0);
});

test('runs claim notices of their version, in the order of the clicks', () => {
  const notices = new RunNotices();
  for (const one of [asked(0, 100), asked(9, 200), asked(0, 300, 2)]) notices.add(one);
  expect([notices.claim(1, 2), notices.claim(2, 1), notices.claim(3, 1), notices.claim(4, 1)]).toEqual([
    300,
    100,
    200,
    null,
  ]);
});

test('a run that is refused takes its notice away', () => {
  const notices = new RunNotices();
  const notice = notices.add(asked(0, 100));
  notices.withdraw(notice);
  expect(notices.all).toEqual([]);
});

test('notices move with the text', () => {
  const notices = new RunNotices();
  notices.add(asked(5, 100));
  notices.edit([{ offset: 0, length: 2, text: 'abcd' }]);
  expect(notices.all[0]?.offset).toBe(7);
});

test('the same wish in the same place is known until it has ended', () => {
  const notices = new RunNotices();
  const notice = asked(5, 100);
  notices.add(notice);
  expect(notices.has(notice)).toBe(true);
  for (const other of [{ offset: 6 }, { version: 2 }, { scope: 'all' }])
    expect(notices.has({ ...notice, ...other } as never)).toBe(false);
  notices.claim(7, 1);
  expect(notices.has(notice)).toBe(true);
  notices.end(7);
  expect(notices.has(notice)).toBe(false);
});

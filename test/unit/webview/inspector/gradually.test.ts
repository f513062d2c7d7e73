/** Answers that come in pieces. */
import { expect, test } from 'vitest';
import { askGradually, joinHeatMaps, joinSeries } from '../../../../client/webview/inspector/gradually.ts';
import type { SeriesData } from '../../../../protocol/src/questions.ts';

const series = (steps: readonly number[], until: number): SeriesData => ({
  steps,
  low: steps,
  high: steps,
  until,
});

async function ask(
  answers: readonly (SeriesData | null)[],
  isOver: (shown: number) => boolean = () => false,
) {
  const asked: string[] = [];
  const shown: SeriesData[] = [];
  const isThere = await askGradually<SeriesData>({
    range: { from: 0, to: 100 },
    pointCount: 10,
    ask: async ({ from, to }, pointCount) => {
      asked.push(`${from}-${to} ${pointCount}`);
      return answers[asked.length - 1] ?? null;
    },
    join: joinSeries,
    show: (soFar) => shown.push(soFar),
    isOver: () => isOver(shown.length),
  });
  return { asked, steps: shown.map((each) => each.steps), isThere };
}

test('one answer is enough when it goes all the way', async () => {
  expect(await ask([series([0, 50], 100)])).toEqual({ asked: ['0-100 10'], steps: [[0, 50]], isThere: true });
});

test('the rest is asked for with its share of the points, and each piece is shown', async () => {
  expect(await ask([series([0, 10], 40), series([40, 70], 100)])).toEqual({
    asked: ['0-100 10', '40-100 6'],
    steps: [
      [0, 10],
      [0, 10, 40, 70],
    ],
    isThere: true,
  });
});

test('what gets nowhere is not asked for again', async () => {
  expect((await ask([series([], 0)])).asked).toHaveLength(1);
});

test('what nobody wants any more is not gone on with', async () => {
  const { asked, isThere } = await ask([series([0], 10), series([10], 20)], (shown) => shown > 0);
  expect([asked.length, isThere]).toEqual([1, true]);
});

test('what is gone says so', async () => {
  expect((await ask([null])).isThere).toBe(false);
});

test('heat maps are joined row by row', () => {
  const map = (steps: number[], low: number[]) => ({ steps, elements: [0, 1], low, high: low, until: 9 });
  const joined = joinHeatMaps(map([0, 1], [1, 2, 3, 4]), map([2], [5, 6]));
  expect([joined.steps, joined.low]).toEqual([
    [0, 1, 2],
    [1, 2, 5, 3, 4, 6],
  ]);
});

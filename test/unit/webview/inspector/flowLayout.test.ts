/** Places of the boxes and arrows of a scan's picture. */
import { describe, expect, test } from 'vitest';
import { type FlowBox, layOutFlow } from '../../../../client/webview/inspector/flowLayout.ts';
import { counter, recurrentNet } from '../fakeScans.ts';

const pictures = { counter: layOutFlow(counter.data), net: layOutFlow(recurrentNet(4, 9).data) };

function overlap(one: FlowBox, other: FlowBox): boolean {
  const apart =
    one.x + one.width <= other.x ||
    other.x + other.width <= one.x ||
    one.y + one.height <= other.y ||
    other.y + other.height <= one.y;
  return !apart;
}

describe.each(Object.entries(pictures))('%s', (_, { boxes, arrows, width, height }) => {
  test('boxes do not overlap', () => {
    const pairs = boxes.flatMap((one, index) => boxes.slice(index + 1).map((other) => [one, other] as const));
    expect(pairs.filter(([one, other]) => overlap(one, other))).toEqual([]);
  });

  test('everything lies in the picture', () => {
    const points = [
      ...boxes.flatMap((box) => [
        [box.x, box.y],
        [box.x + box.width, box.y + box.height],
      ]),
      ...arrows.flatMap((arrow) => arrow.points),
    ];
    for (const [x = -1, y = -1] of points) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(width);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(height);
    }
  });
});

test('values flow from left to right, and what is passed on goes back', () => {
  const { boxes, arrows } = pictures.net;
  const x = (key: string) => boxes.find((box) => box.key === key)?.x ?? Number.NaN;
  expect(x('slot 0')).toBeLessThan(x('step'));
  expect(x('step')).toBeLessThan(x('slot 3'));
  expect(x('slot 3')).toBeLessThan(x('to output 0 of f'));
  const back = arrows.filter(({ isBack }) => isBack).map(({ from, to }) => `${from} → ${to}`);
  expect(back).toEqual(['slot 3 → slot 1', 'slot 5 → slot 4']);
});

test('what is dropped says so, and leads to the source', () => {
  const { boxes, arrows } = pictures.counter;
  const box = boxes.find(({ kind }) => kind === 'dropped');
  expect(box?.label).toBe('updates of f');
  expect(box?.place).not.toBeNull();
  expect(arrows.filter(({ isDropped }) => isDropped)).toHaveLength(1);
});

test('a variable that is read and stored stands on both sides', () => {
  const variable = { kind: 'outside', label: 'a', place: null, isDropped: false } as const;
  const { flow } = counter.data;
  const edges = [
    { from: variable, to: { kind: 'slot', slotId: 0 } },
    { from: { kind: 'slot', slotId: 1 }, to: variable },
  ] as const;
  const { boxes } = layOutFlow({ ...counter.data, flow: [...flow, ...edges] });
  const outside = boxes.filter(({ kind }) => kind === 'outside').map(({ key, x }) => ({ key, x }));
  expect(outside.map(({ key }) => key)).toEqual(['from a', 'to a']);
  expect(outside[0]?.x).toBeLessThan(outside[1]?.x ?? 0);
});

test('labels say what a value is a row of', () => {
  const labels = pictures.net.boxes.map(({ label }) => label);
  expect(labels).toContain('x = xs[t]');
  expect(labels).toContain('h[t]');
  expect(labels).toContain('W');
});

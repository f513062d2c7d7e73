/** How the values of an iteration are put together. */
import { expect, test } from 'vitest';
import { hasChanged, slotSections, valueIn } from '../../../../client/webview/inspector/slotRows.ts';
import type { StepData } from '../../../../protocol/src/questions.ts';
import { counter, FakeAnswers, recurrentNet, slot } from '../fakeScans.ts';

const shown = (scan: Parameters<typeof slotSections>[0]) =>
  slotSections(scan).map(({ kind, rows }) => [
    kind,
    ...rows.map(
      ({ name, before, after, isDropped }) =>
        `${name}: ${before?.id ?? '-'} → ${after?.id ?? '-'}${isDropped ? ' dropped' : ''}`,
    ),
  ]);

test('states and shared variables stand beside what takes their place', () => {
  expect(shown(recurrentNet(3, 5).data)).toEqual([
    ['sequences', 'x: 0 → -'],
    ['states', 'h: 1 → 3'],
    ['updates', 'count: 4 → 5'],
    ['nonSequences', 'W: 2 → -'],
  ]);
});

test('an update that reaches nobody is dropped', () => {
  expect(shown(counter.data)).toEqual([['updates', 'a: 0 → 1 dropped']]);
});

test('of several taps the latest is the one whose place is taken', () => {
  const slots = [
    slot(0, { role: 'state', name: 'older', source: 'h[t-2]', tap: -2 }),
    slot(1, { role: 'state', name: 'old', source: 'h[t-1]', tap: -1 }),
    slot(2, { role: 'newState', name: 'h', source: 'h[t]' }),
    slot(3, { role: 'output', name: 'output 1' }),
  ];
  expect(shown({ slots, flow: [] })).toEqual([
    ['states', 'older: 0 → -', 'old: 1 → 2'],
    ['outputs', 'output 1: - → 3'],
  ]);
});

test('values are found by their slots and compared by what they are', () => {
  const answers = new FakeAnswers([{ functionName: 'f', scans: [counter] }]);
  const scan = { callId: 0, path: [{ scan: 0, step: 0 }] };
  const [step] = answers.answer('steps', { scan, steps: [4] }) as readonly StepData[];
  const [before, after] = counter.data.slots.map((each) => valueIn(step ?? null, each));
  expect([before, after].map((each) => each?.value.short)).toEqual(['int64 5', 'int64 6']);
  expect(hasChanged(before ?? null, after ?? null)).toBe(true);
  expect(hasChanged(null, after ?? null)).toBe(false);
  // Texts are cut: those of two matrices can be alike.
  const alike = before && after && { ...after, value: before.value };
  expect(hasChanged(before ?? null, alike ?? null)).toBe(true);
});

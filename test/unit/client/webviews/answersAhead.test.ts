/** What a panel asks before its page does. */
import { expect, test } from 'vitest';
import { AnswersAhead } from '../../../../client/src/webviews/answersAhead.ts';
import { slot } from '../../webview/fakeScans.ts';

const scans = [
  { scan: 0, isGradient: true },
  { scan: 1, isGradient: false },
];
const answers: Readonly<Record<string, unknown>> = {
  calls: [
    { id: 9, scans: [] },
    { id: 8, scans },
  ],
  scan: { stepCount: 3, slots: [slot(7, { role: 'newState', name: 'h', shape: [2] })] },
  steps: [],
  series: { steps: [], low: [], high: [], until: 3 },
};

function recording() {
  const asked: unknown[] = [];
  const ahead = new AnswersAhead(async (kind, asks) => {
    asked.push([kind, asks]);
    return answers[kind] as never;
  });
  return { asked, ahead };
}

const line = (element: number) => ({ scan, slotId: 7, element, from: 0, to: 3, pointCount: 600 });
const scan = { callId: 8, path: [{ scan: 1, step: 0 }] };

test('is what the inspector asks of the first scan, and each is given once', async () => {
  const { asked, ahead } = recording();
  await ahead.prepare({ kind: 'inspector', callId: null, scan: null });
  expect(asked).toEqual([
    ['calls', {}],
    ['scan', { scan }],
    ['steps', { scan, steps: [0, 1, 2] }],
    ['series', line(0)],
    ['series', line(1)],
  ]);
  expect(await ahead.take('scan', { scan })).toBe(answers['scan']);
  expect(ahead.take('scan', { scan })).toBeNull();
  ahead.forget();
  expect(ahead.take('calls', {})).toBeNull();
});

test('is of the call and the scan that are meant', async () => {
  const { asked, ahead } = recording();
  await ahead.prepare({ kind: 'inspector', callId: 8, scan: 0 });
  expect(asked[1]).toEqual(['scan', { scan: { callId: 8, path: [{ scan: 0, step: 0 }] } }]);
  const gone = recording();
  await gone.ahead.prepare({ kind: 'inspector', callId: 7, scan: null });
  expect(gone.asked).toHaveLength(1);
});

test('is nothing where the answers fail, nor for other pages', async () => {
  const failing = new AnswersAhead(() => Promise.reject(new Error('no')));
  await failing.prepare({ kind: 'inspector', callId: null, scan: null });
  expect(failing.take('calls', {})).toBeNull();
  const { asked, ahead } = recording();
  await ahead.prepare({ kind: 'plots', title: '', plots: [] });
  expect(asked).toEqual([]);
});

test('is told with the content as far as it is there', async () => {
  const { ahead } = recording();
  const preparing = ahead.prepare({ kind: 'inspector', callId: null, scan: null });
  expect(ahead.takeAll()).toEqual([]);
  await preparing;
  expect(ahead.takeAll().map(({ kind, answer }) => [kind, answer])).toEqual([
    ...Object.entries(answers),
    ['series', answers['series']],
  ]);
  expect(ahead.take('calls', {})).toBeNull();
});

/** What the inspector shows after each thing that a person or an answer does. */
import { describe, expect, test } from 'vitest';
import {
  type InspectorAction,
  initialState,
  memoryOf,
  reduce,
  scanRefOf,
} from '../../../../client/webview/inspector/inspectorState.ts';
import type { CallData } from '../../../../protocol/src/questions.ts';
import { counter, FakeAnswers, recurrentNet } from '../fakeScans.ts';

const net = recurrentNet(4, 100).data;
const answers = new FakeAnswers([
  { functionName: 'f', scans: [counter] },
  { functionName: 'g', scans: [recurrentNet(4, 100), counter] },
]);
const calls = answers.answer('calls', {}) as readonly CallData[];

const shownAfter = (...actions: readonly InspectorAction[]) => actions.reduce(reduce, initialState(null));
const atNet = (...actions: readonly InspectorAction[]) =>
  shownAfter({ type: 'calls', calls }, { type: 'scan', scan: net }, ...actions);

describe('what is looked at', () => {
  test('is the first scan of the latest call that has one', () => {
    const empty = { ...(calls[0] as CallData), id: 9, scans: [] };
    expect(scanRefOf(shownAfter({ type: 'calls', calls: [empty, ...calls] }))).toEqual({
      callId: 1,
      path: [{ scan: 0, step: 0 }],
    });
  });

  test('is what was asked for, and stays when new calls come', () => {
    const asked = reduce(initialState(0), { type: 'calls', calls });
    expect(scanRefOf(asked)?.callId).toBe(0);
    const later = { ...(calls[0] as CallData), id: 7 };
    expect(reduce(asked, { type: 'calls', calls: [later, ...calls] }).callId).toBe(0);
  });

  test('is not the backward loop of a gradient when there is another scan', () => {
    const [heading] = (calls[0] as CallData).scans;
    if (heading === undefined) throw new Error('a call without scans');
    const scans = [
      { ...heading, scan: 4, isGradient: true },
      { ...heading, scan: 5 },
    ];
    const state = shownAfter({ type: 'calls', calls: [{ ...(calls[0] as CallData), scans }] });
    expect(state.path).toEqual([{ scan: 5, step: 0 }]);
  });

  test('is the scan of the call that was asked for', () => {
    const asked = reduce(initialState(1, 1), { type: 'calls', calls });
    expect(scanRefOf(asked)).toEqual({ callId: 1, path: [{ scan: 1, step: 0 }] });
  });

  test('is nothing without calls', () => {
    expect(scanRefOf(shownAfter({ type: 'calls', calls: [] }))).toBeNull();
  });
});

describe('moving', () => {
  test('stays inside of the iterations', () => {
    expect(atNet({ type: 'move', by: -5 }).step).toBe(0);
    expect(atNet({ type: 'go', step: Number.POSITIVE_INFINITY }).step).toBe(99);
    expect(atNet({ type: 'go', step: 7.4 }).step).toBe(7);
  });

  test('knows its direction', () => {
    const there = atNet({ type: 'go', step: 50 });
    expect(there.direction).toBe('forward');
    expect(reduce(there, { type: 'move', by: -1 }).direction).toBe('backward');
  });

  test('to where one is changes nothing', () => {
    const state = atNet({ type: 'go', step: 50 });
    expect(reduce(state, { type: 'go', step: 50 })).toBe(state);
  });

  test('playing ends with the last iteration and begins anew from there', () => {
    const nearEnd = atNet({ type: 'go', step: 97 }, { type: 'play' });
    expect(nearEnd.isPlaying).toBe(true);
    const ended = reduce(nearEnd, { type: 'move', by: 5 });
    expect([ended.step, ended.isPlaying]).toEqual([99, false]);
    expect(reduce(ended, { type: 'play' }).step).toBe(0);
  });
});

describe('nested scans', () => {
  const entered = atNet(
    { type: 'go', step: 6 },
    { type: 'enter', heading: { ...counter.data, scan: 2 } },
    { type: 'scan', scan: counter.data },
    { type: 'go', step: 3 },
  );

  test('are reached through the iteration that was entered', () => {
    expect(entered.path).toEqual([
      { scan: 0, step: 0 },
      { scan: 2, step: 6 },
    ]);
    expect(entered.crumbs).toEqual([{ title: 'scan in step', step: 6 }]);
    expect(entered.step).toBe(3);
  });

  test('lead back to that iteration', () => {
    const back = reduce(reduce(entered, { type: 'leave', depth: 0 }), { type: 'scan', scan: net });
    expect([back.path, back.crumbs, back.step]).toEqual([[{ scan: 0, step: 0 }], [], 6]);
  });
});

describe('the range of the plot', () => {
  test('is everything at first and after zooming out', () => {
    expect(atNet().range).toEqual({ from: 0, to: 100 });
    const zoomed = atNet({ type: 'zoom', range: { from: 10.4, to: 20.2 } });
    expect(zoomed.range).toEqual({ from: 10, to: 21 });
    expect(reduce(zoomed, { type: 'zoom', range: null }).range).toEqual({ from: 0, to: 100 });
  });

  test('has at least two iterations and none outside', () => {
    expect(atNet({ type: 'zoom', range: { from: 99, to: 500 } }).range).toEqual({ from: 98, to: 100 });
    expect(atNet({ type: 'zoom', range: { from: -5, to: 1 } }).range).toEqual({ from: 0, to: 2 });
  });
});

test('what was remembered is shown again after being hidden', () => {
  const shown = atNet(
    { type: 'go', step: 42 },
    { type: 'slot', slotId: 1 },
    { type: 'panel', panel: 'flow' },
  );
  const again = [{ type: 'calls', calls } as const, { type: 'scan', scan: net } as const].reduce(reduce, {
    ...initialState(null),
    ...memoryOf(shown),
  });
  expect(again).toEqual({ ...shown, direction: 'forward' });
});

test('another scan begins at its first iteration with everything of its own', () => {
  const heading = (calls[0] as CallData).scans[1];
  if (heading === undefined) throw new Error('a call with one scan');
  const state = atNet({ type: 'go', step: 42 }, { type: 'slot', slotId: 1 }, { type: 'chooseScan', heading });
  expect([state.scan, state.step, state.slotId, state.path]).toEqual([null, 0, null, [{ scan: 1, step: 0 }]]);
});

test('a panel for gradients is left where there are none', () => {
  const state = atNet({ type: 'panel', panel: 'gradients' }, { type: 'scan', scan: counter.data });
  expect(state.panel).toBe('values');
});

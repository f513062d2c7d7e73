import { expect, it } from 'vitest';
import type { RunEnd } from '../../../protocol/src/evaluator.ts';
import type { CallResult, RunEvent } from '../../../protocol/src/results.ts';
import { LineIndex } from '../../../server/src/base/lineIndex.ts';
import { callSummary, failureText } from '../../../server/src/cli/runText.ts';
import { colorStyle, plainStyle } from '../../../server/src/cli/textStyle.ts';
import { normalEnd } from '../session/fakeEvaluators.ts';

const text = 'first()\nsecond()\n';
const call = (line: 1 | 2, change: Partial<CallResult> = {}): RunEvent => ({
  type: 'call',
  call: {
    callId: 1,
    span: { start: line === 1 ? 0 : 8, end: 16 },
    functionName: line === 1 ? 'first' : 'second',
    results: [],
    error: null,
    stateChanges: [],
    backend: 'reference',
    fallbacks: [],
    elapsedMs: 1,
    ...change,
  },
});
const changed = (short: string) => ({ name: 'a', isRandomState: false, before: null, after: null, short });
const end = (callCount: number, change: Partial<RunEnd> = {}): RunEnd => ({
  ...normalEnd,
  callCount,
  elapsedMs: 35,
  ...change,
});
const summary = (events: readonly RunEvent[], ended: RunEnd) =>
  callSummary(events, ended, { lines: new LineIndex(text), style: plainStyle });

it('is silent without calls', () => {
  expect(summary([], end(0))).toBe('');
});

it('lists the calls with what they returned and changed', () => {
  const array = { dtype: 'float64', shape: [3, 2], data: [], short: 'float64 (3, 2) [[0. 1.] … [4. 5.]]' };
  const events = [
    call(1, { results: [array, { dtype: 'int64', shape: [], data: [], key: 'n', short: 'int64 7' }] }),
    call(2, { stateChanges: [changed('a: 1 → 11')] }),
  ];
  expect(summary(events, end(2))).toBe(
    '── 2 calls of compiled functions, backend reference, 35 ms ──\n' +
      'line 1  first()   ⇒ float64 (3, 2) [[0. 1.] … [4. 5.]] · n: int64 7\n' +
      'line 2  second()  a: 1 → 11\n',
  );
});

it('shows a loop as its last call', () => {
  const events = [1, 2, 3].map((n) => call(1, { stateChanges: [changed(`a: ${n} → ${n + 1}`)] }));
  expect(summary(events, end(3, { elapsedMs: 2345 }))).toBe(
    '── 3 calls of compiled functions, backend reference, 2.3 s ──\nline 1  first() ×3  a: 3 → 4\n',
  );
});

it('does not count calls that it was not told of', () => {
  expect(summary([call(1), call(1)], end(500))).toContain('── 500 calls of compiled functions');
  expect(summary([call(1), call(1)], end(500))).toContain('line 1  first() ×2+\n');
});

it('says which calls raised', () => {
  const events = [call(1, { functionName: null, error: { type: 'ValueError', message: 'no' } })];
  expect(summary(events, end(1))).toContain('line 1  (function)()  ValueError\n');
});

it('says why a run failed, the last line in red', () => {
  const error = { type: 'E', message: 'm', frames: [], traceback: 'Traceback:\n  x\nE: m\n' };
  expect(failureText(normalEnd, plainStyle)).toBe('');
  expect(failureText({ ...normalEnd, outcome: 'raised', error }, colorStyle)).toBe(
    'Traceback:\n  x\n\u001b[31mE: m\u001b[39m\n',
  );
  expect(failureText({ ...normalEnd, outcome: 'cancelled' }, plainStyle)).toBe('Stopped.\n');
});

/** From the events of a run to the lines beside the program. */
import { describe, expect, test } from 'vitest';
import type { RunEnd } from '../../../protocol/src/evaluator.ts';
import type { CallResult, FunctionResult, RunEvent } from '../../../protocol/src/results.ts';
import { inlineResultsOf } from '../../../server/src/features/inlineResults.ts';

const text = 'print(f())\ng()\n1 / 0\nfor i in range(10):\n    print(i)\n';

const spanOf = (part: string) => {
  const start = text.indexOf(part);
  return { start, end: start + part.length };
};

const output = (part: string, printed: string): RunEvent => ({
  type: 'output',
  span: spanOf(part),
  text: printed,
});

function call(part: string, over: Partial<CallResult>): RunEvent {
  const plain = {
    callId: 1,
    functionName: 'f',
    results: [],
    error: null,
    stateChanges: [],
    backend: 'reference',
    fallbacks: [],
  };
  return { type: 'call', call: { ...plain, span: spanOf(part), elapsedMs: 1, ...over } };
}

const change = (short: string) => ({ name: 'a', isRandomState: false, before: null, after: null, short });
const result = (short: string): FunctionResult => ({ dtype: 'int64', shape: [], data: [], short });
const shown = (events: RunEvent[], end: RunEnd | null = null) =>
  inlineResultsOf(text, events, end).map(
    ({ role, range, text: line }) => `${range.end.line} ${role} ${line}`,
  );

const finished: RunEnd = {
  outcome: 'finished',
  error: null,
  elapsedMs: 1,
  state: {},
  callCount: 0,
  namespaceLost: false,
};

describe('inline results', () => {
  test('of a print: its text, and the state it changed', () => {
    const events = [
      call('f()', { stateChanges: [change('a: 1 → 11')] }),
      output('print(f())', '[1 2\n 3]\n'),
    ];
    expect(shown(events)).toEqual(['0 result ⇒ [1 2  3]', '0 stateChange a: 1 → 11']);
  });

  test('of dropped updates: what would be, at the call', () => {
    const updates = [
      { name: 'a', short: 'a stays 1 · dropped: would be 11' },
      { name: 'rng', short: 'rng stays · dropped: would advance' },
    ];
    const events: RunEvent[] = [
      output('print(f())', '[1]\n'),
      { type: 'dropped', span: spanOf('f()'), callId: 1, updates },
    ];
    expect(shown(events)).toEqual([
      '0 result ⇒ [1]',
      '0 dropped a stays 1 · dropped: would be 11 · rng stays · dropped: would advance',
    ]);
  });

  test('of a call whose value nothing shows', () => {
    expect(shown([call('g()', { results: [result('int64 (10,) [2 3 4 … 11]')] })])).toEqual([
      '1 result ⇒ int64 (10,) [2 3 4 … 11]',
    ]);
    expect(
      shown([call('g()', { results: [result('int64 11'), { ...result('float64 2.5'), key: 'mean' }] })]),
    ).toEqual(['1 result ⇒ int64 11 · mean: float64 2.5']);
  });

  describe('lead to values and calls', () => {
    const links = (events: RunEvent[]) =>
      inlineResultsOf(text, events, null).map(({ role, ref, callId }) => ({ role, ref, callId }));
    const shownValue: RunEvent = {
      type: 'value',
      span: spanOf('g()'),
      value: { short: 'int64 11', full: 'array(11)' },
      valueId: 5,
    };

    test('of a call: its only result', () => {
      const ref = { kind: 'call', callId: 7, part: 'output', index: 0 };
      expect(links([call('g()', { callId: 7, results: [result('int64 11')] })])).toEqual([
        { role: 'result', ref, callId: 7 },
      ]);
      const two = [result('int64 11'), result('int64 12')];
      expect(links([call('g()', { callId: 7, results: two })])).toEqual([
        { role: 'result', ref: undefined, callId: 7 },
      ]);
    });

    test('of a print: what the call in it returned', () => {
      const events = [
        call('f()', { callId: 7, results: [result('int64 11')] }),
        output('print(f())', '11\n'),
      ];
      const ref = { kind: 'call', callId: 7, part: 'output', index: 0 };
      expect(links(events)).toEqual([{ role: 'result', ref, callId: 7 }]);
    });

    test('of an expression: its value, and the call behind it', () => {
      const events = [call('g()', { callId: 7, results: [result('int64 11')] }), shownValue];
      expect(links(events)).toEqual([{ role: 'result', ref: { kind: 'shown', valueId: 5 }, callId: 7 }]);
    });

    test('of a change: the value after it', () => {
      const ids = { variableId: 1, changeId: 2 };
      const ref = { kind: 'change', ...ids, side: 'after' };
      expect(links([call('g()', { callId: 7, stateChanges: [{ ...change('a: 1 → 2'), ids }] })])).toEqual([
        { role: 'stateChange', ref, callId: 7 },
      ]);
    });

    test('of a loop: to the last of them', () => {
      const events = [7, 8].map((callId) => call('g()', { callId, results: [result('int64 11')] }));
      expect(links(events).map(({ callId }) => callId)).toEqual([8]);
    });
  });

  test('of plots: in words, with their numbers in the run, all of a loop', () => {
    const plot = (part: string, title: string): RunEvent => ({
      type: 'plot',
      span: spanOf(part),
      plot: { title, rowCount: 1, columnCount: 1, axes: [], omittedCount: 0 },
    });
    const events = [
      plot('g()', 'one'),
      output('print(f())', '1\n'),
      plot('print(i)', 'a'),
      plot('print(i)', 'b'),
    ];
    const results = inlineResultsOf(text, events, null);
    expect(results.map((each) => [each.text, each.plots])).toEqual([
      ['⇒ 1', undefined],
      ['▦ plot “one”: nothing drawn', [0]],
      ['▦ plot “b”: nothing drawn ×2', [1, 2]],
    ]);
  });

  test('of a value', () => {
    const value: RunEvent = {
      type: 'value',
      span: spanOf('g()'),
      value: { short: 'int64 11', full: 'array(11)' },
    };
    expect(shown([call('g()', { results: [result('int64 11')] }), value])).toEqual(['1 result ⇒ int64 11']);
    expect(inlineResultsOf(text, [value], null)[0]?.full).toBe('array(11)');
  });

  test('of a loop: the last, with how often', () => {
    const events = Array.from({ length: 10 }, (_, index) => output('print(i)', `${index}\n`));
    expect(shown(events)).toEqual(['4 result ⇒ 9 ×10']);
    expect(inlineResultsOf(text, events, null)[0]?.full).toBe('0\n1\n2\n3\n4\n5\n6\n7\n8\n9');
  });

  test('of a print whose values come one by one, as in Python 2: one line', () => {
    const pieces = [output('print(i)', '[2 3]'), output('print(i)', ' 1\n')];
    expect(shown(pieces)).toEqual(['4 result ⇒ [2 3] 1']);
    const begun = { ...output('print(i)', '0\n1\n2'), last: { count: 3, start: 4 } } as RunEvent;
    const rest = { ...output('print(i)', ' 2\n3\n'), last: { count: 2, start: 3 } } as RunEvent;
    expect(shown([begun, output('print(i)', ' 2\n')])).toEqual(['4 result ⇒ 2 2 ×3']);
    expect(shown([begun, rest])).toEqual(['4 result ⇒ 3 ×4']);
  });

  test('of a loop whose prints come together: the last, with how often; all of them in the hover', () => {
    const first = output('print(i)', '0\n');
    const rest = { ...output('print(i)', '1\n2\n33\n'), last: { count: 3, start: 4 } } as RunEvent;
    expect(shown([first, rest])).toEqual(['4 result ⇒ 33 ×4']);
    expect(inlineResultsOf(text, [first, rest], null)[0]?.full).toBe('0\n1\n2\n33');
  });

  test('of prints that end without a line break: one line', () => {
    const events = [output('print(i)', 'a'), output('print(i)', 'b'), output('print(i)', '\n')];
    expect(inlineResultsOf(text, events, null)[0]?.full).toBe('ab');
  });

  test('of a loop that prints much: the last of it while it runs, all of it at the end', () => {
    const events = Array.from({ length: 30 }, (_, index) =>
      output('print(i)', `${index} ${'x'.repeat(1000)}\n`),
    );
    const fullOf = (end: RunEnd | null) => inlineResultsOf(text, events, end)[0]?.full;
    expect(fullOf(null)).toMatch(/^…x+\n[\s\S]*\n29 x+$/);
    expect(fullOf(null)?.length).toBe(20_001);
    expect(fullOf(finished)).toMatch(/^0 x[\s\S]*\n29 x+$/);
  });

  test('of an error', () => {
    const frame = { span: spanOf('1 / 0'), functionName: '<module>' };
    const error = {
      type: 'ZeroDivisionError',
      message: 'division by zero',
      frames: [frame],
      traceback: 'Traceback',
    };
    const end: RunEnd = {
      outcome: 'raised',
      error,
      elapsedMs: 1,
      state: {},
      callCount: 0,
      namespaceLost: false,
    };
    expect(shown([], end)).toEqual(['2 error ZeroDivisionError: division by zero']);
  });

  test('of a warning', () => {
    const warning = { span: spanOf('g()'), category: 'UserWarning', message: 'take care' };
    expect(shown([{ type: 'warning', warning }])).toEqual(['1 warning UserWarning: take care']);
  });

  test('of nothing', () => {
    expect(shown([output('g()', '\n'), call('g()', {})])).toEqual([]);
  });

  test('at most 100 units, and no half character', () => {
    const results = inlineResultsOf(text, [output('g()', '😀'.repeat(200))], null);
    expect(results[0]?.text.length).toBeLessThanOrEqual(100);
    expect(results[0]?.text).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
    expect(results[0]?.full).toBe('😀'.repeat(200));
  });

  test('the text of a program is not markup', () => {
    expect(inlineResultsOf(text, [output('g()', '``` **x**')], null)[0]?.detail).toBe(
      '````text\n``` **x**\n````',
    );
  });

  test('a small matrix is a table in the hover', () => {
    const matrix = { dtype: 'float64', shape: [2, 2], data: [1, 2.5, 'nan', -3] };
    const value: RunEvent = { type: 'value', span: spanOf('g()'), value: { short: 's', full: 'f', matrix } };
    const detail = inlineResultsOf(text, [value], null)[0]?.detail.replace(/[\u00a0\u2002\u200b]/g, '');
    expect(detail).toContain('float64 \\(2, 2\\)');
    expect(detail).toContain('| 1 | `nan` | `-3` |');
  });

  test('outputs of a call are told apart by their names or numbers', () => {
    const matrix: FunctionResult = { dtype: 'int64', shape: [1, 1], data: [7], short: 'int64 (1, 1) [[7]]' };
    const events = [call('g()', { results: [matrix, result('int64 11')] })];
    const detail = inlineResultsOf(text, events, null)[0]?.detail;
    expect(detail).toMatch(/^`\[0\]`: int64/);
    expect(detail).toContain('```text\nint64 11\n```');
  });
});

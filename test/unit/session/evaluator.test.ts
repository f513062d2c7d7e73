/** What a run says, in process: values, names, changes, budgets, and when a namespace ends. */
import { describe, expect, it } from 'vitest';
import type { EvaluatorMessage, RunEnd, RunRequest } from '../../../protocol/src/evaluator.ts';
import type { RunEvent } from '../../../protocol/src/results.ts';
import { Evaluator } from '../../../server/src/session/evaluator.ts';
import { type ProgramOptions, runInProcess, testParser } from '../../oracle/inProcess.ts';
import { outputsOf } from './fakeEvaluators.ts';

const calls = (events: readonly RunEvent[]) =>
  events.flatMap((event) => (event.type === 'call' ? [event.call] : []));

const prelude = `
import numpy as np
import pytensor
import pytensor.tensor as pt
def counting(start):
    shared = pytensor.shared(start)
    return shared, pytensor.function([], [], updates=[(shared, shared + 1)])
`;

/** Short and full text of the value of the last statement. */
async function summaryOf(text: string): Promise<{ short: string; full: string } | undefined> {
  const { events, document } = await runInProcess(`import numpy as np\n${text}\n`, { withValues: true });
  expect(document.error).toBeNull();
  return events.flatMap((event) => (event.type === 'value' ? [event.value] : [])).at(-1);
}

describe('values of expressions', () => {
  it.each([
    ['1 + 1', '2'],
    ["'a' + 'b'", "'ab'"],
    ['[1, 2.5, None]', '[1, 2.5, None]'],
    ['np.arange(5)', 'int64 (5,) [0 1 2 3 4]'],
    ['np.arange(1000)', 'int64 (1000,) ▁▁▂▂▂▃▃▄▄▄▅▅▅▆▆▇▇▇██ [0 1 2 3 4 5 … 998 999]'],
    ['np.zeros((2, 3))', 'float64 (2, 3) [[0. 0. 0.] [0. 0. 0.]]'],
    ["np.array(['ab', 'c'])", "<U2 (2,) ['ab' 'c']"],
    ["np.array([(1, 1.0)], dtype=[('a', 'i4'), ('b', 'f8')])", 'record (1,) [(1, 1.0)]'],
    ['[np.arange(3), np.zeros(2)]', '[int64 (3,) [0 1 2], float64 (2,) [0. 0.]]'],
    ["'x' * 500", `'${'x'.repeat(98)}…`],
  ])('%s', async (text, short) => {
    expect((await summaryOf(text))?.short).toBe(short);
  });

  it('are cut between elements, never longer than a line', async () => {
    const value = await summaryOf('list(range(1000))');
    expect(value?.short).toMatch(/^\[0, 1, 2, .*, … \d+ more\]$/);
    expect(value?.short.length).toBeLessThanOrEqual(100);
    expect(value?.full).toContain('998, 999]');
  });

  it('have a bounded full text', async () => {
    expect((await summaryOf("'x' * 20000"))?.full).toHaveLength(10_000);
  });

  it('are not told for a text that is a comment', async () => {
    expect(await summaryOf("'''What follows.'''\nNone")).toBeUndefined();
  });

  it('are not told for None', async () => {
    expect(await summaryOf('None')).toBeUndefined();
  });
});

describe('calls', () => {
  it('name the function as the program holds it', async () => {
    const { events, document } = await runInProcess(`${prelude}
class Holder(object):
    pass
s, f = counting(0)
listed = [counting(0)[1]]
keyed = {'key': counting(0)[1], (1, 'a'): counting(0)[1]}
holder = Holder()
holder.method = counting(0)[1]
def local():
    inner = counting(0)[1]
    inner()
f()
listed[0]()
keyed['key']()
keyed[1, 'a']()
holder.method()
counting(0)[1]()
local()
`);
    expect(document.error).toBeNull();
    expect(calls(events).map((call) => call.functionName)).toEqual([
      'f',
      'listed[0]',
      "keyed['key']",
      "keyed[(1, 'a')]",
      'holder.method',
      null,
      'inner',
    ]);
  });

  it('name what they changed by the way from the globals', async () => {
    const { events, document } = await runInProcess(`${prelude}
class Model(object):
    def __init__(self):
        self.W, self.move = counting(0)
model = Model()
pair = counting(10)
both = {'v': counting(20)}
model.move()
pair[1]()
both['v'][1]()
`);
    expect(document.error).toBeNull();
    const changes = calls(events).map((call) => call.stateChanges.map((change) => change.short));
    expect(changes).toEqual([['model.W: 0 → 1'], ['pair[0]: 10 → 11'], []]);
  });

  it('in a long loop are not all told, but all counted, and the last one is told', async () => {
    const { events, end } = await runInProcess(`${prelude}
s, f = counting(0)
for i in range(1000):
    f()
`);
    const told = calls(events);
    expect(end.callCount).toBe(1000);
    expect(told.length).toBeLessThan(500);
    expect(told.at(-1)?.stateChanges.map((change) => change.short)).toEqual(['s: 999 → 1000']);
  });
});

describe('budgets', () => {
  it.each<[name: string, text: string, options: ProgramOptions, message: string]>([
    ['time', 'while True: pass', { timeoutMs: 100 }, 'The program ran longer than 0.1 s.'],
    [
      'time, without a loop',
      'def f(): return g()\ndef g():\n    for x in iter(int, 1): pass\nf()',
      { timeoutMs: 100 },
      'The program ran longer than 0.1 s.',
    ],
    [
      'memory',
      'import numpy as np\nnp.zeros(10**7)',
      { memoryBytes: 1e6 },
      'The program needs more than 1 MB of memory.',
    ],
    [
      'setting runTimeoutSeconds: time, with what allows more',
      'while True: pass',
      { timeoutMs: 100, limitNames: { time: 'the setting t' } },
      'The program ran longer than 0.1 s (see the setting t).',
    ],
    [
      'setting memoryLimitMB: memory, with what allows more',
      'import numpy as np\nnp.ones((1000, 1000)) + 1',
      { memoryBytes: 1e6, limitNames: { memory: 'the setting m' } },
      'The program needs more than 1 MB of memory (see the setting m).',
    ],
    ['output', "while True: print('x' * 10000)", {}, 'The program printed more than 8 MB.'],
  ])('%s', async (_, text, options, message) => {
    const { end } = await runInProcess(
      `try:\n${text.replace(/^/gm, '    ')}\nexcept BaseException:\n    print('caught')\n`,
      options,
    );
    expect(end.outcome).toBe('outOfBudget');
    expect(end.error?.message).toBe(message);
    expect(end.error?.frames.at(0)?.functionName).toBe('<module>');
  });

  it('unlimited recursion is an exception of Python', async () => {
    const { document } = await runInProcess(
      'def f(n):\n    return f(n + 1)\ntry:\n    f(0)\nexcept RecursionError:\n    print("deep")\n',
    );
    expect(document).toMatchObject({ stdout: 'deep\n', outcome: 'finished' });
  });
});

describe('ends', () => {
  it('at the first cell that raises', async () => {
    const { document } = await runInProcess('# %%\nprint(1)\n# %%\n1 / 0\n# %%\nprint(3)\n');
    expect(document.stdout).toBe('1\n');
    expect(document.error).toEqual({ type: 'ZeroDivisionError', message: 'division by zero', line: 4 });
  });

  it('with every frame of the program, outermost first', async () => {
    const { end, file } = await runInProcess(
      'def f(x):\n    return 1 / x\ndef g(x):\n    return f(x)\ng(0)\n',
    );
    expect(end.error?.frames.map((frame) => frame.functionName)).toEqual(['<module>', 'g', 'f']);
    expect(end.error?.frames.map(({ span }) => file.text.slice(span.start, span.end))).toEqual([
      'g(0)',
      'f(x)',
      '1 / x',
    ]);
  });

  it('at the exact expression when something is not supported', async () => {
    const { end, file } = await runInProcess('x = 1\ndef f():\n    with open((yield 1)): pass\nf()\n');
    expect(end.error?.type).toBe('NotSupportedByScanLens');
    const span = end.error?.frames.at(-1)?.span ?? { start: 0, end: 0 };
    expect(file.text.slice(span.start, span.end)).toBe('with open((yield 1)): pass');
  });

  it('normally on sys.exit(), as a failure on sys.exit(3)', async () => {
    expect((await runInProcess('import sys\nsys.exit()\n')).end.outcome).toBe('finished');
    expect((await runInProcess('import sys\nsys.exit(3)\n')).end.error?.type).toBe('SystemExit');
  });

  it('before it begins when a cell that is to run is not Python', async () => {
    const { end, events } = await runInProcess('print(1)\nx = = 2\n');
    expect(end).toMatchObject({ outcome: 'notRun', error: { type: 'SyntaxError' } });
    expect(events).toEqual([]);
  });
});

/** An evaluator that is used several times, as a document does while it is edited. */
async function session() {
  const parser = await testParser();
  const messages: EvaluatorMessage[] = [];
  const evaluator = new Evaluator({
    parser,
    now: () => performance.now(),
    send: (batch) => messages.push(...batch),
    measureMemory: () => null,
    disk: null,
  });
  let runId = 0;
  const run = (
    text: string,
    change: Partial<RunRequest> = {},
  ): { printed: string; warnings: string[]; end: RunEnd } => {
    messages.length = 0;
    runId++;
    const options = { floatX: 'float64', timeoutMs: 5000, memoryBytes: 1e9 } as const;
    const cells = [{ start: 0, end: text.length }];
    evaluator.receive({
      type: 'run',
      runId,
      uri: 'a.py',
      version: 1,
      text,
      cells,
      reset: false,
      options,
      workspace: { roots: [], texts: [] },
      ...change,
    });
    const events = messages.flatMap((message) => (message.type === 'event' ? [message.event] : []));
    const ended = messages.at(-1);
    if (ended?.type !== 'ended') throw new Error('a run ends with its end');
    const warnings = events.flatMap((event) => (event.type === 'warning' ? [event.warning.message] : []));
    return { printed: outputsOf(events).join(''), warnings, end: ended.end };
  };
  return { run, evaluator };
}

describe('a namespace', () => {
  it('lives from run to run, until it is reset', async () => {
    const { run, evaluator } = await session();
    run('a = 1');
    expect(run('print(a)').printed).toBe('1\n');
    expect(run('print(a)', { reset: true }).end.error?.type).toBe('NameError');
    run('a = 2');
    evaluator.receive({ type: 'reset', uri: 'a.py' });
    expect(run('print(a)').end.error?.type).toBe('NameError');
  });

  it('runs only the cells that were asked for, in their order', async () => {
    const { run } = await session();
    const text = '# %%\nprint(1)\n# %%\nprint(2)\n# %%\nprint(3)\n';
    const at = (number: number) => ({
      start: text.indexOf(`# %%\nprint(${number})`),
      end: text.indexOf(`print(${number})`) + 9,
    });
    expect(run(text, { cells: [at(3), at(1)] }).printed).toBe('3\n1\n');
  });

  it('ignores syntax errors in cells that do not run', async () => {
    const { run } = await session();
    const text = '# %%\nprint(1)\n# %%\nx = = 2\n';
    expect(run(text, { cells: [{ start: 0, end: text.indexOf('# %%', 4) }] }).printed).toBe('1\n');
  });

  it.each<[what: string, first: string, second: string, change: Partial<RunRequest>, warning: string]>([
    [
      'the Python of the text',
      'a = 1',
      'print "two"',
      {},
      'The file is Python 2 now, so the run began with an empty namespace',
    ],
    [
      'floatX',
      'a = 1',
      'b = 2',
      { options: { floatX: 'float32', timeoutMs: 5000, memoryBytes: 1e9 } },
      'floatX is float32 now, so the run began with an empty namespace',
    ],
  ])('begins anew, and says so, when %s changes', async (...row) => {
    const [, first, second, change, warning] = row;
    const { run } = await session();
    run(first);
    expect(run(second, change).warnings).toEqual([warning]);
  });

  it('keeps the values of shared variables in the end of a run', async () => {
    const { run } = await session();
    const { end } = run(`${prelude}s, f = counting(5)\nf()\n`);
    expect(end.state).toEqual({ s: { dtype: 'int64', shape: [], data: [6] } });
  });
});

it('classes of the namespace before are not among those that a program finds', async () => {
  const { run } = await session();
  const classes = `print([c.__name__ for c in object.__subclasses__() if c.__name__ in ('Mine', 'Thread', 'list')])\n`;
  const { printed } = run(`import threading\nclass Mine(object):\n    pass\n${classes}`);
  expect(printed).toContain("'Mine'");
  expect(printed).toContain("'Thread'");
  expect(run(classes, { reset: true }).printed).toBe("['list']\n");
});

it('classes of ours that the first program needed are there for the next namespace, too', async () => {
  const { run } = await session();
  const text =
    'import theano\nfrom theano.gof import Op\nprint(len(Op.__subclasses__()) > 10, theano.shared(1).type)\n';
  const { printed } = run(text);
  expect(printed).toContain('True');
  expect(run(text, { reset: true }).printed).toBe(printed);
});

describe('a host of another version', () => {
  it('gets no answer but a line in the log', async () => {
    const messages: EvaluatorMessage[] = [];
    const evaluator = new Evaluator({
      parser: await testParser(),
      now: () => 0,
      send: (batch) => messages.push(...batch),
      measureMemory: () => null,
      disk: null,
    });
    evaluator.receive({ type: 'hello', protocolVersion: 999, interruptBuffer: null });
    expect(messages.map((message) => message.type)).toEqual(['log']);
  });
});

describe('modules of the workspace and plots', () => {
  const at = (text: string, uri: string) => ({ uri, text });

  it('come from what is open, and a frame in them names its file and line', async () => {
    const { run } = await session();
    const helper = at('def half(x):\n    return 1 / x\n', 'file:///w/helper.py');
    const workspace = { roots: ['file:///w'], texts: [helper] };
    const text = 'import helper\nhelper.half(0)\n';
    const { end } = run(text, { uri: 'file:///w/a.py', workspace });
    expect(end.error?.frames).toEqual([
      { span: { start: 14, end: 28 }, functionName: '<module>' },
      { span: { start: 24, end: 29 }, functionName: 'half', file: { path: '/w/helper.py', line: 2 } },
    ]);
  });

  it('are imported again only by a run that starts anew', async () => {
    const { run } = await session();
    const uri = 'file:///w/a.py';
    const withValue = (value: number, reset: boolean) => ({
      uri,
      reset,
      workspace: { roots: ['file:///w'], texts: [at(`value = ${value}`, 'file:///w/helper.py')] },
    });
    const text = 'import helper\nprint(helper.value)\n';
    expect(run(text, withValue(1, false)).printed).toBe('1\n');
    expect(run(text, withValue(2, false)).printed).toBe('1\n');
    expect(run(text, withValue(2, true)).printed).toBe('2\n');
  });

  it('a missing module says in the error what there is, but not to the program', async () => {
    const { run } = await session();
    expect(run('import pandas').end.error?.message).toMatch(
      /^No module named 'pandas' \(ScanLens runs without/,
    );
    expect(run('try:\n    import pandas\nexcept ImportError as e:\n    print(e)').printed).toBe(
      "No module named 'pandas'\n",
    );
  });

  it('a plot is an event at the call that showed it', async () => {
    const { events, file } = await runInProcess(
      'import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()\n',
    );
    const [plot] = events.flatMap((event) => (event.type === 'plot' ? [event] : []));
    expect(file.text.slice(plot?.span.start, plot?.span.end)).toBe('plt.show()');
    expect(plot?.plot.axes[0]?.series).toMatchObject([{ kind: 'line', x: [0, 1], y: [1, 2] }]);
  });
});

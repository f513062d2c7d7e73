/** Cells of a notebook that really run, and what stands below them. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { EvaluatorMessage, RunEnd } from '../../../protocol/src/evaluator.ts';
import type { CellOutput } from '../../../protocol/src/notebook.ts';
import type { RunEvent } from '../../../protocol/src/results.ts';
import { LineIndex } from '../../../server/src/base/lineIndex.ts';
import { CellOutputWriter } from '../../../server/src/features/cellOutputs.ts';
import { type DocumentPart, DocumentView } from '../../../server/src/features/documentView.ts';
import { cellMarker, joinedCell } from '../../../server/src/python/notebook.ts';
import { Evaluator } from '../../../server/src/session/evaluator.ts';
import { testParser } from '../../oracle/inProcess.ts';
import { parse } from '../analysis/cases.ts';

let messages: EvaluatorMessage[];
let evaluator: Evaluator;

beforeEach(async () => {
  const parser = await testParser();
  messages = [];
  const send = (batch: readonly EvaluatorMessage[]) => messages.push(...batch);
  evaluator = new Evaluator({
    ...{ parser, now: () => performance.now(), send, measureMemory: () => null, disk: null },
  });
});

function partsOf(sources: readonly string[]): readonly DocumentPart[] {
  let offset = 0;
  return sources.map((source, index) => {
    const start = offset + cellMarker.length;
    offset += joinedCell(source).length;
    const span = { start, end: start + source.length };
    return { uri: `cell:${index}`, span, lines: new LineIndex(source), label: `cell ${index + 1}` };
  });
}

/** Runs all cells; answers with what the last one shows, told in one piece. */
function outputs(...sources: readonly string[]): readonly CellOutput[] {
  const { writer, run } = notebook(sources);
  sources.slice(0, -1).forEach((_, index) => {
    run(index);
  });
  const { events, end } = run(sources.length - 1);
  return writer.next(events, end);
}

function notebook(sources: readonly string[]) {
  const text = sources.map(joinedCell).join('');
  const parts = partsOf(sources);
  const own = parts.at(-1)!;
  const writer = new CellOutputWriter({
    ...{ text, module: parse(text).module, source: sources.at(-1) ?? '', fileName: 'a.ipynb' },
    view: new DocumentView(parts, own),
  });
  const run = (index: number) => runSpan(text, parts[index]!.span);
  return { writer, run };
}

function runSpan(
  text: string,
  cell: DocumentPart['span'],
): { readonly events: readonly RunEvent[]; readonly end: RunEnd } {
  messages.length = 0;
  evaluator.receive({
    ...{ type: 'run', runId: 1, uri: 'file:///w/a.ipynb', version: 1, text, cells: [cell], reset: false },
    options: { floatX: 'float64', timeoutMs: 60_000, memoryBytes: 1024 ** 3 },
    workspace: { roots: [], texts: [] },
  });
  const events = messages.flatMap((message) => (message.type === 'event' ? [message.event] : []));
  const ended = messages.find((message) => message.type === 'ended');
  if (ended?.type !== 'ended') throw new Error('the run did not end');
  return { events, end: ended.end };
}

describe('the value of a cell', () => {
  test.each([
    ['the last statement', '1\n2 + 3', '5'],
    ['as repr prints it', "['a', None]", "['a', None]"],
    ['an array', 'import numpy as np\nnp.arange(3)', 'array([0, 1, 2])'],
    ['with a comment behind it', '7  # days', '7'],
  ])('%s', (_, source, text) => {
    expect(outputs(source)).toEqual([{ kind: 'value', text }]);
  });

  test.each([
    ['nothing after a semicolon', '2 + 3;'],
    ['nothing of an assignment', '1\na = 2'],
    ['nothing of None', 'None'],
    ['nothing of a cell without statements', '# only words'],
  ])('%s', (_, source) => {
    expect(outputs(source)).toEqual([]);
  });
});

describe('what is printed', () => {
  test('is one text, until errors are printed between', () => {
    const source = "import sys\nfor i in range(3):\n    print(i)\nsys.stderr.write('oh\\n');\nprint('end')";
    expect(outputs(source)).toEqual([
      { kind: 'stdout', text: '0\n1\n2\n' },
      { kind: 'stderr', text: 'oh\n' },
      { kind: 'stdout', text: 'end\n' },
    ]);
  });

  test('comes piece by piece', () => {
    const { writer, run } = notebook(["print('one')\nprint('two')\n3"]);
    const { events, end } = run(0);
    const pieces = [...events.keys()].map((index) => writer.next(events.slice(0, index + 1), null));
    expect(pieces).toEqual([
      [{ kind: 'stdout', text: 'one\n' }],
      [{ kind: 'stdout', text: 'two\n' }],
      [{ kind: 'value', text: '3' }],
    ]);
    expect(writer.next(events, end)).toEqual([]);
  });
});

test('a warning says where it was raised', () => {
  const source = "import warnings\nwarnings.warn('careful')";
  expect(outputs(source)).toEqual([{ kind: 'stderr', text: 'line 2: UserWarning: careful\n' }]);
});

test('an error names cells and their lines', () => {
  const [error, ...more] = outputs('def f(x):\n    return 1 / x', '# In here\nf(0)');
  expect(more).toEqual([]);
  expect(error).toEqual({
    kind: 'error',
    type: 'ZeroDivisionError',
    message: 'division by zero',
    traceback: `Traceback (most recent call last):
  cell 2, line 2, in <module>
    f(0)
  cell 1, line 2, in f
    return 1 / x
           ~~^~~
ZeroDivisionError: division by zero
`,
  });
});

test('text that is not Python has its line', () => {
  expect(outputs('a = 1', 'b = 2\nc = = 3')).toMatchObject([
    {
      kind: 'error',
      type: 'SyntaxError',
      traceback: expect.stringContaining('  cell 2, line 2\n    c = = 3\n'),
    },
  ]);
});

describe('lines that are not Python', () => {
  test.each([
    ['!pip install theano\nprint(1)', ['!pip install theano']],
    ['%%bash\nls\necho 1', ['%%bash']],
    ['x = %sql select 1', ['x = %sql select 1']],
    ['print?', ['print?']],
  ])('%j: the person is told', (source, lines) => {
    expect(outputs(source)[0]).toEqual({ kind: 'skipped', lines });
  });

  test.each([
    '%matplotlib inline\n%config InlineBackend.figure_format = "svg"\n%load_ext autoreload\n%autoreload 2',
    'print(1) if 0 else 2 % 3;',
  ])('%j: nothing is missing', (source) => {
    expect(outputs(source)).toEqual([]);
  });
});

test('a plot', () => {
  const [plot] = outputs('import matplotlib.pyplot as plt\nplt.plot([1, 2, 4])\nplt.show()');
  expect(plot).toMatchObject({ kind: 'plot', plot: { axes: [{ series: [{ y: [1, 2, 4] }] }] } });
});

describe('changes of shared state', () => {
  const counting = `import theano
a = theano.shared(1, name='a')
outputs, updates = theano.scan(lambda: {a: a + 1}, n_steps=10)
f = theano.function([], outputs, updates=updates)`;

  test('are a table below the rest', () => {
    expect(outputs(counting, 'f()\nprint(2)\nf();')).toEqual([
      { kind: 'stdout', text: '2\n' },
      {
        kind: 'state',
        omittedCount: 0,
        changes: [
          { place: 'line 1', name: 'a', change: '1 → 11', times: '', isDropped: false },
          { place: 'line 3', name: 'a', change: '11 → 21', times: '', isDropped: false },
        ],
      },
    ]);
  });

  test('in a loop: the last one, and how many there were', () => {
    const [state] = outputs(counting, 'for i in range(3):\n    f()');
    expect(state).toMatchObject({
      changes: [{ place: 'line 2', change: '21 → 31', times: '×3' }],
    });
    const [many] = outputs(counting, 'for i in range(300):\n    f()');
    expect(many).toMatchObject({ changes: [{ times: expect.stringMatching(/^×\d+\+$/) }] });
  });

  test('of a call in another cell', () => {
    const [state] = outputs(counting, 'def g():\n    return f()', 'g();');
    expect(state).toMatchObject({ changes: [{ place: 'cell 2, line 2', name: 'a' }] });
  });

  test('that are dropped are told too', () => {
    const { writer } = notebook(['f()']);
    const updates = [{ name: 'a', short: 'a stays 1 · dropped: would be 11' }];
    const span = { start: cellMarker.length, end: cellMarker.length + 3 };
    const event: RunEvent = { type: 'dropped', span, callId: 1, updates };
    const end: RunEnd = {
      ...{ outcome: 'finished', error: null, elapsedMs: 1, state: {}, callCount: 1, namespaceLost: false },
    };
    expect(writer.next([event], end)).toEqual([
      {
        kind: 'state',
        omittedCount: 0,
        changes: [
          {
            ...{ place: 'line 1', name: 'a', change: 'stays 1 · dropped: would be 11', times: '' },
            isDropped: true,
          },
        ],
      },
    ]);
  });
});

test('the end of a run that was stopped', () => {
  const { writer } = notebook(['pass']);
  const end: RunEnd = {
    ...{ outcome: 'cancelled', error: null, elapsedMs: 1, state: {}, callCount: 0, namespaceLost: true },
  };
  expect(writer.next([], end)).toEqual([{ kind: 'stopped' }, { kind: 'variablesLost' }]);
});

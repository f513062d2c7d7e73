import { describe, expect, test } from 'vitest';
import { notebookOutput, refusal } from '../../../../client/src/notebooks/outputItems.ts';
import type { CellChange, CellOutput } from '../../../../protocol/src/notebook.ts';

const items = (output: CellOutput) => notebookOutput(output).items.map(({ mime, text }) => [mime, text]);

const change = (more: Partial<CellChange>): CellChange => ({
  ...{ place: 'line 2', name: 'a', change: '1 → 11', times: '', isDropped: false },
  ...more,
});

describe('streams', () => {
  test.each([
    ['stdout', 'application/vnd.code.notebook.stdout'],
    ['stderr', 'application/vnd.code.notebook.stderr'],
  ] as const)('%s', (kind, mime) => {
    expect(notebookOutput({ kind, text: 'one\n' })).toEqual({
      items: [{ mime, text: 'one\n' }],
      isStream: true,
      isValue: false,
    });
  });

  test.each([
    [{ kind: 'stopped' }, 'Stopped.\n'],
    [
      { kind: 'variablesLost' },
      'The variables of this notebook are gone. Run its cells again from the first one.\n',
    ],
    [
      { kind: 'skipped', lines: ['!pip install theano'] },
      'Passed over, because ScanLens runs Python only and needs nothing to be installed: !pip install theano\n',
    ],
  ] as const)('%o is said where errors are said', (output, text) => {
    expect(items(output)).toEqual([['application/vnd.code.notebook.stderr', text]]);
  });
});

test('the value of a cell is plain text', () => {
  const output = notebookOutput({ kind: 'value', text: 'array([1, 2])' });
  expect(output).toEqual({
    items: [{ mime: 'text/plain', text: 'array([1, 2])' }],
    isStream: false,
    isValue: true,
  });
});

test('an error has what editors of notebooks show', () => {
  const [[mime, text] = []] = items({
    kind: 'error',
    type: 'ZeroDivisionError',
    message: 'division by zero',
    traceback: 'Traceback …',
  });
  expect(mime).toBe('application/vnd.code.notebook.error');
  expect(JSON.parse(text ?? '')).toEqual({
    name: 'ZeroDivisionError',
    message: 'division by zero',
    stack: 'Traceback …',
  });
  expect(JSON.parse(refusal('No.').items[0]?.text ?? '')).toEqual({
    name: 'ScanLens',
    message: 'No.',
    stack: '',
  });
});

test('a plot is a picture, and words for who does not see it', () => {
  const axis = { label: '', scale: 'linear', limits: null, categories: [] };
  const output = items({
    kind: 'plot',
    plot: {
      ...{ title: 'Loss', rowCount: 1, columnCount: 1, omittedCount: 0 },
      axes: [
        {
          ...{ title: '', x: axis, y: axis, hasGrid: false, hasLegend: false, hasColorbar: false },
          ...{ row: 0, column: 0 },
          series: [
            {
              ...{ kind: 'line', x: [0, 1], y: [2, 3], line: '-', marker: '', label: '', color: '' },
            },
          ],
        },
      ],
    },
  });
  expect(output[0]?.[0]).toBe('image/svg+xml');
  expect(output[0]?.[1]).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="640" height="480"/);
  expect(output[1]).toEqual(['text/plain', 'Loss. 1 series']);
});

describe('the table of state changes', () => {
  test('names variables, changes and places', () => {
    const changes = [
      change({}),
      change({ name: 'W', change: '(2×2): 3 of 4 changed', place: 'cell 1, line 4', times: '×10' }),
      change({ name: 'b', change: 'stays 1 · dropped: would be 11', isDropped: true }),
    ];
    expect(items({ kind: 'state', changes, omittedCount: 3 })).toEqual([
      [
        'text/markdown',
        `| Shared variable | Change | Where |
| --- | --- | --- |
| \`a\` | \`1 → 11\` | line 2 |
| \`W\` | \`(2×2): 3 of 4 changed\` | cell 1, line 4 ×10 |
| \`b\` | **dropped** \`stays 1 · dropped: would be 11\` | line 2 |

3 more changes are not shown.`,
      ],
      [
        'text/plain',
        `a: 1 → 11 (line 2)
W: (2×2): 3 of 4 changed (cell 1, line 4 ×10)
b: stays 1 · dropped: would be 11 (line 2)
3 more changes are not shown.`,
      ],
    ]);
  });

  // A program chooses the names of its variables.
  test.each([
    ['<script>alert(1)</script>', '`<script>alert(1)</script>`'],
    ['a | b', '`a \\| b`'],
    ['`x`', '`` `x` ``'],
    ['two\nlines', '`two lines`'],
  ])('%j can not become mark-up', (name, written) => {
    const [[, text] = []] = items({ kind: 'state', changes: [change({ name })], omittedCount: 0 });
    expect(text?.split('\n')[2]).toBe(`| ${written} | \`1 → 11\` | line 2 |`);
  });
});

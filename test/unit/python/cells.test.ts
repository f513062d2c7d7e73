import { expect, test } from 'vitest';
import { pythonParserForTests } from './pythonParserForTests.ts';

const parser = await pythonParserForTests();

/** The cells of a text as their texts, and their titles. */
const cells = (source: string): (readonly [text: string, title: string])[] =>
  parser.parse(source).cells.map(({ start, end, title }) => [source.slice(start, end), title]);

const cases: readonly (readonly [source: string, expected: readonly (readonly [string, string])[]])[] = [
  ['', [['', '']]],
  ['a\nb\n', [['a\nb\n', '']]],
  [
    'a\n# %% One\nb\n#%%\nc',
    [
      ['a\n', ''],
      ['# %% One\nb\n', 'One'],
      ['#%%\nc', ''],
    ],
  ],
  ['\n\n# %% One\nb', [['\n\n# %% One\nb', 'One']]],
  [
    '# In[3]:\na\n# In [ ]:\nb',
    [
      ['# In[3]:\na\n', ''],
      ['# In [ ]:\nb', ''],
    ],
  ],
  ['x = """\n# %% no\n"""\n', [['x = """\n# %% no\n"""\n', '']]],
  ['x = 1 # %% no\n', [['x = 1 # %% no\n', '']]],
  [
    'a\r\n# %%\r\nb',
    [
      ['a\r\n', ''],
      ['# %%\r\nb', ''],
    ],
  ],
];

test.each(cases)('%j', (source, expected) => {
  expect(cells(source)).toEqual(expected);
});

test('the marker is the comment', () => {
  expect(parser.parse('a\n  # %% One\n').cells[1]?.marker).toEqual({ start: 4, end: 12 });
});

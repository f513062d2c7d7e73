import { describe, expect, it } from 'vitest';
import { compareNames } from '../../../../client/src/comparison/compareNames.ts';
import { comparisonText } from '../../../../client/src/comparison/comparisonText.ts';
import type { NamedValueData } from '../../../../protocol/src/questions.ts';
import type { ScalarData } from '../../../../protocol/src/results.ts';

const array = (
  name: string,
  data: readonly ScalarData[],
  { dtype = 'float64', shape = [data.length] }: { dtype?: string; shape?: readonly number[] } = {},
): NamedValueData => ({ name, array: { dtype, shape, data }, text: null });
const text = (name: string, value: string): NamedValueData => ({ name, array: null, text: value });

const verdicts = (here: readonly NamedValueData[], python: readonly NamedValueData[]) =>
  Object.fromEntries(compareNames(here, python).map(({ name, verdict }) => [name, verdict]));

describe('comparison of names', () => {
  it('finds what is equal, also nan and infinities', () => {
    const values = [
      array('a', [1, 'nan', 'inf', '-inf']),
      text('s', "'x'"),
      array('n', ['9007199254740993']),
    ];
    expect(verdicts(values, values)).toEqual({
      a: { kind: 'equal' },
      s: { kind: 'equal' },
      n: { kind: 'equal' },
    });
  });

  it('says where numbers are farthest apart', () => {
    const found = verdicts([array('a', [1, 2, 3])], [array('a', [1, 2.5, 3.1])]);
    expect(found['a']).toMatchObject({ kind: 'apart', absolute: 0.5, relative: 0.2, place: 1 });
  });

  it('does not call nan and a number, or two large integers, near', () => {
    expect(verdicts([array('a', ['nan'])], [array('a', [1])])['a']).toMatchObject({
      kind: 'apart',
      absolute: Number.POSITIVE_INFINITY,
    });
  });

  it('says types, shapes and texts that differ, and names that are missing', () => {
    const here = [array('a', [1]), array('b', [1, 2]), text('s', "'x'"), array('only', [1])];
    const python = [
      array('a', [1], { dtype: 'float32' }),
      array('b', [1, 2], { shape: [2, 1] }),
      text('s', "'y'"),
      array('there', [1]),
    ];
    expect(verdicts(here, python)).toEqual({
      a: { kind: 'different', here: 'float64 (1)', python: 'float32 (1)' },
      b: { kind: 'different', here: 'float64 (2)', python: 'float64 (2, 1)' },
      s: { kind: 'different', here: "'x'", python: "'y'" },
      only: { kind: 'missingInPython' },
      there: { kind: 'missingHere' },
    });
  });

  it('does not promise more than it looked at', () => {
    const long = array('a', [1, 2], { shape: [1000] });
    expect(verdicts([long], [long])['a']).toEqual({ kind: 'equalSoFar', count: 2 });
  });

  it('is told in lines, the sum of it first', () => {
    const names = compareNames([array('a', [1]), array('long', [2])], [array('a', [1]), array('long', [4])]);
    const python = { version: '3.12.1', error: null, names: [] };
    expect(comparisonText({ command: 'python3 tell_names.py', names, python, error: null })).toBe(
      [
        '1 of 2 values are equal.',
        '',
        'Compared with Python 3.12.1: python3 tell_names.py',
        '',
        'a     equal',
        'long  largest difference 2.00 (relative 0.500) at element 0',
        '',
      ].join('\n'),
    );
  });
});

/** Values read piece by piece: pages, elements, statistics, pictures, NumPy text; of arrays that a program made. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ValueRef } from '../../../../protocol/src/values.ts';
import { numpyText } from '../../../../server/src/session/questions/numpyText.ts';
import { sampleOf } from '../../../../server/src/session/questions/sampleAnswer.ts';
import { histogramOf, statisticsOf } from '../../../../server/src/session/questions/statistics.ts';
import { fromValues, type NDArray } from '../../../../server/src/tensor/ndarray.ts';
import { Session } from '../session.ts';

const noCheck = () => {};

let session: Session;

beforeAll(async () => {
  session = await Session.start();
  session.run('import numpy as np\nfrom numpy import inf, nan');
});

/** The array that an expression gives, as a line of the program shows it. */
function shown(expression: string): ValueRef {
  const { events } = session.run(expression);
  const value = events.find((event) => event.type === 'value');
  if (value?.type !== 'value' || value.valueId === undefined) throw new Error(`${expression} shows no array`);
  return { kind: 'shown', valueId: value.valueId };
}

const vector = (values: readonly number[]): NDArray => fromValues('float64', [values.length], values);

describe('pages', () => {
  const page = (expression: string, over: object = {}) =>
    session.ask('page', {
      ref: shown(expression),
      plane: [],
      rowStart: 0,
      columnStart: 0,
      rowCount: 100,
      columnCount: 100,
      ...over,
    });

  it('of a matrix have its rows and columns', () => {
    const answer = page('np.arange(12.).reshape(3, 4)', { rowStart: 1, rowCount: 2, columnStart: 2 });
    expect(answer).toMatchObject({
      dtype: 'float64',
      shape: [3, 4],
      rowStart: 1,
      columnStart: 2,
      rowCount: 3,
      columnCount: 4,
      rows: [
        ['6.0', '7.0'],
        ['10.0', '11.0'],
      ],
    });
  });

  it.each([
    ['np.array(2.5)', [['2.5']]],
    ['np.array([True, False])', [['True'], ['False']]],
    ['np.array([0.1, 1e300, nan, -inf])', [['0.1'], ['1e+300'], ['nan'], ['-inf']]],
    ["np.array([0.1], dtype='float32')", [['0.1']]],
    ['np.array([1 + 2j])', [['(1+2j)']]],
    ["np.array(['ab', 'c'])", [['ab'], ['c']]],
    ["np.array([(1, 1.0)], dtype=[('a', 'i4'), ('b', 'f8')])", [['(1, 1.0)']]],
    ['np.array([2**62])', [['4611686018427387904']]],
    [
      'np.arange(6).reshape(2, 3).T',
      [
        ['0', '3'],
        ['1', '4'],
        ['2', '5'],
      ],
    ],
    ['np.zeros((0, 3))', []],
    ['np.zeros((2, 0))', [[], []]],
  ])('of %s', (expression, rows) => {
    expect(page(expression)?.rows).toEqual(rows);
  });

  it('of more axes are one plane', () => {
    expect(page('np.arange(24).reshape(2, 3, 2, 2)', { plane: [1, 0] })?.rows).toEqual([
      ['12', '13'],
      ['14', '15'],
    ]);
    expect(page('np.arange(24).reshape(2, 3, 2, 2)', { plane: [2, 0] })).toBeNull();
    expect(page('np.arange(24).reshape(2, 3, 2, 2)')).toBeNull();
  });

  it('are bounded', () => {
    const wide = page('np.zeros((5000, 500))', { rowCount: 5000, columnCount: 500 });
    expect(wide?.rows).toHaveLength(100);
    expect(wide?.rows[0]).toHaveLength(200);
  });

  it('beyond the end are empty', () => {
    expect(page('np.arange(3)', { rowStart: 3 })?.rows).toEqual([]);
    expect(page('np.arange(3)', { rowStart: -5 })?.rowStart).toBe(0);
  });

  it('have the elements that the array has', () => {
    const shape = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 0, maxLength: 4 });
    fc.assert(
      fc.property(shape, (lengths) => {
        const ref = shown(`np.arange(${lengths.reduce((a, b) => a * b, 1)}).reshape([${lengths}])`);
        const elements = session.ask('elements', { ref, limit: 1000 })?.data.map(String);
        const lead = lengths.slice(0, -2);
        const planes = lead.reduce<number[][]>(
          (all, n) => all.flatMap((index) => Array.from({ length: n }, (_, i) => [...index, i])),
          [[]],
        );
        const window = { rowStart: 0, columnStart: 0, rowCount: 100, columnCount: 100 };
        const pages = planes.flatMap(
          (plane) => session.ask('page', { ref, plane, ...window })?.rows.flat() ?? [],
        );
        expect(pages).toEqual(elements);
      }),
      { numRuns: 40 },
    );
  });
});

describe('elements', () => {
  it('are flat and cut at the limit', () => {
    const ref = shown('np.array([[1, 2], [3, 4]])');
    expect(session.ask('elements', { ref, limit: 3 })).toMatchObject({ data: [1, 2, 3], isComplete: false });
    expect(session.ask('elements', { ref, limit: 4 })).toMatchObject({
      data: [1, 2, 3, 4],
      isComplete: true,
    });
  });

  it('of a shown array stay what they were', () => {
    session.run('held = np.zeros(2)');
    const ref = shown('held');
    session.run('held[0] = 5');
    expect(session.ask('elements', { ref, limit: 2 })?.data).toEqual([0, 0]);
  });
});

describe('statistics', () => {
  it('are of the finite numbers', () => {
    expect(statisticsOf(vector([1, 3, Number.NaN, Number.POSITIVE_INFINITY, 0]), noCheck)).toEqual({
      min: 0,
      max: 3,
      mean: 4 / 3,
      standardDeviation: expect.closeTo(Math.sqrt(14 / 9), 12),
      nanCount: 1,
      infinityCount: 1,
      zeroCount: 1,
    });
  });

  it('of huge and of close numbers are exact enough', () => {
    expect(statisticsOf(vector([1e308, 1e308, 1e308]), noCheck)).toMatchObject({ mean: 1e308 });
    expect(statisticsOf(vector([1e9 + 1, 1e9 + 2, 1e9 + 3]), noCheck)).toMatchObject({
      mean: 1e9 + 2,
      standardDeviation: expect.closeTo(Math.sqrt(2 / 3), 9),
    });
  });

  it.each([
    ['np.zeros((0, 2))', { min: null, max: null, mean: null, zeroCount: 0 }],
    ['np.array([nan])', { min: null, mean: null, nanCount: 1 }],
    ['np.array([3 + 4j, 0])', { min: null, mean: null, zeroCount: 1 }],
    ['np.array([True, False, True])', { min: 0, max: 1, mean: expect.closeTo(2 / 3, 12), zeroCount: 1 }],
    ['np.array([-2**40, 2**40])', { min: -(2 ** 40), max: 2 ** 40, mean: 0 }],
    ["np.array([2**64 - 2048], dtype='uint64')", { max: 2 ** 64 - 2048 }],
    ["np.array(['a'])", { min: null, nanCount: 0 }],
  ])('of %s', (expression, expected) => {
    expect(session.ask('statistics', { ref: shown(expression) })).toMatchObject(expected);
  });
});

describe('histograms', () => {
  it('have equal bins, the last one with its right edge', () => {
    expect(histogramOf(vector([0, 1, 2, 3, 4, Number.NaN]), 4, noCheck)).toEqual({
      edges: [0, 1, 2, 3, 4],
      counts: [1, 1, 1, 2],
    });
  });

  it('of equal numbers and of none have a width', () => {
    expect(histogramOf(vector([2, 2]), 1, noCheck)).toEqual({ edges: [1.5, 2.5], counts: [2] });
    expect(histogramOf(vector([]), 2, noCheck)).toEqual({ edges: [0, 0.5, 1], counts: [0, 0] });
  });

  it('of the largest numbers have edges that are numbers', () => {
    const { edges, counts } = histogramOf(vector([-Number.MAX_VALUE, 0, Number.MAX_VALUE]), 2, noCheck);
    expect(edges).toEqual([-Number.MAX_VALUE, 0, Number.MAX_VALUE]);
    expect(counts).toEqual([1, 2]);
  });

  it('count every finite number once, in the bin between its edges', () => {
    const numbers = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { maxLength: 50 });
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 20 }), (values, binCount) => {
        const { edges, counts } = histogramOf(vector(values), binCount, noCheck);
        expect(counts.reduce((a, b) => a + b, 0)).toBe(values.length);
        counts.forEach((count, bin) => {
          const isLast = bin === binCount - 1;
          const inside = values.filter((x) => x >= edges[bin]! && (x < edges[bin + 1]! || isLast));
          // Where edges fall together, all of their numbers are in the last of them.
          if (edges[bin]! < edges[bin + 1]!) expect(count).toBeLessThanOrEqual(inside.length);
        });
      }),
    );
  });
});

describe('pictures', () => {
  it('have the least and the greatest of each place', () => {
    const matrix = fromValues('float64', [4, 2], [1, 10, 2, 20, 3, 30, Number.NaN, Number.NaN]);
    expect(sampleOf(matrix, { rows: 2, columns: 5 }, noCheck)).toEqual({
      rowCount: 2,
      columnCount: 2,
      low: [1, 10, 3, 30],
      high: [2, 20, 3, 30],
    });
  });

  it('of a vector are one column, of an array without axes one place', () => {
    const asks = { plane: [], rowCount: 2, columnCount: 10 };
    expect(session.ask('sample', { ref: shown('np.arange(6)'), ...asks })).toMatchObject({
      rowCount: 2,
      columnCount: 1,
      low: [0, 3],
      high: [2, 5],
    });
    expect(session.ask('sample', { ref: shown('np.array(7)'), ...asks })).toMatchObject({ low: [7] });
  });

  it('show what the array holds, however it is cut', () => {
    const shape = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 }));
    const most = fc.record({
      rows: fc.integer({ min: 1, max: 50 }),
      columns: fc.integer({ min: 1, max: 50 }),
    });
    fc.assert(
      fc.property(shape, most, ([rows, columns], limits) => {
        const values = Array.from({ length: rows * columns }, (_, i) => (i * 37) % 101);
        const picture = sampleOf(fromValues('float64', [rows, columns], values), limits, noCheck);
        expect(picture.low).toHaveLength(picture.rowCount * picture.columnCount);
        expect(picture.rowCount).toBe(Math.min(rows, limits.rows));
        expect(Math.min(...picture.low.map(Number))).toBe(Math.min(...values));
        expect(Math.max(...picture.high.map(Number))).toBe(Math.max(...values));
      }),
    );
  });
});

describe('NumPy text', () => {
  it.each([
    ['np.array(2.5)', "np.array(2.5, dtype='float64')"],
    [
      'np.array([[1., nan], [-inf, -0.]])',
      "np.array([[1.0, np.nan],\n          [-np.inf, -0.0]], dtype='float64')",
    ],
    ['np.zeros((2, 0))', "np.zeros((2, 0), dtype='float64')"],
    ["np.array([], dtype='int8')", "np.zeros((0,), dtype='int8')"],
    ['np.array([True, False])', "np.array([True, False], dtype='bool')"],
    ['np.array([complex(-0.0, inf)])', "np.array([complex(-0.0, np.inf)], dtype='complex128')"],
  ])('of %s', (expression, text) => {
    expect(session.ask('numpyText', { ref: shown(expression) })).toEqual({ text, refused: null });
  });

  it('makes the array again', () => {
    const dtypes = [
      'bool',
      'int8',
      'uint16',
      'int64',
      'uint64',
      'float32',
      'float64',
      'complex64',
      'complex128',
    ];
    const number = fc.constantFrom(
      '0',
      '1',
      '-1',
      '0.1',
      '-0.0',
      'nan',
      'inf',
      '-inf',
      '1e-7',
      '123456789',
      '2**63 - 1',
    );
    const shape = fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 3 });
    fc.assert(
      fc.property(fc.constantFrom(...dtypes), shape, fc.infiniteStream(number), (dtype, lengths, numbers) => {
        const isFloat = /float|complex/.test(dtype);
        const count = lengths.reduce((a, b) => a * b, 1);
        const whole = [...numbers.take(count)].map((x) =>
          isFloat ? x : x === 'nan' || /inf|0\.1|e-7/.test(x) ? '1' : x,
        );
        session.run(`made = np.array([${whole}]).astype('${dtype}').reshape([${lengths}])`);
        const text = session.ask('numpyText', { ref: shown('made') })?.text;
        const { events } = session.run(`again = ${text}
(again.dtype == made.dtype and again.shape == made.shape and again.tobytes() == made.tobytes(), made.size)[0]`);
        expect(events.at(-1)).toMatchObject({ type: 'value', value: { full: 'True' } });
      }),
      { numRuns: 60 },
    );
  });

  it('is refused where it would be too long, and where there is none', () => {
    expect(numpyText(fromValues('int8', [4_000_000], new Int8Array(4_000_000)), noCheck).refused).toMatch(
      /10 MB/,
    );
    expect(numpyText(vector([0.125, 0.125]), noCheck, 10).refused).toMatch(/10 MB/);
    expect(session.ask('numpyText', { ref: shown("np.array(['a'])") })?.refused).toMatch(/<U1/);
  });
});

describe('references', () => {
  it('to what is not there are answered with null', () => {
    for (const ref of [
      { kind: 'variable', variableId: 9 },
      { kind: 'shown', valueId: 99_999 },
      { kind: 'call', callId: 99_999, part: 'input', index: 0 },
      { kind: 'change', variableId: 9, changeId: 9, side: 'after' },
    ] as const)
      expect(session.ask('value', { ref })).toBeNull();
  });

  it('to arguments and results of calls', async () => {
    const program = await Session.start();
    const { events } = program.run(`
import numpy as np
import pytensor
import pytensor.tensor as pt
x = pt.dvector('x')
f = pytensor.function([x], [x * 2, x.sum()])
given = np.ones(3)
for i in range(150):
    given[0] = i
    result = f(given)
    result[0][:] = -1`);
    const call = events.flatMap((event) => (event.type === 'call' ? [event.call] : [])).at(-1);
    const callId = call?.callId ?? 0;
    const elements = (part: 'input' | 'output', index: number) =>
      program.ask('elements', { ref: { kind: 'call', callId, part, index }, limit: 10 })?.data;
    expect(elements('input', 0)).toEqual([149, 1, 1]);
    expect(elements('output', 0)).toEqual([298, 2, 2]);
    expect(elements('output', 1)).toEqual([151]);
    expect(elements('output', 2)).toBeUndefined();
  });
});

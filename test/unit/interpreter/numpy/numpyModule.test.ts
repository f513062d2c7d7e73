import { describe, expect, it } from 'vitest';
import { functionRows, operatorRows, printRows, type Row } from './numpyTables.ts';
import { evaluateNumpy, runNumpy } from './runNumpy.ts';

const asExpected = ([source, numpy1, numpy2 = numpy1]: Row): void => {
  expect(evaluateNumpy(source, { numpy: 1 })).toBe(numpy1);
  expect(evaluateNumpy(source, { numpy: 2 })).toBe(numpy2);
};

describe('NumPy 1.24 and 2.4 as programs see them', () => {
  it.each(functionRows.map((row) => [row[0], row] as const))('%s', (_source, row) => {
    asExpected(row);
  });
});

describe('operators', () => {
  it.each(operatorRows.map((row) => [row[0], row] as const))('%s', (_source, row) => {
    asExpected(row);
  });
});

describe('np.set_printoptions', () => {
  it.each(printRows.map((row) => [row[0], row] as const))('%s', (_source, row) => {
    asExpected(row);
  });

  it('refuses what the text does not follow', () => {
    const told = runNumpy('np.set_printoptions(legacy="1.13")', { numpy: 2 });
    expect(told).toBe('!! NotSupportedByScanLens the legacy modes of printing');
  });
});

describe('what ScanLens does not have', () => {
  it.each([
    ['np.fft.hfft([1])', 'numpy.fft.hfft is not supported yet'],
    ['np.random.test()', 'numpy.random.test is not supported yet'],
    ['np.linalg.test()', 'numpy.linalg.test is not supported yet'],
    ["np.array(['a']).tobytes()", 'the bytes of arrays of text'],
    ["np.cumsum(['a'])", 'this function of arrays of text'],
    ['np.array([None])', "an array of 'NoneType' objects"],
    ["np.zeros(2, dtype='longdouble')", "arrays of the type 'longdouble'"],
    ['np.arange(1j)', 'arange of complex numbers'],
    ["np.zeros(2).getfield('f4')", 'ndarray.getfield is not supported yet'],
  ])('%s is refused by name', (source, what) => {
    for (const numpy of [1, 2] as const)
      expect(evaluateNumpy(source, { numpy })).toBe(`!! NotSupportedByScanLens ${what}`);
  });

  it.each([
    ['np.exp(x)', 'Elemwise{exp,no_inplace}.0'],
    ['np.abs(x)', 'Elemwise{abs_,no_inplace}.0'],
    ['np.square(x)', 'Elemwise{mul,no_inplace}.0'],
    ['np.add(x, 1)', 'Elemwise{add,no_inplace}.0'],
    ['[1, 2] * x', 'Elemwise{mul,no_inplace}.0'],
  ])('asks symbolic variables themselves: %s', (expression, printed) => {
    const source = `import theano.tensor as T\nx = T.vector()\nprint(${expression})`;
    expect(runNumpy(source, { numpy: 1 })).toBe(printed);
  });
});

describe('Python 2', () => {
  it.each([
    ['print np.array([7, 8]) / 2', '[3 4]'],
    ['print np.array([7., 8.]) / 2', '[3.5 4. ]'],
    ['from __future__ import division\nprint np.array([7, 8]) / 2', '[3.5 4. ]'],
    ['a = np.array([7, 8])\na /= 2\nprint a', '[3 4]'],
    ['print np.zeros(2, dtype=np.float), np.int', "[0. 0.] <type 'int'>"],
    ['print np.divide([7, 8], 2)', '[3 4]'],
  ])('%s', (source, printed) => {
    expect(runNumpy(source, { numpy: 1, python: 2 })).toBe(printed);
  });
});

describe('np.testing', () => {
  it('passes for equal values', () => {
    const source =
      'np.testing.assert_allclose([1.0, 2], [1, 2 + 1e-9])\nnp.testing.assert_array_equal([1, np.nan], [1, np.nan])\nnp.testing.assert_equal((1, [2]), (1, [2]))\nprint("ok")';
    expect(runNumpy(source, { numpy: 2 })).toBe('ok');
  });

  it.each([
    ['np.testing.assert_allclose([1.0, 2.0], [1.0, 2.5])', 'Not equal to tolerance rtol=1e-07, atol=0'],
    ['np.testing.assert_array_equal([1, 2], [1, 3])', 'Mismatched elements: 1 / 2 (50%)'],
    ['np.testing.assert_array_equal([1, 2], [1, 2, 3])', '(shapes (2,), (3,) mismatch)'],
    ['np.testing.assert_equal(1, 2)', 'Items are not equal:\n ACTUAL: 1\n DESIRED: 2'],
  ])('%s', (source, part) => {
    const told = runNumpy(source, { numpy: 2 });
    expect(told).toMatch(/^!! AssertionError/);
    expect(told).toContain(part);
  });
});

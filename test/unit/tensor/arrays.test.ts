import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Complex } from '../../../server/src/tensor/complex.ts';
import { type DType, dtypes, promote } from '../../../server/src/tensor/dtype.ts';
import { type NumpyFunctionName, numpyElementwise } from '../../../server/src/tensor/elementwise.ts';
import { addAt, getItem, type IndexItem, setItem } from '../../../server/src/tensor/indexing.ts';
import {
  assign,
  broadcastTo,
  cast,
  componentOf,
  fromValues,
  int64Vector,
  type NDArray,
  scalar,
  zeros,
} from '../../../server/src/tensor/ndarray.ts';
import { accumulate, dot, reduce } from '../../../server/src/tensor/reduce.ts';
import { broadcastShapes } from '../../../server/src/tensor/shape.ts';
import { arange, concatenate, permute, reshape, stack } from '../../../server/src/tensor/shaping.ts';
import { element, readRecorded, recordedArray } from './recorded.ts';

const recorded = readRecorded(1);
const numbers = (array: NDArray): number[] => Array.from(array.elements() as ArrayLike<number>, Number);

describe('element types', () => {
  it('promote as np.promote_types', () => {
    for (const [a, row] of Object.entries(recorded.promotion) as [DType, Record<DType, DType>][]) {
      for (const [b, expected] of Object.entries(row))
        expect(promote(a, b as DType), `${a} ${b}`).toBe(expected);
    }
  });

  it('promote to a common type whatever the order', () => {
    const type = fc.constantFrom(...dtypes);
    fc.assert(
      fc.property(
        type,
        type,
        (a, b) => promote(a, b) === promote(b, a) && promote(a, promote(a, b)) === promote(a, b),
      ),
    );
  });

  it.each([
    ['int8', 200, -56],
    ['uint8', -1, 255],
    ['int32', 2 ** 31, -(2 ** 31)],
    ['int32', -1.9, -1],
    ['bool', 0.5, 1],
  ] as const)('cut a value to %s as C does: %d', (dtype, value, expected) => {
    expect(scalar(dtype, value).item()).toBe(expected);
  });
});

describe('arithmetic', () => {
  it.each(recorded.arithmetic)('%s of %s', (...row) => {
    const [name, dtype, left, right, output, expected] = row;
    const a = recordedArray(dtype, [left.length], left);
    const b = recordedArray(dtype, [right.length], right);
    const result = numpyElementwise(name as NumpyFunctionName, [a, b]);
    expect(result.dtype).toBe(output);
    expect(result.elements()).toEqual(recordedArray(output, [expected.length], expected).elements());
  });

  it('wraps 64-bit integers', () => {
    const most = fromValues('int64', [1], [2n ** 63n - 1n]);
    expect(numpyElementwise('add', [most, scalar('int64', 1n)]).at(0)).toBe(-(2n ** 63n));
  });

  it('gives half precision for functions of 8-bit numbers', () => {
    const result = numpyElementwise('exp', [scalar('int8', 1)]);
    expect(result.dtype).toBe('float16');
    expect(result.at(0)).toBe(2.71875);
  });

  it('lets nobody take a complex number for a real one', () => {
    const z = scalar('complex128', new Complex(1, 2));
    expect(() => cast(z, 'float64')).toThrow('this function of complex numbers');
    expect(() => Number(z.at(0))).toThrow('this function of complex numbers');
    expect(() => numpyElementwise('floor', [z])).toThrow("ufunc 'floor' not supported for the input types");
  });

  it('has real and imaginary parts that are windows', () => {
    const z = fromValues('complex64', [2], [new Complex(1, 2), new Complex(3, 4)]);
    assign(componentOf(z, 'im'), scalar('float64', 0.1));
    expect(z.at(1)).toEqual(new Complex(3, Math.fround(0.1)));
    expect([...(componentOf(z, 're').elements() as Float32Array)]).toEqual([1, 3]);
  });

  it('names both shapes that do not fit', () => {
    const attempt = (): unknown => numpyElementwise('add', [zeros('float64', [2]), zeros('float64', [3])]);
    expect(attempt).toThrow('operands could not be broadcast together with shapes (2,) (3,) ');
  });
});

describe('broadcasting', () => {
  const shape = fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 3 });

  it('is symmetric and keeps what it gives', () => {
    fc.assert(
      fc.property(shape, (a) => {
        const ones = a.map(() => 1);
        expect(broadcastShapes([a, ones])).toEqual(a);
        expect(broadcastShapes([ones, a, a])).toEqual(a);
      }),
    );
  });

  it('repeats without copying', () => {
    const row = int64Vector([1, 2]);
    const wide = broadcastTo(row, [3, 2]);
    expect(wide.storage).toBe(row.storage);
    expect(numbers(wide)).toEqual([1, 2, 1, 2, 1, 2]);
  });
});

/** Reads the index of `a[…]`: integers, slices, `None`, `...` and lists. */
function parseIndex(text: string): IndexItem[] {
  const inner = text.slice(2, -1);
  const parts = inner.split(/,(?![^[]*\])(?![^[]*\]\])/).map((part) => part.trim());
  return parts.map((part): IndexItem => {
    if (part === 'None') return { kind: 'newAxis' };
    if (part === '...') return { kind: 'ellipsis' };
    if (part.startsWith('[')) {
      const rows = JSON.parse(part) as number[] | number[][];
      const shape = Array.isArray(rows[0]) ? [rows.length, rows[0].length] : [rows.length];
      return { kind: 'array', array: fromValues('int64', shape, rows.flat()) };
    }
    if (!part.includes(':')) return { kind: 'integer', value: Number(part) };
    const [start, stop, step] = [...part.split(':'), '', ''].map((bound) =>
      bound === '' ? null : Number(bound),
    );
    return { kind: 'slice', start: start!, stop: stop!, step: step! };
  });
}

describe('indexing', () => {
  const base = (): NDArray => reshape(arange('int64', { start: 0, stop: 24, step: 1 }), [2, 3, 4]);

  it.each(recorded.indexing.filter(([text]) => !text.includes('[[[')))('%s', (text, shape, values) => {
    const result = getItem(base(), parseIndex(text));
    expect(result.shape).toEqual(shape);
    expect(numbers(result)).toEqual(values);
  });

  it('writes through windows and index arrays', () => {
    const array = base();
    setItem(array, parseIndex('a[0, 1:, ::2]'), scalar('int64', -1n));
    setItem(array, parseIndex('a[[1, 1], [0, 2], 3]'), int64Vector([-2, -3]));
    expect(numbers(array).filter((value) => value < 0)).toEqual([-1, -1, -1, -1, -2, -3]);
  });

  it('adds up repeated indices', () => {
    const array = int64Vector([0, 0, 0]);
    addAt(array, parseIndex('a[[0, 2, 0]]'), scalar('int64', 5n));
    expect(numbers(array)).toEqual([10, 0, 5]);
  });

  it('takes masks', () => {
    const mask = fromValues('bool', [2, 3], [1, 0, 0, 0, 0, 1]);
    expect(numbers(getItem(base(), [{ kind: 'array', array: mask }]))).toEqual([0, 1, 2, 3, 20, 21, 22, 23]);
  });

  it.each([
    ['a[2]', 'index 2 is out of bounds for axis 0 with size 2'],
    ['a[0, 0, 0, 0]', 'too many indices for array: array is 3-dimensional, but 4 were indexed'],
  ])('%s raises', (text, message) => {
    expect(() => getItem(base(), parseIndex(text))).toThrow(message);
  });
});

describe('reductions and products', () => {
  it.each(recorded.sums)('sum %i floats in the order of NumPy', (length, values, expected) => {
    const array = fromValues('float64', [length], values);
    expect(reduce(array, 'sum', { axes: [0], accumulate: 'float64', output: 'float64' }).item()).toBe(
      expected,
    );
  });

  it('reduce any axes', () => {
    const array = reshape(arange('int64', { start: 0, stop: 12, step: 1 }), [3, 4]);
    const over = (axes: number[]): number[] =>
      numbers(reduce(array, 'max', { axes, accumulate: 'int64', output: 'int64' }));
    expect(over([0])).toEqual([8, 9, 10, 11]);
    expect(over([1])).toEqual([3, 7, 11]);
    expect(over([0, 1])).toEqual([11]);
  });

  it('refuse an empty maximum', () => {
    const attempt = (): unknown =>
      reduce(zeros('float64', [0]), 'max', { axes: [0], accumulate: 'float64', output: 'float64' });
    expect(attempt).toThrow('zero-size array to reduction operation maximum which has no identity');
  });

  it('accumulate and multiply', () => {
    expect(numbers(accumulate(int64Vector([1, 2, 3]), 'sum', { axis: 0, dtype: 'int64' }))).toEqual([
      1, 3, 6,
    ]);
    const a = fromValues('float64', [2, 2], [1, 2, 3, 4]);
    expect(numbers(dot(a, permute(a, [1, 0]), 'float64'))).toEqual([5, 11, 11, 25]);
    expect(() => dot(a, zeros('float64', [3]), 'float64')).toThrow(
      'shapes (2,2) and (3,) not aligned: 2 (dim 1) != 3 (dim 0)',
    );
  });

  it('join', () => {
    const [a, b] = [int64Vector([1, 2]), cast(int64Vector([3, 4]), 'float32')];
    expect(concatenate([a, b], 0).dtype).toBe('float64');
    expect(stack([a, a], 1).shape).toEqual([2, 2]);
    expect(numbers(stack([a, a], 1))).toEqual([1, 1, 2, 2]);
  });
});

it('reads recorded values', () => {
  expect(element('-0')).toBe(-0);
  expect(element('12')).toBe(12n);
});

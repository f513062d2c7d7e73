/** Fingerprints differ where values do, also where their texts are alike. */
import { expect, test } from 'vitest';
import { fingerprint } from '../../../../server/src/session/replay/fingerprint.ts';
import { Complex, ComplexArray } from '../../../../server/src/tensor/complex.ts';
import type { DType, Element } from '../../../../server/src/tensor/dtype.ts';
import { fromStorage, type NDArray, zeros } from '../../../../server/src/tensor/ndarray.ts';

function array(
  dtype: DType,
  elements: readonly Element[],
  shape: readonly number[] = [elements.length],
): NDArray {
  const made = zeros(dtype, shape);
  elements.forEach((each, i) => {
    made.storage[i] = each as never;
  });
  return made;
}

const complex = (re: number, im: number): NDArray => {
  const storage = new ComplexArray(1);
  storage[0] = new Complex(re, im);
  return fromStorage('complex128', storage, [1]);
};

test('all values have their own', () => {
  const long = Array.from({ length: 999 }, (_, i) => i);
  const values = [
    array('float64', long),
    array('float64', long.with(500, 0.1)),
    array('float64', [0, 1]),
    array('float64', [1, 0]),
    array('float64', [-0, 1]),
    array('float64', [Number.NaN, 1]),
    array('float32', [0, 1]),
    array('float64', [0, 1], [2, 1]),
    array('int64', [2n ** 62n]),
    array('int64', [2n ** 62n + 1n]),
    array('bool', [0]),
    array('bool', [1]),
    array('float64', [], [0, 3]),
    complex(1, 2),
    complex(2, 1),
  ];
  expect(new Set(values.map(fingerprint)).size).toBe(values.length);
});

test('the same value has the same, whatever lies under it', () => {
  const wide = array('float64', [1, 9, 2, 9]);
  const window = wide.view({ shape: [2], strides: [2], offset: 0 });
  expect(fingerprint(window)).toBe(fingerprint(array('float64', [1, 2])));
  const bits = array('float64', [0]);
  new BigUint64Array((bits.storage as Float64Array).buffer)[0] = 0xfff8_0000_0000_0001n;
  expect(fingerprint(bits)).toBe(fingerprint(array('float64', [Number.NaN])));
});

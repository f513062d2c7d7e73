/** Arrays as bounded JSON: the form in which values leave the evaluator (docs/protocol.md). */
import type { ArrayData, ScalarData } from '../../../protocol/src/results.ts';
import type { DType, Element } from '../tensor/dtype.ts';
import type { NDArray } from '../tensor/ndarray.ts';
import { elementText } from './arrayText.ts';

/** How many elements travel. */
export const keptElementCount = 64;
/** 2^53: the last integer up to which every one is a JSON number that means itself. */
const largestExact = 9007199254740992n;

/** Type, shape and the first elements of an array, in C order. */
export function arrayData(array: NDArray): ArrayData {
  const count = Math.min(array.size, keptElementCount);
  const data = Array.from({ length: count }, (_, position) => scalarData(array.dtype, array.at(position)));
  return { dtype: array.dtype, shape: [...array.shape], data };
}

/** One element: booleans as such, integers beyond 2^53 as digits, `nan`, `inf` and `-inf` as text. */
export function scalarData(dtype: DType, element: Element): ScalarData {
  if (dtype === 'bool') return element !== 0;
  if (typeof element === 'bigint') {
    return element > largestExact || element < -largestExact ? String(element) : Number(element);
  }
  if (typeof element !== 'number') return elementText(dtype, element, 2);
  if (Number.isNaN(element)) return 'nan';
  if (element === Number.POSITIVE_INFINITY) return 'inf';
  return element === Number.NEGATIVE_INFINITY ? '-inf' : element;
}

/** Arrays as numbers for pictures and statistics, block by block, so that long ones can be given up. */
import { type Complex, ComplexArray } from '../../tensor/complex.ts';
import { isComplex, isText, type TypedArray } from '../../tensor/dtype.ts';
import { cast, fromStorage, type NDArray } from '../../tensor/ndarray.ts';
import { isRecord } from '../../tensor/recordElement.ts';
import { isTime } from '../../tensor/timeElement.ts';

const blockLength = 65_536;

/** True for what has a place on a line; complex numbers are drawn by their magnitude. */
export const isDrawn = ({ dtype }: NDArray): boolean => !isText(dtype) && !isRecord(dtype) && !isTime(dtype);

/** Calls `take` with the elements as numbers in C order, block by block. `checkpoint` is asked before each. */
export function eachBlock(
  array: NDArray,
  checkpoint: () => void,
  take: (numbers: Float64Array, start: number) => void,
): void {
  const elements = array.elements();
  for (let start = 0; start < elements.length; start += blockLength) {
    checkpoint();
    take(numbersIn(array, elements, { start, end: Math.min(start + blockLength, elements.length) }), start);
  }
}

/** The elements from `start` to `end` as numbers. */
export function numbersIn(
  { dtype }: NDArray,
  elements: TypedArray,
  { start, end }: { readonly start: number; readonly end: number },
): Float64Array {
  const block = elements.subarray(start, end);
  if (isComplex(dtype) && block instanceof ComplexArray)
    return Float64Array.from({ length: end - start }, (_, i) => magnitude(block[i] as Complex));
  return cast(fromStorage(dtype, block, [end - start]), 'float64').elements() as Float64Array;
}

const magnitude = ({ re, im }: Complex): number => Math.hypot(re, im);

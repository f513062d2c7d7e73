/** How the inputs of a scan lie in memory: as they are where that is possible, so that products add in the order in which they would. */
import type { ScanParams } from '../../../graph/scan/scanOp.ts';
import { byteSize, type TypedArray } from '../../../tensor/dtype.ts';
import type { NDArray } from '../../../tensor/ndarray.ts';
import { contiguousStrides } from '../../../tensor/shape.ts';
import { codeType } from '../../lower/elementTypes.ts';
import type { InputLayout } from '../../lower/scanFunction.ts';

interface ScanInputs {
  readonly streams: readonly NDArray[];
  readonly states: readonly NDArray[];
  readonly untraced: readonly NDArray[];
  readonly others: readonly NDArray[];
}

/** The inputs of a scan by their roles. */
export function parted(params: ScanParams, [, ...inputs]: readonly NDArray[]): ScanInputs {
  let next = 0;
  const take = (count: number): readonly NDArray[] => {
    next += count;
    return inputs.slice(next - count, next);
  };
  const streams = take(params.sequenceCount);
  const states = take(params.states.length);
  const untraced = take(params.untracedCount);
  return { streams, states, untraced, others: inputs.slice(next) };
}

/** Strides in elements: as they are where the elements lie without gaps in some order of axes, else those of a copy. */
export function layoutStrides(array: NDArray): readonly number[] {
  const { shape, strides } = array.layout;
  const order = [...shape.keys()].filter((axis) => shape[axis] !== 1).sort((a, b) => strides[a] - strides[b]);
  let step = 1;
  const isDense = order.every((axis) => {
    const fits = strides[axis] === step;
    step *= shape[axis];
    return fits;
  });
  if (isDense) return shape.map((length, axis) => (length === 1 ? 0 : strides[axis]));
  return contiguousStrides(shape);
}

/** What lowering has to know of an input. */
export function layoutOf(array: NDArray, { isKnown }: { readonly isKnown: boolean }): InputLayout {
  const dtype = codeType(array.dtype);
  const strides = layoutStrides(array).map((stride) => stride * byteSize(dtype));
  return { dtype, shape: array.shape, strides, value: isKnown ? array : null };
}

/** The elements as they have to lie in memory. */
export function laidOut(array: NDArray): TypedArray {
  const { strides, offset } = array.layout;
  const wanted = layoutStrides(array);
  const isAsIs = array.shape.every((length, axis) => length === 1 || wanted[axis] === strides[axis]);
  return isAsIs ? array.storage.subarray(offset, offset + array.size) : array.elements();
}

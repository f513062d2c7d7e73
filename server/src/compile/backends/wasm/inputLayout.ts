/** The inputs of a scan by their roles, and what has to be known of those that are the same in every step. */
import type { ScanParams } from '../../../graph/scan/scanOp.ts';
import { byteSize } from '../../../tensor/dtype.ts';
import type { NDArray } from '../../../tensor/ndarray.ts';
import { codeType } from '../../lower/elementTypes.ts';
import { layoutStrides } from '../../lower/memoryLayout.ts';
import type { InputLayout } from '../../lower/scanFunction.ts';

interface ScanInputs {
  readonly streams: readonly NDArray[];
  readonly states: readonly NDArray[];
  readonly untraced: readonly NDArray[];
  readonly others: readonly NDArray[];
}

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

/** What lowering has to know of an input. */
export function layoutOf(array: NDArray, { isKnown }: { readonly isKnown: boolean }): InputLayout {
  const dtype = codeType(array.dtype);
  const strides = layoutStrides(array).map((stride) => stride * byteSize(dtype));
  return { dtype, shape: array.shape, strides, value: isKnown ? array : null };
}

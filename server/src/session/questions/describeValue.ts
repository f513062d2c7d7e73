/** What is said of a value without reading it. */

import type { ValueData } from '../../../../protocol/src/values.ts';
import { t } from '../../base/l10n.ts';
import type { Variable } from '../../graph/variable.ts';
import type { NDArray } from '../../tensor/ndarray.ts';
import { longestShort, shortResult } from '../summary.ts';

/** A value, and whether it is the state of a random generator: what is in that says nothing to anybody. */
export interface FoundValue {
  readonly array: NDArray;
  readonly isRandomState: boolean;
}

export function describeValue({ array, isRandomState }: FoundValue): ValueData {
  if (isRandomState) return randomState();
  return {
    dtype: array.dtype,
    shape: [...array.shape],
    short: shortResult(array, longestShort),
    isRandomState: false,
  };
}

const randomState = (): ValueData => ({
  dtype: 'generator',
  shape: [],
  short: t('random state'),
  isRandomState: true,
});

/** What is left of a value that is not kept: what its variable says. */
export function describeLost({ type }: Variable): ValueData {
  if (type.generator !== undefined) return randomState();
  const short = t('{0}, {1}-D, not kept', type.dtype, type.shape.length);
  return { dtype: type.dtype, shape: [], short, isRandomState: false };
}

/** A value of the kind that a variable of the graph has. */
export const asFound = (variable: Variable, array: NDArray): FoundValue => ({
  array,
  isRandomState: variable.type.generator !== undefined,
});

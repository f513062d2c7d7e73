/** The argument of `np.finfo` and `np.iinfo`: a type, or a value of it. */
import type { DType } from '../../../tensor/dtype.ts';
import { NDArray } from '../../../tensor/ndarray.ts';
import { notSupported } from '../../exceptions.ts';
import { PyComplex, PyFloat, type Value } from '../../values.ts';
import { toDType } from './dtypeObjects.ts';
import { NumpyScalar } from './numpyScalar.ts';

export function typeOfArgument(args: readonly Value[]): DType {
  const [value] = args;
  if (value instanceof NumpyScalar || value instanceof NDArray) return value.dtype;
  if (value instanceof PyFloat) return 'float64';
  if (value instanceof PyComplex) return 'complex128';
  if (typeof value === 'number') return 'int64';
  return value === undefined ? notSupported('a missing type') : toDType(value);
}

/** Functions of the module about real and imaginary parts. */
import { Complex } from '../../../tensor/complex.ts';
import { byteSize, componentType, isComplex, isFloat } from '../../../tensor/dtype.ts';
import { mapElements } from '../../../tensor/elementwise.ts';
import { componentOf, NDArray, zeros } from '../../../tensor/ndarray.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { toFloat } from '../../types/numberTypes.ts';
import { PyComplex, type Value } from '../../values.ts';
import { isMissing } from './arguments.ts';
import { arrayOf } from './conversion.ts';
import { NumpyScalar, presented } from './numpyScalar.ts';
import { compute } from './ufuncs.ts';

const isComplexValue = (value: Value): boolean => isComplex(arrayOf(value).dtype);

function hasImaginaryPart(value: Value, answer: boolean): Value {
  const array = arrayOf(value);
  const test = (z: unknown): number => Number((z instanceof Complex && z.im !== 0) === answer);
  return presented(mapElements(test, [array], 'bool'));
}

/** Scalars give scalars, arrays windows. */
function partOf(value: Value, part: 're' | 'im'): Value {
  const array = arrayOf(value);
  const found = isComplex(array.dtype)
    ? componentOf(array, part)
    : part === 're'
      ? array
      : zeros(array.dtype, array.shape);
  if (value instanceof NDArray) return found;
  return value instanceof NumpyScalar || value instanceof PyComplex || part === 'im'
    ? presented(found)
    : found.ndim === 0
      ? value
      : found;
}

function angle(value: Value, degrees?: Value): Value {
  const array = arrayOf(value);
  const operand = (part: 're' | 'im'): { kind: 'array'; array: NDArray } => ({
    kind: 'array',
    array: isComplex(array.dtype)
      ? componentOf(array, part)
      : part === 're'
        ? array
        : zeros(isFloat(array.dtype) ? array.dtype : 'int64', array.shape),
  });
  const found = compute('arctan2', [operand('im'), operand('re')]);
  if (isMissing(degrees) || !isTrue(degrees)) return presented(found);
  return presented(
    compute('multiply', [
      { kind: 'array', array: found },
      { kind: 'number', weak: 'float', value: 180 / Math.PI },
    ]),
  );
}

/** The real parts, when all imaginary ones are smaller than `tolerance` rounding errors. */
function realIfClose(value: Value, tolerance?: Value): Value {
  const array = arrayOf(value);
  if (!isComplex(array.dtype)) return array;
  const epsilon = byteSize(componentType(array.dtype)) === 4 ? 2 ** -23 : 2 ** -52;
  const given = isMissing(tolerance) ? 100 : toFloat(tolerance);
  const limit = given > 1 ? given * epsilon : given;
  const imaginary = componentOf(array, 'im').copy().elements() as ArrayLike<number>;
  const isClose = Array.from(imaginary).every((part) => Math.abs(part) < limit);
  return isClose ? componentOf(array, 're') : array;
}

export const complexFunctions = {
  'iscomplexobj(x)': isComplexValue,
  'isrealobj(x)': (value: Value) => !isComplexValue(value),
  'iscomplex(x)': (value: Value) => hasImaginaryPart(value, true),
  'isreal(x)': (value: Value) => hasImaginaryPart(value, false),
  'real(val)': (value: Value) => partOf(value, 're'),
  'imag(val)': (value: Value) => partOf(value, 'im'),
  'angle(z, deg?)': angle,
  'real_if_close(a, tol?)': realIfClose,
};

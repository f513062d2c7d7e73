/**
 * NumPy's scalars: one element with its type. What they do is in scalarTypes.ts; here are the value and the two ways
 * between elements, Python numbers and arrays.
 */

import { Complex } from '../../../tensor/complex.ts';
import type { DType, Element } from '../../../tensor/dtype.ts';
import { isFloat } from '../../../tensor/dtype.ts';
import { type NDArray, scalar } from '../../../tensor/ndarray.ts';
import { fieldsOf, isRecord, type RecordDType, RecordElement } from '../../../tensor/recordElement.ts';
import { Text } from '../../../tensor/textElement.ts';
import { isTime } from '../../../tensor/timeElement.ts';
import { int, PyComplex, PyFloat, PyTuple, type Value } from '../../values.ts';
import { PyVoid } from './recordValues.ts';
import { pythonText, textScalar } from './textScalar.ts';
import { timeItem } from './timeItems.ts';

/** `np.float64(1.5)`, `np.int64(3)`, `np.True_`: never changes. */
export class NumpyScalar {
  readonly dtype: DType;
  /** As an array of this type stores it: `bigint` for 64-bit integers, 0 or 1 for bool, `Complex`. */
  readonly value: Element;

  constructor(dtype: DType, value: Element) {
    this.dtype = dtype;
    this.value = value;
    // Texts are `str` first of all.
    // biome-ignore lint/correctness/noConstructorReturn: who makes scalars of elements need not know their type.
    if (value instanceof Text) return textScalar(dtype, value) as never;
    // biome-ignore lint/correctness/noConstructorReturn: the same of records.
    if (value instanceof RecordElement) return new PyVoid(scalar(dtype, value)) as never;
    // There is one np.True_ and one np.False_.
    const known = dtype === 'bool' ? booleans[value === 0 ? 0 : 1] : undefined;
    // biome-ignore lint/correctness/noConstructorReturn: identity is what programs see.
    if (known) return known;
  }

  /** The same as an array without axes. */
  toArray(): NDArray {
    return scalar(this.dtype, this.value);
  }
}

const booleans: NumpyScalar[] = [];
booleans.push(new NumpyScalar('bool', 0), new NumpyScalar('bool', 1));

/** An element as a Python number: `item()`. */
export function pythonNumber(dtype: DType, element: Element): Value {
  if (element instanceof Text) return pythonText(dtype, element);
  if (element instanceof Complex) return new PyComplex(element.re, element.im);
  if (element instanceof RecordElement)
    return new PyTuple(
      fieldsOf(dtype as RecordDType).map((field, k) =>
        pythonNumber(field.dtype as DType, element.values[k] as Element),
      ),
    );
  if (dtype === 'bool') return element !== 0;
  if (isTime(dtype)) return timeItem(dtype, element as bigint);
  return isFloat(dtype) ? new PyFloat(Number(element)) : int(element);
}

/** An element as a Python complex number: `complex(x)`. */
export const complexNumber = (element: Element): PyComplex =>
  element instanceof Complex ? new PyComplex(element.re, element.im) : new PyComplex(Number(element), 0);

/** What operations give: a scalar for an array without axes, every other array as it is. */
export const presented = (array: NDArray): Value =>
  array.ndim === 0
    ? isRecord(array.dtype)
      ? new PyVoid(array)
      : new NumpyScalar(array.dtype, array.at(0))
    : array;

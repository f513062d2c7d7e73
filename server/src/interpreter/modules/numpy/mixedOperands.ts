/**
 * Operators between arrays and objects of classes that NumPy does not know. An object that asks for it answers itself
 * (`__array_ufunc__ = None`, or a higher `__array_priority__`); otherwise NumPy takes each element as a Python number and makes an
 * array of what comes out. There are no arrays of objects here, so only single elements and comparisons have a result.
 */
import { fromValues, NDArray } from '../../../tensor/ndarray.ts';
import { notSupported } from '../../exceptions.ts';
import { tryGetAttribute } from '../../protocols/attributes.ts';
import { isTrue, richCompare } from '../../protocols/comparison.ts';
import { asDouble } from '../../protocols/numbers.ts';
import { binaryFunctions } from '../../protocols/operators.ts';
import { lookupInType, type RichComparison, typeOf } from '../../pyType.ts';
import { NotImplemented, PyObject, type Value } from '../../values.ts';
import { NumpyScalar, presented, pythonNumber } from './numpyScalar.ts';
import { binaryOperators } from './objectLoop.ts';
import { knownText } from './textScalar.ts';

const comparisons: Readonly<Record<string, RichComparison>> = {
  equal: '==',
  not_equal: '!=',
  less: '<',
  less_equal: '<=',
  greater: '>',
  greater_equal: '>=',
};

/** Whether an object answers operators with arrays itself. */
function answersFirst(other: PyObject, self: NDArray | NumpyScalar): boolean {
  const type = typeOf(other);
  if (lookupInType(type, '__array_ufunc__') === null) return true;
  const own = self instanceof NDArray ? 0 : -1_000_000;
  const priority = tryGetAttribute(other, '__array_priority__');
  return priority !== undefined && (asDouble(priority) ?? Number.NEGATIVE_INFINITY) > own;
}

/** What the ufunc `name` gives for an array or scalar and an object; `NotImplemented` where that answers itself. */
export function operateWithObject(name: string, left: Value, right: Value): Value {
  const isLeft = left instanceof NDArray || left instanceof NumpyScalar;
  const [self, other] = (isLeft ? [left, right] : [right, left]) as [NDArray | NumpyScalar, Value];
  if (!(other instanceof PyObject) || knownText(other) !== null || answersFirst(other, self))
    return NotImplemented;
  const operator = binaryOperators[name];
  const comparison = comparisons[name];
  if (operator === undefined && comparison === undefined) return NotImplemented;
  const array = self instanceof NDArray ? self : self.toArray();
  const compute = (position: number): Value => {
    const element = pythonNumber(array.dtype, array.at(position));
    const pair: [Value, Value] = isLeft ? [element, other] : [other, element];
    return comparison === undefined ? binaryFunctions[operator!](...pair) : richCompare(comparison, ...pair);
  };
  if (comparison !== undefined) {
    const found = Array.from({ length: array.size }, (_, i) => (isTrue(compute(i)) ? 1 : 0));
    return presented(fromValues('bool', array.shape, found));
  }
  if (array.ndim === 0) return compute(0);
  // The first element raises what the whole would raise.
  if (array.size > 0) compute(0);
  return notSupported(`an array of '${typeOf(other).name}' objects`);
}

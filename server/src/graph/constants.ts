/**
 * Values that become constants of a graph, and the element types they get. The rule is Theano's `NumpyAutocaster`: a
 * Python integer takes the narrowest type that holds it, a Python float takes float32 when that is equal (so NaN does
 * not) and otherwise floatX, and a NumPy value keeps its type.
 */
import { type DType, isComplex, narrowestSigned } from '../tensor/dtype.ts';
import { EngineError } from '../tensor/engineError.ts';
import { type NDArray, scalar } from '../tensor/ndarray.ts';
import { Constant, type GraphContext } from './variable.ts';

/** The array for a Python integer. */
export function integerValue(value: number | bigint): NDArray {
  const exact = BigInt(value);
  const dtype = narrowestSigned(exact) ?? (exact > 0n && exact < 1n << 64n ? 'uint64' : null);
  if (dtype === null) throw new EngineError('OverflowError', 'Python int too large to convert to C long');
  return scalar(dtype, exact);
}

/** The array for a Python float. */
export function floatValue(context: GraphContext, value: number): NDArray {
  return scalar(floatConstantType(context, value), value);
}

function floatConstantType(context: GraphContext, value: number): DType {
  if (context.floatX === 'float32') return 'float32';
  return Math.fround(value) === value ? 'float32' : 'float64';
}

const smallConstants = new WeakMap<GraphContext, Map<string, Constant>>();

/** A constant without a name. Small numbers may be kept, so that equal ones are one variable: Theano's `constant_cache`. */
export function unnamedConstant(context: GraphContext, value: NDArray): Constant {
  const isNumber = value.ndim === 0 && value.dtype !== 'bool' && !isComplex(value.dtype);
  if (context.dialect.smallConstants === 'separate' || !isNumber || !isSmall(Number(value.at(0))))
    return new Constant(context, value);
  const kept = smallConstants.get(context) ?? new Map<string, Constant>();
  smallConstants.set(context, kept);
  const key = `${value.dtype} ${value.at(0)}`;
  const made = kept.get(key) ?? new Constant(context, value);
  kept.set(key, made);
  return made;
}

const isSmall = (value: number): boolean => value >= -10 && value <= 10 && !Object.is(value, -0);

/** A constant of a Python integer. */
export const integerConstant = (context: GraphContext, value: number | bigint): Constant =>
  unnamedConstant(context, integerValue(value));

/** A constant of type int64, for axes, lengths and indices that the library itself writes. */
export const int64Constant = (context: GraphContext, value: number | bigint): Constant =>
  new Constant(context, scalar('int64', value));

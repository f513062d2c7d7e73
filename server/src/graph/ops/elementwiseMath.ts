/** Elementwise functions that the libraries compose of several ops: `theano/tensor/basic.py`, `pytensor/tensor/math.py`. */
import { componentType, type DType, isComplex, isDiscrete } from '../../tensor/dtype.ts';
import { EngineError } from '../../tensor/engineError.ts';
import { scalar } from '../../tensor/ndarray.ts';
import { floatValue, integerConstant } from '../constants.ts';
import { Constant, type GraphContext, type Variable } from '../variable.ts';
import { castTo, elemwise } from './elemwise.ts';
import { lengthOf, reduced } from './math.ts';
import type { ScalarOpName } from './scalarOps.ts';
import { alloc } from './shapes.ts';

/** A Python float as a constant. */
const floatConstant = (context: GraphContext, value: number): Constant =>
  new Constant(context, floatValue(context, value));

const constantOf = (context: GraphContext, dtype: DType, value: number): Constant =>
  new Constant(context, scalar(dtype, value));

/** A truth value in the shape of a variable. */
const truthLike = (input: Variable, value: 0 | 1): Variable =>
  alloc(
    constantOf(input.context, 'bool', value),
    [...input.type.shape.keys()].map((axis) => lengthOf(input, axis)),
  );

/** `isnan` and `isinf`: no discrete element is either. */
export const floatTest = (name: 'isnan' | 'isinf', input: Variable): Variable =>
  isDiscrete(input.dtype) ? truthLike(input, 0) : elemwise(name, input);

export function isFiniteElement(input: Variable): Variable {
  if (isDiscrete(input.dtype)) return elemwise('second', input, constantOf(input.context, 'bool', 1));
  return elemwise(
    'and_',
    elemwise('invert', elemwise('isnan', input)),
    elemwise('invert', elemwise('isinf', input)),
  );
}

/** Equal to one infinity. */
export const isInfinity = (input: Variable, value: number): Variable =>
  elemwise('eq', input, floatConstant(input.context, value));

/** The difference as the operator gives it. */
export function difference(a: Variable, b: Variable): Variable {
  if (a.dtype === 'bool' && b.dtype === 'bool' && a.context.dialect.booleanDifference === 'refused') {
    throw new EngineError(
      'TypeError',
      "unsupported operand type(s) for -: 'TensorVariable' and 'TensorVariable'",
    );
  }
  return elemwise('sub', a, b);
}

/** How close two tensors have to be. */
export interface Tolerance {
  readonly relative: Variable;
  readonly absolute: Variable;
  readonly nanIsEqual: boolean;
}

/** `isclose(a, b)`. */
export function isClose(a: Variable, b: Variable, tolerance: Tolerance): Variable {
  const distance = elemwise('abs_', difference(a, b));
  const allowed = elemwise(
    'add',
    tolerance.absolute,
    elemwise('mul', tolerance.relative, elemwise('abs_', b)),
  );
  const isNear = elemwise('le', distance, allowed);
  const [aNan, bNan] = [floatTest('isnan', a), floatTest('isnan', b)];
  const [aInf, bInf] = [floatTest('isinf', a), floatTest('isinf', b)];
  const or = (x: Variable, y: Variable): Variable => elemwise('or_', x, y);
  const and = (x: Variable, y: Variable): Variable => elemwise('and_', x, y);
  const isUsual = elemwise('invert', or(or(aNan, bNan), or(aInf, bInf)));
  const sameInfinity = elemwise(
    'eq',
    elemwise('mul', aInf, elemwise('sgn', a)),
    elemwise('mul', bInf, elemwise('sgn', b)),
  );
  const close = or(and(isNear, isUsual), and(and(aInf, bInf), sameInfinity));
  return tolerance.nanIsEqual ? or(close, and(aNan, bNan)) : close;
}

/** `allclose(a, b)`. */
export const allClose = (a: Variable, b: Variable, tolerance: Tolerance): Variable =>
  reduced('all', isClose(a, b, tolerance), { axis: null, keepsAxes: false, dtype: null });

/** `%` and `divmod` know no complex numbers. */
export function checkedRemainder(a: Variable, b: Variable): Variable {
  if (isComplex(a.dtype) || isComplex(b.dtype)) {
    const { title } = a.context.dialect;
    throw new EngineError(
      'ComplexError',
      `${title} does not support the mod operator (%) on complex numbers, since numpy deprecated it.`,
    );
  }
  return elemwise('mod', a, b);
}

/** The quotient of integers rounded up. */
export function ceilDivision(a: Variable, b: Variable): Variable {
  const quotient = elemwise('int_div', a, b);
  const hasRest = elemwise('neq', checkedRemainder(a, b), integerConstant(a.context, 0));
  return elemwise('add', castTo(hasRest, quotient.dtype), quotient);
}

/** The sum of any number of operands. */
export const folded = (name: ScalarOpName, operands: readonly Variable[]): Variable =>
  operands.reduce((a, b) => elemwise(name, a, b));

/** log(exp(x) + exp(y) + …), as it is written. */
export const logAddExp = (operands: readonly Variable[]): Variable =>
  elemwise(
    'log',
    folded(
      'add',
      operands.map((operand) => elemwise('exp', operand)),
    ),
  );

/** What `nan_to_num` puts in place. */
export interface Replacements {
  readonly nan: Variable;
  readonly highest: Variable | null;
  readonly lowest: Variable | null;
}

const greatest: Readonly<Partial<Record<DType, number>>> = {
  float16: 65504,
  float32: 3.4028234663852886e38,
  float64: Number.MAX_VALUE,
};

export function nanToNumber(input: Variable, given: Replacements): Variable {
  const { context } = input;
  const isNan = floatTest('isnan', input);
  const [isHighest, isLowest] = [
    isInfinity(input, Number.POSITIVE_INFINITY),
    isInfinity(input, Number.NEGATIVE_INFINITY),
  ];
  const cleaned = elemwise('switch', isNan, given.nan, input);
  const type = componentType(cleaned.dtype);
  const limit = greatest[type];
  if (limit === undefined) throw new EngineError('ValueError', `data type ${type} not inexact`);
  const highest = given.highest ?? constantOf(context, type, limit);
  const lowest = given.lowest ?? constantOf(context, type, -limit);
  return elemwise('switch', isLowest, lowest, elemwise('switch', isHighest, highest, cleaned));
}

/** log(x / (1 - x)). */
export const logit = (x: Variable): Variable =>
  elemwise('log', elemwise('true_div', x, elemwise('sub', integerConstant(x.context, 1), x)));

const gammaOf = (x: Variable): Variable => elemwise('gamma', x);
const gammalnOf = (x: Variable): Variable => elemwise('gammaln', x);

export const factorial = (n: Variable): Variable =>
  gammaOf(elemwise('add', n, integerConstant(n.context, 1)));
export const pochhammer = (z: Variable, m: Variable): Variable =>
  elemwise('true_div', gammaOf(elemwise('add', z, m)), gammaOf(z));
export const beta = (a: Variable, b: Variable): Variable =>
  elemwise('true_div', elemwise('mul', gammaOf(a), gammaOf(b)), gammaOf(elemwise('add', a, b)));
export const logBeta = (a: Variable, b: Variable): Variable =>
  elemwise('sub', elemwise('add', gammalnOf(a), gammalnOf(b)), gammalnOf(elemwise('add', a, b)));

/** Values of a condition: `largest` and `smallest` of two. */
export const chosenBy = (test: 'gt' | 'lt', a: Variable, b: Variable): Variable =>
  elemwise('switch', elemwise(test, a, b), a, b);

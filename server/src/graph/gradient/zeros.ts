/** Constants of gradients: zeros and ones in the shape of a variable, numbers in its type. */
import { type DType, isFloat } from '../../tensor/dtype.ts';
import { scalar } from '../../tensor/ndarray.ts';
import { constantIn, filledLike } from '../ops/math.ts';
import { Constant, type Variable } from '../variable.ts';

/** A variable's own float type; floatX for what is no float. */
export const gradientType = (variable: Variable): DType =>
  isFloat(variable.dtype) ? variable.dtype : variable.context.floatX;

/** A number in the type of a variable. */
export const number = (like: Variable, value: number): Constant =>
  new Constant(like.context, scalar(like.dtype, value));

/** Zeros in the shape of a variable, in a float type. */
export const zerosLike = (variable: Variable): Variable =>
  filledLike(variable, constantIn(variable.context, gradientType(variable), 0));

/** Ones in the shape of a variable, in a float type. */
export const onesLike = (variable: Variable): Variable =>
  filledLike(variable, constantIn(variable.context, gradientType(variable), 1));

/** Zeros of the configured float type, which some ops give whatever the variable's own type is. */
export const zerosInFloatX = (variable: Variable): Variable =>
  filledLike(variable, constantIn(variable.context, variable.context.floatX, 0));

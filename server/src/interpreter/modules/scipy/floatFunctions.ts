/**
 * Functions of floats on values of a program, broadcast together, as the ufuncs of SciPy have them: computed in single precision where all
 * operands fit it, else in double. Complex operands are refused.
 */
import { type DType, kindOf } from '../../../tensor/dtype.ts';
import { inBlocks } from '../../../tensor/interrupt.ts';
import { broadcastTo, cast, fromValues, type NDArray } from '../../../tensor/ndarray.ts';
import { broadcastShapes, elementCount } from '../../../tensor/shape.ts';
import { notSupported, raiseTypeError } from '../../exceptions.ts';
import type { NativeBody } from '../../signature.ts';
import type { Value } from '../../values.ts';
import { arrayOf, reserve } from '../numpy/conversion.ts';
import { presented } from '../numpy/numpyScalar.ts';
import { commonType, type Operand, operandArray, operandOf } from '../numpy/promotion.ts';

export type FloatFunction = (...args: number[]) => number;

/** What float32 holds: these are computed in it. */
const singles = new Set<DType>(['bool', 'int8', 'uint8', 'int16', 'uint16', 'float16', 'float32']);

/** `compute` of one row of operands after another. */
export function mapFloats(compute: FloatFunction, arrays: readonly NDArray[], dtype: DType): NDArray {
  const shape = broadcastShapes(arrays.map((array) => array.shape));
  const count = elementCount(shape);
  reserve(dtype, count);
  const columns = arrays.map(
    (array) => broadcastTo(cast(array, 'float64'), shape).elements() as ArrayLike<number>,
  );
  const results = new Float64Array(count);
  const row = new Array<number>(columns.length);
  inBlocks(count, (from, to) => {
    for (let i = from; i < to; i++) {
      for (let at = 0; at < row.length; at++) row[at] = columns[at]![i]!;
      results[i] = compute(...row);
    }
  });
  return fromValues(dtype, shape, results);
}

/** The operand that a value of a program is; `name` is the function that asks. */
function operandFor(name: string, value: Value): Operand {
  const operand = operandOf(value) ?? { kind: 'array', array: arrayOf(value) };
  if (operand.kind === 'number') return operand.weak === 'complex' ? refuseComplex(name) : operand;
  const kind = kindOf(operand.array.dtype);
  if (kind === 'complex') return refuseComplex(name);
  if (!['bool', 'int', 'uint', 'float'].includes(kind)) {
    return raiseTypeError(
      `ufunc '${name}' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''`,
    );
  }
  return operand;
}

const refuseComplex = (name: string): never => notSupported(`scipy: ${name} of complex numbers`);

/** The operands as arrays, and the type in which a function of floats computes them. */
export function floatOperands(
  name: string,
  values: readonly Value[],
): { readonly arrays: readonly NDArray[]; readonly dtype: DType } {
  const operands = values.map((value) => operandFor(name, value));
  const common = commonType(operands);
  const dtype = singles.has(common) ? 'float32' : 'float64';
  return { arrays: operands.map((operand) => operandArray(operand, common)), dtype };
}

/** `compute` as a function of a module. */
export const floatFunction =
  (name: string, compute: FloatFunction): NativeBody =>
  (...values: Value[]) => {
    const { arrays, dtype } = floatOperands(name, values);
    return presented(mapFloats(compute, arrays, dtype));
  };

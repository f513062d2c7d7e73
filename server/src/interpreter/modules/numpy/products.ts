/** Products over axes: dot, matmul, inner, outer, tensordot, trace. */
import { type DType, promote } from '../../../tensor/dtype.ts';
import { assign, cast, type NDArray } from '../../../tensor/ndarray.ts';
import { matmul, product } from '../../../tensor/products.ts';
import { broadcastShapes, elementCount, printShape } from '../../../tensor/shape.ts';
import { expandAxis, permute, reshape } from '../../../tensor/shaping.ts';
import { raiseValueError } from '../../exceptions.ts';
import { NotImplemented, PyList, PyTuple, type Value } from '../../values.ts';
import { axisOf, integerOf, isMissing, outputOf } from './arguments.ts';
import { arrayOf, reserve } from './conversion.ts';
import { presented } from './numpyScalar.ts';
import { commonType, type Operand, operandArray, operandOf } from './promotion.ts';
import { checkWritable } from './readOnly.ts';
import { compute, computeArrays } from './ufuncs.ts';

const tight = (array: NDArray): string => printShape(array.shape).replaceAll(' ', '');

/** Two matrices or vectors in the type of the result; booleans mean "and" and "or". */
function multiply(a: NDArray, b: NDArray, dtype: DType): NDArray {
  const rows = elementCount(a.shape.slice(0, -1));
  reserve(dtype, rows * elementCount(b.shape.slice(1)));
  return product(a, b, dtype);
}

/** `np.dot` of arrays. */
export function dotArrays(a: NDArray, b: NDArray): NDArray {
  const dtype = promote(a.dtype, b.dtype);
  if (a.ndim === 0 || b.ndim === 0)
    return compute(
      'multiply',
      [a, b].map((array) => ({ kind: 'array', array }) as const),
    );
  const depth = a.shape[a.ndim - 1];
  const at = Math.max(0, b.ndim - 2);
  if (b.shape[at] !== depth) {
    raiseValueError(
      `shapes ${tight(a)} and ${tight(b)} not aligned: ${depth} (dim ${a.ndim - 1}) != ${b.shape[at]} (dim ${at})`,
    );
  }
  if (a.ndim <= 2 && b.ndim <= 2) return multiply(a, b, dtype);
  const left = reshape(a, [elementCount(a.shape.slice(0, -1)), depth]);
  const order = [at, ...b.shape.map((_, axis) => axis).filter((axis) => axis !== at)];
  const rest = order.slice(1).map((axis) => b.shape[axis]);
  const right = reshape(permute(b, order), [depth, elementCount(rest)]);
  return reshape(multiply(left, right, dtype), [...a.shape.slice(0, -1), ...rest]);
}

/** The operands of a product in their common type. */
function operandPair(a: Value, b: Value): [NDArray, NDArray] | null {
  const operands = [operandOf(a), operandOf(b)];
  if (operands.some((operand) => operand === undefined)) return null;
  const given = operands as Operand[];
  const common = commonType(given);
  return given.map((operand) => cast(operandArray(operand, common), common)) as [NDArray, NDArray];
}

const pairOf = (a: Value, b: Value): [NDArray, NDArray] => operandPair(a, b) ?? [arrayOf(a), arrayOf(b)];

/** `np.dot(a, b)`. */
export const dotValues = (a: Value, b: Value): Value => presented(dotArrays(...pairOf(a, b)));

const signature = '(n?,k),(k,m?)->(n?,m?)';

function checkMatmul(a: NDArray, b: NDArray): void {
  for (const [index, array] of [a, b].entries()) {
    if (array.ndim > 0) continue;
    raiseValueError(
      `matmul: Input operand ${index} does not have enough dimensions (has 0, gufunc core with signature ${signature} requires 1)`,
    );
  }
  const at = Math.max(0, b.ndim - 2);
  const [depth, found] = [a.shape[a.ndim - 1], b.shape[at]];
  if (depth === found) return;
  raiseValueError(
    `matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature ${signature} (size ${found} is different from ${depth})`,
  );
}

/** `np.matmul` of arrays: matrices in the last two axes, the axes before broadcast. */
export function matmulArrays(a: NDArray, b: NDArray): NDArray {
  checkMatmul(a, b);
  const dtype = promote(a.dtype, b.dtype);
  const rows = elementCount(broadcastShapes([a.shape.slice(0, -2), b.shape.slice(0, -2)]));
  reserve(dtype, rows * (a.ndim === 1 ? 1 : a.shape.at(-2)!) * (b.ndim === 1 ? 1 : b.shape.at(-1)!));
  return matmul(a, b, dtype);
}

/** The operator `@`; `NotImplemented` for what is no array. */
export function matmulOperator(a: Value, b: Value): Value {
  const pair = operandPair(a, b);
  return pair ? presented(matmulArrays(...pair)) : NotImplemented;
}

function tensordotAxes(axes: Value | undefined, a: NDArray, b: NDArray): [number[], number[]] {
  if (axes instanceof PyTuple || axes instanceof PyList) {
    const [left, right] = axes.items.map((side) =>
      side instanceof PyTuple || side instanceof PyList ? side.items : [side!],
    );
    return [left!.map((axis) => axisOf(axis, a.ndim)), right!.map((axis) => axisOf(axis, b.ndim))];
  }
  const count = isMissing(axes) ? 2 : integerOf(axes);
  const lead = Array.from({ length: count }, (_, i) => i);
  return [lead.map((i) => a.ndim - count + i), lead];
}

function tensordot(x: Value, y: Value, axes?: Value): Value {
  const [a, b] = pairOf(x, y);
  const [left, right] = tensordotAxes(axes, a, b);
  const fits = left.length === right.length && left.every((axis, i) => a.shape[axis] === b.shape[right[i]]);
  if (!fits) raiseValueError('shape-mismatch for sum');
  const keptLeft = a.shape.map((_, axis) => axis).filter((axis) => !left.includes(axis));
  const keptRight = b.shape.map((_, axis) => axis).filter((axis) => !right.includes(axis));
  const depth = elementCount(left.map((axis) => a.shape[axis]));
  const shape = [...keptLeft.map((axis) => a.shape[axis]), ...keptRight.map((axis) => b.shape[axis])];
  const rows = reshape(permute(a, [...keptLeft, ...left]), [
    elementCount(keptLeft.map((axis) => a.shape[axis])),
    depth,
  ]);
  const columns = reshape(permute(b, [...right, ...keptRight]), [
    depth,
    elementCount(keptRight.map((axis) => b.shape[axis])),
  ]);
  return reshape(multiply(rows, columns, promote(a.dtype, b.dtype)), shape);
}

function outer(a: Value, b: Value): Value {
  const [x, y] = pairOf(a, b);
  return compute('multiply', [
    { kind: 'array', array: reshape(x, [x.size, 1]) },
    { kind: 'array', array: reshape(y, [1, y.size]) },
  ]);
}

function inner(a: Value, b: Value): Value {
  const [x, y] = pairOf(a, b);
  if (x.ndim === 0 || y.ndim === 0) return presented(dotArrays(x, y));
  const order = y.shape.map((_, axis) => axis);
  if (y.ndim === 1) return presented(dotArrays(x, y));
  const moved = permute(y, [...order.slice(0, -2), y.ndim - 1, y.ndim - 2]);
  return presented(dotArrays(x, moved));
}

function vdot(a: Value, b: Value): Value {
  const [x, y] = pairOf(a, b).map((array) => reshape(array, [array.size]));
  return presented(dotArrays(computeArrays('conjugate', [x], { common: x.dtype, where: 'conjugate' }), y));
}

/** A product in the array that was given for it. */
function delivered(result: Value, out: Value | undefined): Value {
  const target = outputOf(out);
  if (target === undefined) return result;
  const array = arrayOf(result);
  if (target.dtype !== array.dtype || target.shape.join() !== array.shape.join())
    raiseValueError(
      'output array is not acceptable (must have the right datatype, number of dimensions, and be a C-Array)',
    );
  checkWritable(target, 'output array is read-only');
  assign(target, array);
  return target;
}

/** Products of vectors along an axis, of the others broadcast. */
function vecdot(a: Value, b: Value, axis?: Value): Value {
  const [x, y] = pairOf(a, b).map((array) => {
    const order = [...array.shape.keys()];
    const at = axisOf(axis ?? -1, array.ndim);
    return permute(array, [...order.filter((each) => each !== at), at]);
  });
  const found = matmulArrays(expandAxis(x, x.ndim - 1), expandAxis(y, y.ndim));
  return presented(reshape(found, found.shape.slice(0, -2)));
}

/** Functions of the module. */
export const productFunctions = {
  'dot(a, b, out?)': (a: Value, b: Value, out?: Value) => delivered(dotValues(a, b), out),
  'matmul(x1, x2, /, out?, *, casting?, order?, dtype?)': (a: Value, b: Value, out?: Value) =>
    delivered(presented(matmulArrays(...pairOf(a, b))), out),
  'outer(a, b, out?)': (a: Value, b: Value, out?: Value) => delivered(outer(a, b), out),
  'inner(a, b, /)': inner,
  'vdot(a, b, /)': vdot,
  'tensordot(a, b, axes?)': tensordot,
  'vecdot(x1, x2, /, *, axis?)': vecdot,
  'matvec(x1, x2, /)': (a: Value, b: Value) => {
    const [x, y] = pairOf(a, b);
    const found = matmulArrays(x, expandAxis(y, y.ndim));
    return presented(reshape(found, found.shape.slice(0, -1)));
  },
  'vecmat(x1, x2, /)': (a: Value, b: Value) => {
    const [x, y] = pairOf(a, b);
    const found = matmulArrays(expandAxis(x, x.ndim - 1), y);
    return presented(reshape(found, found.shape.toSpliced(-2, 1)));
  },
};

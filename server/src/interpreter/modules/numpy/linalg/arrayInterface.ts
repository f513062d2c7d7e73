/**
 * What `numpy.linalg` has since NumPy 2 for the array interface standard: its own products, norms and diagonals with stricter
 * arguments. And the equations of tensors, which every version has.
 */
import type { NDArray } from '../../../../tensor/ndarray.ts';
import { elementCount } from '../../../../tensor/shape.ts';
import { permute, reshape } from '../../../../tensor/shaping.ts';
import { raiseValueError } from '../../../exceptions.ts';
import type { NativeBody } from '../../../signature.ts';
import { PyTuple, type Value } from '../../../values.ts';
import { axesOf, type Given, integerOf, isMissing, keptShape } from '../arguments.ts';
import { calculusFunctions } from '../calculus.ts';
import { arrayOf } from '../conversion.ts';
import { shapeFunctions, shapeMethods } from '../manipulation.ts';
import { presented } from '../numpyScalar.ts';
import { productFunctions } from '../products.ts';
import { diagonalSum } from '../reductions.ts';
import { raiseLinAlg } from './matrices.ts';
import { norm } from './norms.ts';
import { inverse, solveEquations } from './solving.ts';

/** The norm of all elements, or of vectors along axes: several axes count as one. */
function vectorNorm(value: Value, ...[axis, keepdims, order]: Given): Value {
  const array = arrayOf(value);
  const axes = axesOf(axis, array.ndim);
  const others = [...array.shape.keys()].filter((each) => !axes.includes(each));
  const lengths = others.map((each) => array.shape[each]!);
  const count = elementCount(axes.map((each) => array.shape[each]!));
  const lines = reshape(permute(array, [...axes, ...others]), [count, ...lengths]);
  const found = norm(lines, order ?? 2, 0);
  return keepdims === true ? presented(reshape(arrayOf(found), keptShape(array.shape, axes))) : found;
}

function outer(a: Value, b: Value): Value {
  const [x, y] = [arrayOf(a), arrayOf(b)];
  if (x.ndim === 1 && y.ndim === 1) return productFunctions['outer(a, b, out?)'](x, y);
  return raiseValueError(
    `Input arrays must be one-dimensional, but they are x1.ndim=${x.ndim} and x2.ndim=${y.ndim}.`,
  );
}

function cross(a: Value, b: Value, axis?: Value): Value {
  const lengths = [arrayOf(a), arrayOf(b)].map((array) => array.shape.at(integerOf(axis ?? -1)));
  if (lengths.some((length) => length !== 3)) {
    raiseValueError(
      `Both input arrays must be (arrays of) 3-dimensional vectors, but they are ${lengths.join(' and ')} dimensional instead.`,
    );
  }
  const body = calculusFunctions['cross(a, b, axisa?, axisb?, axisc?, axis?)'];
  return body(a, b, undefined, undefined, undefined, axis ?? -1);
}

/** Since NumPy 2. */
export const interfaceFunctions: Readonly<Record<string, NativeBody>> = {
  'vector_norm(x, /, *, axis?, keepdims?, ord?)': vectorNorm,
  'matrix_norm(x, /, *, keepdims?, ord?)': (value: Value, keepdims?: Value, order?: Value) =>
    norm(value, order ?? 'fro', lastTwo(), keepdims),
  'outer(x1, x2, /)': outer,
  'cross(x1, x2, /, *, axis?)': cross,
  'trace(x, /, *, offset?, dtype?)': (value: Value, offset?: Value, dtype?: Value) =>
    diagonalSum['trace(offset?, axis1?, axis2?, dtype?, out?)'](arrayOf(value), offset, -2, -1, dtype),
  'diagonal(x, /, *, offset?)': (value: Value, offset?: Value) =>
    shapeMethods['diagonal(offset?, axis1?, axis2?)'](arrayOf(value), offset, -2, -1),
  'matmul(x1, x2, /)': (a: Value, b: Value) =>
    productFunctions['matmul(x1, x2, /, out?, *, casting?, order?, dtype?)'](a, b),
  'tensordot(x1, x2, /, *, axes?)': productFunctions['tensordot(a, b, axes?)'],
  'vecdot(x1, x2, /, *, axis?)': productFunctions['vecdot(x1, x2, /, *, axis?)'],
  'matrix_transpose(x, /)': shapeFunctions['matrix_transpose(x, /)'],
};

const lastTwo = (): Value => new PyTuple([-2, -1]);

/** `a` with some of its axes moved to the end. */
function movedToEnd(array: NDArray, axes: Value | undefined): NDArray {
  if (isMissing(axes)) return array;
  const moved = axesOf(axes, array.ndim);
  return permute(array, [...[...array.shape.keys()].filter((each) => !moved.includes(each)), ...moved]);
}

function tensorSolve(a: Value, b: Value, axes?: Value): Value {
  const left = movedToEnd(arrayOf(a), axes);
  const right = arrayOf(b);
  const shape = left.shape.slice(right.ndim);
  const count = elementCount(shape);
  if (left.size !== count ** 2) {
    raiseLinAlg(
      'Input arrays must satisfy the requirement             prod(a.shape[b.ndim:]) == prod(a.shape[:b.ndim])',
    );
  }
  return reshape(solveEquations(reshape(left, [count, count]), reshape(right, [right.size])), shape);
}

function tensorInverse(a: Value, ind?: Value): Value {
  const array = arrayOf(a);
  const at = ind === undefined ? 2 : integerOf(ind);
  if (at <= 0) raiseValueError('Invalid ind argument.');
  const [first, rest] = [array.shape.slice(0, at), array.shape.slice(at)];
  const count = elementCount(rest);
  return reshape(inverse(reshape(array, [count, array.size / count])), [...rest, ...first]);
}

/** Of every version. */
export const tensorEquations: Readonly<Record<string, NativeBody>> = {
  'tensorsolve(a, b, axes?)': tensorSolve,
  'tensorinv(a, ind?)': tensorInverse,
};

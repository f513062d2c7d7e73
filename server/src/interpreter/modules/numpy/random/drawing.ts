/** How a distribution fills a scalar or an array: parameters that broadcast, sizes, and the checks in NumPy's words. */

import type { DType } from '../../../../tensor/dtype.ts';
import { broadcastTo, fromStorage, NDArray } from '../../../../tensor/ndarray.ts';
import type { Sampler } from '../../../../tensor/random/sampler.ts';
import {
  broadcastShapes,
  elementCount,
  printShape,
  type Shape,
  tightShape,
} from '../../../../tensor/shape.ts';
import { raiseTypeError, raiseValueError } from '../../../exceptions.ts';
import { runtime } from '../../../runtime.ts';
import { toFloat } from '../../../types/numberTypes.ts';
import { PyFloat, PyList, PyTuple, type Value } from '../../../values.ts';
import { isMissing, shapeOf } from '../arguments.ts';
import { arrayOf, reserve } from '../conversion.ts';

/** What a parameter must be; the names are those of NumPy's checks. */
export type Constraint =
  | 'nonNegative'
  | 'positive'
  | 'chance'
  | 'chanceAboveZero'
  | 'chanceBelowOne'
  | 'aboveOne'
  | 'poisson';

export interface Parameter {
  readonly name: string;
  /** Without it the parameter has to be given. */
  readonly missing?: number;
  readonly constraint?: Constraint;
}

export interface Distribution {
  readonly parameters: readonly Parameter[];
  readonly isInteger?: boolean;
  /** One number. */
  readonly draw: (sampler: Sampler, ...parameters: number[]) => number;
  /** Raises ValueError for parameters that do not fit each other. */
  readonly check?: (...parameters: number[]) => void;
}

const largestMean = 9223372006484771000;

const broken: Readonly<Record<Constraint, (value: number, name: string) => string | null>> = {
  nonNegative: (value, name) => (value < 0 || Object.is(value, -0) ? `${name} < 0` : null),
  positive: (value, name) => (value <= 0 ? `${name} <= 0` : null),
  chance: (value, name) => (value >= 0 && value <= 1 ? null : `${name} < 0, ${name} > 1 or ${name} is NaN`),
  chanceAboveZero: (value, name) =>
    value > 0 && value <= 1 ? null : `${name} <= 0, ${name} > 1 or ${name} contains NaNs`,
  chanceBelowOne: (value, name) =>
    value >= 0 && value < 1 ? null : `${name} < 0, ${name} >= 1 or ${name} is NaN`,
  aboveOne: (value, name) => (value > 1 ? null : `${name} <= 1 or ${name} is NaN`),
  poisson: (value, name) => {
    if (!(value >= 0)) return `${name} < 0 or ${name} is NaN`;
    return value > largestMean ? `${name} value too large` : null;
  },
};

/** Raises ValueError for a value that the constraint forbids. */
export function checkConstraint(value: number, { name, constraint }: Parameter): void {
  const message = constraint === undefined ? null : broken[constraint](value, name);
  if (message !== null) raiseValueError(message);
}

const isArray = (value: Value): boolean =>
  value instanceof NDArray ? value.ndim > 0 : value instanceof PyList || value instanceof PyTuple;

/** The number of a parameter that is not an array. */
export const numberOf = (value: Value): number =>
  value instanceof NDArray ? Number(value.item()) : toFloat(value);

/** The size argument as a shape; undefined: one number. */
export function sizeOfArgument(size: Value | undefined): number[] | undefined {
  if (isMissing(size)) return undefined;
  const shape = shapeOf(size);
  if (shape.some((length) => length < 0)) raiseValueError('negative dimensions are not allowed');
  return shape;
}

/** A new array whose elements `draw` makes one by one. */
export function fillArray(dtype: DType, shape: Shape, draw: (position: number) => number): NDArray {
  const count = elementCount(shape);
  reserve(dtype, count);
  const running = runtime();
  if (dtype === 'int64' || dtype === 'uint64') return fillLong(dtype, shape, draw);
  const storage = dtype === 'float32' ? new Float32Array(count) : new Float64Array(count);
  for (let i = 0; i < count; i++) {
    if ((i & 0xfff) === 0) running.checkpoint();
    storage[i] = draw(i);
  }
  return fromStorage(dtype, storage, shape);
}

function fillLong(dtype: DType, shape: Shape, draw: (position: number) => number): NDArray {
  const count = elementCount(shape);
  const running = runtime();
  const storage = new BigInt64Array(count);
  for (let i = 0; i < count; i++) {
    if ((i & 0xfff) === 0) running.checkpoint();
    storage[i] = longOf(draw(i));
  }
  return fromStorage(dtype, storage, shape);
}

/** What C makes of a double that should be an integer: the least one when it does not fit. */
const longOf = (value: number): bigint =>
  Math.abs(value) < 2 ** 63 ? BigInt(Math.trunc(value)) : -(1n << 63n);

/** One draw or an array of them, as the arguments ask. */
export function drawDistribution(
  sampler: Sampler,
  distribution: Distribution,
  given: readonly (Value | undefined)[],
  size: Value | undefined,
): Value {
  const { parameters } = distribution;
  if (parameters.length === 0 && isMissing(size) && !distribution.isInteger)
    return new PyFloat(distribution.draw(sampler));
  const values = parameters.map((parameter, i) => given[i] ?? defaultOf(parameter, given[i]));
  if (values.some(isArray)) return drawBroadcast(sampler, distribution, values, sizeOfArgument(size));
  const numbers = values.map(numberOf);
  for (const [i, parameter] of parameters.entries()) checkConstraint(numbers[i]!, parameter);
  distribution.check?.(...numbers);
  const shape = sizeOfArgument(size);
  const draw = drawerOf(sampler, distribution, numbers);
  if (shape === undefined) {
    const drawn = draw();
    return distribution.isInteger ? pythonInteger(drawn) : new PyFloat(drawn);
  }
  return fillArray(distribution.isInteger ? 'int64' : 'float64', shape, draw);
}

const pythonInteger = (value: number): Value => (Number.isSafeInteger(value) ? value : longOf(value));

function defaultOf({ name, missing }: Parameter, given: Value | undefined): Value {
  if (given === null) raiseTypeError('must be real number, not NoneType');
  if (missing === undefined) raiseTypeError(`missing argument ${name}`);
  return new PyFloat(missing);
}

/** Without spreading for the usual counts: this is the inner loop. */
function drawerOf(sampler: Sampler, { draw }: Distribution, numbers: readonly number[]): () => number {
  const [a, b] = numbers;
  if (numbers.length === 0) return () => draw(sampler);
  if (numbers.length === 1) return () => draw(sampler, a!);
  return numbers.length === 2 ? () => draw(sampler, a!, b!) : () => draw(sampler, ...numbers);
}

function drawBroadcast(
  sampler: Sampler,
  distribution: Distribution,
  ...[values, size]: [readonly Value[], Shape | undefined]
): Value {
  const arrays = values.map((value) => arrayOf(value, 'float64'));
  for (const [i, array] of arrays.entries()) {
    for (const value of array.elements()) checkConstraint(Number(value), distribution.parameters[i]!);
  }
  const shape = outputShape(arrays, size);
  const columns = arrays.map((array) => broadcastTo(array, shape).elements() as Float64Array);
  if (distribution.check) {
    for (let i = 0; i < elementCount(shape); i++) distribution.check(...columns.map((column) => column[i]!));
  }
  return fillArray(distribution.isInteger ? 'int64' : 'float64', shape, (i) =>
    distribution.draw(sampler, ...columns.map((column) => column[i]!)),
  );
}

/** The shape of the parameters together; a given size has to have room for them. */
export function outputShape(arrays: readonly NDArray[], size: Shape | undefined): Shape {
  if (size === undefined) return broadcastShapes(arrays.map((array) => array.shape));
  const own = broadcastShapes(arrays.map((array) => array.shape));
  const lead = size.length - own.length;
  for (const [axis, length] of own.entries()) {
    const room = size[axis + lead];
    if (room !== undefined && room !== length && room !== 1 && length !== 1) mismatch(arrays, size);
    if (room === undefined || (room !== length && length !== 1))
      raiseValueError(
        `Output size ${printShape(size)} is not compatible with broadcast dimensions of inputs ${printShape(own)}.`,
      );
  }
  return size;
}

function mismatch(arrays: readonly NDArray[], size: Shape): never {
  const at = arrays.findIndex((array) => array.ndim > 0);
  return raiseValueError(
    `shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg 0 with shape ${tightShape(size)} and arg ${at + 1} with shape ${tightShape(arrays[at]!.shape)}.`,
  );
}

/**
 * How a distribution fills an array: parameters that broadcast, sizes, and the checks in NumPy's words. It knows arrays only;
 * what programs may write instead of them is `interpreter/modules/numpy/random`.
 */
import { byteSize, type DType } from '../dtype.ts';
import { EngineError } from '../engineError.ts';
import { broadcastTo, fromStorage, type NDArray } from '../ndarray.ts';
import { broadcastShapes, elementCount, printShape, type Shape } from '../shape.ts';
import type { Sampler } from './sampler.ts';

/** What long draws ask of the process that they run in. */
export interface DrawHost {
  /** Called every so often; throws to stop the run. */
  checkpoint(): void;
  /** Called before an array is made; throws when that would be too much. */
  allocate(byteLength: number): void;
}

/** Where random numbers come from. */
export interface DrawSource {
  readonly sampler: Sampler;
  readonly host: DrawHost;
}

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
  if (message !== null) throw new EngineError('ValueError', message);
}

/** A new array whose elements `draw` makes one by one: float64, float32 or int64. */
export function fillArray(
  host: DrawHost,
  dtype: DType,
  shape: Shape,
  draw: (position: number) => number,
): NDArray {
  const count = elementCount(shape);
  host.allocate(count * byteSize(dtype));
  if (dtype === 'int64' || dtype === 'uint64') return fillLong(host, dtype, shape, draw);
  const storage = dtype === 'float32' ? new Float32Array(count) : new Float64Array(count);
  for (let i = 0; i < count; i++) {
    if ((i & 0xfff) === 0) host.checkpoint();
    storage[i] = draw(i);
  }
  return fromStorage(dtype, storage, shape);
}

function fillLong(host: DrawHost, dtype: DType, shape: Shape, draw: (position: number) => number): NDArray {
  const count = elementCount(shape);
  const storage = new BigInt64Array(count);
  for (let i = 0; i < count; i++) {
    if ((i & 0xfff) === 0) host.checkpoint();
    storage[i] = longOf(draw(i));
  }
  return fromStorage(dtype, storage, shape);
}

/** What C makes of a double that should be an integer: the least one when it does not fit. */
export const longOf = (value: number): bigint =>
  Math.abs(value) < 2 ** 63 ? BigInt(Math.trunc(value)) : -(1n << 63n);

/** An array of draws; the parameters broadcast with each other and with `size` (null: their own shape). */
export function drawArray(
  { sampler, host }: DrawSource,
  distribution: Distribution,
  parameters: readonly NDArray[],
  size: Shape | null,
): NDArray {
  for (const [i, array] of parameters.entries()) {
    for (const value of array.elements()) checkConstraint(Number(value), distribution.parameters[i]);
  }
  const shape = outputShape(parameters, size);
  const columns = parameters.map((array) => broadcastTo(array, shape).elements() as Float64Array);
  if (distribution.check) {
    for (let i = 0; i < elementCount(shape); i++) distribution.check(...columns.map((column) => column[i]));
  }
  return fillArray(host, distribution.isInteger ? 'int64' : 'float64', shape, (i) =>
    distribution.draw(sampler, ...columns.map((column) => column[i])),
  );
}

/**
 * The shape of the parameters together; a given size has to have room for them. `sizeComes` says where NumPy counts the
 * size among the arguments when they do not fit.
 */
export function outputShape(
  arrays: readonly NDArray[],
  size: Shape | null,
  sizeComes: 'first' | 'last' = 'first',
): Shape {
  const shapes = arrays.map((array) => array.shape);
  if (size === null) return checkedTogether(shapes);
  checkedTogether(sizeComes === 'first' ? [size, ...shapes] : [...shapes, size]);
  const own = broadcastShapes(shapes);
  const lead = size.length - own.length;
  for (const [axis, length] of own.entries()) {
    const room = size[axis + lead];
    if (room === undefined || (room !== length && length !== 1))
      throw new EngineError(
        'ValueError',
        `Output size ${printShape(size)} is not compatible with broadcast dimensions of inputs ${printShape(own)}.`,
      );
  }
  return size;
}

/** The shape that shapes broadcast to; raises NumPy's ValueError for the first two that do not fit. */
function checkedTogether(shapes: readonly Shape[]): Shape {
  const fits = (a: Shape, b: Shape): boolean =>
    a.every((length, axis) => {
      const other = b[axis + b.length - a.length];
      return other === undefined || length === other || length === 1 || other === 1;
    });
  for (const [second, shape] of shapes.entries()) {
    const first = shapes.slice(0, second).findIndex((earlier) => !fits(earlier, shape));
    if (first < 0) continue;
    throw new EngineError(
      'ValueError',
      `shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg ${first} with shape ${printShape(shapes[first])} and arg ${second} with shape ${printShape(shape)}.`,
    );
  }
  return broadcastShapes(shapes);
}

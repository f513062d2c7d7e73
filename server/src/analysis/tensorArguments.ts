/** Reads the arguments of tensor operations: lengths, shapes, axes, dtypes and flags. */
import { isRealDType } from '../tensor/dtype.ts';
import { bothDTypes, floatXDType, unknownDType } from './dtypePairs.ts';
import { libraryOf, roleOf } from './libraryTable.ts';
import type { Machine } from './machine.ts';
import { exactElements } from './objects.ts';
import { axisAt, type Shape, surely } from './shapes.ts';
import { asTensor } from './tensorRules.ts';
import type { AxisLength, DTypeByFloatX } from './terms.ts';
import { lengthIn, shapeIn } from './valueNotes.ts';
import type { Value } from './values.ts';

/** True for an argument that is left out or None. */
export const isAbsent = (value: Value | undefined): value is undefined | (Value & { kind: 'none' }) =>
  value === undefined || value.kind === 'none';

/** A Python integer; null for anything else and where only its type is known. */
export const integerOf = (value: Value | undefined): number | null =>
  value?.kind === 'number' && value.variety !== 'float' ? value.value : null;

/** A flag that is False where it is left out; null where it is not known. */
export function flagOf(value: Value | undefined): boolean | null {
  if (value === undefined) return false;
  return value.kind === 'number' && value.value !== null ? value.value !== 0 : null;
}

/** One length as part of a shape. */
export function lengthOf(value: Value): AxisLength {
  const known = lengthIn(value);
  if (known !== undefined) return known;
  if (value.kind === 'shared') return 'any';
  // What depends on nothing is a constant, and the library works out constants.
  if (value.kind === 'symbolic') return value.isOpaque || value.origins.size === 0 ? null : 'any';
  const length = integerOf(value);
  return length === null || length < 0 ? null : length;
}

/** The shape that an argument names: a length, a list of them, or the shape of another variable. */
export function shapeOf(machine: Machine, value: Value | undefined): Shape {
  if (value === undefined) return null;
  const elements = exactElements(machine, value);
  if (elements !== null) return elements.map(lengthOf);
  const copied = shapeIn(value);
  if (copied !== undefined) return copied?.map(afterCopy) ?? null;
  const type = asTensor(value);
  if (type === null || type.shape === null) return null;
  if (type.shape.length === 0) return [lengthOf(value)];
  const [count] = type.shape;
  return type.shape.length === 1 && typeof count === 'number' ? new Array<null>(count).fill(null) : null;
}

const afterCopy = (length: AxisLength): AxisLength => (typeof length === 'number' ? surely(length) : length);

/** Which of `ndim` axes an argument names; null where it is not known, and all where it is left out. */
export function axesIn(machine: Machine, value: Value | undefined, ndim: number): ReadonlySet<number> | null {
  if (isAbsent(value)) return new Set(Array.from({ length: ndim }, (_, axis) => axis));
  const items = exactElements(machine, value) ?? [value];
  const places = items.map((item) => {
    const axis = integerOf(item);
    return axis === null ? null : axisAt(axis, ndim);
  });
  const found = new Set<number>();
  for (const place of places) if (place !== null) found.add(place);
  return found.size === items.length ? found : null;
}

/** The dtype that a value names: a text, `config.floatX`, `np.float32`, Python's own types. */
export function dtypeOf(value: Value): DTypeByFloatX {
  if (value.kind === 'text') return namedDType(value.text);
  if (value.kind === 'builtin') return pythonDTypes[value.name] ?? unknownDType;
  if (value.kind !== 'library') return unknownDType;
  if (roleOf(value.path)?.role === 'config' && libraryOf(value.path) !== null) return floatXDType;
  return value.path.startsWith('numpy.') ? numpyDType(value.path.slice('numpy.'.length)) : unknownDType;
}

function namedDType(text: string): DTypeByFloatX {
  if (text === 'floatX') return floatXDType;
  return isRealDType(text) ? bothDTypes(text) : numpyDType(text);
}

const pythonDTypes: Readonly<Record<string, DTypeByFloatX>> = {
  float: bothDTypes('float64'),
  int: bothDTypes('int64'),
  bool: bothDTypes('bool'),
};

const otherNames: Readonly<Record<string, DTypeByFloatX>> = {
  double: bothDTypes('float64'),
  float_: bothDTypes('float64'),
  float: bothDTypes('float64'),
  single: bothDTypes('float32'),
  int_: bothDTypes('int64'),
  int: bothDTypes('int64'),
};

/** The dtype that NumPy calls so. */
export const numpyDType = (name: string): DTypeByFloatX =>
  isRealDType(name)
    ? bothDTypes(name)
    : ((Object.hasOwn(otherNames, name) ? otherNames[name] : null) ?? unknownDType);

/** The dtype argument; null where it is left out. */
export const dtypeArgument = (value: Value | undefined): DTypeByFloatX | null =>
  isAbsent(value) ? null : dtypeOf(value);

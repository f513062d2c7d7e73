/**
 * Lengths of axes: what broadcasting, reducing, transposing and joining do to them.
 *
 * A number is a length that is surely so, and 1 is also what the library itself knows before anything runs; `'any'` is a
 * length that the library does not know then; null is one that this analysis can not tell. Checked against Theano 1.0.5,
 * Aesara 2.9.4 and PyTensor 3.0.7: where they differ on a length it is null.
 */
import type { AxisLength, TensorFact } from './terms.ts';

export type Shape = TensorFact['shape'];
type KnownShape = readonly AxisLength[];

const mostShared = 8;
const runsOf = (length: AxisLength): readonly KnownShape[] =>
  Array.from({ length: mostShared + 1 }, (_, count) => new Array<AxisLength>(count).fill(length));
const unknownRuns = runsOf(null);
const anyRuns = runsOf('any');

export const noAxes: KnownShape = [];

/** So many axes of which the lengths are not known here; null stays null. */
export const axes = (count: number | null): Shape =>
  count === null ? null : (unknownRuns[count] ?? new Array<null>(count).fill(null));

/** So many axes of which the library knows no length. */
export const anyAxes = (count: number | null): Shape =>
  count === null ? null : (anyRuns[count] ?? new Array<'any'>(count).fill('any'));

/** The shape of an elementwise operation on both. */
export function broadcastShapes(a: Shape, b: Shape): Shape {
  if (a === b || a === null || b === null) return a === null || b === null ? null : a;
  if (a.length < b.length) return broadcastShapes(b, a);
  if (b.length === 0) return a;
  const offset = a.length - b.length;
  const lengths = a.map((length, axis) =>
    axis < offset ? length : broadcastLength(length, b[axis - offset] ?? null),
  );
  return isSameShape(lengths, a) ? a : lengths;
}

function broadcastLength(a: AxisLength, b: AxisLength): AxisLength {
  if (a === 1 || a === b) return b;
  if (b === 1) return a;
  if (typeof a === 'number' && typeof b === 'number') return null;
  return typeof a === 'number' ? a : typeof b === 'number' ? b : null;
}

export const isSameShape = (a: Shape, b: Shape): boolean =>
  a === b || (a !== null && b !== null && a.length === b.length && a.every((length, i) => length === b[i]));

/** The shape that is surely that of both. */
export function commonShape(a: Shape, b: Shape): Shape {
  if (isSameShape(a, b)) return a;
  if (a === null || b === null || a.length !== b.length) return null;
  return a.map((length, axis) => (length === b[axis] ? length : null));
}

/** An axis as counted from the front; null where there is none. */
export function axisAt(axis: number, ndim: number): number | null {
  const place = axis < 0 ? axis + ndim : axis;
  return Number.isInteger(place) && 0 <= place && place < ndim ? place : null;
}

/** `dot`: the last axis of the left and the last but one of the right are summed over. */
export function dotShape(left: Shape, right: Shape): Shape {
  if (left === null || right === null) return null;
  if (left.length === 0 || right.length === 0) return left.length === 0 ? right : left;
  const kept = left.slice(0, -1);
  return right.length === 1 ? kept : [...kept, ...right.slice(0, -2), ...right.slice(-1)];
}

/** The axes in another order; a text inserts an axis of length 1. */
export function dimshuffled(shape: Shape, pattern: readonly (number | 'x')[]): Shape {
  return pattern.map((axis) => (axis === 'x' ? 1 : (shape?.[axis] ?? null)));
}

/** Joins along `axis`; the library adds lengths only where it knows all of them. */
export function joinedShape(shapes: readonly Shape[], axis: number): Shape {
  const [first] = shapes;
  if (first == null) return null;
  const place = axisAt(axis, first.length);
  if (place === null || shapes.some((shape) => shape?.length !== first.length)) return null;
  return first.map((_, at) => {
    const lengths = shapes.map((shape) => shape?.[at] ?? null);
    return at === place ? summedLength(lengths) : lengths.reduce(joinedLength);
  });
}

function summedLength(lengths: readonly AxisLength[]): AxisLength {
  if (lengths.length === 1) return null;
  if (lengths.every((length) => typeof length === 'number')) {
    return surely(lengths.reduce<number>((sum, length) => sum + (length as number), 0));
  }
  return lengths.includes('any') ? 'any' : null;
}

/** Axes that a join leaves alone have one length: what any of the parts knows of it. */
const joinedLength = (a: AxisLength, b: AxisLength): AxisLength => {
  if (a === b) return a;
  if (typeof a === 'number' && typeof b === 'number') return null;
  return typeof a === 'number' ? a : typeof b === 'number' ? b : null;
};

/** A length that only this analysis and PyTensor know: Theano takes a 1 for any length. */
export const surely = (length: number): AxisLength => (length === 1 ? null : length);

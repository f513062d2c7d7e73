/** Shapes and broadcasting: pure arithmetic on lists of lengths. */
import { EngineError } from './engineError.ts';

export type Shape = readonly number[];

export const elementCount = (shape: Shape): number => shape.reduce((product, length) => product * length, 1);

/** Steps, in elements, of an array stored in C order. */
export function contiguousStrides(shape: Shape): number[] {
  const strides = new Array<number>(shape.length);
  let step = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    strides[axis] = step;
    step *= shape[axis];
  }
  return strides;
}

/** A shape as Python prints a tuple: `(2,)`, `(2, 3)`, `()`. */
export const printShape = (shape: Shape): string =>
  shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;

/** A shape as NumPy's C code prints it in errors, without blanks: `(2,3)`. */
export const tightShape = (shape: Shape): string => printShape(shape).replaceAll(' ', '');

/** NumPy's common shape of several operands; raises NumPy's ValueError when there is none. */
export function broadcastShapes(shapes: readonly Shape[]): number[] {
  const [first] = shapes;
  if (first !== undefined && shapes.every((shape) => sameShape(shape, first))) return [...first];
  const ndim = Math.max(0, ...shapes.map((shape) => shape.length));
  const result = new Array<number>(ndim).fill(1);
  for (const shape of shapes) {
    for (let axis = 0; axis < shape.length; axis++) {
      const at = ndim - shape.length + axis;
      const length = shape[axis];
      if (length === 1 || length === result[at]) continue;
      if (result[at] !== 1) throw doNotFit(shapes);
      result[at] = length;
    }
  }
  return result;
}

/** The same for shapes of which no element-wise function is computed: the error names the two that differ. */
export function commonShape(shapes: readonly Shape[]): number[] {
  const ndim = Math.max(0, ...shapes.map((shape) => shape.length));
  return Array.from({ length: ndim }, (_, axis) => {
    let [found, source] = [1, 0];
    for (const [index, shape] of shapes.entries()) {
      const length = shape[axis - ndim + shape.length] ?? 1;
      if (length === 1 || length === found) continue;
      if (found !== 1) throw mismatch(shapes, source, index);
      [found, source] = [length, index];
    }
    return found;
  });
}

const mismatch = (shapes: readonly Shape[], first: number, second: number): EngineError =>
  new EngineError(
    'ValueError',
    `shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between arg ${first} with shape ${printShape(shapes[first])} and arg ${second} with shape ${printShape(shapes[second])}.`,
  );

function sameShape(a: Shape, b: Shape): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let axis = 0; axis < a.length; axis++) if (a[axis] !== b[axis]) return false;
  return true;
}

function doNotFit(shapes: readonly Shape[]): EngineError {
  const text = shapes.map(tightShape).join(' ');
  return new EngineError('ValueError', `operands could not be broadcast together with shapes ${text} `);
}

/** An axis counted from the front; raises NumPy's AxisError when it is outside. */
export function normalizeAxis(axis: number, ndim: number): number {
  if (axis < -ndim || axis >= ndim) {
    throw new EngineError('AxisError', `axis ${axis} is out of bounds for array of dimension ${ndim}`);
  }
  return axis < 0 ? axis + ndim : axis;
}

/**
 * What is known about values beside their types: the lengths inside of `x.shape`, and the variable of which something is
 * a part. A length that the library can work out before anything runs must not count as one that it does not know.
 */
import type { Shape } from './shapes.ts';
import type { AxisLength, TensorFact } from './terms.ts';
import type { Value } from './values.ts';

const shapes = new WeakMap<Value, Shape>();
const lengths = new WeakMap<Value, AxisLength>();
const owners = new WeakMap<Value, TensorFact>();

/** Notes that `vector` is the shape of a variable whose axes have these lengths. */
export function noteShape(vector: Value, shape: Shape): void {
  shapes.set(vector, shape);
}

/** The lengths that `vector` holds when it is the shape of something; undefined for any other value. */
export const shapeIn = (vector: Value): Shape | undefined => shapes.get(vector);

/** Notes that `element` is one length out of a shape. */
export function noteLength(element: Value, length: AxisLength): void {
  lengths.set(element, length);
}

export const lengthIn = (element: Value): AxisLength | undefined => lengths.get(element);

/** Notes that `part` is a subtensor of a variable of this type. */
export function noteOwner(part: Value, type: TensorFact): void {
  owners.set(part, type);
}

/** The type of the variable of which `part` is a subtensor. */
export const ownerOf = (part: Value): TensorFact | undefined => owners.get(part);

/**
 * What a variable of a graph is while it is lowered: a number in a local, elements in memory, or a computation that is written out
 * where its elements are needed, so that chains of elementwise ops become one loop. Shapes are known: a graph is lowered for the
 * shapes of one call.
 */
import { byteSize } from '../../tensor/dtype.ts';
import type { NDArray } from '../../tensor/ndarray.ts';
import type { Shape } from '../../tensor/shape.ts';
import type { Expression } from '../loopIr/ir.ts';
import type { Builder } from './builder.ts';
import type { CodeDType } from './elementTypes.ts';
import type { Pack } from './packs.ts';

interface ValueBase {
  readonly dtype: CodeDType;
  readonly shape: Shape;
  /** The value itself where it follows from shapes and constants. */
  readonly known?: NDArray;
  /** Which input of the lowered graph it is, where it is one that may be asked for its value. */
  readonly input?: number;
}

/** One element, whatever the number of axes. */
export interface ScalarValue extends ValueBase {
  readonly kind: 'scalar';
  /** A local that is not set again while the value is needed, or a literal. */
  readonly expression: Expression;
}

export interface BufferValue extends ValueBase {
  readonly kind: 'buffer';
  /** The address of the first element: a local, a literal, or the place of a buffer. */
  readonly base: Expression;
  /** In bytes. */
  readonly strides: readonly number[];
}

/** Elements computed from those of the operands at the same place; operands of length 1 along an axis repeat. */
export interface LazyValue extends ValueBase {
  readonly kind: 'lazy';
  readonly operands: readonly Value[];
  /** One element, from locals or literals. */
  readonly element: (builder: Builder, operands: readonly Expression[]) => Expression;
  /** Four elements side by side; null where only single ones can be computed. */
  readonly packs: PackCode | null;
  /** Sixteen elements side by side, where it and its operands are bytes; null where they are not, or where only fewer can be computed. */
  readonly bytes: ByteCode | null;
  /** Strides in elements, where axes were moved since it was computed: products ask how the reference's array would lie. */
  readonly layout?: readonly number[];
}

/** One vector from one of each operand; truths are masks. */
export type ByteCode = (builder: Builder, operands: readonly Expression[]) => Expression;

export interface PackCode {
  readonly compute: (builder: Builder, operands: readonly Pack[]) => Pack;
  /** Vectors do some of it; else it is no more than single elements one after another. */
  readonly gains: boolean;
}

export type Value = ScalarValue | BufferValue | LazyValue;

export const elementCountOf = ({ shape }: { readonly shape: Shape }): number =>
  shape.reduce((a, b) => a * b, 1);

/** Byte strides of elements in C order without gaps. */
export function rowMajor(dtype: CodeDType, shape: Shape): number[] {
  const strides = new Array<number>(shape.length);
  let step = byteSize(dtype);
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    strides[axis] = step;
    step *= shape[axis];
  }
  return strides;
}

/** True where the elements lie in C order without gaps. */
export function isRowMajor({ dtype, shape, strides }: BufferValue): boolean {
  const wanted = rowMajor(dtype, shape);
  return shape.every((length, axis) => length === 1 || strides[axis] === wanted[axis]);
}

/** How far elements reach in memory, in bytes. */
export function reachOf({ dtype, shape, strides }: Omit<BufferValue, 'kind' | 'base'>): number {
  if (shape.includes(0)) return 0;
  return shape.reduce((sum, length, axis) => sum + (length - 1) * strides[axis], byteSize(dtype));
}

/**
 * What variables are while kernels are made of a graph: something that gives an expression for each place. A value that lies in a
 * buffer is a window on it; all others are computed where they are needed, or written down first (`kernelBuilder.ts`).
 */
import { t } from '../../../base/l10n.ts';
import type { DType } from '../../../tensor/dtype.ts';
import type { NDArray } from '../../../tensor/ndarray.ts';
import { contiguousStrides, elementCount, type Shape } from '../../../tensor/shape.ts';
import { unsupported } from '../../lower/unsupported.ts';
import {
  fixedIndex,
  type Index,
  type KernelBuffer,
  type KernelExpression,
  number,
  read,
  scaled,
  sumOf,
} from './kernelIr.ts';

/** Elements of a buffer. */
export interface KernelWindow {
  readonly buffer: KernelBuffer;
  readonly offset: Index;
  readonly strides: readonly number[];
}

export interface KernelValue {
  /** The type in the graph; numbers are float32 whatever it says. */
  readonly dtype: DType;
  readonly shape: Shape;
  /** Set where the value is known before anything runs. */
  readonly known?: NDArray;
  readonly window: KernelWindow | null;
  /** The element at a place, one index per axis. Throws where there is no such number. */
  at(place: readonly Index[]): KernelExpression;
  /** What computing an element reads. */
  readonly buffers: ReadonlySet<KernelBuffer>;
  /** Operations per element, roughly. */
  readonly cost: number;
  /** True where an element is a sum over others: nobody should compute it twice. */
  readonly hasFolds: boolean;
}

/** Elements that lie in a buffer. */
export function windowValue(dtype: DType, shape: Shape, window: KernelWindow): KernelValue {
  const { buffer, offset, strides } = window;
  return {
    dtype,
    shape,
    window,
    at: (place) =>
      read(
        buffer,
        place.reduce((index, one, axis) => sumOf(index, scaled(one, strides[axis])), offset),
      ),
    buffers: new Set([buffer]),
    cost: 1,
    hasFolds: false,
  };
}

/** A whole buffer in C order. */
export const bufferValue = (dtype: DType, shape: Shape, buffer: KernelBuffer): KernelValue =>
  windowValue(dtype, shape, { buffer, offset: fixedIndex(0), strides: contiguousStrides(shape) });

/** The same number everywhere. */
export const numberValue = (dtype: DType, shape: Shape, value: number): KernelValue => ({
  dtype,
  shape,
  window: null,
  at: () => number(value),
  buffers: new Set(),
  cost: 0,
  hasFolds: false,
});

/** A value that kernels can not read; what asks for its elements is told why. */
export const refusedValue = (dtype: DType, shape: Shape, reason: string): KernelValue => ({
  dtype,
  shape,
  window: null,
  at: () => {
    throw unsupported(reason);
  },
  buffers: new Set(),
  cost: 0,
  hasFolds: false,
});

/** A value computed of others, element by element. */
export const computedValue = (
  { dtype, shape }: Pick<KernelValue, 'dtype' | 'shape'>,
  operands: readonly KernelValue[],
  at: KernelValue['at'],
): KernelValue => ({
  dtype,
  shape,
  window: null,
  at,
  buffers: new Set(operands.flatMap(({ buffers }) => [...buffers])),
  cost: operands.reduce((sum, operand) => sum + operand.cost, 1),
  hasFolds: operands.some(({ hasFolds }) => hasFolds),
});

/** The value seen otherwise: each place of the result is one of the value. */
export function moved(
  value: KernelValue,
  shape: Shape,
  placeIn: (place: readonly Index[]) => readonly Index[],
): KernelValue {
  const { known: _, ...rest } = value;
  return { ...rest, shape, window: null, at: (place) => value.at(placeIn(place)) };
}

/** The value repeated along axes of length 1, with new axes in front. */
export function repeated(value: KernelValue, shape: Shape): KernelValue {
  const lead = shape.length - value.shape.length;
  if (lead === 0 && value.shape.every((length, axis) => length === shape[axis])) return value;
  const { window } = value;
  if (window) {
    const strides = shape.map((_, axis) =>
      axis < lead || value.shape[axis - lead] === 1 ? 0 : window.strides[axis - lead],
    );
    return windowValue(value.dtype, shape, { ...window, strides });
  }
  return moved(value, shape, (place) =>
    value.shape.map((length, axis) => (length === 1 ? fixedIndex(0) : place[lead + axis])),
  );
}

/** The window with its axes in another order; axes that are left out have the length 1. */
export function shuffledValue(value: KernelValue, order: readonly (number | 'x')[]): KernelValue {
  const shape = order.map((axis) => (axis === 'x' ? 1 : value.shape[axis]));
  value.shape.forEach((length, axis) => {
    if (length !== 1 && !order.includes(axis)) throw unsupported(t('a dropped axis that is not of length 1'));
  });
  const { window } = value;
  if (window) {
    const strides = order.map((axis) => (axis === 'x' ? 0 : window.strides[axis]));
    return windowValue(value.dtype, shape, { ...window, strides });
  }
  return moved(value, shape, (place) =>
    value.shape.map((_, axis) => (order.includes(axis) ? place[order.indexOf(axis)] : fixedIndex(0))),
  );
}

/** True where the elements are a whole buffer in C order. */
export function isWhole(value: KernelValue): boolean {
  const offset = value.window?.offset;
  return isGapless(value) && offset?.constant === 0 && offset.terms.length === 0;
}

/** Elements without gaps, from wherever on. */
export function isGapless({ window, shape }: KernelValue): boolean {
  if (!window) return false;
  const wanted = contiguousStrides(shape);
  return shape.every((length, axis) => length === 1 || window.strides[axis] === wanted[axis]);
}

export const countOf = ({ shape }: Pick<KernelValue, 'shape'>): number => elementCount(shape);

/** Ops that move, cut, join or repeat: mostly other ways to look at the same memory. */

import { t } from '../../../base/l10n.ts';
import type { AxisOrder } from '../../../graph/ops/dimShuffle.ts';
import type { DType } from '../../../tensor/dtype.ts';
import { int64Vector } from '../../../tensor/ndarray.ts';
import { contiguousStrides } from '../../../tensor/shape.ts';
import { add32, i32, op } from '../../loopIr/ir.ts';
import { converted } from '../conversion.ts';
import { asScalar, fill, materialize } from '../elementLoops.ts';
import { codeType, convert, storeElement } from '../elementTypes.ts';
import { checkPromisedLengths } from '../promisedLengths.ts';
import { constantValue, freshBuffer, type Rule } from '../surroundings.ts';
import { NeedsValue, unsupported } from '../unsupported.ts';
import { type BufferValue, elementCountOf, isRowMajor, rowMajor, type Value } from '../values.ts';

/** The numbers that decide about a shape. */
export function knownNumbers(value: Value, what: string): number[] {
  if (value.known) return Array.from(value.known.elements() as ArrayLike<number | bigint>, Number);
  if (value.input !== undefined) throw new NeedsValue(value.input);
  throw unsupported(t('{0} that changes while the loop runs', what));
}

/** The value with its axes moved, added and dropped; pending computations move with their operands. */
export function shuffled(value: Value, order: AxisOrder): Value {
  const shape = order.map((axis) => (axis === 'x' ? 1 : value.shape[axis]));
  value.shape.forEach((length, axis) => {
    if (length !== 1 && !order.includes(axis)) throw unsupported(t('a dropped axis that is not of length 1'));
  });
  const { known: _, ...rest } = value;
  switch (rest.kind) {
    case 'scalar':
      return { ...rest, shape };
    case 'buffer':
      return { ...rest, shape, strides: order.map((axis) => (axis === 'x' ? 0 : rest.strides[axis])) };
    case 'lazy': {
      const strides = rest.layout ?? contiguousStrides(rest.shape);
      const layout = order.map((axis) => (axis === 'x' ? 0 : strides[axis]));
      return { ...rest, shape, layout, operands: rest.operands.map((operand) => shuffled(operand, order)) };
    }
  }
}

export const dimShuffleRule: Rule = (_, [input], { order }: { readonly order: AxisOrder }) => [
  shuffled(input, order),
];

/** The same elements in another shape. */
export function reshapedTo(context: Parameters<Rule>[0], value: Value, shape: readonly number[]): Value {
  if (value.kind === 'scalar') return { ...value, shape };
  const { builder } = context;
  const { known: _, ...buffer } = materialize(builder, value);
  if (isRowMajor(buffer)) return { ...buffer, shape, strides: rowMajor(buffer.dtype, shape) };
  const copy = freshBuffer(builder, buffer);
  fill(builder, copy, buffer);
  return { ...copy, shape, strides: rowMajor(copy.dtype, shape) };
}

export const reshapeRule: Rule = (context, [input, lengths]) => {
  const wanted = knownNumbers(lengths, t('a shape'));
  const count = elementCountOf(input);
  const known = wanted.filter((length) => length >= 0).reduce((a, b) => a * b, 1);
  const shape = wanted.map((length) => (length < 0 ? count / known : length));
  if (wanted.filter((length) => length < 0).length > 1 || elementCountOf({ shape }) !== count)
    throw unsupported(t('a shape with another number of elements'));
  return [reshapedTo(context, input, shape)];
};

export const shapeRule: Rule = (context, [input]) => [constantValue(context, int64Vector(input.shape))];

export const allocRule: Rule = (_, [value, ...lengths]) => {
  const shape = lengths.map((length) => knownNumbers(length, t('a length'))[0]);
  const lead = shape.length - value.shape.length;
  if (value.shape.some((length, axis) => length !== 1 && length !== shape[lead + axis]))
    throw unsupported(t('a value that does not fit'));
  const padded = shuffled(value, [...new Array<'x'>(lead).fill('x'), ...value.shape.keys()]);
  return [repeated(padded, shape)];
};

/** A value repeated along its axes of length 1. */
export function repeated(value: Value, shape: readonly number[]): Value {
  if (elementCountOf({ shape }) === 1) return { ...value, shape };
  return {
    kind: 'lazy',
    dtype: value.dtype,
    shape,
    operands: [value],
    element: (_, [x]) => x,
    packs: { compute: (_, [x]) => x, gains: true },
    bytes: (_, [x]) => x,
  };
}

export const makeVectorRule: Rule = ({ builder }, inputs, { dtype }: { readonly dtype: DType }) => {
  const type = codeType(dtype);
  const target = freshBuffer(builder, { dtype: type, shape: [inputs.length] });
  inputs.forEach((input, i) => {
    const { expression } = asScalar(builder, input);
    const value = builder.bind(convert(expression, input.dtype, type));
    builder.emit(storeElement(type, value, { address: add32(target.base, i32(i * target.strides[0])) }));
  });
  return [inputs.length === 1 ? asScalar(builder, target) : target];
};

export const joinRule: Rule = ({ builder, apply }, inputs, { axis }: { readonly axis: number }) => {
  const dtype = codeType(apply.outputs[0].dtype);
  const shape = inputs[0].shape.with(
    axis,
    inputs.reduce((sum, input) => sum + input.shape[axis], 0),
  );
  if (inputs.some((input) => input.shape.some((n, at) => at !== axis && n !== shape[at])))
    throw unsupported(t('parts whose shapes do not fit'));
  const target = freshBuffer(builder, { dtype, shape });
  let start = 0;
  for (const input of inputs) {
    const base = add32(target.base, i32(start * target.strides[axis]));
    fill(builder, { ...target, base, shape: input.shape }, converted(input, dtype));
    start += input.shape[axis];
  }
  return [target];
};

export const splitRule: Rule = ({ builder }, [input, lengths], { axis }: { readonly axis: number }) => {
  const parts = knownNumbers(lengths, t('a length'));
  const whole = materialize(builder, input);
  if (parts.reduce((a, b) => a + b, 0) !== whole.shape[axis]) throw unsupported(t('parts that do not fit'));
  let start = 0;
  return parts.map((length): BufferValue => {
    const base = add32(whole.base, i32(start * whole.strides[axis]));
    start += length;
    const { known: _, ...rest } = whole;
    return { ...rest, base, shape: whole.shape.with(axis, length) };
  });
};

/** Lengths that a type promises are checked now, not while the code runs. */
export const rebroadcastRule: Rule = (
  _,
  [input],
  { axes }: { readonly axes: readonly (number | null | undefined)[] },
) => {
  checkPromisedLengths(input.shape, axes);
  return [input];
};

export const passRule: Rule = (_, [input]) => [input];

export const assertRule: Rule = ({ builder }, [input, ...conditions]) => {
  for (const condition of conditions) {
    const { expression } = asScalar(builder, condition);
    builder.bailOutIf(op('i32.eqz', convert(expression, condition.dtype, 'bool')));
  }
  return [input];
};

/** The last value of a state: the number of steps was checked before. */
export const lastValueRule: Rule = ({ builder }, [value, stepCount]) => {
  const { expression } = asScalar(builder, stepCount);
  builder.bailOutIf(op(`${expression.type}.eqz`, expression));
  return [value];
};

/** Diagonals, as other ways to look at a matrix. */
import type { DiagonalParams } from '../../../graph/ops/diagonals.ts';
import { add32, i32 } from '../../loopIr/ir.ts';
import { asScalar, fill, materialize } from '../elementLoops.ts';
import { literalOf } from '../elementTypes.ts';
import { freshBuffer, type Rule } from '../surroundings.ts';
import { type BufferValue, elementCountOf, type Value } from '../values.ts';
import { callOutRule } from './callOutRule.ts';
import { shuffled } from './shapeRules.ts';

/** The diagonal over two axes becomes the last axis. */
function diagonalOf(whole: BufferValue, { offset, axis1, axis2 }: DiagonalParams): BufferValue {
  const { dtype, shape, strides, base } = whole;
  const [rows, columns] = [shape[axis1], shape[axis2]];
  const length = Math.max(
    0,
    offset >= 0 ? Math.min(rows, columns - offset) : Math.min(rows + offset, columns),
  );
  const start = offset >= 0 ? offset * strides[axis2] : -offset * strides[axis1];
  const isKept = (_: number, axis: number): boolean => axis !== axis1 && axis !== axis2;
  return {
    kind: 'buffer',
    dtype,
    shape: [...shape.filter(isKept), length],
    strides: [...strides.filter(isKept), strides[axis1] + strides[axis2]],
    base: length === 0 ? base : add32(base, i32(start)),
  };
}

export const diagonalRule: Rule = ({ builder }, [input], params: DiagonalParams) => {
  const part = diagonalOf(materialize(builder, input), params);
  if (elementCountOf(part) === 1) return [asScalar(builder, part)];
  // A copy, as in the reference: products of vectors without gaps add in another order.
  const copy = freshBuffer(builder, part);
  fill(builder, copy, part);
  return [copy];
};

/** Zeros with the last axis of the input on a diagonal over two axes. */
export const allocDiagonalRule: Rule = ({ builder }, [input], { offset, axis1, axis2 }: DiagonalParams) => {
  const lead = input.shape.slice(0, -1);
  const side = input.shape[input.shape.length - 1] + Math.abs(offset);
  const { dtype } = input;
  const target = freshBuffer(builder, { dtype, shape: [...lead, side, side] });
  fill(builder, target, { kind: 'scalar', dtype, shape: target.shape, expression: literalOf(dtype, 0) });
  const last = lead.length;
  const part = diagonalOf(target, { offset, axis1: last, axis2: last + 1 });
  fill(builder, part, input);
  const order = [...lead.keys()];
  order.splice(Math.min(axis1, axis2), 0, last);
  order.splice(Math.max(axis1, axis2), 0, last + 1);
  const result = shuffled(target, order);
  return [elementCountOf(result) === 1 ? asScalar(builder, result) : result];
};

/** A matrix with one value on its diagonal; other ranks and offsets are computed outside. */
export const fillDiagonalRule: Rule = (context, inputs, params) => {
  const [input, value, offset] = inputs;
  if (offset !== undefined || input.shape.length !== 2) return callOutRule(context, inputs, params);
  const { builder } = context;
  const target = freshBuffer(builder, input);
  fill(builder, target, input);
  const part = diagonalOf(target, { offset: 0, axis1: 0, axis2: 1 });
  const scalar: Value = { ...asScalar(builder, value), shape: part.shape };
  if (elementCountOf(part) > 0) fill(builder, part, scalar);
  return [elementCountOf(target) === 1 ? asScalar(builder, target) : target];
};

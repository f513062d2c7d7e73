/** The softmax and its logarithm: the steps of graph/ops/softmax.ts, the sums in the order of tensor/orderedFold.ts. */
import type { SoftmaxParams } from '../../../graph/ops/softmax.ts';
import { normalizeAxis } from '../../../tensor/shape.ts';
import { add32, call, i32, op } from '../../loopIr/ir.ts';
import type { Builder } from '../builder.ts';
import { asScalar, materialize } from '../elementLoops.ts';
import { isFloatType, storeElement } from '../elementTypes.ts';
import { inOrder } from '../folds.ts';
import { pairwiseSum, pairwiseSumOfSingles } from '../kernels/pairwiseSum.ts';
import { pendingPrimitive } from '../pendingPrimitive.ts';
import { freshBuffer, type Rule } from '../surroundings.ts';
import { type BufferValue, elementCountOf, rowMajor, type Value } from '../values.ts';
import { callOutRule } from './callOutRule.ts';
import { reduced } from './reductionRules.ts';

export const softmaxRule: Rule = (context, [input], params: SoftmaxParams) => {
  const { builder } = context;
  const { dtype, shape } = input;
  const axes = (params.axes ?? [...shape.keys()]).map((axis) => normalizeAxis(axis, shape.length));
  // Rows in memory: all axes from one on. Others, and integers, are rare.
  const first = Math.min(...axes);
  const areLast = axes.length === shape.length - first;
  if (!isFloatType(dtype) || !areLast || elementCountOf(input) === 0)
    return callOutRule(context, [input], params as never);
  const kept = shape.map((length, axis) => (axis < first ? length : 1));
  const values = inOrder(builder, input, dtype);
  const greatest = reduced(builder, values, { reduction: 'max', axes, accumulate: dtype, output: dtype });
  const shifted = pendingPrimitive('sub', [values, reshaped(builder, greatest, kept)], shape);
  const part = params.isLog ? materialize(builder, shifted) : shifted;
  const powers = inOrder(builder, pendingPrimitive('exp', [part], shape), dtype);
  const sums = rowSums(builder, powers, kept);
  const result = params.isLog
    ? pendingPrimitive('sub', [part, materialize(builder, pendingPrimitive('log', [sums], kept))], shape)
    : pendingPrimitive('div', [powers, sums], shape);
  return [elementCountOf(result) === 1 ? asScalar(builder, result) : result];
};

/** The same elements, with axes of length 1. */
function reshaped(builder: Builder, value: Value, shape: readonly number[]): Value {
  if (value.kind === 'scalar') return { ...value, shape };
  const rows = inOrder(builder, value, value.dtype);
  return { ...rows, shape, strides: rowMajor(rows.dtype, shape) };
}

/** The sums of rows; in single precision if that is their type. */
function rowSums(builder: Builder, rows: BufferValue, kept: readonly number[]): Value {
  const { dtype } = rows;
  const rowCount = elementCountOf({ shape: kept });
  const length = elementCountOf(rows) / rowCount;
  const callee = dtype === 'float64' ? pairwiseSum() : pairwiseSumOfSingles();
  if (rowCount === 1) {
    const expression = builder.bind(call(callee, rows.base, i32(length)));
    return { kind: 'scalar', dtype, shape: kept, expression };
  }
  const target = freshBuffer(builder, { dtype, shape: kept });
  const size = dtype === 'float64' ? 8 : 4;
  builder.loop({ count: rowCount }, (row) => {
    const from = add32(rows.base, op('i32.mul', row, i32(length * size)));
    const address = add32(target.base, op('i32.mul', row, i32(size)));
    builder.emit(storeElement(dtype, call(callee, from, i32(length)), { address }));
  });
  return target;
}

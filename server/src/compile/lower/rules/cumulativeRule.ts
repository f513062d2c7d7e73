/** Running sums and products along an axis: from row to row, in the order of tensor/reduce.ts. */
import { type CumulativeParams, sumType } from '../../../graph/ops/reductions.ts';
import { byteSize } from '../../../tensor/dtype.ts';
import { add32, type Expression, i32, op, set } from '../../loopIr/ir.ts';
import type { Builder } from '../builder.ts';
import { asScalar, fill } from '../elementLoops.ts';
import { heldAs, loadElement, storeElement } from '../elementTypes.ts';
import { pendingPrimitive } from '../pendingPrimitive.ts';
import { scalarCode } from '../scalarCode.ts';
import { freshBuffer, type Rule } from '../surroundings.ts';
import { type BufferValue, elementCountOf, rowMajor } from '../values.ts';
import { callOutRule } from './callOutRule.ts';

export const cumulativeRule: Rule = (context, [input], params: CumulativeParams) => {
  const { builder } = context;
  const { dtype, shape } = input;
  // Small integers are added in 64 bits.
  if (sumType(dtype) !== dtype) return callOutRule(context, [input], params as never);
  const target = freshBuffer(builder, { dtype, shape });
  fill(builder, target, input);
  const { axis, kind } = params;
  const running: Running = {
    primitive: kind === 'sum' ? 'add' : 'mul',
    length: shape[axis],
    row: shape.slice(axis + 1),
  };
  const blockBytes = elementCountOf({ shape: shape.slice(axis) }) * byteSize(dtype);
  builder.loop({ count: elementCountOf({ shape: shape.slice(0, axis) }) }, (block) => {
    const base = builder.bind(add32(target.base, op('i32.mul', block, i32(blockBytes))), 'p');
    if (elementCountOf({ shape: running.row }) === 1) addElements(builder, { ...target, base }, running);
    else addRows(builder, { ...target, base }, running);
  });
  return [elementCountOf(target) === 1 ? asScalar(builder, target) : target];
};

interface Running {
  readonly primitive: 'add' | 'mul';
  readonly length: number;
  /** The shape of what is added at a time. */
  readonly row: readonly number[];
}

function addElements(builder: Builder, { base, dtype }: BufferValue, { primitive, length }: Running): void {
  const sum = builder.local(heldAs(dtype), 'sum');
  const addressAt = (index: Expression): Expression =>
    builder.bind(add32(base, op('i32.mul', index, i32(byteSize(dtype)))), 'p');
  if (length === 0) return;
  builder.emit(set(sum, loadElement(dtype, base)));
  builder.loop({ from: 1, count: length }, (index) => {
    const address = addressAt(index);
    const element = builder.bind(loadElement(dtype, address), 'e');
    builder.emit(set(sum, scalarCode(primitive, [sum, element], dtype)));
    builder.emit(storeElement(dtype, sum, { address }));
  });
}

function addRows(builder: Builder, { base, dtype }: BufferValue, { primitive, length, row }: Running): void {
  const rowBytes = elementCountOf({ shape: row }) * byteSize(dtype);
  const rowAt = (address: Expression): BufferValue => ({
    kind: 'buffer',
    dtype,
    shape: row,
    base: builder.bind(address, 'p'),
    strides: rowMajor(dtype, row),
  });
  builder.loop({ from: 1, count: length }, (index) => {
    const own = rowAt(add32(base, op('i32.mul', index, i32(rowBytes))));
    const before = rowAt(op('i32.sub', own.base, i32(rowBytes)));
    fill(builder, own, pendingPrimitive(primitive, [before, own], row));
  });
}

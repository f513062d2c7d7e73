/**
 * Ops without code of their own: the reference backend computes them in the middle of the code. Only the shapes of their results
 * have to be known before.
 */

import { t } from '../../../base/l10n.ts';
import type { OpKind } from '../../../graph/ops/opKinds.ts';
import { sumType } from '../../../graph/ops/reductions.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import { broadcastShapes } from '../../../tensor/shape.ts';
import { asScalar, fill } from '../elementLoops.ts';
import { codeType } from '../elementTypes.ts';
import { freshBuffer, type Rule, type RuleContext } from '../surroundings.ts';
import { unsupported } from '../unsupported.ts';
import { type BufferValue, elementCountOf, rowMajor, type Value } from '../values.ts';
import { knownNumbers } from './shapeRules.ts';
import { trialShapes } from './trialShapes.ts';

type Shapes = (inputs: readonly Value[], ndims: readonly number[]) => readonly (readonly number[])[];

const likeFirst: Shapes = ([input], ndims) => ndims.map(() => input.shape);

/** Small integers and booleans add up in another type than the variable's. */
const cumulated: Shapes = ([input], ndims) => {
  if (sumType(input.dtype) !== input.dtype) throw unsupported(t('small integers that are added in 64 bits'));
  return likeFirst([input], ndims);
};

/** A draw has the size that is asked for, or the shape of its parameters together. */
const drawn: Shapes = ([state, size, ...rest], ndims) => {
  // One element of a vector, say, is no matter of the shapes of the parameters.
  if (ndims[1] === 0) return [state.shape, []];
  const wanted = size.shape[0] === 0 ? null : knownNumbers(size, t('a size'));
  const shape = wanted ?? sharedShape(rest);
  if (shape?.length !== ndims[1]) throw unsupported(t('a draw of vectors'));
  return [state.shape, shape];
};

/** The shape of the parameters together; null where they are of different kinds, as rows and their chances. */
function sharedShape(parameters: readonly Value[]): readonly number[] | null {
  try {
    return broadcastShapes(parameters.map(({ shape }) => shape));
  } catch (error) {
    if (error instanceof EngineError) return null;
    throw error;
  }
}

/** The product of vectors and matrices. */
const multiplied: Shapes = ([a, b]) => [[...a.shape.slice(0, -1), ...b.shape.slice(1)]];

/** Matrices in the last two axes. */
const multipliedStacks: Shapes = ([a, b]) => {
  const lead = broadcastShapes([a.shape.slice(0, -2), b.shape.slice(0, -2)]);
  return [[...lead, a.shape[a.shape.length - 2], b.shape[b.shape.length - 1]]];
};

/** The shapes of the results by kind of op, where they follow from those of the inputs. */
const resultShapes: Partial<Record<OpKind, Shapes>> = {
  softmax: likeFirst,
  cumulative: cumulated,
  sort: likeFirst,
  argsort: likeFirst,
  print: likeFirst,
  fillDiagonal: likeFirst,
  searchSorted: ([, values]) => [values.shape],
  unravelIndex: likeFirst,
  ravelMultiIndex: (parts) => [broadcastShapes(parts.slice(0, -1).map(({ shape }) => shape))],
  permuteRows: likeFirst,
  dot: multiplied,
  matmul: multipliedStacks,
  draw: drawn,
};

export const callOutRule: Rule = (context, inputs) => {
  const { kind } = context.apply.op.entry;
  const types = context.apply.outputs.map(({ type }) => type);
  const isKnown = types.every(({ shape }) => shape.every((length) => length !== null));
  const ndims = types.map(({ shape }) => shape.length);
  const shapes =
    resultShapes[kind]?.(inputs, ndims) ??
    (isKnown ? types.map(({ shape }) => shape as number[]) : trialShapes(context, inputs));
  return calledOut(context, inputs, shapes);
};

/** Calls out for results of these shapes. */
export function calledOut(
  context: RuleContext,
  inputs: readonly Value[],
  shapes: readonly (readonly number[])[],
): Value[] {
  const { builder, apply } = context;
  const given = inputs.map((input) => atFixedPlace(context, input));
  const outputs = apply.outputs.map(({ dtype }, i) =>
    freshBuffer(builder, { dtype: codeType(dtype), shape: shapes[i] }),
  );
  const callee = context.makeCallOut(apply, given, outputs);
  context.callOuts.push(callee);
  builder.emit({ kind: 'do', call: { callee, args: [] } });
  return outputs.map((output) => (elementCountOf(output) === 1 ? asScalar(builder, output) : output));
}

/**
 * The value at a fixed place without gaps: outside nobody knows of pointers that move. Its axes stay in their order in memory, because
 * products add in an order that depends on it.
 */
function atFixedPlace({ builder }: RuleContext, value: Value): BufferValue {
  const { dtype, shape } = value;
  const strides = value.kind === 'buffer' ? denseStrides(value) : rowMajor(dtype, shape);
  const isAsIs =
    value.kind === 'buffer' &&
    value.base.kind === 'address' &&
    shape.every((length, axis) => length === 1 || value.strides[axis] === strides[axis]);
  if (isAsIs) return { ...value, strides };
  const target: BufferValue = { ...freshBuffer(builder, value), strides };
  fill(builder, target, value);
  return target;
}

/** Strides without gaps, of axes in the order of those of the value. */
function denseStrides({ dtype, shape, strides }: BufferValue): number[] {
  const order = [...shape.keys()].sort((a, b) => Math.abs(strides[b]) - Math.abs(strides[a]) || a - b);
  const inOrder = rowMajor(
    dtype,
    order.map((axis) => shape[axis]),
  );
  return shape.map((_, axis) => inOrder[order.indexOf(axis)]);
}

/**
 * Table of the ops that kernels compute: for each kind the value of its result. What has no row here, and what a row refuses, leaves the whole
 * graph to another backend.
 */

import { t } from '../../../base/l10n.ts';
import type { ElemwiseParams } from '../../../graph/ops/elemwise.ts';
import type { OpKind } from '../../../graph/ops/opKinds.ts';
import type { ReduceParams } from '../../../graph/ops/reductions.ts';
import { scalarOps } from '../../../graph/ops/scalarOps.ts';
import type { ScalarExpression, ScalarOp } from '../../../graph/ops/scalarRules.ts';
import type { SoftmaxParams } from '../../../graph/ops/softmax.ts';
import { type DType, isFloat } from '../../../tensor/dtype.ts';
import { int64Vector } from '../../../tensor/ndarray.ts';
import { contiguousStrides, normalizeAxis, type Shape } from '../../../tensor/shape.ts';
import { broadcastShape } from '../../lower/broadcastShape.ts';
import { checkPromisedLengths } from '../../lower/promisedLengths.ts';
import { unsupported } from '../../lower/unsupported.ts';
import { dear, type KernelBuilder } from './kernelBuilder.ts';
import { checkNumber, type KernelRule, notNumber } from './kernelContext.ts';
import {
  below,
  choose,
  compare,
  type FoldName,
  type Index,
  type KernelExpression,
  math,
  minus,
  number,
  over,
  shifted,
  times,
  truth,
} from './kernelIr.ts';
import { partRule, replacedPartRule } from './kernelParts.ts';
import {
  computedValue,
  countOf,
  isGapless,
  type KernelValue,
  moved,
  repeated,
  shuffledValue,
  windowValue,
} from './kernelValues.ts';
import { scalarKernel, truthKernel } from './scalarKernels.ts';

/** Operands of one kernel, beside those of what it is part of. */
const mostRead = 6;

const elemwiseRule: KernelRule = ({ builder, apply }, inputs, params: ElemwiseParams) => {
  const op: ScalarOp = scalarOps[params.scalar];
  const { compute, output } = op.types(
    apply.inputs.map(({ dtype }) => dtype),
    params.floatX,
  );
  const isTruth = compute === 'bool';
  checkNumber(builder, compute);
  checkNumber(builder, output);
  const shape = broadcastShape(
    apply,
    inputs.map((input) => input.shape),
  );
  const spread = inputs.map((input) => operand(builder, input, shape));
  const operands = withFewBuffers(builder, spread);
  const expression = params.scalar === 'invert' && isTruth ? logicalNot : (op.expression as ScalarExpression);
  const value = computedValue({ dtype: output, shape }, operands, (place) => {
    const given = operands.map((one) => one.at(place));
    return scalarExpression(expression, given, isTruth ? truthKernel : scalarKernel);
  });
  return [value];
};

const logicalNot: ScalarExpression = {
  kind: 'call',
  primitive: 'logicalNot',
  args: [{ kind: 'operand', index: 0 }],
};

function scalarExpression(
  expression: ScalarExpression,
  operands: readonly KernelExpression[],
  kernel: typeof scalarKernel,
): KernelExpression {
  switch (expression.kind) {
    case 'operand':
      return operands[expression.index];
    case 'literal':
      return number(expression.value);
    case 'call':
      return kernel(
        expression.primitive,
        expression.args.map((arg) => scalarExpression(arg, operands, kernel)),
      );
  }
}

/** An operand in the shape of the result; what costs much and repeats is computed before. */
function operand(builder: KernelBuilder, value: KernelValue, shape: Shape): KernelValue {
  const repeats = countOf(value) < shape.reduce((a, b) => a * b, 1);
  const isDear = value.hasFolds || value.cost > dear;
  return repeated(repeats && isDear ? builder.materialize(value) : value, shape);
}

/** A kernel reads few buffers: operands that read many are computed before. */
function withFewBuffers(builder: KernelBuilder, operands: readonly KernelValue[]): readonly KernelValue[] {
  const read = new Set(operands.flatMap(({ buffers }) => [...buffers]));
  if (read.size <= mostRead) return operands;
  const widest = operands.reduce((a, b) => (b.buffers.size > a.buffers.size ? b : a));
  if (widest.buffers.size <= 1) throw unsupported(t('an op that reads too many arrays'));
  return withFewBuffers(
    builder,
    operands.map((one) => (one === widest ? builder.written(one) : one)),
  );
}

const castRule: KernelRule = ({ builder }, [input], { dtype }: { readonly dtype: DType }) => {
  checkNumber(builder, dtype);
  checkNumber(builder, input.dtype);
  if (dtype !== 'bool' || input.dtype === 'bool') return [{ ...input, dtype }];
  return [
    computedValue({ dtype, shape: input.shape }, [input], (place) =>
      truth(compare('!=', input.at(place), number(0))),
    ),
  ];
};

const foldNames: Partial<Record<ReduceParams['reduction'], FoldName>> = {
  sum: 'sum',
  prod: 'prod',
  max: 'max',
  min: 'min',
  any: 'max',
  all: 'min',
};

const reduceRule: KernelRule = ({ builder }, [input], params: ReduceParams) => {
  const name = foldNames[params.reduction];
  if (name === undefined) throw unsupported(t('no kernel for {0}', params.reduction));
  checkNumber(builder, params.output);
  checkNumber(builder, input.dtype);
  const axes = params.axes ?? [...input.shape.keys()];
  return [{ ...reduced(builder, input, { name, axes }), dtype: params.output }];
};

/** Folds along axes, the last one first. */
function reduced(
  builder: KernelBuilder,
  input: KernelValue,
  { name, axes }: { readonly name: FoldName; readonly axes: readonly number[] },
): KernelValue {
  const axis = axes.at(-1);
  if (axis === undefined) return input;
  if (input.shape[axis] === 0) throw unsupported(t('an empty reduction'));
  const value = input.hasFolds ? builder.materialize(input) : input;
  const shape = value.shape.toSpliced(axis, 1);
  const made = builder.folded(
    { dtype: value.dtype, shape },
    { name, count: value.shape[axis] },
    { operands: [value], term: (place, counter) => value.at(place.toSpliced(axis, 0, counter)) },
  );
  return reduced(builder, made, { name, axes: axes.slice(0, -1) });
}

const dotRule: KernelRule = ({ builder, apply }, inputs) => {
  checkNumber(builder, apply.outputs[0].dtype);
  const [a, b] = inputs.map((input) => builder.materialize(input));
  if (a.shape.length === 0 || b.shape.length === 0) throw unsupported(t('a product with a number'));
  const depthAxis = Math.max(0, b.shape.length - 2);
  const depth = a.shape.at(-1)!;
  if (depth !== b.shape[depthAxis] || depth === 0) throw unsupported(t('factors whose shapes do not fit'));
  const left = a.shape.length - 1;
  const shape = [...a.shape.slice(0, -1), ...b.shape.toSpliced(depthAxis, 1)];
  return [
    builder.folded(
      { dtype: apply.outputs[0].dtype, shape },
      { name: 'sum', count: depth },
      {
        operands: [a, b],
        term: (place, counter) =>
          times(
            a.at([...place.slice(0, left), counter]),
            b.at(place.slice(left).toSpliced(depthAxis, 0, counter)),
          ),
      },
    ),
  ];
};

/** Products of what stands at the same place of the first axes. */
const stackedRule =
  (leadOf: (ndim: number) => number): KernelRule =>
  ({ builder, apply }, inputs) => {
    checkNumber(builder, apply.outputs[0].dtype);
    const [a, b] = inputs.map((input) => builder.materialize(input));
    const lead = leadOf(a.shape.length);
    const lengths = a.shape.slice(0, lead).map((length, axis) => (length === 1 ? b.shape[axis] : length));
    const fits = lengths.every((length, axis) => b.shape[axis] === length || b.shape[axis] === 1);
    const depth = a.shape.at(-1)!;
    if (!fits || b.shape.length <= lead || depth !== b.shape[lead] || depth === 0)
      throw unsupported(t('factors whose shapes do not fit'));
    const [ownA, ownB] = [a.shape.slice(lead, -1), b.shape.slice(lead + 1)];
    const [first, second] = [
      repeated(a, [...lengths, ...a.shape.slice(lead)]),
      repeated(b, [...lengths, ...b.shape.slice(lead)]),
    ];
    return [
      builder.folded(
        { dtype: apply.outputs[0].dtype, shape: [...lengths, ...ownA, ...ownB] },
        { name: 'sum', count: depth },
        {
          operands: [a, b],
          term: (place, counter) => {
            const stack = place.slice(0, lead);
            const rows = place.slice(lead, lead + ownA.length);
            return times(
              first.at([...stack, ...rows, counter]),
              second.at([...stack, counter, ...place.slice(lead + ownA.length)]),
            );
          },
        },
      ),
    ];
  };

const softmaxRule: KernelRule = ({ builder }, [input], params: SoftmaxParams) => {
  checkNumber(builder, input.dtype);
  if (!isFloat(input.dtype)) throw notNumber(input.dtype);
  const { dtype, shape } = input;
  const axes = (params.axes ?? [...shape.keys()])
    .map((axis) => normalizeAxis(axis, shape.length))
    .sort((a, b) => a - b);
  const value = input.hasFolds || input.cost > dear ? builder.materialize(input) : input;
  const kept = shape.map((length, axis) => (axes.includes(axis) ? 1 : length));
  const spread = (one: KernelValue): KernelValue =>
    repeated(reshapedTo(builder, builder.materialize(one), kept), shape);
  const greatest = spread(reduced(builder, value, { name: 'max', axes }));
  const differences = computedValue({ dtype, shape }, [value, greatest], (place) =>
    minus(value.at(place), greatest.at(place)),
  );
  const powers = computedValue({ dtype, shape }, [differences], (place) =>
    math('exp', differences.at(place)),
  );
  const sums = spread(reduced(builder, powers, { name: 'sum', axes }));
  return [
    computedValue({ dtype, shape }, [powers, sums], (place) =>
      params.isLog
        ? minus(differences.at(place), math('log', sums.at(place)))
        : over(powers.at(place), sums.at(place)),
    ),
  ];
};

/** The same elements in another shape. */
function reshapedTo(builder: KernelBuilder, value: KernelValue, shape: Shape): KernelValue {
  if (countOf(value) === 1)
    return moved(value, shape, () => value.shape.map(() => ({ constant: 0, terms: [] })));
  const rows = isGapless(value) ? value : builder.written(value);
  return windowValue(value.dtype, shape, { ...rows.window!, strides: contiguousStrides(shape) });
}

const reshapeRule: KernelRule = ({ builder }, [input, lengths]) => {
  const wanted = knownNumbers(lengths, t('a shape'));
  const count = countOf(input);
  const known = wanted.filter((length) => length >= 0).reduce((a, b) => a * b, 1);
  const shape = wanted.map((length) => (length < 0 ? count / known : length));
  if (wanted.filter((length) => length < 0).length > 1 || shape.reduce((a, b) => a * b, 1) !== count)
    throw unsupported(t('a shape with another number of elements'));
  return [reshapedTo(builder, input, shape)];
};

/** Numbers that decide about a shape. */
function knownNumbers(value: KernelValue, what: string): number[] {
  if (!value.known) throw unsupported(t('{0} that is computed', what));
  return Array.from(value.known.elements() as ArrayLike<number | bigint>, Number);
}

const allocRule: KernelRule = ({ builder }, [value, ...lengths]) => {
  const shape = lengths.map((length) => knownNumbers(length, t('a length'))[0]);
  const lead = shape.length - value.shape.length;
  if (value.shape.some((length, axis) => length !== 1 && length !== shape[lead + axis]))
    throw unsupported(t('a value that does not fit'));
  return [operand(builder, value, shape)];
};

/** One behind another, each place in the part that has it. */
const joinRule: KernelRule = ({ builder, apply }, inputs, { axis }: { readonly axis: number }) => {
  const { dtype } = apply.outputs[0];
  checkNumber(builder, dtype);
  const parts = withFewBuffers(
    builder,
    inputs.map((one) => (one.hasFolds ? builder.materialize(one) : one)),
  );
  const shape = parts[0].shape.with(
    axis,
    parts.reduce((sum, part) => sum + part.shape[axis], 0),
  );
  if (parts.some((part) => part.shape.some((n, at) => at !== axis && n !== shape[at])))
    throw unsupported(t('parts whose shapes do not fit'));
  return [computedValue({ dtype, shape }, parts, (place) => joined(parts, { place, axis, start: 0 }))];
};

function joined(
  [part, ...rest]: readonly KernelValue[],
  { place, axis, start }: { place: readonly Index[]; axis: number; start: number },
): KernelExpression {
  const own = part.at(place.with(axis, shifted(place[axis], -start)));
  if (rest.length === 0) return own;
  const end = start + part.shape[axis];
  return choose(below(place[axis], end), own, joined(rest, { place, axis, start: end }));
}

const makeVectorRule: KernelRule = (context, inputs) =>
  joinRule(
    context,
    inputs.map((input) => moved(input, [1], () => [])),
    { axis: 0 } as never,
  );

const splitRule: KernelRule = (_, [input, lengths], { axis }: { readonly axis: number }) => {
  const parts = knownNumbers(lengths, t('a length'));
  if (parts.reduce((a, b) => a + b, 0) !== input.shape[axis]) throw unsupported(t('parts that do not fit'));
  let start = 0;
  return parts.map((length) => {
    const from = start;
    start += length;
    return moved(input, input.shape.with(axis, length), (place) =>
      place.with(axis, shifted(place[axis], from)),
    );
  });
};

const rebroadcastRule: KernelRule = (
  _,
  [input],
  { axes }: { readonly axes: readonly (number | null | undefined)[] },
) => {
  checkPromisedLengths(input.shape, axes);
  return [input];
};

const passRule: KernelRule = (_, [input]) => [input];

export const kernelRules: Partial<Record<OpKind, KernelRule>> = {
  alloc: allocRule,
  batchedDot: stackedRule(() => 1),
  cast: castRule,
  dimShuffle: (_, [input], { order }: { readonly order: readonly (number | 'x')[] }) => [
    shuffledValue(input, order),
  ],
  dot: dotRule,
  elemwise: elemwiseRule,
  gradientGate: passRule,
  incSubtensor: replacedPartRule,
  join: joinRule,
  makeVector: makeVectorRule,
  matmul: stackedRule((ndim) => ndim - 2),
  rebroadcast: rebroadcastRule,
  reduce: reduceRule,
  reshape: reshapeRule,
  scalarFromTensor: passRule,
  shape: ({ builder }, [input]) => [builder.constant(int64Vector(input.shape))],
  softmax: softmaxRule,
  split: splitRule,
  subtensor: partRule,
};

/**
 * A graph over more axes: `vectorize_graph` of PyTensor 3 (`graph/replace.py`). Where an op has a form for more axes in front, as
 * elementwise ops, reductions and products do, that is taken; any other is computed place by place (ops/blockwise.ts).
 */
import { EngineError } from '../tensor/engineError.ts';
import { normalizeAxis } from '../tensor/shape.ts';
import { int64Constant } from './constants.ts';
import { blockwise } from './ops/blockwise.ts';
import { type AxisOrder, dimShuffle } from './ops/dimShuffle.ts';
import { padLeft } from './ops/elemwise.ts';
import { lengthOf } from './ops/math.ts';
import type { OpKind } from './ops/opKinds.ts';
import { matvec, multiplied, vecdot, vecmat } from './ops/products.ts';
import { alloc, join, makeVector, reshaped, shapeOf } from './ops/shapes.ts';
import { type SubtensorParams, subtensor } from './ops/subtensor.ts';
import { printApply, printVariable } from './printVariable.ts';
import type { DrawParams } from './random/drawOp.ts';
import { reprType, type StaticLength } from './tensorType.ts';
import { sortedApplies } from './traversal.ts';
import { type Apply, applyNew, Constant, type Op, type Variable } from './variable.ts';

/** The outputs of an application whose inputs have more axes in front; null where it has no form for them. */
type Vectorizer = (made: Apply, inputs: readonly Variable[]) => readonly Variable[] | null;

/** `outputs` with variables replaced by ones that may have more axes in front. */
export function vectorizeGraph(
  outputs: readonly Variable[],
  replacements: ReadonlyMap<Variable, Variable>,
): Variable[] {
  const found = new Map(replacements);
  const lookup = (variable: Variable): Variable => found.get(variable) ?? variable;
  for (const made of sortedApplies(outputs, new Set(replacements.keys()))) {
    const inputs = made.inputs.map(lookup);
    if (inputs.every((input, i) => input === made.inputs[i])) continue;
    const results = vectorized(made, inputs);
    made.outputs.forEach((output, i) => {
      if (!found.has(output)) found.set(output, results[i]);
    });
  }
  return outputs.map(lookup);
}

function vectorized(made: Apply, inputs: readonly Variable[]): readonly Variable[] {
  if (inputs.every((input, i) => input.ndim === made.inputs[i].ndim)) return again(made, inputs);
  return vectorizers[made.op.entry.kind]?.(made, inputs) ?? placeByPlace(made, inputs);
}

function placeByPlace(made: Apply, inputs: readonly Variable[]): Variable[] {
  const state = made.inputs.find(({ type }) => type.generator !== undefined);
  if (state === undefined) return blockwise(made, inputs);
  const { dialect } = state.context;
  throw new EngineError(
    'NotImplementedError',
    `Cannot vectorize node ${printApply(made.outputs[0], made)} with input ${printVariable(state)} of type ${reprType(dialect, state.type)}`,
  );
}

/** The op with other parameters, on other inputs. */
const again = (made: Apply, inputs: readonly Variable[], params: object = {}): Variable[] =>
  applyNew(
    made.outputs[0].context,
    { ...made.op, params: { ...(made.op.params as object), ...params } } as Op,
    inputs,
  );

const addedAxes = (made: Apply, inputs: readonly Variable[], index = 0): number =>
  inputs[index].ndim - made.inputs[index].ndim;

/** Only the first input has more axes. */
const isOnlyFirst = (made: Apply, inputs: readonly Variable[]): boolean =>
  inputs.every((_, i) => i === 0 || addedAxes(made, inputs, i) === 0);

/** Operands with the same number of axes in front. */
function padded(made: Apply, inputs: readonly Variable[]): Variable[] {
  const batch = Math.max(...inputs.map((_, i) => addedAxes(made, inputs, i)));
  return inputs.map((input, i) => padLeft(input, batch + made.inputs[i].ndim));
}

const aligned: Vectorizer = (made, inputs) => again(made, padded(made, inputs));

const range = (count: number): number[] => [...Array(count).keys()];

/** Axes of the op, moved behind the new ones; all of them where it says null. */
function moved(axes: readonly number[] | null, made: Apply, inputs: readonly Variable[]): number[] {
  const batch = addedAxes(made, inputs);
  const { ndim } = made.inputs[0];
  return (axes ?? range(ndim)).map((axis) => normalizeAxis(axis, ndim) + batch);
}

function shuffled(made: Apply, [input]: readonly Variable[]): Variable[] {
  const { order } = made.op.params as { readonly order: AxisOrder };
  const batch = input.ndim - made.inputs[0].ndim;
  const rest = order.map((axis) => (axis === 'x' ? axis : axis + batch));
  return [dimShuffle(input, [...range(batch), ...rest])];
}

const overAxes: Vectorizer = (made, inputs) => {
  const { axes } = made.op.params as { readonly axes: readonly number[] | null };
  return again(made, inputs, { axes: moved(axes, made, inputs) });
};

const alongAxis: Vectorizer = (made, inputs) => {
  const { axis } = made.op.params as { readonly axis: number | null };
  if (axis === null || !isOnlyFirst(made, inputs)) return null;
  return again(made, inputs, { axis: axis + addedAxes(made, inputs) });
};

/** Products of vectors and matrices in their forms for stacks. */
function product(made: Apply, [a, b]: readonly Variable[]): Variable[] | null {
  const ranks = made.inputs.map((input) => input.ndim).join();
  switch (ranks) {
    case '1,1':
      return [vecdot(a, b)];
    case '1,2':
      return [vecmat(a, b)];
    case '2,1':
      return [matvec(a, b)];
    case '2,2':
      return [multiplied(a, b)];
    default:
      return null;
  }
}

/** Basic and array indices that stay as they are: what is in front is taken whole. */
function indexed(made: Apply, inputs: readonly Variable[]): Variable[] | null {
  if (!isOnlyFirst(made, inputs)) return null;
  const { pattern } = made.op.params as SubtensorParams;
  if (isScattered(pattern)) return null;
  const whole = { kind: 'slice', start: false, stop: false, step: false };
  const batch = addedAxes(made, inputs);
  return again(made, inputs, { pattern: [...new Array(batch).fill(whole), ...pattern] });
}

/** Arrays of indices with a slice between them: what they pick would come first, before the new axes. */
function isScattered(pattern: SubtensorParams['pattern']): boolean {
  if (pattern.every((item) => item.kind !== 'array')) return false;
  const places = pattern.flatMap((item, axis) => (item.kind === 'slice' ? [] : [axis]));
  return places.at(-1)! - places[0] >= places.length;
}

function joined(made: Apply, inputs: readonly Variable[]): Variable[] | null {
  const counts = new Set(inputs.map((_, i) => addedAxes(made, inputs, i)));
  const { axis } = made.op.params as { readonly axis: number };
  const patterns = inputs.map(({ type }, i) =>
    type.shape
      .slice(0, addedAxes(made, inputs, i))
      .map((length) => length === 1)
      .join(),
  );
  if (counts.size > 1 || new Set(patterns).size > 1) return null;
  return again(made, inputs, { axis: axis + addedAxes(made, inputs) });
}

/** The new axes come before the shape that is wanted. */
function reshapedWith(made: Apply, inputs: readonly Variable[]): Variable[] | null {
  if (!isOnlyFirst(made, inputs)) return null;
  const [input, shape] = inputs;
  const { ndim } = made.op.params as { readonly ndim: number };
  const batch = addedAxes(made, inputs);
  const lead = range(batch).map((axis) => lengthOf(input, axis));
  const lengths = [...lead, ...range(ndim).map((axis) => elementOf(shape, axis))];
  return [reshaped(input, makeVector(input.context, lengths, 'int64'), batch + ndim)];
}

/** One length of a shape; a number where it is known. */
function elementOf(shape: Variable, index: number): Variable {
  const { context } = shape;
  if (shape instanceof Constant) return int64Constant(context, BigInt(shape.value.at(index) as number));
  if (shape.owner?.op.entry.kind === 'makeVector') return shape.owner.inputs[index];
  return subtensor(shape, [{ kind: 'integer', value: int64Constant(context, index) }]);
}

function filled(made: Apply, inputs: readonly Variable[]): Variable[] | null {
  if (!isOnlyFirst(made, inputs)) return null;
  const [value, ...lengths] = inputs;
  const batch = addedAxes(made, inputs);
  const missing = lengths.length - made.inputs[0].ndim;
  const axes = range(value.ndim);
  const wide = dimShuffle(value, [
    ...axes.slice(0, batch),
    ...new Array<'x'>(missing).fill('x'),
    ...axes.slice(batch),
  ]);
  return again(made, [wide, ...range(batch).map((axis) => lengthOf(value, axis)), ...lengths]);
}

/** A draw for every place: the size that was asked for comes behind the new axes. */
function drawn(made: Apply, inputs: readonly Variable[]): Variable[] | null {
  const [state, size, ...given] = inputs;
  const { skipped, shape } = made.op.params as DrawParams;
  if (addedAxes(made, inputs, 0) !== 0 || addedAxes(made, inputs, 1) !== 0) return null;
  const first = 2 + skipped;
  const rest = given.slice(skipped);
  const batch = Math.max(...rest.map((_, i) => addedAxes(made, inputs, first + i)));
  const wide = rest.map((input, i) => padLeft(input, batch + made.inputs[first + i].ndim));
  const lead = range(batch).map((axis): StaticLength => {
    const lengths = wide.map(({ type }) => type.shape[axis]).filter((length) => length !== 1);
    return lengths.length === 0 ? 1 : (lengths.find((length) => length !== null) ?? null);
  });
  const between = given.slice(0, skipped);
  const asked = size.type.shape[0] ?? 0;
  if (asked === 0) return again(made, [state, size, ...between, ...wide], { shape: [...lead, ...shape] });
  const lengths = join([batchLengths(wide, batch), size], 0);
  const open = new Array<StaticLength>(batch + asked).fill(null);
  return again(made, [state, lengths, ...between, ...wide], { shape: [...open, ...shape.slice(asked)] });
}

/** The lengths of the leading axes of operands that broadcast. */
function batchLengths(operands: readonly Variable[], batch: number): Variable {
  const { context } = operands[0];
  const lengths = range(batch).map((axis) => {
    const wide = operands.find(({ type }) => type.shape[axis] !== 1);
    return wide ? lengthOf(wide, axis) : int64Constant(context, 1);
  });
  return makeVector(context, lengths, 'int64');
}

/** One shape for all places. */
function shapes(made: Apply, inputs: readonly Variable[]): Variable[] {
  const [input] = inputs;
  const batch = addedAxes(made, inputs);
  const lengths = range(input.ndim).map((axis) => lengthOf(input, axis));
  if (batch === 0) return [shapeOf(input)];
  const own = makeVector(input.context, lengths.slice(batch), 'int64');
  const count = int64Constant(input.context, made.inputs[0].ndim);
  return [alloc(own, [...lengths.slice(0, batch), count])];
}

const vectorizers: Partial<Record<OpKind, Vectorizer>> = {
  alloc: filled,
  cast: aligned,
  cumulative: alongAxis,
  dimShuffle: shuffled,
  dot: product,
  draw: drawn,
  elemwise: aligned,
  gradientGate: aligned,
  join: joined,
  matmul: aligned,
  matrixFunction: aligned,
  reduce: overAxes,
  reshape: reshapedWith,
  shape: shapes,
  softmax: overAxes,
  subtensor: indexed,
};

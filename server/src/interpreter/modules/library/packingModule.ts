/** PyTensor's `join_dims`, `split_dims`, `pack` and `unpack`, bound to Python: `tensor/reshape.py` (PyTensor 3). */
import { joinedAxes, packed, splitAxis, unpacked } from '../../../graph/ops/joinedAxes.ts';
import { printVariable } from '../../../graph/printVariable.ts';
import { Constant, type GraphContext, type Variable } from '../../../graph/variable.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import { int64Vector } from '../../../tensor/ndarray.ts';
import { normalizeAxis } from '../../../tensor/shape.ts';
import { raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { tryIndex } from '../../protocols/items.ts';
import { toArray } from '../../protocols/iteration.ts';
import { repr } from '../../protocols/text.ts';
import { PyList, PyTuple, type Value } from '../../values.ts';
import { asVariable, integerArgument } from './convert.ts';
import type { Functions } from './functions.ts';

type Missing = Value | undefined;

const isGiven = (value: Missing): value is Value => value !== undefined && value !== null;
const isSequence = (value: Value): value is PyList | PyTuple =>
  value instanceof PyList || value instanceof PyTuple;

function boundedAxis(axis: number, ndim: number): number {
  if (axis >= -ndim && axis < ndim) return normalizeAxis(axis, ndim);
  throw new EngineError('AxisError', `axis ${axis} is out of bounds for array of dimension ${ndim}`);
}

/** Lengths as a vector; a number alone is one length. */
function lengthsOf(context: GraphContext, value: Value): Variable {
  if (isSequence(value) && value.items.length === 0) return new Constant(context, int64Vector([]));
  const variable = asVariable(context, value);
  return variable.ndim === 0 ? asVariable(context, new PyTuple([value])) : variable;
}

const isIncreasing = (axes: readonly number[]): boolean =>
  axes.every((axis, i) => i === 0 || axis > axes[i - 1]!);
const isContiguous = (axes: readonly number[]): boolean =>
  axes.every((axis, i) => i === 0 || axis === axes[i - 1]! + 1);

/** How many axes are kept at the front and at the end. */
function keptAxes(value: Missing): { before: number; after: number } {
  if (!isGiven(value)) return { before: 0, after: 0 };
  const single = tryIndex(value);
  if (single === undefined && !isSequence(value))
    return raiseTypeError('axes must be an int, an iterable of ints, or None');
  const axes =
    single === undefined
      ? (value as PyList).items.map((item) => integerArgument(item, 'axes'))
      : [Number(single)];
  if (axes.length === 0) return raiseValueError('axes=[] is ambiguous; use None to ravel all');
  const wrong = wrongAxes(axes);
  if (wrong !== null) return raiseValueError(wrong);
  const before = axes.filter((axis) => axis >= 0).length;
  return { before, after: axes.length - before };
}

function wrongAxes(axes: readonly number[]): string | null {
  const negative = axes.findIndex((axis) => axis < 0);
  const [front, end] = negative < 0 ? [axes, []] : [axes.slice(0, negative), axes.slice(negative)];
  if (new Set(axes).size !== axes.length) return 'axes must have no duplicates';
  if (end.some((axis) => axis >= 0)) return 'Negative axes must come after positive';
  if (!isIncreasing(front)) return 'Axes must be strictly increasing in the positive part';
  if (!isIncreasing(end)) return 'Axes must be strictly increasing in the negative part';
  if (!isContiguous(front)) return 'Positive axes must be contiguous';
  if (!isContiguous(end)) return 'Negative axes must be contiguous';
  if (front.length > 0 && front[0] !== 0)
    return 'If positive axes are provided, the first positive axis must be 0 to avoid ambiguity. To ravel indices starting from the front, use negative axes only.';
  if (end.length > 0 && end.at(-1) !== -1)
    return 'If negative axes are provided, the last negative axis must be -1 to avoid ambiguity. To ravel indices up to the end, use positive axes only.';
  return null;
}

function packOf(context: GraphContext, values: readonly Value[], keep: Missing): Value {
  const tensors = values.map((value) => asVariable(context, value));
  const kept = keptAxes(keep);
  const least = kept.before + kept.after;
  tensors.forEach(({ ndim }, i) => {
    if (ndim >= least) return;
    raiseValueError(
      `Input ${i} (zero indexed) to pack has ${ndim} dimensions, but keep_axes=${repr(keep ?? null)} assumes at least ${least} dimension${least === 1 ? '' : 's'}.`,
    );
  });
  const { joined, shapes } = packed(tensors, kept);
  return new PyTuple([joined, new PyList(shapes)]);
}

/** The one axis that is not kept. */
function packedAxis(input: Variable, keep: Missing): number {
  if (!isGiven(keep)) {
    if (input.ndim !== 1) raiseValueError('unpack can only be called with keep_axis=None for 1d inputs');
    return 0;
  }
  const items = isSequence(keep) ? keep.items : [keep];
  const kept = items.map((item) => boundedAxis(integerArgument(item, 'axis'), input.ndim));
  const free = [...input.type.shape.keys()].filter((axis) => !kept.includes(axis));
  if (free.length === 1) return free[0]!;
  return raiseValueError(
    `unpack input must have exactly one more dimension that implied by keep_axes. ${printVariable(input)} has ${input.ndim} dimensions, expected ${kept.length + 1}`,
  );
}

export const packingFunctions = (context: GraphContext): Functions => ({
  'join_dims(x, start_axis?, n_axes?)': (x, start, count) =>
    joinedAxes(
      asVariable(context, x!),
      isGiven(start) ? integerArgument(start, 'start_axis') : 0,
      isGiven(count) ? integerArgument(count, 'n_axes') : null,
    ),
  'split_dims(x, shape, axis?)': (x, shape, axis) => {
    const input = asVariable(context, x!);
    const at = boundedAxis(isGiven(axis) ? integerArgument(axis, 'axis') : 0, input.ndim);
    return splitAxis(input, lengthsOf(context, shape!), at);
  },
  'pack(*tensors, keep_axes?)': (tensors, keep) => packOf(context, tensors as unknown as Value[], keep),
  'unpack(packed_input, packed_shapes, keep_axes?)': (given, shapes, keep) => {
    const input = asVariable(context, given!);
    const axis = packedAxis(input, keep);
    const all = toArray(shapes!).map((shape) => lengthsOf(context, shape));
    return new PyList(unpacked(input, all, axis));
  },
});

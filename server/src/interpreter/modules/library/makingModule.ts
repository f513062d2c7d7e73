/** Tensors made of numbers, bound to Python: triangles, grids, evenly spaced numbers, one-hot rows, tensors without values. */
import { int64Constant, integerConstant } from '../../../graph/constants.ts';
import { movedAxes } from '../../../graph/ops/arranging.ts';
import { triangle, triangularPart } from '../../../graph/ops/diagonals.ts';
import { dimShuffle } from '../../../graph/ops/dimShuffle.ts';
import { castTo, elemwise } from '../../../graph/ops/elemwise.ts';
import { constantIn, lengthOf, range } from '../../../graph/ops/math.ts';
import { nonzeroPlaces } from '../../../graph/ops/rearranging.ts';
import { alloc, shapeOf } from '../../../graph/ops/shapes.ts';
import { incSubtensor, type SymbolicIndex } from '../../../graph/ops/subtensor.ts';
import type { GraphContext, Variable } from '../../../graph/variable.ts';
import { type DType, isDiscrete, isFloat, promoteAll } from '../../../tensor/dtype.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import { raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { defineType } from '../../pyType.ts';
import { PyList, PySlice, PyTuple, type Value } from '../../values.ts';
import { asVariable, integerArgument, lengthsArgument, optionalDType } from './convert.ts';

type Missing = Value | undefined;
type Body = (...args: (Value | undefined)[]) => Value;

const isGiven = (value: Missing): value is Value => value !== undefined && value !== null;

/** Functions of the tensor module. */
export function makingFunctions(context: GraphContext): Readonly<Record<string, Body>> {
  const tensor = (value: Missing): Variable => asVariable(context, value!);
  const floatX = (dtype: Missing): DType => optionalDType(context, dtype) ?? context.floatX;
  const part =
    (side: 'lower' | 'upper'): Body =>
    (matrix, k) =>
      triangularPart(tensor(matrix), side, lengthOr(context, k, 0));
  return {
    'tri(N, M?, k?, dtype?)': (n, m, k, dtype) =>
      triangle(
        context,
        [lengthOr(context, n, 0), lengthOr(context, isGiven(m) ? m : n, 0), lengthOr(context, k, 0)],
        floatX(dtype),
      ),
    'tril(m, k?)': part('lower'),
    'triu(m, k?)': part('upper'),
    'tril_indices(n, k?, m?)': (n, k, m) => triangleIndices(context, 'lower', [n, k, m]),
    'triu_indices(n, k?, m?)': (n, k, m) => triangleIndices(context, 'upper', [n, k, m]),
    'tril_indices_from(a, k?)': (a, k) => triangleIndicesFrom(tensor(a), 'lower', k),
    'triu_indices_from(a, k?)': (a, k) => triangleIndicesFrom(tensor(a), 'upper', k),
    'to_one_hot(y, nb_class, dtype?)': (y, count, dtype) =>
      oneHot(tensor(y), lengthOr(context, count, 0), floatX(dtype)),
    'linspace(start, stop?, num?, endpoint?, retstep?, dtype?, axis?, end?, steps?)': (...args) =>
      linspace(context, args),
    'logspace(start, stop?, num?, base?, endpoint?, dtype?, axis?, end?, steps?)': (...args) =>
      logspace(context, args, (bound) => bound),
    'geomspace(start, stop?, num?, base?, endpoint?, dtype?, axis?, end?, steps?)': (...args) =>
      geomspace(context, args),
    'empty(shape, dtype?)': (shape, dtype) =>
      alloc(constantIn(context, floatX(dtype), 0), lengthsArgument(context, shape!)),
    'empty_like(prototype, dtype?)': (model, dtype) => {
      const like = tensor(model);
      const wanted = optionalDType(context, dtype) ?? like.dtype;
      return alloc(constantIn(context, wanted, 0), lengthsArgument(context, shapeOf(like)));
    },
    'ix_(*args)': (args) => openMesh(context, args),
  };
}

/** A length or an offset: a number or a scalar. */
const lengthOr = (context: GraphContext, value: Missing, usual: number): Variable =>
  isGiven(value) ? lengthsArgument(context, value)[0]! : int64Constant(context, usual);

function triangleIndices(
  context: GraphContext,
  side: 'lower' | 'upper',
  [n, k, m]: readonly Missing[],
): Value {
  const [rows, columns] = [lengthOr(context, n, 0), lengthOr(context, isGiven(m) ? m : n, 0)];
  const offset = lengthOr(context, k, 0);
  if (side === 'lower') return new PyTuple(nonzeroPlaces(triangle(context, [rows, columns, offset], 'bool')));
  const below = elemwise('sub', offset, int64Constant(context, 1));
  return new PyTuple(nonzeroPlaces(elemwise('invert', triangle(context, [rows, columns, below], 'bool'))));
}

function triangleIndicesFrom(matrix: Variable, side: 'lower' | 'upper', k: Missing): Value {
  if (matrix.ndim !== 2) return raiseValueError('The input array must be two dimensional.');
  return triangleIndices(matrix.context, side, [lengthOf(matrix, 0), k, lengthOf(matrix, 1)]);
}

function oneHot(labels: Variable, count: Variable, dtype: DType): Variable {
  const { context } = labels;
  const rows = lengthOf(labels, 0);
  const zeros = alloc(constantIn(context, dtype, 0), [rows, count]);
  const places = countUp(context, rows);
  return incSubtensor(zeros, constantIn(context, dtype, 1), {
    indices: [
      { kind: 'array', value: places },
      { kind: 'array', value: labels },
    ],
    mode: 'set',
  });
}

/** 0, 1, … before a length. */
const countUp = (context: GraphContext, length: Variable): Variable =>
  range({ start: int64Constant(context, 0), stop: length, step: int64Constant(context, 1) }, 'int64');

interface Spacing {
  readonly start: Variable;
  readonly stop: Variable;
  readonly count: Variable;
  readonly endpoint: boolean;
  readonly axis: number;
}

/** Evenly spaced numbers along a new first axis. */
function evenlySpaced({ start, stop, count, endpoint, axis }: Spacing): {
  samples: Variable;
  step: Variable;
} {
  const { context } = start;
  if (context.dialect.spacing === 'plain') return { samples: classicSpaced(start, stop, count), step: start };
  const one = integerConstant(context, 1);
  const zero = integerConstant(context, 0);
  const pieces = endpoint ? elemwise('sub', count, one) : count;
  const delta = elemwise('sub', stop, start);
  const places = padRight(countUp(context, count), delta.ndim);
  const scaled = elemwise('mul', places, delta);
  const inside = elemwise(
    'switch',
    elemwise('gt', pieces, zero),
    elemwise('add', elemwise('true_div', scaled, pieces), start),
    elemwise('add', scaled, start),
  );
  const samples = endpoint ? withLast(inside, stop, elemwise('gt', count, one)) : inside;
  return {
    samples: axis === 0 ? samples : movedAxes(samples, [0], [axis]),
    step: elemwise('true_div', delta, pieces),
  };
}

/** Theano's and Aesara's sum of the start and multiples of a step. */
function classicSpaced(start: Variable, stop: Variable, count: Variable): Variable {
  const { context } = start;
  const places = padRight(countUp(context, count), Math.max(start.ndim, stop.ndim));
  const pieces = elemwise('sub', count, integerConstant(context, 1));
  const step = elemwise('true_div', elemwise('sub', stop, start), pieces);
  return elemwise('add', start, elemwise('mul', places, step));
}

const padRight = (variable: Variable, count: number): Variable =>
  dimShuffle(variable, [...variable.type.shape.keys(), ...new Array<'x'>(count).fill('x')]);

/** The last of the samples is the stop itself, where there is one. */
function withLast(samples: Variable, stop: Variable, condition: Variable): Variable {
  const last: SymbolicIndex = { kind: 'integer', value: int64Constant(samples.context, -1) };
  const value = castTo(stop, samples.dtype);
  return elemwise(
    'switch',
    condition,
    incSubtensor(samples, value, { indices: [last], mode: 'set' }),
    samples,
  );
}

function spacingOf(
  context: GraphContext,
  given: { start: Missing; stop: Missing; num: Missing; endpoint: Missing; axis: Missing },
): Spacing {
  if (given.start === undefined || given.stop === undefined)
    return raiseTypeError('start and stop are needed');
  return {
    start: asVariable(context, given.start!),
    stop: asVariable(context, given.stop!),
    count: given.num === undefined ? int64Constant(context, 50) : lengthOr(context, given.num, 50),
    endpoint: given.endpoint === undefined || isTrue(given.endpoint!),
    axis: given.axis === undefined ? 0 : integerArgument(given.axis!, 'axis'),
  };
}

function linspace(context: GraphContext, args: readonly Missing[]): Value {
  const [start, stop, num, endpoint, retstep, dtype, axis, end, steps] = args;
  const spacing = spacingOf(context, { start, stop: stop ?? end, num: num ?? steps, endpoint, axis });
  const { samples, step } = evenlySpaced(spacing);
  if (context.dialect.spacing === 'plain') return samples;
  if (isGiven(retstep) && isTrue(retstep)) {
    // Real PyTensor asks the pair for its type and fails; a program can not rely on it.
    return new PyTuple([castTo(samples, optionalDType(context, dtype) ?? context.floatX), step]);
  }
  return castTo(samples, optionalDType(context, dtype) ?? context.floatX);
}

function logspace(
  context: GraphContext,
  args: readonly Missing[],
  change: (bound: Variable, base: Variable) => Variable,
): Variable {
  const [start, stop, num, base, endpoint, dtype, axis, end, steps] = args;
  const spacing = spacingOf(context, { start, stop: stop ?? end, num: num ?? steps, endpoint, axis });
  const by = base === undefined ? constantIn(context, 'float32', 10) : asVariable(context, base!);
  const bounds = { start: change(spacing.start, by), stop: change(spacing.stop, by) };
  const made = elemwise('pow', by, evenlySpaced({ ...spacing, ...bounds }).samples);
  if (context.dialect.spacing === 'plain') return made;
  return castTo(made, optionalDType(context, dtype) ?? context.floatX);
}

function geomspace(context: GraphContext, args: readonly Missing[]): Variable {
  const exponent = (bound: Variable, base: Variable): Variable =>
    elemwise('true_div', elemwise('log', bound), elemwise('log', base));
  return logspace(context, args, exponent);
}

/** `ix_`: vectors along an axis each. */
function openMesh(context: GraphContext, args: Missing): Value {
  const all = (args as unknown as Value[]).map((arg) => asVariable(context, arg));
  return new PyTuple(
    all.map((vector, i) => {
      if (vector.ndim !== 1) raiseValueError('Cross index must be 1 dimensional');
      return dimShuffle(
        vector,
        all.map((_, axis): number | 'x' => (axis === i ? 0 : 'x')),
      );
    }),
  );
}

/** `mgrid` and `ogrid`. */
export class TensorGrid {
  readonly context: GraphContext;
  readonly isOpen: boolean;

  constructor(context: GraphContext, isOpen: boolean) {
    this.context = context;
    this.isOpen = isOpen;
  }
}

export const tensorGridType = defineType<TensorGrid>({
  name: '_nd_grid',
  module: 'tensor.basic',
  class: TensorGrid,
  getItem: (self, index) => {
    const { gridOfSlice } = self.context.dialect;
    if (index instanceof PySlice && gridOfSlice === 'refused')
      return raiseTypeError("object of type 'slice' has no len()");
    if (index instanceof PySlice) return sliceRange(self.context, index);
    if (!(index instanceof PyTuple)) return raiseTypeError('object of this type has no len()');
    return gridOf(self, index.items);
  },
});

/** `arange` by a slice. */
function sliceRange(context: GraphContext, slice: Value): Variable {
  if (!(slice instanceof PySlice))
    throw new EngineError('AttributeError', "'int' object has no attribute 'step'");
  const start = slice.start === null ? integerConstant(context, 0) : asVariable(context, slice.start);
  const stop = asVariable(context, slice.stop);
  const step = slice.step === null ? integerConstant(context, 1) : asVariable(context, slice.step);
  const common = promoteAll([start.dtype, stop.dtype, step.dtype]);
  const usual: DType = common.startsWith('u') ? 'uint64' : 'int64';
  return range({ start, stop, step }, isFloat(common) || !isDiscrete(common) ? common : usual);
}

function gridOf({ context, isOpen }: TensorGrid, items: readonly Value[]): Value {
  const ranges = items.map((item, i) =>
    dimShuffle(
      sliceRange(context, item),
      items.map((_, axis): number | 'x' => (axis === i ? 0 : 'x')),
    ),
  );
  if (isOpen) return new PyList(ranges);
  const ones = ranges.map((one) => elemwise('second', one, constantIn(context, one.dtype, 1)));
  return new PyList(
    ranges.map((one, i) =>
      ones.map((other, j) => (i === j ? one : other)).reduce((a, b) => elemwise('mul', a, b)),
    ),
  );
}

/** What the tensor module has of grids. */
export const gridNames = (context: GraphContext): ReadonlyMap<string, Value> =>
  new Map([
    ['mgrid', new TensorGrid(context, false)],
    ['ogrid', new TensorGrid(context, true)],
  ]);

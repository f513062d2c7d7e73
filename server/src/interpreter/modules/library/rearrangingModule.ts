/** take, repeat, roll, tile, split, diagonals, axes moved and added, ifelse, and PyTensor's `x[…].set(y)`, bound to Python. */

import { int64Constant } from '../../../graph/constants.ts';
import { fillText } from '../../../graph/dialects/fillText.ts';
import {
  differences,
  flipped,
  movedAxes,
  repeatedAlike,
  takenAlong,
  tiled,
  withAxes,
} from '../../../graph/ops/arranging.ts';
import { allocDiagonalEntry, diagonal, diagonalEntry, filledDiagonal } from '../../../graph/ops/diagonals.ts';
import { dimShuffle } from '../../../graph/ops/dimShuffle.ts';
import { difference } from '../../../graph/ops/elementwiseMath.ts';
import { elemwise, padLeft } from '../../../graph/ops/elemwise.ts';
import { flattened, lengthOf, range, reduced, stacked } from '../../../graph/ops/math.ts';
import { ifElse, nonzeroPlaces, rolled, swapped, taken } from '../../../graph/ops/rearranging.ts';
import { alloc, join } from '../../../graph/ops/shapes.ts';
import { chooseEntry, repeatedByCounts, splitInto } from '../../../graph/ops/splitting.ts';
import { permuteRows } from '../../../graph/random/permuteRows.ts';
import { vectorLength } from '../../../graph/scalarConstant.ts';
import { printType, sameType } from '../../../graph/tensorType.ts';
import { apply, Constant, type GraphContext, Variable } from '../../../graph/variable.ts';
import { isDiscrete } from '../../../tensor/dtype.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import { cast } from '../../../tensor/ndarray.ts';
import { normalizeAxis } from '../../../tensor/shape.ts';
import { notSupported, raiseAttributeError, raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { typeOf } from '../../pyType.ts';
import { builtin, type NativeBody } from '../../signature.ts';
import { asText } from '../../types/textValues.ts';
import { type PyBuiltin, PyList, PyTuple, type Value } from '../../values.ts';
import { asVariable, axesArgument, integerArgument, lengthsArgument, vectorParts } from './convert.ts';
import { modeOf } from './sortingModule.ts';
import { assignPart } from './tensorAssignment.ts';
import type { TensorBody } from './tensorMethods.ts';

type Missing = Value | undefined;
type Body = (...args: (Value | undefined)[]) => Value;

const isGiven = (value: Missing): value is Value => value !== undefined && value !== null;

const optionalAxis = (axis: Missing): number | null => (isGiven(axis) ? integerArgument(axis, 'axis') : null);

/** A number, or the usual one. */
const numberOr = (value: Missing, usual: number): number =>
  value === undefined ? usual : integerArgument(value, 'axis');

function integers(variable: Variable): Variable {
  if (isDiscrete(variable.dtype) && variable.dtype !== 'bool') return variable;
  throw new EngineError('AssertionError');
}

const isSequence = (value: Missing): value is PyList | PyTuple =>
  value instanceof PyList || value instanceof PyTuple;

/** Functions that are methods as well, by signature without the variable. */
export const rearrangingMethods: Readonly<Record<string, TensorBody>> = {
  'take(indices, axis?, mode?)': (input, indices: Value, axis: Missing, mode: Missing) =>
    takenOf(input, asVariable(input.context, indices), { axis: optionalAxis(axis), mode }),
  'repeat(repeats, axis?)': (input, count: Value, axis: Missing) =>
    repeatedOf(input, asVariable(input.context, count), optionalAxis(axis)),
  'swapaxes(axis1, axis2)': (input, first: Value, second: Value) =>
    swapped(input, integerArgument(first, 'axis1'), integerArgument(second, 'axis2')),
  'ptp(axis?)': (input, axis: Missing) => {
    const options = { axis: axesArgument(axis), keepsAxes: false, dtype: null };
    return difference(reduced('max', input, options), reduced('min', input, options));
  },
  'diagonal(offset?, axis1?, axis2?)': (input, offset: Missing, axis1: Missing, axis2: Missing) =>
    diagonalOf(input, offset, axis1, axis2),
  'choose(choices, out?, mode?)': (input, choices: Value, out: Missing, mode: Missing) =>
    chosen(input, choices, { out, mode }),
  'compress(a, axis?)': (input, other: Value, axis: Missing) =>
    compressed(input, asVariable(input.context, other), optionalAxis(axis)),
};

function takenOf(
  input: Variable,
  indices: Variable,
  given: { axis: number | null; mode: Missing },
): Variable {
  const mode = isGiven(given.mode) ? asText(given.mode) : 'raise';
  const { takeModes } = input.context.dialect;
  if (mode === 'raise' || (given.axis === null && takeModes === 'alongAxis'))
    return taken(input, indices, given.axis);
  if (takeModes === 'always') return notSupported('take with a mode');
  const source = given.axis === null ? flattened(input, 1) : input;
  const at = normalizeAxis(given.axis ?? 0, source.ndim);
  const length = lengthOf(source, at);
  if (mode === 'wrap') return taken(source, elemwise('mod', indices, length), at);
  if (mode !== 'clip') return raiseValueError(`Invalid mode ${String(mode)} for take`);
  const last = elemwise('sub', length, int64Constant(input.context, 1));
  return taken(source, elemwise('clip', indices, int64Constant(input.context, 0), last), at);
}

function repeatedOf(input: Variable, count: Variable, axis: number | null): Variable {
  if (count.ndim > 1) return raiseValueError('The dimension of repeats should not exceed 1.');
  const isCut = count instanceof Constant && input.context.dialect.repeatCounts === 'int64';
  if (isCut && count.dtype !== 'int64') {
    return repeatedOf(input, new Constant(input.context, cast(count.value, 'int64')), axis);
  }
  const isOne = count.ndim === 1 && count.type.shape[0] === 1;
  if (count.ndim === 1 && !isOne) return repeatedByCounts(input, count, axis);
  const single = isOne ? dimShuffle(count, []) : count;
  return repeatedAlike(input, single, axis);
}

function diagonalOf(input: Variable, ...[offset, axis1, axis2]: Missing[]): Variable {
  if (input.ndim < 2 && input.context.dialect.extractedRanks === 'op') {
    throw new EngineError('ValueError', 'ExtractDiag needs an input with 2 or more dimensions', input);
  }
  const [first, second] = [numberOr(axis1, 0), numberOr(axis2, 1)].map((axis) =>
    normalizeAxis(axis, input.ndim),
  );
  if (first === second) return raiseValueError('axis1 and axis2 cannot be the same');
  return apply(diagonalEntry, { offset: numberOr(offset, 0), axis1: first!, axis2: second! }, [input])[0]!;
}

function chosen(input: Variable, choices: Value, given: { out: Missing; mode: Missing }): Variable {
  if (isGiven(given.out)) throw new EngineError('AssertionError');
  const { context } = input;
  const isStacked = !isSequence(choices);
  const list = isStacked ? [choices] : choices.items;
  return apply(chooseEntry, { mode: modeOf(given.mode), isStacked }, [
    input,
    ...list.map((choice) => asVariable(context, choice)),
  ])[0]!;
}

/** `compress(condition, x, axis)`. */
const compressed = (condition: Variable, input: Variable, axis: number | null): Variable =>
  taken(input, nonzeroPlaces(flattened(condition, 1))[0]!, axis);

/** Functions of the tensor module. */
export function rearrangingFunctions(context: GraphContext): Readonly<Record<string, Body>> {
  const tensor = (value: Missing): Variable => asVariable(context, value!);
  const axesOf = (value: Missing): readonly number[] => axesArgument(value) ?? [];
  return {
    'diag(v, k?)': (x, k) => diagonal(tensor(x), numberOr(k, 0)),
    'alloc_diag(diag, offset?, axis1?, axis2?)': (x, offset, axis1, axis2) =>
      allocatedDiagonal(tensor(x), offset, axis1, axis2),
    'trace(a, offset?, axis1?, axis2?)': (x, ...[offset, axis1, axis2]) => {
      const values = diagonalOf(tensor(x), offset, axis1, axis2);
      return reduced('sum', values, { axis: [values.ndim - 1], keepsAxes: false, dtype: null });
    },
    'extract_diag(x)': (x) => diagonalOf(tensor(x)),
    'fill_diagonal(a, val)': (a, value) => filledDiagonal(tensor(a), tensor(value), null),
    'fill_diagonal_offset(a, val, offset)': (a, value, offset) =>
      filledDiagonal(tensor(a), tensor(value), tensor(offset)),
    'roll(x, shift, axis?)': (x, shift, axis) => rolled(tensor(x), tensor(shift), optionalAxis(axis)),
    'stacklists(arg)': (arg) => stackLists(context, arg!),
    'tile(x, reps, ndim?)': (x, counts, ndim) => tiledOf(tensor(x), counts!, ndim),
    [context.dialect.splitSignature]: (x, lengths, count, axis) => {
      const sizes = tensor(lengths);
      const parts = isGiven(count) ? integerArgument(count, 'n_splits') : vectorLength(sizes);
      if (parts === null) return raiseValueError('Length of splits cannot be determined');
      const found = splitInto(tensor(x), sizes, { count: parts, axis: numberOr(axis, 0) });
      return found.length === 1 ? found[0]! : new PyList(found);
    },
    'permute_row_elements(x, y, inverse?)': (x, y, inverse) =>
      permuteRows(tensor(x), integers(tensor(y)), { isInverse: isGiven(inverse) && isTrue(inverse) }),
    'inverse_permutation(perm)': (value) => {
      const order = integers(tensor(value));
      const [start, step] = [int64Constant(context, 0), int64Constant(context, 1)];
      const places = range({ start, stop: lengthOf(order, order.ndim - 1), step }, order.dtype);
      return permuteRows(places, order, { isInverse: true });
    },
    'horizontal_stack(*args)': (args) => joinedMatrices(context, args, 1),
    'vertical_stack(*args)': (args) => joinedMatrices(context, args, 0),
    'moveaxis(a, source, destination)': (x, source, destination) =>
      movedAxes(tensor(x), axesOf(source), axesOf(destination)),
    'expand_dims(a, axis)': (x, axis) => withAxes(tensor(x), axesOf(axis)),
    'shape_padaxis(t, axis)': (x, axis) => withAxes(tensor(x), axesOf(axis)),
    'flip(arr, axis?)': (x, axis) => {
      const input = tensor(x);
      return flipped(input, axesArgument(axis) ?? [...input.type.shape.keys()]);
    },
    'diff(x, n?, axis?)': (x, count, axis) => differences(tensor(x), numberOr(count, 1), numberOr(axis, -1)),
    'compress(condition, x, axis?)': (condition, x, axis) => {
      if (context.dialect.compressCondition === 'variable' && !(condition instanceof Variable)) {
        return raiseAttributeError(`'${typeOf(condition!).name}' object has no attribute 'ndim'`);
      }
      return compressed(tensor(condition), tensor(x), optionalAxis(axis));
    },
    'choose(a, choices, out?, mode?)': (x, choices, out, mode) => chosen(tensor(x), choices!, { out, mode }),
    'take_along_axis(arr, indices, axis?)': (x, indices, axis) =>
      takenAlong(tensor(x), tensor(indices), axis === null ? null : numberOr(axis, 0)),
    'broadcast_to(x, shape)': (x, shape) => alloc(tensor(x), lengthsArgument(context, shape!)),
    'broadcast_arrays(*args)': (args) => broadcastAll(context, args),
    'matrix_transpose(x)': (x) => transposedMatrix(tensor(x)),
    'atleast_Nd(arry, *, n?, left?)': (x, n, left) =>
      atLeast(tensor(x), numberOr(n, 1), left === undefined || left === true ? 'left' : 'right'),
    'atleast_1d(*arry)': (args) => atLeastAll(context, args, 1),
    'atleast_2d(*arry)': (args) => atLeastAll(context, args, 2),
    'atleast_3d(*arry)': (args) => atLeastAll(context, args, 3),
  };
}

function atLeast(input: Variable, ndim: number, side: 'left' | 'right'): Variable {
  if (side === 'left') return padLeft(input, ndim);
  const missing = Math.max(0, ndim - input.ndim);
  return dimShuffle(input, [...input.type.shape.keys(), ...new Array<'x'>(missing).fill('x')]);
}

function atLeastAll(context: GraphContext, args: Missing, ndim: number): Value {
  const found = (args as unknown as Value[]).map((arg) => padLeft(asVariable(context, arg), ndim));
  return found.length === 1 ? found[0]! : new PyList(found);
}

/** The last two axes exchanged. */
export function transposedMatrix(input: Variable): Variable {
  if (input.ndim < 2)
    return raiseValueError(`Input array must be at least 2-dimensional, but it is ${input.ndim}`);
  return swapped(input, -1, -2);
}

function allocatedDiagonal(vector: Variable, ...[offset, axis1, axis2]: Missing[]): Variable {
  const places = [numberOr(axis1, 0), numberOr(axis2, 1)].map((axis) => normalizeAxis(axis, vector.ndim + 1));
  const [first, second] = places.sort((a, b) => a - b) as [number, number];
  return apply(allocDiagonalEntry, { offset: numberOr(offset, 0), axis1: first, axis2: second }, [
    vector,
  ])[0]!;
}

function joinedMatrices(context: GraphContext, args: Missing, axis: number): Variable {
  const asserts = context.dialect.argumentChecks === 'assertions';
  const matrices = (args as unknown as Value[]).map((arg) => asVariable(context, arg));
  const refuse = (text: string): EngineError =>
    asserts ? new EngineError('AssertionError') : new EngineError('ValueError', text);
  if (matrices.length < 2) throw refuse('Too few arguments');
  if (matrices.some((matrix) => matrix.ndim !== 2)) throw refuse('All arguments must have two dimensions');
  return join(matrices, axis);
}

/** The counts of `tile`: a number, a list of numbers and variables, or a vector whose length is known. */
function tiledOf(input: Variable, counts: Value, ndim: Missing): Variable {
  const { context } = input;
  const wanted = isGiven(ndim) ? integerArgument(ndim, 'ndim') : null;
  if (wanted !== null && wanted < input.ndim)
    return raiseValueError('ndim should be equal or larger than x.ndim');
  const list = isSequence(counts)
    ? counts.items.map((count) => asVariable(context, count))
    : countsOf(asVariable(context, counts), wanted);
  if (list.some((count) => count.ndim !== 0 || !isDiscrete(count.dtype))) {
    return raiseValueError(fillText(context.dialect.tileCounts, isSequence(counts) ? 'scalars of ' : ''));
  }
  if (wanted !== null && list.length > wanted)
    return raiseValueError('len(reps) should be equal or less than ndim');
  return tiled(wanted === null ? input : padLeft(input, wanted), list);
}

function countsOf(counts: Variable, ndim: number | null): Variable[] {
  if (counts.ndim === 0) return [counts];
  if (counts.ndim > 1) return raiseValueError('the dimension of reps should not exceed 1');
  if (vectorLength(counts) !== null) return vectorParts(counts);
  return ndim === null
    ? raiseValueError('if reps is tensor.vector, you should specify the ndim')
    : notSupported('tile by a vector whose length is not known');
}

function broadcastAll(context: GraphContext, args: Missing): Value {
  const all = (args as unknown as Value[]).map((arg) => asVariable(context, arg));
  const spread = all.map((one, i) =>
    all.filter((_, j) => j !== i).reduce((made, other) => elemwise('second', other, made), one),
  );
  return context.dialect.broadcastArrays === 'list' ? new PyList(spread) : new PyTuple(spread);
}

function stackLists(context: GraphContext, arg: Value): Variable {
  if (!isSequence(arg)) return asVariable(context, arg);
  return stacked(
    arg.items.map((item) => stackLists(context, item)),
    0,
  );
}

/** `ifelse(condition, then, otherwise)`: one pair of values, or two lists of the same length. */
export const ifElseFunction = (context: GraphContext): PyBuiltin =>
  builtin('ifelse(condition, then_branch, else_branch, name?)', ((
    condition: Value,
    then: Value,
    otherwise: Value,
  ) => {
    const [first, second] = [then, otherwise].map((branch) => (isSequence(branch) ? branch.items : [branch]));
    const pairs = first!.slice(0, second!.length).map((value, i) => {
      const pair = [asVariable(context, value), asVariable(context, second![i]!)] as const;
      if (context.dialect.branchTypes === 'same') checkSameType(pair);
      return pair;
    });
    if (first!.length !== second!.length) refuseLengths(context, first!.length, second!.length);
    const test = asVariable(context, condition);
    if (test.ndim > 0) refuseCondition(context);
    const results = pairs.map(([one, other]) => ifElse(test, one, other));
    if (!isSequence(then)) return results[0]!;
    return then instanceof PyTuple ? new PyTuple(results) : new PyList(results);
  }) as NativeBody);

function checkSameType([then, otherwise]: readonly [Variable, Variable]): void {
  if (sameType(then.type, otherwise.type)) return;
  const { dialect } = then.context;
  raiseTypeError(
    `The two branches should have identical types, but they are ${printType(dialect, then.type)} and ${printType(dialect, otherwise.type)} respectively. This error could be raised if for example you provided a one element list on the \`then\` branch but a tensor on the \`else\` branch.`,
  );
}

const refuseCondition = ({ dialect }: GraphContext): never => raiseTypeError(dialect.wrongCondition);

const refuseLengths = ({ dialect }: GraphContext, then: number, otherwise: number): never =>
  raiseValueError(fillText(dialect.branchCounts, then, otherwise));

/** `x[…].set(y)` and `.inc(y)`; `undefined` for other names, or where there are none. */
export function partMethod(self: Variable, name: string): Value | undefined {
  if (self.context.dialect.partMethods === 'absent' || (name !== 'set' && name !== 'inc')) return undefined;
  return builtin(`${name}(y)`, ((y: Value) =>
    assignPart(self, asVariable(self.context, y), name)) as NativeBody);
}

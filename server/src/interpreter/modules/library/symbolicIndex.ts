/** `x[…]` on symbolic variables: Python's index becomes the engine's, new axes are put in afterwards. */
import { int64Constant } from '../../../graph/constants.ts';
import { type AxisOrder, dimShuffle } from '../../../graph/ops/dimShuffle.ts';
import { nonzeroEntry, type SymbolicIndex, subtensor, tooManyIndices } from '../../../graph/ops/subtensor.ts';
import { broadcastPattern } from '../../../graph/tensorType.ts';
import { apply, Constant, type GraphContext, Variable } from '../../../graph/variable.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import { NDArray } from '../../../tensor/ndarray.ts';
import { exceptionType, notSupported, raise } from '../../exceptions.ts';
import { tryIndex } from '../../protocols/items.ts';
import { asText } from '../../types/textValues.ts';
import { Ellipsis, PyList, PySlice, PyTuple, type Value } from '../../values.ts';
import { asVariable, symbolicArray } from './convert.ts';

/** `variable[index]`: new axes are put in first, then the rest of the index is taken, as the libraries do it. */
export function indexVariable(variable: Variable, index: Value): Variable {
  const items = expandEllipsis(variable, index instanceof PyTuple ? index.items : [index]);
  if (items.length === 0) return variable;
  const newAxes = items.filter((item) => item === null).length;
  const indices = readItems(variable, items);
  if (newAxes === 0) {
    if (indices.length > variable.ndim) throw tooManyIndices(variable, indices.length);
    return subtensor(variable, indices);
  }
  const hasArrays = indices.some((each) => each.kind === 'array');
  const widened = hasArrays ? widenAll(variable, indices, items) : widen(variable, items);
  return indices.every(isFull) ? widened : subtensor(widened, indices);
}

/** The items as indices; a mask is one index array for each of its axes. */
function readItems(variable: Variable, items: readonly Value[]): SymbolicIndex[] {
  const indices: SymbolicIndex[] = [];
  let axis = 0;
  for (const item of items) {
    const read = item === null ? [fullSlice] : readItem(variable, item, axis);
    indices.push(...read);
    if (item !== null) axis += read.length;
  }
  return indices;
}

/** New axes together with index arrays: the axes after the last item stay. */
function widenAll(variable: Variable, indices: readonly SymbolicIndex[], items: readonly Value[]): Variable {
  const newAxes = items.filter((item) => item === null).length;
  if (indices.length - newAxes > variable.ndim) throw tooManyIndices(variable, indices.length - newAxes);
  const order: (number | 'x')[] = [];
  let next = 0;
  for (const item of items) {
    if (item === null) order.push('x');
    else for (let i = 0; i < axisCount(item); i++) order.push(next++);
  }
  while (next < variable.ndim) order.push(next++);
  return dimShuffle(variable, order);
}

/** How many axes an item takes: a mask as many as it has. */
function axisCount(item: Value): number {
  const isMask = (item instanceof Variable || item instanceof NDArray) && item.dtype === 'bool';
  return isMask ? item.ndim : 1;
}

const fullSlice: SymbolicIndex = { kind: 'slice', start: null, stop: null, step: null };

/** A new axis of length 1 for every None. Theano 1.0.5 forgets the axes after the last item of the index. */
function widen(variable: Variable, items: readonly Value[]): Variable {
  let next = 0;
  const order: AxisOrder = items.map((item) => (item === null ? 'x' : next++));
  if (next > variable.ndim) throw tooManyIndices(variable, next);
  const { dialect } = variable.context;
  if (dialect.axesAfterNone === 'kept') {
    return dimShuffle(variable, [...order, ...[...variable.type.shape.keys()].slice(next)]);
  }
  const kept = variable.type.shape.slice(next);
  if (kept.some((length) => length !== 1)) {
    const pattern = broadcastPattern(variable.type).map((broadcasts) => (broadcasts ? 'True' : 'False'));
    const wanted = order.map((axis) => (axis === 'x' ? "'x'" : String(axis)));
    throw new EngineError(
      'ValueError',
      `('You cannot drop a non-broadcastable dimension.', ([${pattern.join(', ')}], [${wanted.join(', ')}]))`,
    );
  }
  return dimShuffle(variable, order);
}

const isFull = (index: SymbolicIndex): boolean =>
  index.kind === 'slice' && index.start === null && index.stop === null && index.step === null;

function expandEllipsis(variable: Variable, items: readonly Value[]): Value[] {
  const at = items.indexOf(Ellipsis);
  if (at < 0) return [...items];
  const used = items.filter((item) => item !== null && item !== Ellipsis).length;
  const full = new Array<Value>(Math.max(0, variable.ndim - used)).fill(new PySlice(null, null, null));
  return [...items.slice(0, at), ...full, ...items.slice(at + 1)];
}

function readItem(variable: Variable, item: Value, axis: number): SymbolicIndex[] {
  const { context } = variable;
  if (item instanceof PySlice) {
    const bound = (value: Value): Variable | null => (value === null ? null : boundVariable(context, value));
    return [{ kind: 'slice', start: bound(item.start), stop: bound(item.stop), step: bound(item.step) }];
  }
  if (item instanceof PyList && item.items.some((one) => typeof one === 'boolean')) throw pythonBools();
  if (item instanceof PyList || (item instanceof NDArray && item.ndim > 0))
    return arrayIndex(variable, asVariable(context, item), axis);
  if (item instanceof Variable && (item.ndim > 0 || item.dtype === 'bool'))
    return arrayIndex(variable, item, axis);
  return [{ kind: 'integer', value: boundVariable(context, item) }];
}

/** A mask stands for the positions of its true elements. */
function arrayIndex(variable: Variable, array: Variable, axis: number): SymbolicIndex[] {
  if (array.dtype !== 'bool') return [{ kind: 'array', value: array }];
  if (array.ndim === 0) return notSupported('an index that is a single boolean');
  if (axis + array.ndim > variable.ndim) throw tooManyIndices(variable, axis + array.ndim);
  const positions = apply(nonzeroEntry, { axis }, [array, variable]);
  return positions.map((value) => ({ kind: 'array', value }));
}

const pythonBools = (): EngineError =>
  new EngineError(
    'TypeError',
    'TensorType does not support Python bools for indexing, such as tensor[[True, False]]. To use a boolean mask, convert the mask to a NumPy array first, e.g., tensor[numpy.array([True, False])].',
  );

function boundVariable(context: GraphContext, value: Value): Variable {
  if (value instanceof Variable) return value;
  if (typeof value === 'boolean') throw pythonBools();
  const integer = tryIndex(value);
  if (integer !== undefined) return int64Constant(context, integer);
  if (value instanceof NDArray && value.ndim === 0) return new Constant(context, symbolicArray(value).copy());
  // The libraries look for variables in it, letter by letter, and the letter of a letter is itself.
  if (asText(value) !== null)
    raise(exceptionType('RecursionError'), 'maximum recursion depth exceeded in comparison');
  throw new EngineError('TypeError', context.dialect.wrongIndex);
}

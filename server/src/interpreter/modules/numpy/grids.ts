/**
 * Arrays that are written as indices: `np.mgrid[0:3, 0:4]`, `np.r_[1:5, 7]`, `np.c_`, `np.s_`, `np.ix_`. How NumPy reads them is in
 * its `index_tricks`.
 */
import { isDiscrete, promoteAll } from '../../../tensor/dtype.ts';
import { nonzero } from '../../../tensor/indexing.ts';
import { broadcastTo, cast, type NDArray } from '../../../tensor/ndarray.ts';
import { broadcastShapes, contiguousStrides, elementCount, type Shape } from '../../../tensor/shape.ts';
import { concatenate, permute, reshape, stack } from '../../../tensor/shaping.ts';
import { notSupported, raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { call } from '../../protocols/calls.ts';
import { toArray } from '../../protocols/iteration.ts';
import { defineType } from '../../pyType.ts';
import { toFloat } from '../../types/numberTypes.ts';
import { PyComplex, PyFloat, PyObject, PySlice, PyTuple, type Value } from '../../values.ts';
import { flag, isMissing, shapeOf } from './arguments.ts';
import { add, floats, multiply } from './arrayMath.ts';
import { arrayOf, integerVector, reserve } from './conversion.ts';
import { toDType } from './dtypeObjects.ts';
import { listBefore2 } from './manipulation.ts';
import { presented } from './numpyScalar.ts';
import { commonType, type Operand, operandArray, operandOf } from './promotion.ts';
import { arange } from './ranges.ts';

const counting = (length: number): NDArray => integerVector(Array.from({ length }, (_, i) => i));

/** A slice as the numbers that it lists: `a:b:n j` is `n` numbers from `a` to `b`. */
function sliceNumbers(slice: PySlice): NDArray {
  const start = slice.start ?? 0;
  if (slice.stop === null) raiseTypeError("unsupported operand type(s) for -: 'NoneType' and 'int'");
  if (!(slice.step instanceof PyComplex)) return arange(start, slice.stop, slice.step ?? 1);
  const length = Math.trunc(Math.hypot(slice.step.re, slice.step.im));
  const [from, to] = [toFloat(start), toFloat(slice.stop)];
  const step = length > 1 ? (to - from) / (length - 1) : Number.NaN;
  return add(multiply(cast(counting(length), 'float64'), floats([length > 1 ? step : 0])), floats([from]));
}

/** A vector along one axis of `ndim`. */
const onAxis = (vector: NDArray, axis: number, ndim: number): NDArray =>
  reshape(
    vector,
    Array.from({ length: ndim }, (_, at) => (at === axis ? vector.size : 1)),
  );

class Grid extends PyObject {
  readonly isSparse: boolean;
  constructor(options: { isSparse: boolean }) {
    super();
    this.isSparse = options.isSparse;
  }
}

function gridOf(grid: Grid, index: Value): Value {
  if (index instanceof PySlice) return sliceNumbers(index);
  if (!(index instanceof PyTuple)) return raiseTypeError("'int' object is not subscriptable");
  const vectors = index.items.map((item) =>
    item instanceof PySlice ? sliceNumbers(item) : raiseTypeError("'int' object is not subscriptable"),
  );
  const dtype = promoteAll(vectors.map((vector) => vector.dtype));
  const placed = vectors.map((vector, axis) => onAxis(cast(vector, dtype), axis, vectors.length));
  if (grid.isSparse) return listBefore2(placed);
  const shape = vectors.map((vector) => vector.size);
  reserve(dtype, elementCount(shape) * shape.length);
  return stack(
    placed.map((vector) => broadcastTo(vector, shape)),
    0,
  );
}

defineType<Grid>({
  name: 'nd_grid',
  module: 'numpy.lib.index_tricks',
  class: Grid,
  getItem: gridOf,
});

// --------------------------------------------------------------------------------------------------------- r_ and c_

interface Joining {
  readonly axis: number;
  readonly ndmin: number;
  readonly trans1d: number;
}

class Concatenator extends PyObject {
  readonly name: string;
  readonly joining: Joining;
  constructor(name: string, joining: Joining) {
    super();
    this.name = name;
    this.joining = joining;
  }
}

/** The text that may stand first: `'0,2'`: axis, least number of axes, where the array's own axes go. */
function directive(text: string, joining: Joining): Joining {
  if (text === 'r' || text === 'c') return notSupported(`numpy.r_['${text}', …] (it gives a matrix)`);
  const parts = text.split(',').map((part) => (/^\s*[+-]?\d+\s*$/.test(part) ? Number(part) : Number.NaN));
  if (parts.some(Number.isNaN))
    raiseValueError(parts.length > 1 ? `unknown special directive '${text}'` : `unknown special directive`);
  const [axis, ndmin, trans1d] = parts;
  return { axis: axis!, ndmin: ndmin ?? joining.ndmin, trans1d: trans1d ?? joining.trans1d };
}

const atLeast = (array: NDArray, ndim: number): NDArray =>
  array.ndim >= ndim
    ? array
    : reshape(array, [...new Array<number>(ndim - array.ndim).fill(1), ...array.shape]);

/** Puts the axes of an array of too few axes where `trans1d` wants them. */
function placed(array: NDArray, { ndmin, trans1d }: Joining): NDArray {
  const widened = atLeast(array, ndmin);
  if (trans1d === -1 || array.ndim >= ndmin) return widened;
  const added = ndmin - array.ndim;
  const first = trans1d < 0 ? trans1d + added + 1 : trans1d;
  const axes = [...new Array(ndmin).keys()];
  return permute(widened, [...axes.slice(0, first), ...axes.slice(added), ...axes.slice(first, added)]);
}

function joinedItems(self: Concatenator, index: Value): Value {
  const items = index instanceof PyTuple ? index.items : [index];
  let { joining } = self;
  const operands: Operand[] = [];
  for (const [at, item] of items.entries()) {
    if (typeof item === 'string') {
      if (at > 0) raiseValueError('special directives must be the first entry.');
      joining = directive(item, joining);
    } else if (item instanceof PySlice) operands.push({ kind: 'array', array: sliceNumbers(item) });
    else operands.push(operandOf(item) ?? { kind: 'array', array: arrayOf(item) });
  }
  if (operands.length === 0) raiseValueError('need at least one array to concatenate');
  const dtype = commonType(operands);
  const parts = operands.map((operand) => {
    const array = cast(operandArray(operand, dtype), dtype);
    return array.ndim === 0 ? atLeast(array, joining.ndmin) : placed(array, joining);
  });
  return concatenate(parts, joining.axis);
}

defineType<Concatenator>({
  name: 'AxisConcatenator',
  module: 'numpy.lib.index_tricks',
  class: Concatenator,
  getItem: joinedItems,
  length: () => 0,
});

class IndexExpression extends PyObject {
  readonly isTuple: boolean;
  constructor(options: { isTuple: boolean }) {
    super();
    this.isTuple = options.isTuple;
  }
}

defineType<IndexExpression>({
  name: 'IndexExpression',
  module: 'numpy.lib.index_tricks',
  class: IndexExpression,
  getItem: (self, index) => (self.isTuple && !(index instanceof PyTuple) ? new PyTuple([index]) : index),
});

/** Values of the module. */
export const gridValues: Readonly<Record<string, Value>> = {
  mgrid: new Grid({ isSparse: false }),
  ogrid: new Grid({ isSparse: true }),
  r_: new Concatenator('r_', { axis: 0, ndmin: 1, trans1d: -1 }),
  c_: new Concatenator('c_', { axis: -1, ndmin: 2, trans1d: 0 }),
  s_: new IndexExpression({ isTuple: false }),
  index_exp: new IndexExpression({ isTuple: true }),
};

// --------------------------------------------------------------------------------------------------------- functions

function openMesh(values: readonly Value[]): Value {
  return new PyTuple(
    values.map((value, axis) => {
      const array = arrayOf(value);
      if (array.ndim !== 1) raiseValueError('Cross index must be 1 dimensional');
      const empty = array.size === 0 ? cast(array, 'int64') : array;
      return onAxis(empty.dtype === 'bool' ? nonzero(empty)[0]! : empty, axis, values.length);
    }),
  );
}

/** The indices of every element of a shape, one array per axis. */
export function indexArrays(shape: Shape): NDArray[] {
  return shape.map((length, axis) => onAxis(counting(length), axis, shape.length));
}

function indices(dimensions: Value, dtype?: Value, sparse?: Value): Value {
  const shape = shapeOf(dimensions);
  const type = isMissing(dtype) ? 'int64' : toDType(dtype);
  const open = indexArrays(shape).map((array) => cast(array, type));
  if (flag(sparse, false)) return new PyTuple(open);
  reserve(type, elementCount(shape) * shape.length);
  if (shape.length === 0) return reshape(cast(arrayOf(0), type), [1]);
  return stack(
    open.map((array) => broadcastTo(array, shape)),
    0,
  );
}

function fromFunction(callee: Value, shape: Value, ...rest: (Value | undefined)[]): Value {
  const [dtype, , keywords] = rest as [Value | undefined, Value | undefined, Map<string, Value>];
  const type = isMissing(dtype) ? new PyFloat(0) : dtype;
  const wanted = type instanceof PyFloat ? 'float64' : toDType(type);
  const lengths = shapeOf(shape);
  reserve(wanted, elementCount(lengths) * lengths.length);
  const args = indexArrays(lengths).map((array) => broadcastTo(cast(array, wanted), lengths).copy());
  return call(callee, args, keywords.size > 0 ? keywords : null);
}

/** The place of an element as its indices. */
export function unravel(position: number, shape: Shape): number[] {
  let rest = position;
  const found = new Array<number>(shape.length);
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    found[axis] = rest % shape[axis]!;
    rest = Math.floor(rest / shape[axis]!);
  }
  return found;
}

const orderOf = (value: Value | undefined): 'C' | 'F' =>
  isMissing(value) || value === 'C'
    ? 'C'
    : value === 'F'
      ? 'F'
      : raiseValueError("order must be one of 'C', 'F', 'A', or 'K' (got something else)");

function unravelIndex(positions: Value, shape: Value, order?: Value): Value {
  const lengths = shapeOf(shape);
  const isFortran = orderOf(order) === 'F';
  const array = arrayOf(positions);
  if (!isDiscrete(array.dtype)) raiseTypeError('only int indices permitted');
  const size = elementCount(lengths);
  const steps = isFortran ? lengths.toReversed() : lengths;
  const places = Array.from(array.elements(), Number).map((position) => {
    if (position < 0 || position >= size)
      raiseValueError(`index ${position} is out of bounds for array with size ${size}`);
    const place = unravel(position, steps);
    return isFortran ? place.reverse() : place;
  });
  return new PyTuple(
    lengths.map((_, axis) => {
      const found = reshape(integerVector(places.map((place) => place[axis]!)), array.shape);
      return presented(found);
    }),
  );
}

function ravelMultiIndex(index: Value, dims: Value, mode?: Value, order?: Value): Value {
  const lengths = shapeOf(dims);
  const parts = (index instanceof PyTuple ? index.items : toArray(index)).map((part) => arrayOf(part));
  if (parts.length !== lengths.length)
    raiseValueError(`parameter multi_index must be a sequence of length ${lengths.length}`);
  const modes = mode instanceof PyTuple ? mode.items : lengths.map(() => mode ?? 'raise');
  const steps = orderOf(order) === 'F' ? fortranSteps(lengths) : contiguousStrides(lengths);
  const shape = broadcastShapes(parts.map((part) => part.shape));
  const spread = parts.map((part) => broadcastTo(part, shape).elements());
  const found = Array.from({ length: elementCount(shape) }, (_, i) =>
    spread.reduce(
      (sum, values, axis) => sum + steps[axis]! * placeIn(Number(values[i]), lengths[axis]!, modes[axis]!),
      0,
    ),
  );
  return presented(reshape(integerVector(found), shape));
}

function fortranSteps(lengths: Shape): number[] {
  return contiguousStrides(lengths.toReversed()).reverse();
}

/** An index brought into `0 ≤ i < length` as `mode` says: raise, wrap or clip. */
export function placeIn(index: number, length: number, mode: Value): number {
  if (mode === 'wrap') return ((index % length) + length) % length;
  if (mode === 'clip') return Math.min(Math.max(index, 0), length - 1);
  if (index < 0 || index >= length) raiseValueError('invalid entry in coordinates array');
  return index;
}

/** Functions of the module. */
export const gridFunctions = {
  'ix_(*args)': openMesh,
  'indices(dimensions, dtype?, sparse?)': indices,
  'fromfunction(function, shape, *, dtype?, like?, **kwargs)': fromFunction,
  'unravel_index(indices, shape, order?)': unravelIndex,
  'ravel_multi_index(multi_index, dims, mode?, order?)': ravelMultiIndex,
};

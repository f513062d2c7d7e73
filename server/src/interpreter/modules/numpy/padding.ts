/** `np.pad`, one axis after the other, as NumPy's `arraypad` does it. */
import { type DType, isFloat } from '../../../tensor/dtype.ts';
import { broadcastTo, cast, type NDArray } from '../../../tensor/ndarray.ts';
import { reduce } from '../../../tensor/reduce.ts';
import { concatenate, reshape } from '../../../tensor/shaping.ts';
import { PyDict } from '../../containers.ts';
import { notSupported, raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { call, isCallable } from '../../protocols/calls.ts';
import { PyList, PyTuple, type Value } from '../../values.ts';
import { integerOf } from './arguments.ts';
import { add, along, apply, divide, multiply, subtract } from './arrayMath.ts';
import { arrayOf, castChecked, integerVector, reserve } from './conversion.ts';
import { takeAxis } from './manipulation.ts';
import { total } from './ufuncReduce.ts';

type Pair = readonly [NDArray, NDArray];

/** A value for each side of each axis: one for all, one pair for all, or one pair per axis. */
function pairsOf(value: Value, ndim: number): Pair[] {
  const given = arrayOf(value);
  const spread =
    given.ndim === 2 && given.shape[0] === ndim && given.shape[1] === 1
      ? broadcastTo(given, [ndim, 2])
      : broadcastTo(given, [ndim, 2], 'operands');
  return Array.from({ length: ndim }, (_, axis) => {
    const row = along(spread, 0, { start: axis, stop: axis + 1 });
    return [reshape(along(row, 1, { stop: 1 }), []), reshape(along(row, 1, { start: 1 }), [])];
  });
}

function widthsOf(value: Value, array: NDArray): (readonly [number, number])[] {
  if (value instanceof PyDict) return widthsOfDict(value, array);
  const given = arrayOf(value);
  if (isFloat(given.dtype)) raiseTypeError('`pad_width` must be of integral type.');
  const pairs = pairsOf(value, array.ndim).map(
    ([low, high]) => [Number(low.at(0)), Number(high.at(0))] as const,
  );
  if (pairs.flat().some((width) => width < 0)) raiseValueError("index can't contain negative values");
  return pairs;
}

function widthsOfDict(value: PyDict, array: NDArray): (readonly [number, number])[] {
  const widths = array.shape.map(() => [0, 0] as [number, number]);
  for (const { key: axis, value: width } of value.table.entries()) {
    const at = integerOf(axis);
    const pair =
      width instanceof PyTuple || width instanceof PyList
        ? width.items.map(integerOf)
        : [integerOf(width), integerOf(width)];
    widths[at < 0 ? at + array.ndim : at] = [pair[0], pair[1]];
  }
  return widths;
}

interface Side {
  readonly axis: number;
  readonly before: number;
  readonly after: number;
}

/** Rows of `array` by number. */
const rowsAt = (array: NDArray, axis: number, rows: readonly number[]): NDArray =>
  takeAxis(array, integerVector(rows), axis);

const range = (count: number, at: (i: number) => number): number[] =>
  Array.from({ length: count }, (_, i) => at(i));

/** Modes that repeat elements: which row stands at place `i`, counted from the array's first. */
const repeating: Readonly<Record<string, (i: number, length: number) => number>> = {
  edge: (i, length) => Math.min(Math.max(i, 0), length - 1),
  wrap: (i, length) => ((i % length) + length) % length,
  symmetric: (i, length) => {
    const at = ((i % (2 * length)) + 2 * length) % (2 * length);
    return at < length ? at : 2 * length - 1 - at;
  },
  reflect: (i, length) => {
    if (length === 1) return 0;
    const period = 2 * (length - 1);
    const at = ((i % period) + period) % period;
    return at < length ? at : period - at;
  },
};

function repeated(array: NDArray, side: Side, mode: string): NDArray {
  const length = array.shape[side.axis];
  if (length === 0 && side.before + side.after > 0)
    raiseValueError(`can't extend empty axis ${side.axis} using modes other than 'constant' or 'empty'`);
  const choose = repeating[mode];
  return rowsAt(
    array,
    side.axis,
    range(side.before + length + side.after, (i) => choose(i - side.before, length)),
  );
}

/** Mirrors with the opposite sign around the edges, `reflect_type='odd'`, as often as needed. */
function oddlyReflected(array: NDArray, side: Side, mode: string): NDArray {
  const skip = mode === 'reflect' ? 1 : 0;
  let { before, after } = side;
  let found = array;
  const mirror = (width: number, { isBefore }: { readonly isBefore: boolean }): NDArray => {
    const length = found.shape[side.axis];
    const edge = rowsAt(found, side.axis, [isBefore ? 0 : length - 1]);
    const rows = isBefore
      ? range(width, (i) => width - 1 - i + skip)
      : range(width, (i) => length - 1 - skip - i);
    return cast(subtract(multiply(edge, 2), rowsAt(found, side.axis, rows)), array.dtype);
  };
  while (before > 0 || after > 0) {
    const most = found.shape[side.axis] - skip;
    if (most <= 0) return repeated(array, side, 'edge');
    const [left, right] = [Math.min(before, most), Math.min(after, most)];
    const parts = [
      ...(left > 0 ? [mirror(left, { isBefore: true })] : []),
      found,
      ...(right > 0 ? [mirror(right, { isBefore: false })] : []),
    ];
    found = concatenate(parts, side.axis);
    before -= left;
    after -= right;
  }
  return found;
}

function constantly(array: NDArray, side: Side, values: Pair): NDArray {
  const part = (width: number, value: NDArray): NDArray =>
    broadcastTo(castChecked(value, array.dtype), array.shape.with(side.axis, width));
  return concatenate([part(side.before, values[0]), array, part(side.after, values[1])], side.axis);
}

/** A ramp from the edge to an end value. */
function ramped(array: NDArray, side: Side, ends: Pair): NDArray {
  const length = array.shape[side.axis];
  const ramp = (width: number, end: NDArray, row: number): NDArray => {
    const edge = rowsAt(array, side.axis, [row]);
    const shape = array.shape.map((_, axis) => (axis === side.axis ? width : 1));
    const steps = reshape(cast(integerVector(range(width, (i) => i)), 'float64'), shape);
    const step = divide(subtract(edge, end), width);
    const points = add(multiply(steps, step), end);
    return cast(isFloat(array.dtype) ? points : apply('floor', points), array.dtype);
  };
  const before = ramp(side.before, ends[0], 0);
  const after = along(ramp(side.after, ends[1], length - 1), side.axis, { step: -1 });
  return concatenate([...(side.before ? [before] : []), array, ...(side.after ? [after] : [])], side.axis);
}

/** The maximum, mean, … of the rows near an edge. */
function statistic(array: NDArray, axis: number, mode: string): NDArray {
  const options = { axes: [axis] };
  const keep = (found: NDArray): NDArray => reshape(found, array.shape.with(axis, 1));
  if (mode === 'maximum' || mode === 'minimum') {
    const kind = mode === 'maximum' ? 'max' : 'min';
    return keep(reduce(array, kind, { ...options, accumulate: array.dtype, output: array.dtype }));
  }
  const dtype: DType = isFloat(array.dtype) ? array.dtype : 'float64';
  if (mode === 'median') return notSupported("numpy.pad(mode='median')");
  const mean = divide(total(array, 'sum', { ...options, dtype }), array.shape[axis]);
  return keep(cast(isFloat(array.dtype) ? mean : apply('rint', mean), array.dtype));
}

function withStatistic(
  array: NDArray,
  side: Side,
  near: { mode: string; lengths: readonly (number | null)[] },
): NDArray {
  const { axis } = side;
  const length = array.shape[axis];
  const parts = near.lengths.map((given, i) => {
    const count = Math.min(given ?? length, length);
    const rows =
      i === 0 ? along(array, axis, { stop: count }) : along(array, axis, { start: length - count });
    return broadcastTo(
      statistic(rows, axis, near.mode),
      array.shape.with(axis, i === 0 ? side.before : side.after),
    );
  });
  return concatenate([parts[0], array, parts[1]], axis);
}

const keywordsOfModes: Readonly<Record<string, readonly string[]>> = {
  empty: [],
  edge: [],
  wrap: [],
  constant: ['constant_values'],
  linear_ramp: ['end_values'],
  maximum: ['stat_length'],
  mean: ['stat_length'],
  median: ['stat_length'],
  minimum: ['stat_length'],
  reflect: ['reflect_type'],
  symmetric: ['reflect_type'],
};

function padAxis(
  array: NDArray,
  side: Side,
  request: { mode: string; keywords: ReadonlyMap<string, Value>; ndim: number },
): NDArray {
  const { mode, keywords, ndim } = request;
  const pair = (name: string): Pair => pairsOf(keywords.get(name) ?? 0, ndim)[side.axis];
  if (mode === 'constant' || mode === 'empty') return constantly(array, side, pair('constant_values'));
  if (mode === 'linear_ramp') return ramped(array, side, pair('end_values'));
  if (keywords.get('reflect_type') === 'odd') return oddlyReflected(array, side, mode);
  if (mode in repeating) return repeated(array, side, mode);
  const given = keywords.get('stat_length');
  const lengths =
    given === undefined || given === null
      ? [null, null]
      : pair('stat_length').map((each) => Number(each.at(0)));
  return withStatistic(array, side, { mode, lengths });
}

/** A function of the program fills the margins itself. */
function padByFunction(
  array: NDArray,
  widths: readonly (readonly [number, number])[],
  callee: Value,
  keywords: ReadonlyMap<string, Value>,
): NDArray {
  let padded = array;
  for (const [axis, [before, after]] of widths.entries())
    padded = constantly(padded, { axis, before, after }, pairsOf(0, array.ndim)[axis]);
  padded = padded.copy();
  for (const [axis, [before, after]] of widths.entries()) {
    const rest = padded.shape.with(axis, 1);
    const count = rest.reduce((product, length) => product * length, 1);
    for (let i = 0; i < count; i++) {
      const place = placeOf(i, rest);
      const { strides, offset } = padded.layout;
      const start = place.reduce((sum, index, at) => sum + index * strides[at], offset);
      const line = padded.view({ shape: [padded.shape[axis]], strides: [strides[axis]], offset: start });
      call(callee, [line, new PyTuple([before, after]), axis, PyDict.from([...keywords])]);
    }
  }
  return padded;
}

function placeOf(position: number, shape: readonly number[]): number[] {
  let rest = position;
  return shape.map((_, axis) => {
    const inner = shape.slice(axis + 1).reduce((product, length) => product * length, 1);
    const index = Math.floor(rest / inner);
    rest -= index * inner;
    return index;
  });
}

function pad(value: Value, width: Value, mode: Value | undefined, keywords: Map<string, Value>): Value {
  const array = arrayOf(value);
  const widths = widthsOf(width, array);
  reserve(
    array.dtype,
    array.shape.reduce((size, length, axis) => size * (length + widths[axis][0] + widths[axis][1]), 1),
  );
  const name = mode ?? 'constant';
  if (isCallable(name)) return padByFunction(array, widths, name, keywords);
  const allowed =
    typeof name === 'string' && Object.hasOwn(keywordsOfModes, name) ? keywordsOfModes[name] : null;
  if (allowed === null) return raiseValueError(`mode '${String(name)}' is not supported`);
  const unknown = [...keywords.keys()].filter((each) => !allowed.includes(each));
  if (unknown.length > 0)
    raiseValueError(
      `unsupported keyword arguments for mode '${String(name)}': {${unknown.map((each) => `'${each}'`).join(', ')}}`,
    );
  let found = array;
  for (const [axis, [before, after]] of widths.entries())
    found = padAxis(found, { axis, before, after }, { mode: name as string, keywords, ndim: array.ndim });
  return found === array ? array.copy() : found;
}

/** Functions of the module. */
export const paddingFunctions = { 'pad(array, pad_width, mode?, **kwargs)': pad };

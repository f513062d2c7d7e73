/** Picking and placing elements: take, put, choose, select, piecewise, compress, extract, place, copyto, … */
import { promoteAll } from '../../../tensor/dtype.ts';
import { getItem, type IndexItem, nonzero, setItem } from '../../../tensor/indexing.ts';
import {
  assign,
  broadcastTo,
  cast,
  isNonZero,
  NDArray,
  positionOffset,
  zeros,
} from '../../../tensor/ndarray.ts';
import { broadcastShapes, elementCount } from '../../../tensor/shape.ts';
import { transpose } from '../../../tensor/shaping.ts';
import { raiseIndexError, raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { call, isCallable } from '../../protocols/calls.ts';
import { toArray } from '../../protocols/iteration.ts';
import { typeOf } from '../../pyType.ts';
import { PyList, PyTuple, type Value } from '../../values.ts';
import { axisOf, type Given, isMissing, outputOf } from './arguments.ts';
import { apply, flat, numbersOf } from './arrayMath.ts';
import { arrayOf, castChecked, reserve } from './conversion.ts';
import { mix } from './creation.ts';
import { indexArrays } from './grids.ts';
import { takeAxis } from './manipulation.ts';
import { presented } from './numpyScalar.ts';
import { commonType, operandArray, operandOf } from './promotion.ts';
import { checkWritable } from './readOnly.ts';
import { canCastSameKind } from './ufuncs.ts';

/** An array that a program wants to change. */
function targetOf(value: Value): NDArray {
  if (!(value instanceof NDArray))
    raiseTypeError(`argument 1 must be numpy.ndarray, not ${typeOf(value).name.replace(/^numpy\./, '')}`);
  checkWritable(value);
  return value;
}

const store = (target: NDArray, position: number, source: NDArray, from: number): void => {
  target.storage[positionOffset(target.layout, position)] = source.at(from) as never;
};

function put(array: Value, indices: Value, values: Value, mode?: Value): Value {
  const target = targetOf(array);
  const source = flat(castChecked(arrayOf(values), target.dtype));
  if (source.size === 0) return null;
  numbersOf(arrayOf(indices)).forEach((index, i) => {
    store(target, placed(index, target.size, mode ?? 'raise'), source, i % source.size);
  });
  return null;
}

function placed(index: number, size: number, mode: Value): number {
  if (mode === 'wrap') return ((index % size) + size) % size;
  if (mode === 'clip') return Math.min(Math.max(index, 0), size - 1);
  if (index < -size || index >= size)
    raiseIndexError(`index ${index} is out of bounds for axis 0 with size ${size}`);
  return index < 0 ? index + size : index;
}

function putMask(array: Value, mask: Value, values: Value): Value {
  const target = targetOf(array);
  const flags = flat(cast(arrayOf(mask), 'bool'));
  if (flags.size !== target.size) raiseValueError('putmask: mask and data must be the same size');
  const source = flat(castChecked(arrayOf(values), target.dtype));
  if (source.size === 0) return null;
  for (let i = 0; i < target.size; i++) if (flags.at(i)) store(target, i, source, i % source.size);
  return null;
}

function place(array: Value, mask: Value, values: Value): Value {
  const target = targetOf(array);
  const flags = flat(cast(arrayOf(mask), 'bool'));
  if (flags.size !== target.size) raiseValueError('place: mask and data must be the same size');
  const source = flat(castChecked(arrayOf(values), target.dtype));
  let next = 0;
  for (let i = 0; i < target.size; i++) {
    if (!flags.at(i)) continue;
    if (source.size === 0) raiseValueError('Cannot insert from an empty array!');
    store(target, i, source, next++ % source.size);
  }
  return null;
}

function copyTo(array: Value, source: Value, ...[casting, where]: Given): Value {
  const target = targetOf(array);
  const given = operandOf(source) ?? { kind: 'array' as const, array: arrayOf(source) };
  const from = operandArray(given, target.dtype);
  const rule = isMissing(casting) ? 'same_kind' : casting;
  if (given.kind === 'array' && rule === 'same_kind' && !canCastSameKind(from.dtype, target.dtype))
    raiseTypeError(
      `Cannot cast array data from dtype('${from.dtype}') to dtype('${target.dtype}') according to the rule 'same_kind'`,
    );
  const values = castChecked(from, target.dtype);
  if (isMissing(where) || where === true) {
    assign(target, values);
    return null;
  }
  const mask = broadcastTo(cast(arrayOf(where), 'bool'), target.shape);
  const spread = broadcastTo(values, target.shape, 'input array');
  for (let i = 0; i < target.size; i++) if (mask.at(i)) store(target, i, spread, i);
  return null;
}

// ------------------------------------------------------------------------------------------------- along an axis

/** The indices of every element, with those of one axis replaced. */
function axisIndex(array: NDArray, indices: NDArray, axis: number): IndexItem[] {
  if (indices.ndim !== array.ndim)
    raiseValueError('`indices` and `arr` must have the same number of dimensions');
  if (indices.dtype !== 'bool' && !/^u?int/.test(indices.dtype))
    raiseIndexError('`indices` must be an integer array');
  const shape = array.shape.with(axis, 1);
  return indexArrays(shape).map((own, at) => ({ kind: 'array', array: at === axis ? indices : own }));
}

function takeAlongAxis(value: Value, indices: Value, axis?: Value): Value {
  const given = arrayOf(value);
  const array = axis === null ? flat(given) : given;
  const at = isMissing(axis) ? array.ndim - 1 : axisOf(axis, array.ndim);
  return getItem(array, axisIndex(array, arrayOf(indices), at));
}

function putAlongAxis(value: Value, indices: Value, values: Value, axis?: Value): Value {
  const target = targetOf(value);
  const array = isMissing(axis) ? flat(target) : target;
  const at = isMissing(axis) ? 0 : axisOf(axis, array.ndim);
  setItem(array, axisIndex(array, arrayOf(indices), at), castChecked(arrayOf(values), array.dtype));
  return null;
}

function compress(condition: Value, value: Value, ...[axis, out]: Given): Value {
  const given = arrayOf(value);
  const array = isMissing(axis) ? flat(given) : given;
  const at = isMissing(axis) ? 0 : axisOf(axis, array.ndim);
  const mask = cast(arrayOf(condition), 'bool');
  if (mask.ndim !== 1) raiseValueError('condition must be a 1-d array');
  const rows = nonzero(mask)[0];
  const last = rows.size === 0 ? -1 : Number(rows.at(rows.size - 1));
  if (last >= array.shape[at])
    raiseIndexError(`index ${last} is out of bounds for axis ${at} with size ${array.shape[at]}`);
  const found = takeAxis(array, rows, at);
  const target = outputOf(out);
  if (target === undefined) return found;
  assign(target, found);
  return target;
}

const extract = (condition: Value, value: Value): Value => {
  const array = flat(arrayOf(value));
  return takeAxis(array, nonzero(cast(flat(arrayOf(condition)), 'bool'))[0], 0);
};

// ------------------------------------------------------------------------------------------------------------- choices

function choose(index: Value, choices: Value, ...[out, mode]: Given): Value {
  const places = arrayOf(index);
  const options = toArray(choices).map((each) => arrayOf(each));
  if (options.length === 0) raiseValueError('need at least one array to choose from');
  const dtype = promoteAll(options.map((option) => option.dtype));
  const shape = broadcastShapes([places.shape, ...options.map((option) => option.shape)]);
  reserve(dtype, elementCount(shape));
  const result = zeros(dtype, shape);
  const at = broadcastTo(places, shape);
  const spread = options.map((option) => broadcastTo(cast(option, dtype), shape));
  for (let i = 0; i < result.size; i++) {
    const chosen = Number(at.at(i));
    if (isMissing(mode) || mode === 'raise') {
      if (chosen < 0 || chosen >= options.length) raiseValueError('invalid entry in choice array');
    }
    result.storage[i] = spread[placed(chosen, options.length, mode ?? 'raise')].at(i) as never;
  }
  const target = outputOf(out);
  if (target === undefined) return presented(result);
  assign(target, castChecked(result, target.dtype));
  return target;
}

function select(conditions: Value, choices: Value, missing?: Value): Value {
  const masks = toArray(conditions).map((mask) => arrayOf(mask));
  const options = toArray(choices);
  if (masks.length !== options.length)
    raiseValueError('list of cases must be same length as list of conditions');
  if (masks.length === 0) raiseValueError('select with an empty condition list is not possible');
  for (const [i, mask] of masks.entries())
    if (mask.dtype !== 'bool') raiseTypeError(`invalid entry ${i} in condlist: should be boolean ndarray`);
  const operands = [...options, missing ?? 0].map(
    (value) => operandOf(value) ?? { kind: 'array' as const, array: arrayOf(value) },
  );
  const dtype = commonType(operands);
  const arrays = operands.map((operand) => cast(operandArray(operand, dtype), dtype));
  const shape = broadcastShapes([...masks, ...arrays].map((array) => array.shape));
  let found = broadcastTo(arrays.at(-1)!, shape);
  for (let i = masks.length - 1; i >= 0; i--) found = mix(masks[i], arrays[i], found);
  return presented(found.shape.join() === shape.join() ? found : broadcastTo(found, shape).copy());
}

/** The conditions of piecewise, with the one for everything else. */
function piecewiseMasks(array: NDArray, conditions: Value, count: number): NDArray[] {
  const given = conditions instanceof NDArray || isSingleCondition(conditions) ? arrayOf(conditions) : null;
  const list =
    given !== null && given.ndim === array.ndim ? [given] : toArray(conditions).map((each) => arrayOf(each));
  const masks = list.map((mask) => cast(mask, 'bool'));
  if (count === masks.length) return masks;
  if (count !== masks.length + 1)
    raiseValueError(
      `with ${masks.length} condition(s), either ${masks.length} or ${masks.length + 1} functions are expected`,
    );
  return [
    ...masks,
    apply(
      'logical_not',
      masks.reduce((a, b) => apply('logical_or', a, b)),
    ),
  ];
}

const isSingleCondition = (value: Value): boolean =>
  typeof value === 'boolean' ||
  ((value instanceof PyList || value instanceof PyTuple) && typeof value.items[0] === 'boolean');

function piecewise(
  value: Value,
  conditions: Value,
  callees: Value,
  ...extra: [args: Value[], keywords: Map<string, Value>]
): Value {
  const [args, keywords] = extra;
  const array = arrayOf(value);
  const functions = toArray(callees);
  const masks = piecewiseMasks(array, conditions, functions.length);
  const result = zeros(array.dtype, array.shape);
  for (const [i, callee] of functions.entries()) {
    const mask: IndexItem[] = [{ kind: 'array', array: broadcastTo(masks[i], array.shape) }];
    if (array.ndim === 0) {
      if (!masks[i].at(0)) continue;
      const found = isCallable(callee) ? call(callee, [presented(array), ...args], keywords) : callee;
      assign(result, castChecked(arrayOf(found), array.dtype));
      continue;
    }
    const picked = getItem(array, mask);
    if (isCallable(callee) && picked.size === 0) continue;
    const found = isCallable(callee)
      ? call(callee, [picked, ...args], keywords.size > 0 ? keywords : null)
      : callee;
    setItem(result, mask, castChecked(arrayOf(found), array.dtype));
  }
  return result;
}

function argWhere(value: Value): Value {
  const array = arrayOf(value);
  if (array.ndim === 0) return zeros('int64', [isNonZero(array.at(0)) ? 1 : 0, 0]);
  const places = nonzero(array);
  const length = places[0].size;
  const stacked = zeros('int64', [places.length, length]);
  for (const [axis, each] of places.entries()) {
    const { strides, offset } = stacked.layout;
    assign(
      stacked.view({ shape: [length], strides: [strides[1]], offset: offset + axis * strides[0] }),
      each,
    );
  }
  return transpose(stacked);
}

/** Methods that are functions of the module too. */
export const selectionMethods = {
  'choose(choices, out?, mode?)': (array: NDArray, choices: Value, ...given: Given) =>
    choose(array, choices, ...given),
  'put(indices, values, mode?)': (array: NDArray, ...[indices, values, mode]: Given) =>
    put(array, indices as Value, values as Value, mode),
  'compress(condition, axis?, out?)': (array: NDArray, condition: Value, ...given: Given) =>
    compress(condition, array, ...given),
};

/** Functions of the module. */
export const selectionFunctions = {
  'put(a, ind, v, mode?)': put,
  'putmask(a, mask, values)': putMask,
  'place(arr, mask, vals)': place,
  'copyto(dst, src, casting?, where?)': copyTo,
  'take_along_axis(arr, indices, axis?)': takeAlongAxis,
  'put_along_axis(arr, indices, values, axis)': putAlongAxis,
  'compress(condition, a, axis?, out?)': compress,
  'extract(condition, arr)': extract,
  'choose(a, choices, out?, mode?)': choose,
  'select(condlist, choicelist, default?)': select,
  'piecewise(x, condlist, funclist, *args, **kw)': piecewise,
  'argwhere(a)': argWhere,
};

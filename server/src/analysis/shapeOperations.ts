/**
 * Types of operations that only move elements: transposing, reshaping, padding, joining, repeating.
 * Checked against Theano 1.0.5, Aesara 2.9.4 and PyTensor 3.0.7.
 */
import { exactElements } from './objects.ts';
import { argumentOf, type OperationCall, ofFirst, type Rule } from './operationCall.ts';
import { axisOf } from './operationRules.ts';
import { anyAxes, axes, axisAt, dimshuffled, joinedShape, type Shape, surely } from './shapes.ts';
import { axesIn, flagOf, integerOf, isAbsent, shapeOf } from './tensorArguments.ts';
import { asTensor, promoted, unknownTensor } from './tensorRules.ts';
import { type AxisLength, ndimOf, type TensorFact } from './terms.ts';
import type { Value } from './values.ts';

/** Arguments after the first, of which one alone may be a list of them. */
function listed(
  call: OperationCall,
  values: readonly (Value | undefined)[],
): readonly (Value | undefined)[] | null {
  const [only] = values;
  if (values.length !== 1 || only === undefined) return values;
  if (only.kind === 'number' || only.kind === 'text') return values;
  return exactElements(call.machine, only);
}

/** `x.dimshuffle(0, 'x', 1)`. */
export const dimshuffleRule: Rule = ofFirst((type, call) => {
  const items = listed(call, call.values.slice(1));
  const pattern = (items ?? [undefined]).map((item) =>
    item?.kind === 'text' && item.text === 'x' ? 'x' : integerOf(item),
  );
  const isKnown = pattern.every((item) => item !== null);
  const shape = isKnown ? dimshuffled(type.shape, pattern) : axes(items?.length ?? null);
  return { dtype: type.dtype, shape };
});

/** `x.transpose(…)`, `transpose(x, axes)`, `x.T`. */
export const transposeRule: Rule = ofFirst((type, call) => ({
  dtype: type.dtype,
  shape: transposed(call, type.shape),
}));

/** All axes the other way round. */
export const reversedAxes = (shape: Shape): Shape =>
  shape === null || shape.length < 2 ? shape : shape.toReversed();

function transposed(call: OperationCall, shape: Shape): Shape {
  const given = call.values.slice(1).filter((value) => !isAbsent(value));
  if (given.length === 0) return reversedAxes(shape);
  const order = listed(call, given)?.map(integerOf);
  if (order === undefined || shape === null || order.length !== shape.length)
    return axes(shape?.length ?? null);
  const places = order.map((axis) => (axis === null ? null : axisAt(axis, shape.length)));
  return places.every((place) => place !== null) ? dimshuffled(shape, places) : axes(shape.length);
}

/** As many axes as before, in an order that is not followed. */
export const reordered: Rule = ofFirst((type) => ({
  dtype: type.dtype,
  shape: type.shape?.every((length) => length === 'any') ? type.shape : axes(ndimOf(type)),
}));

export const swapaxesRule: Rule = ofFirst((type, call) => {
  const { shape } = type;
  const [a, b] = [integerOf(call.values[1]), integerOf(call.values[2])];
  if (shape === null || a === null || b === null) return { dtype: type.dtype, shape: axes(ndimOf(type)) };
  const [left, right] = [axisAt(a, shape.length), axisAt(b, shape.length)];
  if (left === null || right === null) return unknownTensor;
  const swapped = shape.with(left, shape[right] ?? null).with(right, shape[left] ?? null);
  return { dtype: type.dtype, shape: swapped };
});

// ------------------------------------------------------------------------------------------------------------ reshaping

/** `reshape(x, shape, ndim)`. */
export const reshapeRule: Rule = ofFirst((type, call) => {
  const given = argumentOf(call, 'newshape') ?? argumentOf(call, 'shape');
  const ndim = argumentOf(call, 'ndim');
  const counted = integerOf(ndim);
  if (!isAbsent(ndim)) {
    const written = reshaped(call, type, given);
    return { dtype: type.dtype, shape: written?.length === counted ? written : axes(counted) };
  }
  return { dtype: type.dtype, shape: reshaped(call, type, given) };
});

function reshaped(call: OperationCall, type: TensorFact, given: Value | undefined): Shape {
  // A number alone is refused by some of the libraries.
  if (given === undefined || given.kind === 'number') return null;
  const items = exactElements(call.machine, given);
  const shape = shapeOf(call.machine, given);
  if (shape === null) return null;
  // Where PyTensor knows all lengths before, it works out the only one that it does not know after.
  const isOpen = type.shape?.includes('any') ?? false;
  return shape.map((length, axis) => {
    const isLeft = length === 'any' || integerOf(items?.[axis]) === -1;
    return isLeft ? (isOpen ? 'any' : null) : length;
  });
}

/** `flatten(x, ndim)`: the last axes become one. */
export const flattenRule: Rule = ofFirst((type, call) => {
  const given = argumentOf(call, 'ndim') ?? argumentOf(call, 'outdim');
  const count = given === undefined ? 1 : integerOf(given);
  return { dtype: type.dtype, shape: count === null ? null : flattened(type.shape, count) };
});

function flattened(shape: Shape, count: number): Shape {
  if (shape === null || count < 1 || count > Math.max(shape.length, 1)) return axes(count);
  if (shape.length === count) return shape;
  const rest = shape.slice(count - 1);
  const last: AxisLength = rest.every((length) => length === 1) ? 1 : rest.includes('any') ? 'any' : null;
  return [...shape.slice(0, count - 1), last];
}

/** `squeeze(x)`: only the axes go that the library knows to have length 1. */
export const squeezeRule: Rule = ofFirst((type, call) => {
  const { dtype, shape } = type;
  const axis = argumentOf(call, 'axis');
  if (shape === null) return { dtype, shape: null };
  if (isAbsent(axis)) {
    return {
      dtype,
      shape: shape.every((length) => length !== null) ? shape.filter((length) => length !== 1) : null,
    };
  }
  const gone = axesIn(call.machine, axis, shape.length);
  return { dtype, shape: gone === null ? null : shape.filter((_, at) => !gone.has(at)) };
});

// -------------------------------------------------------------------------------------------------- axes of length one

/** `unbroadcast(x, *axes)` and `addbroadcast`. */
export const markedAxes = (length: AxisLength): Rule =>
  ofFirst((type, call) => {
    const { dtype, shape } = type;
    const marked = call.values.slice(1).map(integerOf);
    if (shape === null) return { dtype, shape: null };
    const places = new Set(marked.map((axis) => (axis === null ? null : axisAt(axis, shape.length))));
    if (places.has(null)) return { dtype, shape: axes(shape.length) };
    const isLong = (before: AxisLength) => length === 'any' && typeof before === 'number' && before !== 1;
    const isKept = (before: AxisLength, at: number) => !places.has(at) || isLong(before);
    return { dtype, shape: shape.map((before, at) => (isKept(before, at) ? before : length)) };
  });

/** `patternbroadcast(x, (True, False))`. */
export const patternRule: Rule = ofFirst((type, call) => {
  const pattern = exactElements(call.machine, call.values[1] ?? { kind: 'unknown' })?.map(flagOf);
  const shape = pattern?.map((isOne): AxisLength => (isOne === null ? null : isOne ? 1 : 'any'));
  return { dtype: type.dtype, shape: shape ?? axes(ndimOf(type)) };
});

/** `specify_shape(x, shape)`: PyTensor and Aesara believe it at once, Theano only when it runs. */
export const specifyShapeRule: Rule = ofFirst((type, call) => {
  const { dtype, shape } = type;
  const elements = exactElements(call.machine, call.values[1] ?? { kind: 'unknown' });
  if (shape === null || elements?.length !== shape.length) return { dtype, shape: axes(ndimOf(type)) };
  const lengths = elements.map((element, at): AxisLength => {
    const length = integerOf(element);
    if (element.kind === 'none') return shape[at] ?? null;
    return length === null ? null : surely(length);
  });
  return { dtype, shape: lengths };
});

/** `shape_padleft(x, n)` and `shape_padright`. */
export const padded = (side: 'left' | 'right'): Rule =>
  ofFirst((type, call) => {
    const count = call.values[1] === undefined ? 1 : integerOf(call.values[1]);
    if (type.shape === null || count === null) return { dtype: type.dtype, shape: null };
    const ones = new Array<AxisLength>(Math.min(count, 8)).fill(1);
    return {
      dtype: type.dtype,
      shape: side === 'left' ? [...ones, ...type.shape] : [...type.shape, ...ones],
    };
  });

/** `expand_dims(x, axis)`, `shape_padaxis`: one axis of length 1 more. */
export const expandRule: Rule = ofFirst((type, call) => {
  const axis = integerOf(argumentOf(call, 'axis'));
  const place = axis === null || type.shape === null ? null : axisAt(axis, type.shape.length + 1);
  if (place === null || type.shape === null) return { dtype: type.dtype, shape: null };
  return { dtype: type.dtype, shape: type.shape.toSpliced(place, 0, 1) };
});

// -------------------------------------------------------------------------------------------------- joins and repeating

/** `concatenate(list, axis)`. */
export const concatenateRule: Rule = (call) => joined(call, call.values[0], argumentOf(call, 'axis'));

/** `join(axis, *tensors)`. */
export const joinRule: Rule = (call) => {
  const [axis, ...parts] = call.values;
  const tensors = parts.map((part) => (part === undefined ? null : asTensor(part)));
  return tensors.every((type) => type !== null) ? joinedType(tensors, integerOf(axis)) : unknownTensor;
};

function joined(call: OperationCall, list: Value | undefined, axis: Value | undefined): TensorFact {
  const elements = list === undefined ? null : exactElements(call.machine, list);
  const tensors = elements?.map(asTensor) ?? [];
  const isKnown = tensors.length > 0 && tensors.every((type) => type !== null);
  return isKnown ? joinedType(tensors, axis === undefined ? 0 : integerOf(axis)) : unknownTensor;
}

function joinedType(tensors: readonly TensorFact[], axis: number | null): TensorFact {
  const { dtype } = promoted(tensors);
  const shapes = tensors.map((type) => type.shape);
  const [first] = shapes;
  return { dtype, shape: axis === null ? axes(first?.length ?? null) : joinedShape(shapes, axis) };
}

/** `stack(list, axis)`: a new axis. */
export const stackRule: Rule = (call) => {
  const elements = exactElements(call.machine, call.values[0] ?? { kind: 'unknown' });
  const tensors = elements?.map(asTensor) ?? [];
  const isKnown = tensors.length > 0 && tensors.every((type) => type !== null);
  if (!isKnown) return unknownTensor;
  const { dtype } = promoted(tensors);
  const shapes = tensors.map((type) => type.shape);
  const together = shapes.reduce((a, b) =>
    a === null || b === null || a.length !== b.length ? null : commonAxes(a, b),
  );
  if (together === null) return { dtype, shape: null };
  const axis = call.parameters.length > 1 ? argumentOf(call, 'axis') : undefined;
  const place = axis === undefined ? 0 : axisAt(integerOf(axis) ?? Number.NaN, together.length + 1);
  const shape =
    place === null ? axes(together.length + 1) : together.toSpliced(place, 0, surely(shapes.length));
  return { dtype, shape };
};

const commonAxes = (a: readonly AxisLength[], b: readonly AxisLength[]): readonly AxisLength[] =>
  a.map((length, at) => (length === b[at] ? length : null));

/** `repeat(x, repeats, axis)`. */
export const repeatRule: Rule = ofFirst((type, call) => {
  const { dtype, shape } = type;
  if (isAbsent(argumentOf(call, 'axis'))) return { dtype, shape: anyAxes(1) };
  const place = axisOf(call, 'axis', shape);
  if (shape === null || place === null) return { dtype, shape: axes(ndimOf(type)) };
  const before = shape[place] ?? null;
  const count = integerOf(call.values[1]);
  const isNumbered = typeof before === 'number' && count !== null;
  const length = isNumbered ? surely(before * count) : before === 'any' ? 'any' : null;
  return { dtype, shape: shape.with(place, length) };
});

/** `tile(x, reps, ndim)`. */
export const tileRule: Rule = ofFirst((type, call) => {
  const { dtype, shape } = type;
  const [, given, ndim] = call.values;
  const reps = given === undefined ? null : shapeOf(call.machine, given);
  const counted = isAbsent(ndim)
    ? Math.max(reps?.length ?? Number.NaN, shape?.length ?? Number.NaN)
    : integerOf(ndim);
  if (counted === null || Number.isNaN(counted)) return { dtype, shape: null };
  const isOpen = shape?.length === counted && shape.every((length) => length === 'any');
  return { dtype, shape: isOpen ? shape : axes(counted) };
});

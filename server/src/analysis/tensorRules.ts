/**
 * Dtype and number of axes of symbolic expressions, under both settings of floatX at once.
 *
 * Theano 1.0.5's rules (`scalar.upcast`, `constant`, `true_div`); Aesara and PyTensor share them. An operation that is
 * not listed has an unknown dtype: nothing here guesses.
 */
import type { BinaryOperator } from '../python/syntax.ts';
import { type DType, isDiscrete } from '../tensor/dtype.ts';
import {
  bothDTypes,
  combineDTypes,
  commonDType,
  dtypePair,
  floatXDType,
  mapDType,
  unknownDType,
} from './dtypePairs.ts';
import { joinOrigins } from './joinValues.ts';
import { broadcastShapes, commonShape, dotShape, noAxes } from './shapes.ts';
import type { DTypeByFloatX, TensorFact } from './terms.ts';
import {
  type NumberValue,
  noOrigins,
  type Origins,
  optionsOf,
  type SymbolicValue,
  type Value,
} from './values.ts';

export { bothDTypes, floatXDType, mapDType, unknownDType } from './dtypePairs.ts';
export { axes } from './shapes.ts';

export const unknownTensor: TensorFact = { dtype: unknownDType, shape: null };

/** A symbolic variable of which only this is known. */
export const symbolic = (type: TensorFact, origins = noOrigins): SymbolicValue => ({
  kind: 'symbolic',
  dtype: type.dtype,
  shape: type.shape,
  origins,
  isOpaque: false,
});

/** The tensor that a value becomes as an operand; null for what is no tensor or not known to be one. */
export function asTensor(value: Value): TensorFact | null {
  switch (value.kind) {
    case 'symbolic':
    case 'array':
      return value;
    case 'shared':
      return value.record.type;
    case 'number':
      return { dtype: constantDType(value), shape: noAxes };
    case 'union':
      return commonTensor(value.options);
    default:
      return null;
  }
}

/** What all alternatives agree on; null when one is no tensor. */
function commonTensor(options: readonly Value[]): TensorFact | null {
  const types = options.map(asTensor);
  const [first = null, ...others] = types;
  return others.reduce((a, b) => (a === null || b === null ? null : bothTypes(a, b)), first);
}

const bothTypes = (a: TensorFact, b: TensorFact): TensorFact => ({
  dtype: commonDType(a.dtype, b.dtype),
  shape: commonShape(a.shape, b.shape),
});

/**
 * Theano's autocast: the narrowest integer; float32 for a float that it holds exactly, else floatX. Under
 * `floatX=float32` every Python float is a float32.
 */
export function constantDType({ value, variety }: NumberValue): DTypeByFloatX {
  if (variety === 'bool') return bothDTypes('bool');
  if (variety === 'float') {
    if (value === null) return dtypePair('float32', null);
    return Math.fround(value) === value ? bothDTypes('float32') : floatXDType;
  }
  if (value === null) return unknownDType;
  if (-128 <= value && value <= 127) return bothDTypes('int8');
  if (-32768 <= value && value <= 32767) return bothDTypes('int16');
  if (-2147483648 <= value && value <= 2147483647) return bothDTypes('int32');
  return Number.isSafeInteger(value) ? bothDTypes('int64') : unknownDType;
}

/** The type of an elementwise operation on all of `types`. */
export function promoted(types: readonly TensorFact[]): TensorFact {
  const [first, ...others] = types;
  return first === undefined ? unknownTensor : others.reduce(promotedPair, first);
}

const promotedPair = (a: TensorFact, b: TensorFact): TensorFact => ({
  dtype: combineDTypes(a.dtype, b.dtype),
  shape: broadcastShapes(a.shape, b.shape),
});

/** Operations of which the result says nothing about the values of the operands. */
export const shapeOnlyOperations: ReadonlySet<string> = new Set([
  'zeros_like',
  'ones_like',
  'shape',
  'ndim',
  'size',
]);

/** What an elementwise operation does to the promoted dtype of its operands. */
export type ElementwiseRule = 'same' | 'toFloat' | 'divide' | 'bool' | 'bits';

/** The dtype of an elementwise operation whose operands have `dtype` together. */
export function elementwiseDType(rule: ElementwiseRule, dtype: DTypeByFloatX): DTypeByFloatX {
  switch (rule) {
    case 'same':
      return dtype;
    case 'toFloat':
      return mapDType(dtype, floatFor);
    case 'divide':
      return mapDType(dtype, (type, floatX) => (isDiscrete(type) ? floatX : type));
    case 'bool':
      return bothDTypes('bool');
    case 'bits':
      return mapDType(dtype, (type) => (isDiscrete(type) ? type : null));
  }
}

/** `upgrade_to_float`: the float that holds the values of an integer type. */
function floatFor(dtype: DType): DType {
  if (!isDiscrete(dtype)) return dtype;
  return dtype === 'int32' || dtype === 'int64' || dtype === 'uint32' || dtype === 'uint64'
    ? 'float64'
    : 'float32';
}

const operatorRules: Readonly<Record<BinaryOperator, ElementwiseRule | 'dot' | null>> = {
  '+': 'same',
  '-': 'same',
  '*': 'same',
  '/': 'divide',
  '//': 'same',
  '%': 'same',
  '**': 'same',
  '@': 'dot',
  '&': 'bits',
  '|': 'bits',
  '^': 'bits',
  '<<': null,
  '>>': null,
};

/** The result of an operator on two values of which at least one is symbolic. */
export function operatorResult(operator: BinaryOperator, left: Value, right: Value): SymbolicValue {
  const [a, b] = [asTensor(left), asTensor(right)];
  const type = a === null || b === null ? unknownTensor : operatorType(operator, a, b);
  return {
    kind: 'symbolic',
    dtype: type.dtype,
    shape: type.shape,
    origins: originsOf([left, right]),
    isOpaque: isOpaque(left) || isOpaque(right),
  };
}

function operatorType(operator: BinaryOperator, left: TensorFact, right: TensorFact): TensorFact {
  const rule = operatorRules[operator];
  if (rule === null) return unknownTensor;
  const dtype = combineDTypes(left.dtype, right.dtype);
  if (rule !== 'dot') {
    return { dtype: elementwiseDType(rule, dtype), shape: broadcastShapes(left.shape, right.shape) };
  }
  // Beyond two axes on the right Aesara sums like `dot` and PyTensor like NumPy's `matmul`.
  const isPlain = right.shape !== null && right.shape.length <= 2;
  return { dtype, shape: isPlain ? dotShape(left.shape, right.shape) : null };
}

/** What the operands themselves depend on (not what containers among them hold). */
export function originsOf(values: readonly Value[]): Origins {
  let origins = noOrigins;
  for (const value of values) {
    for (const option of optionsOf(value)) origins = joinOrigins(origins, originsOfOne(option));
  }
  return origins;
}

function originsOfOne(value: Value): Origins {
  if (value.kind === 'symbolic' || value.kind === 'generator') return value.origins;
  return value.kind === 'shared' ? value.record.alone : noOrigins;
}

/** True when something that is not understood is part of the value. */
export function isOpaque(value: Value): boolean {
  if (value.kind === 'symbolic') return value.isOpaque;
  if (value.kind === 'union') return value.options.some(isOpaque);
  return value.kind === 'unknown';
}

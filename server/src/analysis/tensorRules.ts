/**
 * Dtype and number of axes of symbolic expressions, under both settings of floatX at once.
 *
 * Theano 1.0.5's rules (`scalar.upcast`, `constant`, `true_div`); Aesara and PyTensor share them. An operation that is
 * not listed has an unknown dtype: nothing here guesses.
 */
import { type DType, isDiscrete, promote } from '../tensor/dtype.ts';
import { joinOrigins } from './joinValues.ts';
import { type DTypeByFloatX, ndimOf, type TensorFact } from './terms.ts';
import {
  type NumberValue,
  noOrigins,
  type Origins,
  optionsOf,
  type SymbolicValue,
  type Value,
} from './values.ts';

export const unknownDType: DTypeByFloatX = { float32: null, float64: null };
export const floatXDType: DTypeByFloatX = { float32: 'float32', float64: 'float64' };
export const unknownTensor: TensorFact = { dtype: unknownDType, shape: null };
/** So many axes of which the lengths are not known here; null stays null. */
export const axes = (count: number | null): TensorFact['shape'] =>
  count === null ? null : new Array<null>(count).fill(null);
export const bothDTypes = (dtype: DType): DTypeByFloatX => ({ float32: dtype, float64: dtype });

/** A symbolic variable of which only this is known. */
export const symbolic = (type: TensorFact, origins = noOrigins): SymbolicValue => ({
  kind: 'symbolic',
  dtype: type.dtype,
  shape: type.shape,
  origins,
  isOpaque: false,
});

export const mapDType = (
  type: DTypeByFloatX,
  rule: (dtype: DType, floatX: DType) => DType | null,
): DTypeByFloatX => ({
  float32: type.float32 === null ? null : rule(type.float32, 'float32'),
  float64: type.float64 === null ? null : rule(type.float64, 'float64'),
});

const combine = (a: DTypeByFloatX, b: DTypeByFloatX): DTypeByFloatX => ({
  float32: a.float32 === null || b.float32 === null ? null : promote(a.float32, b.float32),
  float64: a.float64 === null || b.float64 === null ? null : promote(a.float64, b.float64),
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
      return { dtype: constantDType(value), shape: [] };
    default:
      return null;
  }
}

/** Theano's autocast: the narrowest integer; float32 for a float that it holds exactly, else floatX. */
export function constantDType(constant: NumberValue): DTypeByFloatX {
  const { value, variety } = constant;
  if (value === null) return unknownDType;
  if (variety === 'bool') return bothDTypes('bool');
  if (variety === 'float') {
    return Math.fround(value) === value || Number.isNaN(value) ? bothDTypes('float32') : floatXDType;
  }
  if (-128 <= value && value <= 127) return bothDTypes('int8');
  if (-32768 <= value && value <= 32767) return bothDTypes('int16');
  if (-2147483648 <= value && value <= 2147483647) return bothDTypes('int32');
  return Number.isSafeInteger(value) ? bothDTypes('int64') : unknownDType;
}

/** The type of an elementwise operation on all of `types`. */
export function promoted(types: readonly TensorFact[]): TensorFact {
  let result: TensorFact | null = null;
  for (const type of types) {
    if (result === null) result = type;
    else {
      const before: TensorFact = result;
      const [a, b] = [ndimOf(before), ndimOf(type)];
      const ndim = a === null || b === null ? null : Math.max(a, b);
      result = { dtype: combine(before.dtype, type.dtype), shape: axes(ndim) };
    }
  }
  return result ?? unknownTensor;
}

/** What an operation does to the promoted type of its tensor operands. */
type DTypeRule = 'same' | 'toFloat' | 'divide' | 'bool' | 'sum' | 'mean' | 'int64' | 'unknown';
type AxesRule = 'same' | 'reduce' | 'dot' | 'unknown';

const elementwise = (dtype: DTypeRule): readonly [DTypeRule, AxesRule] => [dtype, 'same'];
const reduction = (dtype: DTypeRule): readonly [DTypeRule, AxesRule] => [dtype, 'reduce'];

const operationRules: Readonly<Record<string, readonly [DTypeRule, AxesRule]>> = {
  ...Object.fromEntries(
    [
      'add',
      'sub',
      'mul',
      'maximum',
      'minimum',
      'neg',
      'abs',
      'abs_',
      'sqr',
      'square',
      'clip',
      'copy',
      'identity',
    ].map((name) => [name, elementwise('same')]),
  ),
  ...Object.fromEntries(
    [
      'exp',
      'log',
      'log1p',
      'expm1',
      'sqrt',
      'tanh',
      'sin',
      'cos',
      'tan',
      'sinh',
      'cosh',
      'sigmoid',
      'softplus',
    ].map((name) => [name, elementwise('toFloat')]),
  ),
  ...Object.fromEntries(
    ['eq', 'neq', 'lt', 'le', 'gt', 'ge', 'isnan', 'isinf'].map((name) => [name, elementwise('bool')]),
  ),
  true_div: elementwise('divide'),
  zeros_like: elementwise('same'),
  ones_like: elementwise('same'),
  sum: reduction('sum'),
  prod: reduction('sum'),
  mean: reduction('mean'),
  max: reduction('same'),
  min: reduction('same'),
  argmax: reduction('int64'),
  argmin: reduction('int64'),
  dot: ['same', 'dot'],
  flatten: ['same', 'unknown'],
  reshape: ['same', 'unknown'],
  dimshuffle: ['same', 'unknown'],
  repeat: ['same', 'unknown'],
  concatenate: ['same', 'unknown'],
  set_subtensor: ['unknown', 'unknown'],
};

/** Operations of which the result says nothing about the values of the operands. */
export const shapeOnlyOperations: ReadonlySet<string> = new Set([
  'zeros_like',
  'ones_like',
  'shape',
  'ndim',
  'size',
]);

/** The result of the operation `name` (of a module or a method) on tensor operands. `hasAxis`: axis was given. */
export function operationResult(
  name: string,
  operands: readonly TensorFact[],
  given: { readonly hasAxis: boolean },
): TensorFact {
  const rule = Object.hasOwn(operationRules, name) ? operationRules[name] : undefined;
  if (rule === undefined || operands.length === 0) return unknownTensor;
  const type = promoted(operands);
  return { dtype: applyDTypeRule(rule[0], type.dtype), shape: axes(applyAxesRule(rule[1], operands, given)) };
}

function applyDTypeRule(rule: DTypeRule, dtype: DTypeByFloatX): DTypeByFloatX {
  switch (rule) {
    case 'same':
      return dtype;
    case 'toFloat':
      return mapDType(dtype, floatFor);
    case 'divide':
      return mapDType(dtype, (type, floatX) => (isDiscrete(type) ? floatX : type));
    case 'bool':
      return bothDTypes('bool');
    case 'sum':
      return mapDType(dtype, sumDType);
    case 'mean':
      return mapDType(dtype, (type) => (isDiscrete(type) ? 'float64' : type));
    case 'int64':
      return bothDTypes('int64');
    case 'unknown':
      return unknownDType;
  }
}

function floatFor(dtype: DType): DType | null {
  if (!isDiscrete(dtype)) return dtype;
  return dtype === 'int32' || dtype === 'int64' || dtype === 'uint32' || dtype === 'uint64'
    ? 'float64'
    : null;
}

function sumDType(dtype: DType): DType {
  if (!isDiscrete(dtype)) return dtype;
  return dtype.startsWith('uint') ? 'uint64' : 'int64';
}

function applyAxesRule(
  rule: AxesRule,
  operands: readonly TensorFact[],
  given: { readonly hasAxis: boolean },
): number | null {
  if (rule === 'same') return ndimOf(promoted(operands));
  if (rule === 'reduce') return given.hasAxis ? null : 0;
  const [left, right] = operands.map(ndimOf);
  if (rule !== 'dot' || left == null || right == null) return null;
  return left === 0 || right === 0 ? left + right : left + right - 2;
}

/** The result of an operator on two values of which at least one is symbolic. */
export function operatorResult(operator: string, left: Value, right: Value): SymbolicValue {
  const types = [asTensor(left), asTensor(right)];
  const known = types.filter((type) => type !== null);
  const isArithmetic = operator === '+' || operator === '-' || operator === '*';
  const name = operator === '/' ? 'true_div' : operator === '@' ? 'dot' : isArithmetic ? 'add' : operator;
  const isKnown = known.length === types.length;
  const type = isKnown ? operationResult(name, known, { hasAxis: false }) : unknownTensor;
  const wide = isKnown && type === unknownTensor && operator !== '@' ? promoted(known).shape : type.shape;
  return {
    kind: 'symbolic',
    dtype: type.dtype,
    shape: wide,
    origins: originsOf([left, right]),
    isOpaque: isOpaque(left) || isOpaque(right),
  };
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

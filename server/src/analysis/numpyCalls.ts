/**
 * Types of NumPy arrays: what functions of NumPy and methods of arrays return. A length of a NumPy array is a number or
 * not known here; the library that gets the array knows it either way. Only what NumPy 1 and NumPy 2 agree on.
 */
import type { Call } from '../python/syntax.ts';
import { type DType, isDiscrete, promote } from '../tensor/dtype.ts';
import type { Arguments } from './arguments.ts';
import { bothDTypes, combineDTypes, mapDType, unknownDType } from './dtypePairs.ts';
import type { Machine } from './machine.ts';
import { numpyOperations } from './numpyTable.ts';
import { exactElements, reachableFrom } from './objects.ts';
import { operationCall } from './operationCall.ts';
import { anyAxes, broadcastShapes, noAxes, type Shape } from './shapes.ts';
import { dtypeOf, isAbsent, lengthOf, numpyDType, shapeOf } from './tensorArguments.ts';
import { originsOf, unknownTensor } from './tensorRules.ts';
import { type DTypeByFloatX, ndimOf, type TensorFact } from './terms.ts';
import { type MethodValue, unknown, type Value } from './values.ts';

/** A call of a NumPy function: an array, or a symbolic variable when it is given one. */
export function numpyCall(machine: Machine, name: string, args: Arguments, site: Call): Value {
  const operands = [...args.positional, ...args.keywords.values()].flatMap((value) =>
    reachableFrom(machine, value),
  );
  for (const operand of operands) {
    if (operand.kind === 'updates' || operand.kind === 'function' || operand.kind === 'partial') {
      machine.escape(operand, { kind: 'call', span: site });
    }
  }
  if (operands.some((operand) => operand.kind === 'symbolic' || operand.kind === 'shared')) {
    return { kind: 'symbolic', ...unknownTensor, origins: originsOf(operands), isOpaque: true };
  }
  return { kind: 'array', ...arrayType(machine, name, args) };
}

/** A method of an array that is given no symbolic variable. */
export function numpyMethod(machine: Machine, { receiver, name }: MethodValue, args: Arguments): Value {
  const named = args.keywords.size === 0 && name === 'reshape' && args.positional.length > 1;
  if (named) return { kind: 'array', ...reshapedBySpread(receiver, args) };
  const positional = [receiver, ...args.positional];
  const type = arrayType(machine, name, { ...args, positional, sources: positional.map(() => null) });
  return { kind: 'array', ...type };
}

/** `array.reshape(3, 4)`. */
function reshapedBySpread(receiver: Value, args: Arguments): TensorFact {
  const type = asArray(receiver);
  return { dtype: type?.dtype ?? unknownDType, shape: knownOnly(args.positional.map(lengthOf)) };
}

function arrayType(machine: Machine, name: string, args: Arguments): TensorFact {
  const path = name.split('.');
  const last = path.at(-1) ?? '';
  if (path[0] === 'random') return randomArray(machine, last, args);
  if (path.length > 1 && path[0] !== 'linalg') return unknownTensor;
  const scalar = numpyDType(last);
  if (scalar !== unknownDType) return { dtype: scalar, shape: shapeOfData(machine, args.positional[0]) };
  if (last === 'array' || last === 'asarray' || last === 'asanyarray' || last === 'ascontiguousarray') {
    return converted(machine, args);
  }
  const operation = numpyOperations.get(last);
  const call = operation && operationCall(machine, operation.parameters, args, null);
  if (operation === undefined || call == null) return unknownTensor;
  const { dtype, shape } = operation.rule(call);
  return { dtype, shape: knownOnly(shape) };
}

/** NumPy knows every length: one that is `'any'` to a library is just not known here. */
const knownOnly = (shape: Shape): Shape =>
  shape?.includes('any') ? shape.map((length) => (length === 'any' ? null : length)) : shape;

// ------------------------------------------------------------------------------------------------------------- contents

/** `np.array(data, dtype)`. */
function converted(machine: Machine, args: Arguments): TensorFact {
  const data = args.positional[0] ?? args.keywords.get('object') ?? args.keywords.get('a') ?? unknown;
  const given = args.keywords.get('dtype') ?? args.positional[1];
  const isUsual = !args.isOpen && !args.keywords.has('ndmin');
  const dtype = isAbsent(given) ? dtypeOfData(machine, data) : dtypeOf(given);
  return { dtype: isUsual ? dtype : unknownDType, shape: isUsual ? shapeOfData(machine, data) : null };
}

const deepestList = 4;

/** The shape of the array that NumPy makes of a value. */
export function shapeOfData(machine: Machine, value: Value | undefined, depth = 0): Shape {
  if (value === undefined) return noAxes;
  if (value.kind === 'number') return noAxes;
  if (value.kind === 'array') return value.shape;
  const elements = depth < deepestList ? exactElements(machine, value) : null;
  const [first, ...others] = elements ?? [];
  if (first === undefined || elements === null) return null;
  const inner = shapeOfData(machine, first, depth + 1);
  const isEven = others.every((other) => shapeOfData(machine, other, depth + 1)?.length === inner?.length);
  return inner !== null && isEven ? [elements.length, ...inner] : null;
}

/** The dtype of the array that NumPy makes of a value. */
export function dtypeOfData(machine: Machine, value: Value, depth = 0): DTypeByFloatX {
  if (value.kind === 'array') return value.dtype;
  if (value.kind === 'number') return numberDType(value);
  const elements = depth < deepestList ? exactElements(machine, value) : null;
  if (elements === null || elements.length === 0) return unknownDType;
  return elements.map((element) => dtypeOfData(machine, element, depth + 1)).reduce(combineDTypes);
}

function numberDType({ variety, value }: Value & { kind: 'number' }): DTypeByFloatX {
  if (variety === 'bool') return bothDTypes('bool');
  if (variety === 'float') return bothDTypes('float64');
  return value !== null && !Number.isSafeInteger(value) ? unknownDType : bothDTypes('int64');
}

/** A value as NumPy takes it; null for what is no array and no number. */
export function asArray(value: Value | undefined): TensorFact | null {
  if (value?.kind === 'array') return value;
  return value?.kind === 'number' ? { dtype: numberDType(value), shape: noAxes } : null;
}

/** The type of the variable that `shared(value)` makes: the library forgets the lengths. */
export function sharedType(value: Value | undefined): TensorFact {
  const type = asArray(value);
  if (type === null) return unknownTensor;
  return { dtype: type.dtype, shape: anyAxes(ndimOf(type)) };
}

// --------------------------------------------------------------------------------------------------------------- random

const floatDraws: ReadonlySet<string> = new Set([
  'uniform',
  'normal',
  'standard_normal',
  'random_sample',
  'random',
  'exponential',
  'gamma',
  'beta',
]);

/** Draws of `numpy.random`, of a `RandomState`, and of a `Generator`. */
function randomArray(machine: Machine, name: string, args: Arguments): TensorFact {
  if (name === 'randn' || name === 'rand') {
    const shape = args.isOpen ? null : knownOnly(args.positional.map(lengthOf));
    return { dtype: shape?.length === 0 ? unknownDType : bothDTypes('float64'), shape };
  }
  const isInteger = name === 'randint' || name === 'integers' || name === 'binomial' || name === 'poisson';
  if (args.isOpen || args.keywords.has('dtype') || !(isInteger || floatDraws.has(name))) return unknownTensor;
  const place = placesOfSize[name] ?? 2;
  const size = args.keywords.get('size') ?? args.positional[place];
  const isScalar = isAbsent(size) && args.positional.every((value) => value.kind === 'number');
  const shape = isScalar ? noAxes : isAbsent(size) ? null : knownOnly(shapeOf(machine, size));
  // Of a draw alone the types are Python's own.
  if (isScalar) return { dtype: unknownDType, shape };
  return { dtype: bothDTypes(isInteger ? 'int64' : 'float64'), shape };
}

/** Which argument of a draw is its size. */
const placesOfSize: Readonly<Record<string, number>> = {
  standard_normal: 0,
  random_sample: 0,
  random: 0,
  exponential: 1,
  poisson: 1,
};

// ------------------------------------------------------------------------------------------------------------ operators

/** The result of an operator on two arrays or numbers of which at least one is an array. */
export function arrayOperator(operator: string, left: Value, right: Value): TensorFact {
  const [a, b] = [asArray(left), asArray(right)];
  if (a === null || b === null || operator === '@') return unknownTensor;
  const shape = broadcastShapes(a.shape, b.shape);
  const isPlain = operator === '+' || operator === '-' || operator === '*' || operator === '/';
  if (!isPlain) return { dtype: unknownDType, shape };
  const dtype = promotedArrays(left, right, [a, b]);
  return { dtype: operator === '/' ? mapDType(dtype, floatOnly) : dtype, shape };
}

const floatOnly = (dtype: DType): DType | null => (isDiscrete(dtype) ? null : dtype);

/** NumPy 1 looks at the values of Python numbers and of scalars, NumPy 2 only at Python numbers. */
function promotedArrays(left: Value, right: Value, [a, b]: readonly [TensorFact, TensorFact]): DTypeByFloatX {
  if (left.kind === 'number' || right.kind === 'number') {
    const [array, number] = left.kind === 'number' ? [b, a] : [a, b];
    return mapPairs(array, number, { mayBeScalar: ndimOf(array) === null || ndimOf(array) === 0 });
  }
  const isAligned = ndimOf(a) !== null && ndimOf(b) !== null && (ndimOf(a) === 0) === (ndimOf(b) === 0);
  return isAligned || a.dtype === b.dtype ? combineDTypes(a.dtype, b.dtype) : widestOnly(a, b);
}

/** An array with a scalar of another dtype: only sure where the array's dtype holds both. */
function widestOnly(a: TensorFact, b: TensorFact): DTypeByFloatX {
  if (ndimOf(a) === null || ndimOf(b) === null) return onlyFloat64(a.dtype, b.dtype);
  const [array, scalar] = ndimOf(a) === 0 ? [b, a] : [a, b];
  return mapBoth(array.dtype, scalar.dtype, (one, other) => (promote(one, other) === one ? one : null));
}

const onlyFloat64 = (a: DTypeByFloatX, b: DTypeByFloatX): DTypeByFloatX =>
  mapBoth(a, b, (one, other) => (one === 'float64' && other === 'float64' ? one : null));

/** An array with a Python number. */
function mapPairs(
  array: TensorFact,
  number: TensorFact,
  { mayBeScalar }: { readonly mayBeScalar: boolean },
): DTypeByFloatX {
  return mapBoth(array.dtype, number.dtype, (one, other) => {
    if (one === 'float64') return one;
    if (!isDiscrete(one)) return mayBeScalar ? null : one;
    if (one !== 'int64') return null;
    return isDiscrete(other) ? one : 'float64';
  });
}

function mapBoth(
  a: DTypeByFloatX,
  b: DTypeByFloatX,
  rule: (a: DType, b: DType) => DType | null,
): DTypeByFloatX {
  const under = (floatX: 'float32' | 'float64') => {
    const [one, other] = [a[floatX], b[floatX]];
    return one === null || other === null ? null : rule(one, other);
  };
  return { float32: under('float32'), float64: under('float64') };
}

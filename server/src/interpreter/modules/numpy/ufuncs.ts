/**
 * Applying NumPy's elementwise functions to Python values: types, broadcasting, `out=`, `where=`, `dtype=`, warnings.
 * The functions themselves are in ufuncTable.ts, the objects that a program sees in ufuncObjects.ts.
 */
import { Complex } from '../../../tensor/complex.ts';
import {
  type DType,
  isDiscrete,
  isInteger,
  isText,
  kindOf,
  promote,
  promoteAll,
} from '../../../tensor/dtype.ts';
import { floatFor, unsupportedTypes } from '../../../tensor/elementwise.ts';
import { getItem, setItem } from '../../../tensor/indexing.ts';
import { assign, broadcastTo, cast, full, NDArray } from '../../../tensor/ndarray.ts';
import { isRecord } from '../../../tensor/recordElement.ts';
import { broadcastShapes, elementCount, printShape } from '../../../tensor/shape.ts';
import { isSpan, isTime } from '../../../tensor/timeElement.ts';
import { notSupported, raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { lookupInType, typeOf } from '../../pyType.ts';
import { asText } from '../../types/textValues.ts';
import { NotImplemented, PyObject, type Value } from '../../values.ts';
import { arrayOf, castChecked, numpyVersion, reserve } from './conversion.ts';
import { operateWithObject } from './mixedOperands.ts';
import { raiseCasting, raiseNoLoop } from './numpyErrors.ts';
import { NumpyScalar, presented } from './numpyScalar.ts';
import { applyToObjects } from './objectLoop.ts';
import {
  areScalars,
  commonType,
  fits,
  functionType,
  type Operand,
  operandArray,
  operandOf,
} from './promotion.ts';
import { checkWritable } from './readOnly.ts';
import { operateOnScalars } from './scalarArithmetic.ts';
import { knownText } from './textScalar.ts';
import { computeTexts, haveTexts } from './textUfuncs.ts';
import { computeTimes, haveTimes } from './timeUfuncs.ts';
import { pythonTime } from './timeValues.ts';
import { ufuncTable } from './ufuncTable.ts';
import { checkFloatResult, reportFloatError } from './warnings.ts';

export interface UfuncOptions {
  readonly out?: NDArray;
  readonly where?: NDArray;
  readonly dtype?: DType;
  readonly casting?: 'no' | 'equiv' | 'safe' | 'same_kind' | 'unsafe';
  /** True: the second result of a function that gives two. */
  readonly isSecond?: boolean;
}

/** The operands of the function `name` as arrays that it can cast to `common`. */
function operandArrays(name: string, operands: readonly Operand[], common: DType): NDArray[] {
  const { result } = ufuncTable.get(name)!;
  if (result === 'float')
    return operands.map((operand) => operandArray(operand, isDiscrete(common) ? 'float64' : common));
  if (result === 'exponent')
    return operands.map((operand, i) => operandArray(operand, i === 0 ? 'float64' : 'int64'));
  if (result === 'truth') return operands.map((operand) => exactArray(operand, common));
  return operands.map((operand) => operandArray(operand, common));
}

/** For comparisons: a Python integer keeps its value, whatever the other operand can hold. */
function exactArray(operand: Operand, common: DType): NDArray {
  if (operand.kind === 'array' || operand.weak !== 'int') return operandArray(operand, 'float64');
  const { value } = operand;
  if (!isInteger(common) || fits(value, common)) return operandArray(operand, common);
  if (value >= -(1n << 63n) && value < 1n << 63n) return operandArray(operand, 'int64');
  if (value >= 0n && value < 1n << 64n) return operandArray(operand, 'uint64');
  return operandArray({ ...operand, weak: 'float', value: Number(value) }, 'float64');
}

const comparisons = new Set(['equal', 'not_equal', 'less', 'less_equal', 'greater', 'greater_equal']);

/** For comparisons: an integer beyond 64 bits is beyond every other integer; beside floats it is a float. */
function comparable(name: string, operands: readonly Operand[]): readonly Operand[] {
  if (!comparisons.has(name)) return operands;
  const areInteger = operands.every(
    (operand) => operand.kind === 'number' || isDiscrete(operand.array.dtype),
  );
  return operands.map((operand) => {
    if (operand.kind === 'array' || operand.weak !== 'int' || typeof operand.value === 'number')
      return operand;
    if (operand.value >= -(1n << 63n) && operand.value < 1n << 64n) return operand;
    const beyond = operand.value < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    return { ...operand, weak: 'float', value: areInteger ? beyond : Number(operand.value) };
  });
}

/** NumPy's name of a function of the table, for messages. */
export const publicName = (name: string): string => (name === 'true_divide' ? 'divide' : name);

/** A value of another library or of a class that NumPy does not know: it would keep it as an object. */
const answersItself = (value: Value): boolean =>
  !(value instanceof NDArray || value instanceof NumpyScalar) &&
  (lookupInType(typeOf(value), '__array_priority__') !== undefined ||
    (value instanceof PyObject && knownText(value) === null && operandOf(value) === undefined));

/** Calls the function `name` of the table on Python values; refuses values that no array holds. */
export function applyUfunc(name: string, values: readonly Value[], options: UfuncOptions = {}): Value {
  const areArrays = values.some((value) => value instanceof NDArray);
  if (!areArrays && values.some(answersItself)) {
    const answer = applyToObjects(name, values);
    if (answer !== undefined) return answer;
  }
  const operands = operandsOf(values).map((operand, i) => operand ?? refuseOperand(name, values[i]));
  const result = compute(name, operands, options);
  if (options.out === undefined) return presented(result);
  return options.out;
}

/** The operands; a text is one beside an array of text. */
function operandsOf(values: readonly Value[]): (Operand | undefined)[] {
  const isBesideTexts = values.some((value) => value instanceof NDArray && isText(value.dtype));
  if (values.some(isOfTimes)) return values.map((value) => operandOf(pythonTime(value) ?? value));
  return values.map((value) =>
    isBesideTexts && knownText(value) !== null ? { kind: 'array', array: arrayOf(value) } : operandOf(value),
  );
}

const isOfTimes = (value: Value): boolean =>
  (value instanceof NDArray || value instanceof NumpyScalar) && isTime(value.dtype);

function refuseOperand(name: string, value: Value): never {
  const shown = publicName(name);
  if (value === null) {
    raiseTypeError(
      `loop of ufunc does not support argument 0 of type NoneType which has no callable ${shown} method`,
    );
  }
  if (typeof value === 'string') {
    raiseTypeError(
      `ufunc '${shown}' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''`,
    );
  }
  return notSupported(`numpy.${publicName(name)} of a value of type '${typeOf(value).name}'`);
}

/** The type in which a function computes: functions of floats look for a float type that holds each operand. */
function computingType(name: string, operands: readonly Operand[]): DType {
  const isStrong = (operand: Operand): boolean =>
    operand.kind === 'array' && (operand.array.ndim > 0 || numpyVersion() === 2);
  if (ufuncTable.get(name)!.result !== 'float' || name === 'true_divide' || !operands.every(isStrong))
    return functionType(name, operands);
  return promoteAll(operands.map((operand) => floatFor((operand as { array: NDArray }).array.dtype)));
}

/** The same on operands, always as an array; with `out` the result is also written there. */
export function compute(name: string, given: readonly Operand[], options: UfuncOptions = {}): NDArray {
  const operands = comparable(name, given);
  checkRecords(name, operands);
  if (haveTexts(operands)) {
    if (options.out || options.where || options.dtype)
      notSupported('out=, where= and dtype= of arrays of text');
    return computeTexts(name, operands);
  }
  if (haveTimes(operands)) {
    if (options.where || options.dtype) notSupported('where= and dtype= of arrays of times');
    const result = computeTimes(name, operands, options.isSecond ? 'second' : 'first');
    if (options.out) writeOutput(name, result, { ...options, out: options.out });
    return result;
  }
  const common = options.dtype ?? computingType(name, operands);
  const arrays = operandArrays(name, operands, common);
  if (options.dtype) checkInputs(name, arrays, { ...options, common });
  const inType = options.dtype ? arrays.map((array) => castChecked(array, common)) : arrays;
  if (options.out) broadcastShapes([...inType.map((array) => array.shape), options.out.shape]);
  if (options.where !== undefined) return computeMasked(name, inType, { ...options, common });
  const result = computeArrays(name, inType, {
    common,
    where: publicName(name),
    ...(options.isSecond ? { isSecond: true } : {}),
  });
  if (options.out) writeOutput(name, result, { ...options, out: options.out });
  return result;
}

function checkRecords(name: string, operands: readonly Operand[]): void {
  if (operands.some((operand) => operand.kind === 'array' && isRecord(operand.array.dtype)))
    notSupported(`numpy.${publicName(name)} of arrays of records`);
}

/** What `dtype=` asks for must be a cast that `casting=` allows. */
function checkInputs(
  name: string,
  arrays: readonly NDArray[],
  { common, casting = 'same_kind' }: UfuncOptions & { common: DType },
): void {
  for (const [index, array] of arrays.entries()) {
    if (canCast(array.dtype, common, casting)) continue;
    const which = arrays.length === 1 ? 'input' : `input ${index}`;
    raiseCasting(`ufunc '${publicName(name)}' ${which}`, { from: array.dtype, to: common, casting });
  }
}

interface Context {
  readonly common: DType;
  /** The name in warnings. */
  readonly where: string;
  readonly isSecond?: boolean;
}

/** The function on arrays in their common type. */
export const applyToArrays = (name: string, arrays: readonly NDArray[]): NDArray =>
  compute(
    name,
    arrays.map((array) => ({ kind: 'array', array })),
  );

/** A result as an element type that it may be cast to. */
export function castOutput(name: string, result: NDArray, dtype: DType): NDArray {
  checkCast(name, result.dtype, { to: dtype, casting: 'same_kind' });
  return castChecked(result, dtype);
}

/** The function on arrays, with NumPy's warnings. */
export function computeArrays(name: string, arrays: readonly NDArray[], context: Context): NDArray {
  if (arrays.some((array) => isTime(array.dtype)))
    return computeTimes(
      name,
      arrays.map((array) => ({ kind: 'array', array })),
    );
  const shape = broadcastShapes(arrays.map((array) => array.shape));
  reserve(context.common, elementCount(shape));
  const row = ufuncTable.get(name)!;
  const result = (context.isSecond ? row.second! : row.run)(arrays, context.common, numpyVersion());
  if (!isDiscrete(result.dtype)) checkFloatResult(result, arrays, publicName(name), context.where);
  else if (name === 'floor_divide' || name === 'remainder' || name === 'fmod')
    checkZeroDivisor(arrays[1], result, context.where);
  return result;
}

function checkZeroDivisor(divisor: NDArray, result: NDArray, where: string): void {
  if (result.size === 0) return;
  const values = divisor.elements();
  for (let i = 0; i < values.length; i++) {
    if (values[i]) continue;
    reportFloatError('divide', where);
    return;
  }
}

function computeMasked(
  name: string,
  arrays: readonly NDArray[],
  options: UfuncOptions & { common: DType },
): NDArray {
  const { out, where, common } = options;
  if (!out) return notSupported('where= without out= (the other elements have no defined value)');
  const mask = [{ kind: 'array' as const, array: broadcastTo(cast(where!, 'bool'), out.shape) }];
  const picked = arrays.map((array) => getItem(broadcastTo(array, out.shape), mask));
  const result = computeArrays(name, picked, { common, where: publicName(name) });
  checkCast(name, result.dtype, { to: out.dtype, casting: options.casting ?? 'same_kind' });
  checkWritable(out, 'output array is read-only');
  setItem(out, mask, castChecked(result, out.dtype));
  return out;
}

/** Writes a result to an array that was given for it. */
function writeOutput(
  name: string,
  result: NDArray,
  { out, casting = 'same_kind' }: UfuncOptions & { out: NDArray },
): void {
  checkCast(name, result.dtype, { to: out.dtype, casting });
  if (broadcastShapes([out.shape, result.shape]).join() !== out.shape.join()) {
    raiseValueError(
      `non-broadcastable output operand with shape ${tight(out.shape)} doesn't match the broadcast shape ${tight(broadcastShapes([out.shape, result.shape]))}`,
    );
  }
  checkWritable(out, 'output array is read-only');
  assign(out, castChecked(result, out.dtype));
}

const tight = (shape: readonly number[]): string => printShape(shape).replaceAll(' ', '');

const kindOrder = {
  bool: 0,
  uint: 1,
  int: 2,
  float: 3,
  complex: 4,
  bytes: 5,
  text: 5,
  span: 6,
  moment: 7,
  record: 8,
} as const;

/** NumPy's rule `same_kind`. */
export const canCastSameKind = (from: DType, to: DType): boolean =>
  isTime(from) || isTime(to)
    ? kindOf(from) === kindOf(to) || (isSpan(to) && isInteger(from))
    : promote(from, to) === to || kindOrder[kindOf(from)] <= kindOrder[kindOf(to)];

/** `np.can_cast` between types. */
export function canCast(from: DType, to: DType, casting: UfuncOptions['casting'] = 'safe'): boolean {
  if (casting === 'unsafe' || from === to) return true;
  if (casting === 'no' || casting === 'equiv') return false;
  if (isTime(from) || isTime(to))
    return casting === 'safe' ? notSupported('safe casts of times') : canCastSameKind(from, to);
  return casting === 'safe' ? promote(from, to) === to : canCastSameKind(from, to);
}

function checkCast(
  name: string,
  from: DType,
  { to, casting }: { to: DType; casting: NonNullable<UfuncOptions['casting']> },
): void {
  if (!canCast(from, to, casting)) raiseCasting(`ufunc '${publicName(name)}' output`, { from, to, casting });
}

// -------------------------------------------------------------------------------------------------------- operators

const scalarWarnings = (operands: readonly Operand[], values: readonly Value[]): boolean =>
  areScalars(operands) && !values.some((value) => value instanceof NDArray);

/** A binary operator of arrays and scalars; `NotImplemented` for what they do not know. */
export function operate(name: string, left: Value, right: Value): Value {
  if (!(left instanceof NDArray) && !(right instanceof NDArray)) {
    const found = operateOnScalars(name, left, right);
    if (found) return found;
  }
  const [a, b] = operandsOf([left, right]);
  if (a === undefined || b === undefined) return refuseMixed(name, left, right);
  const operands = comparable(name, [a, b]);
  checkRecords(name, operands);
  if (haveTexts(operands)) return presented(computeTexts(name, operands));
  if (haveTimes(operands)) {
    if (!comparisons.has(name) && [left, right].some(pythonTime))
      notSupported('arithmetic of times of NumPy and of datetime');
    return presented(computeTimes(name, operands));
  }
  const common = computingType(name, operands);
  const fast = name === 'power' ? simplePower(left, right) : null;
  if (fast) return fast;
  const arrays = operandArrays(name, operands, common);
  const isScalar = scalarWarnings(operands, [left, right]);
  const isOwnType = [left, right].some((value) => value instanceof NumpyScalar && value.dtype === common);
  const where = isScalar && isOwnType ? `scalar ${publicName(name)}` : publicName(name);
  const result = computeArrays(name, arrays, { common, where });
  if (isScalar && isInteger(result.dtype)) checkIntegerOverflow(name, arrays, result);
  return presented(result);
}

const symbols: ReadonlyMap<string, string> = new Map([
  ['add', '+'],
  ['subtract', '-'],
  ['multiply', '*'],
  ['true_divide', '/'],
  ['floor_divide', '//'],
  ['remainder', '%'],
  ['power', '** or pow()'],
]);

/** Arithmetic with a text or None, which NumPy answers itself; `NotImplemented` for everything else. */
function refuseMixed(name: string, left: Value, right: Value): Value {
  const symbol = symbols.get(name);
  const other = operandOf(left) === undefined ? left : right;
  if (symbol === undefined && other !== null) return operateWithObject(name, left, right);
  if (symbol === undefined || (operandOf(left) === undefined && operandOf(right) === undefined))
    return NotImplemented;
  if (other === null) {
    const [x, y] = [left, right].map(pythonTypeName);
    raiseTypeError(`unsupported operand type(s) for ${symbol}: '${x}' and '${y}'`);
  }
  const mixed = operateWithObject(name, left, right);
  if (mixed !== NotImplemented) return mixed;
  const text = asText(other);
  const repeats = name === 'multiply' && [left, right].some((value) => value instanceof NumpyScalar);
  if (text === null || repeats) return NotImplemented;
  if (!['add', 'subtract', 'multiply'].includes(name)) throw unsupportedTypes(publicName(name));
  if (name === 'multiply' && numpyVersion() === 2)
    raiseTypeError(
      "The 'out' kwarg is necessary when using the string multiply ufunc directly. Use numpy.strings.multiply to multiply strings without specifying 'out'.",
    );
  const types = [left, right].map(
    (value) => `dtype('${asText(value) === null ? dtypeOfValue(value) : `<U${text.length}`}')`,
  );
  return raiseNoLoop(name, `(${types.join(', ')})`);
}

function dtypeOfValue(value: Value): DType {
  const operand = operandOf(value)!;
  return commonType([operand]);
}

const pythonNames = {
  bool: 'bool',
  int: 'int',
  uint: 'int',
  float: 'float',
  complex: 'complex',
  text: 'str',
  bytes: 'bytes',
  moment: 'datetime.date',
  record: 'tuple',
  span: 'datetime.timedelta',
} as const;

/** What Python calls the elements of an array, which NumPy keeps as objects then. */
const pythonTypeName = (value: Value): string =>
  value === null ? 'NoneType' : pythonNames[kindOf(dtypeOfValue(value))];

const simplePowers: ReadonlyMap<number, string> = new Map([
  [2, 'square'],
  [0.5, 'sqrt'],
  [-1, 'reciprocal'],
  [1, 'positive'],
]);

/** Powers of float arrays that NumPy computes by another function, in the array's own type, for a plain exponent. */
function simplePower(base: Value, exponent: Value): Value | null {
  if (!(base instanceof NDArray) || isDiscrete(base.dtype)) return null;
  const operand = operandOf(exponent);
  if (operand === undefined || (operand.kind === 'array' && (operand.array.ndim > 0 || numpyVersion() === 2)))
    return null;
  const exact = operand.kind === 'number' ? operand.value : operand.array.at(0);
  if (exact instanceof Complex) return null;
  const value = Number(exact);
  if (value === 0) return presented(full(base.dtype, base.shape, 1));
  const name = simplePowers.get(value);
  if (name === undefined) return null;
  return presented(computeArrays(name, [base], { common: base.dtype, where: name }));
}

const exactInteger: Readonly<Record<string, (x: bigint, y: bigint) => bigint>> = {
  add: (x, y) => x + y,
  subtract: (x, y) => x - y,
  multiply: (x, y) => x * y,
};

function checkIntegerOverflow(name: string, arrays: readonly NDArray[], result: NDArray): void {
  const exact = exactInteger[name];
  if (!exact) return;
  const [x, y] = arrays.map((array) => BigInt(array.at(0) as bigint));
  if (exact(x, y) !== BigInt(result.at(0) as bigint)) reportFloatError('over', `scalar ${name}`);
}

/** `self op= other` of arrays: writes into `self`. */
export function operateInPlace(name: string, self: NDArray, other: Value): Value {
  const b = operandOf(other);
  if (b === undefined) return NotImplemented;
  const operands: Operand[] = [{ kind: 'array', array: self }, b];
  const fast = name === 'power' ? simplePower(self, other) : null;
  if (fast instanceof NDArray) {
    writeOutput(name, fast, { out: self });
    return self;
  }
  compute(name, operands, { out: self });
  return self;
}

/** Writes a result of another operation into `self`, as far as its type allows. */
export function writeInPlace(name: string, self: NDArray, result: Value): Value {
  writeOutput(name, operandArray(operandOf(result)!, self.dtype), { out: self });
  return self;
}

/** A unary operator. */
export function operateUnary(name: string, self: NDArray | NumpyScalar): Value {
  const array = self instanceof NDArray ? self : self.toArray();
  const where = self instanceof NDArray ? name : `scalar ${name}`;
  return presented(computeArrays(name, [array], { common: array.dtype, where }));
}

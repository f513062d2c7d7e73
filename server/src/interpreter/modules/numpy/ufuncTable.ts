/** NumPy's elementwise functions: those of the arrays' table, and the ones that are only NumPy's, on top of it. */
import {
  canCastSafely,
  type DType,
  type Element,
  isBig,
  isDiscrete,
  isFloat,
  isInteger,
  promote,
} from '../../../tensor/dtype.ts';
import {
  mapElements,
  type NumpyFunctionName,
  numpyElementwise,
  numpyFunctions,
  type ScalarFunction,
} from '../../../tensor/elementwise.ts';
import { EngineError, notSupported } from '../../../tensor/engineError.ts';
import { cast, type NDArray } from '../../../tensor/ndarray.ts';

/** How a function computes once the operands are arrays and their common type is known. */
export interface UfuncRow {
  readonly operandCount: 1 | 2;
  /** `float`: it computes in floats only; `truth`: it compares values. */
  readonly result?: 'float' | 'truth';
  readonly run: (arrays: readonly NDArray[], common: DType, numpy: 1 | 2) => NDArray;
}

const unaryNames = new Set<NumpyFunctionName>([
  'logical_not',
  'isnan',
  'isinf',
  'negative',
  'absolute',
  'sign',
  'invert',
  'floor',
  'ceil',
  'trunc',
  'rint',
  'exp',
  'exp2',
  'expm1',
  'log',
  'log2',
  'log10',
  'log1p',
  'sqrt',
  'sin',
  'cos',
  'tan',
  'arcsin',
  'arccos',
  'arctan',
  'sinh',
  'cosh',
  'tanh',
  'arcsinh',
  'arccosh',
  'arctanh',
]);

/** The float type of a function that gives floats; half precision is refused. */
function floatOf(common: DType): DType {
  const dtype = promote(common, 'float16');
  if (dtype === 'float16')
    throw notSupported('arrays of float16 (NumPy gives them for functions of 8-bit numbers)');
  return dtype;
}

const castAll = (arrays: readonly NDArray[], dtype: DType): NDArray[] =>
  arrays.map((array) => cast(array, dtype));

/** A function of floats. */
const onFloats = (compute: (...args: number[]) => number, operandCount: 1 | 2 = 1): UfuncRow => ({
  operandCount,
  result: 'float',
  run: (arrays, common) => {
    const dtype = floatOf(common);
    return mapElements(compute as ScalarFunction, castAll(arrays, dtype), dtype);
  },
});

/** A function that keeps the type; `forBool` is the type in which it computes booleans. */
const keepingType = (
  computes: { number: (...args: number[]) => number; big: (...args: bigint[]) => bigint },
  options: { operandCount: 1 | 2; forBool?: DType },
): UfuncRow => ({
  operandCount: options.operandCount,
  run: (arrays, common) => {
    const dtype = common === 'bool' ? (options.forBool ?? 'bool') : common;
    const compute = (isBig(dtype) ? computes.big : computes.number) as ScalarFunction;
    return mapElements(compute, castAll(arrays, dtype), dtype);
  },
});

/** A test of floats: integers are cast, so nothing but finite numbers is found in them. */
const testing = (test: (value: number) => boolean): UfuncRow => ({
  operandCount: 1,
  run: ([array]) => mapElements((value) => (test(Number(value)) ? 1 : 0), [array], 'bool'),
});

const unsupportedTypes = (name: string): never => {
  throw new EngineError(
    'TypeError',
    `ufunc '${name}' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''`,
  );
};

const shift = (name: string, compute: (x: bigint, y: bigint) => bigint): UfuncRow => ({
  operandCount: 2,
  run: (arrays, common) => {
    if (isFloat(common)) unsupportedTypes(name);
    const dtype = common === 'bool' ? 'int8' : common;
    const exact: ScalarFunction = (x, y) => compute(BigInt(x), BigInt(y));
    const bits = mapElements(exact, castAll(arrays, dtype), 'int64');
    return cast(bits, dtype);
  },
});

/** Rounding of whole numbers: NumPy 2 keeps the type, before it gave floats. */
const rounding = (name: 'floor' | 'ceil' | 'trunc'): UfuncRow => ({
  operandCount: 1,
  run: (arrays, common, numpy) =>
    numpy === 2 && isDiscrete(common) ? arrays[0].copy() : numpyElementwise(name, arrays, common),
});

function nextPrimitiveSign(value: number): number {
  return Number.isNaN(value) ? value : value > 0 ? 1 : value < 0 ? -1 : 0;
}

function fmod(x: number, y: number): number {
  return x % y;
}

const exactComparisons: Readonly<Record<string, (x: Element, y: Element) => boolean>> = {
  equal: (x, y) => x === y,
  not_equal: (x, y) => x !== y,
  less: (x, y) => x < y,
  less_equal: (x, y) => x <= y,
  greater: (x, y) => x > y,
  greater_equal: (x, y) => x >= y,
};

/** int64 beside uint64: NumPy 2 compares the numbers themselves. */
const comparison = (name: NumpyFunctionName): UfuncRow => ({
  operandCount: 2,
  result: 'truth',
  run: (arrays, common, numpy) => {
    const isMixed =
      numpy === 2 &&
      arrays.every((array) => isInteger(array.dtype)) &&
      arrays.some((array) => !canCastSafely(array.dtype, common) || common === 'float64');
    if (!isMixed) return numpyElementwise(name, arrays, common);
    const test = exactComparisons[name];
    return mapElements((x, y) => (test(BigInt(x), BigInt(y)) ? 1 : 0), arrays, 'bool');
  },
});

function logAddExp(x: number, y: number): number {
  if (x === y) return x + Math.LN2;
  const difference = x - y;
  if (difference > 0) return x + Math.log1p(Math.exp(-difference));
  return difference <= 0 ? y + Math.log1p(Math.exp(difference)) : difference;
}

/** `Math.max` takes no bigint. */
const pick = (x: bigint, y: bigint, isFirst: boolean): bigint => (isFirst ? x : y);

const ownRows: Readonly<Record<string, UfuncRow>> = {
  floor: rounding('floor'),
  ceil: rounding('ceil'),
  trunc: rounding('trunc'),
  square: keepingType({ number: (x) => x * x, big: (x) => x * x }, { operandCount: 1, forBool: 'int8' }),
  positive: keepingType({ number: (x) => x, big: (x) => x }, { operandCount: 1 }),
  conjugate: keepingType({ number: (x) => x, big: (x) => x }, { operandCount: 1, forBool: 'int8' }),
  sign: {
    operandCount: 1,
    run: (arrays, common, numpy) => {
      if (common === 'bool') unsupportedTypes('sign');
      if (!isFloat(common)) return numpyElementwise('sign', arrays, common);
      void numpy;
      return mapElements(nextPrimitiveSign as ScalarFunction, arrays, common);
    },
  },
  reciprocal: {
    operandCount: 1,
    run: ([array], common) => {
      if (!isFloat(common))
        return numpyElementwise('floor_divide', [
          cast(
            mapElements(() => 1, [array], 'int8'),
            common === 'bool' ? 'int8' : common,
          ),
          array,
        ]);
      return mapElements((x) => 1 / Number(x), [array], common);
    },
  },
  fabs: onFloats(Math.abs),
  cbrt: onFloats(Math.cbrt),
  radians: onFloats((x) => x * (Math.PI / 180)),
  degrees: onFloats((x) => x * (180 / Math.PI)),
  hypot: onFloats(Math.hypot, 2),
  logaddexp: onFloats(logAddExp, 2),
  copysign: onFloats((x, y) => (y < 0 || Object.is(y, -0) ? -Math.abs(x) : Math.abs(x)), 2),
  heaviside: onFloats((x, y) => (Number.isNaN(x) ? x : x === 0 ? y : x < 0 ? 0 : 1), 2),
  float_power: {
    operandCount: 2,
    run: (arrays) => numpyElementwise('power', castAll(arrays, 'float64'), 'float64'),
  },
  fmod: keepingType(
    { number: fmod, big: (x, y) => (y === 0n ? 0n : x % y) },
    { operandCount: 2, forBool: 'int8' },
  ),
  fmax: keepingType(
    { number: (x, y) => (x >= y || Number.isNaN(y) ? x : y), big: (x, y) => pick(x, y, x >= y) },
    { operandCount: 2 },
  ),
  fmin: keepingType(
    { number: (x, y) => (x <= y || Number.isNaN(y) ? x : y), big: (x, y) => pick(x, y, x <= y) },
    { operandCount: 2 },
  ),
  isfinite: testing(Number.isFinite),
  signbit: testing((x) => x < 0 || Object.is(x, -0)),
  left_shift: shift('left_shift', (x, y) => (y >= 64n || y < 0n ? 0n : x << y)),
  right_shift: shift('right_shift', (x, y) => x >> (y >= 64n || y < 0n ? 63n : y)),
};

const isFloatRule = (name: NumpyFunctionName): boolean =>
  numpyFunctions[name].rule === 'float' || numpyFunctions[name].rule === 'trueDiv';

function engineRows(): [string, UfuncRow][] {
  const names = Object.keys(numpyFunctions) as NumpyFunctionName[];
  return names.map((name) => [
    name,
    numpyFunctions[name].rule === 'compare'
      ? comparison(name)
      : {
          operandCount: unaryNames.has(name) ? 1 : 2,
          ...(isFloatRule(name) ? { result: 'float' as const } : {}),
          run: (arrays, common) => numpyElementwise(name, arrays, common),
        },
  ]);
}

/** All elementwise functions by NumPy's own name. */
export const ufuncTable: ReadonlyMap<string, UfuncRow> = new Map([
  ...engineRows(),
  ...Object.entries(ownRows),
]);

/** Other names of the same functions: alias → name. */
export const ufuncAliases: Readonly<Record<string, string>> = {
  divide: 'true_divide',
  mod: 'remainder',
  abs: 'absolute',
  bitwise_not: 'invert',
  conj: 'conjugate',
  deg2rad: 'radians',
  rad2deg: 'degrees',
};

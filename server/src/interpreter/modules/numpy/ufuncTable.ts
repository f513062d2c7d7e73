/** NumPy's elementwise functions: those of the arrays' table, and the ones that are only NumPy's, on top of it. */
import {
  canCastSafely,
  type DType,
  type Element,
  isBig,
  isComplex,
  isDiscrete,
  isFloat,
  isInteger,
} from '../../../tensor/dtype.ts';
import {
  floatFor,
  mapElements,
  type NumpyFunctionName,
  numpyElementwise,
  numpyFunctions,
  onComplex,
  type ScalarFunction,
  unsupportedTypes,
} from '../../../tensor/elementwise.ts';
import {
  bigGcd,
  fractionOf,
  logAddExp2,
  mantissaOf,
  nextAfter,
  scaleByTwo,
  spacing,
} from '../../../tensor/floatParts.ts';
import * as libm from '../../../tensor/libm.ts';
import { cast, type NDArray } from '../../../tensor/ndarray.ts';
import { raiseTypeError } from '../../exceptions.ts';
import { numpyVersion } from './conversion.ts';
import { raiseNoLoop } from './numpyErrors.ts';

type Run = (arrays: readonly NDArray[], common: DType, numpy: 1 | 2) => NDArray;

/** How a function computes once the operands are arrays and their common type is known. */
export interface UfuncRow {
  readonly operandCount: 1 | 2;
  /** `float`: it computes in floats only; `truth`: it compares values; `exponent`: the second operand is an exponent. */
  readonly result?: 'float' | 'truth' | 'exponent';
  readonly run: Run;
  /** The second result, of functions that give two. */
  readonly second?: Run;
  /** What a reduction of nothing gives. */
  readonly identity?: number;
  /** False: the order of the operands of a reduction matters. */
  readonly isReorderable?: false;
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

const castAll = (arrays: readonly NDArray[], dtype: DType): NDArray[] =>
  arrays.map((array) => cast(array, dtype));

/** A function of floats. */
const onFloats = (compute: (...args: number[]) => number, operandCount: 1 | 2 = 1): UfuncRow => ({
  operandCount,
  result: 'float',
  run: (arrays, common) => {
    const dtype = floatFor(common);
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
  result: 'float',
  run: ([array]) => mapElements((value) => (test(Number(value)) ? 1 : 0), [array], 'bool'),
});

const shift = (name: string, compute: (x: bigint, y: bigint) => bigint): UfuncRow => ({
  operandCount: 2,
  run: (arrays, common) => {
    if (isFloat(common)) throw unsupportedTypes(name);
    const dtype = common === 'bool' ? 'int8' : common;
    const exact: ScalarFunction = (x, y) => compute(BigInt(x as bigint), BigInt(y as bigint));
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
    return mapElements((x, y) => (test(BigInt(x as bigint), BigInt(y as bigint)) ? 1 : 0), arrays, 'bool');
  },
});

/** A name of a type in NumPy's message about loops. */
const typeText = (dtype: DType): string =>
  numpyVersion() === 1
    ? `<class 'numpy.dtype[${dtype === 'bool' ? 'bool_' : dtype}]'>`
    : `<class 'numpy.dtypes.${dtype === 'uint8' || dtype.startsWith('uint') ? `UI${dtype.slice(2)}` : dtype[0]!.toUpperCase() + dtype.slice(1)}DType'>`;

/** NumPy's refusal of types that a function has no loop for. */
function noLoop(name: string, dtypes: readonly DType[]): never {
  const texts = dtypes.map(typeText);
  return raiseNoLoop(name, texts.length === 1 ? texts[0]! : `(${texts.join(', ')})`);
}

function logAddExp(x: number, y: number): number {
  if (x === y) return x + Math.LN2;
  const difference = x - y;
  if (difference > 0) return x + libm.log1p(libm.exp(-difference));
  return difference <= 0 ? y + libm.log1p(libm.exp(difference)) : difference;
}

/** A function of integers only. */
const onIntegers = (name: string, compute: (x: bigint, y: bigint) => bigint): UfuncRow => ({
  operandCount: 2,
  run: (arrays, common) => {
    if (!isInteger(common))
      return noLoop(
        name,
        arrays.map((array) => array.dtype),
      );
    const exact: ScalarFunction = (x, y) => compute(BigInt(x as bigint), BigInt(y as bigint));
    return mapElements(exact, castAll(arrays, common), common);
  },
});

/** A function of floats that depends on their width. */
const onWidth = (
  compute: (dtype: DType) => (...args: number[]) => number,
  operandCount: 1 | 2,
): UfuncRow => ({
  operandCount,
  result: 'float',
  run: (arrays, common) => {
    const dtype = floatFor(common);
    return mapElements(compute(dtype) as ScalarFunction, castAll(arrays, dtype), dtype);
  },
});

/** The type of the floats is that of the first operand, the second one counts. */
const loadExponent: UfuncRow = {
  operandCount: 2,
  result: 'exponent',
  run: ([x, exponents], _common, numpy) => {
    if (!isDiscrete(exponents.dtype)) throw unsupportedTypes('ldexp');
    const dtype = isDiscrete(x.dtype) && numpy === 1 && x.ndim === 0 ? 'float64' : floatFor(x.dtype);
    const compute: ScalarFunction = (mantissa, exponent) => scaleByTwo(Number(mantissa), Number(exponent));
    return mapElements(compute, [cast(x, dtype), exponents], dtype);
  },
};

const fractionRow: UfuncRow = {
  ...onFloats((x) => fractionOf(x)[0]),
  second: onFloats((x) => fractionOf(x)[1]).run,
};

const mantissaRow: UfuncRow = {
  ...onFloats((x) => mantissaOf(x)[0]),
  second: (arrays, common) =>
    mapElements((x) => mantissaOf(Number(x))[1], castAll(arrays, floatFor(common)), 'int32'),
};

const countBits: UfuncRow = {
  operandCount: 1,
  run: ([array], common) => {
    if (!isInteger(common)) throw unsupportedTypes('bitwise_count');
    const count: ScalarFunction = (x) => {
      const bits = BigInt(x as bigint);
      return (bits < 0n ? -bits : bits).toString(2).replaceAll('0', '').length;
    };
    return mapElements(count, [array], 'uint8');
  },
};

/** `Math.max` takes no bigint. */
const pick = (x: bigint, y: bigint, isFirst: boolean): bigint => (isFirst ? x : y);

const ownRows: Readonly<Record<string, UfuncRow>> = {
  floor: rounding('floor'),
  ceil: rounding('ceil'),
  trunc: rounding('trunc'),
  square: keepingType({ number: (x) => x * x, big: (x) => x * x }, { operandCount: 1, forBool: 'int8' }),
  positive: {
    operandCount: 1,
    run: ([array], common) => {
      if (common === 'bool') return noLoop('positive', ['bool']);
      return cast(array, common).copy();
    },
  },
  conjugate: keepingType({ number: (x) => x, big: (x) => x }, { operandCount: 1, forBool: 'int8' }),
  sign: {
    operandCount: 1,
    run: (arrays, common) => {
      if (common === 'bool') return noLoop('sign', ['bool']);
      if (!isFloat(common)) return numpyElementwise('sign', arrays, common);
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
  cbrt: onFloats(libm.cbrt),
  radians: onFloats((x) => x * (Math.PI / 180)),
  degrees: onFloats((x) => x * (180 / Math.PI)),
  hypot: onFloats(libm.hypot, 2),
  logaddexp: onFloats(logAddExp, 2),
  copysign: onFloats((x, y) => (y < 0 || Object.is(y, -0) ? -Math.abs(x) : Math.abs(x)), 2),
  heaviside: onFloats((x, y) => (Number.isNaN(x) ? x : x === 0 ? y : x < 0 ? 0 : 1), 2),
  float_power: {
    operandCount: 2,
    run: (arrays, common) => {
      const dtype = isComplex(common) ? 'complex128' : 'float64';
      return numpyElementwise('power', castAll(arrays, dtype), dtype);
    },
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
  divmod: {
    operandCount: 2,
    run: (arrays, common) => numpyElementwise('floor_divide', arrays, common),
    second: (arrays, common) => numpyElementwise('remainder', arrays, common),
  },
  modf: fractionRow,
  frexp: mantissaRow,
  ldexp: loadExponent,
  nextafter: onWidth((dtype) => (x, y) => nextAfter(x, y, dtype), 2),
  spacing: onWidth((dtype) => (x) => spacing(x, dtype), 1),
  logaddexp2: onFloats(logAddExp2, 2),
  gcd: onIntegers('gcd', bigGcd),
  lcm: onIntegers('lcm', (x, y) => {
    const divisor = bigGcd(x, y);
    const product = divisor === 0n ? 0n : (x / divisor) * y;
    return product < 0n ? -product : product;
  }),
  bitwise_count: countBits,
  isnat: {
    operandCount: 1,
    run: () => raiseTypeError("ufunc 'isnat' is only defined for np.datetime64 and np.timedelta64."),
  },
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

/** Reductions of nothing, and reductions whose order matters. */
const reductionFacts: Readonly<Record<string, Pick<UfuncRow, 'identity' | 'isReorderable'>>> = {
  add: { identity: 0 },
  multiply: { identity: 1 },
  logical_and: { identity: 1 },
  logical_or: { identity: 0 },
  logical_xor: { identity: 0 },
  bitwise_and: { identity: -1 },
  bitwise_or: { identity: 0 },
  bitwise_xor: { identity: 0 },
  hypot: { identity: 0 },
  logaddexp: { identity: Number.NEGATIVE_INFINITY },
  logaddexp2: { identity: Number.NEGATIVE_INFINITY },
  gcd: { identity: 0 },
  subtract: { isReorderable: false },
  true_divide: { isReorderable: false },
  floor_divide: { isReorderable: false },
  remainder: { isReorderable: false },
  power: { isReorderable: false },
  float_power: { isReorderable: false },
  fmod: { isReorderable: false },
  arctan2: { isReorderable: false },
  left_shift: { isReorderable: false },
  right_shift: { isReorderable: false },
};

const isLogic = (name: string): boolean => name.startsWith('logical_');

/** Every row knows what it does with complex numbers: it has a loop for them, or refuses as NumPy does. */
function withComplex(name: string, row: UfuncRow): UfuncRow {
  if (isLogic(name) || name === 'float_power') return row;
  const guarded =
    (run: Run): Run =>
    (arrays, common, numpy) =>
      isComplex(common) ? onComplex(name, arrays, common, numpy) : run(arrays, common, numpy);
  return { ...row, run: guarded(row.run), ...(row.second ? { second: guarded(row.second) } : {}) };
}

/** All elementwise functions by NumPy's own name. */
export const ufuncTable: ReadonlyMap<string, UfuncRow> = new Map(
  [...new Map([...engineRows(), ...Object.entries(ownRows)])].map(([name, row]) => [
    name,
    { ...withComplex(name, row), ...reductionFacts[name] },
  ]),
);

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

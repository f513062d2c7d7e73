/** Applies a function of scalars to arrays, broadcasting them; and NumPy's own arithmetic as a table on top of it. */
import { assert } from '../base/assert.ts';
import { complexFunction } from './complexFunctions.ts';
import {
  componentType,
  type DType,
  type Element,
  isBig,
  isComplex,
  isFloat,
  isText,
  makeStorage,
  promote,
} from './dtype.ts';
import { EngineError } from './engineError.ts';
import { runFastLoop } from './fastLoops.ts';
import * as float32Math from './float32Math.ts';
import { inBlocks } from './interrupt.ts';
import * as libm from './libm.ts';
import { broadcastTo, cast, fromStorage, isNonZero, type NDArray, toElement } from './ndarray.ts';
import { type ElementClass, type PrimitiveName, primitiveFunction } from './primitives.ts';
import { broadcastShapes, elementCount, type Shape } from './shape.ts';
import { tanh, tanhOfSingle } from './vectorTanh.ts';

export type ScalarFunction = (...args: Element[]) => Element;

export const elementClass = (dtype: DType): ElementClass =>
  isFloat(dtype) ? 'float' : isBig(dtype) ? 'big' : 'small';

/**
 * `compute` on every element of the operands, broadcast together. The operands already have the type in which to compute;
 * results are cut to `output` when they are stored (integers wrap, as in C).
 */
export function mapElements(compute: ScalarFunction, operands: readonly NDArray[], output: DType): NDArray {
  const shape = broadcastShapes(operands.map((operand) => operand.shape));
  const count = elementCount(shape);
  const target = makeStorage(output, count);
  const streams = operands.map((operand) => streamOf(operand, shape));
  const store = storing(output);
  const [a, b, c] = streams;
  if (isFloat(output) && operands.every(({ dtype }) => isFloat(dtype)) && streams.length < 3) {
    const floats = streams as readonly FloatStream[];
    inBlocks(count, (from, to) =>
      mapFloats(compute as FloatFunction, floats, { target: target as Float64Array, from, to }),
    );
  } else if (streams.length === 1) {
    inBlocks(count, (from, to) => {
      for (let i = from; i < to; i++) target[i] = store(compute(a.values[i * a.step]));
    });
  } else if (streams.length === 2) {
    inBlocks(count, (from, to) => {
      for (let i = from; i < to; i++) target[i] = store(compute(a.values[i * a.step], b.values[i * b.step]));
    });
  } else {
    assert(streams.length === 3, 'elementwise functions take one to three operands');
    inBlocks(count, (from, to) => {
      for (let i = from; i < to; i++)
        target[i] = store(compute(a.values[i * a.step], b.values[i * b.step], c.values[i * c.step]));
    });
  }
  return fromStorage(output, target, shape);
}

type FloatFunction = (x: number, y: number) => number;
interface FloatStream {
  readonly values: ArrayLike<number>;
  readonly step: 0 | 1;
}

/** The common case without a conversion: the storage rounds by itself. */
function mapFloats(
  compute: FloatFunction,
  streams: readonly FloatStream[],
  { target, from, to }: { target: Float64Array; from: number; to: number },
): void {
  const [a, b] = streams;
  if (b === undefined) {
    const one = compute as (x: number) => number;
    for (let i = from; i < to; i++) target[i] = one(a.values[i * a.step]);
  } else if (a.step === 1 && b.step === 1) {
    for (let i = from; i < to; i++) target[i] = compute(a.values[i], b.values[i]);
  } else if (b.step === 0) {
    const y = b.values[0];
    for (let i = from; i < to; i++) target[i] = compute(a.values[i * a.step], y);
  } else {
    const x = a.values[0];
    for (let i = from; i < to; i++) target[i] = compute(x, b.values[i]);
  }
}

interface Stream {
  readonly values: ArrayLike<Element>;
  /** 0 for a value that repeats. */
  readonly step: 0 | 1;
}

function streamOf(operand: NDArray, shape: Shape): Stream {
  if (operand.size === 1) return { values: [operand.at(0)], step: 0 };
  const isWhole =
    operand.shape.length === shape.length && operand.shape.every((n, axis) => n === shape[axis]);
  return { values: (isWhole ? operand : broadcastTo(operand, shape)).elements(), step: 1 };
}

/** Converts what a primitive gives to what the storage takes; comparisons give numbers even on 64-bit integers. */
function storing(output: DType): (value: Element) => Element {
  if (isComplex(output) || isText(output)) return (value) => toElement(output, value);
  if (isBig(output)) return (value) => (typeof value === 'bigint' ? value : BigInt(Number(value)));
  if (output === 'bool') return (value) => (isNonZero(value) ? 1 : 0);
  return (value) => (typeof value === 'number' ? value : Number(value));
}

type Rule = 'promote' | 'float' | 'compare' | 'logic' | 'test' | 'trueDiv';

interface NumpyFunction {
  readonly primitive: PrimitiveName;
  readonly rule: Rule;
}

/** NumPy's elementwise functions by NumPy's names. */
export const numpyFunctions = {
  add: { primitive: 'add', rule: 'promote' },
  subtract: { primitive: 'sub', rule: 'promote' },
  multiply: { primitive: 'mul', rule: 'promote' },
  true_divide: { primitive: 'div', rule: 'trueDiv' },
  floor_divide: { primitive: 'floorDiv', rule: 'promote' },
  remainder: { primitive: 'mod', rule: 'promote' },
  power: { primitive: 'pow', rule: 'promote' },
  maximum: { primitive: 'max', rule: 'promote' },
  minimum: { primitive: 'min', rule: 'promote' },
  arctan2: { primitive: 'atan2', rule: 'float' },
  bitwise_and: { primitive: 'and', rule: 'promote' },
  bitwise_or: { primitive: 'or', rule: 'promote' },
  bitwise_xor: { primitive: 'xor', rule: 'promote' },
  equal: { primitive: 'eq', rule: 'compare' },
  not_equal: { primitive: 'ne', rule: 'compare' },
  less: { primitive: 'lt', rule: 'compare' },
  less_equal: { primitive: 'le', rule: 'compare' },
  greater: { primitive: 'gt', rule: 'compare' },
  greater_equal: { primitive: 'ge', rule: 'compare' },
  logical_and: { primitive: 'and', rule: 'logic' },
  logical_or: { primitive: 'or', rule: 'logic' },
  logical_xor: { primitive: 'xor', rule: 'logic' },
  logical_not: { primitive: 'logicalNot', rule: 'logic' },
  isnan: { primitive: 'isNan', rule: 'test' },
  isinf: { primitive: 'isInf', rule: 'test' },
  negative: { primitive: 'neg', rule: 'promote' },
  absolute: { primitive: 'abs', rule: 'promote' },
  sign: { primitive: 'sign', rule: 'promote' },
  invert: { primitive: 'not', rule: 'promote' },
  floor: { primitive: 'floor', rule: 'float' },
  ceil: { primitive: 'ceil', rule: 'float' },
  trunc: { primitive: 'trunc', rule: 'float' },
  rint: { primitive: 'roundHalfToEven', rule: 'float' },
  exp: { primitive: 'exp', rule: 'float' },
  exp2: { primitive: 'exp2', rule: 'float' },
  expm1: { primitive: 'expm1', rule: 'float' },
  log: { primitive: 'log', rule: 'float' },
  log2: { primitive: 'log2', rule: 'float' },
  log10: { primitive: 'log10', rule: 'float' },
  log1p: { primitive: 'log1p', rule: 'float' },
  sqrt: { primitive: 'sqrt', rule: 'float' },
  sin: { primitive: 'sin', rule: 'float' },
  cos: { primitive: 'cos', rule: 'float' },
  tan: { primitive: 'tan', rule: 'float' },
  arcsin: { primitive: 'asin', rule: 'float' },
  arccos: { primitive: 'acos', rule: 'float' },
  arctan: { primitive: 'atan', rule: 'float' },
  sinh: { primitive: 'sinh', rule: 'float' },
  cosh: { primitive: 'cosh', rule: 'float' },
  tanh: { primitive: 'tanh', rule: 'float' },
  arcsinh: { primitive: 'asinh', rule: 'float' },
  arccosh: { primitive: 'acosh', rule: 'float' },
  arctanh: { primitive: 'atanh', rule: 'float' },
} satisfies Record<string, NumpyFunction>;

export type NumpyFunctionName = keyof typeof numpyFunctions;

/** Functions of doubles whose last digit the C library gives differently. */
const accurate: Readonly<Record<string, unknown>> = {
  exp: libm.exp,
  log: libm.log,
  log2: libm.log2,
  log10: libm.log10,
  sin: libm.sin,
  cos: libm.cos,
  tan: libm.tan,
  asin: libm.asin,
  acos: libm.acos,
  atan: libm.atan,
  atan2: libm.atan2,
  cosh: libm.cosh,
  sinh: libm.sinh,
  tanh,
  asinh: libm.asinh,
  acosh: libm.acosh,
};

/** Functions of single floats that NumPy computes in its own way. */
const accurateSingle: Readonly<Record<string, unknown>> = {
  sigmoid: (x: number): number => 1 / Math.fround(1 + Math.fround(libm.exp(-x))),
  exp: float32Math.exp,
  log: float32Math.log,
  sin: float32Math.sin,
  cos: float32Math.cos,
  tanh: tanhOfSingle,
};

/** What NumPy and its C library compute differently from JavaScript; null for the rest. */
export function ownFunction(primitive: string, dtype: DType): ScalarFunction | null {
  const table = dtype === 'float64' ? accurate : dtype === 'float32' ? accurateSingle : {};
  return Object.hasOwn(table, primitive) ? (table[primitive] as ScalarFunction) : null;
}

/** NumPy's elementwise function `name`. `promoted` overrides the common type where Python numbers took part. */
export function numpyElementwise(
  name: NumpyFunctionName,
  operands: readonly NDArray[],
  promoted?: DType,
): NDArray {
  const common = promoted ?? operands.map((operand) => operand.dtype).reduce(promote);
  if (isComplex(common) && numpyFunctions[name].rule !== 'logic') return onComplex(name, operands, common);
  const { rule } = numpyFunctions[name];
  const primitive = name === 'invert' && common === 'bool' ? 'logicalNot' : numpyFunctions[name].primitive;
  const { compute, output } = numpyTypes(name, rule, common);
  const scalarFunction =
    ownFunction(primitive, compute) ?? primitiveFunction(primitive, elementClass(compute));
  assert(scalarFunction !== null, `no ${primitive} for ${compute}`);
  checkIntegerPower(name, compute, operands);
  const inType = operands.map((operand) => cast(operand, compute));
  return (
    runFastLoop(primitive, inType, { dtype: compute, output }) ?? mapElements(scalarFunction, inType, output)
  );
}

/** A function on complex numbers; `version` of NumPy matters to `sign`. */
export function onComplex(
  name: string,
  operands: readonly NDArray[],
  common: DType,
  version: 1 | 2 = 2,
): NDArray {
  const row = isComplex(common) ? complexFunction(name, common, version) : undefined;
  if (!row) throw unsupportedTypes(name);
  const output = row.gives === 'complex' ? common : row.gives === 'real' ? componentType(common) : 'bool';
  return mapElements(
    row.compute,
    operands.map((operand) => cast(operand, common)),
    output,
  );
}

/** NumPy's TypeError for operands of types that a function has no loop for. */
export const unsupportedTypes = (name: string): EngineError =>
  new EngineError(
    'TypeError',
    `ufunc '${name}' not supported for the input types, and the inputs could not be safely coerced to any supported types according to the casting rule ''safe''`,
  );

function numpyTypes(name: string, rule: Rule, common: DType): { compute: DType; output: DType } {
  switch (rule) {
    case 'promote':
      return boolArithmetic(name, common);
    case 'float':
    case 'trueDiv': {
      const dtype = rule === 'trueDiv' && !isFloat(common) ? 'float64' : floatFor(common);
      return { compute: dtype, output: dtype };
    }
    case 'compare':
    case 'test':
      return { compute: common, output: 'bool' };
    case 'logic':
      return { compute: 'bool', output: 'bool' };
  }
}

const noBool: Readonly<Record<string, string>> = {
  subtract:
    'numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` operator, or the logical_xor function instead.',
  negative:
    'The numpy boolean negative, the `-` operator, is not supported, use the `~` operator or the logical_not function instead.',
};

function boolArithmetic(name: string, common: DType): { compute: DType; output: DType } {
  if (common !== 'bool') return checkBitwise(name, common);
  if (noBool[name]) throw new EngineError('TypeError', noBool[name]);
  if (name === 'floor_divide' || name === 'remainder' || name === 'power')
    return { compute: 'int8', output: 'int8' };
  return { compute: 'bool', output: 'bool' };
}

const bitwise = new Set(['bitwise_and', 'bitwise_or', 'bitwise_xor', 'invert']);

function checkBitwise(name: string, common: DType): { compute: DType; output: DType } {
  if (bitwise.has(name) && isFloat(common)) throw unsupportedTypes(name);
  return { compute: common, output: common };
}

/** The float type of NumPy's float functions: half precision for 8 bits. */
export const floatFor = (common: DType): DType => promote(common, 'float16');

/** What `numpyElementwise` does to single elements of a type, for functions that keep it; null for the others. */
export function keptScalarFunction(name: string, dtype: DType): ScalarFunction | null {
  if (!Object.hasOwn(numpyFunctions, name)) return null;
  const { rule, primitive } = numpyFunctions[name as NumpyFunctionName];
  if (rule !== 'promote' || dtype === 'bool' || name === 'power') return null;
  return isComplex(dtype)
    ? (complexFunction(name, dtype, 2)?.compute ?? null)
    : primitiveFunction(primitive, elementClass(dtype));
}

function checkIntegerPower(name: string, compute: DType, operands: readonly NDArray[]): void {
  if (name !== 'power' || isFloat(compute)) return;
  if (Array.from(operands[1].elements() as ArrayLike<number | bigint>).some((exponent) => exponent < 0)) {
    throw new EngineError('ValueError', 'Integers to negative integer powers are not allowed.');
  }
}

/**
 * The scalar operations that every backend has to know: what each does to floats, to integers that fit a JavaScript
 * number, and to 64-bit integers. Results are cut to the element type where they are stored.
 */
import type { Element } from './dtype.ts';
import * as libm from './libm.ts';
import { specialPrimitives } from './special/specialPrimitives.ts';

type NumberFunction = (...args: number[]) => number;
type BigFunction = (...args: bigint[]) => Element;

/** How the operands are held: `float`, `small` (integers and booleans up to 32 bits), `big` (64-bit integers). */
export type ElementClass = 'float' | 'small' | 'big';

export interface Primitive {
  readonly float: NumberFunction;
  /** Where it differs from `float`. */
  readonly small?: NumberFunction;
  /** null: the rules never ask for it on 64-bit integers, because the result is a float. */
  readonly big: BigFunction | null;
}

const truth = (value: boolean): number => (value ? 1 : 0);
/** Exact modulo 2^32, which every type up to 32 bits cuts further. */
const wrap = (value: bigint): number => Number(BigInt.asIntN(32, value));

function floorModulo(x: number, y: number): number {
  const rest = x % y;
  if (rest === 0) return y < 0 || Object.is(y, -0) ? -0 : 0;
  return rest < 0 !== y < 0 ? rest + y : rest;
}

/** NumPy's floor division: exact where the quotient is, unlike `floor(x / y)`. */
function floorDivide(x: number, y: number): number {
  if (y === 0) return x / y;
  const rest = x % y;
  let quotient = (x - rest) / y;
  if (rest !== 0 && rest < 0 !== y < 0) quotient -= 1;
  if (quotient === 0) return Object.is(x / y, -0) || x / y < 0 ? -0 : 0;
  const floor = Math.floor(quotient);
  return quotient - floor > 0.5 ? floor + 1 : floor;
}

function bigFloorDivide(x: bigint, y: bigint): bigint {
  if (y === 0n) return 0n;
  const quotient = x / y;
  return x % y !== 0n && x < 0n !== y < 0n ? quotient - 1n : quotient;
}

const bigFloorModulo = (x: bigint, y: bigint): bigint => (y === 0n ? 0n : x - bigFloorDivide(x, y) * y);

/** Power of integers modulo 2^64. A negative exponent gives 0, 1 or -1 as C does. */
function bigPower(base: bigint, exponent: bigint): bigint {
  if (exponent < 0n) return base === 1n ? 1n : base === -1n ? (exponent % 2n === 0n ? 1n : -1n) : 0n;
  let result = 1n;
  let factor = base;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = BigInt.asIntN(64, result * factor);
    factor = BigInt.asIntN(64, factor * factor);
  }
  return result;
}

/** Squares and roots are what the power gives anyway, and are written so for the sake of speed. */
function floatPower(base: number, exponent: number): number {
  if (exponent === 2) return base * base;
  if (exponent === 0.5) return base === Number.NEGATIVE_INFINITY ? -base : Math.sqrt(base + 0);
  return libm.pow(base, exponent);
}

function roundHalfToEven(x: number): number {
  const floor = Math.floor(x);
  const rest = x - floor;
  if (rest < 0.5) return keepZeroSign(floor, x);
  if (rest > 0.5) return keepZeroSign(floor + 1, x);
  return keepZeroSign(floor % 2 === 0 ? floor : floor + 1, x);
}

const keepZeroSign = (rounded: number, x: number): number =>
  rounded === 0 && (x < 0 || Object.is(x, -0)) ? -0 : rounded;

const float = (compute: NumberFunction): Primitive => ({ float: compute, big: null });
const compare = (test: (x: Element, y: Element) => boolean): Primitive => ({
  float: (x, y) => truth(test(x, y)),
  big: (x, y) => truth(test(x, y)),
});

/** NumPy's maximum and minimum: NaN wins. */
const maximum = (x: number, y: number): number => (Number.isNaN(x) || x >= y ? x : y);
const minimum = (x: number, y: number): number => (Number.isNaN(x) || x <= y ? x : y);

/** `Math.max` takes no bigint. */
function largest(x: bigint, y: bigint): bigint {
  if (x < y) return y;
  return x;
}

export const primitives = {
  add: { float: (x, y) => x + y, big: (x, y) => x + y },
  sub: { float: (x, y) => x - y, big: (x, y) => x - y },
  mul: { float: (x, y) => x * y, small: Math.imul, big: (x, y) => x * y },
  div: float((x, y) => x / y),
  floorDiv: { float: floorDivide, small: (x, y) => (y === 0 ? 0 : Math.floor(x / y)), big: bigFloorDivide },
  mod: { float: floorModulo, small: (x, y) => (y === 0 ? 0 : floorModulo(x, y)), big: bigFloorModulo },
  pow: { float: floatPower, small: (x, y) => wrap(bigPower(BigInt(x), BigInt(y))), big: bigPower },
  neg: { float: (x) => -x, big: (x) => -x },
  abs: { float: Math.abs, big: (x) => (x < 0n ? -x : x) },
  sign: { float: Math.sign, big: (x) => (x > 0n ? 1n : x < 0n ? -1n : 0n) },
  max: { float: maximum, big: (x, y) => largest(x, y) },
  min: { float: minimum, big: (x, y) => largest(-x, -y) * -1n },
  eq: compare((x, y) => x === y),
  ne: compare((x, y) => x !== y),
  lt: compare((x, y) => x < y),
  le: compare((x, y) => x <= y),
  gt: compare((x, y) => x > y),
  ge: compare((x, y) => x >= y),
  and: { float: (x, y) => x & y, big: (x, y) => x & y },
  or: { float: (x, y) => x | y, big: (x, y) => x | y },
  xor: { float: (x, y) => x ^ y, big: (x, y) => x ^ y },
  not: { float: (x) => ~x, big: (x) => ~x },
  logicalNot: { float: (x) => truth(x === 0), big: (x) => truth(x === 0n) },
  /** select(condition, then, otherwise); the condition is already 0 or 1. */
  select: { float: (c, x, y) => (c ? x : y), big: (c, x, y) => (c ? x : y) },
  identity: { float: (x) => x, big: (x) => x },
  second: { float: (_, y) => y, big: (_, y) => y },
  zero: { float: () => 0, big: () => 0n },
  isNan: { float: (x) => truth(Number.isNaN(x)), big: () => 0 },
  isInf: { float: (x) => truth(Math.abs(x) === Number.POSITIVE_INFINITY), big: () => 0 },
  floor: { float: Math.floor, big: (x) => x },
  ceil: { float: Math.ceil, big: (x) => x },
  trunc: { float: Math.trunc, big: (x) => x },
  roundHalfToEven: { float: roundHalfToEven, big: (x) => x },
  roundHalfAway: { float: (x) => Math.sign(x) * Math.floor(Math.abs(x) + 0.5), big: (x) => x },
  exp: float(libm.exp),
  exp2: float(libm.exp2),
  expm1: float(libm.expm1),
  log: float(libm.log),
  log2: float(libm.log2),
  log10: float(libm.log10),
  log1p: float(libm.log1p),
  sqrt: float(Math.sqrt),
  sin: float(libm.sin),
  cos: float(libm.cos),
  tan: float(libm.tan),
  asin: float(libm.asin),
  acos: float(libm.acos),
  atan: float(libm.atan),
  atan2: float(libm.atan2),
  sinh: float(libm.sinh),
  cosh: float(libm.cosh),
  tanh: float(libm.tanh),
  asinh: float(libm.asinh),
  acosh: float(libm.acosh),
  atanh: float(libm.atanh),
  ...specialPrimitives,
} satisfies Record<string, Primitive>;

export type PrimitiveName = keyof typeof primitives;

/** What a primitive does to operands of one class; null where it has no meaning there. */
export function primitiveFunction(
  name: PrimitiveName,
  held: ElementClass,
): ((...args: Element[]) => Element) | null {
  const primitive: Primitive = primitives[name];
  const chosen =
    held === 'big'
      ? primitive.big
      : held === 'small'
        ? (primitive.small ?? primitive.float)
        : primitive.float;
  return chosen as ((...args: Element[]) => Element) | null;
}

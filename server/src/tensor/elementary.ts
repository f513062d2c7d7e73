/**
 * Logarithm and exponential as the C library rounds them: the sums are carried in pairs of doubles, so that all but
 * one argument in several thousand is rounded correctly, which glibc does as nearly. JavaScript's own functions are a unit in
 * the last place off now and then, and that shows when a program prints 17 digits.
 *
 * Method: table-driven reduction (P. T. P. Tang, "Table-driven implementation of the logarithm function", 1990) with
 * Dekker's exact products. The tables are computed at first use with integers of 160 bits.
 */
import {
  fixedBits,
  fixedOne,
  pairOf,
  productError,
  shortened,
  toFixed,
  toNumber,
  upperHalf,
} from './fixedPoint.ts';

const float = new Float64Array([1]);
const words = new Uint32Array(float.buffer);
/** Where sign and exponent lie: depends on the machine's byte order. */
const upperWord = words[1] === 0 ? 0 : 1;
/** log((1 + t) / (1 - t)) = 2 (t + t^3/3 + …). */
function fixedLog(numerator: bigint, denominator: bigint): bigint {
  const t = ((numerator - denominator) * fixedOne) / (numerator + denominator);
  const square = (t * t) >> fixedBits;
  let power = t;
  let sum = 0n;
  for (let n = 1n; power !== 0n && power !== -1n; n += 2n) {
    sum += power / n;
    power = (power * square) >> fixedBits;
  }
  return 2n * sum;
}

function fixedExp(x: bigint): bigint {
  let term = fixedOne;
  let sum = 0n;
  for (let n = 1n; term !== 0n; n++) {
    sum += term;
    term = ((term * x) >> fixedBits) / n;
  }
  return sum;
}

/** Steps of the tables: the mantissa is reduced to within 1/128 of 1, the exponent to within 1/256 of 0. */
const logSteps = 128;
const expSteps = 128;
const firstStep = 90;

interface Tables {
  readonly inverse: Float64Array;
  readonly logHigh: Float64Array;
  readonly logLow: Float64Array;
  readonly powerHigh: Float64Array;
  readonly powerLow: Float64Array;
  /** ln 2 with 32 trailing zeros, so that products with exponents are exact; and the rest. */
  readonly ln2High: number;
  readonly ln2Low: number;
  readonly stepHigh: number;
  readonly stepMiddle: number;
  readonly stepLow: number;
}

function makeTables(): Tables {
  const count = 182 - firstStep;
  const inverse = new Float64Array(count);
  const logHigh = new Float64Array(count);
  const logLow = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const short = Math.round((logSteps / (i + firstStep)) * 512);
    inverse[i] = short / 512;
    ({ high: logHigh[i], low: logLow[i] } = pairOf(-fixedLog(BigInt(short), 512n)));
  }
  const powerHigh = new Float64Array(expSteps);
  const powerLow = new Float64Array(expSteps);
  const ln2 = fixedLog(2n, 1n);
  for (let i = 0; i < expSteps; i++) {
    ({ high: powerHigh[i], low: powerLow[i] } = pairOf(fixedExp((ln2 * BigInt(i)) / BigInt(expSteps))));
  }
  const ln2High = shortened(Math.LN2, 32);
  const step = ln2 / BigInt(expSteps);
  const stepHigh = shortened(Math.LN2 / expSteps, 32);
  const stepMiddle = shortened(toNumber(step - toFixed(stepHigh)), 32);
  return {
    inverse,
    logHigh,
    logLow,
    powerHigh,
    powerLow,
    ln2High,
    ln2Low: toNumber(ln2 - toFixed(ln2High)),
    stepHigh,
    stepMiddle,
    stepLow: toNumber(step - toFixed(stepHigh) - toFixed(stepMiddle)),
  };
}

let made: Tables | null = null;

function tables(): Tables {
  made ??= makeTables();
  return made;
}

/** The natural logarithm. */
export function log(x: number): number {
  if (!(x > 0) || x === Number.POSITIVE_INFINITY || x === 1) return Math.log(x);
  const t = tables();
  let exponent = 0;
  let value = x;
  if (value < 2.2250738585072014e-308) {
    value *= 2 ** 54;
    exponent = -54;
  }
  float[0] = value;
  const head = words[upperWord];
  exponent += (head >>> 20) - 1023;
  words[upperWord] = (head & 0xfffff) | 0x3ff00000;
  let mantissa = float[0];
  if (mantissa >= Math.SQRT2) {
    mantissa /= 2;
    exponent++;
  }
  const index = Math.round(mantissa * logSteps) - firstStep;
  const inverse = t.inverse[index];
  const mantissaHigh = upperHalf(mantissa);
  const first = mantissaHigh * inverse - 1;
  const second = (mantissa - mantissaHigh) * inverse;
  const r = first + second;
  const rLow = first - r + second;
  const square = r * r;
  const half = -0.5 * square;
  const halfLow = -0.5 * productError(r, r, square) - r * rLow;
  const tail =
    square *
    r *
    (1 / 3 - r * (0.25 - r * (0.2 - r * (1 / 6 - r * (1 / 7 - r * (0.125 - r * (1 / 9 - r * 0.1)))))));
  const base = exponent * t.ln2High;
  const table = t.logHigh[index];
  const a = base + table;
  const aLow = table - (a - base);
  const b = a + r;
  const bLow = a - (b - (b - a)) + (r - (b - a));
  const c = b + half;
  const cLow = half - (c - b);
  const small = cLow + (bLow + (aLow + (halfLow + tail + (rLow + (t.logLow[index] + exponent * t.ln2Low)))));
  return c + small;
}

/** The exponential. */
export function exp(x: number): number {
  if (!(Math.abs(x) < 745.2) || x > 709.79 || x === 0) return Math.exp(x);
  const t = tables();
  const steps = Math.round(x * (expSteps / Math.LN2));
  const first = x - steps * t.stepHigh;
  const second = steps * t.stepMiddle;
  const reduced = first - second;
  const lost = first - (reduced + second) - (reduced - (reduced + second) + second);
  const rest = lost - steps * t.stepLow;
  const r = reduced + rest;
  const rLow = reduced - r + rest;
  const tail = r * r * (0.5 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120 + r / 720))));
  const p = r + tail;
  const pLow = r - p + tail + rLow;
  const index = ((steps % expSteps) + expSteps) % expSteps;
  const base = t.powerHigh[index];
  const product = base * p;
  const productLow = productError(base, p, product) + base * pLow + t.powerLow[index] * (1 + p);
  const sum = base + product;
  const value = sum + (product - (sum - base) + productLow);
  return scaled(value, (steps - index) / expSteps);
}

/** value * 2^exponent, in two steps where the factor alone would overflow. */
function scaled(value: number, exponent: number): number {
  if (exponent > 1000) return value * 2 ** 1000 * 2 ** (exponent - 1000);
  if (exponent < -1000) return value * 2 ** -1000 * 2 ** (exponent + 1000);
  return value * 2 ** exponent;
}

/**
 * Decimal floating point with a given precision: the General Decimal Arithmetic Specification (speleotrove.com/decimal), as
 * Python's `decimal` has it. Logarithms and exponentials are series in integers with guard digits. Pure: no values of Python.
 */

import { runtime } from '../../../runtime.ts';
import { integerRoot } from '../numbers/integerMath.ts';

/** A finite number: (-1)^negative × coefficient × 10^exponent. */
export interface Decimal {
  readonly negative: boolean;
  readonly coefficient: bigint;
  readonly exponent: number;
}

export type Rounding =
  | 'ROUND_UP'
  | 'ROUND_DOWN'
  | 'ROUND_CEILING'
  | 'ROUND_FLOOR'
  | 'ROUND_HALF_UP'
  | 'ROUND_HALF_DOWN'
  | 'ROUND_HALF_EVEN'
  | 'ROUND_05UP';

export interface Precision {
  readonly prec: number;
  readonly rounding: Rounding;
}

export const decimal = (coefficient: bigint, exponent: number, negative = false): Decimal =>
  coefficient < 0n
    ? { negative: !negative, coefficient: -coefficient, exponent }
    : { negative, coefficient, exponent };

export const digitCount = (coefficient: bigint): number => coefficient.toString().length;
export const power10 = (exponent: number): bigint => 10n ** BigInt(exponent);
export const signed = ({ negative, coefficient }: Decimal): bigint => (negative ? -coefficient : coefficient);

/** Whether the last digit that is kept goes up by one. `twice`: twice what is cut off, compared with the unit. */
function goesUp(rounding: Rounding, kept: bigint, negative: boolean, twice: -1 | 0 | 1): boolean {
  switch (rounding) {
    case 'ROUND_UP':
      return true;
    case 'ROUND_DOWN':
      return false;
    case 'ROUND_CEILING':
      return !negative;
    case 'ROUND_FLOOR':
      return negative;
    case 'ROUND_HALF_UP':
      return twice >= 0;
    case 'ROUND_HALF_DOWN':
      return twice > 0;
    case 'ROUND_HALF_EVEN':
      return twice > 0 || (twice === 0 && kept % 2n === 1n);
    case 'ROUND_05UP':
      return kept % 5n === 0n;
  }
}

/** The number with another exponent; digits are cut off or zeros added. */
export function rescale(value: Decimal, exponent: number, rounding: Rounding): Decimal {
  const shift = value.exponent - exponent;
  if (shift >= 0) return { ...value, coefficient: value.coefficient * power10(shift), exponent };
  if (-shift > digitCount(value.coefficient) + 1) {
    const up = value.coefficient !== 0n && goesUp(rounding, 0n, value.negative, -1);
    return { ...value, coefficient: up ? 1n : 0n, exponent };
  }
  const unit = power10(-shift);
  const kept = value.coefficient / unit;
  const rest = value.coefficient % unit;
  if (rest === 0n) return { ...value, coefficient: kept, exponent };
  const twice = 2n * rest < unit ? -1 : 2n * rest === unit ? 0 : 1;
  const up = goesUp(rounding, kept, value.negative, twice);
  return { ...value, coefficient: up ? kept + 1n : kept, exponent };
}

/** At most `prec` digits. */
export function fitted(value: Decimal, { prec, rounding }: Precision): Decimal {
  const extra = digitCount(value.coefficient) - prec;
  if (extra <= 0) return value;
  const cut = rescale(value, value.exponent + extra, rounding);
  return digitCount(cut.coefficient) > prec ? rescale(cut, cut.exponent + 1, rounding) : cut;
}

export function add(a: Decimal, b: Decimal, context: Precision): Decimal {
  const [left, right] = alignFar(a, b, context.prec);
  const exponent = Math.min(left.exponent, right.exponent);
  const sum =
    signed(left) * power10(left.exponent - exponent) + signed(right) * power10(right.exponent - exponent);
  if (sum === 0n) {
    const negative = a.negative === b.negative ? a.negative : context.rounding === 'ROUND_FLOOR';
    return { negative, coefficient: 0n, exponent };
  }
  return fitted(decimal(sum, exponent), context);
}

/** A number that is far too small to be seen in the sum becomes a one at the place just below. */
function alignFar(a: Decimal, b: Decimal, prec: number): readonly [Decimal, Decimal] {
  const [big, small] =
    a.exponent + digitCount(a.coefficient) >= b.exponent + digitCount(b.coefficient) ? [a, b] : [b, a];
  if (big.coefficient === 0n || small.coefficient === 0n) return [a, b];
  const edge = big.exponent + Math.min(-1, digitCount(big.coefficient) - prec - 2);
  if (small.exponent + digitCount(small.coefficient) - 1 >= edge) return [a, b];
  return [big, { ...small, coefficient: 1n, exponent: edge }];
}

export const negate = (value: Decimal): Decimal => ({ ...value, negative: !value.negative });

export const multiply = (a: Decimal, b: Decimal, context: Precision): Decimal =>
  fitted(
    {
      negative: a.negative !== b.negative,
      coefficient: a.coefficient * b.coefficient,
      exponent: a.exponent + b.exponent,
    },
    context,
  );

/** `b` is not zero. */
export function divide(a: Decimal, b: Decimal, context: Precision): Decimal {
  const negative = a.negative !== b.negative;
  const ideal = a.exponent - b.exponent;
  if (a.coefficient === 0n) return { negative, coefficient: 0n, exponent: ideal };
  const shift = Math.max(0, digitCount(b.coefficient) - digitCount(a.coefficient) + context.prec + 1);
  const numerator = a.coefficient * power10(shift);
  let coefficient = numerator / b.coefficient;
  let exponent = ideal - shift;
  if (numerator % b.coefficient !== 0n) {
    if (coefficient % 5n === 0n) coefficient += 1n;
  } else {
    while (exponent < ideal && coefficient % 10n === 0n) {
      coefficient /= 10n;
      exponent++;
    }
  }
  return fitted({ negative, coefficient, exponent }, context);
}

/** The quotient cut to an integer, and what is left. */
export function divideInteger(a: Decimal, b: Decimal): readonly [quotient: bigint, rest: Decimal] {
  const exponent = Math.min(a.exponent, b.exponent);
  const x = a.coefficient * power10(a.exponent - exponent);
  const y = b.coefficient * power10(b.exponent - exponent);
  const quotient = x / y;
  return [
    a.negative !== b.negative ? -quotient : quotient,
    { negative: a.negative, coefficient: x % y, exponent },
  ];
}

export function compare(a: Decimal, b: Decimal): number {
  const exponent = Math.min(a.exponent, b.exponent);
  const difference = signed(a) * power10(a.exponent - exponent) - signed(b) * power10(b.exponent - exponent);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Of a number that is not negative. */
export function squareRoot(value: Decimal, context: Precision): Decimal {
  const ideal = Math.floor(value.exponent / 2);
  if (value.coefficient === 0n) return { ...value, exponent: ideal };
  const isOdd = value.exponent % 2 !== 0;
  const base = isOdd ? value.coefficient * 10n : value.coefficient;
  const places = isOdd ? (digitCount(value.coefficient) >> 1) + 1 : (digitCount(value.coefficient) + 1) >> 1;
  const shift = context.prec + 1 - places;
  const scaled = shift >= 0 ? base * power10(2 * shift) : base / power10(-2 * shift);
  const isCut = shift < 0 && base % power10(-2 * shift) !== 0n;
  const root = integerRoot(scaled);
  if (root * root === scaled && !isCut) {
    const exact = shift >= 0 ? root / power10(shift) : root * power10(-shift);
    return fitted(
      { negative: false, coefficient: exact, exponent: ideal },
      { ...context, rounding: 'ROUND_HALF_EVEN' },
    );
  }
  const sticky = root % 5n === 0n ? root + 1n : root;
  return fitted(
    { negative: false, coefficient: sticky, exponent: ideal - shift },
    { ...context, rounding: 'ROUND_HALF_EVEN' },
  );
}

/** ln(n / d) in units of 10^-places: by halving towards 1 and the series of artanh. */
function naturalLog(n: bigint, d: bigint, places: number): bigint {
  const one = power10(places);
  let x = (n * one) / d;
  let twos = 0n;
  while (x > (one * 4n) / 3n) {
    x /= 2n;
    twos++;
  }
  while (x < (one * 2n) / 3n) {
    x *= 2n;
    twos--;
  }
  const series = (value: bigint): bigint => {
    const z = ((value - one) * one) / (value + one);
    const square = (z * z) / one;
    let sum = 0n;
    let term = z;
    for (let k = 1n; term !== 0n; k += 2n) {
      runtime().checkpoint();
      sum += term / k;
      term = (term * square) / one;
    }
    return 2n * sum;
  };
  return series(x) + (twos === 0n ? 0n : twos * logTwo(places, series, one));
}

const logTwo = (_places: number, series: (value: bigint) => bigint, one: bigint): bigint =>
  // ln 2 = 2 ln(4/3) - ln(8/9)
  2n * series((one * 4n) / 3n) - series((one * 8n) / 9n);

/** The natural logarithm of a positive number. */
export function ln(value: Decimal, context: Precision): Decimal {
  if (compare(value, decimal(1n, 0)) === 0) return decimal(0n, 0);
  const places = context.prec + 12 + digitCount(BigInt(Math.abs(value.exponent) + 1));
  const whole = value.exponent >= 0 ? power10(value.exponent) : 1n;
  const below = value.exponent < 0 ? power10(-value.exponent) : 1n;
  // Far from 1 the powers of two cost many digits: guard them.
  const guard = places + digitCount(value.coefficient) + Math.ceil(Math.abs(value.exponent) / 2);
  const result = naturalLog(value.coefficient * whole, below, guard);
  return fitted(decimal(result, -guard), { ...context, rounding: 'ROUND_HALF_EVEN' });
}

/** The logarithm to base 10 of a positive number. */
export function log10(value: Decimal, context: Precision): Decimal {
  const text = value.coefficient.toString();
  if (/^10*$/.test(text)) {
    return fitted(decimal(BigInt(value.exponent + text.length - 1), 0), {
      ...context,
      rounding: 'ROUND_HALF_EVEN',
    });
  }
  const more = { prec: context.prec + 8, rounding: context.rounding };
  const quotient = divide(ln(value, more), ln(decimal(10n, 0), more), more);
  return fitted(quotient, { ...context, rounding: 'ROUND_HALF_EVEN' });
}

/** e to the power of a number. */
export function exp(value: Decimal, context: Precision): Decimal {
  if (value.coefficient === 0n) return decimal(1n, 0);
  const magnitude = Math.max(0, value.exponent + digitCount(value.coefficient));
  const places = context.prec + 12 + magnitude * 3;
  const one = power10(places);
  const scaled = rescale(value, -places, 'ROUND_HALF_EVEN');
  const x = signed(scaled);
  const more = { prec: places, rounding: context.rounding };
  const ten = signed(rescale(ln(decimal(10n, 0), more), -places, 'ROUND_HALF_EVEN'));
  const tens = x >= 0n ? x / ten : -((-x + ten - 1n) / ten);
  const rest = x - tens * ten;
  let sum = one;
  let term = one;
  for (let k = 1n; term !== 0n; k++) {
    runtime().checkpoint();
    term = (term * rest) / (one * k);
    sum += term;
  }
  return fitted(decimal(sum, Number(tens) - places), { ...context, rounding: 'ROUND_HALF_EVEN' });
}

/** As a float; infinite where it is too large for one. */
export const approximately = (value: Decimal): number =>
  Number(`${value.negative ? '-' : ''}${value.coefficient}e${value.exponent}`);

/** The logarithm to base 10 of the magnitude, as a float; not for zero. */
export function log10Of({ coefficient, exponent }: Decimal): number {
  const digits = coefficient.toString();
  return Math.log10(Number(`${digits[0]}.${digits.slice(1)}`)) + (digits.length - 1 + exponent);
}

/** An integer power. */
export function integerPower(base: Decimal, exponent: bigint, context: Precision): Decimal {
  const absolute = exponent < 0n ? -exponent : exponent;
  const more = { prec: context.prec + 8 + digitCount(absolute), rounding: 'ROUND_HALF_EVEN' as const };
  let result = decimal(1n, 0);
  let factor = base;
  for (let left = absolute; left > 0n; left >>= 1n) {
    runtime().checkpoint();
    if (left & 1n) result = multiply(result, factor, more);
    if (left > 1n) factor = multiply(factor, factor, more);
  }
  return exponent < 0n ? divide(decimal(1n, 0), result, context) : fitted(result, context);
}

/** Without zeros at the end. */
export function normalized(value: Decimal): Decimal {
  if (value.coefficient === 0n) return { ...value, exponent: 0 };
  let { coefficient, exponent } = value;
  while (coefficient % 10n === 0n) {
    coefficient /= 10n;
    exponent++;
  }
  return { ...value, coefficient, exponent };
}

/** The specification's to-scientific-string; `mark` is `E` or `e`. */
export function decimalText(value: Decimal, mark = 'E'): string {
  const digits = value.coefficient.toString();
  const sign = value.negative ? '-' : '';
  const left = value.exponent + digits.length;
  const point = value.exponent <= 0 && left > -6 ? left : 1;
  let body: string;
  if (point <= 0) body = `0.${'0'.repeat(-point)}${digits}`;
  else if (point >= digits.length) body = digits + '0'.repeat(point - digits.length);
  else body = `${digits.slice(0, point)}.${digits.slice(point)}`;
  const power = left - point;
  return power === 0 ? sign + body : `${sign}${body}${mark}${power < 0 ? '' : '+'}${power}`;
}

/** Plain digits, without an exponent. */
export function plainText(value: Decimal): string {
  const digits = value.coefficient.toString();
  if (value.exponent >= 0) return digits + (value.coefficient === 0n ? '' : '0'.repeat(value.exponent));
  const padded = digits.padStart(1 - value.exponent, '0');
  const cut = padded.length + value.exponent;
  return `${padded.slice(0, cut)}.${padded.slice(cut)}`;
}

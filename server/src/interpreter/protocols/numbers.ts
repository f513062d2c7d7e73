/**
 * Arithmetic of int, float and complex, as in CPython's `longobject.c`, `floatobject.c` and `complexobject.c`: floor
 * division and modulo by the sign of the divisor, integers of any size, Python 2's `long`.
 */
import * as libm from '../../tensor/libm.ts';
import {
  exceptionType,
  notSupported,
  raise,
  raiseOverflowError,
  raiseTypeError,
  raiseValueError,
  raiseZeroDivision,
} from '../exceptions.ts';
import { pythonVersion, runtime, turn } from '../runtime.ts';
import { int, PyBoxed, PyComplex, PyFloat, PyLong, type Value } from '../values.ts';

export type Integer = number | bigint;
/** The integer that a bool, int or long is; `undefined` for everything else. */
export function asInteger(value: Value): Integer | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof PyLong) return value.value;
  if (value instanceof PyBoxed) return asInteger(value.plain);
  return undefined;
}

/** True for Python 2's long: a PyLong, or an integer outside 64 bits. */
export function isLong(value: Value): boolean {
  if (value instanceof PyLong) return true;
  return typeof value === 'bigint' && pythonVersion() === 2 && !fits64(value);
}

const fits64 = (value: bigint): boolean => value >= -(1n << 63n) && value < 1n << 63n;

/** A long of Python 2; an int in Python 3. */
export function long(value: Integer): Value {
  const canonical = int(value);
  if (pythonVersion() === 3) return canonical;
  return typeof canonical === 'bigint' && !fits64(canonical) ? canonical : new PyLong(canonical);
}

/** The float that an integer is; raises OverflowError. */
export function integerToFloat(value: Integer): number {
  const converted = Number(value);
  if (!Number.isFinite(converted)) {
    raiseOverflowError(
      pythonVersion() === 2 ? 'long int too large to convert to float' : 'int too large to convert to float',
    );
  }
  return converted;
}

/** The value as a JS number when it is a bool, int, long or float. */
export function asDouble(value: Value): number | undefined {
  if (value instanceof PyFloat) return value.value;
  if (value instanceof PyBoxed) return asDouble(value.plain);
  const integer = asInteger(value);
  return integer === undefined ? undefined : integerToFloat(integer);
}

const divisionByZero = (python3: string): never =>
  raiseZeroDivision(pythonVersion() === 2 ? 'integer division or modulo by zero' : python3);

const digitsText = 'use sys.set_int_max_str_digits() to increase the limit';

/** The decimal digits of an integer; raises ValueError for more of them than Python converts. */
export function integerText(value: Integer): string {
  if (typeof value === 'number') return String(value);
  const limit = runtime().integerDigits;
  // Nearly all integers have less than 4,000 digits, which is quick to see.
  const mayBeLarge = limit > 0 && (limit < 4000 || BigInt.asIntN(13_000, value) !== value);
  if (mayBeLarge && (value < 0n ? -value : value) >= 10n ** BigInt(limit)) {
    raiseValueError(`Exceeds the limit (${limit} digits) for integer string conversion; ${digitsText}`);
  }
  return String(value);
}

/** Refuses what one operation would work on longer than any stop waits. */
export function checkDigitCount(count: number): void {
  if (!(count <= mostDigits)) notSupported('an integer of millions of digits');
}

/** Raises ValueError for a text of more decimal digits than Python converts. */
export function checkDigits(count: number): void {
  checkDigitCount(count);
  const limit = runtime().integerDigits;
  if (limit === 0 || count <= limit) return;
  raiseValueError(
    `Exceeds the limit (${limit} digits) for integer string conversion: value has ${count} digits; ${digitsText}`,
  );
}

/** Floor division. */
export function floorDivide(a: Integer, b: Integer): Integer {
  if (b === 0) divisionByZero('integer division or modulo by zero');
  if (typeof a === 'number' && typeof b === 'number') {
    const quotient = Math.floor(a / b);
    // Beyond 2^53 the quotient of doubles may be rounded across an integer.
    if (Math.abs(a) <= 4503599627370496) return fixQuotient(a, b, quotient) + 0;
  }
  const [x, y] = [BigInt(a), BigInt(b)];
  const quotient = x / y;
  return int(x % y !== 0n && x < 0n !== y < 0n ? quotient - 1n : quotient);
}

function fixQuotient(a: number, b: number, quotient: number): number {
  const rest = a - quotient * b;
  if (rest !== 0 && rest < 0 !== b < 0) return quotient - 1;
  if (Math.abs(rest) >= Math.abs(b)) return quotient + 1;
  return quotient;
}

/** Modulo with the sign of the divisor. */
export function modulo(a: Integer, b: Integer): Integer {
  if (b === 0) divisionByZero('integer modulo by zero');
  if (typeof a === 'number' && typeof b === 'number') {
    const rest = a % b;
    return (rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest) + 0;
  }
  const [x, y] = [BigInt(a), BigInt(b)];
  const rest = x % y;
  return int(rest !== 0n && rest < 0n !== y < 0n ? rest + y : rest);
}

/** `a / b` of integers, correctly rounded. */
export function trueDivide(a: Integer, b: Integer): PyFloat {
  if (b === 0) divisionByZero('division by zero');
  if (typeof a === 'number' && typeof b === 'number') return new PyFloat(a / b);
  return new PyFloat(divideBig(BigInt(a), BigInt(b)));
}

/** The double nearest to a / b: scaled to 64 significant bits with a sticky bit, then rounded once. */
function divideBig(a: bigint, b: bigint): number {
  if (a === 0n) return 0;
  const sign = a < 0n !== b < 0n ? -1 : 1;
  const x = a < 0n ? -a : a;
  const y = b < 0n ? -b : b;
  const shift = 66 - (bitLength(x) - bitLength(y));
  const [scaled, divisor] = shift >= 0 ? [x << BigInt(shift), y] : [x, y << BigInt(-shift)];
  let quotient = scaled / divisor;
  if (scaled % divisor !== 0n) quotient |= 1n;
  const result = scaleByPowerOfTwo(Number(quotient), -shift);
  if (!Number.isFinite(result)) raiseOverflowError('integer division result too large for a float');
  return sign * result;
}

function scaleByPowerOfTwo(value: number, exponent: number): number {
  if (exponent < -1000) return value * 2 ** -1000 * 2 ** (exponent + 1000);
  if (exponent > 1000) return value * 2 ** 1000 * 2 ** (exponent - 1000);
  return value * 2 ** exponent;
}

/** The number of bits of the absolute value. */
export function bitLength(value: Integer): number {
  const absolute = value < 0 ? -BigInt(value) : BigInt(value);
  if (absolute === 0n) return 0;
  const digits = absolute.toString(16);
  return digits.length * 4 - (Math.clz32(Number.parseInt(digits[0]!, 16)) - 28);
}

export function add(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (Number.isSafeInteger(sum)) return sum;
  }
  return int(BigInt(a) + BigInt(b));
}

export function subtract(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b;
    if (Number.isSafeInteger(difference)) return difference;
  }
  return int(BigInt(a) - BigInt(b));
}

export function multiply(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    if (Number.isSafeInteger(product)) return product + 0;
  }
  const [x, y] = [BigInt(a), BigInt(b)];
  if (!isModest(x) || !isModest(y)) checkBitCount(bitLength(x) + bitLength(y));
  return int(x * y);
}

/** More bits than this are refused: one operation would outlast any stop. */
const mostBits = 4_000_000;
const mostDigits = Math.floor(mostBits * Math.log10(2));

/** True for an integer of at most 16,384 bits, whose size needs no thought. */
const isModest = (value: bigint): boolean => BigInt.asIntN(16_384, value) === value;

/** Refuses integers of so many bits. */
export function checkBitCount(bits: number): void {
  turn();
  if (bits > mostBits) notSupported('an integer of millions of digits');
}

/** `a ** b`: a float for a negative exponent. */
export function power(a: Integer, b: Integer): Integer | PyFloat {
  if (b < 0) {
    if (a === 0) {
      raiseZeroDivision('0.0 cannot be raised to a negative power');
    }
    return new PyFloat(integerToFloat(a) ** Number(b));
  }
  if (typeof a === 'number' && typeof b === 'number') {
    const result = a ** b;
    if (Number.isSafeInteger(result)) return result + 0;
  }
  if (a === 1 || a === 0) return b === 0 ? 1 : a;
  if (a === -1) return modulo(b, 2) === 0 ? 1 : -1;
  if (bitLength(a) * Number(b) > mostBits) notSupported('an integer of millions of digits');
  return int(BigInt(a) ** BigInt(b));
}

/** `pow(a, b, m)`. */
export function powerModulo(a: Integer, b: Integer, m: Integer): Integer {
  if (m === 0) raiseValueError('pow() 3rd argument cannot be 0');
  const modulus = BigInt(m);
  if (b < 0) {
    if (pythonVersion() === 2) {
      raiseTypeError('pow() 2nd argument cannot be negative when 3rd argument specified');
    }
    return powerModulo(inverse(BigInt(a), modulus), -BigInt(b), m);
  }
  let base = BigInt(modulo(a, m));
  let result = 1n;
  for (let exponent = BigInt(b); exponent > 0n; exponent >>= 1n) {
    turn();
    if (exponent & 1n) result = (result * base) % modulus;
    base = (base * base) % modulus;
  }
  return modulo(int(result), m);
}

function inverse(a: bigint, m: bigint): bigint {
  let [r0, r1, s0, s1] = [((a % m) + m) % m, m < 0n ? -m : m, 1n, 0n];
  while (r1 !== 0n) {
    const quotient = r0 / r1;
    [r0, r1] = [r1, r0 - quotient * r1];
    [s0, s1] = [s1, s0 - quotient * s1];
  }
  if (r0 !== 1n) raiseValueError('base is not invertible for the given modulus');
  return s0;
}

export function shiftLeft(a: Integer, b: Integer): Integer {
  if (b < 0) raiseValueError('negative shift count');
  if (a === 0) return 0;
  if (Number(b) + bitLength(a) > mostBits) notSupported('an integer of millions of digits');
  return int(BigInt(a) << BigInt(b));
}

export function shiftRight(a: Integer, b: Integer): Integer {
  if (b < 0) raiseValueError('negative shift count');
  return int(BigInt(a) >> BigInt(b));
}

/** `&`, `|` and `^`. */
export function bitwise(operator: '&' | '|' | '^', a: Integer, b: Integer): Integer {
  const [x, y] = [BigInt(a), BigInt(b)];
  if (operator === '&') return int(x & y);
  return int(operator === '|' ? x | y : x ^ y);
}

export const negate = (a: Integer): Integer => (typeof a === 'number' ? 0 - a : int(-a));

/** `a // b` of floats. */
export function floatFloorDivide(a: number, b: number): number {
  if (b === 0) raiseZeroDivision(pythonVersion() === 2 ? 'float divmod()' : 'float floor division by zero');
  return floatDivmod(a, b)[0];
}

/** `a % b` of floats, with the sign of the divisor. */
export function floatModulo(a: number, b: number): number {
  if (b === 0) raiseZeroDivision('float modulo');
  return floatDivmod(a, b)[1];
}

/** CPython's `float_divmod`. */
export function floatDivmod(a: number, b: number): [number, number] {
  if (b === 0) raiseZeroDivision('float divmod()');
  let rest = a % b;
  let quotient = (a - rest) / b;
  if (rest !== 0) {
    if (b < 0 !== rest < 0) {
      rest += b;
      quotient -= 1;
    }
  } else rest = b < 0 ? -0 : 0;
  if (quotient === 0) return [Object.is(a / b, -0) || a / b < 0 ? -0 : 0, rest];
  const floor = Math.floor(quotient);
  return [quotient - floor > 0.5 ? floor + 1 : floor, rest];
}

export function floatDivide(a: number, b: number): number {
  if (b === 0) raiseZeroDivision('float division by zero');
  return a / b;
}

/** `a ** b` of floats: a complex number for a negative base and a fractional exponent (an error in Python 2). */
export function floatPower(a: number, b: number): PyFloat | PyComplex {
  if (a === 0 && b < 0) raiseZeroDivision('0.0 cannot be raised to a negative power');
  if (a < 0 && Number.isFinite(a) && Number.isFinite(b) && !Number.isInteger(b)) {
    if (pythonVersion() === 2) raiseValueError('negative number cannot be raised to a fractional power');
    return complexPower(new PyComplex(a, 0), new PyComplex(b, 0));
  }
  // C's pow: 1 ** anything and (-1) ** ±inf are 1, where JavaScript gives NaN.
  if (a === 1 || (a === -1 && Math.abs(b) === Number.POSITIVE_INFINITY)) return new PyFloat(1);
  const result = a ** b;
  if (!Number.isFinite(result) && Number.isFinite(a) && Number.isFinite(b)) {
    raise(exceptionType('OverflowError'), 34, 'Numerical result out of range');
  }
  return new PyFloat(result);
}

/** CPython's `complex_pow`. */
export function complexPower(a: PyComplex, b: PyComplex): PyComplex {
  if (b.re === 0 && b.im === 0) return new PyComplex(1, 0);
  if (a.re === 0 && a.im === 0) {
    if (b.im !== 0 || b.re < 0) raiseZeroDivision('0.0 to a negative or complex power');
    return new PyComplex(0, 0);
  }
  if (b.im === 0 && Number.isInteger(b.re) && Math.abs(b.re) <= 100) return complexIntegerPower(a, b.re);
  const magnitude = libm.hypot(a.re, a.im);
  let length = magnitude ** b.re;
  const angle = libm.atan2(a.im, a.re);
  let phase = angle * b.re;
  if (b.im !== 0) {
    length *= libm.exp(-angle * b.im);
    phase += b.im * libm.log(magnitude);
  }
  return new PyComplex(length * libm.cos(phase), length * libm.sin(phase));
}

function complexIntegerPower(a: PyComplex, exponent: number): PyComplex {
  let result = new PyComplex(1, 0);
  let base = a;
  for (let n = Math.abs(exponent); n > 0; n >>= 1) {
    if (n & 1) result = complexMultiply(result, base);
    base = complexMultiply(base, base);
  }
  return exponent < 0 ? complexDivide(new PyComplex(1, 0), result) : result;
}

export const complexMultiply = (a: PyComplex, b: PyComplex): PyComplex =>
  new PyComplex(a.re * b.re - a.im * b.im, a.re * b.im + a.im * b.re);

/** Smith's method, as CPython's `_Py_c_quot`. */
export function complexDivide(a: PyComplex, b: PyComplex): PyComplex {
  if (b.re === 0 && b.im === 0) raiseZeroDivision('complex division by zero');
  if (Math.abs(b.re) >= Math.abs(b.im)) {
    const ratio = b.im / b.re;
    const scale = b.re + b.im * ratio;
    return new PyComplex((a.re + a.im * ratio) / scale, (a.im - a.re * ratio) / scale);
  }
  const ratio = b.re / b.im;
  const scale = b.re * ratio + b.im;
  return new PyComplex((a.re * ratio + a.im) / scale, (a.im * ratio - a.re) / scale);
}

/** `int(float)`: towards zero. */
export function truncate(value: number): Integer {
  if (Number.isNaN(value)) raiseValueError('cannot convert float NaN to integer');
  if (!Number.isFinite(value)) raiseOverflowError('cannot convert float infinity to integer');
  const whole = Math.trunc(value);
  return Number.isSafeInteger(whole) ? whole + 0 : BigInt(whole);
}

/** An integer for an index or a count: `operator.index`. Values with `__index__` are asked by the caller. */
export function compareNumbers(a: Integer | number, b: Integer | number): -1 | 0 | 1 | undefined {
  if (a < b) return -1;
  if (a > b) return 1;
  // biome-ignore lint/suspicious/noDoubleEquals: a bigint and a number are the same integer.
  return a == b ? 0 : undefined;
}

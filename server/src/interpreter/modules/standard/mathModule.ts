/** `math`, with C's error conditions. */
import { fractionOf, mantissaOf, nextAfter, scaleByTwo } from '../../../tensor/floatParts.ts';
import * as libm from '../../../tensor/libm.ts';
import {
  exceptionType,
  notSupported,
  raise,
  raiseOverflowError,
  raiseTypeError,
  raiseValueError,
} from '../../exceptions.ts';
import { defineModule } from '../../nativeModule.ts';
import { callSpecial } from '../../protocols/calls.ts';
import { indexOf } from '../../protocols/items.ts';
import { elements, toArray } from '../../protocols/iteration.ts';
import { bitLength, trueDivide, truncate } from '../../protocols/numbers.ts';
import { binaryFunctions } from '../../protocols/operators.ts';
import { lookupInType, typeOf } from '../../pyType.ts';
import { pythonVersion, runtime, turn } from '../../runtime.ts';
import type { NativeBody } from '../../signature.ts';
import { toFloat } from '../../types/numberTypes.ts';
import { int, PyFloat, type PyModule, PyTuple, type Value } from '../../values.ts';
import * as special from './mathSpecial.ts';
import { gcd, integerRoot, productOfRange } from './numbers/integerMath.ts';
import type { Rational } from './numbers/rational.ts';
import * as rationals from './numbers/rational.ts';

const domain = (): never => raiseValueError('math domain error');

/** `toFloat` in the words of `math`. */
function real(value: Value): number {
  if (typeof value === 'string' || value === null || !hasFloat(value)) {
    raiseTypeError(
      pythonVersion() === 2 ? 'a float is required' : `must be real number, not ${typeOf(value).name}`,
    );
  }
  return toFloat(value);
}

/** Numbers have it, and what makes itself one. */
const hasFloat = (value: Value): boolean =>
  typeof value !== 'object' ||
  lookupInType(typeOf(value), '__float__') !== undefined ||
  lookupInType(typeOf(value), '__index__') !== undefined;

/** A function of one float: NaN from a number is a domain error, infinity from a finite one an overflow. */
const unary =
  (operation: (x: number) => number): NativeBody =>
  (value: Value) => {
    const x = real(value);
    const result = operation(x);
    if (Number.isNaN(result) && !Number.isNaN(x)) domain();
    if (!Number.isFinite(result) && Number.isFinite(x)) {
      raise(exceptionType('OverflowError'), 'math range error');
    }
    return new PyFloat(result);
  };

const predicate =
  (test: (x: number) => boolean): NativeBody =>
  (value: Value) =>
    test(real(value));

const logarithm = (of: (x: number) => number, scale: number): ((value: Value) => number) => {
  return (value) => {
    if (typeof value === 'bigint') {
      if (value <= 0n) domain();
      const shift = Math.max(0, bitLength(value) - 60);
      return of(Number(value >> BigInt(shift))) + shift * scale;
    }
    const x = real(value);
    if (x <= 0) domain();
    return of(x);
  };
};
const naturalLog = logarithm(libm.log, Math.LN2);

function toIntegral(
  value: Value,
  name: '__floor__' | '__ceil__' | '__trunc__',
  round: (x: number) => number,
): Value {
  if (pythonVersion() === 2 && name !== '__trunc__') return new PyFloat(round(real(value)));
  const method = lookupInType(typeOf(value), name);
  if (method !== undefined && method !== null) return callSpecial(method, value, []);
  return truncate(round(real(value)));
}

/** Factors of a factorial; one of more has millions of digits. */
const mostFactors = 200_000;

function factorial(value: Value): Value {
  const n = indexOf(value);
  if (n < 0) raiseValueError('factorial() not defined for negative values');
  if (n > mostFactors) notSupported('an integer of millions of digits');
  return int(productOfRange(2, Number(n)));
}

function isqrt(value: Value): Value {
  const n = BigInt(indexOf(value));
  if (n < 0n) raiseValueError('isqrt() argument must be nonnegative');
  return int(integerRoot(n));
}

/** A count of factors, which Python also wants to be small; raises ValueError and OverflowError. */
function factorCount(name: string, n: bigint, k: bigint): number {
  if (n < 0n) raiseValueError('n must be a non-negative integer');
  if (k < 0n) raiseValueError('k must be a non-negative integer');
  if (k >= 1n << 63n) {
    raiseOverflowError(`${name} must not exceed 9223372036854775807`);
  }
  return Number(k);
}

/** One factor more: a run must be able to stop between them, and its numbers count as memory. */
function stepOfProduct(result: bigint): bigint {
  runtime().checkpoint();
  runtime().allocate(Math.ceil(bitLength(result) / 8));
  return result;
}

function combinations(n: bigint, k: bigint): bigint {
  const least = k > n - k && k <= n ? n - k : k;
  const count = factorCount('min(n - k, k)', n, k > n ? 0n : k < 0n ? k : least);
  if (k > n) return 0n;
  let result = 1n;
  for (let i = 0; i < count; i++) result = (stepOfProduct(result) * (n - BigInt(i))) / BigInt(i + 1);
  return result;
}

function permutations(n: bigint, k: bigint): bigint {
  const count = factorCount('k', n, k > n ? 0n : k);
  if (k > n) return 0n;
  let result = 1n;
  for (let i = 0; i < count; i++) result = stepOfProduct(result) * (n - BigInt(i));
  return result;
}

/** Shewchuk's exact sum, rounded once, as CPython's `fsum`. */
function exactSum(items: Value): Value {
  let partials: number[] = [];
  for (const item of elements(items)) {
    let x = real(item);
    const next: number[] = [];
    for (const partial of partials) {
      let [big, small] = Math.abs(x) < Math.abs(partial) ? [partial, x] : [x, partial];
      const high = big + small;
      const low = small - (high - big);
      if (low !== 0) next.push(low);
      [x, big, small] = [high, 0, 0];
    }
    partials = [...next, x];
  }
  return new PyFloat(roundPartials(partials));
}

function roundPartials(partials: number[]): number {
  let high = 0;
  let low = 0;
  let n = partials.length;
  while (n > 0) {
    const x = high;
    const y = partials[--n]!;
    high = x + y;
    low = y - (high - x);
    if (low !== 0) break;
  }
  const below = partials[n - 1] ?? 0;
  if (n > 0 && ((low < 0 && below < 0) || (low > 0 && below > 0))) {
    const y = low * 2;
    const x = high + y;
    if (y === x - high) return x;
  }
  return high;
}

function modf(value: Value): Value {
  return new PyTuple(fractionOf(real(value)).map((part) => new PyFloat(part)));
}

function frexp(value: Value): Value {
  const [mantissa, exponent] = mantissaOf(real(value));
  return new PyTuple([new PyFloat(mantissa), exponent]);
}

function loadExponent(x: number, exponent: number): number {
  const result = scaleByTwo(x, Math.min(Math.max(exponent, -3000), 3000));
  if (!Number.isFinite(result) && Number.isFinite(x)) raiseOverflowError('math range error');
  return result;
}

function power(base: Value, exponent: Value): Value {
  const [x, y] = [real(base), real(exponent)];
  if (x === 1) return new PyFloat(1);
  if (x === 0 && y < 0) domain();
  const result = x ** y;
  if (Number.isNaN(result) && !Number.isNaN(x) && !Number.isNaN(y)) domain();
  if (!Number.isFinite(result) && Number.isFinite(x) && Number.isFinite(y)) {
    raise(exceptionType('OverflowError'), 'math range error');
  }
  return new PyFloat(result);
}

function isClose(a: Value, b: Value, relative?: Value, absolute?: Value): boolean {
  const [x, y] = [real(a), real(b)];
  if (x === y) return true;
  if (!Number.isFinite(x) || !Number.isFinite(y)) return false;
  const rel = relative === undefined ? 1e-9 : real(relative);
  const abs = absolute === undefined ? 0 : real(absolute);
  return Math.abs(x - y) <= Math.max(rel * Math.max(Math.abs(x), Math.abs(y)), abs);
}

/** Exact for integers; products of floats are summed exactly and rounded once. */
function sumOfProducts(p: Value, q: Value): Value {
  const [left, right] = [toArray(p), toArray(q)];
  if (left.length !== right.length) raiseValueError('Inputs are not the same length');
  const products = left.map((each, index) => binaryFunctions['*'](each, right[index]!));
  if (!products.some((each) => each instanceof PyFloat)) {
    return products.reduce<Value>((all, each) => binaryFunctions['+'](all, each), 0);
  }
  const exact = left.reduce<Rational>((all, each, index) => {
    const [x, y] = [real(each), real(right[index]!)];
    if (!Number.isFinite(x) || !Number.isFinite(y)) notSupported('math.sumprod of infinities and NaN');
    return rationals.add(all, rationals.multiply(rationals.ofDouble(x), rationals.ofDouble(y)));
  }, rationals.rational(0n));
  return trueDivide(int(exact.n), int(exact.d));
}

/** So many doubles nearer to `y`, and not past it. */
function nextAfterSteps(x: Value, y: Value, steps?: Value): Value {
  const [from, to] = [real(x), real(y)];
  if (steps === undefined || steps === null) return new PyFloat(nextAfter(from, to, 'float64'));
  const count = indexOf(steps);
  if (count < 0) raiseValueError('steps must be a non-negative integer');
  if (Number.isNaN(from) || Number.isNaN(to)) return new PyFloat(Number.NaN);
  let value = from;
  for (let left = count; left > 0 && value !== to; left--) {
    turn();
    value = nextAfter(value, to, 'float64');
  }
  return new PyFloat(value);
}

const functions: Readonly<Record<string, NativeBody>> = {
  'acos(x, /)': unary(libm.acos),
  'acosh(x, /)': unary(libm.acosh),
  'asin(x, /)': unary(libm.asin),
  'asinh(x, /)': unary(libm.asinh),
  'atan(x, /)': unary(libm.atan),
  'atan2(y, x, /)': (y: Value, x: Value) => new PyFloat(libm.atan2(real(y), real(x))),
  'atanh(x, /)': unary((x) => (Math.abs(x) === 1 ? Number.NaN : Math.atanh(x))),
  'cbrt(x, /)': unary(libm.cbrt),
  'ceil(x, /)': (x: Value) => toIntegral(x, '__ceil__', Math.ceil),
  'comb(n, k, /)': (n: Value, k: Value) => int(combinations(BigInt(indexOf(n)), BigInt(indexOf(k)))),
  'copysign(x, y, /)': (x: Value, y: Value) => {
    const sign = Object.is(real(y), -0) || real(y) < 0 ? -1 : 1;
    return new PyFloat(Math.abs(real(x)) * sign);
  },
  'cos(x, /)': unary(libm.cos),
  'cosh(x, /)': unary(libm.cosh),
  'degrees(x, /)': unary((x) => x * (180 / Math.PI)),
  'dist(p, q, /)': (p: Value, q: Value) => {
    const [point, other] = [toArray(p), toArray(q)];
    if (point.length !== other.length) raiseValueError('both points must have the same number of dimensions');
    return new PyFloat(libm.norm(point.map((each, index) => real(each) - real(other[index]!))));
  },
  'exp(x, /)': unary(libm.exp),
  'expm1(x, /)': unary(libm.expm1),
  'fabs(x, /)': unary(Math.abs),
  'factorial(n, /)': factorial,
  'floor(x, /)': (x: Value) => toIntegral(x, '__floor__', Math.floor),
  'fmod(x, y, /)': (x: Value, y: Value) => {
    const result = real(x) % real(y);
    if (Number.isNaN(result) && !Number.isNaN(real(x)) && !Number.isNaN(real(y))) domain();
    return new PyFloat(result);
  },
  'frexp(x, /)': frexp,
  'fsum(seq, /)': exactSum,
  'gcd(*integers)': (args: Value[]) =>
    int(args.reduce<bigint>((all, each) => gcd(all, BigInt(indexOf(each))), 0n)),
  'hypot(*coordinates)': (args: Value[]) => new PyFloat(libm.norm(args.map(real))),
  'isclose(a, b, *, rel_tol?, abs_tol?)': isClose,
  'isfinite(x, /)': predicate(Number.isFinite),
  'isinf(x, /)': predicate((x) => Math.abs(x) === Number.POSITIVE_INFINITY),
  'isnan(x, /)': predicate(Number.isNaN),
  'isqrt(n, /)': isqrt,
  'lcm(*integers)': (args: Value[]) =>
    int(
      args.reduce<bigint>((all, each) => {
        const n = BigInt(indexOf(each));
        return all === 0n || n === 0n ? 0n : (all / gcd(all, n)) * (n < 0n ? -n : n);
      }, 1n),
    ),
  'ldexp(x, i, /)': (x: Value, i: Value) => new PyFloat(loadExponent(real(x), Number(indexOf(i)))),
  'log(x, base?, /)': (x: Value, base?: Value) =>
    new PyFloat(base === undefined ? naturalLog(x) : naturalLog(x) / naturalLog(base)),
  'log10(x, /)': (x: Value) => new PyFloat(logarithm(libm.log10, Math.log10(2))(x)),
  'log1p(x, /)': unary((x) => (x === -1 ? Number.NaN : libm.log1p(x))),
  'log2(x, /)': (x: Value) => new PyFloat(logarithm(libm.log2, 1)(x)),
  'modf(x, /)': modf,
  'perm(n, k?, /)': (n: Value, k?: Value) => {
    return int(permutations(BigInt(indexOf(n)), BigInt(indexOf(k ?? n))));
  },
  'pow(x, y, /)': power,
  'prod(iterable, /, *, start?)': (items: Value, start?: Value) =>
    toArray(items).reduce<Value>((all, each) => binaryFunctions['*'](all, each), start ?? 1),
  'radians(x, /)': unary((x) => x * (Math.PI / 180)),
  'sin(x, /)': unary(libm.sin),
  'sinh(x, /)': unary(Math.sinh),
  'sqrt(x, /)': unary(Math.sqrt),
  'tan(x, /)': unary(libm.tan),
  'tanh(x, /)': unary(Math.tanh),
  'erf(x, /)': unary(special.erf),
  'erfc(x, /)': unary(special.erfc),
  'gamma(x, /)': unary(special.gamma),
  'lgamma(x, /)': unary(special.lgamma),
  'exp2(x, /)': unary((x) => 2 ** x),
  'nextafter(x, y, /, *, steps?)': nextAfterSteps,
  'ulp(x, /)': (x: Value) => new PyFloat(special.ulp(real(x))),
  'remainder(x, y, /)': (x: Value, y: Value) => {
    const result = special.remainder(real(x), real(y));
    if (Number.isNaN(result) && !Number.isNaN(real(x)) && !Number.isNaN(real(y))) domain();
    return new PyFloat(result);
  },
  'sumprod(p, q, /)': sumOfProducts,
  'trunc(x, /)': (x: Value) => toIntegral(x, '__trunc__', Math.trunc),
};

export const mathModule = (): PyModule =>
  defineModule({
    name: 'math',
    only: {
      python3: [
        ...['comb', 'perm', 'prod', 'gcd', 'lcm', 'isqrt', 'dist', 'cbrt', 'isclose', 'isfinite', 'log2'],
        ...['inf', 'nan', 'tau', 'nextafter', 'ulp', 'remainder', 'sumprod', 'exp2'],
      ],
    },
    values: {
      pi: new PyFloat(Math.PI),
      e: new PyFloat(Math.E),
      tau: new PyFloat(2 * Math.PI),
      inf: new PyFloat(Number.POSITIVE_INFINITY),
      nan: new PyFloat(Number.NaN),
    },
    functions,
  });

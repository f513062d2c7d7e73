/**
 * NumPy's elementwise functions of complex numbers, by NumPy's names. The formulas are those of NumPy's loops and
 * `npy_math_complex` (division by Smith, powers by squaring), of C's `csqrt` and `cexp`, and W. Kahan's "Branch Cuts for
 * Complex Elementary Functions" for the inverse functions. What has no row has no complex loop in NumPy either.
 */
import { Complex, type ComplexDType, isZero } from './complex.ts';
import type { Element } from './dtype.ts';
import * as libm from './libm.ts';

type Unary = (z: Complex) => Complex;
type Binary = (a: Complex, b: Complex) => Complex;
type Test = (...operands: Complex[]) => number;
type Round = (x: number) => number;

const truth = (value: boolean): number => (value ? 1 : 0);
export const hasNaN = (z: Complex): boolean => Number.isNaN(z.re) || Number.isNaN(z.im);
const isInfinite = (z: Complex): boolean =>
  Math.abs(z.re) === Number.POSITIVE_INFINITY || Math.abs(z.im) === Number.POSITIVE_INFINITY;

/** Arithmetic, rounded to the components' type at every step. */
export interface ComplexArithmetic {
  readonly round: Round;
  readonly add: Binary;
  readonly subtract: Binary;
  readonly multiply: Binary;
  readonly divide: Binary;
}

function arithmetic(round: Round): ComplexArithmetic {
  const part = (x: number, y: number): Complex => new Complex(round(x), round(y));
  const times = (x: number, y: number): number => round(x * y);
  return {
    round,
    add: (a, b) => part(a.re + b.re, a.im + b.im),
    subtract: (a, b) => part(a.re - b.re, a.im - b.im),
    multiply: (a, b) => part(times(a.re, b.re) - times(a.im, b.im), times(a.re, b.im) + times(a.im, b.re)),
    divide: (a, b) => {
      const [re, im] = [Math.abs(b.re), Math.abs(b.im)];
      if (re >= im) {
        if (re === 0 && im === 0) return part(a.re / re, a.im / re);
        const ratio = round(b.im / b.re);
        const scale = round(1 / round(b.re + times(b.im, ratio)));
        return part(round(a.re + times(a.im, ratio)) * scale, round(a.im - times(a.re, ratio)) * scale);
      }
      const ratio = round(b.re / b.im);
      const scale = round(1 / round(b.im + times(b.re, ratio)));
      return part(round(times(a.re, ratio) + a.im) * scale, round(times(a.im, ratio) - a.re) * scale);
    },
  };
}

const arithmetics: Readonly<Record<ComplexDType, ComplexArithmetic>> = {
  complex64: arithmetic(Math.fround),
  complex128: arithmetic((x) => x),
};

/** The four operations in one of the two types. */
export const complexArithmetic = (dtype: ComplexDType): ComplexArithmetic => arithmetics[dtype];

const one = new Complex(1, 0);
const scaled = (z: Complex, factor: number): Complex => new Complex(z.re * factor, z.im * factor);
/** `i·z` and `-i·z`. */
const turned = (z: Complex): Complex => new Complex(-z.im, z.re);
const turnedBack = (z: Complex): Complex => new Complex(z.im, -z.re);

export const magnitude = (z: Complex): number => libm.hypot(z.re, z.im);

function exp(z: Complex): Complex {
  if (z.im === 0) return new Complex(libm.exp(z.re), z.im);
  const length = libm.exp(z.re);
  if (length === 0 && !Number.isFinite(z.im)) return new Complex(0, 0);
  return new Complex(length * libm.cos(z.im), length * libm.sin(z.im));
}

/** `log |z|` without the cancellation near the unit circle. */
function logMagnitude({ re, im }: Complex): number {
  const [x, y] = [Math.max(Math.abs(re), Math.abs(im)), Math.min(Math.abs(re), Math.abs(im))];
  if (x > 0.5 && x < 2 && Number.isFinite(y)) return libm.log1p((x - 1) * (x + 1) + y * y) / 2;
  return libm.log(libm.hypot(re, im));
}

const log = (z: Complex): Complex => new Complex(logMagnitude(z), libm.atan2(z.im, z.re));

function sqrt({ re, im }: Complex): Complex {
  if (Math.abs(im) === Number.POSITIVE_INFINITY) return new Complex(Number.POSITIVE_INFINITY, im);
  if (im === 0)
    return re < 0
      ? new Complex(0, withSign(Math.sqrt(-re), im))
      : new Complex(Math.abs(Math.sqrt(re)), withSign(0, im));
  if (re === 0) {
    const root = Math.sqrt(0.5 * Math.abs(im));
    return new Complex(root, withSign(root, im));
  }
  const length = libm.hypot(re, im);
  if (re > 0) {
    const root = Math.sqrt(0.5 * (length + re));
    return new Complex(root, 0.5 * (im / root));
  }
  const root = Math.sqrt(0.5 * (length - re));
  return new Complex(Math.abs(0.5 * (im / root)), withSign(root, im));
}

const withSign = (x: number, sign: number): number =>
  sign < 0 || Object.is(sign, -0) ? -Math.abs(x) : Math.abs(x);

const sinh: Unary = ({ re, im }) =>
  im === 0
    ? new Complex(Math.sinh(re), im)
    : new Complex(Math.sinh(re) * libm.cos(im), libm.cosh(re) * libm.sin(im));
const cosh: Unary = ({ re, im }) =>
  im === 0
    ? new Complex(libm.cosh(re), re * im)
    : new Complex(libm.cosh(re) * libm.cos(im), Math.sinh(re) * libm.sin(im));

function tanh({ re, im }: Complex): Complex {
  if (Math.abs(re) > 22)
    return new Complex(Math.sign(re), (4 * libm.sin(im) * libm.cos(im)) / libm.exp(2 * Math.abs(re)));
  const tangent = libm.tan(im);
  const square = 1 + tangent * tangent;
  const s = Math.sinh(re);
  const rho = Math.sqrt(1 + s * s);
  const divisor = 1 + square * s * s;
  return new Complex((square * rho * s) / divisor, tangent / divisor);
}

const sin: Unary = (z) => turnedBack(sinh(turned(z)));
const cos: Unary = (z) => cosh(turned(z));
const tan: Unary = (z) => turnedBack(tanh(turned(z)));

function asinh(z: Complex): Complex {
  const left = sqrt(new Complex(1 + z.im, -z.re));
  const right = sqrt(new Complex(1 - z.im, z.re));
  const re = libm.asinh(left.re * right.im - right.re * left.im);
  return new Complex(re, libm.atan2(z.im, left.re * right.re - left.im * right.im));
}

function acosh(z: Complex): Complex {
  const left = sqrt(new Complex(z.re - 1, z.im));
  const right = sqrt(new Complex(z.re + 1, z.im));
  return new Complex(libm.asinh(left.re * right.re + left.im * right.im), 2 * libm.atan2(left.im, right.re));
}

function acos(z: Complex): Complex {
  const left = sqrt(new Complex(1 - z.re, -z.im));
  const right = sqrt(new Complex(1 + z.re, z.im));
  return new Complex(2 * libm.atan2(left.re, right.re), libm.asinh(right.re * left.im - right.im * left.re));
}

function atanh(z: Complex): Complex {
  const { re, im } = z;
  if (re < 0 || Object.is(re, -0)) return scaled(atanh(new Complex(-re, -im)), -1);
  if (re === 1 && im === 0) return new Complex(Number.POSITIVE_INFINITY, im);
  const square = im * im;
  return new Complex(
    libm.log1p((4 * re) / ((1 - re) * (1 - re) + square)) / 4,
    -libm.atan2(-2 * im, (1 - re) * (1 + re) - square) / 2,
  );
}

const asin: Unary = (z) => turnedBack(asinh(turned(z)));
const atan: Unary = (z) => turnedBack(atanh(turned(z)));

function expm1(z: Complex): Complex {
  const half = libm.sin(z.im / 2);
  return new Complex(libm.expm1(z.re) * libm.cos(z.im) - 2 * half * half, libm.exp(z.re) * libm.sin(z.im));
}

const log1p: Unary = ({ re, im }) => new Complex(libm.log(libm.hypot(re + 1, im)), libm.atan2(im, re + 1));

/** 1/z as NumPy has it, which is not the quotient. */
function reciprocal({ re, im }: Complex, round: Round): Complex {
  if (Math.abs(re) >= Math.abs(im)) {
    const ratio = round(im / re);
    const scale = round(re + round(im * ratio));
    return new Complex(round(1 / scale), round(-ratio / scale));
  }
  const ratio = round(re / im);
  const scale = round(round(re * ratio) + im);
  return new Complex(round(ratio / scale), round(-1 / scale));
}

/** `npy_cpow`. */
function power(a: Complex, b: Complex, { multiply, divide, round }: ComplexArithmetic): Complex {
  if (isZero(b)) return one;
  if (isZero(a)) return b.re > 0 && b.im === 0 ? new Complex(0, 0) : new Complex(Number.NaN, Number.NaN);
  if (b.im === 0 && Number.isInteger(b.re)) {
    if (b.re === 1) return a;
    if (b.re === 2) return multiply(a, a);
    if (b.re === 3) return multiply(a, multiply(a, a));
    if (Math.abs(b.re) < 100) {
      const raised = integerPower(a, Math.abs(b.re), multiply);
      return b.re < 0 ? divide(one, raised) : raised;
    }
  }
  // C's cpow: in the components' type at every step.
  const logarithm = new Complex(round(logMagnitude(a)), round(libm.atan2(a.im, a.re)));
  const exponent = multiply(b, logarithm);
  const length = round(libm.exp(exponent.re));
  return new Complex(
    round(length * round(libm.cos(exponent.im))),
    round(length * round(libm.sin(exponent.im))),
  );
}

function integerPower(base: Complex, exponent: number, multiply: Binary): Complex {
  let result = one;
  let factor = base;
  for (let rest = exponent; ; ) {
    if (rest & 1) result = multiply(result, factor);
    rest >>= 1;
    if (rest === 0) return result;
    factor = multiply(factor, factor);
  }
}

function signOf(z: Complex, numpy: 1 | 2): Complex {
  if (hasNaN(z)) return new Complex(Number.NaN, numpy === 1 ? 0 : Number.NaN);
  if (numpy === 1) return new Complex(Math.sign(z.re !== 0 ? z.re : z.im) + 0, 0);
  if (isZero(z)) return new Complex(0, 0);
  const length = magnitude(z);
  return new Complex(z.re / length, z.im / length);
}

/** The order of NumPy: by the real parts, then by the imaginary ones. */
const isLess = (a: Complex, b: Complex): boolean =>
  a.re < b.re ? !Number.isNaN(a.im) && !Number.isNaN(b.im) : a.re === b.re && a.im < b.im;
const isEqual = (a: Complex, b: Complex): boolean => a.re === b.re && a.im === b.im;
const isAtMost = (a: Complex, b: Complex): boolean =>
  a.re < b.re ? !Number.isNaN(a.im) && !Number.isNaN(b.im) : a.re === b.re && a.im <= b.im;

/** As `sort` orders: NaN last, those with a NaN only in the imaginary part by their real part. */
export function compareComplex(a: Complex, b: Complex): number {
  const [left, right] = [rank(a), rank(b)];
  if (left !== right) return left - right;
  return compareParts(a.re, b.re) || compareParts(a.im, b.im);
}

const rank = (z: Complex): number => (Number.isNaN(z.re) ? 2 : 0) + (Number.isNaN(z.im) ? 1 : 0);
const compareParts = (x: number, y: number): number => (x < y ? -1 : x > y ? 1 : 0);

/** Functions that give truth values. */
const tests: Readonly<Record<string, Test>> = {
  equal: (a, b) => truth(isEqual(a!, b!)),
  not_equal: (a, b) => truth(!isEqual(a!, b!)),
  less: (a, b) => truth(isLess(a!, b!)),
  less_equal: (a, b) => truth(isAtMost(a!, b!)),
  greater: (a, b) => truth(isLess(b!, a!)),
  greater_equal: (a, b) => truth(isAtMost(b!, a!)),
  isnan: (z) => truth(hasNaN(z!)),
  isinf: (z) => truth(isInfinite(z!)),
  isfinite: (z) => truth(Number.isFinite(z!.re) && Number.isFinite(z!.im)),
};

const maps: Readonly<Record<string, Unary>> = {
  negative: (z) => new Complex(-z.re, -z.im),
  positive: (z) => z,
  conjugate: (z) => new Complex(z.re, -z.im),
  rint: (z) => new Complex(halfToEven(z.re), halfToEven(z.im)),
  exp,
  exp2: (z) => exp(scaled(z, Math.LN2)),
  expm1,
  log,
  log2: (z) => scaled(log(z), Math.LOG2E),
  log10: (z) => scaled(log(z), Math.LOG10E),
  log1p,
  sqrt,
  sin,
  cos,
  tan,
  arcsin: asin,
  arccos: acos,
  arctan: atan,
  sinh,
  cosh,
  tanh,
  arcsinh: asinh,
  arccosh: acosh,
  arctanh: atanh,
};

/** Rounded to a whole number, ties to even, keeping the sign of zero. */
export function halfToEven(x: number): number {
  if (!Number.isFinite(x)) return x;
  const floor = Math.floor(x);
  const rest = x - floor;
  const rounded = rest < 0.5 || (rest === 0.5 && floor % 2 === 0) ? floor : floor + 1;
  return rounded === 0 ? withSign(0, x) : rounded;
}

type PairMaker = (rules: ComplexArithmetic) => Binary;

const pairs: Readonly<Record<string, PairMaker>> = {
  add: ({ add }) => add,
  subtract: ({ subtract }) => subtract,
  multiply: ({ multiply }) => multiply,
  true_divide: ({ divide }) => divide,
  power: (rules) => (a, b) => power(a, b, rules),
  maximum: () => (a, b) => (hasNaN(a) || isAtMost(b, a) ? a : b),
  minimum: () => (a, b) => (hasNaN(a) || isAtMost(a, b) ? a : b),
  fmax: () => (a, b) => (hasNaN(b) || isAtMost(b, a) ? a : b),
  fmin: () => (a, b) => (hasNaN(b) || isAtMost(a, b) ? a : b),
};

/** How a function computes on complex elements, and what it gives. */
export interface ComplexFunction {
  readonly gives: 'complex' | 'real' | 'bool';
  readonly compute: (...operands: Element[]) => Element;
}

/** The function `name` in a complex type; `undefined`: NumPy has no complex loop of it. */
export function complexFunction(
  name: string,
  dtype: ComplexDType,
  numpy: 1 | 2,
): ComplexFunction | undefined {
  const found = (gives: ComplexFunction['gives'], compute: unknown): ComplexFunction => ({
    gives,
    compute: compute as ComplexFunction['compute'],
  });
  const rules = arithmetics[dtype];
  if (name === 'absolute') return found('real', magnitude);
  if (name === 'sign') return found('complex', (z: Complex) => signOf(z, numpy));
  if (name === 'square') return found('complex', (z: Complex) => rules.multiply(z, z));
  if (name === 'reciprocal') return found('complex', (z: Complex) => reciprocal(z, rules.round));
  if (Object.hasOwn(tests, name)) return found('bool', tests[name]);
  if (Object.hasOwn(maps, name)) return found('complex', maps[name]);
  return Object.hasOwn(pairs, name) ? found('complex', pairs[name]!(rules)) : undefined;
}

/**
 * `cmath`: functions of complex numbers with CPython's formulas (`cmathmodule.c`; W. Kahan, "Branch Cuts for Complex
 * Elementary Functions"). Infinities and NaN are known to the tests and to polar coordinates only; the other functions
 * refuse them.
 */
import * as libm from '../../../tensor/libm.ts';
import { notSupported, raiseOverflowError, raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { defineModule } from '../../nativeModule.ts';
import { callMethodOfType } from '../../protocols/calls.ts';
import { complexDivide } from '../../protocols/numbers.ts';
import { typeOf } from '../../pyType.ts';
import type { NativeBody } from '../../signature.ts';
import { asComplex } from '../../types/complexType.ts';
import { toFloat } from '../../types/numberTypes.ts';
import { PyComplex, PyFloat, type PyModule, PyTuple, unboxed, type Value } from '../../values.ts';

const complex = (re: number, im: number): PyComplex => new PyComplex(re, im);
const isNegative = (x: number): boolean => x < 0 || Object.is(x, -0);
const withSign = (x: number, sign: number): number => (isNegative(sign) ? -Math.abs(x) : Math.abs(x));

const largest = Number.MAX_VALUE / 4;
const smallest = 2.2250738585072014e-308;
/** Beyond it, `cosh` may overflow where the product with a small sine does not. */
const logLargest = Math.log(largest);

function operand(value: Value): PyComplex {
  const plain = unboxed(value);
  const known = asComplex(plain);
  if (known !== undefined) return known;
  const own = callMethodOfType(plain, '__complex__');
  if (own instanceof PyComplex) return own;
  if (typeof plain === 'string' || plain === null) {
    raiseTypeError(`must be real number, not ${typeOf(plain).name}`);
  }
  return complex(toFloat(plain), 0);
}

const isFiniteComplex = ({ re, im }: PyComplex): boolean => Number.isFinite(re) && Number.isFinite(im);

function sqrt({ re, im }: PyComplex): PyComplex {
  if (re === 0 && im === 0) return complex(0, im);
  const [x, y] = [Math.abs(re), Math.abs(im)];
  let root: number;
  if (x < smallest && y < smallest) {
    const scaled = x * 2 ** 54;
    root = Math.sqrt(scaled + libm.hypot(scaled, y * 2 ** 54)) * 2 ** -27;
  } else root = 2 * Math.sqrt(x / 8 + libm.hypot(x / 8, y / 8));
  const other = y / (2 * root);
  return re >= 0 ? complex(root, withSign(other, im)) : complex(other, withSign(root, im));
}

function logarithm({ re, im }: PyComplex): PyComplex {
  const [x, y] = [Math.abs(re), Math.abs(im)];
  const angle = libm.atan2(im, re);
  if (x > largest || y > largest) {
    return complex(libm.log(libm.hypot(x / 2, y / 2)) + Math.LN2, angle);
  }
  if (x < smallest && y < smallest) {
    if (x === 0 && y === 0) raiseValueError('math domain error');
    return complex(libm.log(libm.hypot(x * 2 ** 53, y * 2 ** 53)) - 53 * Math.LN2, angle);
  }
  const length = libm.hypot(x, y);
  if (length < 0.71 || length > 1.73) return complex(libm.log(length), angle);
  const [more, less] = [Math.max(x, y), Math.min(x, y)];
  return complex(libm.log1p((more - 1) * (more + 1) + less * less) / 2, angle);
}

function exponential({ re, im }: PyComplex): PyComplex {
  if (re > logLargest) {
    const length = libm.exp(re - 1);
    return checked(complex(length * libm.cos(im) * Math.E, length * libm.sin(im) * Math.E));
  }
  const length = libm.exp(re);
  return checked(complex(length * libm.cos(im), length * libm.sin(im)));
}

function checked(result: PyComplex): PyComplex {
  return isFiniteComplex(result) ? result : raiseOverflowError('math range error');
}

function cosh({ re, im }: PyComplex): PyComplex {
  if (Math.abs(re) > logLargest) {
    const less = re - withSign(1, re);
    return checked(complex(libm.cos(im) * libm.cosh(less) * Math.E, libm.sin(im) * libm.sinh(less) * Math.E));
  }
  return complex(libm.cos(im) * libm.cosh(re), libm.sin(im) * libm.sinh(re));
}

function sinh({ re, im }: PyComplex): PyComplex {
  if (Math.abs(re) > logLargest) {
    const less = re - withSign(1, re);
    return checked(complex(libm.cos(im) * libm.sinh(less) * Math.E, libm.sin(im) * libm.cosh(less) * Math.E));
  }
  return complex(libm.cos(im) * libm.sinh(re), libm.sin(im) * libm.cosh(re));
}

function tanh({ re, im }: PyComplex): PyComplex {
  if (Math.abs(re) > logLargest) {
    return complex(withSign(1, re), 4 * libm.sin(im) * libm.cos(im) * libm.exp(-2 * Math.abs(re)));
  }
  const [x, y] = [libm.tanh(re), libm.tan(im)];
  const inverse = 1 / libm.cosh(re);
  const product = x * y;
  const divisor = 1 + product * product;
  return complex((x * (1 + y * y)) / divisor, (y / divisor) * inverse * inverse);
}

const isLarge = ({ re, im }: PyComplex): boolean => Math.abs(re) > largest || Math.abs(im) > largest;
const refuseLarge = (z: PyComplex): void => {
  if (isLarge(z)) notSupported('cmath of numbers near the largest one');
};

function acos(z: PyComplex): PyComplex {
  refuseLarge(z);
  const left = sqrt(complex(1 - z.re, -z.im));
  const right = sqrt(complex(1 + z.re, z.im));
  return complex(2 * libm.atan2(left.re, right.re), libm.asinh(right.re * left.im - right.im * left.re));
}

function acosh(z: PyComplex): PyComplex {
  refuseLarge(z);
  const left = sqrt(complex(z.re - 1, z.im));
  const right = sqrt(complex(z.re + 1, z.im));
  return complex(libm.asinh(left.re * right.re + left.im * right.im), 2 * libm.atan2(left.im, right.re));
}

function asinh(z: PyComplex): PyComplex {
  refuseLarge(z);
  const left = sqrt(complex(1 + z.im, -z.re));
  const right = sqrt(complex(1 - z.im, z.re));
  return complex(
    libm.asinh(left.re * right.im - right.re * left.im),
    libm.atan2(z.im, left.re * right.re - left.im * right.im),
  );
}

function atanh(z: PyComplex): PyComplex {
  if (isNegative(z.re)) {
    const { re, im } = atanh(complex(-z.re, -z.im));
    return complex(-re, -im);
  }
  refuseLarge(z);
  const height = Math.abs(z.im);
  if (z.re === 1 && height < 1e-154) {
    if (height === 0) raiseValueError('math domain error');
    return complex(
      -libm.log(Math.sqrt(height) / Math.sqrt(libm.hypot(height, 2))),
      withSign(libm.atan2(2, -height) / 2, z.im),
    );
  }
  const square = height * height;
  return complex(
    libm.log1p((4 * z.re) / ((1 - z.re) * (1 - z.re) + square)) / 4,
    -libm.atan2(-2 * z.im, (1 - z.re) * (1 + z.re) - square) / 2,
  );
}

type Operation = (z: PyComplex) => PyComplex;

/** A circular function from its hyperbolic one: `f(i z) / i`. */
const turned =
  (operation: Operation): Operation =>
  (z) => {
    const { re, im } = operation(complex(-z.im, z.re));
    return complex(im, -re);
  };

const operations: Readonly<Record<string, Operation>> = {
  acos,
  acosh,
  asin: turned(asinh),
  asinh,
  atan: turned(atanh),
  atanh,
  cos: (z) => cosh(complex(-z.im, z.re)),
  cosh,
  exp: exponential,
  log10: (z) => {
    const { re, im } = logarithm(z);
    return complex(re / Math.LN10, im / Math.LN10);
  },
  sin: turned(sinh),
  sinh,
  sqrt,
  tan: turned(tanh),
  tanh,
};

const finite = (name: string, value: Value): PyComplex => {
  const z = operand(value);
  return isFiniteComplex(z) ? z : notSupported(`cmath.${name} of an infinity or NaN`);
};

const functions: Readonly<Record<string, NativeBody>> = Object.fromEntries(
  Object.entries(operations).map(([name, operation]) => [
    `${name}(z, /)`,
    (value: Value) => operation(finite(name, value)),
  ]),
);

const hasNaN = ({ re, im }: PyComplex): boolean => Number.isNaN(re) || Number.isNaN(im);
const isInfinite = ({ re, im }: PyComplex): boolean =>
  Math.abs(re) === Number.POSITIVE_INFINITY || Math.abs(im) === Number.POSITIVE_INFINITY;

const length = (z: PyComplex): number => libm.hypot(z.re, z.im);

function isClose(first: Value, second: Value, relative?: Value, absolute?: Value): boolean {
  const [a, b] = [operand(first), operand(second)];
  const share = relative === undefined ? 1e-9 : toFloat(relative);
  const least = absolute === undefined ? 0 : toFloat(absolute);
  if (share < 0 || least < 0) raiseValueError('tolerances must be non-negative');
  if (a.re === b.re && a.im === b.im) return true;
  if (isInfinite(a) || isInfinite(b)) return false;
  const distance = libm.hypot(a.re - b.re, a.im - b.im);
  return distance <= share * length(b) || distance <= share * length(a) || distance <= least;
}

function rect(radius: Value, angle: Value): Value {
  const [r, phi] = [toFloat(radius), toFloat(angle)];
  if (!Number.isFinite(r) || !Number.isFinite(phi)) return notSupported('cmath.rect of an infinity or NaN');
  return phi === 0 ? complex(r, r * phi) : complex(r * libm.cos(phi), r * libm.sin(phi));
}

export const cmathModule = (): PyModule =>
  defineModule({
    name: 'cmath',
    values: {
      e: new PyFloat(Math.E),
      pi: new PyFloat(Math.PI),
      tau: new PyFloat(2 * Math.PI),
      inf: new PyFloat(Number.POSITIVE_INFINITY),
      nan: new PyFloat(Number.NaN),
      infj: complex(0, Number.POSITIVE_INFINITY),
      nanj: complex(0, Number.NaN),
    },
    functions: {
      ...functions,
      'log(z, base?, /)': (value: Value, base?: Value) => {
        const result = logarithm(finite('log', value));
        return base === undefined ? result : complexDivide(result, logarithm(finite('log', base)));
      },
      'phase(z, /)': (value: Value) => {
        const { re, im } = operand(value);
        return new PyFloat(libm.atan2(im, re));
      },
      'polar(z, /)': (value: Value) => {
        const z = operand(value);
        return new PyTuple([new PyFloat(length(z)), new PyFloat(libm.atan2(z.im, z.re))]);
      },
      'rect(r, phi, /)': rect,
      'isclose(a, b, *, rel_tol?, abs_tol?)': isClose,
      'isfinite(z, /)': (value: Value) => isFiniteComplex(operand(value)),
      'isinf(z, /)': (value: Value) => isInfinite(operand(value)),
      'isnan(z, /)': (value: Value) => hasNaN(operand(value)),
    },
    only: { python3: ['tau', 'inf', 'nan', 'infj', 'nanj', 'isclose', 'isfinite'] },
  });

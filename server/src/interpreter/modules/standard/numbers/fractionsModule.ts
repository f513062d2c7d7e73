/** `fractions.Fraction`. */
import { raiseTypeError, raiseValueError, raiseZeroDivision } from '../../../exceptions.ts';
import { defineModule } from '../../../nativeModule.ts';
import { callMethodOfType } from '../../../protocols/calls.ts';
import { holds } from '../../../protocols/comparison.ts';
import { formatValue } from '../../../protocols/formatting.ts';
import { numbersAsKeys } from '../../../protocols/hashing.ts';
import { sizeOf } from '../../../protocols/items.ts';
import { asInteger, checkDigitCount, trueDivide } from '../../../protocols/numbers.ts';
import { binaryFunctions } from '../../../protocols/operators.ts';
import { repr, str } from '../../../protocols/text.ts';
import { defineType, typeOf } from '../../../pyType.ts';
import {
  int,
  NotImplemented,
  PyComplex,
  PyFloat,
  type PyModule,
  PyObject,
  PyTuple,
  type PyType,
  type Value,
} from '../../../values.ts';
import { gcd } from './integerMath.ts';
import type { Rational } from './rational.ts';
import * as exact from './rational.ts';

export class PyFraction extends PyObject {
  readonly value: Rational;
  constructor(value: Rational) {
    super();
    this.value = value;
  }
}

const wrap = (value: Rational): PyFraction => new PyFraction(value);
const asDouble = ({ n, d }: Rational): number => trueDivide(int(n), int(d)).value;

/** The fraction that a number is; null for what is no rational number. */
export function rationalOf(value: Value): Rational | null {
  if (value instanceof PyFraction) return value.value;
  const integer = asInteger(value);
  if (integer !== undefined) return { n: BigInt(integer), d: 1n };
  return null;
}

const pattern = /^\s*([-+]?)(?:(\d+(?:_\d+)*)?(?:\.(\d*(?:_\d+)*))?(?:e([-+]?\d+))?|(\d+)\s*\/\s*(\d+))\s*$/i;

function fromText(text: string): Rational {
  const match = pattern.exec(text);
  const [, sign, whole, decimals, exponent, numerator, denominator] = match ?? [];
  if (!match || (whole === undefined && !decimals && numerator === undefined)) {
    return raiseValueError(`Invalid literal for Fraction: ${repr(text)}`);
  }
  const negative = sign === '-' ? -1n : 1n;
  if (numerator !== undefined) {
    if (BigInt(denominator!) === 0n) raiseZeroDivision(`Fraction(${numerator}, 0)`);
    return exact.rational(negative * BigInt(numerator), BigInt(denominator!));
  }
  const digits = (decimals ?? '').replaceAll('_', '');
  const power = Number(exponent ?? 0) - digits.length;
  checkDigitCount(Math.abs(power) + (whole?.length ?? 0));
  const mantissa = negative * BigInt(`${(whole ?? '0').replaceAll('_', '')}${digits}`);
  return power >= 0
    ? exact.rational(mantissa * 10n ** BigInt(power))
    : exact.rational(mantissa, 10n ** BigInt(-power));
}

/** A float or something with `as_integer_ratio`. */
function fromRatio(value: Value): Rational | null {
  if (value instanceof PyFloat) {
    const { value: double } = value;
    if (Number.isNaN(double)) raiseValueError('cannot convert NaN to integer ratio');
    if (!Number.isFinite(double)) return raiseOverflow();
    return exact.ofDouble(double);
  }
  const pair = callMethodOfType(value, 'as_integer_ratio');
  if (!(pair instanceof PyTuple)) return null;
  return exact.rational(BigInt(asInteger(pair.items[0]!)!), BigInt(asInteger(pair.items[1]!)!));
}

const raiseOverflow = (): never =>
  callMethodOfType(new PyFloat(Number.POSITIVE_INFINITY), 'as_integer_ratio') as never;

function create(type: PyType, args: readonly Value[]): Value {
  const [numerator = 0, denominator] = args;
  let value: Rational;
  if (denominator === undefined || denominator === null) {
    const plain = typeof numerator === 'string' ? fromText(numerator) : rationalOf(numerator);
    const found = plain ?? fromRatio(numerator);
    if (!found) raiseTypeError('argument should be a string or a Rational instance');
    value = found;
  } else {
    const [n, d] = [rationalOf(numerator), rationalOf(denominator)];
    if (!n || !d) raiseTypeError('both arguments should be Rational instances');
    if (d.n === 0n) raiseZeroDivision(`Fraction(${str(numerator)}, 0)`);
    value = exact.divide(n, d);
  }
  const made = wrap(value);
  if (!type.isNative) made.cls = type;
  return made;
}

type Operation = (a: Rational, b: Rational) => Value;

const exactOperations: Readonly<Record<'+' | '-' | '*' | '/' | '//' | '%', Operation>> = {
  '+': (a, b) => wrap(exact.add(a, b)),
  '-': (a, b) => wrap(exact.subtract(a, b)),
  '*': (a, b) => wrap(exact.multiply(a, b)),
  '/': (a, b) => (b.n === 0n ? raiseZeroDivision(`Fraction(${a.n * b.d}, 0)`) : wrap(exact.divide(a, b))),
  '//': (a, b) => int(exact.floor(divided(a, b))),
  '%': (a, b) => {
    const quotient = exact.floor(divided(a, b));
    return wrap(exact.subtract(a, exact.multiply(b, { n: quotient, d: 1n })));
  },
};

const divided = (a: Rational, b: Rational): Rational =>
  b.n === 0n ? raiseZeroDivision('integer division or modulo by zero') : exact.divide(a, b);

/** With a float the result is a float. */
function operate(operator: keyof typeof exactOperations, a: Value, b: Value): Value {
  const [left, right] = [rationalOf(a), rationalOf(b)];
  if (left && right) return exactOperations[operator](left, right);
  const isInexact = (value: Value): boolean => value instanceof PyFloat || value instanceof PyComplex;
  if (!isInexact(a) && !isInexact(b)) return NotImplemented;
  const plain = (value: Value, parts: Rational | null): Value =>
    parts ? new PyFloat(asDouble(parts)) : value;
  return binaryFunctions[operator](plain(a, left), plain(b, right));
}

const operators = Object.keys(exactOperations) as (keyof typeof exactOperations)[];
const tableOf = (
  body: (operator: keyof typeof exactOperations, self: Value, other: Value) => Value,
): Record<keyof typeof exactOperations, (self: PyFraction, other: Value) => Value> =>
  Object.fromEntries(
    operators.map((operator) => [operator, (self: PyFraction, other: Value) => body(operator, self, other)]),
  ) as Record<keyof typeof exactOperations, (self: PyFraction, other: Value) => Value>;

function power(base: PyFraction, exponent: Value): Value {
  const right = rationalOf(exponent);
  if (right?.d !== 1n) {
    const float = right ? new PyFloat(asDouble(right)) : exponent;
    return binaryFunctions['**'](new PyFloat(asDouble(base.value)), float);
  }
  const { n, d } = base.value;
  if (right.n >= 0n) return wrap(exact.rational(n ** right.n, d ** right.n));
  if (n === 0n) raiseZeroDivision(`Fraction(${d ** -right.n}, 0)`);
  return wrap(exact.rational(d ** -right.n, n ** -right.n));
}

function roundTo(self: PyFraction, digits?: Value): Value {
  if (digits === undefined || digits === null) return int(exact.round(self.value));
  const places = sizeOf(digits);
  const shift = 10n ** BigInt(Math.abs(places));
  const scale = places >= 0 ? { n: shift, d: 1n } : { n: 1n, d: shift };
  const rounded = exact.round(exact.multiply(self.value, scale));
  return wrap(exact.divide({ n: rounded, d: 1n }, scale));
}

const modulus = (1n << 61n) - 1n;

/** CPython's hash of rational numbers: equal numbers of all types have equal hashes. */
export function hashRational({ n, d }: Rational): number | bigint {
  const inverse = power2(d % modulus, modulus - 2n);
  const absolute = n < 0n ? -n : n;
  const positive = d % modulus === 0n ? 314159n : ((absolute % modulus) * inverse) % modulus;
  const signed = n < 0n ? -positive : positive;
  return int(signed === -1n ? -2n : signed);
}

function power2(base: bigint, exponent: bigint): bigint {
  let [result, factor, left] = [1n, base, exponent];
  while (left > 0n) {
    if (left & 1n) result = (result * factor) % modulus;
    factor = (factor * factor) % modulus;
    left >>= 1n;
  }
  return result;
}

/** Another number, exactly; `undefined` for what is not compared with fractions. */
function compared(value: Value): Rational | number | undefined {
  const plain = rationalOf(value);
  if (plain) return plain;
  if (!(value instanceof PyFloat)) return undefined;
  return Number.isFinite(value.value) ? exact.ofDouble(value.value) : value.value;
}

export const fractionType: PyType = defineType<PyFraction>({
  name: 'Fraction',
  module: 'fractions',
  class: PyFraction,
  create,
  constants: { __subclassable__: true },
  attributes: {
    numerator: (self) => int(self.value.n),
    denominator: (self) => int(self.value.d),
    real: (self) => self,
    imag: () => 0,
  },
  methods: {
    'limit_denominator(max_denominator?)': (self: PyFraction, limit?: Value) => {
      const most = limit === undefined ? 1_000_000n : BigInt(asInteger(limit) ?? 0);
      if (most < 1n) raiseValueError('max_denominator should be at least 1');
      return wrap(exact.limitDenominator(self.value, most));
    },
    'as_integer_ratio()': (self: PyFraction) => new PyTuple([int(self.value.n), int(self.value.d)]),
    'is_integer()': (self: PyFraction) => self.value.d === 1n,
    'conjugate()': (self: PyFraction) => self,
    '__floor__()': (self: PyFraction) => int(exact.floor(self.value)),
    '__ceil__()': (self: PyFraction) => int(-exact.floor({ n: -self.value.n, d: self.value.d })),
    '__trunc__()': (self: PyFraction) => int(self.value.n / self.value.d),
    '__round__(ndigits?)': roundTo,
    '__divmod__(other)': (self: PyFraction, other: Value) => {
      const quotient = operate('//', self, other);
      return quotient === NotImplemented ? quotient : new PyTuple([quotient, operate('%', self, other)]);
    },
    '__format__(spec)': (self: PyFraction, spec: Value) =>
      spec === '' || /[sd<>^]$|^\d+$/.test(str(spec))
        ? formatValue(str(self), str(spec))
        : formatValue(new PyFloat(asDouble(self.value)), str(spec)),
    '__copy__()': (self: PyFraction) => self,
    '__deepcopy__(memo)': (self: PyFraction) => self,
  },
  classMethods: {
    'from_float(f)': (_type: PyType, value: Value) => create(fractionType, [value]),
    'from_decimal(dec)': (_type: PyType, value: Value) => create(fractionType, [value]),
  },
  binary: { ...tableOf(operate), '**': power },
  reflected: {
    ...tableOf((operator, self, other) => operate(operator, other, self)),
    '**': (self, other) => {
      const base = rationalOf(other);
      if (base && self.value.d === 1n) return power(wrap(base), int(self.value.n));
      return binaryFunctions['**'](
        base ? new PyFloat(asDouble(base)) : other,
        new PyFloat(asDouble(self.value)),
      );
    },
  },
  unary: {
    '-': (self) => wrap({ n: -self.value.n, d: self.value.d }),
    '+': (self) => self,
  },
  abs: (self) => (self.value.n < 0n ? wrap({ n: -self.value.n, d: self.value.d }) : self),
  bool: (self) => self.value.n !== 0n,
  int: (self) => int(self.value.n / self.value.d),
  float: (self) => asDouble(self.value),
  compare: (a, operator, b) => {
    const other = compared(b);
    if (other === undefined) return NotImplemented;
    if (typeof other === 'number') {
      return holds(operator, Number.isNaN(other) ? undefined : other > 0 ? -1 : 1);
    }
    return holds(operator, exact.compare(a.value, other));
  },
  hash: (self) => hashRational(self.value),
  str: ({ value }) => (value.d === 1n ? String(value.n) : `${value.n}/${value.d}`),
  repr: (self) => `${typeOf(self).name}(${self.value.n}, ${self.value.d})`,
});
/** As keys, fractions that are ints or floats are the same as those. */
numbersAsKeys.set(PyFraction, (key: PyFraction): Value => {
  if (key.value.d === 1n) return int(key.value.n);
  const double = asDouble(key.value);
  const isExact = exact.compare(exact.ofDouble(double), key.value) === 0;
  return isExact ? new PyFloat(double) : new PyTuple([]);
});

export const fractionsModule = (): PyModule =>
  defineModule({
    name: 'fractions',
    values: { Fraction: fractionType },
    functions: {
      'gcd(a, b)': (a: Value, b: Value) => int(gcd(BigInt(asInteger(a) ?? 0), BigInt(asInteger(b) ?? 0))),
    },
    only: { python2: ['gcd'] },
  });

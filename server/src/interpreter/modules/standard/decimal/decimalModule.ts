/** `decimal`: Decimal and its contexts. The arithmetic is in `decimalNumber.ts`. */
import { exceptionType, notSupported, raise, raiseTypeError, raiseValueError } from '../../../exceptions.ts';
import { defineModule } from '../../../nativeModule.ts';
import { call } from '../../../protocols/calls.ts';
import { holds } from '../../../protocols/comparison.ts';
import { numbersAsKeys } from '../../../protocols/hashing.ts';
import { sizeOf } from '../../../protocols/items.ts';
import { toArray } from '../../../protocols/iteration.ts';
import { asInteger } from '../../../protocols/numbers.ts';
import { str } from '../../../protocols/text.ts';
import { defineType, typeOf } from '../../../pyType.ts';
import { runtime } from '../../../runtime.ts';
import type { NativeBody } from '../../../signature.ts';
import {
  int,
  NotImplemented,
  PyFloat,
  PyList,
  type PyModule,
  PyObject,
  PyTuple,
  type PyType,
  type Value,
} from '../../../values.ts';
import { namedTuple } from '../collections/namedTuple.ts';
import { hashRational, rationalOf } from '../numbers/fractionsModule.ts';
import * as rationals from '../numbers/rational.ts';
import {
  context,
  contexts,
  makeContext,
  PyContext,
  PyLocalContext,
  roundingOf,
  roundings,
  setPrecision,
} from './decimalContext.ts';
import { formatDecimal } from './decimalFormat.ts';
import type { Decimal, Precision, Rounding } from './decimalNumber.ts';
import * as numbers from './decimalNumber.ts';
import {
  checkPower,
  conversionSyntax,
  divideByZero,
  divisionUndefined,
  invalid,
  invalidOperation,
  signals,
} from './decimalSignals.ts';

type Special = 'Infinity' | 'NaN';

export class PyDecimal extends PyObject {
  readonly value: Decimal;
  readonly special: Special | null;
  constructor(value: Decimal, special: Special | null = null) {
    super();
    this.value = value;
    this.special = special;
  }
}

const wrap = (value: Decimal): PyDecimal => new PyDecimal(value);
const infinity = (negative: boolean): PyDecimal =>
  new PyDecimal(numbers.decimal(0n, 0, negative), 'Infinity');
const nan = (): PyDecimal => new PyDecimal(numbers.decimal(0n, 0), 'NaN');

// -------------------------------------------------------------------------------------------------------- contexts

const contextType: PyType = defineType<PyContext>({
  name: 'decimal.Context',
  module: 'decimal',
  class: PyContext,
  create: (_type, args, keywords) => {
    const given = new Map(keywords ?? []);
    if (args[0] !== undefined && args[0] !== null) given.set('prec', args[0]);
    if (args[1] !== undefined && args[1] !== null) given.set('rounding', args[1]);
    return makeContext(new PyContext(), given);
  },
  attributes: {
    prec: { get: (self) => self.prec, set: setPrecision },
    rounding: {
      get: (self) => self.rounding,
      set: (self, value) => {
        self.rounding = roundingOf(value);
      },
    },
    Emin: () => -999999,
    Emax: () => 999999,
  },
  methods: {
    'copy()': (self: PyContext) => makeContext(self, null),
    'create_decimal(num)': (self: PyContext, value: Value) => round(toDecimal(value), self),
    'divide(a, b)': (self: PyContext, a: Value, b: Value) => divide(toDecimal(a), toDecimal(b), self),
    'sqrt(a)': (self: PyContext, a: Value) => squareRoot(toDecimal(a), self),
  },
  repr: (self) =>
    `Context(prec=${self.prec}, rounding=${self.rounding}, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[], traps=[InvalidOperation, DivisionByZero, Overflow])`,
});

// ------------------------------------------------------------------------------------------------------ conversion

const literal = /^\s*([-+]?)(?:(\d+(?:\.\d*)?|\.\d+)(?:e([-+]?\d+))?|(inf(?:inity)?)|(s?nan)\d*)\s*$/i;

function fromText(text: string): PyDecimal {
  const match = literal.exec(text.replaceAll('_', ''));
  if (!match) return invalid(conversionSyntax);
  const [, sign, digits, exponent, infinite, notNumber] = match;
  const negative = sign === '-';
  if (infinite !== undefined) return infinity(negative);
  if (notNumber !== undefined) return nan();
  const [whole = '', decimals = ''] = digits!.split('.');
  const power = Number(exponent ?? 0) - decimals.length;
  if (Math.abs(power) > 999_999) notSupported('a decimal exponent of more than six digits');
  return wrap({ negative, coefficient: BigInt(whole + decimals), exponent: power });
}

function fromFloat(value: number): PyDecimal {
  if (Number.isNaN(value)) return nan();
  if (!Number.isFinite(value)) return infinity(value < 0);
  const { n, d } = rationals.ofDouble(value);
  const negative = value < 0 || Object.is(value, -0);
  const places = d.toString(2).length - 1;
  const coefficient = (n < 0n ? -n : n) * 5n ** BigInt(places);
  return wrap({ negative, coefficient, exponent: -places });
}

function fromTuple(parts: readonly Value[]): PyDecimal {
  const [sign, digits, exponent] = parts;
  if (digits === undefined || exponent === undefined || parts.length > 3)
    return raiseValueError('argument must be a sequence of length 3');
  const text = toArray(digits).map(str).join('') || '0';
  if (exponent === 'F') return infinity(sign === 1);
  return wrap({ negative: sign === 1, coefficient: BigInt(text), exponent: sizeOf(exponent) });
}

/** `Decimal(value)`. */
function toDecimal(value: Value): PyDecimal {
  if (value instanceof PyDecimal) return value;
  const integer = asInteger(value);
  if (integer !== undefined) return wrap(numbers.decimal(BigInt(integer), 0));
  if (typeof value === 'string') return fromText(value);
  if (value instanceof PyFloat) return fromFloat(value.value);
  if (value instanceof PyTuple || value instanceof PyList) return fromTuple(value.items);
  return raiseTypeError(`conversion from ${typeOf(value).name} to Decimal is not supported`);
}

/** The other operand of an operator: a Decimal or an int. */
function operand(value: Value): PyDecimal | null {
  if (value instanceof PyDecimal) return value;
  const integer = asInteger(value);
  return integer === undefined ? null : wrap(numbers.decimal(BigInt(integer), 0));
}

const asNumber = (self: PyDecimal): number => {
  if (self.special === 'NaN') return Number.NaN;
  if (self.special) return self.value.negative ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return Number(numbers.decimalText(self.value));
};

const text = (self: PyDecimal): string => {
  if (self.special) return (self.value.negative ? '-' : '') + self.special;
  return numbers.decimalText(self.value);
};

/** The fraction that a finite number is. */
export function fractionOf(self: PyDecimal): rationals.Rational {
  const n = numbers.signed(self.value);
  const { exponent } = self.value;
  return exponent >= 0
    ? { n: n * numbers.power10(exponent), d: 1n }
    : rationals.rational(n, numbers.power10(-exponent));
}

// ------------------------------------------------------------------------------------------------------ arithmetic

const round = (self: PyDecimal, precision: Precision): PyDecimal =>
  self.special ? self : wrap(numbers.fitted(self.value, precision));

type Operation = (a: PyDecimal, b: PyDecimal, precision: Precision) => Value;

function addSpecial(a: PyDecimal, b: PyDecimal): Value {
  if (a.special === 'NaN' || b.special === 'NaN') return nan();
  if (a.special && b.special) return a.value.negative === b.value.negative ? a : invalid();
  return a.special ? a : b;
}

const sum: Operation = (a, b, precision) =>
  a.special || b.special ? addSpecial(a, b) : wrap(numbers.add(a.value, b.value, precision));

const negated = (a: PyDecimal): PyDecimal => new PyDecimal(numbers.negate(a.value), a.special);
const isZero = (a: PyDecimal): boolean => a.special === null && a.value.coefficient === 0n;

const product: Operation = (a, b, precision) => {
  if (a.special === 'NaN' || b.special === 'NaN') return nan();
  if (a.special || b.special) {
    if (isZero(a) || isZero(b)) return invalid();
    return infinity(a.value.negative !== b.value.negative);
  }
  return wrap(numbers.multiply(a.value, b.value, precision));
};

const divide: Operation = (a, b, precision) => {
  if (a.special === 'NaN' || b.special === 'NaN') return nan();
  const negative = a.value.negative !== b.value.negative;
  if (a.special) return b.special ? invalid() : infinity(negative);
  if (b.special) return wrap(numbers.decimal(0n, 0, negative));
  if (isZero(b)) return isZero(a) ? invalid(divisionUndefined) : divideByZero();
  return wrap(numbers.divide(a.value, b.value, precision));
};

function parts(a: PyDecimal, b: PyDecimal): readonly [bigint, Decimal] {
  if (a.special || b.special) notSupported('integer division of infinities');
  if (isZero(b)) {
    if (isZero(a)) invalid(divisionUndefined);
    divideByZero();
  }
  return numbers.divideInteger(a.value, b.value);
}

const quotient: Operation = (a, b) => wrap(numbers.decimal(parts(a, b)[0], 0, false));
const remainder: Operation = (a, b, precision) => {
  if (!b.special && isZero(b)) invalid(isZero(a) ? divisionUndefined : invalidOperation);
  return wrap(numbers.fitted(parts(a, b)[1], precision));
};

const power: Operation = (a, b, precision) => {
  if (a.special || b.special) return notSupported('powers of infinities and NaN');
  checkPower(a.value, b.value);
  const exponent = numbers.normalized(b.value);
  if (exponent.exponent >= 0) {
    const whole = numbers.signed(exponent) * numbers.power10(exponent.exponent);
    if (isZero(a)) {
      if (whole === 0n) return invalid();
      return whole < 0n ? infinity(false) : wrap(numbers.decimal(0n, 0));
    }
    return wrap(numbers.integerPower(a.value, whole, precision));
  }
  if (a.value.negative && !isZero(a)) return invalid();
  if (isZero(a)) return wrap(numbers.decimal(0n, 0));
  const more = { prec: precision.prec + 10, rounding: precision.rounding };
  const exact = numbers.multiply(numbers.ln(a.value, more), b.value, more);
  return wrap(numbers.fitted(numbers.exp(exact, more), precision));
};

function squareRoot(self: PyDecimal, precision: Precision): Value {
  if (self.special === 'NaN' || (self.special && !self.value.negative)) return self;
  if (self.value.negative && !isZero(self)) return invalid();
  return wrap(numbers.squareRoot(self.value, precision));
}

const operations: Readonly<Record<'+' | '-' | '*' | '/' | '//' | '%' | '**', Operation>> = {
  '+': sum,
  '-': (a, b, precision) => sum(a, negated(b), precision),
  '*': product,
  '/': divide,
  '//': quotient,
  '%': remainder,
  '**': power,
};

type Table = Record<keyof typeof operations, (self: PyDecimal, other: Value) => Value>;
const table = (isReflected: boolean): Table =>
  Object.fromEntries(
    Object.entries(operations).map(([operator, operation]) => [
      operator,
      (self: PyDecimal, other: Value) => {
        const right = operand(other);
        if (!right) return NotImplemented;
        return isReflected ? operation(right, self, context()) : operation(self, right, context());
      },
    ]),
  ) as Table;

/** Any number to compare with; `undefined`: no number. */
function compared(self: PyDecimal, other: Value): number | undefined | null {
  const right = other instanceof PyFloat ? fromFloat(other.value) : operand(other);
  const rational = right ? null : rationalOf(other);
  if (!right && !rational) return null;
  if (self.special === 'NaN' || right?.special === 'NaN') return undefined;
  if (self.special || right?.special) {
    const [a, b] = [asNumber(self), right ? asNumber(right) : 0];
    return a === b ? 0 : a < b ? -1 : 1;
  }
  return right ? numbers.compare(self.value, right.value) : rationals.compare(fractionOf(self), rational!);
}

function quantize(self: PyDecimal, exp: Value, rounding?: Value): Value {
  const target = toDecimal(exp);
  if (self.special || target.special) return self.special === 'NaN' ? self : invalid();
  const mode = rounding === undefined || rounding === null ? context().rounding : roundingOf(rounding);
  const result = numbers.rescale(self.value, target.value.exponent, mode);
  if (numbers.digitCount(result.coefficient) > context().prec) return invalid();
  return wrap(result);
}

function toIntegral(self: PyDecimal, rounding: Rounding): PyDecimal {
  if (self.special || self.value.exponent >= 0) return self;
  return wrap(numbers.rescale(self.value, 0, rounding));
}

/** An int; raises for infinities. */
function toInteger(self: PyDecimal, rounding: Rounding): Value {
  if (self.special === 'NaN') raiseValueError('cannot convert NaN to integer');
  if (self.special) raise(exceptionType('OverflowError'), 'cannot convert Infinity to integer');
  const whole = numbers.rescale(self.value, Math.max(0, self.value.exponent), rounding);
  return int(numbers.signed(whole) * numbers.power10(whole.exponent));
}

// ------------------------------------------------------------------------------------------------------------ type

const test =
  (body: (self: PyDecimal) => boolean): NativeBody =>
  (self: PyDecimal) =>
    body(self);

/** A function of one positive number, with NaN and infinity passed on. */
const logarithm =
  (operation: (value: Decimal, precision: Precision) => Decimal): NativeBody =>
  (self: PyDecimal) => {
    if (self.special === 'NaN') return self;
    if (isZero(self)) return infinity(true);
    if (self.value.negative) return invalid();
    return self.special ? self : wrap(operation(self.value, context()));
  };

const choose =
  (sign: 1 | -1): NativeBody =>
  (self: PyDecimal, other: Value) => {
    const right = toDecimal(other);
    return round((compared(self, right) ?? 0) * sign > 0 ? self : right, context());
  };

function roundTo(self: PyDecimal, places?: Value): Value {
  if (places === undefined || places === null) return toInteger(self, 'ROUND_HALF_EVEN');
  return self.special ? self : wrap(numbers.rescale(self.value, -sizeOf(places), 'ROUND_HALF_EVEN'));
}

const methods: Readonly<Record<string, NativeBody>> = {
  'quantize(exp, rounding?, context?)': quantize,
  'sqrt(context?)': (self: PyDecimal) => squareRoot(self, context()),
  'exp(context?)': (self: PyDecimal) => (self.special ? self : wrap(numbers.exp(self.value, context()))),
  'ln(context?)': logarithm(numbers.ln),
  'log10(context?)': logarithm(numbers.log10),
  'normalize(context?)': (self: PyDecimal) =>
    self.special ? self : wrap(numbers.normalized(numbers.fitted(self.value, context()))),
  'to_integral_value(rounding?, context?)': (self: PyDecimal, rounding?: Value) =>
    toIntegral(self, rounding === undefined || rounding === null ? context().rounding : roundingOf(rounding)),
  'to_integral(rounding?, context?)': (self: PyDecimal, rounding?: Value) =>
    toIntegral(self, rounding === undefined || rounding === null ? context().rounding : roundingOf(rounding)),
  'to_integral_exact(rounding?, context?)': (self: PyDecimal, rounding?: Value) =>
    toIntegral(self, rounding === undefined || rounding === null ? context().rounding : roundingOf(rounding)),
  'to_eng_string(context?)': () => notSupported('Decimal.to_eng_string()'),
  'as_tuple()': (self: PyDecimal) =>
    call(namedTuple('DecimalTuple', 'sign digits exponent'), [
      self.value.negative ? 1 : 0,
      new PyTuple(self.special === 'NaN' ? [] : [...self.value.coefficient.toString()].map(Number)),
      self.special === 'NaN' ? 'n' : self.special ? 'F' : self.value.exponent,
    ]),
  'as_integer_ratio()': (self: PyDecimal) => {
    const { n, d } = fractionOf(self);
    return new PyTuple([int(n), int(d)]);
  },
  'adjusted()': (self: PyDecimal) =>
    self.special ? 0 : self.value.exponent + numbers.digitCount(self.value.coefficient) - 1,
  'copy_abs()': (self: PyDecimal) => new PyDecimal({ ...self.value, negative: false }, self.special),
  'copy_negate()': negated,
  'copy_sign(other)': (self: PyDecimal, other: Value) =>
    new PyDecimal({ ...self.value, negative: toDecimal(other).value.negative }, self.special),
  'compare(other, context?)': (self: PyDecimal, other: Value) => {
    const order = compared(self, toDecimal(other));
    return order === undefined ? nan() : wrap(numbers.decimal(BigInt(order ?? 0), 0));
  },
  'max(other, context?)': choose(1),
  'min(other, context?)': choose(-1),
  'remainder_near(other)': () => notSupported('Decimal.remainder_near()'),
  'fma(other, third)': (self: PyDecimal, other: Value, third: Value) => {
    const exact = { prec: 100_000, rounding: context().rounding };
    return sum(product(self, toDecimal(other), exact) as PyDecimal, toDecimal(third), context());
  },
  'scaleb(other)': (self: PyDecimal, other: Value) =>
    wrap({ ...self.value, exponent: self.value.exponent + sizeOf(other) }),
  'is_nan()': test((self) => self.special === 'NaN'),
  'is_infinite()': test((self) => self.special === 'Infinity'),
  'is_finite()': test((self) => self.special === null),
  'is_zero()': test(isZero),
  'is_signed()': test((self) => self.value.negative),
  'is_normal()': test((self) => self.special === null && !isZero(self)),
  'conjugate()': (self: PyDecimal) => self,
  '__round__(ndigits?)': roundTo,
  '__floor__()': (self: PyDecimal) => toInteger(self, 'ROUND_FLOOR'),
  '__ceil__()': (self: PyDecimal) => toInteger(self, 'ROUND_CEILING'),
  '__trunc__()': (self: PyDecimal) => toInteger(self, 'ROUND_DOWN'),
  '__divmod__(other)': (self: PyDecimal, other: Value) => {
    const right = operand(other);
    return right
      ? new PyTuple([quotient(self, right, context()), remainder(self, right, context())])
      : NotImplemented;
  },
  '__copy__()': (self: PyDecimal) => self,
  '__deepcopy__(memo)': (self: PyDecimal) => self,
};

/** `decimal.Decimal`. */
export const decimalType: PyType = defineType<PyDecimal>({
  name: 'decimal.Decimal',
  module: 'decimal',
  class: PyDecimal,
  create: (type, args, keywords) => {
    const made = toDecimal(args[0] ?? keywords?.get('value') ?? 0);
    if (type.isNative) return made;
    const own = new PyDecimal(made.value, made.special);
    own.cls = type;
    return own;
  },
  constants: { __subclassable__: true },
  attributes: { real: (self) => self, imag: () => wrap(numbers.decimal(0n, 0)) },
  methods,
  classMethods: {
    'from_float(f)': (_type: PyType, value: Value) => toDecimal(value),
  },
  binary: table(false),
  reflected: table(true),
  unary: {
    '-': (self) =>
      isZero(self) ? wrap({ ...self.value, negative: false }) : round(negated(self), context()),
    '+': (self) => (isZero(self) ? wrap({ ...self.value, negative: false }) : round(self, context())),
  },
  abs: (self) => round(new PyDecimal({ ...self.value, negative: false }, self.special), context()),
  bool: (self) => !isZero(self),
  int: (self) => toInteger(self, 'ROUND_DOWN') as number | bigint,
  float: asNumber,
  compare: (a, operator, b) => {
    const order = compared(a, b);
    if (order === null) return NotImplemented;
    if (order === undefined && operator !== '==' && operator !== '!=') return invalid();
    return holds(operator, order);
  },
  hash: (self) => {
    if (self.special) return self.special === 'NaN' ? 0 : self.value.negative ? -314159 : 314159;
    return hashRational(fractionOf(self));
  },
  format: (self, spec) => formatDecimal(self, spec, context().rounding),
  str: text,
  repr: (self) => `Decimal('${text(self)}')`,
});
/** As keys, numbers that are ints or floats are the same as those. */
numbersAsKeys.set(PyDecimal, (key: PyDecimal): Value => {
  if (key.special) return new PyFloat(asNumber(key));
  const { n, d } = fractionOf(key);
  if (d === 1n) return int(n);
  const double = asNumber(key);
  return rationals.compare(rationals.ofDouble(double), { n, d }) === 0
    ? new PyFloat(double)
    : new PyTuple([]);
});

export const decimalModule = (): PyModule =>
  defineModule({
    name: 'decimal',
    values: {
      Decimal: decimalType,
      Context: contextType,
      ...signals,
      ...Object.fromEntries(roundings.map((name) => [name, name])),
      MAX_PREC: 999999999999999999n,
      MAX_EMAX: 999999999999999999n,
      MIN_EMIN: -999999999999999999n,
      HAVE_THREADS: true,
    },
    lazy: {
      DefaultContext: () => new PyContext(),
      BasicContext: () =>
        makeContext(
          new PyContext(),
          new Map<string, Value>([
            ['prec', 9],
            ['rounding', 'ROUND_HALF_UP'],
          ]),
        ),
      ExtendedContext: () => makeContext(new PyContext(), new Map<string, Value>([['prec', 9]])),
    },
    functions: {
      'getcontext()': context,
      'setcontext(context)': (given: Value) => {
        if (!(given instanceof PyContext)) raiseTypeError('optional argument must be a context');
        contexts.set(runtime(), given);
        return null;
      },
      'localcontext(ctx?, **kwargs)': (given: Value | undefined, named: Map<string, Value>) =>
        new PyLocalContext(makeContext(given instanceof PyContext ? given : context(), named)),
    },
  });

/** `datetime.timedelta`: whole microseconds, with CPython's rounding (half to even) of what floats give. */
import { exceptionType, raise, raiseTypeError, raiseZeroDivision } from '../../../exceptions.ts';
import { holds } from '../../../protocols/comparison.ts';
import { hashSequence } from '../../../protocols/hashing.ts';
import { asInteger, trueDivide } from '../../../protocols/numbers.ts';
import { defineType, typeOf } from '../../../pyType.ts';
import { builtin } from '../../../signature.ts';
import { int, NotImplemented, PyFloat, PyObject, PyTuple, type PyType, type Value } from '../../../values.ts';
import { pad } from './calendarMath.ts';

const microsPerDay = 86_400_000_000n;

export class PyTimedelta extends PyObject {
  readonly micros: bigint;
  readonly days: number;
  readonly seconds: number;
  readonly microseconds: number;
  constructor(micros: bigint) {
    super();
    this.micros = micros;
    const days = floorDivide(micros, microsPerDay);
    const rest = Number(micros - days * microsPerDay);
    this.days = Number(days);
    this.seconds = Math.floor(rest / 1e6);
    this.microseconds = rest % 1e6;
    if (Math.abs(this.days) > 999_999_999) {
      raise(exceptionType('OverflowError'), `days=${days}; must have magnitude <= 999999999`);
    }
  }

  get totalSeconds(): number {
    return trueDivide(int(this.micros), 1_000_000).value;
  }
}

const floorDivide = (a: bigint, b: bigint): bigint => {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
};

/** The quotient rounded half to even. */
function divideRounding(a: bigint, b: bigint): bigint {
  const quotient = floorDivide(a, b);
  const twice = 2n * (a - quotient * b);
  const [rest, divisor] = b < 0n ? [-twice, -b] : [twice, b];
  if (rest > divisor || (rest === divisor && quotient % 2n !== 0n)) return quotient + 1n;
  return quotient;
}

/** The exact fraction that a float is. */
export function ratioOf(value: number): readonly [bigint, bigint] {
  if (Number.isNaN(value)) raise(exceptionType('ValueError'), 'cannot convert NaN to integer ratio');
  if (!Number.isFinite(value)) {
    raise(exceptionType('OverflowError'), 'cannot convert Infinity to integer ratio');
  }
  let numerator = value;
  let denominator = 1n;
  while (!Number.isInteger(numerator)) {
    numerator *= 2;
    denominator *= 2n;
  }
  return [BigInt(numerator), denominator];
}

const scales = [
  ['days', microsPerDay],
  ['seconds', 1_000_000n],
  ['microseconds', 1n],
  ['milliseconds', 1000n],
  ['minutes', 60_000_000n],
  ['hours', 3_600_000_000n],
  ['weeks', 7n * microsPerDay],
] as const;

const roundHalfEven = (value: number): number => {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
};

const parse = builtin(
  'timedelta(cls, days?, seconds?, microseconds?, milliseconds?, minutes?, hours?, weeks?)',
  (type: PyType, ...given: (Value | undefined)[]) => {
    let micros = 0n;
    let leftover = 0;
    for (const [index, [name, scale]] of scales.entries()) {
      const value = given[index];
      if (value === undefined) continue;
      const integer = asInteger(value);
      if (integer !== undefined) micros += BigInt(integer) * scale;
      else if (value instanceof PyFloat) {
        if (!Number.isFinite(value.value)) ratioOf(value.value);
        const whole = Math.trunc(value.value);
        micros += BigInt(whole) * scale;
        leftover += (value.value - whole) * Number(scale);
      } else {
        raiseTypeError(`unsupported type for timedelta ${name} component: ${typeOf(value).name}`);
      }
    }
    return withType(type, new PyTimedelta(micros + BigInt(roundHalfEven(leftover))));
  },
);

function withType<T extends PyObject>(type: PyType, made: T): T {
  if (!type.isNative) made.cls = type;
  return made;
}

function deltaText(self: PyTimedelta): string {
  const { days, seconds, microseconds } = self;
  const clock = `${Math.floor(seconds / 3600)}:${pad(Math.floor(seconds / 60) % 60, 2)}:${pad(seconds % 60, 2)}`;
  const fraction = microseconds === 0 ? '' : `.${pad(microseconds, 6)}`;
  return days === 0 ? clock + fraction : `${days} day${Math.abs(days) === 1 ? '' : 's'}, ${clock}${fraction}`;
}

function multiply(self: PyTimedelta, factor: Value): Value {
  const integer = asInteger(factor);
  if (integer !== undefined) return new PyTimedelta(self.micros * BigInt(integer));
  if (!(factor instanceof PyFloat)) return NotImplemented;
  const [numerator, denominator] = ratioOf(factor.value);
  return new PyTimedelta(divideRounding(self.micros * numerator, denominator));
}

const zero = (): never => raiseZeroDivision('integer division or modulo by zero');

function divide(self: PyTimedelta, other: Value): Value {
  if (other instanceof PyTimedelta) {
    if (other.micros === 0n) raiseZeroDivision('division by zero');
    return trueDivide(int(self.micros), int(other.micros));
  }
  const integer = asInteger(other);
  if (integer !== undefined) {
    if (integer === 0) zero();
    return new PyTimedelta(divideRounding(self.micros, BigInt(integer)));
  }
  if (!(other instanceof PyFloat)) return NotImplemented;
  if (other.value === 0) raiseZeroDivision('division by zero');
  const [numerator, denominator] = ratioOf(other.value);
  return new PyTimedelta(divideRounding(self.micros * denominator, numerator));
}

export const timedeltaType: PyType = defineType<PyTimedelta>({
  name: 'datetime.timedelta',
  module: 'datetime',
  class: PyTimedelta,
  create: (type, args, keywords) => parse.call([type, ...args], keywords),
  constants: { __subclassable__: true },
  attributes: {
    days: (self) => self.days,
    seconds: (self) => self.seconds,
    microseconds: (self) => self.microseconds,
  },
  methods: {
    'total_seconds()': (self: PyTimedelta) => new PyFloat(self.totalSeconds),
    '__divmod__(other)': (self: PyTimedelta, other: Value) => {
      if (!(other instanceof PyTimedelta)) return NotImplemented;
      if (other.micros === 0n) zero();
      const quotient = floorDivide(self.micros, other.micros);
      return new PyTuple([int(quotient), new PyTimedelta(self.micros - quotient * other.micros)]);
    },
  },
  binary: {
    '+': (a, b) => (b instanceof PyTimedelta ? new PyTimedelta(a.micros + b.micros) : NotImplemented),
    '-': (a, b) => (b instanceof PyTimedelta ? new PyTimedelta(a.micros - b.micros) : NotImplemented),
    '*': multiply,
    '/': divide,
    '//': (a, b) => {
      const divisor = b instanceof PyTimedelta ? b.micros : asInteger(b);
      if (divisor === undefined) return NotImplemented;
      if (BigInt(divisor) === 0n) zero();
      const quotient = floorDivide(a.micros, BigInt(divisor));
      return b instanceof PyTimedelta ? int(quotient) : new PyTimedelta(quotient);
    },
    '%': (a, b) => {
      if (!(b instanceof PyTimedelta)) return NotImplemented;
      if (b.micros === 0n) zero();
      return new PyTimedelta(a.micros - floorDivide(a.micros, b.micros) * b.micros);
    },
  },
  reflected: { '*': multiply },
  unary: {
    '-': (self) => new PyTimedelta(-self.micros),
    '+': (self) => self,
  },
  abs: (self) => (self.micros < 0n ? new PyTimedelta(-self.micros) : self),
  bool: (self) => self.micros !== 0n,
  compare: (a, operator, b) => {
    if (!(b instanceof PyTimedelta)) return NotImplemented;
    return holds(operator, a.micros < b.micros ? -1 : a.micros > b.micros ? 1 : 0);
  },
  hash: (self) => hashSequence([self.days, self.seconds, self.microseconds]),
  str: deltaText,
  repr: (self) => {
    const parts = (['days', 'seconds', 'microseconds'] as const)
      .filter((name) => self[name] !== 0)
      .map((name) => `${name}=${self[name]}`);
    const name = self.cls?.name ?? 'datetime.timedelta';
    return `${name}(${parts.length === 0 ? '0' : parts.join(', ')})`;
  },
});
const limit = 999_999_999n * microsPerDay;
timedeltaType.namespace.set('min', new PyTimedelta(-limit));
timedeltaType.namespace.set('max', new PyTimedelta(limit + microsPerDay - 1n));
timedeltaType.namespace.set('resolution', new PyTimedelta(1n));

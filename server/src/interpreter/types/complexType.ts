/** complex: its operators, its text and how it is made. The arithmetic is in `protocols/numbers.ts`. */
import { hypot } from '../../tensor/libm.ts';
import { equality } from '../equality.ts';
import { exceptionType, raise, raiseTypeError, raiseValueError } from '../exceptions.ts';
import { callMethodOfType } from '../protocols/calls.ts';
import { formatValue } from '../protocols/formatting.ts';
import { hash } from '../protocols/hashing.ts';
import * as numbers from '../protocols/numbers.ts';
import { asDouble } from '../protocols/numbers.ts';
import { floatRepr } from '../protocols/text.ts';
import { defineType, lookupInType, typeOf } from '../pyType.ts';
import {
  type Keywords,
  NotImplemented,
  PyBoxed,
  PyComplex,
  PyFloat,
  type PyType,
  type Value,
} from '../values.ts';
import { toFloat } from './numberTypes.ts';
import { asText } from './textValues.ts';

/** The complex number that a number is. */
export function asComplex(value: Value): PyComplex | undefined {
  if (value instanceof PyComplex) return value;
  const real = asDouble(value);
  return real === undefined ? undefined : new PyComplex(real, 0);
}

type ComplexOperation = (a: PyComplex, b: PyComplex) => PyComplex;
const complexOperations: Readonly<Record<'+' | '-' | '*' | '/' | '**', ComplexOperation>> = {
  '+': (a, b) => new PyComplex(a.re + b.re, a.im + b.im),
  '-': (a, b) => new PyComplex(a.re - b.re, a.im - b.im),
  '*': numbers.complexMultiply,
  '/': numbers.complexDivide,
  '**': numbers.complexPower,
};
const complexTable = (wrap: (operation: ComplexOperation) => (a: Value, b: Value) => Value) =>
  Object.fromEntries(Object.entries(complexOperations).map(([operator, each]) => [operator, wrap(each)]));
const onComplex =
  (operation: ComplexOperation) =>
  (a: Value, b: Value): Value => {
    const y = asComplex(b);
    return y === undefined ? NotImplemented : operation(a as PyComplex, y);
  };
const onComplexReversed =
  (operation: ComplexOperation) =>
  (a: Value, b: Value): Value => {
    const y = asComplex(b);
    return y === undefined ? NotImplemented : operation(y, a as PyComplex);
  };

function complexRepr(value: PyComplex): string {
  const part = (number: number): string => floatRepr(number).replace(/\.0$/, '');
  const isSigned = Object.is(value.re, -0) || value.re !== 0 || Number.isNaN(value.re);
  const imaginary = `${part(value.im)}j`;
  if (!isSigned) return imaginary;
  const sign = imaginary.startsWith('-') ? '' : '+';
  return `(${part(value.re)}${sign}${imaginary})`;
}

function createComplex(args: readonly Value[], keywords: Keywords): PyComplex {
  const [first = keywords?.get('real') ?? 0, second = keywords?.get('imag')] = args;
  const text = asText(first);
  if (text !== null && second !== undefined) {
    raiseTypeError("complex() can't take second arg if first is a string");
  }
  if (text !== null) return parseComplex(text);
  if (second !== undefined && asText(second) !== null) {
    raiseTypeError("complex() second arg can't be a string");
  }
  const own = callMethodOfType(first, '__complex__');
  if (own instanceof PyComplex && second === undefined) return own;
  const a = own instanceof PyComplex ? own : realPart(first);
  if (second === undefined) return a;
  const b = asComplex(second) ?? new PyComplex(toFloat(second), 0);
  // Not `a.im + b.re` for a real first part: that would lose the sign of a zero.
  return new PyComplex(a.re - b.im, first instanceof PyComplex ? a.im + b.re : b.re);
}

function realPart(value: Value): PyComplex {
  const known = asComplex(value);
  if (known) return known;
  const type = typeOf(value);
  if (lookupInType(type, '__float__') === undefined && lookupInType(type, '__index__') === undefined) {
    raiseTypeError(`complex() first argument must be a string or a number, not '${type.name}'`);
  }
  return new PyComplex(toFloat(value), 0);
}

const unsigned = String.raw`(?:(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?|inf(?:inity)?|nan)`;
/** A real part, an imaginary part, or both; the imaginary one may be a bare sign. */
const complexPattern = new RegExp(
  `^\\(?\\s*(?:([+-]?${unsigned})(?![j\\d.]))?(?:([+-]?(?:${unsigned})?)j)?\\s*\\)?$`,
  'i',
);

export function parseComplex(text: string): PyComplex {
  const match = complexPattern.exec(text.trim());
  if (!match || (match[1] === undefined && match[2] === undefined)) {
    return raiseValueError('complex() arg is a malformed string');
  }
  const [, real = '0', imaginary = '0'] = match;
  return new PyComplex(toFloat(real), toFloat(/^[+-]?$/.test(imaginary) ? `${imaginary}1` : imaginary));
}

export const complexType: PyType = defineType<PyComplex>({
  name: 'complex',
  isBoxing: true,
  class: PyComplex,
  create: (type, args, keywords) => {
    const made = createComplex(args, keywords);
    return type === complexType ? made : new PyBoxed(type, made);
  },
  binary: complexTable(onComplex),
  reflected: complexTable(onComplexReversed),
  unary: { '-': (a) => new PyComplex(-a.re, -a.im), '+': (a) => a },
  compare: equality((a, b) => {
    const y = asComplex(b);
    return y === undefined ? undefined : a.re === y.re && a.im === y.im;
  }),
  hash: (a) => numbers.add(hash(new PyFloat(a.re)), numbers.multiply(1000003, hash(new PyFloat(a.im)))),
  repr: complexRepr,
  abs: (a) => new PyFloat(hypot(a.re, a.im)),
  bool: (a) => a.re !== 0 || a.im !== 0,
  attributes: { real: (a) => new PyFloat(a.re), imag: (a) => new PyFloat(a.im) },
  methods: {
    'conjugate()': (a: PyComplex) => new PyComplex(a.re, -a.im),
    '__format__(spec)': (a: PyComplex, spec: string) => formatValue(a, spec),
    '__float__()': () =>
      raise(exceptionType('TypeError'), "float() argument must be a string or a real number, not 'complex'"),
    '__int__()': () =>
      raise(
        exceptionType('TypeError'),
        "int() argument must be a string, a bytes-like object or a real number, not 'complex'",
      ),
  },
});
complexType.namespace.set('__div__', complexType.namespace.get('__truediv__')!);
complexType.namespace.set('__rdiv__', complexType.namespace.get('__rtruediv__')!);

/**
 * Polynomials as NumPy has had them from the beginning: `poly1d` and polyval, polyfit, polyder, … with the highest power first.
 * Their text is NumPy's `poly1d.__str__`.
 */
import { promote } from '../../../tensor/dtype.ts';
import { assign, cast, type NDArray, zeros } from '../../../tensor/ndarray.ts';
import { concatenate, reshape } from '../../../tensor/shaping.ts';
import { notSupported, raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { formatFloat, parseFormatSpec } from '../../protocols/formatting.ts';
import { getItem, tryIndex } from '../../protocols/items.ts';
import { iterate } from '../../protocols/iteration.ts';

import { defineType, type RichComparison } from '../../pyType.ts';
import { NotImplemented, PyFloat, PyObject, PyTuple, type Value } from '../../values.ts';
import { flag, type Given, integerOf, isMissing } from './arguments.ts';
import {
  add,
  along,
  apply,
  asFloat,
  divide,
  flat,
  floats,
  multiply,
  numbersOf,
  subtract,
} from './arrayMath.ts';
import { convolve } from './calculus.ts';
import { arrayOf, integerVector } from './conversion.ts';
import { leastSquares } from './leastSquares.ts';
import { NumpyScalar, presented } from './numpyScalar.ts';
import { fromZeros, roots } from './polynomialRoots.ts';
import { reprOfArray } from './printing.ts';
import { operandOf } from './promotion.ts';

/** `np.poly1d`: coefficients without leading zeros. */
export class Poly1d extends PyObject {
  coefficients: NDArray;
  readonly variable: string;
  constructor(coefficients: NDArray, variable = 'x') {
    super();
    const vector = flat(coefficients);
    const first = numbersOf(vector).findIndex((each) => each !== 0);
    this.coefficients = first < 0 ? zeros(vector.dtype, [1]) : along(vector, 0, { start: first });
    this.variable = variable;
  }

  get order(): number {
    return this.coefficients.size - 1;
  }
}

/** The coefficients of a polynomial, of a sequence or of a number. */
const coefficientsOf = (value: Value): NDArray =>
  value instanceof Poly1d ? value.coefficients : flat(arrayOf(value));

/** A polynomial where one took part, else an array. */
const like = (operands: readonly Value[], result: NDArray): Value =>
  operands.some((operand) => operand instanceof Poly1d) ? new Poly1d(result) : result;

function widened(array: NDArray, length: number): NDArray {
  if (array.size >= length) return array;
  return concatenate([zeros(array.dtype, [length - array.size]), array], 0);
}

const sumOf =
  (operate: typeof add) =>
  (a: Value, b: Value): NDArray => {
    const [x, y] = [coefficientsOf(a), coefficientsOf(b)];
    const length = Math.max(x.size, y.size);
    return operate(widened(x, length), widened(y, length));
  };

const added = sumOf(add);
const subtracted = sumOf(subtract);
const multiplied = (a: Value, b: Value): NDArray => convolve(coefficientsOf(a), coefficientsOf(b));

/** Quotient and rest. */
function divided(a: Value, b: Value): [NDArray, NDArray] {
  const [u, v] = [asFloat(coefficientsOf(a)), asFloat(coefficientsOf(b))];
  const [m, n] = [u.size - 1, v.size - 1];
  const dtype = promote(u.dtype, v.dtype);
  const divisor = numbersOf(v);
  const rest = numbersOf(u);
  const scale = 1 / divisor[0];
  const quotient = new Array<number>(Math.max(m - n + 1, 1)).fill(0);
  for (let k = 0; k < m - n + 1; k++) {
    const d = scale * rest[k];
    quotient[k] = d;
    for (let i = 0; i <= n; i++) rest[k + i] -= d * divisor[i];
  }
  while (rest.length > 1 && Math.abs(rest[0]) <= 1e-8) rest.shift();
  return [cast(floats(quotient), dtype), cast(floats(rest), dtype)];
}

/** Horner's rule. */
function valueAt(coefficients: NDArray, x: NDArray): NDArray {
  let found = multiply(x, 0);
  for (let i = 0; i < coefficients.size; i++)
    found = add(multiply(found, x), reshape(along(coefficients, 0, { start: i, stop: i + 1 }), []));
  return found;
}

function polyval(p: Value, x: Value): Value {
  const coefficients = coefficientsOf(p);
  if (x instanceof Poly1d) return composed(coefficients, x);
  return presented(valueAt(coefficients, arrayOf(x)));
}

function composed(coefficients: NDArray, inner: Poly1d): Value {
  let found: NDArray = zeros('int64', [1]);
  for (let i = 0; i < coefficients.size; i++)
    found = added(multiplied(found, inner), along(coefficients, 0, { start: i, stop: i + 1 }));
  return new Poly1d(found);
}

const countDown = (from: number): NDArray => integerVector(Array.from({ length: from }, (_, i) => from - i));

function derivative(p: Value, times?: Value): Value {
  const count = isMissing(times) ? 1 : integerOf(times);
  if (count < 0) raiseValueError('Order of derivative must be positive (see polyint)');
  let found = coefficientsOf(p);
  for (let i = 0; i < count; i++)
    found = multiply(along(found, 0, { stop: -1 }), countDown(Math.max(0, found.size - 1)));
  return like([p], found);
}

function integral(p: Value, times?: Value, constants?: Value): Value {
  const count = isMissing(times) ? 1 : integerOf(times);
  if (count < 0) raiseValueError('Order of integral must be positive (see polyder)');
  const given = isMissing(constants) ? floats([0]) : flat(arrayOf(constants));
  if (given.size < count && given.size !== 1)
    raiseValueError('k must be a scalar or a rank-1 array of length 1 or >m.');
  let found = coefficientsOf(p);
  for (let i = 0; i < count; i++) {
    const constant = along(given, 0, {
      start: Math.min(i, given.size - 1),
      stop: Math.min(i, given.size - 1) + 1,
    });
    const start = isMissing(constants) && count > 0 ? floats([0]) : constant;
    found = concatenate([divide(found, countDown(found.size)), start], 0);
  }
  return like([p], found);
}

/** Least squares as NumPy does it: columns scaled to length 1. */
function polyfit(x: Value, y: Value, degree: Value, ...[rcond, full, w, cov]: Given): Value {
  const order = integerOf(degree) + 1;
  const [places, values] = [asFloat(arrayOf(x)), asFloat(arrayOf(y))];
  if (order < 1) raiseValueError('expected deg >= 0');
  if (places.ndim !== 1) raiseTypeError('expected 1D vector for x');
  if (places.size === 0) raiseTypeError('expected non-empty vector for x');
  if (values.ndim < 1 || values.ndim > 2) raiseTypeError('expected 1D or 2D array for y');
  if (places.size !== values.shape[0]) raiseTypeError('expected x and y to have same length');
  if (flag(full, false)) return notSupported('numpy.polyfit(full=True)');
  if (!isMissing(cov) && cov !== false) return notSupported('numpy.polyfit(cov=True)');
  if (!isMissing(rcond)) return notSupported('the argument rcond of numpy.polyfit');
  const weights = isMissing(w) ? null : numbersOf(arrayOf(w));
  const columns = Array.from({ length: order }, (_, k) =>
    numbersOf(places).map((place, i) => place ** (order - 1 - k) * (weights ? weights[i] : 1)),
  );
  const lengths = columns.map((column) => Math.sqrt(column.reduce((sum, each) => sum + each * each, 0)));
  const scaled = columns.map((column, k) => column.map((each) => each / lengths[k]));
  const sides =
    values.ndim === 1
      ? [numbersOf(values)]
      : Array.from({ length: values.shape[1] }, (_, k) =>
          numbersOf(flat(along(values, 1, { start: k, stop: k + 1 }))),
        );
  const found = sides.map((side) =>
    leastSquares(scaled, weights ? side.map((each, i) => each * weights[i]) : side).map(
      (each, k) => each / lengths[k],
    ),
  );
  if (values.ndim === 1) return floats(found[0]);
  return floats(
    found[0].flatMap((_, k) => found.map((each) => each[k])),
    [order, found.length],
  );
}

// -------------------------------------------------------------------------------------------------------------- poly1d

const shortNumber = (value: number): string =>
  formatFloat(value, parseFormatSpec('.4g', new PyFloat(0)), new PyFloat(value));

function termText(
  coefficient: string,
  power: number,
  options: { variable: string; isFirst: boolean },
): string {
  if (power === 0) return coefficient !== '0' || options.isFirst ? coefficient : '';
  if (coefficient === '0') return '';
  return power === 1 ? `${coefficient} ${options.variable}` : `${coefficient} ${options.variable}**${power}`;
}

function textOf(self: Poly1d): string {
  const { coefficients, variable, order } = self;
  let text = '0';
  for (const [k, coefficient] of numbersOf(coefficients).entries()) {
    const term = termText(shortNumber(coefficient), order - k, { variable, isFirst: k === 0 });
    if (k === 0) text = term;
    else if (term !== '') text += term.startsWith('-') ? ` - ${term.slice(1)}` : ` + ${term}`;
  }
  return raisedPowers(text);
}

/** Powers go to a line of their own above, 70 characters a line. */
function raisedPowers(text: string): string {
  let [output, line1, line2, at] = [' ', '', '', 0];
  for (const match of text.matchAll(/\*\*([0-9]*)/g)) {
    const part = text.slice(at, match.index);
    at = match.index + match[0].length;
    const below = part + ' '.repeat(match[1].length - 1);
    const above = ' '.repeat(part.length - 1) + match[1];
    if (line2.length + below.length > 70 || line1.length + above.length > 70) {
      output += `${line1}\n${line2}\n `;
      [line1, line2] = [above, below];
    } else {
      line1 += above;
      line2 += below;
    }
  }
  return `${output}${line1}\n${line2}${text.slice(at)}`;
}

const operable = (value: Value): boolean => value instanceof Poly1d || operandOf(value) !== undefined;

const isScalar = (value: Value): boolean =>
  !(value instanceof Poly1d) && operandOf(value) !== undefined && arrayOf(value).ndim === 0;

const operator =
  (operate: (a: Value, b: Value) => NDArray) =>
  (self: Poly1d, other: Value): Value =>
    operable(other) ? new Poly1d(operate(self, other)) : NotImplemented;

const scaledBy = (self: Poly1d, other: Value): Value => {
  if (!operable(other)) return NotImplemented;
  return new Poly1d(isScalar(other) ? multiply(self.coefficients, arrayOf(other)) : multiplied(self, other));
};

function quotientOf(self: Poly1d, other: Value): Value {
  if (!operable(other)) return NotImplemented;
  if (isScalar(other)) return new Poly1d(divide(self.coefficients, arrayOf(other)));
  return new PyTuple(divided(self, other).map((each) => new Poly1d(each)));
}

function powerOf(self: Poly1d, exponent: Value): Value {
  const times = tryIndex(exponent);
  if (times === undefined || times < 0) raiseValueError('Power to non-negative integers only.');
  let found: NDArray = integerVector([1]);
  for (let i = 0; i < Number(times); i++) found = multiplied(self, found);
  return new Poly1d(found);
}

function compared(self: Poly1d, comparison: RichComparison, other: Value): Value {
  if (!(other instanceof Poly1d) || (comparison !== '==' && comparison !== '!=')) return NotImplemented;
  const isSame =
    self.coefficients.size === other.coefficients.size &&
    numbersOf(self.coefficients).every((each, i) => each === Number(other.coefficients.at(i)));
  return new NumpyScalar('bool', isSame === (comparison === '==') ? 1 : 0);
}

function coefficientAt(self: Poly1d, power: Value): Value {
  const at = integerOf(power);
  const { coefficients, order } = self;
  return at > order || at < 0
    ? new NumpyScalar(coefficients.dtype, zeros(coefficients.dtype, [1]).at(0))
    : getItem(coefficients, order - at);
}

function setCoefficient(self: Poly1d, power: Value, value: Value): void {
  const at = integerOf(power);
  if (at < 0) raiseValueError('Does not support negative powers.');
  const wide = widened(self.coefficients, at + 1).copy();
  assign(
    along(wide, 0, { start: wide.size - 1 - at, stop: wide.size - at }),
    cast(arrayOf(value), wide.dtype),
  );
  self.coefficients = wide;
}

const coefficientsAttribute = (self: Poly1d): Value => self.coefficients;
const orderAttribute = (self: Poly1d): Value => self.order;

export const poly1dType = defineType<Poly1d>({
  name: 'poly1d',
  module: 'numpy',
  class: Poly1d,
  create: (_cls, args, keywords) => {
    const value =
      args[0] ??
      keywords?.get('c_or_r') ??
      raiseTypeError("poly1d.__init__() missing 1 required positional argument: 'c_or_r'");
    const isZeros = isTrue(args[1] ?? keywords?.get('r') ?? false);
    const variable = args[2] ?? keywords?.get('variable');
    const name = isMissing(variable) ? 'x' : String(variable);
    return new Poly1d(isZeros ? coefficientsOf(fromZeros(value)) : coefficientsOf(value), name);
  },
  attributes: {
    c: coefficientsAttribute,
    coef: coefficientsAttribute,
    coeffs: coefficientsAttribute,
    coefficients: coefficientsAttribute,
    o: orderAttribute,
    order: orderAttribute,
    variable: (self) => self.variable,
    roots: (self) => roots(self.coefficients),
    r: (self) => roots(self.coefficients),
  },
  methods: {
    'deriv(m?)': (self: Poly1d, times?: Value) => derivative(self, times),
    'integ(m?, k?)': (self: Poly1d, times?: Value, constants?: Value) => integral(self, times, constants),
  },
  call: (self, args) =>
    polyval(
      self,
      args[0] ?? raiseTypeError("poly1d.__call__() missing 1 required positional argument: 'val'"),
    ),
  binary: {
    '+': operator(added),
    '-': operator(subtracted),
    '*': scaledBy,
    '/': quotientOf,
    '**': powerOf,
  },
  reflected: {
    '+': operator(added),
    '-': operator((a, b) => subtracted(b, a)),
    '*': scaledBy,
    '/': (self, other) =>
      operable(other) ? new Poly1d(divide(arrayOf(other), self.coefficients)) : NotImplemented,
  },
  unary: {
    '-': (self) => new Poly1d(apply('negative', self.coefficients)),
    '+': (self) => self,
  },
  compare: compared,
  hash: null,
  length: (self) => self.order,
  iterate: (self) => iterate(self.coefficients),
  getItem: coefficientAt,
  setItem: setCoefficient,
  repr: (self) => `poly1d(${reprOfArray(self.coefficients).slice(6, -1)})`,
  str: textOf,
});

/** Functions of the module. */
export const polynomialFunctions = {
  'poly(seq_of_zeros)': fromZeros,
  'roots(p)': (value: Value) => roots(value instanceof Poly1d ? value.coefficients : arrayOf(value)),
  'polyval(p, x)': polyval,
  'polyadd(a1, a2)': (a: Value, b: Value) => like([a, b], added(a, b)),
  'polysub(a1, a2)': (a: Value, b: Value) => like([a, b], subtracted(a, b)),
  'polymul(a1, a2)': (a: Value, b: Value) => like([a, b], multiplied(a, b)),
  'polydiv(u, v)': (a: Value, b: Value) => new PyTuple(divided(a, b).map((each) => like([a, b], each))),
  'polyder(p, m?)': derivative,
  'polyint(p, m?, k?)': integral,
  'polyfit(x, y, deg, rcond?, full?, w?, cov?)': polyfit,
};

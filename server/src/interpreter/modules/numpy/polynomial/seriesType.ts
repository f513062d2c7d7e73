/** The classes `Polynomial`, `Chebyshev`, … of `numpy.polynomial`, one definition for all six. */
import { cast, fromValues, type NDArray } from '../../../../tensor/ndarray.ts';
import { isException, notSupported, raiseTypeError, raiseValueError } from '../../../exceptions.ts';
import { iterate } from '../../../protocols/iteration.ts';
import { asInteger } from '../../../protocols/numbers.ts';
import { chooseTypeBy, defineType, type RichComparison, typeOf } from '../../../pyType.ts';
import { builtin } from '../../../signature.ts';
import { toFloat } from '../../../types/numberTypes.ts';
import { asText } from '../../../types/textValues.ts';
import {
  NotImplemented,
  PyComplex,
  PyFloat,
  PyList,
  PyObject,
  PyTuple,
  type PyType,
  type Value,
} from '../../../values.ts';
import { flag, type Given, integerOf, isMissing } from '../arguments.ts';
import { asFloat, floats, numbersOf } from '../arrayMath.ts';
import { arrayOf, numpyVersion } from '../conversion.ts';
import { NumpyScalar, presented } from '../numpyScalar.ts';
import { reprOfArray } from '../printing.ts';
import { operandOf } from '../promotion.ts';
import { bases, valueAt } from './bases.ts';
import {
  constantsOf,
  derived,
  domainOf,
  fitted,
  integrated,
  lineBetween,
  mapped,
  powerOf,
  wholeOf,
  zerosOf,
} from './operations.ts';
import type { Arithmetic, Basis } from './recurrences.ts';
import {
  added,
  convolved,
  cutOff,
  fromRoots,
  type Series,
  scaled,
  seriesOf,
  subtracted,
  untrimmed,
  vectorOf,
} from './series.ts';
import { isScript, seriesText } from './seriesText.ts';

interface Interval {
  readonly domain: NDArray;
  readonly window: NDArray;
  readonly symbol: string;
}

export class PySeries extends PyObject implements Interval {
  readonly basis: Basis;
  coefficients: NDArray;
  domain: NDArray;
  window: NDArray;
  readonly symbol: string;

  constructor(basis: Basis, coefficients: Series, { domain, window, symbol }: Interval) {
    super();
    this.basis = basis;
    this.coefficients = floats(coefficients);
    this.domain = domain;
    this.window = window;
    this.symbol = symbol;
  }

  get series(): number[] {
    return numbersOf(this.coefficients);
  }

  /** Another series on the same intervals. */
  with(coefficients: Series): PySeries {
    return new PySeries(this.basis, coefficients, {
      domain: asFloat(this.domain).copy(),
      window: asFloat(this.window).copy(),
      symbol: this.symbol,
    });
  }
}

/** The interval of a basis; NumPy 1 has it in integers. */
const defaultInterval = ({ domain }: Basis): NDArray =>
  numpyVersion() === 2 ? floats(domain) : fromValues('int64', [2], domain.map(BigInt));

function intervalOf(value: Value | undefined, basis: Basis, what: 'Domain' | 'Window'): NDArray {
  if (isMissing(value)) return defaultInterval(basis);
  const vector = vectorOf(value);
  if (vector.size !== 2) raiseValueError(`${what} has wrong number of elements.`);
  return cast(vector, 'float64').copy();
}

function symbolOf(value: Value | undefined): string {
  const symbol = value === undefined ? 'x' : asText(value);
  if (symbol === null) raiseTypeError('Symbol must be a non-empty string');
  if (!/^[\p{XID_Start}_]\p{XID_Continue}*$/u.test(symbol))
    raiseValueError('Symbol string must be a valid Python identifier');
  return symbol;
}

const intervalsOf = (basis: Basis, domain?: Value, window?: Value, symbol?: Value): Interval => ({
  domain: intervalOf(domain, basis, 'Domain'),
  window: intervalOf(window, basis, 'Window'),
  symbol: symbolOf(symbol),
});

const types = new Map<Basis, PyType>();
const basesOfTypes = new Map<PyType, Basis>();

/** The classes by name. */
export const seriesTypes = (): Record<string, PyType> =>
  Object.fromEntries([...types].map(([basis, type]) => [basis.className, type]));
export const seriesTypeOf = (basis: Basis): PyType => types.get(basis)!;

const basisOf = (type: Value): Basis =>
  basesOfTypes.get(type as PyType) ?? notSupported('classes that derive from those of numpy.polynomial');

// ----------------------------------------------------------------------------------------------------------- operators

const isSame = (a: NDArray, b: NDArray): boolean => numbersOf(a).join() === numbersOf(b).join();

/** The coefficients of an operand; undefined for what is none. */
function operand(self: PySeries, other: Value): number[] | undefined {
  if (!(other instanceof PySeries))
    return operandOf(other) === undefined ? undefined : tryCoefficients(other);
  if (other.basis !== self.basis) raiseTypeError('Polynomial types differ');
  if (!isSame(self.domain, other.domain)) raiseTypeError('Domains differ');
  if (!isSame(self.window, other.window)) raiseTypeError('Windows differ');
  if (self.symbol !== other.symbol) raiseValueError('Polynomial symbols differ');
  return seriesOf(other.coefficients);
}

function tryCoefficients(value: Value): number[] | undefined {
  try {
    return seriesOf(value);
  } catch (error) {
    if (isException(error, 'ValueError')) return undefined;
    throw error;
  }
}

type Operation = (self: PySeries, other: Value) => Value;

function operator(
  operate: (basis: Basis, a: Series, b: Series) => number[],
  side: 'left' | 'right',
): Operation {
  return (self, other) => {
    const given = operand(self, other);
    if (given === undefined) return NotImplemented;
    const own = seriesOf(self.coefficients);
    return self.with(side === 'left' ? operate(self.basis, own, given) : operate(self.basis, given, own));
  };
}

const operations = {
  '+': (_basis: Basis, a: Series, b: Series) => added(a, b),
  '-': (_basis: Basis, a: Series, b: Series) => subtracted(a, b),
  '*': (basis: Basis, a: Series, b: Series) => basis.multiply(a, b),
  '//': (basis: Basis, a: Series, b: Series) => basis.divide(a, b)[0],
  '%': (basis: Basis, a: Series, b: Series) => basis.divide(a, b)[1],
};

const tableOf = (side: 'left' | 'right'): Record<string, Operation> =>
  Object.fromEntries(Object.entries(operations).map(([name, operate]) => [name, operator(operate, side)]));

function dividedBy(self: PySeries, other: Value): Value {
  const isNumber =
    typeof other !== 'boolean' &&
    (other instanceof PyFloat ||
      other instanceof PyComplex ||
      other instanceof NumpyScalar ||
      asInteger(other) !== undefined);
  if (!isNumber)
    raiseTypeError(`unsupported types for true division: '${classText(self)}', '${classText(other)}'`);
  return operator(operations['//'], 'left')(self, other);
}

function classText(value: Value): string {
  const { module, name } = typeOf(value);
  return `<class '${module === 'builtins' || name.includes('.') ? name : `${module}.${name}`}'>`;
}

function divideWithRest(self: PySeries, other: Value, side: 'left' | 'right'): Value {
  const given = operand(self, other);
  if (given === undefined) return NotImplemented;
  const own = seriesOf(self.coefficients);
  const both = side === 'left' ? self.basis.divide(own, given) : self.basis.divide(given, own);
  return new PyTuple(both.map((each) => self.with(each)));
}

function raisedTo(self: PySeries, exponent: Value): Value {
  const { basis } = self;
  const multiply = basis.letter === null ? convolved : basis.multiply;
  return self.with(powerOf(multiply, seriesOf(self.coefficients), [toFloat(exponent), 100]));
}

function compared(self: PySeries, comparison: RichComparison, other: Value): Value {
  if (comparison !== '==' && comparison !== '!=') return NotImplemented;
  const isEqual =
    other instanceof PySeries &&
    other.basis === self.basis &&
    isSame(self.domain, other.domain) &&
    isSame(self.window, other.window) &&
    self.coefficients.size === other.coefficients.size &&
    self.series.every((each, i) => each === Number(other.coefficients.at(i))) &&
    self.symbol === other.symbol;
  return isEqual === (comparison === '==');
}

// -------------------------------------------------------------------------------------------------------------- values

/** Series as points of a series: what `p(q)` is. */
const seriesArithmetic = (inner: PySeries): Arithmetic<number[]> => ({
  number: (value) => [value],
  add: added,
  subtract: subtracted,
  multiply: (a, b) => inner.basis.multiply(a, b),
  divide: (a, b) => inner.basis.divide(a, [b])[0],
});

function composed(self: PySeries, inner: PySeries): PySeries {
  const [off, scale] = lineBetween(numbersOf(self.domain), numbersOf(self.window));
  const point = added([off], inner.basis.multiply([scale], seriesOf(inner.coefficients)));
  return inner.with(self.basis.value(self.series, point, seriesArithmetic(inner)));
}

function valuesOf(self: PySeries, x: Value): Value {
  if (x instanceof PySeries) return composed(self, x);
  if (numpyVersion() === 1 && (x instanceof PyList || x instanceof PyTuple))
    raiseTypeError("can't multiply sequence by non-int of type 'numpy.float64'");
  const points = mapped(arrayOf(x), numbersOf(self.domain), numbersOf(self.window));
  return presented(valueAt(self.basis, self.series, points));
}

function identity(basis: Basis, interval: Interval): PySeries {
  const [off, scale] = lineBetween(numbersOf(interval.window), numbersOf(interval.domain));
  return new PySeries(basis, basis.line(off, scale), interval);
}

function converted(self: PySeries, ...[domain, kind, window]: Given): PySeries {
  const basis = isMissing(kind) ? self.basis : basisOf(kind);
  return composed(self, identity(basis, intervalsOf(basis, domain, window, self.symbol)));
}

function integral(self: PySeries, ...[times, constants, bound]: Given): Value {
  const [off, scale] = lineBetween(numbersOf(self.domain), numbersOf(self.window));
  return self.with(
    integrated(self.basis, self.series, {
      times: wholeOf(times, 1, 'the order of integration'),
      constants: constantsOf(constants),
      bound: isMissing(bound) ? 0 : off + scale * toFloat(bound),
      scale: 1 / scale,
    }),
  );
}

function derivative(self: PySeries, times?: Value): Value {
  const [, scale] = lineBetween(numbersOf(self.domain), numbersOf(self.window));
  return self.with(derived(self.basis, self.series, [wholeOf(times, 1, 'the order of derivation'), scale]));
}

function truncated(self: PySeries, size: number): PySeries {
  if (!Number.isInteger(size) || size < 1) raiseValueError('size must be a positive integer');
  return self.with(self.series.slice(0, size));
}

function spaced(self: PySeries, count?: Value, domain?: Value): Value {
  const [first, last] = numbersOf(isMissing(domain) ? self.domain : arrayOf(domain)) as [number, number];
  const n = count === undefined ? 100 : integerOf(count);
  const step = (last - first) / (n - 1);
  const x = floats(Array.from({ length: n }, (_, i) => (i === n - 1 && n > 1 ? last : i * step + first)));
  return new PyTuple([x, valuesOf(self, x)]);
}

// ------------------------------------------------------------------------------------------------------- class methods

const isEmptyList = (value: Value | undefined): boolean =>
  value instanceof PyList && value.items.length === 0;

function fit(type: Value, ...[x, y, degree, ...given]: [Value, Value, Value, ...Given]): Value {
  const [domain, rcond, full, w, window, symbol] = given;
  const basis = basisOf(type);
  const points = asFloat(arrayOf(x));
  let from = numbersOf(
    isMissing(domain)
      ? floats(domainOf(points))
      : intervalOf(isEmptyList(domain) ? null : domain, basis, 'Domain'),
  );
  if (isMissing(domain) && numpyVersion() === 2 && from[0] === from[1]) from = [from[0]! - 1, from[1]! + 1];
  const interval: Interval = {
    domain: floats(from),
    window: cast(intervalOf(window, basis, 'Window'), 'float64'),
    symbol: symbolOf(symbol),
  };
  const places = mapped(points, from, numbersOf(interval.window));
  const { coefficients, status } = fitted(basis, [places, arrayOf(y)], degree, [rcond, full, w]);
  if (coefficients.ndim > 1) raiseValueError('Coefficient array is not 1-d');
  const made = new PySeries(basis, numbersOf(coefficients), interval);
  return flag(full, false) ? new PyTuple([made, status]) : made;
}

function withRoots(type: Value, roots: Value, ...[domain, window, symbol]: Given): Value {
  const basis = basisOf(type);
  const places = untrimmed(roots);
  const isOwn = domain === null;
  const interval: Interval = {
    domain: isOwn
      ? floats(domainOf(floats(places)))
      : cast(intervalOf(isEmptyList(domain) ? null : domain, basis, 'Domain'), 'float64'),
    window: cast(intervalOf(window, basis, 'Window'), 'float64'),
    symbol: symbolOf(symbol),
  };
  const [off, scale] = lineBetween(numbersOf(interval.domain), numbersOf(interval.window));
  const factors = fromRoots(
    basis.line,
    basis.multiply,
    places.map((place) => off + scale * place),
  );
  return new PySeries(
    basis,
    factors.map((each) => each / scale ** places.length),
    interval,
  );
}

const asFloats = ({ domain, window, symbol }: Interval): Interval => ({
  domain: cast(domain, 'float64'),
  window: cast(window, 'float64'),
  symbol,
});

const classMethods = {
  'fit(x, y, deg, domain?, rcond?, full?, w?, window?, symbol?)': fit,
  'fromroots(roots, domain?, window?, symbol?)': withRoots,
  'identity(domain?, window?, symbol?)': (type: Value, ...given: Given) =>
    identity(basisOf(type), asFloats(intervalsOf(basisOf(type), ...given))),
  'basis(deg, domain?, window?, symbol?)': (type: Value, degree: Value, ...given: Given) => {
    const n = integerOf(degree);
    if (n < 0) raiseValueError('deg must be non-negative integer');
    const basis = basisOf(type);
    return new PySeries(basis, [...new Array<number>(n).fill(0), 1], asFloats(intervalsOf(basis, ...given)));
  },
  'cast(series, domain?, window?)': (type: Value, series: Value, domain?: Value, window?: Value) =>
    series instanceof PySeries
      ? converted(series, domain, type, window)
      : raiseTypeError('cast() takes a series of numpy.polynomial'),
};

const methods = {
  'deriv(m?)': derivative,
  'integ(m?, k?, lbnd?)': integral,
  'roots()': (self: PySeries) =>
    mapped(zerosOf(self.basis, seriesOf(self.coefficients)), numbersOf(self.window), numbersOf(self.domain)),
  'degree()': (self: PySeries) => self.coefficients.size - 1,
  'copy()': (self: PySeries) => self.with(self.series),
  'trim(tol?)': (self: PySeries, tolerance?: Value) =>
    self.with(cutOff(seriesOf(self.coefficients), tolerance === undefined ? 0 : toFloat(tolerance))),
  'truncate(size)': (self: PySeries, size: Value) => truncated(self, toFloat(size)),
  'cutdeg(deg)': (self: PySeries, degree: Value) => truncated(self, toFloat(degree) + 1),
  'convert(domain?, kind?, window?)': converted,
  'mapparms()': (self: PySeries) =>
    new PyTuple(
      lineBetween(numbersOf(self.domain), numbersOf(self.window)).map(
        (each) => new NumpyScalar('float64', each),
      ),
    ),
  'linspace(n?, domain?)': spaced,
  'has_samecoef(other)': (self: PySeries, other: Value) =>
    other instanceof PySeries &&
    self.coefficients.size === other.coefficients.size &&
    isSame(self.coefficients, other.coefficients),
  'has_samedomain(other)': (self: PySeries, other: Value) =>
    new NumpyScalar('bool', other instanceof PySeries && isSame(self.domain, other.domain) ? 1 : 0),
  'has_samewindow(other)': (self: PySeries, other: Value) =>
    new NumpyScalar('bool', other instanceof PySeries && isSame(self.window, other.window) ? 1 : 0),
  'has_sametype(other)': (self: PySeries, other: Value) =>
    other instanceof PySeries && other.basis === self.basis,
  '__divmod__(other)': (self: PySeries, other: Value) => divideWithRest(self, other, 'left'),
  '__rdivmod__(other)': (self: PySeries, other: Value) => divideWithRest(self, other, 'right'),
};

const inside = (array: NDArray): string => reprOfArray(array).slice(6, -1);

const written = (self: PySeries) => ({
  basis: self.basis,
  coefficients: self.series,
  domain: numbersOf(self.domain),
  window: numbersOf(self.window),
  symbol: self.symbol,
});

function reprOf(self: PySeries): string {
  const [coefficients, domain, window] = [self.coefficients, self.domain, self.window].map(inside);
  const symbol = `, symbol='${self.symbol}'`;
  return `${self.basis.className}(${coefficients}, domain=${domain}, window=${window}${symbol})`;
}

function formatted(self: PySeries, specification: string): string {
  if (specification === '') return seriesText(written(self), 'unicode');
  if (isScript(specification)) return seriesText(written(self), specification);
  return raiseValueError(
    `Unsupported format string '${specification}' passed to ${classText(self)}.__format__. Valid options are 'ascii' and 'unicode'`,
  );
}

function make(basis: Basis, given: Given): PySeries {
  const [coefficients, domain, window, symbol] = given;
  return new PySeries(basis, untrimmed(coefficients!), intervalsOf(basis, domain, window, symbol));
}

for (const basis of bases) {
  const construct = builtin(
    `${basis.className}.__init__(self, coef, domain?, window?, symbol?)`,
    (_self: Value, ...given: Given) => make(basis, given),
  );
  const type = defineType<PySeries>({
    name: basis.className,
    module: `numpy.polynomial.${basis.moduleName}`,
    create: (_cls, args, keywords) => construct.call([null, ...args], keywords),
    attributes: {
      coef: {
        get: (self) => self.coefficients,
        set: (self, value) => {
          self.coefficients = floats(untrimmed(value));
        },
      },
      domain: {
        get: (self) => self.domain,
        set: (self, value) => {
          self.domain = arrayOf(value);
        },
      },
      window: {
        get: (self) => self.window,
        set: (self, value) => {
          self.window = arrayOf(value);
        },
      },
      symbol: (self) => self.symbol,
      basis_name: (self) => self.basis.letter,
      maxpower: () => 100,
    },
    classMethods,
    methods,
    binary: { ...tableOf('left'), '/': dividedBy, '**': raisedTo },
    reflected: tableOf('right'),
    unary: {
      '-': (self) => self.with(scaled(self.series, -1)),
      '+': (self) => self,
    },
    compare: compared,
    hash: null,
    length: (self) => self.coefficients.size,
    iterate: (self) => iterate(self.coefficients),
    call: (self, args) =>
      valuesOf(
        self,
        args[0] ?? raiseTypeError("ABCPolyBase.__call__() missing 1 required positional argument: 'arg'"),
      ),
    repr: reprOf,
    str: (self) => seriesText(written(self), 'unicode'),
    format: formatted,
  });
  types.set(basis, type);
  basesOfTypes.set(type, basis);
}
chooseTypeBy(PySeries, (value) => types.get(value.basis)!);

/**
 * `statistics.NormalDist`. The quantile function is Wichura's algorithm AS 241 (Applied Statistics 37, 1988), in the order of
 * operations of CPython, so that the last digit is its.
 */
import { exp, hypot, log } from '../../../../tensor/libm.ts';
import { equalityAmong } from '../../../equality.ts';
import { raiseTypeError } from '../../../exceptions.ts';
import { getAttribute } from '../../../protocols/attributes.ts';
import { call } from '../../../protocols/calls.ts';
import { hashSequence } from '../../../protocols/hashing.ts';
import { sizeOf } from '../../../protocols/items.ts';
import { toArray } from '../../../protocols/iteration.ts';
import { asDouble } from '../../../protocols/numbers.ts';
import { floatRepr } from '../../../protocols/text.ts';
import { defineType, typeOf } from '../../../pyType.ts';
import { runtime } from '../../../runtime.ts';
import { toFloat } from '../../../types/numberTypes.ts';
import { float, list, NotImplemented, PyObject, type PyType, type Value } from '../../../values.ts';
import { erf } from '../mathSpecial.ts';
import { fail } from './statisticsError.ts';

const root2 = Math.SQRT2;
const tau = 2 * Math.PI;

/** The value of a polynomial, its highest coefficient first. */
const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduce((sum, coefficient) => sum * x + coefficient);

const center = {
  above: [
    ...[2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987],
    ...[13731.69376550946, 1971.5909503065513, 133.14166789178438, 3.3871328727963665],
  ],
  below: [
    ...[5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597],
    ...[5394.196021424751, 687.1870074920579, 42.31333070160091, 1],
  ],
};
const middle = {
  above: [
    ...[0.0007745450142783414, 0.022723844989269184, 0.2417807251774506],
    ...[1.2704582524523684, 3.6478483247632045, 5.769497221460691],
    ...[4.630337846156546, 1.4234371107496835],
  ],
  below: [
    ...[1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457],
    ...[0.14810397642748008, 0.6897673349851, 1.6763848301838038],
    ...[2.053191626637759, 1],
  ],
};
const tail = {
  above: [
    ...[2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784],
    ...[0.026532189526576124, 0.29656057182850487, 1.7848265399172913],
    ...[5.463784911164114, 6.657904643501103],
  ],
  below: [
    ...[2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5],
    ...[0.0007868691311456133, 0.014875361290850615, 0.1369298809227358],
    ...[0.599832206555888, 1],
  ],
};

function quantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (polynomial(center.above, r) * q) / polynomial(center.below, r);
  }
  const r = Math.sqrt(-log(q <= 0 ? p : 1 - p));
  const part = r <= 5 ? middle : tail;
  const shifted = r - (r <= 5 ? 1.6 : 5);
  const x = polynomial(part.above, shifted) / polynomial(part.below, shifted);
  return q < 0 ? -x : x;
}

class PyNormal extends PyObject {
  mean = 0;
  deviation = 1;

  get variance(): number {
    return this.deviation * this.deviation;
  }
}

const make = (mean: number, deviation: number): PyNormal => {
  const made = new PyNormal();
  made.mean = mean;
  made.deviation = deviation;
  return made;
};

const cdf = (self: PyNormal, x: number): number => {
  if (self.deviation === 0) fail('cdf() not defined when sigma is zero');
  return 0.5 * (1 + erf((x - self.mean) / (self.deviation * root2)));
};

const inverse = (self: PyNormal, p: number): Value => {
  if (p <= 0 || p >= 1) fail('p must be in the range 0.0 < p < 1.0');
  return float(self.mean + quantile(p) * self.deviation);
};

const density = (self: PyNormal, x: number): number => {
  const { variance } = self;
  if (variance === 0) fail('pdf() not defined when sigma is zero');
  const difference = x - self.mean;
  return exp((difference * difference) / (-2 * variance)) / Math.sqrt(tau * variance);
};

const overlap = (self: PyNormal, other: Value): Value => {
  if (!(other instanceof PyNormal)) return raiseTypeError('Expected another NormalDist instance');
  const isInOrder =
    self.deviation < other.deviation || (self.deviation === other.deviation && self.mean <= other.mean);
  const [x, y] = isInOrder ? [self, other] : [other, self];
  if (x.variance === 0 || y.variance === 0) fail('overlap() not defined when sigma is zero');
  const dv = y.variance - x.variance;
  const dm = Math.abs(y.mean - x.mean);
  if (dv === 0) return float(1 - erf(dm / (2 * x.deviation * root2)));
  const a = x.mean * y.variance - y.mean * x.variance;
  const b = x.deviation * y.deviation * Math.sqrt(dm * dm + dv * log(y.variance / x.variance));
  const [x1, x2] = [(a + b) / dv, (a - b) / dv];
  return float(1 - (Math.abs(cdf(y, x1) - cdf(x, x1)) + Math.abs(cdf(y, x2) - cdf(x, x2))));
};

const samples = (self: PyNormal, count: Value, seed: Value = null): Value => {
  const random = runtime().importModule('random');
  const source = seed === null ? random : call(getAttribute(random, 'Random'), [seed]);
  const gauss = getAttribute(source, 'gauss');
  const size = sizeOf(count);
  runtime().allocate(size * 16);
  const [mean, deviation] = [float(self.mean), float(self.deviation)];
  return list(Array.from({ length: size }, () => call(gauss, [mean, deviation])));
};

/** With a number that shifts or stretches, or with another distribution. */
const shifted = (self: PyNormal, other: Value, sign: 1 | -1): Value => {
  if (other instanceof PyNormal) {
    return make(self.mean + sign * other.mean, hypot(self.deviation, other.deviation));
  }
  const number = asDouble(other);
  return number === undefined ? NotImplemented : make(self.mean + sign * number, self.deviation);
};

const stretched = (self: PyNormal, other: Value): Value => {
  const number = asDouble(other);
  return number === undefined ? NotImplemented : make(self.mean * number, self.deviation * Math.abs(number));
};

export const normalType: PyType = defineType<PyNormal>({
  name: 'NormalDist',
  module: 'statistics',
  class: PyNormal,
  create: (wanted) => {
    const made = new PyNormal();
    if (wanted !== normalType) made.cls = wanted;
    return made;
  },
  initialize: (self, args, keywords) => {
    self.mean = toFloat(args[0] ?? keywords?.get('mu') ?? 0);
    self.deviation = toFloat(args[1] ?? keywords?.get('sigma') ?? 1);
    if (self.deviation < 0) fail('sigma must be non-negative');
  },
  constants: { __subclassable__: true },
  attributes: {
    mean: (self) => float(self.mean),
    median: (self) => float(self.mean),
    mode: (self) => float(self.mean),
    stdev: (self) => float(self.deviation),
    variance: (self) => float(self.variance),
  },
  repr: (self) => `${typeOf(self).name}(mu=${floatRepr(self.mean)}, sigma=${floatRepr(self.deviation)})`,
  hash: (self) => hashSequence([float(self.mean), float(self.deviation)]),
  compare: equalityAmong(
    PyNormal,
    (self, other) => self.mean === other.mean && self.deviation === other.deviation,
  ),
  binary: {
    '+': (self, other) => shifted(self, other, 1),
    '-': (self, other) => shifted(self, other, -1),
    '*': stretched,
    '/': (self, other) => {
      const number = asDouble(other);
      return number === undefined
        ? NotImplemented
        : make(self.mean / number, self.deviation / Math.abs(number));
    },
  },
  reflected: {
    '+': (self, other) => shifted(self, other, 1),
    '-': (self, other) => {
      const difference = shifted(self, other, -1);
      return difference instanceof PyNormal ? make(-difference.mean, difference.deviation) : difference;
    },
    '*': stretched,
  },
  unary: {
    '+': (self) => make(self.mean, self.deviation),
    '-': (self) => make(-self.mean, self.deviation),
  },
  methods: {
    'pdf(x)': (self: PyNormal, x: Value) => float(density(self, toFloat(x))),
    'cdf(x)': (self: PyNormal, x: Value) => float(cdf(self, toFloat(x))),
    'inv_cdf(p)': (self: PyNormal, p: Value) => inverse(self, toFloat(p)),
    'quantiles(n?)': (self: PyNormal, given?: Value) => {
      const n = given === undefined ? 4 : sizeOf(given);
      runtime().allocate(n * 16);
      return list(Array.from({ length: Math.max(0, n - 1) }, (_, index) => inverse(self, (index + 1) / n)));
    },
    'overlap(other)': overlap,
    'zscore(x)': (self: PyNormal, x: Value) => {
      if (self.deviation === 0) fail('zscore() not defined when sigma is zero');
      return float((toFloat(x) - self.mean) / self.deviation);
    },
    'samples(n, *, seed?)': samples,
  },
  classMethods: {
    'from_samples(data)': (wanted: PyType, data: Value) => {
      const statistics = runtime().importModule('statistics');
      const values = list(toArray(data));
      const of = (name: string): Value => call(getAttribute(statistics, name), [values]);
      return call(wanted, [of('mean'), of('stdev')]);
    },
  },
});

/** `np.finfo`: the limits of the float types, as NumPy 1.24 and 2.4 print them. */
import { byteSize, componentType, type DType, isFloat } from '../../../tensor/dtype.ts';
import { scalarText } from '../../../tensor/text.ts';
import { raiseValueError } from '../../exceptions.ts';
import { defineType } from '../../pyType.ts';
import { PyObject, type Value } from '../../values.ts';
import { numpyVersion } from './conversion.ts';
import { dtypeObject } from './dtypeObjects.ts';
import { NumpyScalar } from './numpyScalar.ts';
import { typeOfArgument } from './typeArgument.ts';

type FloatDType = 'float16' | 'float32' | 'float64';

class FloatInfo extends PyObject {
  readonly dtype: FloatDType;
  constructor(dtype: FloatDType) {
    super();
    this.dtype = dtype;
  }
}

interface FloatFacts {
  /** Bits of the mantissa that are stored, and of the exponent. */
  readonly mantissa: number;
  readonly exponent: number;
  readonly precision: number;
  /** Numbers as NumPy 1.24 prints them in the long text: resolution, eps, epsneg, tiny, max, smallest subnormal. */
  readonly oldTexts: readonly string[];
  /** The greatest number in the short text. */
  readonly mostText: string;
}

const facts: Readonly<Record<FloatDType, FloatFacts>> = {
  float16: {
    mantissa: 10,
    exponent: 5,
    precision: 3,
    oldTexts: '1.00040e-03 9.76562e-04 4.88281e-04 6.10352e-05 6.55040e+04 5.96046e-08'.split(' '),
    mostText: '6.55040e+04',
  },
  float32: {
    mantissa: 23,
    exponent: 8,
    precision: 6,
    oldTexts: '1.0000000e-06 1.1920929e-07 5.9604645e-08 1.1754944e-38 3.4028235e+38 1.4012985e-45'.split(
      ' ',
    ),
    mostText: '3.4028235e+38',
  },
  float64: {
    mantissa: 52,
    exponent: 11,
    precision: 15,
    oldTexts:
      '1.0000000000000001e-15 2.2204460492503131e-16 1.1102230246251565e-16 2.2250738585072014e-308 1.7976931348623157e+308 4.9406564584124654e-324'.split(
        ' ',
      ),
    mostText: '1.7976931348623157e+308',
  },
};

/** The exponent of the least normal number. */
const leastExponent = ({ exponent }: FloatFacts): number => 2 - 2 ** (exponent - 1);

const numbers: Readonly<Record<string, (facts: FloatFacts) => number>> = {
  max: ({ mantissa, exponent }) => (2 - 2 ** -mantissa) * 2 ** (2 ** (exponent - 1) - 1),
  min: (own) => -numbers['max']!(own),
  eps: ({ mantissa }) => 2 ** -mantissa,
  epsneg: ({ mantissa }) => 2 ** (-mantissa - 1),
  tiny: (own) => 2 ** leastExponent(own),
  smallest_normal: (own) => 2 ** leastExponent(own),
  smallest_subnormal: (own) => 2 ** (leastExponent(own) - own.mantissa),
  resolution: ({ precision }) => Number(`1e-${precision}`),
};

const counts: Readonly<Record<string, (facts: FloatFacts) => number>> = {
  precision: ({ precision }) => precision,
  nmant: ({ mantissa }) => mantissa,
  machep: ({ mantissa }) => -mantissa,
  negep: ({ mantissa }) => -mantissa - 1,
  nexp: ({ exponent }) => exponent,
  iexp: ({ exponent }) => exponent,
  minexp: leastExponent,
  maxexp: ({ exponent }) => 2 ** (exponent - 1),
};

const limit =
  (name: string) =>
  ({ dtype }: FloatInfo): Value =>
    arrayElement(dtype, numbers[name]!(facts[dtype]));

/** The number as an element of the type. */
const arrayElement = (dtype: FloatDType, value: number): NumpyScalar =>
  new NumpyScalar(dtype, dtype === 'float32' ? Math.fround(value) : value);

const shortText = (self: FloatInfo, name: string): string =>
  scalarText(self.dtype, arrayElement(self.dtype, numbers[name]!(facts[self.dtype])).value, numpyVersion());

const order = ['resolution', 'eps', 'epsneg', 'tiny', 'max', 'smallest_subnormal'];

function longText(self: FloatInfo): string {
  const own = facts[self.dtype];
  const isOld = numpyVersion() === 1;
  const [resolution, eps, epsneg, tiny, max, subnormal] = isOld
    ? own.oldTexts
    : order.map((name) => shortText(self, name));
  const count = (name: string, oldWidth: number): string =>
    String(counts[name]!(own)).padStart(isOld ? oldWidth : 0);
  const newCount = (name: string, blanks: string, oldWidth: number): string =>
    isOld ? `${' '}${count(name, oldWidth)}` : `${blanks}${count(name, 0)}`;
  const rule = '-'.repeat(63);
  return [
    `Machine parameters for ${self.dtype}`,
    rule,
    `precision = ${count('precision', 3)}   resolution = ${resolution}`,
    `machep =${newCount('machep', ' ', 6)}   eps =        ${eps}`,
    `negep = ${newCount('negep', ' ', 6)}   epsneg =     ${epsneg}`,
    `minexp =${newCount('minexp', ' ', 6)}   tiny =       ${tiny}`,
    `maxexp =${newCount('maxexp', ' ', 6)}   max =        ${max}`,
    `nexp =  ${newCount('nexp', ' ', 6)}   min =        -max`,
    `smallest_normal = ${tiny}   smallest_subnormal = ${subnormal}`,
    rule,
    '',
  ].join('\n');
}

export const finfoType = defineType<FloatInfo>({
  name: 'finfo',
  module: 'numpy',
  class: FloatInfo,
  create: (_type, args) => {
    const dtype: DType = componentType(typeOfArgument(args));
    if (!isFloat(dtype)) raiseValueError(`data type <class 'numpy.${dtype}'> not inexact`);
    return new FloatInfo(dtype as FloatDType);
  },
  attributes: {
    dtype: (self) => dtypeObject(self.dtype),
    bits: (self) => byteSize(self.dtype) * 8,
    ...Object.fromEntries(Object.keys(numbers).map((name) => [name, limit(name)])),
    ...Object.fromEntries(
      Object.entries(counts).map(([name, of]) => [name, (self: FloatInfo) => of(facts[self.dtype])]),
    ),
  },
  repr: (self) => {
    const most = facts[self.dtype].mostText;
    return `finfo(resolution=${shortText(self, 'resolution')}, min=-${most}, max=${most}, dtype=${self.dtype})`;
  },
  str: longText,
});

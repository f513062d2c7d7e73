/** Questions about arrays: closeness, equality, kinds of numbers; and values made of them: nan_to_num, fix, sinc, i0. */
import { type Element, isFloat } from '../../../tensor/dtype.ts';
import { mapElements } from '../../../tensor/elementwise.ts';
import { assign, cast, full, NDArray } from '../../../tensor/ndarray.ts';
import { broadcastShapes } from '../../../tensor/shape.ts';
import { isException, raiseValueError } from '../../exceptions.ts';
import { iterate } from '../../protocols/iteration.ts';
import { toFloat } from '../../types/numberTypes.ts';
import { PyComplex, type Value } from '../../values.ts';
import { flag, type Given, isMissing, outputOf } from './arguments.ts';
import { apply, asFloat, floatTypeOf } from './arrayMath.ts';
import { arrayOf, castChecked, numpyVersion } from './conversion.ts';
import { select } from './creation.ts';
import { presented } from './numpyScalar.ts';

/** Every element of a shape is the same truth. */
const constantTruth = (value: Value, truth: 0 | 1): Value =>
  presented(full('bool', arrayOf(value).shape, truth));

const written = (result: NDArray, out: Value | undefined): Value => {
  const target = outputOf(out);
  if (target === undefined) return presented(result);
  assign(target, castChecked(result, target.dtype));
  return target;
};

function infinite(sign: 1 | -1): (value: Value, out?: Value) => Value {
  return (value, out) => {
    const array = arrayOf(value);
    const wanted = sign * Number.POSITIVE_INFINITY;
    return written(
      mapElements((element) => (element === wanted ? 1 : 0), [array], 'bool'),
      out,
    );
  };
}

function areEquivalent(a: Value, b: Value): boolean {
  const [x, y] = [arrayOf(a), arrayOf(b)];
  try {
    broadcastShapes([x.shape, y.shape]);
  } catch {
    return false;
  }
  return Array.from(apply('equal', x, y).elements() as ArrayLike<Element>).every(Boolean);
}

const largest: Readonly<Record<string, number>> = {
  float32: 3.4028234663852886e38,
  float64: Number.MAX_VALUE,
  float16: 65504,
};

function nanToNumber(value: Value, ...[copy, nan, posinf, neginf]: Given): Value {
  const array = arrayOf(value);
  if (!isFloat(array.dtype)) return presented(flag(copy, true) ? array.copy() : array);
  const [low, high] = [
    isMissing(neginf) ? -largest[array.dtype] : toFloat(neginf),
    isMissing(posinf) ? largest[array.dtype] : toFloat(posinf),
  ];
  const missing = isMissing(nan) ? 0 : toFloat(nan);
  const replaced = mapElements(
    (element) => {
      const number = Number(element);
      if (Number.isNaN(number)) return missing;
      return number === Number.POSITIVE_INFINITY ? high : number === Number.NEGATIVE_INFINITY ? low : number;
    },
    [array],
    array.dtype,
  );
  if (flag(copy, true) || !(value instanceof NDArray)) return presented(replaced);
  assign(value, replaced);
  return value;
}

function sinc(value: Value): Value {
  const x = asFloat(arrayOf(value));
  const tiny = full(x.dtype, [], 1e-20);
  const angles = apply('multiply', select(apply('equal', x, 0), tiny, x), full(x.dtype, [], Math.PI));
  return presented(apply('true_divide', apply('sin', angles), angles));
}

/** The series of Chebyshev that Cephes has for the modified Bessel function of order 0: below 8, and from 8. */
const besselSmall = [
  -4.4153416464793395e-18, 3.3307945188222384e-17, -2.431279846547955e-16, 1.715391285555133e-15,
  -1.1685332877993451e-14, 7.676185498604936e-14, -4.856446783111929e-13, 2.95505266312964e-12,
  -1.726826291441556e-11, 9.675809035373237e-11, -5.189795601635263e-10, 2.6598237246823866e-9,
  -1.300025009986248e-8, 6.046995022541919e-8, -2.670793853940612e-7, 1.1173875391201037e-6,
  -4.4167383584587505e-6, 1.6448448070728896e-5, -5.754195010082104e-5, 1.8850288509584165e-4,
  -5.763755745385824e-4, 1.6394756169413357e-3, -4.324309995050576e-3, 1.0546460394594998e-2,
  -2.373741480589947e-2, 4.930528423967071e-2, -9.490109704804764e-2, 1.7162090152220877e-1,
  -3.046826723431984e-1, 6.767952744094761e-1,
];
const besselLarge = [
  -7.233180487874754e-18, -4.830504485944182e-18, 4.46562142029676e-17, 3.461222867697461e-17,
  -2.8276239805165836e-16, -3.425485619677219e-16, 1.7725601330565263e-15, 3.8116806693526224e-15,
  -9.554846698828307e-15, -4.150569347287222e-14, 1.54008621752141e-14, 3.8527783827421426e-13,
  7.180124451383666e-13, -1.7941785315068062e-12, -1.3215811840447713e-11, -3.1499165279632416e-11,
  1.1889147107846439e-11, 4.94060238822497e-10, 3.3962320257083865e-9, 2.266668990498178e-8,
  2.0489185894690638e-7, 2.8913705208347567e-6, 6.889758346916825e-5, 3.369116478255694e-3,
  8.044904110141088e-1,
];

function chebyshev(x: number, coefficients: readonly number[]): number {
  let [b0, b1, b2] = [coefficients[0], 0, 0];
  for (const coefficient of coefficients.slice(1)) [b2, b1, b0] = [b1, b0, x * b0 - b1 + coefficient];
  return 0.5 * (b0 - b2);
}

function bessel(value: number): number {
  const x = Math.abs(value);
  if (x <= 8) return Math.exp(x) * chebyshev(x / 2 - 2, besselSmall);
  return (Math.exp(x) * chebyshev(32 / x - 2, besselLarge)) / Math.sqrt(x);
}

const bessel0 = (value: Value): NDArray => {
  const array = arrayOf(value);
  return mapElements((x) => bessel(Number(x)), [asFloat(array)], floatTypeOf(array.dtype));
};

/** The windows of signal processing. */
const windowFunction =
  (weight: (n: number, length: number) => number) =>
  (length: Value): NDArray => {
    const count = Math.max(0, Math.ceil(toFloat(length)));
    const result = full('float64', [count], 1);
    if (count > 1) for (let i = 0; i < count; i++) result.storage[i] = weight(1 - count + 2 * i, count);
    return result;
  };

function kaiser(length: Value, beta: Value): NDArray {
  const [wanted, shape] = [toFloat(length), toFloat(beta)];
  if (Number.isNaN(wanted)) raiseValueError('cannot convert float NaN to integer');
  const count = Math.max(0, Math.ceil(wanted));
  const alpha = (count - 1) / 2;
  const result = full('float64', [count], 1);
  if (count > 1)
    for (let i = 0; i < count; i++)
      result.storage[i] = bessel(shape * Math.sqrt(1 - ((i - alpha) / alpha) ** 2)) / bessel(shape);
  return result;
}

function isIterable(value: Value): boolean {
  try {
    iterate(value);
    return true;
  } catch (error) {
    if (isException(error, 'TypeError')) return false;
    throw error;
  }
}

function fix(value: Value, out?: Value): Value {
  const array = arrayOf(value);
  return written(
    apply('trunc', isFloat(array.dtype) || numpyVersion() === 2 ? array : cast(array, 'float64')),
    out,
  );
}

/** Functions of the module. */
export const logicFunctions = {
  'array_equiv(a1, a2)': areEquivalent,
  'isposinf(x, out?)': infinite(1),
  'isneginf(x, out?)': infinite(-1),
  'isreal(x)': (value: Value) => (value instanceof PyComplex ? value.im === 0 : constantTruth(value, 1)),
  'iscomplex(x)': (value: Value) => (value instanceof PyComplex ? value.im !== 0 : constantTruth(value, 0)),
  'nan_to_num(x, copy?, nan?, posinf?, neginf?)': nanToNumber,
  'fix(x, out?)': fix,
  'sinc(x)': sinc,
  'i0(x)': bessel0,
  'bartlett(M)': windowFunction((n, length) => (n <= 0 ? 1 + n / (length - 1) : 1 - n / (length - 1))),
  'blackman(M)': windowFunction(
    (n, length) =>
      0.42 + 0.5 * Math.cos((Math.PI * n) / (length - 1)) + 0.08 * Math.cos((2 * Math.PI * n) / (length - 1)),
  ),
  'hamming(M)': windowFunction((n, length) => 0.54 + 0.46 * Math.cos((Math.PI * n) / (length - 1))),
  'hanning(M)': windowFunction((n, length) => 0.5 + 0.5 * Math.cos((Math.PI * n) / (length - 1))),
  'kaiser(M, beta)': kaiser,
  'iterable(y)': isIterable,
};

/** `numpy.polynomial` and its six modules, made of one table of signatures. What is not in it is refused by name. */
import { fromValues, type NDArray } from '../../../../tensor/ndarray.ts';
import { notSupported, raiseValueError } from '../../../exceptions.ts';
import { defineModule } from '../../../nativeModule.ts';
import type { NativeBody } from '../../../signature.ts';
import { toFloat } from '../../../types/numberTypes.ts';
import { type PyModule, PyTuple, type Value } from '../../../values.ts';
import { flag, type Given, integerOf } from '../arguments.ts';
import { apply, asFloat, floats, multiply, numbersOf } from '../arrayMath.ts';
import { arrayOf, integerVector, numpyVersion } from '../conversion.ts';
import { presented } from '../numpyScalar.ts';
import { bases, fromPowers, valueAt } from './bases.ts';
import { gaussRule, weightAt } from './gauss.ts';
import {
  companionOf,
  constantsOf,
  derived,
  fitted,
  integrated,
  matrixOf,
  powerOf,
  wholeOf,
  zerosOf,
} from './operations.ts';
import { powers } from './powerBasis.ts';
import type { Basis } from './recurrences.ts';
import {
  added,
  convolved,
  cutOff,
  fromRoots,
  type Series,
  seriesOf,
  subtracted,
  untrimmed,
} from './series.ts';
import { seriesTypeOf, seriesTypes } from './seriesType.ts';

type Operation = (basis: Basis, a: Series, b: Series) => number[];

const onTwo =
  (basis: Basis, operate: Operation): NativeBody =>
  (a: Value, b: Value) =>
    floats(operate(basis, seriesOf(a), seriesOf(b)));

/** The coefficients of a derivative or an integral; those of several series at once are refused. */
function vectorOf(value: Value, axis: Value | undefined): number[] {
  if (axis !== undefined && integerOf(axis) !== 0) notSupported('several series at once (axis)');
  if (arrayOf(value).ndim > 1) notSupported('several series at once');
  return untrimmed(value);
}

function valuesOf(basis: Basis, x: Value, c: Value): Value {
  const coefficients = arrayOf(c);
  if (coefficients.ndim > 1) notSupported('the values of several series at once');
  const points = arrayOf(x);
  return presented(valueAt(basis, numbersOf(coefficients), asFloat(points)));
}

const toMatrix = (rows: readonly (readonly number[])[]): NDArray =>
  floats(rows.flat(), [rows.length, rows.length]);

const lineOf = (basis: Basis, off: Value, scale: Value): NDArray => {
  const line = basis.line(toFloat(off), toFloat(scale));
  const isWhole = [off, scale].every((each) => typeof each === 'number') && basis.prefix !== 'herm';
  return isWhole ? integerVector(line) : floats(line);
};

/** The functions that all six have, by what follows the prefix. */
const shared = (basis: Basis): Record<string, NativeBody> => ({
  'add(c1, c2)': onTwo(basis, (_, a, b) => added(a, b)),
  'sub(c1, c2)': onTwo(basis, (_, a, b) => subtracted(a, b)),
  'mul(c1, c2)': onTwo(basis, (each, a, b) => each.multiply(a, b)),
  'div(c1, c2)': (a: Value, b: Value) =>
    new PyTuple(basis.divide(seriesOf(a), seriesOf(b)).map((each) => floats(each))),
  'mulx(c)': (c: Value) => floats(basis.timesX(seriesOf(c))),
  'pow(c, pow, maxpower?)': (c: Value, power: Value, most?: Value) => {
    const by = basis.letter === null ? convolved : basis.multiply;
    const limit = basis.letter === null ? Number.POSITIVE_INFINITY : 16;
    return floats(powerOf(by, seriesOf(c), [toFloat(power), most === undefined ? limit : toFloat(most)]));
  },
  'val(x, c, tensor?)': (x: Value, c: Value) => valuesOf(basis, x, c),
  'der(c, m?, scl?, axis?)': (c: Value, ...[m, scale, axis]: Given) =>
    floats(
      derived(basis, vectorOf(c, axis), [
        wholeOf(m, 1, 'the order of derivation'),
        scale === undefined ? 1 : toFloat(scale),
      ]),
    ),
  'int(c, m?, k?, lbnd?, scl?, axis?)': (c: Value, ...[m, k, bound, scale, axis]: Given) =>
    floats(
      integrated(basis, vectorOf(c, axis), {
        times: wholeOf(m, 1, 'the order of integration'),
        constants: constantsOf(k),
        bound: bound === undefined ? 0 : toFloat(bound),
        scale: scale === undefined ? 1 : toFloat(scale),
      }),
    ),
  'vander(x, deg)': (x: Value, degree: Value) => matrixOf(basis, arrayOf(x), wholeOf(degree, 0, 'deg')),
  'fit(x, y, deg, rcond?, full?, w?)': (x: Value, y: Value, degree: Value, ...given: Given) => {
    const { coefficients, status } = fitted(basis, [asFloat(arrayOf(x)), arrayOf(y)], degree, given);
    return flag(given[1], false) ? new PyTuple([coefficients, status]) : coefficients;
  },
  'roots(c)': (c: Value) => zerosOf(basis, seriesOf(c)),
  'companion(c)': (c: Value) => toMatrix(companionOf(basis, seriesOf(c))),
  'fromroots(roots)': (roots: Value) =>
    floats(fromRoots(basis.line, basis.multiply, arrayOf(roots).size === 0 ? [] : untrimmed(roots))),
  'line(off, scl)': (off: Value, scale: Value) => lineOf(basis, off, scale),
  'trim(c, tol?)': (c: Value, tolerance?: Value) =>
    floats(cutOff(seriesOf(c), tolerance === undefined ? 0 : toFloat(tolerance))),
});

/** What all but the powers have: conversions, quadratures, weights. */
const orthogonal = (basis: Basis): Record<string, NativeBody> => ({
  [`${basis.prefix}2poly(c)`]: (c: Value) => floats(basis.toPowers(seriesOf(c))),
  [`poly2${basis.prefix}(pol)`]: (c: Value) => floats(fromPowers(basis, seriesOf(c))),
  [`${basis.prefix}gauss(deg)`]: (degree: Value) => new PyTuple(gaussRule(basis, wholeOf(degree, 0, 'deg'))),
  [`${basis.prefix}weight(x)`]: (x: Value) => presented(weightAt(basis, arrayOf(x))),
});

function points(count: Value, least: number): number {
  const n = toFloat(count);
  if (!Number.isInteger(n)) raiseValueError('npts must be integer');
  if (n < least) raiseValueError(`npts must be >= ${least}`);
  return n;
}

const chebyshevPoints: Record<string, NativeBody> = {
  'chebpts1(npts)': (count: Value) => {
    const n = points(count, 1);
    const odd = integerVector(Array.from({ length: n }, (_, i) => 2 * i - n + 1));
    return apply('sin', multiply(floats([(0.5 * Math.PI) / n], []), odd));
  },
  'chebpts2(npts)': (count: Value) => {
    const n = points(count, 2);
    const step = Math.PI / (n - 1);
    return apply('cos', floats(Array.from({ length: n }, (_, i) => (i === n - 1 ? 0 : i * step - Math.PI))));
  },
};

function constantsOfModule(basis: Basis): Record<string, Value> {
  const { prefix, domain, x } = basis;
  const isWhole = x.every(Number.isInteger);
  return {
    [`${prefix}domain`]: numpyVersion() === 2 ? floats(domain) : fromValues('int64', [2], domain.map(BigInt)),
    [`${prefix}zero`]: integerVector([0]),
    [`${prefix}one`]: integerVector([1]),
    [`${prefix}x`]: isWhole ? integerVector(x) : floats(x),
    [basis.className]: seriesTypeOf(basis),
  };
}

function moduleOf(basis: Basis): PyModule {
  const own = Object.entries(shared(basis)).map(([rest, body]) => [`${basis.prefix}${rest}`, body]);
  return defineModule({
    name: `numpy.polynomial.${basis.moduleName}`,
    values: constantsOfModule(basis),
    functions: {
      ...(Object.fromEntries(own) as Record<string, NativeBody>),
      ...(basis === powers ? {} : orthogonal(basis)),
      ...(basis.prefix === 'cheb' ? chebyshevPoints : {}),
    },
    refused: '*',
  });
}

/** Makes `numpy.polynomial`. */
export const polynomialModule = (): PyModule =>
  defineModule({
    name: 'numpy.polynomial',
    values: seriesTypes(),
    submodules: Object.fromEntries(bases.map((basis) => [basis.moduleName, moduleOf(basis)])),
    refused: '*',
  });

/** `comb`, `perm`, `factorial` and `polygamma` of `scipy.special`, which are no ufuncs there: exact integers on request. */
import { isFloat } from '../../../tensor/dtype.ts';
import { binom } from '../../../tensor/special/cephesBeta.ts';
import { psi } from '../../../tensor/special/cephesDigamma.ts';
import { gamma, polygamma } from '../../../tensor/special/gammaFunctions.ts';
import { notSupported, raiseValueError } from '../../exceptions.ts';
import type { NativeBody } from '../../signature.ts';
import { toInteger } from '../../types/numberTypes.ts';
import { int, PyFloat, type Value } from '../../values.ts';
import { flag } from '../numpy/arguments.ts';
import { arrayOf } from '../numpy/conversion.ts';
import { presented } from '../numpy/numpyScalar.ts';
import { floatOperands, mapFloats } from './floatFunctions.ts';

const isWhole = (value: Value): boolean => arrayOf(value).ndim === 0;

/** n (n - 1) … of `count` factors. */
function fallingProduct(n: bigint, count: bigint): bigint {
  let product = 1n;
  for (let factor = n; factor > n - count; factor--) product *= factor;
  return product;
}

function choose(n: Value, k: Value, exact?: Value, repetition?: Value): Value {
  if (flag(repetition, false)) return notSupported('scipy.special.comb with repetition');
  if (flag(exact, false)) {
    const [from, taken] = [BigInt(toInteger(n)), BigInt(toInteger(k))];
    if (taken > from || from < 0n || taken < 0n) return 0;
    return int(fallingProduct(from, taken) / fallingProduct(taken, taken));
  }
  return counted('comb', [n, k], binom);
}

function permutations(n: Value, k: Value, exact?: Value): Value {
  if (!flag(exact, false))
    return counted('perm', [n, k], (whole, taken) => gamma(whole + 1) / gamma(whole - taken + 1));
  const [from, taken] = [BigInt(toInteger(n)), BigInt(toInteger(k))];
  return taken > from || from < 0n || taken < 0n ? 0 : int(fallingProduct(from, taken));
}

/** Zero where there is nothing to choose. Plain numbers give a NumPy scalar. */
function counted(name: string, values: readonly Value[], compute: (n: number, k: number) => number): Value {
  const { arrays } = floatOperands(name, values);
  const orNone = (n: number, k: number): number => (k > n || n < 0 || k < 0 ? 0 : compute(n, k));
  return presented(mapFloats(orNone, arrays, 'float64'));
}

function factorial(n: Value, exact?: Value): Value {
  if (!flag(exact, false)) {
    const { arrays, dtype } = floatOperands('factorial', [n]);
    const isSingle = dtype === 'float32' && isFloat(arrays[0]!.dtype);
    const found = mapFloats((x) => (x < 0 ? 0 : gamma(x + 1)), arrays, isSingle ? 'float32' : 'float64');
    return presented(found);
  }
  if (!isWhole(n)) return notSupported('scipy.special.factorial(…, exact=True) of an array');
  if (n instanceof PyFloat)
    return raiseValueError('Non-integer values of `n` together with `exact=True` are not supported');
  const whole = BigInt(toInteger(n));
  return whole < 0n ? 0 : int(fallingProduct(whole, whole));
}

const derivative = (n: number, x: number): number => (n === 0 ? psi(x) : polygamma(n, x));

export const combinations: Readonly<Record<string, NativeBody>> = {
  'comb(N, k, *, exact?, repetition?)': choose,
  'perm(N, k, exact?)': permutations,
  'factorial(n, exact?)': factorial,
  'polygamma(n, x)': (n: Value, x: Value) => {
    const { arrays } = floatOperands('polygamma', [n, x]);
    // Of numbers, too, SciPy gives an array.
    return mapFloats(derivative, arrays, 'float64');
  },
};

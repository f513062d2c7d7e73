/**
 * `logsumexp`, `softmax` and `log_softmax` of `scipy.special`, operation after operation as SciPy computes them: SciPy 1.12 shifts by the
 * greatest element, SciPy 1.17 also takes the greatest ones out of the sum, which keeps digits.
 */
import { type DType, isFloat } from '../../../tensor/dtype.ts';
import { mapElements } from '../../../tensor/elementwise.ts';
import { broadcastTo, cast, type NDArray } from '../../../tensor/ndarray.ts';
import { broadcastShapes } from '../../../tensor/shape.ts';
import { reshape } from '../../../tensor/shaping.ts';
import type { NativeBody } from '../../signature.ts';
import { PyTuple, type Value } from '../../values.ts';
import { axesOf, flag, isMissing, keptShape } from '../numpy/arguments.ts';
import { add, apply, divide, multiply, subtract } from '../numpy/arrayMath.ts';
import { arrayOf, numpyVersion } from '../numpy/conversion.ts';
import { presented } from '../numpy/numpyScalar.ts';
import { finishReduction } from '../numpy/reductions.ts';
import { foldByUfunc, total } from '../numpy/ufuncReduce.ts';

const asFloats = (array: NDArray): NDArray => (isFloat(array.dtype) ? array : cast(array, 'float64'));

/** A reduction that keeps its axes, as ones. */
class Axes {
  readonly #axes: readonly number[];
  readonly #kept: readonly number[];

  constructor(array: NDArray, axis: Value | undefined) {
    this.#axes = axesOf(axis, array.ndim);
    this.#kept = keptShape(array.shape, this.#axes);
  }

  greatest(array: NDArray): NDArray {
    return reshape(foldByUfunc('maximum', array, { axes: this.#axes }), this.#kept);
  }

  sum(array: NDArray): NDArray {
    const options = { axes: this.#axes, dtype: array.dtype as DType };
    return reshape(total(array, 'sum', options), this.#kept);
  }
}

const finiteOrZero = (array: NDArray): NDArray =>
  mapElements((x) => (Number.isFinite(x as number) ? x : 0), [array], array.dtype);

interface Sums {
  /** What is added to the logarithm, kept. */
  readonly shift: NDArray;
  /** The sign of the sum, and the logarithm of its size without the shift. */
  readonly sign: NDArray;
  readonly logarithm: NDArray;
}

/** The sum of exponentials as SciPy 1.12 has it. */
function plainSum(array: NDArray, weights: NDArray | null, axes: Axes): Sums {
  const shift = finiteOrZero(axes.greatest(array));
  const exponentials = apply('exp', subtract(array, shift));
  const sum = axes.sum(weights === null ? exponentials : multiply(weights, exponentials));
  return { shift, sign: apply('sign', sum), logarithm: apply('log', apply('absolute', sum)) };
}

/** As SciPy 1.17 has it. */
function separatedSum(array: NDArray, weights: NDArray | null, axes: Axes): Sums {
  const greatest = axes.greatest(array);
  const isGreatest = (x: unknown, most: unknown): number => (x === most ? 1 : 0);
  const picked = mapElements(isGreatest, [array, greatest], array.dtype);
  const others = mapElements(
    (x, most) => (x === most ? Number.NEGATIVE_INFINITY : x),
    [array, greatest],
    array.dtype,
  );
  const exponentials = apply('exp', subtract(others, finiteOrZero(greatest)));
  const head = axes.sum(weights === null ? picked : multiply(weights, picked));
  const rest = axes.sum(weights === null ? exponentials : multiply(weights, exponentials));
  const share = mapElements((s, m) => (s === 0 ? s : Number(s) / Number(m)), [rest, head], head.dtype);
  const factor = add(share, 1);
  const sign = multiply(apply('sign', factor), apply('sign', head));
  const size = mapElements((s) => (Number(s) < -1 ? -Number(s) - 2 : s), [share], share.dtype);
  return {
    shift: greatest,
    sign,
    logarithm: add(apply('log1p', size), apply('log', apply('absolute', head))),
  };
}

function logSumExp(value: Value, ...[axis, b, keepdims, returnSign]: (Value | undefined)[]): Value {
  const given = asFloats(arrayOf(value));
  const scale = isMissing(b) ? null : asFloats(arrayOf(b));
  const shape = scale === null ? given.shape : broadcastShapes([given.shape, scale.shape]);
  const spread = broadcastTo(given, shape);
  const array = scale === null ? spread : withoutZeroWeights(spread, scale);
  const axes = new Axes(array, axis);
  const { shift, sign, logarithm } = (numpyVersion() === 1 ? plainSum : separatedSum)(array, scale, axes);
  const whole = add(logarithm, shift);
  const wantsSign = flag(returnSign, false);
  const shown = wantsSign
    ? whole
    : mapElements((x, s) => (Number(s) < 0 ? Number.NaN : x), [whole, sign], whole.dtype);
  const finished = (kept: NDArray): Value =>
    finishReduction(array, squeezed(kept, array, axis), { axis, keepdims });
  return wantsSign ? new PyTuple([finished(shown), finished(sign)]) : finished(shown);
}

/** What has no weight counts for nothing, infinite or not. */
const withoutZeroWeights = (array: NDArray, weights: NDArray): NDArray =>
  mapElements((x, weight) => (weight === 0 ? Number.NEGATIVE_INFINITY : x), [array, weights], array.dtype);

function squeezed(kept: NDArray, array: NDArray, axis: Value | undefined): NDArray {
  const axes = axesOf(axis, array.ndim);
  return reshape(
    kept,
    array.shape.filter((_, at) => !axes.includes(at)),
  );
}

function softmax(value: Value, axis?: Value): Value {
  const array = asFloats(arrayOf(value));
  const axes = new Axes(array, axis);
  if (numpyVersion() === 1) {
    const { shift, logarithm } = plainSum(array, null, axes);
    return presented(apply('exp', subtract(array, add(logarithm, shift))));
  }
  const exponentials = apply('exp', subtract(array, axes.greatest(array)));
  return presented(divide(exponentials, axes.sum(exponentials)));
}

function logSoftmax(value: Value, axis?: Value): Value {
  const array = asFloats(arrayOf(value));
  const axes = new Axes(array, axis);
  const shifted = subtract(array, finiteOrZero(axes.greatest(array)));
  return presented(subtract(shifted, apply('log', axes.sum(apply('exp', shifted)))));
}

export const exponentialSums: Readonly<Record<string, NativeBody>> = {
  'logsumexp(a, axis?, b?, keepdims?, return_sign?)': logSumExp,
  'softmax(x, axis?)': softmax,
  'log_softmax(x, axis?)': logSoftmax,
};

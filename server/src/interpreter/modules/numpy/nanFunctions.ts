/** Statistics that leave NaN out: nansum, nanmean, nanstd, nanmax, nanargmax, … as NumPy's `nanfunctions` make them of the others. */
import { type DType, isFloat } from '../../../tensor/dtype.ts';
import { assign, cast, type NDArray } from '../../../tensor/ndarray.ts';
import { reshape } from '../../../tensor/shaping.ts';
import { notSupported, raiseValueError } from '../../exceptions.ts';
import { toFloat } from '../../types/numberTypes.ts';
import type { Value } from '../../values.ts';
import { axesOf, flag, type Given, isMissing, keptShape, outputOf } from './arguments.ts';
import { apply, asFloat, constant, divide, multiply, numbersOf, subtract } from './arrayMath.ts';
import { arrayOf, castChecked } from './conversion.ts';
import { mix } from './creation.ts';
import { optionalDType } from './dtypeObjects.ts';
import { presented } from './numpyScalar.ts';
import { reductions } from './reductions.ts';
import { total } from './ufuncReduce.ts';
import { warn } from './warnings.ts';

type Method = (array: NDArray, ...args: (Value | undefined)[]) => Value;

const method = (signature: keyof typeof reductions): Method => reductions[signature] as unknown as Method;

/** The array with a number in place of NaN. */
function replaced(array: NDArray, replacement: number): NDArray {
  if (!isFloat(array.dtype)) return array;
  return mix(apply('isnan', array), constant(array.dtype, replacement), array);
}

/** A method of arrays after NaN has been replaced. */
const afterReplacing =
  (replacement: number, run: Method) =>
  (value: Value, ...given: Given): Value =>
    run(replaced(arrayOf(value), replacement), ...given);

const countOf = (array: NDArray, axes: readonly number[]): NDArray =>
  total(cast(apply('logical_not', apply('isnan', array)), 'int64'), 'sum', { axes, dtype: 'int64' });

const warnOnce = (numbers: NDArray, message: string): void => {
  if (numbersOf(numbers).some((number) => number <= 0)) warn('RuntimeWarning', message);
};

/** The quotient without a warning for `0 / 0`. */
function dividedByCount(sum: NDArray, count: NDArray): NDArray {
  const safe = mix(apply('less_equal', count, 0), constant(count.dtype, 1), count);
  const quotient = cast(divide(sum, safe), sum.dtype);
  return mix(apply('less_equal', count, 0), constant(sum.dtype, Number.NaN), quotient);
}

interface Shown {
  readonly axis: Value | undefined;
  readonly out: Value | undefined;
  readonly keepdims: Value | undefined;
}

function shown(result: NDArray, array: NDArray, given: Shown): Value {
  const kept = flag(given.keepdims, false)
    ? reshape(result, keptShape(array.shape, axesOf(given.axis, array.ndim)))
    : result;
  const target = outputOf(given.out);
  if (target === undefined) return presented(kept);
  assign(target, castChecked(kept, target.dtype));
  return target;
}

function nanMean(value: Value, ...[axis, dtype, out, keepdims]: Given): Value {
  const array = arrayOf(value);
  if (!isFloat(array.dtype))
    return method('mean(axis?, dtype?, out?, keepdims?, *, where?)')(array, axis, dtype, out, keepdims);
  const axes = axesOf(axis, array.ndim);
  const type = optionalDType(dtype) ?? array.dtype;
  const count = countOf(array, axes);
  warnOnce(count, 'Mean of empty slice');
  const sum = total(cast(replaced(array, 0), type), 'sum', { axes, dtype: type });
  return shown(dividedByCount(sum, count), array, { axis, out, keepdims });
}

const nanSpread =
  (kind: 'var' | 'std') =>
  (value: Value, ...[axis, dtype, out, ddof, keepdims]: Given): Value => {
    const array = asFloat(arrayOf(value));
    const type: DType = optionalDType(dtype) ?? array.dtype;
    const axes = axesOf(axis, array.ndim);
    const count = countOf(array, axes);
    const shape = keptShape(array.shape, axes);
    const source = replaced(cast(array, type), 0);
    const mean = reshape(dividedByCount(total(source, 'sum', { axes, dtype: type }), count), shape);
    const deviation = mix(apply('isnan', array), constant(type, 0), subtract(source, mean));
    const squares = total(multiply(deviation, deviation), 'sum', { axes, dtype: type });
    const degrees = subtract(count, isMissing(ddof) ? 0 : toFloat(ddof));
    warnOnce(degrees, 'Degrees of freedom <= 0 for slice.');
    const variance = dividedByCount(squares, degrees);
    return shown(kind === 'var' ? variance : apply('sqrt', variance), array, { axis, out, keepdims });
  };

const nanExtreme =
  (kind: 'max' | 'min') =>
  (value: Value, ...[axis, out, keepdims, initial, where]: Given): Value => {
    if (!isMissing(where)) return notSupported(`where= of numpy.nan${kind}`);
    const array = arrayOf(value);
    const run = method(`${kind}(axis?, out?, keepdims?, initial?, where?)`);
    if (!isFloat(array.dtype)) return run(array, axis, out, keepdims, initial);
    const axes = axesOf(axis, array.ndim);
    const worst = kind === 'max' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    const count = countOf(array, axes);
    const found = arrayOf(run(replaced(array, worst), axis, undefined, false, initial));
    const isEmpty = numbersOf(count).includes(0) && isMissing(initial);
    if (isEmpty) warn('RuntimeWarning', 'All-NaN slice encountered');
    const result = isEmpty ? mix(apply('equal', count, 0), constant(found.dtype, Number.NaN), found) : found;
    return shown(result, array, { axis, out, keepdims });
  };

const nanPosition =
  (kind: 'argmax' | 'argmin') =>
  (value: Value, ...[axis, out, keepdims]: Given): Value => {
    const array = arrayOf(value);
    const run = method(`${kind}(axis?, out?, *, keepdims?)`);
    if (!isFloat(array.dtype)) return run(array, axis, out, keepdims);
    if (numbersOf(countOf(array, axesOf(axis, array.ndim))).includes(0))
      raiseValueError('All-NaN slice encountered');
    const worst = kind === 'argmax' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    return run(replaced(array, worst), axis, out, keepdims);
  };

/** Functions of the module. */
export const nanFunctions = {
  'nansum(a, axis?, dtype?, out?, keepdims?, initial?, where?)': afterReplacing(
    0,
    method('sum(axis?, dtype?, out?, keepdims?, initial?, where?)'),
  ),
  'nanprod(a, axis?, dtype?, out?, keepdims?, initial?, where?)': afterReplacing(
    1,
    method('prod(axis?, dtype?, out?, keepdims?, initial?, where?)'),
  ),
  'nancumsum(a, axis?, dtype?, out?)': afterReplacing(0, method('cumsum(axis?, dtype?, out?)')),
  'nancumprod(a, axis?, dtype?, out?)': afterReplacing(1, method('cumprod(axis?, dtype?, out?)')),
  'nanmean(a, axis?, dtype?, out?, keepdims?, *, where?)': nanMean,
  'nanvar(a, axis?, dtype?, out?, ddof?, keepdims?, *, where?)': nanSpread('var'),
  'nanstd(a, axis?, dtype?, out?, ddof?, keepdims?, *, where?)': nanSpread('std'),
  'nanmax(a, axis?, out?, keepdims?, initial?, where?)': nanExtreme('max'),
  'nanmin(a, axis?, out?, keepdims?, initial?, where?)': nanExtreme('min'),
  'nanargmax(a, axis?, out?, *, keepdims?)': nanPosition('argmax'),
  'nanargmin(a, axis?, out?, *, keepdims?)': nanPosition('argmin'),
};

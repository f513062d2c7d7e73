/** Reductions over axes as NumPy's functions and methods: sum, mean, max, argmax, std, cumsum, … */
import { type DType, isComplex, isInexact } from '../../../tensor/dtype.ts';
import { mapElements } from '../../../tensor/elementwise.ts';
import { assign, broadcastTo, cast, componentOf, type NDArray, scalar } from '../../../tensor/ndarray.ts';
import { accumulate, reduce } from '../../../tensor/reduce.ts';
import { elementCount, printShape } from '../../../tensor/shape.ts';
import { reshape } from '../../../tensor/shaping.ts';
import { isSpan } from '../../../tensor/timeElement.ts';
import { raiseValueError } from '../../exceptions.ts';
import { toFloat } from '../../types/numberTypes.ts';
import type { Value } from '../../values.ts';
import { axesOf, axisOf, flag, type Given, integerOf, isMissing, keptShape, outputOf } from './arguments.ts';
import { arrayOf, castChecked, numpyVersion } from './conversion.ts';
import { optionalDType } from './dtypeObjects.ts';
import { diagonalAxes, diagonalOf } from './manipulation.ts';
import { presented } from './numpyScalar.ts';
import { checkWritable } from './readOnly.ts';
import { type FoldArguments, foldByUfunc, sumType, total } from './ufuncReduce.ts';
import { compute, computeArrays } from './ufuncs.ts';
import { warn } from './warnings.ts';

interface ReductionArguments {
  readonly axis?: Value | undefined;
  readonly out?: Value | undefined;
  readonly keepdims?: Value | undefined;
}

/** Puts the axes back where wanted, writes to `out`, and gives a scalar for an array without axes. */
export function finishReduction(array: NDArray, result: NDArray, given: ReductionArguments): Value {
  const axes = axesOf(given.axis, array.ndim);
  const kept = flag(given.keepdims, false) ? reshape(result, keptShape(array.shape, axes)) : result;
  const out = outputOf(given.out);
  if (!out) return presented(kept);
  if (out.shape.join() !== kept.shape.join())
    raiseValueError(`output parameter for reduction operation has the wrong shape ${printShape(out.shape)}`);
  checkWritable(out, 'output array is read-only');
  assign(out, castChecked(kept, out.dtype));
  return out;
}

/** A reduction by the ufunc of this name, as a method with these arguments. */
const byUfunc =
  (name: string) =>
  (array: NDArray, given: ReductionArguments & Omit<FoldArguments, 'axes'>): Value => {
    const axes = axesOf(given.axis, array.ndim);
    return finishReduction(array, foldByUfunc(name, array, { ...given, axes }), given);
  };

const reduceAdd = byUfunc('add');
const reduceMultiply = byUfunc('multiply');
const reduceMaximum = byUfunc('maximum');
const reduceMinimum = byUfunc('minimum');
const reduceAnd = byUfunc('logical_and');
const reduceOr = byUfunc('logical_or');

const position =
  (kind: 'argmax' | 'argmin') =>
  (array: NDArray, axis?: Value, out?: Value, keepdims?: Value): Value => {
    const axes = isMissing(axis) ? axesOf(null, array.ndim) : [axisOf(axis, array.ndim)];
    const result = reduce(array, kind, { axes, accumulate: array.dtype, output: 'int64' });
    return finishReduction(array, result, { axis, out, keepdims });
  };

const meanType = (array: NDArray, dtype: Value | undefined): DType =>
  optionalDType(dtype) ?? (isInexact(array.dtype) ? array.dtype : 'float64');

/** How many elements a mean is of: one number, or an array of them where a mask chooses. */
function elementsOf(array: NDArray, axes: readonly number[], where: Value | undefined): NDArray {
  if (isMissing(where) || where === true)
    return scalar('int64', BigInt(elementCount(axes.map((axis) => array.shape[axis]))));
  const mask = broadcastTo(arrayOf(where, 'bool'), array.shape);
  return total(mask, 'sum', { axes, dtype: 'int64' });
}

/** `sum / count` as NumPy's `_mean` divides: in the type of the sum. */
function divideByCount(sum: NDArray, count: NDArray): NDArray {
  const divisor = cast(count, sum.dtype);
  const where = sum.ndim === 0 ? 'scalar divide' : 'divide';
  return computeArrays('true_divide', [sum, divisor], { common: sum.dtype, where });
}

const isAnyZero = (count: NDArray): boolean =>
  Array.from(count.elements() as ArrayLike<bigint>).some((each) => each === 0n);

function meanOfSpans(array: NDArray, given: ReductionArguments & { where: Value | undefined }): Value {
  const axes = axesOf(given.axis, array.ndim);
  const sum = foldByUfunc('add', array, { axes, where: given.where });
  const common = array.dtype;
  const result = computeArrays('true_divide', [sum, elementsOf(array, axes, given.where)], {
    common,
    where: 'divide',
  });
  return finishReduction(array, result, given);
}

/** NumPy's `_mean`; half precision is added up in single. */
function mean(array: NDArray, ...[axis, dtype, out, keepdims, where]: Given): Value {
  if (isSpan(array.dtype)) return meanOfSpans(array, { axis, out, keepdims, where });
  const wanted = meanType(array, dtype);
  const inType = wanted === 'float16' ? 'float32' : isInexact(wanted) ? wanted : 'float64';
  const axes = axesOf(axis, array.ndim);
  const count = elementsOf(array, axes, where);
  if (isAnyZero(count))
    warn('RuntimeWarning', numpyVersion() === 2 ? 'Mean of empty slice' : 'Mean of empty slice.');
  const sum = foldByUfunc('add', array, { axes, type: inType, where });
  return finishReduction(array, castChecked(divideByCount(sum, count), wanted), { axis, out, keepdims });
}

interface VarianceOptions {
  readonly dtype: DType;
  readonly ddof: number;
  readonly where: Value | undefined;
  readonly center: Value | undefined;
}

/** NumPy's `_var`: deviations from the mean, squared, summed, divided. */
function varianceOf(array: NDArray, axes: readonly number[], options: VarianceOptions): NDArray {
  const { dtype, ddof, where } = options;
  const count = elementsOf(array, axes, where);
  if (Array.from(count.elements() as ArrayLike<bigint>).some((each) => Number(each) - ddof <= 0))
    warn('RuntimeWarning', 'Degrees of freedom <= 0 for slice');
  const center = isMissing(options.center)
    ? reshape(
        divideByCount(foldByUfunc('add', array, { axes, type: dtype, where }), count),
        keptShape(array.shape, axes),
      )
    : arrayOf(options.center, dtype);
  const deviation = compute('subtract', [
    { kind: 'array', array: cast(array, dtype) },
    { kind: 'array', array: center },
  ]);
  const squares = isComplex(dtype) ? squaredMagnitude(deviation) : square(deviation);
  const divisor = mapElements(
    (each) => Math.max(Number(each) - ddof, 0),
    [count],
    squares.dtype === 'float16' ? 'float16' : 'float64',
  );
  return divideByCount(foldByUfunc('add', squares, { axes, type: squares.dtype, where }), divisor);
}

const square = (array: NDArray): NDArray =>
  computeArrays('multiply', [array, array], { common: array.dtype, where: 'multiply' });

const squaredMagnitude = (array: NDArray): NDArray => {
  const [re, im] = (['re', 'im'] as const).map((part) => square(componentOf(array, part).copy()));
  return computeArrays('add', [re, im], { common: re.dtype, where: 'add' });
};

const spread =
  (kind: 'var' | 'std') =>
  (array: NDArray, ...[axis, dtype, out, ddof, keepdims, where, center, correction]: Given): Value => {
    const axes = axesOf(axis, array.ndim);
    const freedom = isMissing(ddof) ? correction : ddof;
    const variance = varianceOf(array, axes, {
      dtype: meanType(array, dtype),
      ddof: isMissing(freedom) ? 0 : toFloat(freedom),
      where,
      center,
    });
    const result = kind === 'var' ? variance : compute('sqrt', [{ kind: 'array', array: variance }]);
    return finishReduction(array, result, { axis, out, keepdims });
  };

const cumulative =
  (kind: 'sum' | 'prod') =>
  (array: NDArray, axis?: Value, dtype?: Value, out?: Value): Value => {
    const source = isMissing(axis) ? reshape(array, [array.size]) : array;
    const at = isMissing(axis) ? 0 : axisOf(axis, array.ndim);
    const type = optionalDType(dtype) ?? sumType(array.dtype);
    const result =
      source.size === 0 ? cast(source, type) : accumulate(source, kind, { axis: at, dtype: type });
    const target = outputOf(out);
    if (!target) return result;
    checkWritable(target, 'output array is read-only');
    assign(target, castChecked(result, target.dtype));
    return target;
  };

const ptp = (array: NDArray, axis?: Value, out?: Value, keepdims?: Value): Value => {
  const axes = axesOf(axis, array.ndim);
  const [high, low] = (['max', 'min'] as const).map((kind) =>
    reduce(array, kind, { axes, accumulate: array.dtype, output: array.dtype }),
  );
  return finishReduction(
    array,
    computeArrays('subtract', [high, low], { common: array.dtype, where: 'subtract' }),
    {
      axis,
      out,
      keepdims,
    },
  );
};

/** Methods of arrays and scalars that are functions of the module too: signature without the array → body. */
export const reductions = {
  'sum(axis?, dtype?, out?, keepdims?, initial?, where?)': (
    array: NDArray,
    ...[axis, dtype, out, keepdims, initial, where]: Given
  ) => reduceAdd(array, { axis, out, keepdims, initial, where, type: optionalDType(dtype) }),
  'prod(axis?, dtype?, out?, keepdims?, initial?, where?)': (
    array: NDArray,
    ...[axis, dtype, out, keepdims, initial, where]: Given
  ) => reduceMultiply(array, { axis, out, keepdims, initial, where, type: optionalDType(dtype) }),
  'max(axis?, out?, keepdims?, initial?, where?)': (
    array: NDArray,
    ...[axis, out, keepdims, initial, where]: Given
  ) => reduceMaximum(array, { axis, out, keepdims, initial, where }),
  'min(axis?, out?, keepdims?, initial?, where?)': (
    array: NDArray,
    ...[axis, out, keepdims, initial, where]: Given
  ) => reduceMinimum(array, { axis, out, keepdims, initial, where }),
  'all(axis?, out?, keepdims?, *, where?)': (array: NDArray, ...[axis, out, keepdims, where]: Given) =>
    reduceAnd(array, { axis, out, keepdims, where }),
  'any(axis?, out?, keepdims?, *, where?)': (array: NDArray, ...[axis, out, keepdims, where]: Given) =>
    reduceOr(array, { axis, out, keepdims, where }),
  'argmax(axis?, out?, *, keepdims?)': position('argmax'),
  'argmin(axis?, out?, *, keepdims?)': position('argmin'),
  'mean(axis?, dtype?, out?, keepdims?, *, where?)': mean,
  'var(axis?, dtype?, out?, ddof?, keepdims?, *, where?, mean?, correction?)': spread('var'),
  'std(axis?, dtype?, out?, ddof?, keepdims?, *, where?, mean?, correction?)': spread('std'),
  'cumsum(axis?, dtype?, out?)': cumulative('sum'),
  'cumprod(axis?, dtype?, out?)': cumulative('prod'),
};

/** The sum of a diagonal. */
export const diagonalSum = {
  'trace(offset?, axis1?, axis2?, dtype?, out?)': (array: NDArray, ...given: Given): Value => {
    const [shift, first, second, dtype, out] = given;
    const diagonal = diagonalOf(
      array,
      isMissing(shift) ? 0 : integerOf(shift),
      diagonalAxes(array, first, second),
    );
    const type = optionalDType(dtype) ?? sumType(diagonal.dtype);
    const result = total(diagonal, 'sum', { axes: [diagonal.ndim - 1], dtype: type });
    return finishReduction(diagonal, result, { axis: diagonal.ndim - 1, out });
  },
};

/** A method of arrays before NumPy 2, and a function in every version. */
export const pointToPoint = { 'ptp(axis?, out?, keepdims?)': ptp };

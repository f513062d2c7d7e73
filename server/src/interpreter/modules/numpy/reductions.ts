/** Reductions over axes as NumPy's functions and methods: sum, mean, max, argmax, std, cumsum, … */
import { type DType, isBig, isFloat, kindOf } from '../../../tensor/dtype.ts';
import { assign, cast, type NDArray } from '../../../tensor/ndarray.ts';
import { orderedFold } from '../../../tensor/orderedFold.ts';
import { accumulate, reduce } from '../../../tensor/reduce.ts';
import { elementCount, printShape } from '../../../tensor/shape.ts';
import { reshape } from '../../../tensor/shaping.ts';
import { notSupported, raiseValueError } from '../../exceptions.ts';
import type { Value } from '../../values.ts';
import {
  axesOf,
  axisOf,
  flag,
  type Given,
  integerOf,
  isMissing,
  keptShape,
  outputOf,
  refuseArguments,
} from './arguments.ts';
import { castChecked, numpyVersion } from './conversion.ts';
import { optionalDType } from './dtypeObjects.ts';
import { diagonalAxes, diagonalOf } from './manipulation.ts';
import { presented } from './numpyScalar.ts';
import { operandOf } from './promotion.ts';
import { checkWritable } from './readOnly.ts';
import { compute, computeArrays } from './ufuncs.ts';
import { checkFloatResult, warn } from './warnings.ts';

/** The type in which sums and products add up: small integers become 64 bits wide. */
function sumType(dtype: DType): DType {
  if (isFloat(dtype)) return dtype;
  return kindOf(dtype) === 'uint' ? 'uint64' : 'int64';
}

/** The sum or product over axes that vanish, in `dtype`. */
export function total(
  array: NDArray,
  kind: 'sum' | 'prod',
  options: { axes: readonly number[]; dtype: DType },
): NDArray {
  const { axes, dtype } = options;
  if (dtype === 'float32' || dtype === 'float64') return orderedFold(array, { kind, axes, dtype });
  if (dtype === 'bool')
    return reduce(array, kind === 'sum' ? 'any' : 'all', { axes, accumulate: 'bool', output: 'bool' });
  return reduce(array, kind, { axes, accumulate: isBig(dtype) ? dtype : 'int64', output: dtype });
}

interface ReductionArguments {
  readonly axis?: Value | undefined;
  readonly out?: Value | undefined;
  readonly keepdims?: Value | undefined;
}

/** Puts the axes back where wanted, writes to `out`, and gives a scalar for an array without axes. */
function finish(array: NDArray, result: NDArray, given: ReductionArguments): Value {
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

const totalMethod =
  (kind: 'sum' | 'prod') =>
  (array: NDArray, ...[axis, dtype, out, keepdims, initial, where]: Given): Value => {
    const type = optionalDType(dtype) ?? sumType(array.dtype);
    const source = isMissing(where) ? array : masked(array, where, kind === 'sum' ? 0 : 1);
    const result = total(source, kind, { axes: axesOf(axis, array.ndim), dtype: type });
    checkFloatResult(result, [], kind === 'sum' ? 'add' : 'multiply', 'reduce');
    const whole = isMissing(initial)
      ? result
      : withInitial(kind === 'sum' ? 'add' : 'multiply', result, initial);
    return finish(array, whole, { axis, out, keepdims });
  };

/** The array with a neutral element where the mask is false. */
function masked(array: NDArray, where: Value, neutral: number): NDArray {
  const mask = operandOf(where) ?? notSupported('this mask');
  const keep = compute('logical_not', [compute1('logical_not', mask)]);
  const kept = compute('multiply', [
    { kind: 'array', array: keep },
    { kind: 'array', array },
  ]);
  if (isFloat(array.dtype)) notSupported('where= of a reduction of floats');
  if (neutral === 0) return kept;
  const rest = compute('logical_not', [{ kind: 'array', array: keep }]);
  return compute('add', [
    { kind: 'array', array: kept },
    { kind: 'array', array: rest },
  ]);
}

const compute1 = (
  name: string,
  operand: Parameters<typeof compute>[1][number],
): { kind: 'array'; array: NDArray } => ({
  kind: 'array',
  array: compute(name, [operand]),
});

function withInitial(name: string, result: NDArray, initial: Value): NDArray {
  const operand = operandOf(initial) ?? notSupported('this initial value');
  return cast(compute(name, [{ kind: 'array', array: result }, operand]), result.dtype);
}

const extreme =
  (kind: 'max' | 'min') =>
  (array: NDArray, ...[axis, out, keepdims, initial, where]: Given): Value => {
    refuseArguments({ where });
    const axes = axesOf(axis, array.ndim);
    const name = kind === 'max' ? 'maximum' : 'minimum';
    if (!isMissing(initial) && elementCount(axes.map((at) => array.shape[at])) === 0)
      notSupported('initial= of an empty reduction');
    const result = reduce(array, kind, { axes, accumulate: array.dtype, output: array.dtype });
    return finish(array, isMissing(initial) ? result : withInitial(name, result, initial), {
      axis,
      out,
      keepdims,
    });
  };

const truth =
  (kind: 'all' | 'any') =>
  (array: NDArray, ...[axis, out, keepdims, where]: Given): Value => {
    refuseArguments({ where });
    const result = reduce(cast(array, 'bool'), kind, {
      axes: axesOf(axis, array.ndim),
      accumulate: 'bool',
      output: 'bool',
    });
    return finish(array, result, { axis, out, keepdims });
  };

const position =
  (kind: 'argmax' | 'argmin') =>
  (array: NDArray, axis?: Value, out?: Value, keepdims?: Value): Value => {
    const axes = isMissing(axis) ? axesOf(null, array.ndim) : [axisOf(axis, array.ndim)];
    const result = reduce(array, kind, { axes, accumulate: array.dtype, output: 'int64' });
    return finish(array, result, { axis, out, keepdims });
  };

function meanOf(array: NDArray, axes: readonly number[], dtype: DType): NDArray {
  const count = elementCount(axes.map((axis) => array.shape[axis]));
  if (count === 0)
    warn('RuntimeWarning', numpyVersion() === 2 ? 'Mean of empty slice' : 'Mean of empty slice.');
  return divideByCount(total(array, 'sum', { axes, dtype }), count);
}

function divideByCount(sum: NDArray, count: number): NDArray {
  const divided = castLike(count, sum.dtype);
  const where = sum.ndim === 0 ? 'scalar divide' : 'divide';
  return computeArrays('true_divide', [sum, divided], { common: sum.dtype, where });
}

const castLike = (count: number, dtype: DType): NDArray => {
  const operand = operandOf(count)!;
  return cast(operand.kind === 'array' ? operand.array : compute('positive', [operand]), dtype);
};

const meanType = (array: NDArray, dtype: Value | undefined): DType =>
  optionalDType(dtype) ?? (isFloat(array.dtype) ? array.dtype : 'float64');

function mean(array: NDArray, ...[axis, dtype, out, keepdims, where]: Given): Value {
  refuseArguments({ where });
  const wanted = meanType(array, dtype);
  const inFloat = isFloat(wanted) ? wanted : 'float64';
  const result = meanOf(array, axesOf(axis, array.ndim), inFloat);
  return finish(array, castChecked(result, wanted), { axis, out, keepdims });
}

/** NumPy's `_var`: deviations from the mean, squared, summed, divided. */
function varianceOf(
  array: NDArray,
  axes: readonly number[],
  options: { dtype: DType; ddof: number },
): NDArray {
  const { dtype, ddof } = options;
  const count = elementCount(axes.map((axis) => array.shape[axis]));
  if (count - ddof <= 0) warn('RuntimeWarning', 'Degrees of freedom <= 0 for slice');
  const center = reshape(
    divideByCount(total(array, 'sum', { axes, dtype }), count),
    keptShape(array.shape, axes),
  );
  const deviation = compute('subtract', [
    { kind: 'array', array: cast(array, dtype) },
    { kind: 'array', array: center },
  ]);
  const squared = computeArrays('multiply', [deviation, deviation], { common: dtype, where: 'multiply' });
  return divideByCount(total(squared, 'sum', { axes, dtype }), Math.max(count - ddof, 0));
}

const spread =
  (kind: 'var' | 'std') =>
  (array: NDArray, ...[axis, dtype, out, ddof, keepdims]: Given): Value => {
    const axes = axesOf(axis, array.ndim);
    const degrees = isMissing(ddof) ? 0 : Number(operandNumber(ddof));
    const variance = varianceOf(array, axes, { dtype: meanType(array, dtype), ddof: degrees });
    const result = kind === 'var' ? variance : compute('sqrt', [{ kind: 'array', array: variance }]);
    return finish(array, result, { axis, out, keepdims });
  };

function operandNumber(value: Value): number {
  const operand = operandOf(value) ?? notSupported('this ddof');
  return Number(operand.kind === 'number' ? operand.value : operand.array.item());
}

const cumulative =
  (kind: 'sum' | 'prod') =>
  (array: NDArray, axis?: Value, dtype?: Value, out?: Value): Value => {
    refuseArguments({ out });
    const source = isMissing(axis) ? reshape(array, [array.size]) : array;
    const at = isMissing(axis) ? 0 : axisOf(axis, array.ndim);
    const type = optionalDType(dtype) ?? sumType(array.dtype);
    if (source.size === 0) return cast(source, type);
    return accumulate(source, kind, { axis: at, dtype: type });
  };

const ptp = (array: NDArray, axis?: Value, out?: Value, keepdims?: Value): Value => {
  const axes = axesOf(axis, array.ndim);
  const [high, low] = (['max', 'min'] as const).map((kind) =>
    reduce(array, kind, { axes, accumulate: array.dtype, output: array.dtype }),
  );
  return finish(array, computeArrays('subtract', [high, low], { common: array.dtype, where: 'subtract' }), {
    axis,
    out,
    keepdims,
  });
};

/** Methods of arrays and scalars that are functions of the module too: signature without the array → body. */
export const reductions = {
  'sum(axis?, dtype?, out?, keepdims?, initial?, where?)': totalMethod('sum'),
  'prod(axis?, dtype?, out?, keepdims?, initial?, where?)': totalMethod('prod'),
  'max(axis?, out?, keepdims?, initial?, where?)': extreme('max'),
  'min(axis?, out?, keepdims?, initial?, where?)': extreme('min'),
  'all(axis?, out?, keepdims?, *, where?)': truth('all'),
  'any(axis?, out?, keepdims?, *, where?)': truth('any'),
  'argmax(axis?, out?, *, keepdims?)': position('argmax'),
  'argmin(axis?, out?, *, keepdims?)': position('argmin'),
  'mean(axis?, dtype?, out?, keepdims?, *, where?)': mean,
  'var(axis?, dtype?, out?, ddof?, keepdims?)': spread('var'),
  'std(axis?, dtype?, out?, ddof?, keepdims?)': spread('std'),
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
    return finish(diagonal, result, { axis: diagonal.ndim - 1, out });
  },
};

/** A method of arrays before NumPy 2, and a function in every version. */
export const pointToPoint = { 'ptp(axis?, out?, keepdims?)': ptp };

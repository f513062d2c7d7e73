/**
 * What a ufunc of two operands does along axes: `reduce`, `accumulate`, `reduceat`, with NumPy's rules about types, identities,
 * masks and initial values. Sums and products of floats add up in NumPy's own order (`orderedFold`).
 */
import { type DType, isInexact, isInteger, isText, kindOf } from '../../../tensor/dtype.ts';
import { keptScalarFunction } from '../../../tensor/elementwise.ts';
import { assign, broadcastTo, cast, full, type NDArray, scalar, zeros } from '../../../tensor/ndarray.ts';
import { type OrderedFold, orderedFold } from '../../../tensor/orderedFold.ts';
import { accumulate, reduce } from '../../../tensor/reduce.ts';
import { elementCount } from '../../../tensor/shape.ts';
import { permute } from '../../../tensor/shaping.ts';
import { isMoment, isTime } from '../../../tensor/timeElement.ts';
import { notSupported, raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { runtime } from '../../runtime.ts';
import type { Value } from '../../values.ts';
import { isMissing } from './arguments.ts';
import { arrayOf, castChecked } from './conversion.ts';
import { raiseNoLoop } from './numpyErrors.ts';
import { operandOf } from './promotion.ts';
import { computeArrays, publicName } from './ufuncs.ts';
import { ufuncTable } from './ufuncTable.ts';
import { checkFloatResult } from './warnings.ts';

export interface FoldArguments {
  /** Distinct, counted from 0. */
  readonly axes: readonly number[];
  /** The type in which it computes. */
  readonly type?: DType | undefined;
  readonly initial?: Value | undefined;
  readonly where?: Value | undefined;
}

/** The type in which sums and products add up: small integers become 64 bits wide. */
export function sumType(dtype: DType): DType {
  if (isInexact(dtype) || isTime(dtype)) return dtype;
  return kindOf(dtype) === 'uint' ? 'uint64' : 'int64';
}

const isTest = (name: string): boolean => ufuncTable.get(name)!.result === 'truth';

/** The type in which the ufunc `name` folds elements of `dtype`. */
function foldType(name: string, dtype: DType): DType {
  if (name === 'add' || name === 'multiply') return sumType(dtype);
  if (name.startsWith('logical_')) return 'bool';
  if (isTest(name))
    raiseTypeError(
      `No loop matching the specified signature and casting was found for ufunc ${publicName(name)}`,
    );
  const one = scalar(dtype, dtype === 'bool' ? 1 : 1);
  return ufuncTable.get(name)!.run([one, one], dtype, 1).dtype;
}

/** The fold over axes that vanish. */
export function foldByUfunc(name: string, array: NDArray, given: FoldArguments): NDArray {
  if (isText(array.dtype)) return foldTexts(name, array, given);
  if (isTime(array.dtype)) return foldTimes(name, array, given);
  const { axes } = given;
  const row = ufuncTable.get(name)!;
  if (row.isReorderable === false && axes.length > 1)
    raiseValueError(
      `reduction operation '${publicName(name)}' is not reorderable, so at most one axis may be specified`,
    );
  const type = given.type ?? foldType(name, array.dtype);
  const mask = maskOf(given.where, array);
  if (mask === null && (given.initial === undefined || isFoldedWhole(name))) {
    const whole = foldWhole(name, array, { axes, type, hasInitial: !isMissing(given.initial) });
    if (whole) return isMissing(given.initial) ? whole : withInitial(name, whole, given.initial);
  }
  return foldSlices(name, array, { ...given, type, mask });
}

/** Times have a least and a greatest one, spans a sum; NaT makes all of them NaT. */
function foldTimes(name: string, array: NDArray, { axes, type, initial, where }: FoldArguments): NDArray {
  const { dtype } = array;
  const isPlain =
    isMissing(initial) && maskOf(where, array) === null && (type === undefined || type === dtype);
  const kind = name === 'maximum' ? 'max' : name === 'minimum' ? 'min' : 'sum';
  if (!isPlain || (kind === 'sum' && (name !== 'add' || isMoment(dtype))))
    return notSupported(`numpy.${publicName(name)} of the elements of an array of the type ${dtype}`);
  return reduce(array, kind, { axes, accumulate: dtype, output: dtype });
}

/** Texts are true unless they are empty; nothing else is known about all of them. */
function foldTexts(name: string, array: NDArray, given: FoldArguments): NDArray {
  if (name === 'logical_and' || name === 'logical_or') return foldByUfunc(name, cast(array, 'bool'), given);
  if (name === 'maximum' || name === 'minimum')
    raiseNoLoop(name, `(dtype('${array.dtype}'), dtype('${array.dtype}'))`);
  return notSupported(`numpy.${name} of the elements of an array of text`);
}

function maskOf(where: Value | undefined, array: NDArray): NDArray | null {
  if (isMissing(where) || where === true) return null;
  return broadcastTo(arrayOf(where, 'bool'), array.shape);
}

const isFoldedWhole = (name: string): boolean => name === 'add' || name === 'multiply';

interface WholeFold {
  readonly axes: readonly number[];
  readonly type: DType;
  readonly hasInitial: boolean;
}

/** Folds for which there is one loop over all elements; null for the others. */
function foldWhole(name: string, array: NDArray, { axes, type }: WholeFold): NDArray | null {
  if (name === 'add' || name === 'multiply') {
    const result = total(array, name === 'add' ? 'sum' : 'prod', { axes, dtype: type });
    checkFloatResult(result, [], name, 'reduce');
    return result;
  }
  const options = { axes, accumulate: type, output: type };
  if (name === 'logical_and' || name === 'logical_or')
    return reduce(cast(array, 'bool'), name === 'logical_and' ? 'all' : 'any', options);
  if ((name === 'maximum' || name === 'minimum') && (array.dtype === type || isInexact(type)))
    return reduce(cast(array, type), name === 'maximum' ? 'max' : 'min', options);
  return null;
}

/** The sum or product over axes that vanish, in `dtype`. */
export function total(
  array: NDArray,
  kind: 'sum' | 'prod',
  options: { axes: readonly number[]; dtype: DType },
): NDArray {
  const { axes, dtype } = options;
  const source = castChecked(array, dtype === 'bool' || isInteger(dtype) ? array.dtype : dtype);
  if (isInexact(dtype)) return orderedFold(source, { kind, axes, dtype: dtype as OrderedFold['dtype'] });
  if (dtype === 'bool')
    return reduce(source, kind === 'sum' ? 'any' : 'all', { axes, accumulate: 'bool', output: 'bool' });
  const wide = dtype === 'uint64' ? 'uint64' : 'int64';
  return reduce(castChecked(source, wide), kind, { axes, accumulate: wide, output: dtype });
}

function withInitial(name: string, result: NDArray, initial: Value): NDArray {
  return computeArrays(name, [result, initialOf(initial, result.dtype)], {
    common: result.dtype,
    where: publicName(name),
  });
}

function initialOf(initial: Value, dtype: DType): NDArray {
  if (operandOf(initial) === undefined) notSupported('this initial value');
  return castChecked(arrayOf(initial), dtype);
}

interface SliceFold extends FoldArguments {
  readonly type: DType;
  readonly mask: NDArray | null;
}

/** One slice after the other: the reduced axes in C order. */
function foldSlices(name: string, array: NDArray, fold: SliceFold): NDArray {
  const { axes, type, mask } = fold;
  const kept = array.shape.map((_, axis) => axis).filter((axis) => !axes.includes(axis));
  const shape = kept.map((axis) => array.shape[axis]);
  const order = [...axes, ...kept];
  const count = elementCount(axes.map((axis) => array.shape[axis]));
  const source = stackOf(castChecked(permute(array, order), type), count, shape);
  const masks = mask === null ? null : stackOf(permute(mask, order).copy(), count, shape);
  const start = startOf(name, fold, { shape, count });
  let result = start ?? sliceOf(source, 0).copy();
  for (let i = start === null ? 1 : 0; i < count; i++) {
    runtime().checkpoint();
    const next = computeArrays(name, [result, sliceOf(source, i)], { common: type, where: 'reduce' });
    if (masks === null) result = cast(next, type);
    else result = chosen(sliceOf(masks, i), cast(next, type), result);
  }
  return result;
}

/** What a fold begins with; null: its first slice. */
function startOf(
  name: string,
  fold: SliceFold,
  result: { readonly shape: readonly number[]; readonly count: number },
): NDArray | null {
  const { initial, type, mask } = fold;
  if (!isMissing(initial)) return broadcastTo(initialOf(initial, type), result.shape).copy();
  const { identity } = ufuncTable.get(name)!;
  if (identity === undefined) {
    if (mask !== null)
      raiseValueError(
        `reduction operation '${publicName(name)}' does not have an identity, so to use a where mask one has to specify 'initial'`,
      );
    if (result.count === 0)
      raiseValueError(`zero-size array to reduction operation ${publicName(name)} which has no identity`);
    return null;
  }
  return full(type, result.shape, identity);
}

const stackOf = (array: NDArray, count: number, shape: readonly number[]): NDArray => {
  const packed = array.isContiguous ? array : array.copy();
  const strides = zerosLike(shape);
  return packed.view({ shape: [count, ...shape], strides, offset: packed.layout.offset });
};

/** Steps of a stack of arrays of this shape. */
function zerosLike(shape: readonly number[]): number[] {
  const strides = [elementCount(shape), ...shape.map(() => 1)];
  for (let axis = shape.length - 1; axis > 0; axis--) strides[axis] = strides[axis + 1] * shape[axis];
  return strides;
}

function sliceOf(stack: NDArray, index: number): NDArray {
  const { shape, strides, offset } = stack.layout;
  return stack.view({
    shape: shape.slice(1),
    strides: strides.slice(1),
    offset: offset + index * strides[0],
  });
}

function chosen(mask: NDArray, yes: NDArray, no: NDArray): NDArray {
  const result = no.copy();
  const [choice, values] = [mask.elements(), yes.elements()];
  for (let i = 0; i < choice.length; i++) if (choice[i]) result.storage[i] = values[i];
  return result;
}

/** `ufunc.accumulate`. */
export function accumulateByUfunc(
  name: string,
  array: NDArray,
  options: { axis: number; type?: DType | undefined },
): NDArray {
  const type = options.type ?? foldType(name, array.dtype);
  const source = castChecked(array, type);
  if (source.size === 0) return source.copy();
  const { axis } = options;
  const kept = name === 'add' ? 'sum' : name === 'multiply' ? 'prod' : keptScalarFunction(name, type);
  if (kept !== null) return accumulate(source, kept as 'sum', { axis, dtype: type });
  const result = zeros(type, source.shape);
  const row = (from: NDArray, index: number): NDArray => {
    const { shape, strides, offset } = from.layout;
    return from.view({
      shape: shape.toSpliced(axis, 1),
      strides: strides.toSpliced(axis, 1),
      offset: offset + index * strides[axis],
    });
  };
  assign(row(result, 0), row(source, 0));
  for (let i = 1; i < source.shape[axis]; i++) {
    runtime().checkpoint();
    const operands = [row(result, i - 1).copy(), row(source, i)];
    assign(row(result, i), cast(computeArrays(name, operands, { common: type, where: 'accumulate' }), type));
  }
  return result;
}

/** `ufunc.reduceat`. */
export function reduceAt(
  name: string,
  array: NDArray,
  options: { axis: number; indices: readonly number[]; type?: DType | undefined },
): NDArray {
  const { axis, indices } = options;
  const length = array.shape[axis];
  const parts = indices.map((start, i) => {
    if (start < 0 || start >= length)
      raiseValueError(`index ${start} out-of-bounds in ${publicName(name)}.reduceat [0, ${length})`);
    const end = indices[i + 1] ?? length;
    const { shape, strides, offset } = array.layout;
    const part = array.view({
      shape: shape.with(axis, end > start ? end - start : 1),
      strides,
      offset: offset + start * strides[axis],
    });
    return foldByUfunc(name, part, { axes: [axis], type: options.type });
  });
  const type = parts[0]?.dtype ?? foldType(name, array.dtype);
  const result = zeros(type, array.shape.with(axis, indices.length));
  parts.forEach((part, i) => {
    const { shape, strides, offset } = result.layout;
    assign(
      result.view({
        shape: shape.toSpliced(axis, 1),
        strides: strides.toSpliced(axis, 1),
        offset: offset + i * strides[axis],
      }),
      part,
    );
  });
  return result;
}

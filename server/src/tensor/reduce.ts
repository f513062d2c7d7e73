/** Reductions over axes, cumulative sums, and matrix products. */
import { multiplyDoubles } from './blas.ts';
import { Complex, type ComplexArray, complexZero } from './complex.ts';
import { compareComplex, complexArithmetic } from './complexFunctions.ts';
import { type DType, type Element, isBig, isComplex, isFloat, isText, makeStorage } from './dtype.ts';
import { EngineError, notSupported } from './engineError.ts';
import { fastProduct } from './fastProducts.ts';
import { inBlocks, spent } from './interrupt.ts';
import { cast, fromStorage, type NDArray, toElement } from './ndarray.ts';
import { isRecord } from './recordElement.ts';
import { elementCount, printShape } from './shape.ts';
import { permute } from './shaping.ts';
import { multiplySingles } from './singleBlas.ts';
import { compareTexts, Text } from './textElement.ts';
import { isMoment, isTime, notATime } from './timeElement.ts';

export type Reduction = 'sum' | 'prod' | 'max' | 'min' | 'all' | 'any' | 'argmax' | 'argmin';

/** A reduction over `axes` (distinct, from 0); the reduced axes vanish. `accumulate` is the type in which it adds up. */
export function reduce(
  array: NDArray,
  reduction: Reduction,
  options: { axes: readonly number[]; accumulate: DType; output: DType },
): NDArray {
  if (isText(array.dtype) && !reduction.startsWith('arg'))
    throw notSupported(`the ${reduction} of an array of text`);
  if (isRecord(array.dtype)) throw notSupported(`the ${reduction} of an array of records`);
  if (isTime(array.dtype)) checkTimes(array.dtype, reduction);
  const kept = array.shape.map((_, axis) => axis).filter((axis) => !options.axes.includes(axis));
  const shape = kept.map((axis) => array.shape[axis]);
  const inner = elementCount(options.axes.map((axis) => array.shape[axis]));
  const ordered = permute(array, [...kept, ...options.axes]);
  const values = cast(ordered, options.accumulate).elements();
  const target = makeStorage(options.output, elementCount(shape));
  checkEmpty(reduction, inner);
  const fold = isTime(array.dtype) ? ofTimes(reduction) : folds[reduction];
  const context: FoldContext = { isBig: isBig(options.accumulate), count: inner };
  for (let i = 0; i < target.length; i++) {
    target[i] = toElement(options.output, fold(values, i * inner, context));
    spent(inner);
  }
  return fromStorage(options.output, target, shape);
}

function checkEmpty(reduction: Reduction, count: number): void {
  if (count > 0) return;
  if (reduction === 'max' || reduction === 'min') {
    const name = reduction === 'max' ? 'maximum' : 'minimum';
    throw new EngineError(
      'ValueError',
      `zero-size array to reduction operation ${name} which has no identity`,
    );
  }
  if (reduction === 'argmax' || reduction === 'argmin') {
    throw new EngineError('ValueError', `attempt to get ${reduction} of an empty sequence`);
  }
}

interface FoldContext {
  readonly isBig: boolean;
  readonly count: number;
}

type Fold = (values: ArrayLike<Element>, start: number, context: FoldContext) => Element;

/** Times have an order, spans of time a sum too. */
function checkTimes(dtype: DType, reduction: Reduction): void {
  const isKnown =
    ['max', 'min', 'argmax', 'argmin'].includes(reduction) || (reduction === 'sum' && !isMoment(dtype));
  if (!isKnown) throw notSupported(`the ${reduction} of an array of the type ${dtype}`);
}

/** NaT, where there is one, is both the least and the greatest. */
const ofTimes =
  (reduction: Reduction): Fold =>
  (values, start, context) => {
    for (let i = 0; i < context.count; i++)
      if (values[start + i] === notATime) return reduction.startsWith('arg') ? i : notATime;
    return folds[reduction](values, start, context);
  };

const isNaNElement = (value: Element): boolean =>
  value instanceof Complex ? Number.isNaN(value.re) || Number.isNaN(value.im) : Number.isNaN(value);

/** The order of elements without NaN: `a > b`. */
const isGreater = (a: Element, b: Element): boolean =>
  a instanceof Complex && b instanceof Complex
    ? compareComplex(a, b) > 0
    : a instanceof Text && b instanceof Text
      ? compareTexts(a, b) > 0
      : (a as number) > (b as number);

function position(isBetter: (a: Element, b: Element) => boolean): Fold {
  return (values, start, { count }) => {
    let best = 0;
    for (let i = 0; i < count; i++) {
      const value = values[start + i];
      if (isNaNElement(value)) return i;
      if (isBetter(value, values[start + best])) best = i;
    }
    return best;
  };
}

const argmax = position(isGreater);
const argmin = position((a, b) => isGreater(b, a));

const folds: Readonly<Record<Reduction, Fold>> = {
  sum: (values, start, context) =>
    context.isBig
      ? bigSum(values as ArrayLike<bigint>, start, context.count)
      : pairwiseSum(values as ArrayLike<number>, start, context.count),
  prod: (values, start, { isBig: big, count }) => {
    let product: Element = big ? 1n : 1;
    for (let i = 0; i < count; i++) {
      product = big
        ? BigInt.asIntN(64, (product as bigint) * (values[start + i] as bigint))
        : (product as number) * (values[start + i] as number);
    }
    return product;
  },
  max: (values, start, context) => values[start + Number(argmax(values, start, context))],
  min: (values, start, context) => values[start + Number(argmin(values, start, context))],
  all: (values, start, { count }) => {
    for (let i = 0; i < count; i++) if (!values[start + i]) return 0;
    return 1;
  },
  any: (values, start, { count }) => {
    for (let i = 0; i < count; i++) if (values[start + i]) return 1;
    return 0;
  },
  argmax,
  argmin,
};

function bigSum(values: ArrayLike<bigint>, start: number, count: number): bigint {
  let sum = 0n;
  for (let i = 0; i < count; i++) sum += values[start + i];
  return sum;
}

/** NumPy's pairwise summation (`pairwise_sum` in its loops): same order, so the same last bits. */
function pairwiseSum(values: ArrayLike<number>, start: number, count: number): number {
  if (count < 8) {
    let sum = count > 0 ? values[start] : 0;
    for (let i = 1; i < count; i++) sum += values[start + i];
    return sum;
  }
  if (count <= 128) return sumInEights(values, start, count);
  let half = Math.floor(count / 2);
  half -= half % 8;
  return pairwiseSum(values, start, half) + pairwiseSum(values, start + half, count - half);
}

function sumInEights(values: ArrayLike<number>, start: number, count: number): number {
  const r = [0, 1, 2, 3, 4, 5, 6, 7].map((i) => values[start + i]);
  let i = 8;
  for (; i + 8 <= count; i += 8) for (let k = 0; k < 8; k++) r[k] += values[start + i + k];
  let sum = r[0] + r[1] + (r[2] + r[3]) + (r[4] + r[5] + (r[6] + r[7]));
  for (; i < count; i++) sum += values[start + i];
  return sum;
}

/** Running sums or products along an axis, or what another function of two elements gives, in the type `dtype`. */
export function accumulate(
  array: NDArray,
  kind: 'sum' | 'prod' | ((a: Element, b: Element) => Element),
  options: { axis: number; dtype: DType },
): NDArray {
  if (isMoment(array.dtype) || (isTime(array.dtype) && kind === 'prod'))
    throw notSupported(`running results of an array of the type ${array.dtype}`);
  const result = cast(array, options.dtype).copy();
  const { storage } = result;
  const length = array.shape[options.axis];
  const inner = elementCount(array.shape.slice(options.axis + 1));
  const combine = typeof kind === 'string' ? combining(kind, options.dtype) : kind;
  inBlocks(storage.length, (from, to) => {
    for (let i = from; i < to; i++) {
      if (Math.floor(i / inner) % length === 0) continue;
      storage[i] = combine(storage[i - inner], storage[i]);
    }
  });
  return result;
}

function combining(kind: 'sum' | 'prod', dtype: DType): (a: Element, b: Element) => Element {
  if (isComplex(dtype)) {
    const { add, multiply: times } = complexArithmetic(dtype);
    return (kind === 'sum' ? add : times) as (a: Element, b: Element) => Element;
  }
  return kind === 'sum'
    ? (a, b) => (a as never) + (b as never)
    : (a, b) => ((a as number) * (b as number)) as Element;
}

/** `np.dot` for operands of one or two axes, in their common type `dtype`. */
export function dot(a: NDArray, b: NDArray, dtype: DType): NDArray {
  if (a.ndim === 0 || b.ndim === 0) throw new EngineError('ValueError', 'dot takes arrays with axes');
  if (dtype === 'bool') throw notSupported('products of boolean matrices');
  const left = cast(a, dtype);
  const right = cast(b, dtype);
  const depth = a.shape[a.ndim - 1];
  const rows = a.ndim === 2 ? a.shape[0] : 1;
  const columns = b.ndim === 2 ? b.shape[1] : 1;
  if (b.shape[0] !== depth) throw notAligned(a, b);
  const isOfFloats = dtype === 'float64' || dtype === 'float32';
  const fast = isOfFloats ? fastProduct(left, right) : null;
  if (fast) return fast;
  const target = makeStorage(dtype, rows * columns);
  const sizes = { rows, columns, depth };
  if (isComplex(dtype)) multiplyComplex(left, right, { target, ...sizes });
  else if (isBig(dtype))
    multiplyBig(left.elements() as BigInt64Array, right.elements() as BigInt64Array, { target, ...sizes });
  else if (dtype === 'float64') multiplyDoubles(left, right, target as Float64Array);
  else if (dtype === 'float32') multiplySingles(left, right, target as Float32Array);
  else
    multiply(left.elements() as Float64Array, right.elements() as Float64Array, {
      target,
      ...sizes,
      isInt: !isFloat(dtype),
    });
  return fromStorage(dtype, target, [...a.shape.slice(0, -1), ...b.shape.slice(1)]);
}

interface Product {
  readonly target: ReturnType<typeof makeStorage>;
  readonly rows: number;
  readonly columns: number;
  readonly depth: number;
}

function multiply(a: Float64Array, b: Float64Array, product: Product & { isInt: boolean }): void {
  const { target, rows, columns, depth, isInt } = product;
  const line = new Float64Array(columns);
  for (let i = 0; i < rows; i++) {
    line.fill(0);
    for (let k = 0; k < depth; k++) {
      spent(columns);
      const factor = a[i * depth + k];
      const from = k * columns;
      if (isInt) for (let j = 0; j < columns; j++) line[j] = (line[j] + Math.imul(factor, b[from + j])) | 0;
      else for (let j = 0; j < columns; j++) line[j] += factor * b[from + j];
    }
    for (let j = 0; j < columns; j++) target[i * columns + j] = line[j];
  }
}

function multiplyBig(a: BigInt64Array, b: BigInt64Array, product: Product): void {
  const { target, rows, columns, depth } = product;
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      spent(depth);
      let sum = 0n;
      for (let k = 0; k < depth; k++) sum += a[i * depth + k] * b[k * columns + j];
      target[i * columns + j] = sum;
    }
  }
}

function multiplyComplex(a: NDArray, b: NDArray, product: Product): void {
  const { target, rows, columns, depth } = product;
  const [left, right] = [a.elements() as ComplexArray, b.elements() as ComplexArray];
  const { round } = complexArithmetic(a.dtype as 'complex64' | 'complex128');
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      spent(depth);
      let { re, im } = complexZero;
      for (let k = 0; k < depth; k++) {
        const x = left[i * depth + k];
        const y = right[k * columns + j];
        re = round(re + x.re * y.re - x.im * y.im);
        im = round(im + x.re * y.im + x.im * y.re);
      }
      target[i * columns + j] = new Complex(re, im);
    }
  }
}

function notAligned(a: NDArray, b: NDArray): EngineError {
  const axis = a.ndim - 1;
  return new EngineError(
    'ValueError',
    `shapes ${printShape(a.shape).replaceAll(' ', '')} and ${printShape(b.shape).replaceAll(' ', '')} not aligned: ${a.shape[axis]} (dim ${axis}) != ${b.shape[0]} (dim 0)`,
  );
}

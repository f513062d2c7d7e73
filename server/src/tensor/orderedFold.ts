/**
 * Sums and products of floats in the order in which NumPy adds: axes by their strides in memory, pairwise along the
 * innermost one if it is reduced, rounded to the type at every step. So the last bits agree with NumPy's.
 */
import { Complex, type ComplexArray, type ComplexDType } from './complex.ts';
import { complexArithmetic } from './complexFunctions.ts';
import { componentType, isComplex, makeStorage, roundToHalf, type TypedArray } from './dtype.ts';
import { interruption, spent } from './interrupt.ts';
import { cast, fromStorage, NDArray } from './ndarray.ts';
import { contiguousStrides, elementCount } from './shape.ts';

export interface OrderedFold {
  readonly kind: 'sum' | 'prod';
  /** Distinct, counted from 0. */
  readonly axes: readonly number[];
  /** See {@link Line}. */
  readonly lanes?: 4 | 8;
  readonly dtype: 'float16' | 'float32' | 'float64' | ComplexDType;
}

interface Dimension {
  length: number;
  stride: number;
  /** Step in the result; 0 on a reduced axis. */
  output: number;
}

/** The sum or product over `axes`, which vanish. */
export function orderedFold(array: NDArray, fold: OrderedFold): NDArray {
  const source = cast(array, fold.dtype);
  if (isComplex(fold.dtype))
    return fold.kind === 'sum' ? complexSum(source, fold) : complexProduct(source, fold, fold.dtype);
  const kept = source.shape.map((_, axis) => axis).filter((axis) => !fold.axes.includes(axis));
  const shape = kept.map((axis) => source.shape[axis]);
  const target = makeStorage(fold.dtype, elementCount(shape)) as Float64Array;
  target.fill(fold.kind === 'sum' ? 0 : 1);
  if (source.size > 0) walk(source, fold, { kept, shape, target });
  return fromStorage(fold.dtype, target, shape);
}

/** Complex numbers are added component by component. */
function complexSum(source: NDArray, fold: OrderedFold): NDArray {
  const dtype = componentType(fold.dtype) as 'float32' | 'float64';
  const [re, im] = (['re', 'im'] as const).map((part) => {
    const values = makeStorage(dtype, source.storage.length) as Float64Array;
    for (let i = 0; i < values.length; i++) values[i] = (source.storage as ComplexArray)[i][part];
    return orderedFold(new NDArray(dtype, values, source.layout), { ...fold, dtype, lanes: 4 });
  });
  const target = makeStorage(fold.dtype, re.size) as ComplexArray;
  for (let i = 0; i < target.length; i++) target[i] = new Complex(Number(re.at(i)), Number(im.at(i)));
  return fromStorage(fold.dtype, target, re.shape);
}

function complexProduct(source: NDArray, fold: OrderedFold, dtype: ComplexDType): NDArray {
  const kept = source.shape.map((_, axis) => axis).filter((axis) => !fold.axes.includes(axis));
  const shape = kept.map((axis) => source.shape[axis]);
  const target = makeStorage(dtype, elementCount(shape)) as ComplexArray;
  target.fill(new Complex(1, 0));
  const { multiply } = complexArithmetic(dtype);
  const steps = contiguousStrides(shape);
  const values = source.elements() as ComplexArray;
  const all = contiguousStrides(source.shape);
  for (let i = 0; i < values.length; i++) {
    const at = kept.reduce(
      (sum, axis, k) => sum + (Math.floor(i / all[axis]) % source.shape[axis]) * steps[k],
      0,
    );
    target[at] = multiply(target[at], values[i]);
  }
  return fromStorage(dtype, target, shape);
}

interface Result {
  readonly kept: readonly number[];
  readonly shape: readonly number[];
  readonly target: Float64Array;
}

function walk(source: NDArray, fold: OrderedFold, result: Result): void {
  const { dimensions, offset, start } = orderedDimensions(source, result);
  const inner = dimensions.pop() ?? { length: 1, stride: 0, output: 0 };
  // Halves are computed as single floats; only what is stored is rounded to half.
  const round = fold.dtype === 'float64' ? (x: number): number => x : Math.fround;
  const store = fold.dtype === 'float16' ? roundToHalf : round;
  const combine =
    fold.kind === 'sum'
      ? (x: number, y: number): number => store(x + y)
      : (x: number, y: number): number => store(x * y);
  const values = source.storage;
  const { target } = result;
  const visit = (depth: number, from: number, to: number): void => {
    if (depth < dimensions.length) {
      const { length, stride, output } = dimensions[depth];
      for (let i = 0; i < length; i++) visit(depth + 1, from + i * stride, to + i * output);
    } else if (inner.output === 0 && fold.kind === 'sum') {
      spent(inner.length);
      const line: Line = { values, stride: inner.stride, round, lanes: fold.lanes ?? 8 };
      target[to] = combine(target[to], pairwise(line, from, inner.length));
    } else {
      spent(inner.length);
      for (let i = 0; i < inner.length; i++) {
        if ((i & askAfter) === askAfter) interruption();
        const at = to + i * inner.output;
        target[at] = combine(target[at], Number(values[from + i * inner.stride]));
      }
    }
  };
  visit(0, offset, start);
}

/** Axes from the largest stride to the smallest, all counted upwards, neighbours joined where memory allows. */
function orderedDimensions(
  source: NDArray,
  result: Result,
): { dimensions: Dimension[]; offset: number; start: number } {
  const steps = contiguousStrides(result.shape);
  let { offset } = source.layout;
  let start = 0;
  const all: Dimension[] = [];
  source.shape.forEach((length, axis) => {
    if (length === 1) return;
    const at = result.kept.indexOf(axis);
    const dimension = { length, stride: source.layout.strides[axis], output: at < 0 ? 0 : steps[at] };
    if (dimension.stride < 0) {
      offset += dimension.stride * (length - 1);
      start += dimension.output * (length - 1);
      dimension.stride = -dimension.stride;
      dimension.output = -dimension.output;
    }
    all.push(dimension);
  });
  all.sort((a, b) => b.stride - a.stride);
  return { dimensions: joined(all), offset, start };
}

function joined(all: readonly Dimension[]): Dimension[] {
  const dimensions: Dimension[] = [];
  for (const next of all) {
    const outer = dimensions.at(-1);
    const isJoined =
      outer && outer.stride === next.stride * next.length && outer.output === next.output * next.length;
    if (isJoined) dimensions[dimensions.length - 1] = { ...next, length: outer.length * next.length };
    else dimensions.push({ ...next });
  }
  return dimensions;
}

interface Line {
  readonly values: TypedArray;
  readonly stride: number;
  readonly round: (x: number) => number;
  /** How many partial sums run side by side: 8, and 4 of complex numbers. */
  readonly lanes: 4 | 8;
}

/** After so many elements of a line, a number of ones in binary, it is asked whether the run has to stop. */
const askAfter = 0xffff;

/** NumPy's `pairwise_sum`. */
function pairwise(line: Line, from: number, count: number): number {
  const { values, stride, round, lanes } = line;
  const at = (i: number): number => Number(values[from + i * stride]);
  if (count < lanes) {
    let sum = 0;
    for (let i = 0; i < count; i++) sum = round(sum + at(i));
    return sum;
  }
  if (count > 16 * lanes) {
    let half = Math.floor(count / 2);
    half -= half % lanes;
    // A view of one element may be as long as one likes.
    if (count > askAfter) interruption();
    return round(pairwise(line, from, half) + pairwise(line, from + half * stride, count - half));
  }
  if (lanes === 4) return sumInFours(line, from, count);
  const r = [0, 1, 2, 3, 4, 5, 6, 7].map(at);
  let i = 8;
  for (; i + 8 <= count; i += 8) for (let k = 0; k < 8; k++) r[k] = round(r[k] + at(i + k));
  const [low, high] = [0, 4].map((k) => round(round(r[k] + r[k + 1]) + round(r[k + 2] + r[k + 3])));
  let sum = round(low + high);
  for (; i < count; i++) sum = round(sum + at(i));
  return sum;
}

function sumInFours({ values, stride, round }: Line, from: number, count: number): number {
  const at = (i: number): number => Number(values[from + i * stride]);
  const r = [0, 1, 2, 3].map(at);
  let i = 4;
  for (; i + 4 <= count; i += 4) for (let k = 0; k < 4; k++) r[k] = round(r[k] + at(i + k));
  let sum = round(round(r[0] + r[1]) + round(r[2] + r[3]));
  for (; i < count; i++) sum = round(sum + at(i));
  return sum;
}

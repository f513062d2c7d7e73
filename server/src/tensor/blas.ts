/**
 * Products of doubles in the order in which OpenBLAS adds on processors with AVX2 and FMA (its kernels for Haswell and Zen, which
 * both versions of NumPy carry), so that the last digits agree. Which routine NumPy calls is `cblas_matrixproduct`'s choice:
 * vectors are multiplied by `ddot`, a matrix and a vector by `dgemv`, matrices by `dgemm`.
 */
import { fused, fusedExactly, highHalf, isMidway, isSafe } from './fusedMultiply.ts';
import { interruption, spent } from './interrupt.ts';
import type { NDArray } from './ndarray.ts';

export type At = (k: number) => number;

/** Elements of a vector, or of one row or column of a matrix. */
interface Line {
  readonly values: Float64Array;
  readonly offset: number;
  readonly stride: number;
}

interface Matrix {
  readonly values: Float64Array;
  readonly offset: number;
  readonly rowStride: number;
  readonly columnStride: number;
}

const lineOf = (array: NDArray, axis: number): Line => ({
  values: array.storage as Float64Array,
  offset: array.layout.offset,
  stride: array.layout.strides[axis],
});

/** The product of arrays of one or two axes; the result in C order. */
export function multiplyDoubles(a: NDArray, b: NDArray, target: Float64Array): void {
  const depth = a.shape[a.ndim - 1];
  const rows = a.ndim === 2 ? a.shape[0] : 1;
  const columns = b.ndim === 2 ? b.shape[1] : 1;
  spent(rows * columns * depth);
  if (depth === 0) return;
  if (rows === 1 && columns === 1) target[0] = dotLines(lineOf(a, a.ndim - 1), lineOf(b, 0), depth);
  else if (columns === 1 && depth > 1) multiplyByVector(a, lineOf(b, 0), { target, outputs: rows, depth });
  else if (rows === 1 && depth > 1)
    multiplyByVector(transposed(b), lineOf(a, a.ndim - 1), { target, outputs: columns, depth });
  else multiplyMatrices(a, b, { target, rows, columns, depth });
}

// ----------------------------------------------------------------------------------------------------------- vectors

/** `ddot`: sixteen sums side by side, the rest one after another; of strided vectors two sums. */
function dotLines(x: Line, y: Line, count: number): number {
  if (x.stride !== 1 || y.stride !== 1) return dotStrided(x, y, count);
  const main = count - (count % 16);
  let sum = main > 0 ? sumInSixteens(x, y, main) : 0;
  for (let k = main; k < count; k++) sum += x.values[x.offset + k] * y.values[y.offset + k];
  return sum;
}

function sumInSixteens(x: Line, y: Line, count: number): number {
  const sums = new Float64Array(16);
  for (let k = 0; k < count; k++)
    sums[k & 15] = fused(x.values[x.offset + k], y.values[y.offset + k], sums[k & 15]);
  const half = (q: number): number =>
    sums[q] +
    sums[q + 2] +
    (sums[q + 4] + sums[q + 6]) +
    (sums[q + 8] + sums[q + 10] + (sums[q + 12] + sums[q + 14]));
  return half(0) + half(1);
}

const dotStrided = (x: Line, y: Line, count: number): number =>
  sumInTwos((k) => x.values[x.offset + k * x.stride] * y.values[y.offset + k * y.stride], count);

/** The sum of products as `ddot` adds those of strided vectors. */
export function sumInTwos(at: At, count: number): number {
  const main = count - (count % 4);
  let first = 0;
  let second = 0;
  for (let k = 0; k < main; k += 4) {
    // A line of one element, seen again and again, may be as long as one likes.
    if ((k & 0xffff) === 0xfffc) interruption();
    first += at(k) + at(k + 2);
    second += at(k + 1) + at(k + 3);
  }
  for (let k = main; k < count; k++) first += at(k);
  return first + second;
}

// -------------------------------------------------------------------------------------------------- matrix and vector

interface VectorProduct {
  readonly target: Float64Array;
  readonly outputs: number;
  readonly depth: number;
}

const matrixOf = ({ storage, layout }: NDArray): Matrix => ({
  values: storage as Float64Array,
  offset: layout.offset,
  rowStride: layout.strides[0],
  columnStride: layout.strides[1],
});

function transposed(array: NDArray): NDArray {
  const { shape, strides, offset } = array.layout;
  return array.view({ shape: [...shape].reverse(), strides: [...strides].reverse(), offset });
}

/** A matrix as BLAS can take it: one of its axes without gaps; others are copied before. */
function prepared(array: NDArray): NDArray {
  const [row, column] = array.layout.strides;
  return (column === 1 && row >= array.shape[1]) || (row === 1 && column >= array.shape[0])
    ? array
    : array.copy();
}

function multiplyByVector(array: NDArray, x: Line, product: VectorProduct): void {
  const matrix = matrixOf(prepared(array));
  const multiply = matrix.columnStride === 1 ? alongRows : alongColumns;
  for (let i = 0; i < product.outputs; i++) product.target[i] = multiply(matrix, x, { ...product, at: i });
}

type Output = VectorProduct & { readonly at: number };

const blockLength = 2048;

/** `dgemv_t`: rows lie in memory without gaps; outputs are made in fours, then two, then one. */
function alongRows(matrix: Matrix, x: Line, { outputs, depth, at }: Output): number {
  const from = matrix.offset + at * matrix.rowStride;
  const a = (k: number): number => matrix.values[from + k];
  const b = (k: number): number => x.values[x.offset + k * x.stride];
  const rest = depth & 3;
  const main = depth - rest;
  const inFours = outputs & ~3;
  const lanes = at < inFours ? 'fused' : at - inFours < (outputs & 2) ? 'pairs' : 'single';
  let y = 0;
  for (let start = 0; start < main; start += blockLength)
    y += sumOfLanes(a, b, { start, count: Math.min(blockLength, main - start), lanes });
  if (rest === 3)
    return y + fused(a(main + 2), b(main + 2), fused(a(main), b(main), a(main + 1) * b(main + 1)));
  if (rest === 2) return y + fused(a(main), b(main), a(main + 1) * b(main + 1));
  return rest === 1 ? fused(a(main), b(main), y) : y;
}

function sumOfLanes(
  a: At,
  b: At,
  { start, count, lanes }: { start: number; count: number; lanes: 'fused' | 'pairs' | 'single' },
): number {
  const sums = [0, 0, 0, 0];
  const mask = lanes === 'pairs' ? 1 : 3;
  for (let k = 0; k < count; k++) {
    const [x, y] = [a(start + k), b(start + k)];
    sums[k & mask] = lanes === 'fused' ? fused(x, y, sums[k & mask]) : sums[k & mask] + x * y;
  }
  return sums[0] + sums[2] + (sums[1] + sums[3]);
}

function alongColumns(matrix: Matrix, x: Line, { outputs, depth, at }: Output): number {
  const from = matrix.offset + at * matrix.rowStride;
  const a = (k: number): number => matrix.values[from + k * matrix.columnStride];
  const b = (k: number): number => x.values[x.offset + k * x.stride];
  return addColumns(a, b, {
    start: 0,
    depth,
    restOf: at >= (outputs & ~3) ? outputs & 3 : 0,
    height: matrix.columnStride,
    isVectorStrided: x.stride !== 1,
  });
}

/** What one output of `dgemv_n` is made of. */
interface ColumnSum {
  readonly start: number;
  readonly depth: number;
  /** How many outputs are left over from the fours that this one does not belong to; 0: it does. */
  readonly restOf: number;
  /** Elements from one column to the next. */
  readonly height: number;
  readonly isVectorStrided: boolean;
}

/** `dgemv_n`: columns lie in memory without gaps; four of them are added at once. */
export function addColumns(
  a: At,
  b: At,
  { start, depth, restOf, height, isVectorStrided }: ColumnSum,
): number {
  if (restOf > 0) return start + lastOutputs(a, b, { depth, areTogether: restOf === height && restOf > 1 });
  let y = start;
  let k = 0;
  for (; k + 4 <= depth; k += 4)
    y += fused(a(k + 2), b(k + 2), a(k) * b(k)) + fused(a(k + 3), b(k + 3), a(k + 1) * b(k + 1));
  if (depth - k >= 2 && !isVectorStrided) {
    y += a(k) * b(k) + a(k + 1) * b(k + 1);
    k += 2;
  }
  for (; k < depth; k++) y += a(k) * b(k);
  return y;
}

function lastOutputs(a: At, b: At, { depth, areTogether }: { depth: number; areTogether: boolean }): number {
  let sum = 0;
  let k = 0;
  if (areTogether) for (; k + 2 <= (depth & ~3); k += 2) sum += a(k) * b(k) + a(k + 1) * b(k + 1);
  for (; k < depth; k++) sum += a(k) * b(k);
  return sum;
}

// ----------------------------------------------------------------------------------------------------------- matrices

interface MatrixProduct {
  readonly target: Float64Array;
  readonly rows: number;
  readonly columns: number;
  readonly depth: number;
}

/** True where the second matrix is the first one turned: NumPy calls `dsyrk` then. */
export const isTurned = ({ storage, layout: a }: NDArray, { storage: other, layout: b }: NDArray): boolean =>
  storage === other &&
  a.offset === b.offset &&
  a.shape[0] === b.shape[1] &&
  a.shape[1] === b.shape[0] &&
  a.strides[0] === b.strides[1] &&
  a.strides[1] === b.strides[0];

/** `dgemm`: every element is a chain of fused steps, from block to block of the depth. */
function multiplyMatrices(left: NDArray, right: NDArray, product: MatrixProduct): void {
  const { target, rows, columns, depth } = product;
  const isSymmetric = isTurned(left, right);
  const a = left.elements() as Float64Array;
  const b = right.elements() as Float64Array;
  const bHighs = b.map(highHalf);
  const line = new Float64Array(columns);
  const lastRow = rows % 2 === 1 && !isSymmetric ? rows - 1 : -1;
  const inFours = columns & ~3;
  for (const [from, to] of depthBlocks(depth, isSymmetric ? 1 : 4)) {
    for (let i = 0; i < rows; i++) {
      line.fill(0);
      for (let k = from; k < to; k++)
        addFused(line, a[i * depth + k], { values: b, highs: bHighs, at: k * columns });
      if (i === lastRow && to - from >= 8)
        for (let j = 0; j < inFours; j++)
          line[j] = chainsOfFour(
            (k) => a[i * depth + k],
            (k) => b[k * columns + j],
            [from, to],
          );
      for (let j = 0; j < columns; j++) target[i * columns + j] += line[j];
    }
  }
}

/** line += factor · values, each step rounded once. The halves of the values are split before, since each is used often. */
function addFused(
  line: Float64Array,
  a: number,
  { values, highs, at }: { values: Float64Array; highs: Float64Array; at: number },
): void {
  const aHigh = highHalf(a);
  const aLow = a - aHigh;
  for (let j = 0; j < line.length; j++) {
    const b = values[at + j];
    const bHigh = highs[at + j];
    const bLow = b - bHigh;
    const c = line[j];
    const product = a * b;
    const low = aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow;
    const sum = product + c;
    const part = sum - product;
    const tail = product - (sum - part) + (c - part) + low;
    const result = sum + tail;
    const isRight = isSafe(product, sum, result) && !isMidway(sum, tail, result);
    line[j] = isRight ? result : fusedExactly(a, b, c);
  }
}

/** A single last row has four chains. */
function chainsOfFour(a: At, b: At, [from, to]: readonly [number, number]): number {
  const sums = [0, 0, 0, 0];
  const main = (to - from) & ~7;
  for (let k = 0; k < to - from; k++) {
    const chain = k < main ? k & 3 : 0;
    sums[chain] = fused(a(from + k), b(from + k), sums[chain]);
  }
  return sums[0] + sums[1] + (sums[2] + sums[3]);
}

const depthBlock = 256;

/** A rest of less than two blocks is halved, to a multiple of the kernel's height. */
function depthBlocks(depth: number, height: 1 | 4): [number, number][] {
  const blocks: [number, number][] = [];
  for (let from = 0; from < depth; ) {
    const rest = depth - from;
    const length = rest >= 2 * depthBlock ? depthBlock : rest > depthBlock ? halved(rest, height) : rest;
    blocks.push([from, from + length]);
    from += length;
  }
  return blocks;
}

const halved = (length: number, height: 1 | 4): number =>
  height === 1 ? Math.ceil(length / 2) : (Math.floor(length / 2) + 3) & ~3;

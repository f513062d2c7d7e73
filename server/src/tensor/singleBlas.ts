/**
 * Products of float32 in the order in which OpenBLAS adds on processors with AVX2 and FMA, like those of doubles in `blas.ts`; its kernels
 * for single precision take other groups: `sdot`, `sgemv_t`, `sgemv_n` and `sgemm` for Haswell and Zen.
 */
import { isTurned } from './blas.ts';
import { spent } from './interrupt.ts';
import type { NDArray } from './ndarray.ts';

type At = (k: number) => number;

/** From a step to the one before which to stop. */
type Range = readonly [number, number];

interface Operand {
  readonly values: Float32Array;
  readonly offset: number;
  readonly strides: readonly number[];
}

const round = Math.fround;

/** a·b + c, rounded once to float32. The product is exact in doubles; where the sum lies on a tie of floats, its own rest decides. */
function fused(a: number, b: number, c: number): number {
  const product = a * b;
  const sum = product + c;
  const result = round(sum);
  const beyond = sum - result;
  if (beyond === 0 || round(result + 2 * beyond) !== result + 2 * beyond) return result;
  const part = sum - product;
  const rest = product - (sum - part) + (c - part);
  if (rest === 0) return result;
  return rest > 0 === beyond > 0 ? result + 2 * beyond : result;
}

const plain = (a: number, b: number, c: number): number => round(c + round(a * b));

const operandOf = ({ storage, layout }: NDArray): Operand => ({
  values: storage as Float32Array,
  offset: layout.offset,
  strides: layout.strides,
});

/** The product of arrays of one or two axes; the result in C order. */
export function multiplySingles(a: NDArray, b: NDArray, target: Float32Array): void {
  const depth = a.shape[a.ndim - 1];
  const rows = a.ndim === 2 ? a.shape[0] : 1;
  const columns = b.ndim === 2 ? b.shape[1] : 1;
  spent(rows * columns * depth);
  if (depth === 0) return;
  if (rows === 1 && columns === 1) target[0] = dotLines(operandOf(a), operandOf(b), depth);
  else if (columns === 1 && depth > 1) multiplyByVector(a, operandOf(b), { target, outputs: rows, depth });
  else if (rows === 1 && depth > 1)
    multiplyByVector(
      transposed(b),
      { ...operandOf(a), strides: operandOf(a).strides.slice(-1) },
      { target, outputs: columns, depth },
    );
  else multiplyMatrices(a, b, { target, rows, columns, depth });
}

// ----------------------------------------------------------------------------------------------------------- vectors

/** `sdot`: thirty-two sums side by side, the rest one after another in a double. */
function dotLines(x: Operand, y: Operand, count: number): number {
  const xStride = x.strides[x.strides.length - 1];
  const yStride = y.strides[0];
  const a: At = (k) => x.values[x.offset + k * xStride];
  const b: At = (k) => y.values[y.offset + k * yStride];
  if (xStride !== 1 || yStride !== 1) return dotStrided(a, b, count);
  const main = count & ~31;
  const sums = new Float32Array(32);
  for (let k = 0; k < main; k++) sums[k & 31] = fused(a(k), b(k), sums[k & 31]);
  const halves = Float32Array.from(
    { length: 16 },
    (_, q) => sums[(q >> 2) * 8 + (q & 3)] + sums[(q >> 2) * 8 + 4 + (q & 3)],
  );
  const quarter = (q: number): number =>
    round(round(halves[q] + halves[q + 4]) + round(halves[q + 8] + halves[q + 12]));
  let rest = 0;
  for (let k = main; k < count; k++) rest += round(a(k) * b(k));
  return round(rest + round(round(quarter(0) + quarter(1)) + round(quarter(2) + quarter(3))));
}

function dotStrided(a: At, b: At, count: number): number {
  let sum = 0;
  const main = count & ~1;
  for (let k = 0; k < main; k += 2) sum += round(round(a(k) * b(k)) + round(a(k + 1) * b(k + 1)));
  for (let k = main; k < count; k++) sum += round(a(k) * b(k));
  return round(sum);
}

// -------------------------------------------------------------------------------------------------- matrix and vector

interface VectorProduct {
  readonly target: Float32Array;
  readonly outputs: number;
  readonly depth: number;
}

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

function multiplyByVector(array: NDArray, x: Operand, product: VectorProduct): void {
  const matrix = operandOf(prepared(array));
  const [rowStride, columnStride] = matrix.strides;
  const b: At = (k) => x.values[x.offset + k * x.strides[0]];
  for (let i = 0; i < product.outputs; i++) {
    const from = matrix.offset + i * rowStride;
    const a: At = (k) => matrix.values[from + k * columnStride];
    product.target[i] =
      columnStride === 1
        ? alongRow(a, b, { ...product, at: i })
        : alongColumn(a, b, { ...product, at: i, height: columnStride, isVectorStrided: x.strides[0] !== 1 });
  }
}

type Output = VectorProduct & { readonly at: number };

const blockLength = 4096;

/** `sgemv_t`: rows lie in memory without gaps; outputs are made in fours, then two, then one. */
function alongRow(a: At, b: At, { outputs, depth, at }: Output): number {
  const main = depth & ~3;
  const left = outputs - (at & ~3);
  const sumOf =
    left >= 4 ? fusedEights : left - (at & 3) === 1 && (left & 1) === 1 ? plainEights : sumOfFours;
  let y = 0;
  for (let start = 0; start < main; start += blockLength)
    y = round(y + sumOf(a, b, [start, Math.min(start + blockLength, main)]));
  let last = 0;
  for (let k = main; k < depth; k++) last = plain(a(k), b(k), last);
  return round(y + last);
}

/** Eight sums side by side; a rest of four comes first. */
function sumOfEights(count: number, add: (k: number, sum: number) => number): number {
  const sums = new Float32Array(8);
  const first = count & 4;
  for (let k = 0; k < count; k++) {
    const lane = k < first ? k : (k - first) & 7;
    sums[lane] = add(k, sums[lane]);
  }
  return inPairs(sums.map((sum, lane) => sum + sums[(lane + 4) & 7]));
}

const fusedEights = (a: At, b: At, [from, to]: Range): number =>
  sumOfEights(to - from, (k, sum) => fused(a(from + k), b(from + k), sum));

const plainEights = (a: At, b: At, [from, to]: Range): number =>
  sumOfEights(to - from, (k, sum) => plain(a(from + k), b(from + k), sum));

function sumOfFours(a: At, b: At, [from, to]: Range): number {
  const sums = new Float32Array(4);
  for (let k = from; k < to; k++) sums[k & 3] = plain(a(k), b(k), sums[k & 3]);
  return inPairs(sums);
}

const inPairs = (sums: Float32Array): number => round(round(sums[0] + sums[1]) + round(sums[2] + sums[3]));

/** `sgemv_n`: columns lie in memory without gaps; eight or four of them are added at once. */
function alongColumn(
  a: At,
  b: At,
  { outputs, depth, at, height, isVectorStrided }: Output & { height: number; isVectorStrided: boolean },
): number {
  const main = outputs & ~3;
  if (at >= main)
    return lastOutputs(a, b, {
      depth,
      areTogether: height === (outputs & 3) && !isVectorStrided,
      rest: outputs & 3,
    });
  const block = Math.min(blockLength, main - (at - (at % blockLength)));
  const isChain = at % blockLength >= (block & 12);
  const sumOf = isChain ? chain : twoChains;
  let y = 0;
  let k = 0;
  if (!isVectorStrided) for (; k + 8 <= depth; k += 8) y = round(y + sumOf(a, b, [k, k + 8]));
  for (; k + 4 <= depth; k += 4) y = round(y + sumOf(a, b, [k, k + 4]));
  for (; k < depth; k++) y = plain(a(k), b(k), y);
  return y;
}

function chain(a: At, b: At, [from, to]: Range): number {
  let sum = 0;
  for (let k = from; k < to; k++) sum = fused(a(k), b(k), sum);
  return sum;
}

function twoChains(a: At, b: At, [from, to]: Range): number {
  let [even, odd] = [0, 0];
  for (let k = from; k < to; k += 2) {
    even = fused(a(k), b(k), even);
    odd = fused(a(k + 1), b(k + 1), odd);
  }
  return round(even + odd);
}

function lastOutputs(
  a: At,
  b: At,
  { depth, areTogether, rest }: { depth: number; areTogether: boolean; rest: number },
): number {
  let sum = 0;
  let k = 0;
  if (areTogether && rest > 1)
    for (; k + 2 <= (depth & ~3); k += 2)
      sum = round(sum + round(round(a(k) * b(k)) + round(a(k + 1) * b(k + 1))));
  for (; k < depth; k++) sum = plain(a(k), b(k), sum);
  return sum;
}

// ----------------------------------------------------------------------------------------------------------- matrices

interface MatrixProduct {
  readonly target: Float32Array;
  readonly rows: number;
  readonly columns: number;
  readonly depth: number;
}

/** `sgemm`: chains of fused steps, two side by side where the kernel has registers for them, from block to block of the depth. */
function multiplyMatrices(left: NDArray, right: NDArray, product: MatrixProduct): void {
  const { target, rows, columns, depth } = product;
  const a = left.elements() as Float32Array;
  const b = right.elements() as Float32Array;
  const isSymmetric = isTurned(left, right);
  const even = new Float32Array(columns);
  const odd = new Float32Array(columns);
  for (const [from, to] of blocksOf(depth, isSymmetric ? 1 : 8)) {
    const main = from + ((to - from) & ~7);
    for (let i = 0; i < rows; i++) {
      even.fill(0);
      odd.fill(0);
      for (const { first, end, isUnrolled } of isSymmetric
        ? [oneChain(columns)]
        : columnRanges(i, rows, columns))
        for (let k = from; k < to; k++)
          addFused(isUnrolled && k < main && k % 2 === 1 ? odd : even, a[i * depth + k], {
            values: b,
            at: k * columns,
            first,
            end,
          });
      for (let j = 0; j < columns; j++) target[i * columns + j] += round(even[j] + odd[j]);
    }
  }
}

interface Row {
  readonly values: Float32Array;
  readonly at: number;
  readonly first: number;
  readonly end: number;
}

/** line += factor · row, each step rounded once, as `fused` does. */
function addFused(line: Float32Array, factor: number, { values, at, first, end }: Row): void {
  for (let j = first; j < end; j++) {
    const sum = factor * values[at + j] + line[j];
    const result = round(sum);
    const tie = result + 2 * (sum - result);
    line[j] = tie !== result && round(tie) === tie ? fused(factor, values[at + j], line[j]) : result;
  }
}

/** Columns that a row's kernel adds in the same way: even and odd steps side by side, or one after another. */
interface ColumnRange {
  readonly first: number;
  readonly end: number;
  readonly isUnrolled: boolean;
}

const oneChain = (columns: number): ColumnRange => ({ first: 0, end: columns, isUnrolled: false });

function columnRanges(row: number, rows: number, columns: number): ColumnRange[] {
  const ranges: ColumnRange[] = [];
  for (const [from, to] of blocksOf(columns, 8))
    for (let first = from; first < to; first += 8) {
      const end = Math.min(first + 8, to);
      const isUnrolled =
        end - first === 8 &&
        hasTwoChains(row, (first - from) >> 3, { rows, blocks: (to - from) >> 3, isFirst: from === 0 });
      const last = ranges[ranges.length - 1];
      if (last?.isUnrolled === isUnrolled) ranges[ranges.length - 1] = { ...last, end };
      else ranges.push({ first, end, isUnrolled });
    }
  return ranges;
}

interface KernelCall {
  readonly rows: number;
  /** Of eight columns. */
  readonly blocks: number;
  readonly isFirst: boolean;
}

/** Rows are taken in groups of twelve, then of four; after the first columns of eight before that. */
function hasTwoChains(row: number, block: number, { rows, blocks, isFirst }: KernelCall): boolean {
  const inTwelves = rows - (rows % 12);
  const eights = isFirst ? 0 : (rows - inTwelves) & 8;
  if (row >= inTwelves) return row >= inTwelves + eights && row < rows - (rows % 4);
  if (blocks < 2) return false;
  const isUpperHalf = row % 12 < 6;
  return (isUpperHalf && block === 0) || (block === blocks - 1 && isUpperHalf === (blocks % 2 === 0));
}

const blockSize = 320;

/** A rest of less than two blocks is halved, to a multiple of the kernel's height. */
function blocksOf(count: number, height: 1 | 8): Range[] {
  const blocks: Range[] = [];
  for (let from = 0; from < count; ) {
    const rest = count - from;
    const length = rest >= 2 * blockSize ? blockSize : rest > blockSize ? halved(rest, height) : rest;
    blocks.push([from, from + length]);
    from += length;
  }
  return blocks;
}

const halved = (length: number, height: 1 | 8): number =>
  height === 1 ? Math.ceil(length / 2) : (Math.floor(length / 2) + 7) & ~7;

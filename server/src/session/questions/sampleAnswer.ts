/** An array drawn in few places: the least and the greatest of the numbers that each of them stands for. */
import type { SampleData } from '../../../../protocol/src/values.ts';
import type { NDArray } from '../../tensor/ndarray.ts';
import { describeValue } from './describeValue.ts';
import type { AnswerRule } from './evidence.ts';
import { isDrawn, numbersIn } from './numbers.ts';
import { planeOf } from './plane.ts';
import { findArray } from './valueAnswers.ts';

const mostPlaces = 1_000_000;
/** Numbers that are read at once. */
const blockLength = 65_536;

export const sampleAnswer: AnswerRule<'sample'> = (asks, evidence) => {
  const found = findArray(asks.ref, evidence);
  if (found === null || !isDrawn(found.array)) return null;
  const plane = asMatrix(found.array, asks.plane);
  if (plane === null) return null;
  const most = { rows: asks.rowCount, columns: asks.columnCount };
  return { ...describeValue(found), ...sampleOf(plane, most, () => evidence.host.checkpoint()) };
};

/** One plane as a matrix. */
function asMatrix(array: NDArray, indices: readonly number[]): NDArray | null {
  const plane = planeOf(array, indices);
  if (plane === null) return null;
  const { offset, rowCount, columnCount, rowStride, columnStride } = plane;
  return array.view({ shape: [rowCount, columnCount], strides: [rowStride, columnStride], offset });
}

/** A matrix in at most so many rows and columns. */
export function sampleOf(
  matrix: NDArray,
  most: { readonly rows: number; readonly columns: number },
  checkpoint: () => void,
): Pick<SampleData, 'rowCount' | 'columnCount' | 'low' | 'high'> {
  const [height, width] = matrix.shape;
  const columnCount = Math.min(width, Math.max(1, Math.floor(most.columns)), mostPlaces);
  const room = Math.floor(mostPlaces / Math.max(1, columnCount));
  const rowCount = Math.min(height, Math.max(1, Math.floor(most.rows)), room);
  const low = new Float64Array(rowCount * columnCount).fill(Number.POSITIVE_INFINITY);
  const high = new Float64Array(rowCount * columnCount).fill(Number.NEGATIVE_INFINITY);
  const elements = matrix.elements();
  const places = {
    low,
    high,
    ofColumn: placesOf(width, columnCount),
    ofRow: placesOf(height, rowCount),
    columnCount,
  };
  // Rows that are short are read together, long ones in pieces.
  const rowsAtOnce = Math.max(1, Math.floor(blockLength / Math.max(1, width)));
  for (let row = 0; row < height; row += rowsAtOnce) {
    const rows = Math.min(rowsAtOnce, height - row);
    for (let from = 0; from < width; from += blockLength) {
      checkpoint();
      const to = Math.min(width, from + blockLength);
      const ends = { start: row * width + from, end: (row + rows - 1) * width + to };
      spread(numbersIn(matrix, elements, ends), { row, rows, from, to }, places);
    }
  }
  return { rowCount, columnCount, low: Array.from(low, finiteOrNull), high: Array.from(high, finiteOrNull) };
}

/** For each of `length` rows or columns the one of the picture that it belongs to. */
function placesOf(length: number, count: number): Int32Array {
  const places = new Int32Array(length);
  for (let i = 0; i < length; i++) places[i] = Math.floor((i * count) / length);
  return places;
}

interface Places {
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly ofColumn: Int32Array;
  readonly ofRow: Int32Array;
  readonly columnCount: number;
}

interface Block {
  readonly row: number;
  readonly rows: number;
  readonly from: number;
  readonly to: number;
}

function spread(numbers: Float64Array, { row, rows, from, to }: Block, places: Places): void {
  const { low, high, ofColumn, ofRow, columnCount } = places;
  for (let i = 0, y = row; y < row + rows; y++) {
    const first = ofRow[y] * columnCount;
    for (let column = from; column < to; column++, i++) {
      const x = numbers[i];
      if (x - x !== 0) continue;
      const place = first + ofColumn[column];
      if (x < low[place]) low[place] = x;
      if (x > high[place]) high[place] = x;
    }
  }
}

const finiteOrNull = (x: number): number | null => (Number.isFinite(x) ? x : null);

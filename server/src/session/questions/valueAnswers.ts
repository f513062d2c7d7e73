/** Values read piece by piece: what they are, pages, flat elements. Only the elements that are asked for are looked at. */
import type { PageData, ValueRef } from '../../../../protocol/src/values.ts';
import type { NDArray } from '../../tensor/ndarray.ts';
import { scalarData } from '../arrayData.ts';
import { elementText } from '../arrayText.ts';
import { describeValue, type FoundValue } from './describeValue.ts';
import type { AnswerRule, Evidence } from './evidence.ts';
import { findValue } from './findValue.ts';
import { type Plane, planeOf } from './plane.ts';

const longestPage = { rows: 1000, columns: 200, places: 20_000 };
/** Elements that travel at once at most. */
const elementLimit = 1_000_000;
/** After so many of them it is looked whether somebody still waits. */
const checkEvery = 16_384;

export const valueAnswer: AnswerRule<'value'> = ({ ref }, evidence) => {
  const found = findValue(ref, evidence);
  return found === null ? null : describeValue(found);
};

export const pageAnswer: AnswerRule<'page'> = (asks, evidence) => {
  const found = findArray(asks.ref, evidence);
  const plane = found === null ? null : planeOf(found.array, asks.plane);
  if (found === null || plane === null) return null;
  const rows = piece(asks.rowStart, Math.min(asks.rowCount, longestPage.rows), plane.rowCount);
  const columns = piece(asks.columnStart, Math.min(asks.columnCount, longestPage.columns), plane.columnCount);
  const most = columns.count === 0 ? rows.count : Math.max(1, Math.floor(longestPage.places / columns.count));
  return {
    ...describeValue(found),
    rowStart: rows.start,
    columnStart: columns.start,
    rowCount: plane.rowCount,
    columnCount: plane.columnCount,
    rows: textRows(
      found.array,
      plane,
      { rows: { ...rows, count: Math.min(rows.count, most) }, columns },
      evidence,
    ),
  };
};

export const elementsAnswer: AnswerRule<'elements'> = ({ ref, limit }, evidence) => {
  const found = findArray(ref, evidence);
  if (found === null) return null;
  const { array } = found;
  const count = Math.max(0, Math.min(array.size, limit, elementLimit));
  const data = Array.from({ length: count }, (_, position) => {
    if (position % checkEvery === 0) evidence.host.checkpoint();
    return scalarData(array.dtype, array.at(position));
  });
  return { ...describeValue(found), data, isComplete: count === array.size };
};

/** The value, unless it is a random state. */
export function findArray(ref: ValueRef, evidence: Evidence): FoundValue | null {
  const found = findValue(ref, evidence);
  return found === null || found.isRandomState ? null : found;
}

interface Piece {
  readonly start: number;
  readonly count: number;
}

function piece(start: number, count: number, length: number): Piece {
  const first = Math.max(0, Math.min(start, length));
  return { start: first, count: Math.max(0, Math.min(count, length - first)) };
}

function textRows(
  { dtype, storage }: NDArray,
  { offset, rowStride, columnStride }: Plane,
  { rows, columns }: { readonly rows: Piece; readonly columns: Piece },
  { numpy }: Evidence,
): PageData['rows'] {
  return Array.from({ length: rows.count }, (_, i) => {
    const rowOffset = offset + (rows.start + i) * rowStride;
    return Array.from({ length: columns.count }, (__, j) =>
      elementText(dtype, storage[rowOffset + (columns.start + j) * columnStride], numpy),
    );
  });
}

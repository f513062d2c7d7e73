/** An array whose elements are their flat indices, read piece by piece as an evaluator does. */

import { planeSize } from '../../../../client/scene/plane.ts';
import type { Ask } from '../../../../client/src/ask.ts';
import { firstPage, type PagePlace, pageSize } from '../../../../client/src/values/pageMoves.ts';
import type { PageData, PageRequest, StatisticsData } from '../../../../protocol/src/values.ts';

export interface Example {
  readonly shape: readonly number[];
  readonly dtype?: string;
  readonly textOf?: (flat: number) => string;
}

/** The answer to a question for a page. */
export function pageOfExample(
  { shape, dtype = 'int64', textOf = String }: Example,
  place: PagePlace = firstPage(shape),
): PageData {
  const { rowCount, columnCount } = planeSize(shape);
  const plane = place.plane.reduce((flat, index, axis) => flat * (shape[axis] ?? 1) + index, 0);
  const rows = Array.from({ length: Math.min(pageSize.rowCount, rowCount - place.rowStart) }, (_, row) =>
    Array.from({ length: Math.min(pageSize.columnCount, columnCount - place.columnStart) }, (__, column) =>
      textOf((plane * rowCount + place.rowStart + row) * columnCount + place.columnStart + column),
    ),
  );
  const { rowStart, columnStart } = place;
  return {
    dtype,
    shape,
    short: '',
    isRandomState: false,
    rowStart,
    columnStart,
    rowCount,
    columnCount,
    rows,
  };
}

export const statistics: StatisticsData = {
  min: -3.25,
  max: 4,
  mean: 0.123456789,
  standardDeviation: 1.5,
  nanCount: 0,
  infinityCount: 2,
  zeroCount: 1234,
};

/** Answers about one value; what was asked is noted. */
export class ExampleEvaluator {
  example: Example | null;
  readonly asked: string[] = [];

  constructor(example: Example | null) {
    this.example = example;
  }

  readonly ask: Ask = (async (_uri: string, kind: string, asks: object) => {
    this.asked.push(kind);
    if (this.example === null) return null;
    if (kind === 'statistics') return statistics;
    if (kind === 'value') return pageOfExample({ ...this.example, shape: this.example.shape });
    return pageOfExample(this.example, asks as PageRequest);
  }) as Ask;
}

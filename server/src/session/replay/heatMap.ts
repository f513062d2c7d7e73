/** Many elements of a slot over many iterations as a picture. */
import type { HeatMapData } from '../../../../protocol/src/questions.ts';
import type { RunHost } from '../../graph/runHost.ts';
import { rowElements } from './rowNumbers.ts';
import { asRow, rowsBetween } from './rowViews.ts';
import type { Slot } from './scanSlots.ts';
import type { ScanTrace } from './scanTrace.ts';
import { constantValue, type DrawnRange, type PartOfRows, pointStarts, visitRows } from './series.ts';

export interface HeatMapRange extends DrawnRange {
  readonly elementCount: number;
}

/** `size` is how many elements a value has. */
export function heatMap(
  trace: ScanTrace,
  { slot, size, range }: { readonly slot: Slot; readonly size: number; readonly range: HeatMapRange },
  host: RunHost,
): HeatMapData {
  const { from, to } = range;
  const columns = pointStarts(from, to, range.pointCount);
  const elements = pointStarts(0, size, range.elementCount);
  const picture = new Picture(elements, columns, { size, to });
  const constant = constantValue(trace, slot);
  if (constant !== null) {
    const values = rowElements(asRow(constant));
    for (const step of columns) picture.addRow(step, values, 0);
    return picture.finish(to);
  }
  const visit = ({ rows, first, last, step }: PartOfRows): void => {
    const values = rowElements(rowsBetween(rows, first, last));
    for (let row = 0; row < last - first; row++) picture.addRow(step + row, values, row * size);
  };
  return picture.finish(visitRows(trace, { slot, from, to }, { host, visit }));
}

class Picture {
  readonly #elements: readonly number[];
  readonly #columns: readonly number[];
  readonly #size: number;
  readonly #to: number;
  readonly #low: Float64Array;
  readonly #high: Float64Array;
  #column = 0;

  constructor(
    elements: readonly number[],
    columns: readonly number[],
    { size, to }: { readonly size: number; readonly to: number },
  ) {
    this.#elements = elements;
    this.#columns = columns;
    this.#size = size;
    this.#to = to;
    const count = elements.length * columns.length;
    this.#low = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
    this.#high = new Float64Array(count).fill(Number.NEGATIVE_INFINITY);
  }

  /** Iterations come in their order. */
  addRow(step: number, values: ArrayLike<number>, first: number): void {
    const { length } = this.#columns;
    while (this.#column + 1 < length && this.#columns[this.#column + 1]! <= step) this.#column++;
    for (let line = 0; line < this.#elements.length; line++) {
      const end = this.#elements[line + 1] ?? this.#size;
      const place = line * length + this.#column;
      for (let i = this.#elements[line]!; i < end; i++) {
        const value = values[first + i]!;
        if (!Number.isFinite(value)) continue;
        if (value < this.#low[place]!) this.#low[place] = value;
        if (value > this.#high[place]!) this.#high[place] = value;
      }
    }
  }

  /** The columns that begin before `until`. */
  finish(until: number): HeatMapData {
    const { length } = this.#columns;
    const count = until >= this.#to ? length : this.#columns.filter((start) => start < until).length;
    const shown = (values: Float64Array) =>
      this.#elements.flatMap((_, line) =>
        Array.from(values.subarray(line * length, line * length + count), finiteOrNull),
      );
    return {
      steps: this.#columns.slice(0, count),
      elements: this.#elements,
      low: shown(this.#low),
      high: shown(this.#high),
      until,
    };
  }
}

const finiteOrNull = (value: number): number | null => (Number.isFinite(value) ? value : null);

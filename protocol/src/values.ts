/**
 * Values by reference: what the evaluator holds is named, described and read piece by piece; it never travels whole. A reference
 * stays good until its namespace is emptied; what is too old to be kept has {@link ValueData} null.
 */
import type { ScalarData } from './results.ts';

/** What the evaluator can be asked to show. */
export type ValueRef =
  /** A shared variable as it is now. */
  | { readonly kind: 'variable'; readonly variableId: number }
  /** A shared variable before or after one of its changes. */
  | {
      readonly kind: 'change';
      readonly variableId: number;
      readonly changeId: number;
      readonly side: 'before' | 'after';
    }
  /** An argument or a result of a recorded call. */
  | {
      readonly kind: 'call';
      readonly callId: number;
      readonly part: 'input' | 'output';
      readonly index: number;
    }
  /** What a line of the program shows: the `valueId` of its event. */
  | { readonly kind: 'shown'; readonly valueId: number }
  /** A value inside of an iteration of a scan. */
  | ({ readonly kind: 'step'; readonly step: number; readonly slotId: number } & ScanRef);

/** A scan that ran in a recorded call: the way to it leads through the scans around it, each with the iteration that was entered. */
export interface ScanRef {
  readonly callId: number;
  /** The number of the scan among those of the function's graph; then, for each nested one, the iteration and its number among those of that step. */
  readonly path: readonly ScanStep[];
}

export interface ScanStep {
  readonly scan: number;
  /** The iteration of the scan around it; 0 for the outermost. */
  readonly step: number;
}

/** What is known of a value without reading it. */
export interface ValueData {
  readonly dtype: string;
  readonly shape: readonly number[];
  /** One line of at most 100 UTF-16 units, dtype and shape first. */
  readonly short: string;
  readonly isRandomState: boolean;
}

/** Which piece of an array to read: rows and columns of one plane. Vectors have one column, scalars one place. */
export interface PageRequest {
  readonly ref: ValueRef;
  /** Indices of all axes but the last two. */
  readonly plane: readonly number[];
  readonly rowStart: number;
  readonly columnStart: number;
  /** At most 1,000 rows, 200 columns and 20,000 places are given. */
  readonly rowCount: number;
  readonly columnCount: number;
}

/** A piece of an array as text, number by number, in the dtype's shortest form that reads back. */
export interface PageData extends ValueData {
  readonly rowStart: number;
  readonly columnStart: number;
  /** How many there are in the plane. */
  readonly rowCount: number;
  readonly columnCount: number;
  readonly rows: readonly (readonly string[])[];
}

export interface StatisticsData {
  /** Of the finite numbers; null where there is none, or where the dtype has no order. */
  readonly min: number | null;
  readonly max: number | null;
  readonly mean: number | null;
  readonly standardDeviation: number | null;
  readonly nanCount: number;
  readonly infinityCount: number;
  readonly zeroCount: number;
}

/** An array drawn: numbers of at most so many places, each the least and the greatest of what it stands for. */
export interface SampleData extends ValueData {
  /** Rows and columns of the picture: of a vector one column. */
  readonly rowCount: number;
  readonly columnCount: number;
  /** Row by row; null where nothing is finite. */
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
}

export interface HistogramData {
  /** One more than there are counts. */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
}

/** For Compare and Copy: flat, C order, only up to the limit that was asked for. */
export interface ElementsData extends ValueData {
  readonly data: readonly ScalarData[];
  readonly isComplete: boolean;
}

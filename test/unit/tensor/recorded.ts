/**
 * What NumPy 1.24.4 and 2.4.6 printed and computed, recorded once. Values: numbers as JSON, integers as digits in a
 * string, `nan`, `inf`, `-inf`, `-0`.
 */
import { readFileSync } from 'node:fs';
import type { DType, Element } from '../../../server/src/tensor/dtype.ts';
import { fromValues, type NDArray } from '../../../server/src/tensor/ndarray.ts';

export type RecordedValue = number | boolean | string;

export interface Recorded {
  readonly arrays: readonly [DType, number[], RecordedValue[], string, string][];
  readonly scalars: readonly [DType, RecordedValue, string, string][];
  readonly promotion: Readonly<Record<DType, Readonly<Record<DType, DType>>>>;
  readonly arithmetic: readonly [string, DType, RecordedValue[], RecordedValue[], DType, RecordedValue[]][];
  readonly indexing: readonly [string, number[], number[]][];
  readonly sums: readonly [number, number[], number][];
}

/** The recording of one major version. */
export function readRecorded(numpy: 1 | 2): Recorded {
  const url = new URL(`./recorded/numpy${numpy}.json`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8')) as Recorded;
}

const special: Readonly<Record<string, number>> = {
  nan: Number.NaN,
  inf: Infinity,
  '-inf': -Infinity,
  '-0': -0,
};

/** A recorded value as an element. */
export function element(value: RecordedValue): Element {
  if (typeof value === 'string') return special[value] ?? BigInt(value);
  return Number(value);
}

/** A recorded array. */
export const recordedArray = (
  dtype: DType,
  shape: readonly number[],
  values: readonly RecordedValue[],
): NDArray => fromValues(dtype, shape, values.map(element));

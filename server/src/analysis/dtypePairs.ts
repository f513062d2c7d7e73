/** Dtypes under both settings of floatX at once, one object per pair so that equal ones are the same. */
import { type DType, promote } from '../tensor/dtype.ts';
import type { DTypeByFloatX, FloatX } from './terms.ts';

const pairs = new Map<DType | null, Map<DType | null, DTypeByFloatX>>();

/** The dtypes under `floatX=float32` and `floatX=float64`. */
export function dtypePair(float32: DType | null, float64: DType | null): DTypeByFloatX {
  let row = pairs.get(float32);
  if (row === undefined) {
    row = new Map();
    pairs.set(float32, row);
  }
  let pair = row.get(float64);
  if (pair === undefined) {
    pair = { float32, float64 };
    row.set(float64, pair);
  }
  return pair;
}

export const bothDTypes = (dtype: DType): DTypeByFloatX => dtypePair(dtype, dtype);
export const unknownDType: DTypeByFloatX = dtypePair(null, null);
export const floatXDType: DTypeByFloatX = dtypePair('float32', 'float64');

export const mapDType = (
  type: DTypeByFloatX,
  rule: (dtype: DType, floatX: FloatX) => DType | null,
): DTypeByFloatX =>
  dtypePair(
    type.float32 === null ? null : rule(type.float32, 'float32'),
    type.float64 === null ? null : rule(type.float64, 'float64'),
  );

/** The dtype of an operation on both. */
export const combineDTypes = (a: DTypeByFloatX, b: DTypeByFloatX): DTypeByFloatX =>
  a === b
    ? a
    : dtypePair(
        a.float32 === null || b.float32 === null ? null : promote(a.float32, b.float32),
        a.float64 === null || b.float64 === null ? null : promote(a.float64, b.float64),
      );

/** The dtype that is surely that of both. */
export const commonDType = (a: DTypeByFloatX, b: DTypeByFloatX): DTypeByFloatX =>
  a === b
    ? a
    : dtypePair(a.float32 === b.float32 ? a.float32 : null, a.float64 === b.float64 ? a.float64 : null);

/** True when the dtype is known under both settings. */
export const isKnownDType = (dtype: DTypeByFloatX): boolean =>
  dtype.float32 !== null && dtype.float64 !== null;

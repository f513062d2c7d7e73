/** The words that all facts share: libraries, places, and the types of tensors. */
import type { Span } from '../base/span.ts';
import type { DType } from '../tensor/dtype.ts';

export type Library = 'theano' | 'aesara' | 'pytensor';
export type FloatX = 'float32' | 'float64';
export type ScanKind = 'scan' | 'map' | 'reduce' | 'foldl' | 'foldr' | 'filter' | 'scan_checkpoints';

/** A span in the analysed text (`path` null) or in another file of the workspace. */
export interface Place extends Span {
  readonly path: string | null;
}

/** A dtype under each setting of floatX; null where it is not known. */
export type DTypeByFloatX = Readonly<Record<FloatX, DType | null>>;

/**
 * The length of an axis: a number; `'any'` where the library itself does not know it before the function runs; null
 * where this analysis does not know what the library knows.
 */
export type AxisLength = number | 'any' | null;

export interface TensorFact {
  readonly dtype: DTypeByFloatX;
  /** One entry per axis; null where not even their number is known. */
  readonly shape: readonly AxisLength[] | null;
}

/** The number of axes; null where it is not known. */
export const ndimOf = ({ shape }: Pick<TensorFact, 'shape'>): number | null => shape?.length ?? null;

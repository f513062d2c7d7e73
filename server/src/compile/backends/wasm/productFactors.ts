/** A product that is asked for, and by whom. */
import type { NDArray } from '../../../tensor/ndarray.ts';
import type { ProductKind } from '../../lower/products.ts';

export interface Factors {
  readonly kind: ProductKind;
  /** In one type. */
  readonly a: NDArray;
  readonly b: NDArray;
}

/** What is asked of the run that a product is part of. */
export interface ProductHost {
  checkpoint(): void;
  allocate(byteLength: number): void;
}

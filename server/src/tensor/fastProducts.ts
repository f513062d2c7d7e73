/** Large products of floats may be computed by machine code, in the same order of additions: whoever makes such code says how. */
import type { NDArray } from './ndarray.ts';

/** `np.dot` of arrays of one float type; null where it is not worth it, or not possible. */
export type FastProduct = (a: NDArray, b: NDArray) => NDArray | null;

let compute: FastProduct = () => null;

export function setFastProduct(product: FastProduct): void {
  compute = product;
}

export const fastProduct: FastProduct = (a, b) => compute(a, b);

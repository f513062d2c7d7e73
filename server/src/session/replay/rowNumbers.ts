/** Rows of a scan as numbers: norms, single elements, and whether something in them is not finite. */
import { Complex } from '../../tensor/complex.ts';
import { isComplex, isFloat } from '../../tensor/dtype.ts';
import type { NDArray } from '../../tensor/ndarray.ts';
import { asRow } from './rowViews.ts';

/** One number per row: an element, or the Euclidean norm of the row; NaN for what is no number. */
export function rowNumbers(rows: NDArray, element: number | null): Float64Array {
  const count = rows.shape[0]!;
  const numbers = new Float64Array(count);
  if (count === 0) return numbers;
  const elements = rowElements(rows);
  const size = elements.length / count;
  for (let row = 0; row < count; row++) {
    if (element === null) numbers[row] = norm(elements, row * size, size);
    else numbers[row] = element < size ? elements[row * size + element]! : Number.NaN;
  }
  return numbers;
}

/** All elements of rows as numbers. */
export function rowElements(rows: NDArray): ArrayLike<number> {
  const elements = rows.elements() as ArrayLike<unknown>;
  const isPlain =
    ArrayBuffer.isView(elements) &&
    !(elements instanceof BigInt64Array) &&
    !(elements instanceof BigUint64Array);
  return isPlain
    ? (elements as unknown as ArrayLike<number>)
    : Float64Array.from({ length: elements.length }, (_, i) => asNumber(elements[i]));
}

export function norm(elements: ArrayLike<number>, from: number, size: number): number {
  if (size === 1) return Math.abs(elements[from]!);
  let sum = 0;
  for (let i = from; i < from + size; i++) sum += elements[i]! * elements[i]!;
  return Math.sqrt(sum);
}

/** A complex number counts with its modulus; texts and moments are no numbers. */
function asNumber(element: unknown): number {
  if (element instanceof Complex) return Math.hypot(element.re, element.im);
  return typeof element === 'number' || typeof element === 'bigint' ? Number(element) : Number.NaN;
}

/** What may be looked for in the values of an iteration. */
export type Peculiarity = 'nan' | 'infinity';

/** Sets `found[row]` for every row that has such an element; row 0 of `rows` is `first` there. */
export function markPeculiar(
  rows: NDArray,
  what: Peculiarity,
  { found, first }: { readonly found: Uint8Array; readonly first: number },
): void {
  const count = rows.shape[0]!;
  if (count === 0 || !canBePeculiar(rows)) return;
  const elements = rows.elements() as ArrayLike<number | Complex>;
  const size = elements.length / count;
  const isPeculiar = what === 'nan' ? Number.isNaN : isInfinite;
  const test = isComplex(rows.dtype)
    ? (element: Complex) => isPeculiar(element.re) || isPeculiar(element.im)
    : isPeculiar;
  for (let row = 0, at = 0; row < count; row++) {
    for (let i = 0; i < size; i++, at++) if (test(elements[at] as never)) found[first + row] = 1;
  }
}

const isInfinite = (value: number): boolean =>
  value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY;

const canBePeculiar = ({ dtype }: NDArray): boolean => isFloat(dtype) || isComplex(dtype);

/** True where some element is such a value. */
export function isAnyPeculiar(array: NDArray, what: Peculiarity): boolean {
  const found = new Uint8Array(1);
  markPeculiar(asRow(array), what, { found, first: 0 });
  return found[0] === 1;
}

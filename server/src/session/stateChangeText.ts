/** One line for a change of a shared variable: `a: 1 → 11`, `W (2×2): 3 of 4 changed, max |Δ| 0.02`. */
import { t } from '../base/l10n.ts';
import { shortened } from '../base/shortened.ts';
import { Complex } from '../tensor/complex.ts';
import { isComplex, isFloat } from '../tensor/dtype.ts';
import type { NDArray } from '../tensor/ndarray.ts';
import { shortArray, shortNumber } from './arrayText.ts';
import { longestShort } from './summary.ts';

/** Vectors up to this length are shown whole. */
const shownLength = 6;

/** The line, at most 100 UTF-16 units. */
export function stateChangeText(name: string, before: NDArray, after: NDArray): string {
  return shortened(`${name}${describeChange(before, after)}`, longestShort);
}

/** The same without the name. */
export function describeChange(before: NDArray, after: NDArray): string {
  if (String(before.shape) !== String(after.shape))
    return `: ${t('shape {0} → {1}', dimensions(before), dimensions(after))}`;
  if (isShownWhole(after)) return `: ${shortArray(before, 40)} → ${shortArray(after, 40)}`;
  const { changedCount, size } = compareValues(before, after);
  return ` (${dimensions(after)}): ${t('{0} of {1} changed', changedCount, after.size)}${size}`;
}

/** True for what a change shows with all its elements. */
export const isShownWhole = (array: NDArray): boolean =>
  array.ndim === 0 || (array.ndim === 1 && array.size <= shownLength);

/** How many elements of two arrays of one shape differ, and in words by how much: `, max |Δ| 0.02`. */
export function compareValues(before: NDArray, after: NDArray): { changedCount: number; size: string } {
  const { changedCount, largestDifference } = compare(before, after);
  return { changedCount, size: largestDifference === null ? '' : t(', max |Δ| {0}', largestDifference) };
}

/** `2×2`. */
export const dimensions = (array: NDArray): string =>
  array.ndim === 1 ? `${array.size}` : array.shape.join('×');

function compare(
  before: NDArray,
  after: NDArray,
): { changedCount: number; largestDifference: string | null } {
  const old = before.elements();
  const new_ = after.elements();
  let changedCount = 0;
  let largest = 0;
  for (let i = 0; i < new_.length; i++) {
    if (isSame(old[i], new_[i])) continue;
    changedCount++;
    const difference = distance(old[i], new_[i]);
    if (!(difference <= largest)) largest = difference;
    if (Number.isNaN(largest)) return { changedCount: countChanged(old, new_), largestDifference: 'nan' };
  }
  if (after.dtype === 'bool') return { changedCount, largestDifference: null };
  const isFraction = isFloat(after.dtype) || isComplex(after.dtype);
  return { changedCount, largestDifference: isFraction ? shortNumber(largest) : String(largest) };
}

/** True when not even the sign of a zero differs. */
export const isIdentical = (a: NDArray, b: NDArray): boolean =>
  a.dtype === b.dtype &&
  String(a.shape) === String(b.shape) &&
  countChanged(a.elements(), b.elements()) === 0;

const isSame = (a: unknown, b: unknown): boolean =>
  a instanceof Complex && b instanceof Complex
    ? Object.is(a.re, b.re) && Object.is(a.im, b.im)
    : Object.is(a, b);

const distance = (a: unknown, b: unknown): number =>
  a instanceof Complex && b instanceof Complex
    ? Math.hypot(a.re - b.re, a.im - b.im)
    : Math.abs(Number(a) - Number(b));

function countChanged(old: ArrayLike<unknown>, new_: ArrayLike<unknown>): number {
  let count = 0;
  for (let i = 0; i < new_.length; i++) if (!isSame(old[i], new_[i])) count++;
  return count;
}

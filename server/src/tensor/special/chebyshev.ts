/** Sums of Chebyshev polynomials, by Clenshaw's recurrence. */

/** The sum of `coefficients[k]` times the k-th polynomial at `t` in [-1, 1]; the first coefficient counts half. */
export function chebyshev(coefficients: readonly number[], t: number): number {
  let next = 0;
  let afterNext = 0;
  for (let k = coefficients.length - 1; k > 0; k--) {
    const value = 2 * t * next - afterNext + coefficients[k];
    afterNext = next;
    next = value;
  }
  return t * next - afterNext + coefficients[0] / 2;
}

/** The same on the interval from `low` to `high`. */
export const chebyshevOn = (
  coefficients: readonly number[],
  [low, high]: readonly [number, number],
  x: number,
): number => chebyshev(coefficients, (2 * x - low - high) / (high - low));

/**
 * What the recurrences of a family of polynomials are made of: values and products by C. W. Clenshaw's summation, companion matrices, and
 * the interface of a family.
 */
import { fromValues, type NDArray } from '../../../../tensor/ndarray.ts';
import { apply, type Part } from '../arrayMath.ts';
import { added, type Multiply, type Series, scaled, subtracted, trimmed } from './series.ts';

/** What a series can be evaluated at: arrays of numbers, or other series. */
export interface Arithmetic<T> {
  readonly number: (value: number) => T;
  readonly add: (a: T, b: T) => T;
  readonly subtract: (a: T, b: T) => T;
  readonly multiply: (a: T, b: T) => T;
  readonly divide: (a: T, b: number) => T;
}

export const arrayArithmetic: Arithmetic<Part> = {
  number: (value) => fromValues('float64', [], [value]),
  add: (a, b) => apply('add', a, b),
  subtract: (a, b) => apply('subtract', a, b),
  multiply: (a, b) => apply('multiply', a, b),
  divide: (a, b) => apply('true_divide', a, fromValues('float64', [], [b])),
};

export interface Basis {
  /** The name of the class, of the module, and what the names of its functions begin with. */
  readonly className: string;
  readonly moduleName: string;
  readonly prefix: string;
  /** How a basis polynomial is written; null: as a power. */
  readonly letter: string | null;
  readonly domain: readonly [number, number];
  /** `x` in this basis. */
  readonly x: Series;
  line(off: number, scale: number): number[];
  timesX(series: Series): number[];
  multiply: Multiply;
  divide(a: Series, b: Series): [number[], number[]];
  derivative(series: Series): number[];
  /** The integral without its constant. */
  integral(series: Series): number[];
  value<T>(series: Series, x: T, arithmetic: Arithmetic<T>): T;
  /** The polynomials up to a degree at points. */
  columns(x: NDArray, degree: number): NDArray[];
  /** The matrix whose eigenvalues are the zeros, rows after rows; the series has three coefficients at least. */
  companion(series: Series): number[][];
  /** The zero of a series of two coefficients. */
  onlyZero(series: Series): number;
  toPowers(series: Series): number[];
}

export const lineOf = (off: number, scale: number): number[] => (scale === 0 ? [off] : [off, scale]);

/** `x` times a series whose product with `x` is written into a list of one more. */
export const timesXBy =
  (begin: (c: Series) => [number, number], step: (product: number[], c: Series, i: number) => void) =>
  (c: Series): number[] => {
    if (c.length === 1 && c[0] === 0) return [...c];
    const product = new Array<number>(c.length + 1).fill(0);
    [product[0], product[1]] = begin(c);
    for (let i = 1; i < c.length; i++) step(product, c, i);
    return trimmed(product);
  };

interface Clenshaw {
  /** What is subtracted from the next coefficient, of the last two sums the second. */
  readonly back: (c1: Series, n: number) => number[];
  /** What is added to the first of the last two sums. */
  readonly forth: (c1: Series, n: number) => number[];
  readonly last: (c1: Series) => number[];
}

/** A product by Clenshaw's summation, in which one series stands for the point. */
export const multiplyBy =
  ({ back, forth, last }: Clenshaw): Multiply =>
  (a, b) => {
    const [c, xs] = a.length > b.length ? [b, a] : [a, b];
    let c0 = scaled(xs, c.at(-2) ?? c[0]);
    let c1 = c.length === 1 ? [0] : scaled(xs, c.at(-1)!);
    for (let n = c.length - 1; n >= 2; n--)
      [c0, c1] = [subtracted(scaled(xs, c[n - 2]), trimmed(back(c1, n))), added(c0, trimmed(forth(c1, n)))];
    return added(trimmed(c0), last(trimmed(c1)));
  };

/** The sums of Clenshaw's recurrence at a point. */
export function sums<T>(
  c: Series,
  { number, add, subtract }: Arithmetic<T>,
  step: { readonly back: (c1: T, n: number) => T; readonly forth: (c1: T, n: number) => T },
): [T, T] {
  let c0 = number(c.at(-2) ?? c[0]);
  let c1 = number(c.length === 1 ? 0 : c.at(-1)!);
  for (let n = c.length - 1; n >= 2; n--)
    [c0, c1] = [subtract(number(c[n - 2]), step.back(c1, n)), add(c0, step.forth(c1, n))];
  return [c0, c1];
}

/** The sum of a series of powers, from the sums of another basis. */
export function powersBy(
  c: Series,
  back: (c1: Series, i: number) => number[],
  forth: (c1: Series, i: number) => number[],
): [number[], number[]] {
  let c0: number[] = [c.at(-2)!];
  let c1: number[] = [c.at(-1)!];
  for (let i = c.length - 1; i >= 2; i--)
    [c0, c1] = [subtracted([c[i - 2]], trimmed(back(c1, i))), added(c0, trimmed(forth(c1, i)))];
  return [c0, c1];
}

const one = (x: NDArray): NDArray => apply('add', apply('multiply', x, 0), 1);

export function columnsBy(
  x: NDArray,
  degree: number,
  rules: {
    readonly first: () => NDArray;
    readonly next: (last: NDArray, before: NDArray, i: number) => NDArray;
  },
): NDArray[] {
  const columns = [one(x)];
  if (degree > 0) columns.push(rules.first());
  for (let i = 2; i <= degree; i++) columns.push(rules.next(columns[i - 1], columns[i - 2], i));
  return columns;
}

/** A matrix with two bands beside the diagonal. */
export function banded(n: number, upper: (k: number) => number, lower = upper): number[][] {
  return Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (__, j) => (j === i + 1 ? upper(i) : i === j + 1 ? lower(j) : 0)),
  );
}

/** Subtracts from the last column. */
export function lessLast(matrix: number[][], column: (i: number) => number): number[][] {
  for (const [i, row] of matrix.entries()) row[row.length - 1] -= column(i);
  return matrix;
}

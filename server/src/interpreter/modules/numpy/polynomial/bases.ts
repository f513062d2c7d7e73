/**
 * The six families of `numpy.polynomial`, a row each: what their recurrences are, in NumPy's order of operations. Recurrences are those of
 * M. Abramowitz and I. Stegun, Handbook of Mathematical Functions, chapter 22; values are found by C. W. Clenshaw's summation.
 */
import { fromValues, type NDArray } from '../../../../tensor/ndarray.ts';
import { apply, floats, type Part } from '../arrayMath.ts';
import { numpyVersion } from '../conversion.ts';
import {
  added,
  convolved,
  divided,
  dividedShort,
  type Multiply,
  type Series,
  scaled,
  shrunk,
  subtracted,
  trimmed,
} from './series.ts';

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

const lineOf = (off: number, scale: number): number[] => (scale === 0 ? [off] : [off, scale]);

/** `x` times a series whose product with `x` is written into a list of one more. */
const timesXBy =
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
const multiplyBy =
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
function sums<T>(
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
function powersBy(
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

function columnsBy(
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
function banded(n: number, upper: (k: number) => number, lower = upper): number[][] {
  return Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (__, j) => (j === i + 1 ? upper(i) : i === j + 1 ? lower(j) : 0)),
  );
}

/** Subtracts from the last column. */
function lessLast(matrix: number[][], column: (i: number) => number): number[][] {
  for (const [i, row] of matrix.entries()) row[row.length - 1] -= column(i);
  return matrix;
}

const powers: Basis = {
  className: 'Polynomial',
  moduleName: 'polynomial',
  prefix: 'poly',
  letter: null,
  domain: [-1, 1],
  x: [0, 1],
  line: lineOf,
  timesX: (c) => (c.length === 1 && c[0] === 0 ? [...c] : [c[0] * 0, ...c]),
  multiply: (a, b) => trimmed(convolved(a, b)),
  divide: (a, b) => {
    const short = dividedShort(a, b);
    if (short) return short;
    const rest = [...a];
    const leading = b.at(-1)!;
    const divisor = shrunk(b.slice(0, -1), leading);
    let at = a.length - 1;
    for (let i = a.length - b.length; i >= 0; i--, at--)
      for (let k = 0; k < divisor.length; k++) rest[i + k] -= divisor[k] * rest[at];
    return [shrunk(rest.slice(at + 1), leading), trimmed(rest.slice(0, at + 1))];
  },
  derivative: (c) => c.slice(1).map((each, j) => (j + 1) * each),
  integral: (c) => [c[0] * 0, c[0], ...c.slice(1).map((each, j) => each / (j + 2))],
  value: (c, x, { number, add, multiply }) => {
    let sum = add(number(c.at(-1)!), multiply(x, number(0)));
    for (let i = c.length - 2; i >= 0; i--) sum = add(number(c[i]), multiply(sum, x));
    return sum;
  },
  columns: (x, degree) =>
    columnsBy(x, degree, { first: () => x, next: (last) => apply('multiply', last, x) }),
  companion: (c) =>
    lessLast(
      banded(
        c.length - 1,
        () => 0,
        () => 1,
      ),
      (i) => c[i] / c.at(-1)!,
    ),
  onlyZero: (c) => -c[0] / c[1],
  toPowers: (c) => [...c],
};

// A Chebyshev series as one of z and 1/z, in which products are convolutions.
const symmetric = (c: Series): number[] => {
  const half = shrunk(c, 2);
  return [...half.slice(1).reverse(), half[0] + half[0], ...half.slice(1)].map((each) => each + 0);
};
const folded = (z: Series): number[] => {
  const middle = (z.length + 1) / 2 - 1;
  return z.slice(middle).map((each, i) => (i === 0 ? each : each * 2));
};

function dividedSymmetric(a: Series, b: Series): [number[], number[]] {
  const rest = [...a];
  const leading = b[0];
  const divisor = shrunk(b, leading);
  const length = a.length - b.length;
  const quotient = new Array<number>(length + 1);
  const reduce = (from: number, r: number): void => {
    for (let k = 0; k < divisor.length; k++) rest[from + k] -= r * divisor[k];
  };
  let i = 0;
  for (let j = length; i < j; i++, j--) {
    const r = rest[i];
    quotient[i] = quotient[length - i] = r;
    reduce(i, r);
    reduce(j, r);
  }
  const r = rest[i];
  quotient[i] = r;
  reduce(i, r);
  return [shrunk(quotient, leading), rest.slice(i + 1, i - 1 + b.length)];
}

const chebyshev: Basis = {
  className: 'Chebyshev',
  moduleName: 'chebyshev',
  prefix: 'cheb',
  letter: 'T',
  domain: [-1, 1],
  x: [0, 1],
  line: lineOf,
  timesX: timesXBy(
    (c) => [c[0] * 0, c[0]],
    (product, c, i) => {
      product[i + 1] = c[i] / 2;
      product[i - 1] += c[i] / 2;
    },
  ),
  multiply: (a, b) => trimmed(folded(convolved(symmetric(a), symmetric(b)))),
  divide: (a, b) => {
    const short = dividedShort(a, b);
    if (short) return short;
    const [quotient, rest] = dividedSymmetric(symmetric(a), symmetric(b));
    return [trimmed(folded(quotient)), trimmed(folded(rest))];
  },
  derivative: (given) => {
    const c = [...given];
    const n = c.length - 1;
    const found = new Array<number>(n).fill(0);
    for (let j = n; j > 2; j--) {
      found[j - 1] = 2 * j * c[j];
      c[j - 2] += (j * c[j]) / (j - 2);
    }
    if (n > 1) found[1] = 4 * c[2];
    found[0] = c[1];
    return found;
  },
  integral: (c) => {
    const found = new Array<number>(c.length + 1).fill(0);
    found[1] = c[0];
    if (c.length > 1) found[2] = c[1] / 4;
    for (let j = 2; j < c.length; j++) {
      found[j + 1] = c[j] / (2 * (j + 1));
      found[j - 1] -= c[j] / (2 * (j - 1));
    }
    return found;
  },
  value: (c, x, arithmetic) => {
    const { number, add, multiply } = arithmetic;
    const twice = multiply(number(2), x);
    const [c0, c1] = sums(c, arithmetic, { back: (last) => last, forth: (last) => multiply(last, twice) });
    return add(c0, multiply(c1, x));
  },
  columns: (x, degree) => {
    const twice = apply('multiply', 2, x);
    const next = (last: NDArray, before: NDArray): NDArray =>
      apply('subtract', apply('multiply', last, twice), before);
    return columnsBy(x, degree, { first: () => x, next });
  },
  companion: (c) => {
    const n = c.length - 1;
    const root = Math.sqrt(0.5);
    const scale = (i: number): number => (i === 0 ? 1 : root);
    return lessLast(
      banded(n, (k) => (k === 0 ? root : 0.5)),
      (i) => (c[i] / c[n]) * (scale(i) / scale(n - 1)) * 0.5,
    );
  },
  onlyZero: (c) => -c[0] / c[1],
  toPowers: (c) => {
    if (c.length < 3) return [...c];
    const [c0, c1] = powersBy(
      c,
      (last) => [...last],
      (last) => scaled(powers.timesX(last), 2),
    );
    return added(c0, powers.timesX(c1));
  },
};

const legendreX = timesXBy(
  (c) => [c[0] * 0, c[0]],
  (product, c, i) => {
    product[i + 1] = (c[i] * (i + 1)) / (2 * i + 1);
    product[i - 1] += (c[i] * i) / (2 * i + 1);
  },
);

const legendre: Basis = {
  className: 'Legendre',
  moduleName: 'legendre',
  prefix: 'leg',
  letter: 'P',
  domain: [-1, 1],
  x: [0, 1],
  line: lineOf,
  timesX: legendreX,
  multiply: multiplyBy({
    back: (c1, n) => shrunk(scaled(c1, n - 1), n),
    forth: (c1, n) => shrunk(scaled(legendreX(c1), 2 * n - 1), n),
    last: legendreX,
  }),
  divide: (a, b) => divided(legendre.multiply, a, b),
  derivative: (given) => {
    const c = [...given];
    const n = c.length - 1;
    const found = new Array<number>(n).fill(0);
    for (let j = n; j > 2; j--) {
      found[j - 1] = (2 * j - 1) * c[j];
      c[j - 2] += c[j];
    }
    if (n > 1) found[1] = 3 * c[2];
    found[0] = c[1];
    return found;
  },
  integral: (c) => {
    const found = new Array<number>(c.length + 1).fill(0);
    found[1] = c[0];
    if (c.length > 1) found[2] = c[1] / 3;
    for (let j = 2; j < c.length; j++) {
      const part = c[j] / (2 * j + 1);
      found[j + 1] = part;
      found[j - 1] -= part;
    }
    return found;
  },
  value<T>(c: Series, x: T, arithmetic: Arithmetic<T>): T {
    const { number, add, multiply, divide } = arithmetic;
    const isNew = numpyVersion() === 2;
    const share = (part: T, factor: number, n: number): T =>
      isNew ? multiply(part, number(factor / n)) : divide(multiply(part, number(factor)), n);
    const [c0, c1] = sums(c, arithmetic, {
      back: (last, n) => share(last, n - 1, n),
      forth: (last, n) => share(multiply(last, x), 2 * n - 1, n),
    });
    return add(c0, multiply(c1, x));
  },
  columns: (x, degree) => {
    const next = (last: NDArray, before: NDArray, i: number): NDArray => {
      const up = apply('multiply', apply('multiply', last, x), 2 * i - 1);
      return apply('true_divide', apply('subtract', up, apply('multiply', before, i - 1)), i);
    };
    return columnsBy(x, degree, { first: () => x, next });
  },
  companion: (c) => {
    const n = c.length - 1;
    const scale = (i: number): number => 1 / Math.sqrt(2 * i + 1);
    return lessLast(
      banded(n, (k) => (k + 1) * scale(k) * scale(k + 1)),
      (i) => (c[i] / c[n]) * (scale(i) / scale(n - 1)) * (n / (2 * n - 1)),
    );
  },
  onlyZero: (c) => -c[0] / c[1],
  toPowers: (c) => {
    if (c.length < 3) return [...c];
    const [c0, c1] = powersBy(
      c,
      (last, i) => shrunk(scaled(last, i - 1), i),
      (last, i) => shrunk(scaled(powers.timesX(last), 2 * i - 1), i),
    );
    return added(c0, powers.timesX(c1));
  },
};

const laguerreX = timesXBy(
  (c) => [c[0], -c[0]],
  (product, c, i) => {
    product[i + 1] = -c[i] * (i + 1);
    product[i] += c[i] * (2 * i + 1);
    product[i - 1] -= c[i] * i;
  },
);

const laguerre: Basis = {
  className: 'Laguerre',
  moduleName: 'laguerre',
  prefix: 'lag',
  letter: 'L',
  domain: [0, 1],
  x: [1, -1],
  line: (off, scale) => (scale === 0 ? [off] : [off + scale, -scale]),
  timesX: laguerreX,
  multiply: multiplyBy({
    back: (c1, n) => shrunk(scaled(c1, n - 1), n),
    forth: (c1, n) => shrunk(subtracted(trimmed(scaled(c1, 2 * n - 1)), laguerreX(c1)), n),
    last: (c1) => subtracted(c1, laguerreX(c1)),
  }),
  divide: (a, b) => divided(laguerre.multiply, a, b),
  derivative: (given) => {
    const c = [...given];
    const found = new Array<number>(c.length - 1).fill(0);
    for (let j = c.length - 1; j > 1; j--) {
      found[j - 1] = -c[j];
      c[j - 1] += c[j];
    }
    found[0] = -c[1];
    return found;
  },
  integral: (c) => {
    const found = [c[0], -c[0]];
    for (let j = 1; j < c.length; j++) {
      found[j] += c[j];
      found[j + 1] = -c[j];
    }
    return found;
  },
  value: (c, x, arithmetic) => {
    const { number, add, subtract, multiply, divide } = arithmetic;
    const [c0, c1] = sums(c, arithmetic, {
      back: (last, n) => divide(multiply(last, number(n - 1)), n),
      forth: (last, n) => divide(multiply(last, subtract(number(2 * n - 1), x)), n),
    });
    return add(c0, multiply(c1, subtract(number(1), x)));
  },
  columns: (x, degree) => {
    const next = (last: NDArray, before: NDArray, i: number): NDArray => {
      const up = apply('multiply', last, apply('subtract', 2 * i - 1, x));
      return apply('true_divide', apply('subtract', up, apply('multiply', before, i - 1)), i);
    };
    return columnsBy(x, degree, { first: () => apply('subtract', 1, x), next });
  },
  companion: (c) => {
    const n = c.length - 1;
    const matrix = banded(n, (k) => -(k + 1));
    for (const [i, row] of matrix.entries()) row[i] = 2 * i + 1;
    return lessLast(matrix, (i) => -((c[i] / c[n]) * n));
  },
  onlyZero: (c) => 1 + c[0] / c[1],
  toPowers: (c) => {
    if (c.length === 1) return [...c];
    const [c0, c1] = powersBy(
      c,
      (last, i) => shrunk(scaled(last, i - 1), i),
      (last, i) => shrunk(subtracted(trimmed(scaled(last, 2 * i - 1)), powers.timesX(last)), i),
    );
    return added(c0, subtracted(c1, powers.timesX(c1)));
  },
};

/** Products of the entries that follow, as the matrices of both Hermite families are scaled. */
function hermiteScales(n: number, factor: number): number[] {
  const scales = [1];
  for (let k = n - 1; k > 0; k--) scales.push(scales.at(-1)! * (1 / Math.sqrt(factor * k)));
  return scales.reverse();
}

const hermiteX = timesXBy(
  (c) => [c[0] * 0, c[0] / 2],
  (product, c, i) => {
    product[i + 1] = c[i] / 2;
    product[i - 1] += c[i] * i;
  },
);

const hermite: Basis = {
  className: 'Hermite',
  moduleName: 'hermite',
  prefix: 'herm',
  letter: 'H',
  domain: [-1, 1],
  x: [0, 0.5],
  line: (off, scale) => (scale === 0 ? [off] : [off, scale / 2]),
  timesX: hermiteX,
  multiply: multiplyBy({
    back: (c1, n) => scaled(c1, 2 * (n - 1)),
    forth: (c1) => scaled(hermiteX(c1), 2),
    last: (c1) => scaled(hermiteX(c1), 2),
  }),
  divide: (a, b) => divided(hermite.multiply, a, b),
  derivative: (c) => c.slice(1).map((each, j) => 2 * (j + 1) * each),
  integral: (c) => [c[0] * 0, c[0] / 2, ...c.slice(1).map((each, j) => each / (2 * (j + 2)))],
  value: (c, x, arithmetic) => {
    const { number, add, multiply } = arithmetic;
    const twice = multiply(x, number(2));
    const [c0, c1] = sums(c, arithmetic, {
      back: (last, n) => multiply(last, number(2 * (n - 1))),
      forth: (last) => multiply(last, twice),
    });
    return add(c0, multiply(c1, twice));
  },
  columns: (x, degree) => {
    const twice = apply('multiply', x, 2);
    const next = (last: NDArray, before: NDArray, i: number): NDArray =>
      apply('subtract', apply('multiply', last, twice), apply('multiply', before, 2 * (i - 1)));
    return columnsBy(x, degree, { first: () => twice, next });
  },
  companion: (c) => {
    const n = c.length - 1;
    const scales = hermiteScales(n, 2);
    return lessLast(
      banded(n, (k) => Math.sqrt(0.5 * (k + 1))),
      (i) => (scales[i] * c[i]) / (2 * c[n]),
    );
  },
  onlyZero: (c) => (-0.5 * c[0]) / c[1],
  toPowers: (c) => {
    if (c.length === 1) return [...c];
    if (c.length === 2) return [c[0], c[1] * 2];
    const [c0, c1] = powersBy(
      c,
      (last, i) => scaled(last, 2 * (i - 1)),
      (last) => scaled(powers.timesX(last), 2),
    );
    return added(c0, scaled(powers.timesX(c1), 2));
  },
};

const hermiteEX = timesXBy(
  (c) => [c[0] * 0, c[0]],
  (product, c, i) => {
    product[i + 1] = c[i];
    product[i - 1] += c[i] * i;
  },
);

const hermiteE: Basis = {
  className: 'HermiteE',
  moduleName: 'hermite_e',
  prefix: 'herme',
  letter: 'He',
  domain: [-1, 1],
  x: [0, 1],
  line: lineOf,
  timesX: hermiteEX,
  multiply: multiplyBy({
    back: (c1, n) => scaled(c1, n - 1),
    forth: (c1) => hermiteEX(c1),
    last: hermiteEX,
  }),
  divide: (a, b) => divided(hermiteE.multiply, a, b),
  derivative: (c) => c.slice(1).map((each, j) => (j + 1) * each),
  integral: (c) => [c[0] * 0, c[0], ...c.slice(1).map((each, j) => each / (j + 2))],
  value: (c, x, arithmetic) => {
    const { number, add, multiply } = arithmetic;
    const [c0, c1] = sums(c, arithmetic, {
      back: (last, n) => multiply(last, number(n - 1)),
      forth: (last) => multiply(last, x),
    });
    return add(c0, multiply(c1, x));
  },
  columns: (x, degree) => {
    const next = (last: NDArray, before: NDArray, i: number): NDArray =>
      apply('subtract', apply('multiply', last, x), apply('multiply', before, i - 1));
    return columnsBy(x, degree, { first: () => x, next });
  },
  companion: (c) => {
    const n = c.length - 1;
    const scales = hermiteScales(n, 1);
    return lessLast(
      banded(n, (k) => Math.sqrt(k + 1)),
      (i) => (scales[i] * c[i]) / c[n],
    );
  },
  onlyZero: (c) => -c[0] / c[1],
  toPowers: (c) => {
    if (c.length < 3) return [...c];
    const [c0, c1] = powersBy(
      c,
      (last, i) => scaled(last, i - 1),
      (last) => powers.timesX(last),
    );
    return added(c0, powers.timesX(c1));
  },
};

export const powerBasis = powers;
export const bases = [powers, chebyshev, legendre, laguerre, hermite, hermiteE] as const;

/** A series of powers in a basis: Horner's rule with its product by `x`. */
export function fromPowers(basis: Basis, c: Series): number[] {
  let found: number[] = [0];
  for (let i = c.length - 1; i >= 0; i--) found = added(basis.timesX(found), [c[i]]);
  return found;
}

/** A series at points. */
export const valueAt = (basis: Basis, c: Series, x: NDArray): NDArray =>
  basis.value(c, x as Part, arrayArithmetic) as NDArray;

export const numberAt = (basis: Basis, c: Series, x: number): number =>
  Number(valueAt(basis, c, floats([x], [])).at(0));

/**
 * The six families of `numpy.polynomial`, a row each: what their recurrences are, in NumPy's order of operations. Recurrences are those of
 * M. Abramowitz and I. Stegun, Handbook of Mathematical Functions, chapter 22; values are found by C. W. Clenshaw's summation.
 */
import type { NDArray } from '../../../../tensor/ndarray.ts';
import { apply, floats, type Part } from '../arrayMath.ts';
import { numpyVersion } from '../conversion.ts';
import { hermite, hermiteE } from './hermiteBases.ts';
import { powers } from './powerBasis.ts';
import {
  type Arithmetic,
  arrayArithmetic,
  type Basis,
  banded,
  columnsBy,
  lessLast,
  lineOf,
  multiplyBy,
  powersBy,
  sums,
  timesXBy,
} from './recurrences.ts';
import {
  added,
  convolved,
  divided,
  dividedShort,
  type Series,
  scaled,
  shrunk,
  subtracted,
  trimmed,
} from './series.ts';

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

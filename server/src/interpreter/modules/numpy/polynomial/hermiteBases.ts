/** Both families of Hermite's polynomials, of physics (`H`) and of probability (`He`), in NumPy's order of operations. */
import type { NDArray } from '../../../../tensor/ndarray.ts';
import { apply } from '../arrayMath.ts';
import { powers } from './powerBasis.ts';
import {
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
import { added, divided, scaled } from './series.ts';

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

export const hermite: Basis = {
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

export const hermiteE: Basis = {
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

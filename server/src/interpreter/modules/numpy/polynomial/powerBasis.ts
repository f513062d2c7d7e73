/** Series of powers: the basis of `numpy.polynomial.polynomial`, and what all others are converted to. */
import { apply } from '../arrayMath.ts';
import { type Basis, banded, columnsBy, lessLast, lineOf } from './recurrences.ts';
import { convolved, dividedShort, shrunk, trimmed } from './series.ts';

export const powers: Basis = {
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

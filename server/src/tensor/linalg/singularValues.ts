/**
 * Singular value decomposition in the steps of LAPACK's dgesdd for small matrices: to two diagonals by reflections (dgebrd,
 * after a QR decomposition where there are many more rows than columns), then implicit QR with and without shift
 * (dbdsqr). Following its rotations gives its signs.
 */
import { orthogonalFactors, type Reflection, reflectionOf, reflectRows } from './householder.ts';
import { rotationOf, withSign } from './symmetricEigen.ts';

export interface SingularValues {
  /** Descending. */
  readonly values: Float64Array;
  /** m by m: the left vectors in columns. */
  readonly left: Float64Array;
  /** n by n: the right vectors in rows. */
  readonly right: Float64Array;
}

const epsilon = 2 ** -53;
const tiny = 2.2250738585072014e-308;

function identity(n: number): Float64Array {
  const result = new Float64Array(n * n);
  for (let i = 0; i < n; i++) result[i * n + i] = 1;
  return result;
}

export function transposed(a: Float64Array, m: number, n: number): Float64Array {
  const result = new Float64Array(m * n);
  for (let i = 0; i < m; i++) for (let j = 0; j < n; j++) result[j * m + i] = a[i * n + j];
  return result;
}

/** dlas2: the smaller singular value of [[f, g], [0, h]]. */
function smallerOf(f: number, g: number, h: number): number {
  const [fa, ga, ha] = [Math.abs(f), Math.abs(g), Math.abs(h)];
  const [least, most] = [Math.min(fa, ha), Math.max(fa, ha)];
  if (least === 0) return 0;
  const sum = 1 + least / most;
  const rest = (most - least) / most;
  if (ga < most) {
    const square = (ga / most) ** 2;
    return least * (2 / (Math.sqrt(sum * sum + square) + Math.sqrt(rest * rest + square)));
  }
  const ratio = most / ga;
  if (ratio === 0) return (least * most) / ga;
  return 2 * (least * (1 / (Math.sqrt(1 + (sum * ratio) ** 2) + Math.sqrt(1 + (rest * ratio) ** 2))) * ratio);
}

interface SmallDecomposition {
  readonly least: number;
  readonly most: number;
  readonly sinRight: number;
  readonly cosRight: number;
  readonly sinLeft: number;
  readonly cosLeft: number;
}

/** dlasv2: the decomposition of [[f, g], [0, h]]. */
function decomposeSmall(f: number, g: number, h: number): SmallDecomposition {
  const isSwapped = Math.abs(h) > Math.abs(f);
  const [ft, ht] = isSwapped ? [h, f] : [f, h];
  const [fa, ga, ha] = [Math.abs(ft), Math.abs(g), Math.abs(ht)];
  let [least, most, clt, crt, slt, srt] = [ha, fa, 1, 1, 0, 0];
  if (ga !== 0 && fa / ga < epsilon) {
    most = ga;
    least = ha > 1 ? fa / (ga / ha) : (fa / ga) * ha;
    [clt, slt, srt, crt] = [1, ht / g, 1, ft / g];
  } else if (ga !== 0) {
    const d = fa - ha;
    const l = d === fa ? 1 : d / fa;
    const m = g / ft;
    const t = 2 - l;
    const s = Math.sqrt(t * t + m * m);
    const r = l === 0 ? Math.abs(m) : Math.sqrt(l * l + m * m);
    const a = 0.5 * (s + r);
    [least, most] = [ha / a, fa * a];
    const plain = l === 0 ? withSign(2, ft) * withSign(1, g) : g / withSign(d, ft) + m / t;
    const tangent = m * m === 0 ? plain : (m / (s + t) + m / (r + l)) * (1 + a);
    const size = Math.sqrt(tangent * tangent + 4);
    [crt, srt] = [2 / size, tangent / size];
    clt = (crt + srt * m) / a;
    slt = ((ht / ft) * srt) / a;
  }
  const [cosLeft, sinLeft, cosRight, sinRight] = isSwapped ? [srt, crt, slt, clt] : [clt, slt, crt, srt];
  const sign =
    ga > fa
      ? withSign(1, sinRight) * withSign(1, cosLeft) * withSign(1, g)
      : isSwapped
        ? withSign(1, sinRight) * withSign(1, sinLeft) * withSign(1, h)
        : withSign(1, cosRight) * withSign(1, cosLeft) * withSign(1, f);
  return {
    most: withSign(most, sign),
    least: withSign(least, sign * withSign(1, f) * withSign(1, h)),
    sinRight,
    cosRight,
    sinLeft,
    cosLeft,
  };
}

type Turns = [at: number, c: number, s: number][];

/** The iteration on an upper bidiagonal matrix. */
class Bidiagonal {
  readonly d: Float64Array;
  readonly e: Float64Array;
  readonly n: number;
  /** Left vectors in columns, right vectors in rows. */
  readonly u: Float64Array;
  readonly vt: Float64Array;

  constructor(d: Float64Array, e: Float64Array) {
    this.d = d;
    this.e = e;
    this.n = d.length;
    this.u = identity(this.n);
    this.vt = identity(this.n);
  }

  #turnRows(turns: Turns): void {
    const { vt, n } = this;
    for (const [j, c, s] of turns) {
      for (let i = 0; i < n; i++) {
        const kept = vt[(j + 1) * n + i];
        vt[(j + 1) * n + i] = c * kept - s * vt[j * n + i];
        vt[j * n + i] = s * kept + c * vt[j * n + i];
      }
    }
  }

  #turnColumns(turns: Turns): void {
    const { u, n } = this;
    for (const [j, c, s] of turns) {
      for (let i = 0; i < n; i++) {
        const kept = u[i * n + j + 1];
        u[i * n + j + 1] = c * kept - s * u[i * n + j];
        u[i * n + j] = s * kept + c * u[i * n + j];
      }
    }
  }

  run(): void {
    const { d, e, n } = this;
    if (n === 1) {
      this.u[0] = withSign(1, d[0]);
      d[0] = Math.abs(d[0]);
      return;
    }
    const tolerance = 2 ** (53 / 8) * epsilon;
    const threshold = this.#threshold(tolerance);
    let m = n - 1;
    let [oldStart, oldEnd, isDown] = [-1, -1, true];
    for (let turns = 0; m > 0; ) {
      if (++turns > 60 * n * n + 100) throw new RangeError('SVD did not converge');
      let most = Math.abs(d[m]);
      let l = m - 1;
      for (; l >= 0; l--) {
        if (Math.abs(e[l]) <= threshold) break;
        most = Math.max(most, Math.abs(d[l]), Math.abs(e[l]));
      }
      if (l >= 0) e[l] = 0;
      if (l === m - 1) {
        m--;
        continue;
      }
      l++;
      if (l === m - 1) {
        this.#finishPair(l);
        m -= 2;
        continue;
      }
      if (l > oldEnd || m < oldStart) isDown = Math.abs(d[l]) >= Math.abs(d[m]);
      const least = isDown ? this.#splitDown(l, m, tolerance) : this.#splitUp(l, m, tolerance);
      if (least === null) continue;
      [oldStart, oldEnd] = [l, m];
      const shift = this.#shift(l, m, {
        isDown,
        isTiny: n * tolerance * (least / most) <= Math.max(epsilon, 0.01 * tolerance),
      });
      if (isDown) this.#sweepDown(l, m, shift);
      else this.#sweepUp(l, m, shift);
      const end = isDown ? m - 1 : l;
      if (Math.abs(e[end]) <= threshold) e[end] = 0;
    }
    this.#order();
  }

  #threshold(tolerance: number): number {
    const { d, e, n } = this;
    let mu = Math.abs(d[0] ?? 0);
    let least = mu;
    for (let i = 1; i < n && least !== 0; i++) {
      mu = Math.abs(d[i]) * (mu / (mu + Math.abs(e[i - 1])));
      least = Math.min(least, mu);
    }
    return Math.max((tolerance * least) / Math.sqrt(n), 6 * n * n * tiny);
  }

  #finishPair(l: number): void {
    const { d, e } = this;
    const found = decomposeSmall(d[l], e[l], d[l + 1]);
    [d[l], e[l], d[l + 1]] = [found.most, 0, found.least];
    this.#turnRows([[l, found.cosRight, found.sinRight]]);
    this.#turnColumns([[l, found.cosLeft, found.sinLeft]]);
  }

  /** Looks for an entry that may be dropped; null when one was, else a bound of the least value. */
  #splitDown(l: number, m: number, tolerance: number): number | null {
    const { d, e } = this;
    if (Math.abs(e[m - 1]) <= tolerance * Math.abs(d[m])) {
      e[m - 1] = 0;
      return null;
    }
    let mu = Math.abs(d[l]);
    let least = mu;
    for (let i = l; i < m; i++) {
      if (Math.abs(e[i]) <= tolerance * mu) {
        e[i] = 0;
        return null;
      }
      mu = Math.abs(d[i + 1]) * (mu / (mu + Math.abs(e[i])));
      least = Math.min(least, mu);
    }
    return least;
  }

  #splitUp(l: number, m: number, tolerance: number): number | null {
    const { d, e } = this;
    if (Math.abs(e[l]) <= tolerance * Math.abs(d[l])) {
      e[l] = 0;
      return null;
    }
    let mu = Math.abs(d[m]);
    let least = mu;
    for (let i = m - 1; i >= l; i--) {
      if (Math.abs(e[i]) <= tolerance * mu) {
        e[i] = 0;
        return null;
      }
      mu = Math.abs(d[i]) * (mu / (mu + Math.abs(e[i])));
      least = Math.min(least, mu);
    }
    return least;
  }

  #shift(l: number, m: number, { isDown, isTiny }: { isDown: boolean; isTiny: boolean }): number {
    if (isTiny) return 0;
    const { d, e } = this;
    const shift = isDown ? smallerOf(d[m - 1], e[m - 1], d[m]) : smallerOf(d[l], e[l], d[l + 1]);
    const first = Math.abs(isDown ? d[l] : d[m]);
    return first > 0 && (shift / first) ** 2 < epsilon ? 0 : shift;
  }

  #sweepDown(l: number, m: number, shift: number): void {
    const { d, e } = this;
    const right: Turns = [];
    const left: Turns = [];
    if (shift === 0) {
      let [cs, oldCs, sn, oldSn] = [1, 1, 0, 0];
      for (let i = l; i < m; i++) {
        const one = rotationOf(d[i] * cs, e[i]);
        [cs, sn] = [one.c, one.s];
        if (i > l) e[i - 1] = oldSn * one.r;
        const two = rotationOf(oldCs * one.r, d[i + 1] * sn);
        [oldCs, oldSn, d[i]] = [two.c, two.s, two.r];
        right.push([i, cs, sn]);
        left.push([i, oldCs, oldSn]);
      }
      const h = d[m] * cs;
      d[m] = h * oldCs;
      e[m - 1] = h * oldSn;
    } else {
      let f = (Math.abs(d[l]) - shift) * (withSign(1, d[l]) + shift / d[l]);
      let g = e[l];
      for (let i = l; i < m; i++) {
        const one = rotationOf(f, g);
        if (i > l) e[i - 1] = one.r;
        f = one.c * d[i] + one.s * e[i];
        e[i] = one.c * e[i] - one.s * d[i];
        g = one.s * d[i + 1];
        d[i + 1] *= one.c;
        const two = rotationOf(f, g);
        d[i] = two.r;
        f = two.c * e[i] + two.s * d[i + 1];
        d[i + 1] = two.c * d[i + 1] - two.s * e[i];
        if (i < m - 1) {
          g = two.s * e[i + 1];
          e[i + 1] *= two.c;
        }
        right.push([i, one.c, one.s]);
        left.push([i, two.c, two.s]);
      }
      e[m - 1] = f;
    }
    this.#turnRows(right);
    this.#turnColumns(left);
  }

  #sweepUp(l: number, m: number, shift: number): void {
    const { d, e } = this;
    const right: Turns = [];
    const left: Turns = [];
    if (shift === 0) {
      let [cs, oldCs, sn, oldSn] = [1, 1, 0, 0];
      for (let i = m; i > l; i--) {
        const one = rotationOf(d[i] * cs, e[i - 1]);
        [cs, sn] = [one.c, one.s];
        if (i < m) e[i] = oldSn * one.r;
        const two = rotationOf(oldCs * one.r, d[i - 1] * sn);
        [oldCs, oldSn, d[i]] = [two.c, two.s, two.r];
        right.push([i - 1, oldCs, -oldSn]);
        left.push([i - 1, cs, -sn]);
      }
      const h = d[l] * cs;
      d[l] = h * oldCs;
      e[l] = h * oldSn;
    } else {
      let f = (Math.abs(d[m]) - shift) * (withSign(1, d[m]) + shift / d[m]);
      let g = e[m - 1];
      for (let i = m; i > l; i--) {
        const one = rotationOf(f, g);
        if (i < m) e[i] = one.r;
        f = one.c * d[i] + one.s * e[i - 1];
        e[i - 1] = one.c * e[i - 1] - one.s * d[i];
        g = one.s * d[i - 1];
        d[i - 1] *= one.c;
        const two = rotationOf(f, g);
        d[i] = two.r;
        f = two.c * e[i - 1] + two.s * d[i - 1];
        d[i - 1] = two.c * d[i - 1] - two.s * e[i - 1];
        if (i > l + 1) {
          g = two.s * e[i - 2];
          e[i - 2] *= two.c;
        }
        right.push([i - 1, two.c, -two.s]);
        left.push([i - 1, one.c, -one.s]);
      }
      e[l] = f;
    }
    this.#turnRows(right);
    this.#turnColumns(left);
  }

  /** Makes the values positive and descending. */
  #order(): void {
    const { d, u, vt, n } = this;
    for (let i = 0; i < n; i++) {
      if (!(d[i] < 0 || Object.is(d[i], -0))) continue;
      d[i] = -d[i];
      for (let c = 0; c < n; c++) vt[i * n + c] = -vt[i * n + c];
    }
    for (let last = n - 1; last > 0; last--) {
      let least = 0;
      for (let j = 1; j <= last; j++) if (d[j] <= d[least]) least = j;
      if (least === last) continue;
      [d[least], d[last]] = [d[last], d[least]];
      for (let c = 0; c < n; c++) {
        [vt[least * n + c], vt[last * n + c]] = [vt[last * n + c], vt[least * n + c]];
        [u[c * n + least], u[c * n + last]] = [u[c * n + last], u[c * n + least]];
      }
    }
  }
}

interface Reduced {
  readonly d: Float64Array;
  readonly e: Float64Array;
  readonly rows: readonly Reflection[];
  readonly columns: readonly Reflection[];
}

/** dgebd2 of an m by n matrix, m >= n: upper bidiagonal. */
function bidiagonalize(matrix: Float64Array, m: number, n: number): Reduced {
  const a = matrix.slice();
  const d = new Float64Array(n);
  const e = new Float64Array(Math.max(0, n - 1));
  const rows: Reflection[] = [];
  const columns: Reflection[] = [];
  for (let i = 0; i < n; i++) {
    const column = reflectionOf(Float64Array.from({ length: m - i }, (_, k) => a[(i + k) * n + i]));
    rows.push(column);
    d[i] = column.beta;
    reflectRows(a, column, { width: n, rowStart: i, columnStart: i + 1, columnEnd: n });
    if (i >= n - 1) continue;
    const row = reflectionOf(a.slice(i * n + i + 1, (i + 1) * n));
    columns.push(row);
    e[i] = row.beta;
    for (let r = i + 1; r < m; r++) {
      let sum = 0;
      for (let c = 0; c < row.vector.length; c++) sum += row.vector[c] * a[r * n + i + 1 + c];
      sum *= row.tau;
      for (let c = 0; c < row.vector.length; c++) a[r * n + i + 1 + c] -= sum * row.vector[c];
    }
  }
  return { d, e, rows, columns };
}

/** Embeds the vectors of the small matrix (k by k) and turns them by the reflections, from the last to the first. */
function turnedBack(
  small: Float64Array,
  ...[k, size, reflections, offset]: [number, number, readonly Reflection[], number]
): Float64Array {
  const result = identity(size);
  for (let i = 0; i < k; i++) for (let j = 0; j < k; j++) result[i * size + j] = small[i * k + j];
  for (let i = reflections.length - 1; i >= 0; i--)
    reflectRows(result, reflections[i], {
      width: size,
      rowStart: i + offset,
      columnStart: 0,
      columnEnd: size,
    });
  return result;
}

/** The triangle of a QR decomposition; of a wide matrix LAPACK decomposes the transpose. */
function decomposeTriangle(r: Float64Array, n: number, form: Form): SingularValues {
  if (form === 'upper') return decomposeTall(r, n, n, 'upper');
  const { values, left, right } = decomposeTall(transposed(r, n, n), n, n, 'upper');
  return { values, left: transposed(right, n, n), right: transposed(left, n, n) };
}

/** Lower: the matrix is the transpose of a wide one, whose bidiagonal form is lower. */
type Form = 'upper' | 'lower';

/** Decomposes a tall matrix. */
function decomposeTall(matrix: Float64Array, ...[m, n, form]: [number, number, Form]): SingularValues {
  if (m >= Math.trunc((n * 11) / 6) && m > n) {
    const { q, packed } = orthogonalFactors(matrix, m, n, m);
    const r = new Float64Array(n * n);
    for (let i = 0; i < n; i++) for (let j = i; j < n; j++) r[i * n + j] = packed[i * n + j];
    const inner = decomposeTriangle(r, n, form);
    const left = identity(m);
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) left[i * m + j] = inner.left[i * n + j];
    return { ...inner, left: product(q, left, m) };
  }
  const { d, e, rows, columns } = bidiagonalize(matrix, m, n);
  const turns = form === 'lower' ? toUpper(d, e) : [];
  const iteration = new Bidiagonal(d, e);
  iteration.run();
  const { u, vt } = iteration;
  for (const [j, c, s] of turns) rotateRows(u, n, j, [c, s]);
  const [left, right] = form === 'lower' ? [transposed(vt, n, n), transposed(u, n, n)] : [u, vt];
  const turnedRight = turnedBack(transposed(right, n, n), n, n, columns, 1);
  return {
    values: d,
    left: turnedBack(left, n, m, rows, 0),
    right: transposed(turnedRight, n, n),
  };
}

/** Rotates a lower bidiagonal matrix to an upper one; the rotations for its left vectors, last first. */
function toUpper(d: Float64Array, e: Float64Array): Turns {
  const turns: Turns = [];
  for (let i = 0; i < d.length - 1; i++) {
    const { c, s, r } = rotationOf(d[i], e[i]);
    d[i] = r;
    e[i] = s * d[i + 1];
    d[i + 1] *= c;
    turns.unshift([i, c, -s]);
  }
  return turns;
}

function rotateRows(a: Float64Array, n: number, j: number, [c, s]: readonly [number, number]): void {
  for (let i = 0; i < n; i++) {
    const kept = a[(j + 1) * n + i];
    a[(j + 1) * n + i] = c * kept - s * a[j * n + i];
    a[j * n + i] = s * kept + c * a[j * n + i];
  }
}

function product(a: Float64Array, b: Float64Array, n: number): Float64Array {
  const result = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let k = 0; k < n; k++) {
      const factor = a[i * n + k];
      for (let j = 0; j < n; j++) result[i * n + j] += factor * b[k * n + j];
    }
  return result;
}

/** Decomposes an m by n matrix. */
export function singularValues(matrix: Float64Array, m: number, n: number): SingularValues {
  if (m >= n) return decomposeTall(matrix, m, n, 'upper');
  const { values, left, right } = decomposeTall(transposed(matrix, m, n), n, m, 'lower');
  return { values, left: transposed(right, m, m), right: transposed(left, n, n) };
}

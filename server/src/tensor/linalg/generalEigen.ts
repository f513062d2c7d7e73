/**
 * Eigenvalues and right eigenvectors of a real matrix in the steps of LAPACK's dgeev: balancing (dgebal), reduction to
 * Hessenberg form (dgehd2), the double-shift QR iteration (dlahqr, dlanv2), back substitution (dtrevc), and vectors of
 * length 1. Following its order gives its order of the eigenvalues and its signs.
 */
import { Complex } from '../complex.ts';
import { reflectColumns, reflectionOf, reflectRows } from './householder.ts';

export interface GeneralEigen {
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
  /** n by n, in columns. */
  readonly vectors: readonly Complex[];
}

const ulp = 2 ** -52;
const tiny = 2.2250738585072014e-308;
const signed = (size: number, model: number): number =>
  model < 0 || Object.is(model, -0) ? -Math.abs(size) : Math.abs(size);

interface Balanced {
  readonly h: Float64Array;
  readonly low: number;
  readonly high: number;
  /** Per index: the scale inside `low…high`, the partner of the exchange outside. */
  readonly scale: Float64Array;
}

function exchange(a: Float64Array, n: number, i: number, j: number): void {
  for (let k = 0; k < n; k++) [a[k * n + i], a[k * n + j]] = [a[k * n + j], a[k * n + i]];
  for (let k = 0; k < n; k++) [a[i * n + k], a[j * n + k]] = [a[j * n + k], a[i * n + k]];
}

/** After an isolated eigenvalue, LAPACK before 3.11 searches from the start again, later ones go on. */
export type Search = 'restart' | 'continue';

/** Moves isolated eigenvalues to the ends, then scales rows and columns to like norms. */
function balance(matrix: Float64Array, n: number, search: Search): Balanced {
  const h = matrix.slice();
  const scale = new Float64Array(n).fill(1);
  let low = 0;
  let high = n - 1;
  const isIsolated = (i: number, line: 'row' | 'column'): boolean => {
    for (let j = low; j <= high; j++) {
      if (j !== i && h[line === 'row' ? i * n + j : j * n + i] !== 0) return false;
    }
    return true;
  };
  for (let found = true; found; ) {
    found = false;
    for (let i = high; i >= 0 && !(found && search === 'restart'); i--) {
      if (!isIsolated(i, 'row')) continue;
      scale[high] = i;
      if (i !== high) exchange(h, n, i, high);
      if (high === 0) return { h, low: 0, high: 0, scale };
      high--;
      found = true;
    }
  }
  for (let found = true; found; ) {
    found = false;
    for (let j = low; j <= high && !(found && search === 'restart'); j++) {
      if (!isIsolated(j, 'column')) continue;
      scale[low] = j;
      if (j !== low) exchange(h, n, j, low);
      low++;
      found = true;
    }
  }
  for (let i = low; i <= high; i++) scale[i] = 1;
  scaleLines({ h, low, high, scale }, n);
  return { h, low, high, scale };
}

function scaleLines({ h, low, high, scale }: Balanced, n: number): void {
  for (let again = true; again; ) {
    again = false;
    for (let i = low; i <= high; i++) {
      let [c, r] = [0, 0];
      for (let j = low; j <= high; j++) {
        c = Math.hypot(c, h[j * n + i]);
        r = Math.hypot(r, h[i * n + j]);
      }
      if (c === 0 || r === 0) continue;
      const before = c + r;
      let f = 1;
      while (c < r / 2) {
        f *= 2;
        c *= 2;
        r /= 2;
      }
      while (c / 2 >= r) {
        f /= 2;
        c /= 2;
        r *= 2;
      }
      if (c + r >= 0.95 * before || f === 1) continue;
      scale[i] *= f;
      again = true;
      for (let j = low; j < n; j++) h[i * n + j] /= f;
      for (let j = 0; j <= high; j++) h[j * n + i] *= f;
    }
  }
}

/** To Hessenberg form in place; answers the product of the reflections. */
function hessenberg({ h, low, high }: Balanced, n: number): Float64Array {
  const z = new Float64Array(n * n);
  for (let i = 0; i < n; i++) z[i * n + i] = 1;
  for (let i = low; i < high; i++) {
    const reflection = reflectionOf(
      Float64Array.from({ length: high - i }, (_, k) => h[(i + 1 + k) * n + i]),
    );
    reflectColumns(h, reflection, { width: n, columnStart: i + 1 });
    reflectRows(h, reflection, { width: n, rowStart: i + 1, columnStart: i + 1, columnEnd: n });
    h[(i + 1) * n + i] = reflection.beta;
    for (let k = i + 2; k <= high; k++) h[k * n + i] = 0;
    reflectColumns(z, reflection, { width: n, columnStart: i + 1 });
  }
  return z;
}

interface Standard {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly cs: number;
  readonly sn: number;
}

/** dlanv2: a rotation that makes a 2 by 2 block triangular, or gives it equal diagonal entries. */
function standardize(a: number, b: number, c: number, d: number): Standard {
  if (c === 0) return { a, b, c, d, cs: 1, sn: 0 };
  if (b === 0) return { a: d, b: -c, c: 0, d: a, cs: 0, sn: 1 };
  if (a === d && signed(1, b) !== signed(1, c)) return { a, b, c, d, cs: 1, sn: 0 };
  const difference = a - d;
  const p = 0.5 * difference;
  const most = Math.max(Math.abs(b), Math.abs(c));
  const least = Math.min(Math.abs(b), Math.abs(c)) * signed(1, b) * signed(1, c);
  const scale = Math.max(Math.abs(p), most);
  const z = (p / scale) * p + (most / scale) * least;
  if (z >= 4 * ulp) {
    const root = p + signed(Math.sqrt(scale) * Math.sqrt(z), p);
    const tau = Math.hypot(c, root);
    return { a: d + root, b: b - c, c: 0, d: d - (most / root) * least, cs: root / tau, sn: c / tau };
  }
  return equalize(a, b, c, d);
}

function equalize(...[a, b, c, d]: [number, number, number, number]): Standard {
  const difference = a - d;
  const sigma = b + c;
  const tau = Math.hypot(sigma, difference);
  let cs = Math.sqrt(0.5 * (1 + Math.abs(sigma) / tau));
  let sn = -((0.5 * difference) / (tau * cs)) * signed(1, sigma);
  const [aa, bb, cc, dd] = [a * cs + b * sn, -a * sn + b * cs, c * cs + d * sn, -c * sn + d * cs];
  const upper = bb * cs + dd * sn;
  const lower = -aa * sn + cc * cs;
  const middle = 0.5 * (aa * cs + cc * sn + (-bb * sn + dd * cs));
  if (lower === 0) return { a: middle, b: upper, c: 0, d: middle, cs, sn };
  if (upper === 0) return { a: middle, b: -lower, c: 0, d: middle, cs: -sn, sn: cs };
  if (signed(1, upper) !== signed(1, lower)) return { a: middle, b: upper, c: lower, d: middle, cs, sn };
  const [rootB, rootC] = [Math.sqrt(Math.abs(upper)), Math.sqrt(Math.abs(lower))];
  const p = signed(rootB * rootC, lower);
  const factor = 1 / Math.sqrt(Math.abs(upper + lower));
  const [cs1, sn1] = [rootB * factor, rootC * factor];
  [cs, sn] = [cs * cs1 - sn * sn1, cs * sn1 + sn * cs1];
  return { a: middle + p, b: upper - lower, c: 0, d: middle - p, cs, sn };
}

/** The QR iteration on a Hessenberg matrix and its vectors. */
class Schur {
  readonly h: Float64Array;
  readonly z: Float64Array;
  readonly n: number;
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
  readonly #low: number;

  constructor(h: Float64Array, z: Float64Array, n: number, low: number) {
    this.h = h;
    this.z = z;
    this.n = n;
    this.#low = low;
    this.real = Float64Array.from({ length: n }, (_, i) => h[i * n + i]);
    this.imaginary = new Float64Array(n);
  }

  run(high: number): void {
    let i = high;
    let turns = 0;
    while (i >= this.#low) {
      const l = this.#split(i);
      if (l > this.#low) this.h[l * this.n + l - 1] = 0;
      if (l >= i - 1) {
        if (l === i) this.real[i] = this.h[i * this.n + i];
        else this.#finishPair(i);
        i = l - 1;
        turns = 0;
        continue;
      }
      if (++turns > 30 * Math.max(10, this.n)) throw new RangeError('Eigenvalues did not converge');
      this.#sweep(l, i, turns);
    }
  }

  /** The first row of the last block that has not split off. */
  #split(i: number): number {
    const { h, n } = this;
    const at = (r: number, c: number): number => h[r * n + c];
    const small = tiny * (n / ulp);
    let k = i;
    for (; k > this.#low; k--) {
      const below = Math.abs(at(k, k - 1));
      if (below <= small) break;
      let size = Math.abs(at(k - 1, k - 1)) + Math.abs(at(k, k));
      if (size === 0) {
        if (k - 2 >= this.#low) size += Math.abs(at(k - 1, k - 2));
        if (k + 1 < n) size += Math.abs(at(k + 1, k));
      }
      if (below > ulp * size) continue;
      const above = Math.abs(at(k - 1, k));
      const [ab, ba] = [Math.max(below, above), Math.min(below, above)];
      const gap = Math.abs(at(k - 1, k - 1) - at(k, k));
      const [aa, bb] = [Math.max(Math.abs(at(k, k)), gap), Math.min(Math.abs(at(k, k)), gap)];
      const s = aa + ab;
      if (ba * (ab / s) <= Math.max(small, ulp * (bb * (aa / s)))) break;
    }
    return k;
  }

  #finishPair(i: number): void {
    const { h, n } = this;
    const p = i - 1;
    const found = standardize(h[p * n + p], h[p * n + i], h[i * n + p], h[i * n + i]);
    const { cs, sn } = found;
    [h[p * n + p], h[p * n + i], h[i * n + p], h[i * n + i]] = [found.a, found.b, found.c, found.d];
    for (let c = i + 1; c < n; c++) {
      const [x, y] = [h[p * n + c], h[i * n + c]];
      h[p * n + c] = cs * x + sn * y;
      h[i * n + c] = cs * y - sn * x;
    }
    for (let r = 0; r < p; r++) rotatePair(h, r * n + p, cs, sn);
    for (let r = 0; r < n; r++) rotatePair(this.z, r * n + p, cs, sn);
    this.real[p] = found.a;
    this.real[i] = found.d;
    if (found.c === 0) return;
    this.imaginary[p] = Math.sqrt(Math.abs(found.b)) * Math.sqrt(Math.abs(found.c));
    this.imaginary[i] = -this.imaginary[p];
  }

  /** The two shifts: real parts, and the imaginary part of the first. */
  #shifts(l: number, i: number, turns: number): [number, number, number] {
    const { h, n } = this;
    const at = (r: number, c: number): number => h[r * n + c];
    let [h11, h21, h12, h22] = [at(i - 1, i - 1), at(i, i - 1), at(i - 1, i), at(i, i)];
    if (turns % 10 === 0) {
      const s =
        turns % 20 === 0
          ? Math.abs(at(i, i - 1)) + Math.abs(at(i - 1, i - 2))
          : Math.abs(at(l + 1, l)) + Math.abs(at(l + 2, l + 1));
      h11 = 0.75 * s + (turns % 20 === 0 ? at(i, i) : at(l, l));
      [h12, h21, h22] = [-0.4375 * s, s, h11];
    }
    const s = Math.abs(h11) + Math.abs(h12) + Math.abs(h21) + Math.abs(h22);
    if (s === 0) return [0, 0, 0];
    [h11, h21, h12, h22] = [h11 / s, h21 / s, h12 / s, h22 / s];
    const half = (h11 + h22) / 2;
    const determinant = (h11 - half) * (h22 - half) - h12 * h21;
    const root = Math.sqrt(Math.abs(determinant));
    if (determinant >= 0) return [half * s, half * s, root * s];
    const nearer = Math.abs(half + root - h22) <= Math.abs(half - root - h22) ? half + root : half - root;
    return [nearer * s, nearer * s, 0];
  }

  #sweep(l: number, i: number, turns: number): void {
    const { h, n } = this;
    const at = (r: number, c: number): number => h[r * n + c];
    const [first, second, imaginary] = this.#shifts(l, i, turns);
    let v = new Float64Array(3);
    let m = i - 2;
    for (; m >= l; m--) {
      const s = Math.abs(at(m, m) - second) + imaginary + Math.abs(at(m + 1, m));
      const below = at(m + 1, m) / s;
      v[0] =
        below * at(m, m + 1) + (at(m, m) - first) * ((at(m, m) - second) / s) + imaginary * (imaginary / s);
      v[1] = below * (at(m, m) + at(m + 1, m + 1) - first - second);
      v[2] = below * at(m + 2, m + 1);
      const size = Math.abs(v[0]) + Math.abs(v[1]) + Math.abs(v[2]);
      v = v.map((each) => each / size);
      if (m === l) break;
      const around = Math.abs(at(m - 1, m - 1)) + Math.abs(at(m, m)) + Math.abs(at(m + 1, m + 1));
      if (Math.abs(at(m, m - 1)) * (Math.abs(v[1]) + Math.abs(v[2])) <= ulp * Math.abs(v[0]) * around) break;
    }
    for (let k = m; k < i; k++) this.#reflect(k, { l, m, i }, v);
  }

  #reflect(k: number, { l, m, i }: { l: number; m: number; i: number }, start: Float64Array): void {
    const { h, n, z } = this;
    const size = Math.min(3, i - k + 1);
    const source =
      k > m ? Float64Array.from({ length: size }, (_, r) => h[(k + r) * n + k - 1]) : start.slice(0, size);
    const reflection = reflectionOf(source);
    if (k > m) {
      h[k * n + k - 1] = reflection.beta;
      for (let r = 1; r < size; r++) h[(k + r) * n + k - 1] = 0;
    } else if (m > l) h[k * n + k - 1] *= 1 - reflection.tau;
    reflectRows(h, reflection, { width: n, rowStart: k, columnStart: k, columnEnd: n });
    const rows = Math.min(k + 3, i) + 1;
    reflectColumns(h.subarray(0, rows * n), reflection, { width: n, columnStart: k });
    reflectColumns(z, reflection, { width: n, columnStart: k });
  }
}

function rotatePair(a: Float64Array, at: number, cs: number, sn: number): void {
  const [x, y] = [a[at], a[at + 1]];
  a[at] = cs * x + sn * y;
  a[at + 1] = cs * y - sn * x;
}

const times = (x: Complex, y: Complex): Complex =>
  new Complex(x.re * y.re - x.im * y.im, x.re * y.im + x.im * y.re);
const minus = (x: Complex, y: Complex): Complex => new Complex(x.re - y.re, x.im - y.im);

/** x / y, avoiding a division by zero as dlaln2 does: a tiny number stands for it. */
function quotient(x: Complex, y: Complex, least: number): Complex {
  const size = Math.hypot(y.re, y.im);
  if (size < least) return new Complex(x.re / least, x.im / least);
  const square = y.re * y.re + y.im * y.im;
  return new Complex((x.re * y.re + x.im * y.im) / square, (x.im * y.re - x.re * y.im) / square);
}

/** The eigenvector of column k of the quasi-triangular matrix, before it is turned back. */
function triangularVector(schur: Schur, k: number): Complex[] {
  const { h, n, real, imaginary } = schur;
  const isPair = imaginary[k] !== 0;
  const lambda = new Complex(real[k], imaginary[k]);
  const least = Math.max(ulp * (Math.abs(lambda.re) + Math.abs(lambda.im)), tiny * (n / ulp));
  const x = Array.from({ length: n }, () => new Complex(0, 0));
  const end = k;
  if (isPair) {
    const [above, below] = [h[k * n + k + 1], h[(k + 1) * n + k]];
    if (Math.abs(above) >= Math.abs(below)) {
      x[k] = new Complex(1, 0);
      x[k + 1] = new Complex(0, imaginary[k] / above);
    } else {
      x[k] = new Complex(-imaginary[k] / below, 0);
      x[k + 1] = new Complex(0, 1);
    }
  } else x[k] = new Complex(1, 0);
  const rightSide = (row: number, from: number): Complex => {
    let sum = new Complex(0, 0);
    for (let c = from; c < n; c++) {
      const factor = h[row * n + c];
      sum = new Complex(sum.re - factor * x[c].re, sum.im - factor * x[c].im);
    }
    return sum;
  };
  for (let j = end - 1; j >= 0; j--) {
    if (j > 0 && h[j * n + j - 1] !== 0) {
      const p = j - 1;
      const [a, d] = [
        minus(new Complex(h[p * n + p], 0), lambda),
        minus(new Complex(h[j * n + j], 0), lambda),
      ];
      const [b, c] = [new Complex(h[p * n + j], 0), new Complex(h[j * n + p], 0)];
      const [f, g] = [rightSide(p, j + 1), rightSide(j, j + 1)];
      const determinant = minus(times(a, d), times(b, c));
      x[p] = quotient(minus(times(d, f), times(b, g)), determinant, least * least);
      x[j] = quotient(minus(times(a, g), times(c, f)), determinant, least * least);
      j--;
    } else x[j] = quotient(rightSide(j, j + 1), minus(new Complex(h[j * n + j], 0), lambda), least);
  }
  return x;
}

/** Undoes the balancing in one vector. */
function turnBack(vector: Complex[], { low, high, scale }: Balanced): void {
  for (let i = low; i <= high && low < high; i++)
    vector[i] = new Complex(vector[i].re * scale[i], vector[i].im * scale[i]);
  const swap = (i: number): void => {
    const partner = scale[i];
    [vector[i], vector[partner]] = [vector[partner], vector[i]];
  };
  for (let i = low - 1; i >= 0; i--) swap(i);
  for (let i = high + 1; i < vector.length; i++) swap(i);
}

/** Length 1; of a pair, the largest component becomes real and keeps its sign. */
function normalize(vector: Complex[], { isPair }: { readonly isPair: boolean }): Complex[] {
  const size = Math.sqrt(vector.reduce((sum, z) => sum + z.re * z.re + z.im * z.im, 0));
  const unit = vector.map((z) => new Complex(z.re / size, z.im / size));
  if (!isPair) return unit;
  const squares = unit.map((z) => z.re * z.re + z.im * z.im);
  const at = squares.indexOf(Math.max(...squares));
  const length = signed(Math.hypot(unit[at].re, unit[at].im), unit[at].re);
  const turn = new Complex(unit[at].re / length, -unit[at].im / length);
  return unit.map((z, i) => {
    const turned = times(z, turn);
    return i === at ? new Complex(turned.re, 0) : turned;
  });
}

/** Decomposes a real n by n matrix. */
export function generalEigen(matrix: Float64Array, n: number, search: Search): GeneralEigen {
  const balanced = balance(matrix, n, search);
  const z = hessenberg(balanced, n);
  const schur = new Schur(balanced.h, z, n, balanced.low);
  schur.run(balanced.high);
  const vectors = Array.from({ length: n * n }, () => new Complex(0, 0));
  for (let k = 0; k < n; k++) {
    const isPair = schur.imaginary[k] !== 0;
    const x = triangularVector(schur, k);
    const full = Array.from({ length: n }, (_, r) => {
      let [re, im] = [0, 0];
      for (let c = 0; c < n; c++) {
        re += z[r * n + c] * x[c].re;
        im += z[r * n + c] * x[c].im;
      }
      return new Complex(re, im);
    });
    turnBack(full, balanced);
    const unit = normalize(full, { isPair });
    for (let r = 0; r < n; r++) vectors[r * n + k] = unit[r];
    if (!isPair) continue;
    k++;
    for (let r = 0; r < n; r++) vectors[r * n + k] = new Complex(unit[r].re, -unit[r].im);
  }
  return { real: schur.real, imaginary: schur.imaginary, vectors };
}

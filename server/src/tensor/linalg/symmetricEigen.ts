/**
 * Eigenvalues and eigenvectors of symmetric matrices as LAPACK's dsyevd finds them for small ones: reduction to three
 * diagonals (dsytd2, lower triangle), then implicit QL or QR (dsteqr). Following its order of rotations gives its signs.
 */
import { type Reflection, reflectionOf, reflectRows } from './householder.ts';

export interface SymmetricEigen {
  /** Ascending. */
  readonly values: Float64Array;
  /** In columns. */
  readonly vectors: Float64Array;
}

interface Tridiagonal {
  readonly d: Float64Array;
  readonly e: Float64Array;
  readonly reflections: readonly Reflection[];
}

function tridiagonalize(matrix: Float64Array, n: number): Tridiagonal {
  const a = matrix.slice();
  const d = new Float64Array(n);
  const e = new Float64Array(Math.max(0, n - 1));
  const reflections: Reflection[] = [];
  for (let i = 0; i < n - 1; i++) {
    const size = n - i - 1;
    const reflection = reflectionOf(Float64Array.from({ length: size }, (_, k) => a[(i + 1 + k) * n + i]));
    reflections.push(reflection);
    e[i] = reflection.beta;
    d[i] = a[i * n + i];
    if (reflection.tau !== 0) rankTwoUpdate(a, n, i + 1, reflection);
  }
  if (n > 0) d[n - 1] = a[n * n - 1];
  return { d, e, reflections };
}

/** A -= v w' + w v' on the lower triangle from `start`. */
function rankTwoUpdate(a: Float64Array, n: number, start: number, { tau, vector: v }: Reflection): void {
  const size = v.length;
  const at = (i: number, j: number): number =>
    i >= j ? a[(start + i) * n + start + j] : a[(start + j) * n + start + i];
  const w = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let sum = 0;
    for (let j = 0; j < size; j++) sum += at(i, j) * v[j];
    w[i] = tau * sum;
  }
  let dot = 0;
  for (let i = 0; i < size; i++) dot += w[i] * v[i];
  const alpha = -0.5 * tau * dot;
  for (let i = 0; i < size; i++) w[i] += alpha * v[i];
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) a[(start + i) * n + start + j] -= v[i] * w[j] + w[i] * v[j];
}

const epsilon = 2 ** -53;
const tiny = 2.2250738585072014e-308;
export const withSign = (size: number, model: number): number =>
  model < 0 || Object.is(model, -0) ? -Math.abs(size) : Math.abs(size);

interface Rotation {
  readonly c: number;
  readonly s: number;
  readonly r: number;
}

/** dlartg. */
export function rotationOf(f: number, g: number): Rotation {
  if (g === 0) return { c: 1, s: 0, r: f };
  if (f === 0) return { c: 0, s: withSign(1, g), r: Math.abs(g) };
  const r = withSign(Math.sqrt(f * f + g * g), f);
  return { c: Math.abs(f) / Math.abs(r), s: g / r, r };
}

/** dlaev2: the eigenvalues of [[a, b], [b, c]], the larger in size first, and the first one's vector. */
function twoByTwo(
  a: number,
  b: number,
  c: number,
): { first: number; second: number; cs: number; sn: number } {
  const sum = a + c;
  const difference = a - c;
  const double = b + b;
  const [more, less] = Math.abs(a) > Math.abs(c) ? [a, c] : [c, a];
  const [x, y] = [Math.abs(difference), Math.abs(double)];
  const root =
    x > y ? x * Math.sqrt(1 + (y / x) ** 2) : x < y ? y * Math.sqrt(1 + (x / y) ** 2) : y * Math.SQRT2;
  const firstSign = sum < 0 ? -1 : 1;
  const first = sum === 0 ? 0.5 * root : 0.5 * (sum + firstSign * root);
  const second = sum === 0 ? -0.5 * root : (more / first) * less - (b / first) * b;
  const secondSign = difference >= 0 ? 1 : -1;
  const cosine = difference + secondSign * root;
  let cs = 1;
  let sn = 0;
  if (Math.abs(cosine) > y) {
    const ratio = -double / cosine;
    sn = 1 / Math.sqrt(1 + ratio * ratio);
    cs = ratio * sn;
  } else if (y !== 0) {
    const ratio = -cosine / double;
    cs = 1 / Math.sqrt(1 + ratio * ratio);
    sn = ratio * cs;
  }
  return firstSign === secondSign ? { first, second, cs: -sn, sn: cs } : { first, second, cs, sn };
}

/** The iteration on one matrix: the diagonals, and the vectors that take part. */
class Iteration {
  readonly d: Float64Array;
  readonly e: Float64Array;
  readonly z: Float64Array;
  readonly n: number;
  #turns = 0;

  constructor(d: Float64Array, e: Float64Array) {
    this.d = d;
    this.e = e;
    this.n = d.length;
    this.z = new Float64Array(this.n * this.n);
    for (let i = 0; i < this.n; i++) this.z[i * this.n + i] = 1;
  }

  /** Rotates the columns j and j + 1 of the vectors. */
  rotate(j: number, c: number, s: number): void {
    const { z, n } = this;
    for (let i = 0; i < n; i++) {
      const kept = z[i * n + j + 1];
      z[i * n + j + 1] = c * kept - s * z[i * n + j];
      z[i * n + j] = s * kept + c * z[i * n + j];
    }
  }

  run(): void {
    const { d, e, n } = this;
    let start = 0;
    while (start < n) {
      if (start > 0) e[start - 1] = 0;
      let end = start;
      while (end < n - 1) {
        const size = Math.abs(e[end]);
        if (size <= Math.sqrt(Math.abs(d[end])) * Math.sqrt(Math.abs(d[end + 1])) * epsilon) {
          e[end] = 0;
          break;
        }
        end++;
      }
      if (end > start) this.#block(start, end);
      start = end + 1;
    }
  }

  #block(start: number, end: number): void {
    if (Math.abs(this.d[end]) < Math.abs(this.d[start])) this.#upward(end, start);
    else this.#downward(start, end);
  }

  #isSmall(at: number): boolean {
    const { d, e } = this;
    return e[at] * e[at] <= epsilon * epsilon * Math.abs(d[at]) * Math.abs(d[at + 1]) + tiny;
  }

  #count(): void {
    if (++this.#turns > 30 * this.n) throw new RangeError('Eigenvalues did not converge');
  }

  /** QL: from `l` to `end` > `l`. */
  #downward(first: number, end: number): void {
    const { d, e } = this;
    let l = first;
    while (l <= end) {
      let m = l;
      while (m < end && !this.#isSmall(m)) m++;
      if (m < end) e[m] = 0;
      if (m === l) {
        l++;
        continue;
      }
      if (m === l + 1) {
        const { first: one, second, cs, sn } = twoByTwo(d[l], e[l], d[l + 1]);
        this.rotate(l, cs, sn);
        [d[l], d[l + 1], e[l]] = [one, second, 0];
        l += 2;
        continue;
      }
      this.#count();
      this.#sweepDown(l, m);
    }
  }

  #sweepDown(l: number, m: number): void {
    const { d, e } = this;
    let g = (d[l + 1] - d[l]) / (2 * e[l]);
    g = d[m] - d[l] + e[l] / (g + withSign(Math.hypot(g, 1), g));
    let [s, c, p] = [1, 1, 0];
    const rotations: [number, number, number][] = [];
    for (let i = m - 1; i >= l; i--) {
      const f = s * e[i];
      const b = c * e[i];
      const rotation = rotationOf(g, f);
      ({ c, s } = rotation);
      if (i !== m - 1) e[i + 1] = rotation.r;
      g = d[i + 1] - p;
      const r = (d[i] - g) * s + 2 * c * b;
      p = s * r;
      d[i + 1] = g + p;
      g = c * r - b;
      rotations.push([i, c, -s]);
    }
    for (const [i, cosine, sine] of rotations) this.rotate(i, cosine, sine);
    d[l] -= p;
    e[l] = g;
  }

  /** QR: from `l` up to `end` < `l`. */
  #upward(first: number, end: number): void {
    const { d, e } = this;
    let l = first;
    while (l >= end) {
      let m = l;
      while (m > end && !this.#isSmall(m - 1)) m--;
      if (m > end) e[m - 1] = 0;
      if (m === l) {
        l--;
        continue;
      }
      if (m === l - 1) {
        const { first: one, second, cs, sn } = twoByTwo(d[l - 1], e[l - 1], d[l]);
        this.rotate(l - 1, cs, sn);
        [d[l - 1], d[l], e[l - 1]] = [one, second, 0];
        l -= 2;
        continue;
      }
      this.#count();
      this.#sweepUp(l, m);
    }
  }

  #sweepUp(l: number, m: number): void {
    const { d, e } = this;
    let g = (d[l - 1] - d[l]) / (2 * e[l - 1]);
    g = d[m] - d[l] + e[l - 1] / (g + withSign(Math.hypot(g, 1), g));
    let [s, c, p] = [1, 1, 0];
    for (let i = m; i < l; i++) {
      const f = s * e[i];
      const b = c * e[i];
      const rotation = rotationOf(g, f);
      ({ c, s } = rotation);
      if (i !== m) e[i - 1] = rotation.r;
      g = d[i] - p;
      const r = (d[i + 1] - g) * s + 2 * c * b;
      p = s * r;
      d[i] = g + p;
      g = c * r - b;
      this.rotate(i, c, s);
    }
    d[l] -= p;
    e[l - 1] = g;
  }

  /** Ascending, by exchanges as dsteqr makes them. */
  sort(): void {
    const { d, z, n } = this;
    for (let i = 0; i < n - 1; i++) {
      let least = i;
      for (let j = i + 1; j < n; j++) if (d[j] < d[least]) least = j;
      if (least === i) continue;
      [d[i], d[least]] = [d[least], d[i]];
      for (let r = 0; r < n; r++) [z[r * n + i], z[r * n + least]] = [z[r * n + least], z[r * n + i]];
    }
  }
}

/** Decomposes a symmetric n by n matrix of which the lower triangle is read. */
export function symmetricEigen(matrix: Float64Array, n: number): SymmetricEigen {
  const { d, e, reflections } = tridiagonalize(matrix, n);
  const iteration = new Iteration(d, e);
  iteration.run();
  iteration.sort();
  const vectors = iteration.z;
  for (let i = reflections.length - 1; i >= 0; i--)
    reflectRows(vectors, reflections[i], { width: n, rowStart: i + 1, columnStart: 0, columnEnd: n });
  return { values: d, vectors };
}

/**
 * Discrete Fourier transforms of any length in the manner of pocketfft (M. Reinecke), which NumPy uses: passes of radix 4, 2,
 * 3, 5 and other primes in its order; a length with a large prime factor by L. Bluestein's convolution.
 */
import { spent } from './interrupt.ts';
import { cos, sin } from './libm.ts';

/** Complex numbers as two columns. */
export interface Signal {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** The exponent's sign: -1 forward, 1 backward. */
export type Direction = -1 | 1;

/** exp(2 pi i k / n), exact where it is a multiple of an eighth turn, through the first octant elsewhere. */
function unitRoot(k: number, n: number): [number, number] {
  const eighths = 8 * (((k % n) + n) % n);
  const octant = Math.floor(eighths / n);
  const rest = eighths - octant * n;
  // The second half of a quadrant mirrors the first.
  const isMirrored = octant % 2 === 1;
  const [c, s] = pointOf(isMirrored ? n - rest : rest, n);
  const [x, y] = isMirrored ? [s, c] : [c, s];
  switch (octant >> 1) {
    case 0:
      return [x, y];
    case 1:
      return [-y, x];
    case 2:
      return [-x, -y];
    default:
      return [y, -x];
  }
}

/** The point at rest / n of an eighth turn; that of a twelfth of a turn is known. */
function pointOf(rest: number, n: number): [number, number] {
  if (3 * rest === 2 * n) return [Math.sqrt(3) / 2, 0.5];
  const angle = (rest / n) * (Math.PI / 4);
  return [cos(angle), sin(angle)];
}

interface Plan {
  readonly n: number;
  readonly factors: readonly number[];
  readonly cosines: Float64Array;
  readonly sines: Float64Array;
}

function factorsOf(length: number): number[] {
  const factors: number[] = [];
  let rest = length;
  while (rest % 4 === 0) {
    factors.push(4);
    rest /= 4;
  }
  if (rest % 2 === 0) {
    rest /= 2;
    factors.push(2);
    [factors[0], factors[factors.length - 1]] = [factors[factors.length - 1], factors[0]];
  }
  for (let divisor = 3; divisor * divisor <= rest; divisor += 2) {
    while (rest % divisor === 0) {
      factors.push(divisor);
      rest /= divisor;
    }
  }
  if (rest > 1) factors.push(rest);
  return factors;
}

function planOf(n: number): Plan {
  const cosines = new Float64Array(n);
  const sines = new Float64Array(n);
  for (let k = 0; k < n; k++) [cosines[k], sines[k]] = unitRoot(k, n);
  return { n, factors: factorsOf(n), cosines, sines };
}

let last: Plan | null = null;

/** The transform without a factor; the signal is not changed. */
export function transform(signal: Signal, direction: Direction): Signal {
  const n = signal.re.length;
  if (n <= 1) return { re: signal.re.slice(), im: signal.im.slice() };
  if (factorsOf(n).some((factor) => factor > 50)) return bluestein(signal, direction);
  if (last?.n !== n) last = planOf(n);
  let from: Signal = signal;
  let before = 1;
  for (const factor of last.factors) {
    from = pass(from, last, { factor, before, direction });
    before *= factor;
  }
  return from;
}

interface Pass {
  readonly factor: number;
  /** The product of the factors that are done. */
  readonly before: number;
  readonly direction: Direction;
}

/** One radix: small transforms whose results are turned by roots of unity. */
function pass(source: Signal, plan: Plan, { factor, before, direction }: Pass): Signal {
  const { n } = plan;
  const inner = n / before / factor;
  const re = new Float64Array(n);
  const im = new Float64Array(n);
  const x = new Float64Array(factor);
  const y = new Float64Array(factor);
  const small = smallTransform(factor, direction);
  for (let k = 0; k < before; k++) {
    spent(inner * factor);
    for (let i = 0; i < inner; i++) {
      for (let j = 0; j < factor; j++) {
        const at = i + inner * (j + factor * k);
        x[j] = source.re[at];
        y[j] = source.im[at];
      }
      small(x, y);
      for (let j = 0; j < factor; j++) {
        const to = i + inner * (k + before * j);
        if (i === 0 || j === 0) {
          re[to] = x[j];
          im[to] = y[j];
          continue;
        }
        const root = j * before * i;
        const c = plan.cosines[root];
        const s = direction * plan.sines[root];
        re[to] = c * x[j] - s * y[j];
        im[to] = c * y[j] + s * x[j];
      }
    }
  }
  return { re, im };
}

type Small = (x: Float64Array, y: Float64Array) => void;

function smallTransform(factor: number, direction: Direction): Small {
  if (factor === 2) return two;
  if (factor === 4) return (x, y) => four(x, y, direction);
  return odd(factor, direction);
}

function two(x: Float64Array, y: Float64Array): void {
  const [a, b] = [x[0] - x[1], y[0] - y[1]];
  x[0] += x[1];
  y[0] += y[1];
  x[1] = a;
  y[1] = b;
}

function four(x: Float64Array, y: Float64Array, direction: Direction): void {
  const [sumX, sumY, differenceX, differenceY] = [x[0] + x[2], y[0] + y[2], x[0] - x[2], y[0] - y[2]];
  const [otherX, otherY] = [x[1] + x[3], y[1] + y[3]];
  const turnedX = -direction * (y[1] - y[3]);
  const turnedY = direction * (x[1] - x[3]);
  x[0] = sumX + otherX;
  y[0] = sumY + otherY;
  x[2] = sumX - otherX;
  y[2] = sumY - otherY;
  x[1] = differenceX + turnedX;
  y[1] = differenceY + turnedY;
  x[3] = differenceX - turnedX;
  y[3] = differenceY - turnedY;
}

/** A small odd length, by pairs of elements that mirror each other. */
function odd(factor: number, direction: Direction): Small {
  const half = (factor - 1) / 2;
  const roots = Array.from({ length: factor }, (_, k) => unitRoot(k, factor));
  const sumX = new Float64Array(half + 1);
  const sumY = new Float64Array(half + 1);
  const gapX = new Float64Array(half + 1);
  const gapY = new Float64Array(half + 1);
  return (x, y) => {
    const [x0, y0] = [x[0], y[0]];
    let [totalX, totalY] = [x0, y0];
    for (let j = 1; j <= half; j++) {
      sumX[j] = x[j] + x[factor - j];
      sumY[j] = y[j] + y[factor - j];
      gapX[j] = x[j] - x[factor - j];
      gapY[j] = y[j] - y[factor - j];
      totalX += sumX[j];
      totalY += sumY[j];
    }
    x[0] = totalX;
    y[0] = totalY;
    for (let u = 1; u <= half; u++) {
      let [ax, ay, bx, by] = [x0, y0, 0, 0];
      for (let j = 1; j <= half; j++) {
        const [c, s] = roots[(u * j) % factor];
        ax += c * sumX[j];
        ay += c * sumY[j];
        bx += direction * s * gapX[j];
        by += direction * s * gapY[j];
      }
      x[u] = ax - by;
      y[u] = ay + bx;
      x[factor - u] = ax + by;
      y[factor - u] = ay - bx;
    }
  };
}

function bluestein(signal: Signal, direction: Direction): Signal {
  const n = signal.re.length;
  let size = 1;
  while (size < 2 * n - 1) size *= 2;
  const chirp = Array.from({ length: n }, (_, k) => unitRoot((k * k) % (2 * n), 2 * n));
  const a: Signal = { re: new Float64Array(size), im: new Float64Array(size) };
  const b: Signal = { re: new Float64Array(size), im: new Float64Array(size) };
  for (let k = 0; k < n; k++) {
    const [c, plainSine] = chirp[k];
    const s = direction * plainSine;
    a.re[k] = signal.re[k] * c - signal.im[k] * s;
    a.im[k] = signal.im[k] * c + signal.re[k] * s;
    b.re[k] = c;
    b.im[k] = -s;
    if (k === 0) continue;
    b.re[size - k] = c;
    b.im[size - k] = -s;
  }
  const [fa, fb] = [transform(a, -1), transform(b, -1)];
  const product: Signal = {
    re: fa.re.map((x, i) => x * fb.re[i] - fa.im[i] * fb.im[i]),
    im: fa.re.map((x, i) => x * fb.im[i] + fa.im[i] * fb.re[i]),
  };
  const back = transform(product, 1);
  const re = new Float64Array(n);
  const im = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    const [c, plainSine] = chirp[k];
    const s = direction * plainSine;
    const [x, y] = [back.re[k] / size, back.im[k] / size];
    re[k] = x * c - y * s;
    im[k] = y * c + x * s;
  }
  return { re, im };
}

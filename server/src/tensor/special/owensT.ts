/** Owen's T function: Gauss-Legendre on the integral that defines it, with the symmetries that keep its range short. */
import { once } from '../../base/once.ts';
import * as libm from '../libm.ts';
import { erf, erfc } from './cephesErrorFunctions.ts';

/** T(h, a): 1/2π times the integral of exp(-h² (1 + x²)/2) / (1 + x²) from 0 to a. */
export function owensT(h: number, a: number): number {
  if (Number.isNaN(h) || Number.isNaN(a)) return Number.NaN;
  const [x, y] = [Math.abs(h), Math.abs(a)];
  const sign = Math.sign(a);
  if (y === 0 || !Number.isFinite(x)) return 0;
  if (y === Number.POSITIVE_INFINITY) return sign * upperTail(x) * 0.5;
  if (y <= 1) return sign * integral(x, y);
  const scaled = y * x;
  if (x <= 0.67) {
    const [near, far] = [erf(x / Math.SQRT2) / 2, erf(scaled / Math.SQRT2) / 2];
    return sign * (0.25 - near * far - integral(scaled, 1 / y));
  }
  const [near, far] = [upperTail(x), upperTail(scaled)];
  return sign * (0.5 * (near + far) - near * far - integral(scaled, 1 / y));
}

/** The probability that a normal variable is greater than x. */
const upperTail = (x: number): number => erfc(x / Math.SQRT2) / 2;

/** Nodes and weights of 20 points on [0, 1], by Newton's iteration on the Legendre polynomial. */
const nodes = once(() => Array.from({ length: 20 }, (_, i) => legendreNode(20, i)));

function legendreNode(count: number, index: number): readonly [at: number, weight: number] {
  let x = Math.cos((Math.PI * (index + 0.75)) / (count + 0.5));
  let slope = 0;
  for (let round = 0; round < 8; round++) {
    let [before, here] = [1, x];
    for (let k = 2; k <= count; k++) [before, here] = [here, ((2 * k - 1) * x * here - (k - 1) * before) / k];
    slope = (count * (x * here - before)) / (x * x - 1);
    x -= here / slope;
  }
  return [(1 + x) / 2, 1 / ((1 - x * x) * slope * slope)];
}

function integral(h: number, a: number): number {
  const panels = Math.max(1, Math.ceil((h * a) / 3));
  let sum = 0;
  for (let panel = 0; panel < Math.min(panels, 30); panel++) {
    for (const [at, weight] of nodes()) {
      const x = (a * (panel + at)) / panels;
      const rest = 1 + x * x;
      sum += (weight * libm.exp(-0.5 * h * h * rest)) / rest;
    }
  }
  return (sum * a) / panels / (2 * Math.PI);
}

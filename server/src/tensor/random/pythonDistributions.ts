/**
 * The distributions of Python's `random`, as functions of a source of uniform numbers. The algorithms are those that
 * CPython 3.12's documentation and comments name: Kinderman and Monahan (normal), Cheng and Ahrens-Dieter (gamma), Fisher
 * (von Mises), Devroye and Hörmann (binomial).
 */

import { once } from '../../base/once.ts';
import { spent } from '../interrupt.ts';
import { acos, cos, exp, log } from '../libm.ts';

/** Uniform in [0, 1). */
export type Uniform = () => number;

const turn = 2 * Math.PI;
const normalScale = once(() => (4 * exp(-0.5)) / Math.sqrt(2));
const gammaScale = once(() => 1 + log(4.5));
const logFour = once(() => log(4));

/** Standard normal by the ratio of uniforms. */
export function normalByRatio(random: Uniform): number {
  for (; ; spent(1)) {
    const first = random();
    const second = 1 - random();
    const z = (normalScale() * (first - 0.5)) / second;
    if ((z * z) / 4 <= -log(second)) return z;
  }
}

/** Python's floored remainder of a turn. */
function withinTurn(angle: number): number {
  const rest = angle % turn;
  return rest < 0 ? rest + turn : rest;
}

export function vonMises(random: Uniform, mean: number, concentration: number): number {
  if (concentration <= 1e-6) return turn * random();
  const s = 0.5 / concentration;
  const r = s + Math.sqrt(1 + s * s);
  let z: number;
  for (; ; spent(1)) {
    z = cos(Math.PI * random());
    const d = z / (r + z);
    const u = random();
    if (u < 1 - d * d || u <= (1 - d) * exp(d)) break;
  }
  const q = 1 / r;
  const angle = acos((q + z) / (1 + q * z));
  return withinTurn(random() > 0.5 ? mean + angle : mean - angle);
}

/** A standard exponential number, for a gamma of shape 1: the Pythons take different ones. */
export type Exponential = (random: Uniform) => number;

export const exponentialOfPython3: Exponential = (random) => -log(1 - random());

export function exponentialOfPython2(random: Uniform): number {
  let u = random();
  while (u <= 1e-7) u = random();
  return -log(u);
}

/** Both parameters are positive. */
export function gamma(random: Uniform, shape: number, scale: number, exponential: Exponential): number {
  if (shape > 1) return largeGamma(random, shape) * scale;
  if (shape === 1) return exponential(random) * scale;
  return smallGamma(random, shape) * scale;
}

function largeGamma(random: Uniform, shape: number): number {
  const root = Math.sqrt(2 * shape - 1);
  const b = shape - logFour();
  const c = shape + root;
  for (; ; spent(1)) {
    const u = random();
    if (!(u > 1e-7 && u < 0.9999999)) continue;
    const second = 1 - random();
    const v = log(u / (1 - u)) / root;
    const x = shape * exp(v);
    const z = u * u * second;
    const r = b + c * v - x;
    if (r + gammaScale() - 4.5 * z >= 0 || r >= log(z)) return x;
  }
}

function smallGamma(random: Uniform, shape: number): number {
  for (; ; spent(1)) {
    const b = (Math.E + shape) / Math.E;
    const p = b * random();
    const x = p <= 1 ? p ** (1 / shape) : -log((b - p) / shape);
    const u = random();
    if (p > 1 ? u <= x ** (shape - 1) : u <= exp(-x)) return x;
  }
}

export function beta(random: Uniform, alpha: number, betaShape: number, exponential: Exponential): number {
  const y = gamma(random, alpha, 1, exponential);
  return y === 0 ? 0 : y / (y + gamma(random, betaShape, 1, exponential));
}

/** log((n)!) by Stirling's series; for acceptance tests. */
export function logFactorial(n: number): number {
  if (n < 2) return 0;
  let x = n + 1;
  let shifted = 0;
  while (x < 10) shifted += log(x++);
  const square = 1 / (x * x);
  const series = (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680))) / x;
  return (x - 0.5) * log(x) - x + 0.5 * log(turn) + series - shifted;
}

/** 0 < p < 1. */
export function binomial(random: Uniform, n: number, p: number): number {
  if (n === 1) return random() < p ? 1 : 0;
  if (p > 0.5) return n - binomial(random, n, 1 - p);
  return n * p < 10 ? binomialByGaps(random, n, p) : binomialByRejection(random, n, p);
}

function binomialByGaps(random: Uniform, n: number, p: number): number {
  const c = Math.log2(1 - p);
  if (c === 0) return 0;
  let x = 0;
  for (let y = 0; ; x++) {
    y += Math.floor(Math.log2(random()) / c) + 1;
    if (y > n) return x;
  }
}

function binomialByRejection(random: Uniform, n: number, p: number): number {
  const deviation = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * deviation;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const c = n * p + 0.5;
  const limit = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * deviation;
  const logOdds = log(p / (1 - p));
  const mode = Math.floor((n + 1) * p);
  const h = logFactorial(mode) + logFactorial(n - mode);
  for (; ; spent(1)) {
    const u = random() - 0.5;
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + c);
    if (k < 0 || k > n) continue;
    const v = random();
    if (us >= 0.07 && v <= limit) return k;
    const bound = h - logFactorial(k) - logFactorial(n - k) + (k - mode) * logOdds;
    if (log(v * (alpha / (a / (us * us) + b))) <= bound) return k;
  }
}

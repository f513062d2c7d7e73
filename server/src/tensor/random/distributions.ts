/**
 * NumPy's continuous distributions: one number each. The methods are those that NumPy's documentation names: Marsaglia and
 * Tsang (gamma), Jöhnk (beta), Michael, Schucany and Haas (wald), Best and Fisher (vonmises). The order of the
 * draws and of the operations is NumPy's, so that the streams are equal.
 */
import { spent } from '../interrupt.ts';
import { acos, cos, exp, expm1, log, log1p } from '../libm.ts';
import { poisson } from './discreteDistributions.ts';
import type { Sampler } from './sampler.ts';

export const normal = (s: Sampler, mean: number, deviation: number): number => mean + deviation * s.normal();
export const exponential = (s: Sampler, scale: number): number => scale * s.exponential();
export const uniform = (s: Sampler, low: number, range: number): number => low + range * s.bits.nextDouble();
export const lognormal = (s: Sampler, mean: number, sigma: number): number => exp(normal(s, mean, sigma));

export function standardGamma(s: Sampler, shape: number): number {
  if (shape === 1) return s.exponential();
  if (shape === 0) return 0;
  return shape < 1 ? smallGamma(s, shape) : largeGamma(s, shape);
}

function smallGamma(s: Sampler, shape: number): number {
  for (; ; spent(1)) {
    const u = s.bits.nextDouble();
    const v = s.exponential();
    if (u <= 1 - shape) {
      const x = u ** (1 / shape);
      if (x <= v) return x;
    } else {
      const y = -log((1 - u) / shape);
      const x = (1 - shape + shape * y) ** (1 / shape);
      if (x <= v + y) return x;
    }
  }
}

function largeGamma(s: Sampler, shape: number): number {
  const b = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * b);
  for (; ; spent(1)) {
    let x = 0;
    let v = 0;
    do {
      x = s.normal();
      v = 1 + c * x;
    } while (v <= 0);
    v = v * v * v;
    const u = s.bits.nextDouble();
    if (u < 1 - 0.0331 * (x * x) * (x * x)) return b * v;
    if (log(u) < 0.5 * x * x + b * (1 - v + log(v))) return b * v;
  }
}

export const gamma = (s: Sampler, shape: number, scale: number): number => scale * standardGamma(s, shape);
export const chisquare = (s: Sampler, df: number): number => 2 * standardGamma(s, df / 2);

export function beta(s: Sampler, a: number, b: number): number {
  if (a <= 1 && b <= 1) return smallBeta(s, a, b);
  const first = standardGamma(s, a);
  return first / (first + standardGamma(s, b));
}

function smallBeta(s: Sampler, a: number, b: number): number {
  for (; ; spent(1)) {
    const u = s.bits.nextDouble();
    const v = s.bits.nextDouble();
    const x = u ** (1 / a);
    const y = v ** (1 / b);
    const sum = x + y;
    if (sum > 1 || (!s.isLegacy && u + v <= 0)) continue;
    if (sum > 0) return x / sum;
    const logX = log(u) / a;
    const logY = log(v) / b;
    const most = Math.max(logX, logY);
    return exp(logX - most - log(exp(logX - most) + exp(logY - most)));
  }
}

export function fisher(s: Sampler, dfnum: number, dfden: number): number {
  const numerator = chisquare(s, dfnum) * dfden;
  return numerator / (chisquare(s, dfden) * dfnum);
}

export function cauchy(s: Sampler): number {
  const numerator = s.normal();
  return numerator / s.normal();
}

export const pareto = (s: Sampler, a: number): number =>
  s.isLegacy ? exp(s.exponential() / a) - 1 : expm1(s.exponential() / a);

export const weibull = (s: Sampler, a: number): number => (a === 0 ? 0 : s.exponential() ** (1 / a));

export const power = (s: Sampler, a: number): number =>
  (s.isLegacy ? 1 - exp(-s.exponential()) : -expm1(-s.exponential())) ** (1 / a);

export function laplace(s: Sampler, mean: number, scale: number): number {
  for (; ; spent(1)) {
    const u = s.bits.nextDouble();
    if (u >= 0.5) return mean - scale * log(2 - u - u);
    if (u > 0) return mean + scale * log(u + u);
  }
}

export function gumbel(s: Sampler, mean: number, scale: number): number {
  for (; ; spent(1)) {
    const u = 1 - s.bits.nextDouble();
    if (u < 1) return mean - scale * log(-log(u));
  }
}

export function logistic(s: Sampler, mean: number, scale: number): number {
  for (; ; spent(1)) {
    const u = s.bits.nextDouble();
    if (u > 0) return mean + scale * log(u / (1 - u));
  }
}

export const rayleigh = (s: Sampler, mode: number): number =>
  mode * Math.sqrt(s.isLegacy ? -2 * log1p(-s.bits.nextDouble()) : 2 * s.exponential());

export function studentT(s: Sampler, df: number): number {
  const numerator = s.normal();
  const denominator = standardGamma(s, df / 2);
  return (Math.sqrt(df / 2) * numerator) / Math.sqrt(denominator);
}

export function noncentralChisquare(s: Sampler, df: number, shift: number): number {
  if (shift === 0) return chisquare(s, df);
  if (df > 1) {
    const first = chisquare(s, df - 1);
    const n = s.normal() + Math.sqrt(shift);
    return first + n * n;
  }
  return chisquare(s, df + 2 * poisson(s, shift / 2));
}

export function noncentralF(s: Sampler, ...[dfnum, dfden, shift]: [number, number, number]): number {
  const numerator = noncentralChisquare(s, dfnum, shift) * dfden;
  return numerator / (chisquare(s, dfden) * dfnum);
}

export function wald(s: Sampler, mean: number, scale: number): number {
  const z = s.normal();
  const y = mean * z * z;
  const x =
    s.isLegacy || s.numpy === 1
      ? mean + (mean / (2 * scale)) * (y - Math.sqrt(4 * scale * y + y * y))
      : mean * (1 - 2 / (1 + Math.sqrt(1 + (4 * scale) / y)));
  return s.bits.nextDouble() <= mean / (mean + x) ? x : (mean * mean) / x;
}

export function vonMises(s: Sampler, mean: number, concentration: number): number {
  if (Number.isNaN(concentration)) return Number.NaN;
  if (concentration < 1e-8) return Math.PI * (2 * s.bits.nextDouble() - 1);
  if (!s.isLegacy && concentration > 1e6) return wrapped(mean + Math.sqrt(1 / concentration) * s.normal());
  const spread = vonMisesSpread(concentration);
  let w = 0;
  for (; ; spent(1)) {
    const z = cos(Math.PI * s.bits.nextDouble());
    w = (1 + spread * z) / (spread + z);
    const y = concentration * (spread - w);
    const v = s.bits.nextDouble();
    if (y * (2 - y) - v >= 0 || log(y / v) + 1 - y >= 0) break;
  }
  const angle = acos(w);
  return folded((s.bits.nextDouble() < 0.5 ? -angle : angle) + mean);
}

function vonMisesSpread(concentration: number): number {
  if (concentration < 1e-5) return 1 / concentration + concentration;
  const r = 1 + Math.sqrt(1 + 4 * concentration * concentration);
  const rho = (r - Math.sqrt(2 * r)) / (2 * concentration);
  return (1 + rho * rho) / (2 * rho);
}

/** Into [-pi, pi], as NumPy does it for the two methods. */
function folded(angle: number): number {
  const size = ((Math.abs(angle) + Math.PI) % (2 * Math.PI)) - Math.PI;
  return angle < 0 ? -size : size;
}

function wrapped(angle: number): number {
  if (angle < -Math.PI) return angle + 2 * Math.PI;
  return angle > Math.PI ? angle - 2 * Math.PI : angle;
}

export function triangular(s: Sampler, ...[left, mode, right]: [number, number, number]): number {
  const base = right - left;
  const leftBase = mode - left;
  const ratio = leftBase / base;
  const leftProduct = leftBase * base;
  const rightProduct = (right - mode) * base;
  const u = s.bits.nextDouble();
  return u <= ratio ? left + Math.sqrt(u * leftProduct) : right - Math.sqrt((1 - u) * rightProduct);
}

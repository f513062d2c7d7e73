/**
 * What draws from a population or deals it out, as positions and rows: shuffles, choices, multinomial and Dirichlet
 * distributions. The order of the draws is NumPy's.
 */
import { EngineError } from '../engineError.ts';
import { inBlocks } from '../interrupt.ts';
import type { NDArray } from '../ndarray.ts';
import { lemireInterval, randomInterval } from './boundedIntegers.ts';
import { multinomial } from './discreteDistributions.ts';
import { beta, standardGamma } from './distributions.ts';
import { checkConstraint, type DrawSource, fillArray } from './drawing.ts';
import type { Sampler } from './sampler.ts';

const valueError = (text: string): EngineError => new EngineError('ValueError', text);

/** A position in [0, most], as the family of the sampler draws it. */
const position = (s: Sampler, most: number): number =>
  s.isLegacy ? randomInterval(s.bits, most) : lemireInterval(s.bits, most);

/** Fisher and Yates from the end. Both families draw the positions by masks here. */
export function deal(
  { sampler, host }: DrawSource,
  length: number,
  swap: (i: number, j: number) => void,
): void {
  for (let i = length - 1; i >= 1; i--) {
    if ((i & 0xfff) === 0) host.checkpoint();
    const j = randomInterval(sampler.bits, i);
    swap(i, j);
  }
}

/** 0 … count - 1. */
function counted({ host }: DrawSource, count: number): BigInt64Array {
  host.allocate(count * 8);
  const positions = new BigInt64Array(count);
  inBlocks(count, (from, to) => {
    for (let i = from; i < to; i++) positions[i] = BigInt(i);
  });
  return positions;
}

function exchange(positions: BigInt64Array, i: number, j: number): void {
  const kept = positions[i];
  positions[i] = positions[j];
  positions[j] = kept;
}

/** 0 … count - 1 in a random order. */
export function shuffledPositions(source: DrawSource, count: number): BigInt64Array {
  const positions = counted(source, count);
  deal(source, count, (i, j) => exchange(positions, i, j));
  return positions;
}

/** A shuffle from the end down to `first`, by Generator's method for chosen integers. */
function dealTail({ sampler, host }: DrawSource, positions: BigInt64Array, first: number): BigInt64Array {
  for (let i = positions.length - 1; i >= first; i--) {
    if ((i & 0xfff) === 0) host.checkpoint();
    exchange(positions, i, lemireInterval(sampler.bits, i));
  }
  return positions;
}

// -------------------------------------------------------------------------------------------------------------- choice

export interface Choice {
  /** How many to choose, and from how many. */
  readonly count: number;
  readonly length: number;
  /** The probabilities, a vector; null: all alike. */
  readonly chances: NDArray | null;
  readonly replaces: boolean;
  /** Whether a choice without replacement is in random order too. */
  readonly isShuffled: boolean;
}

/** The positions of chosen elements. */
export function choosePositions(source: DrawSource, choice: Choice): BigInt64Array {
  const { count, length, replaces } = choice;
  const { sampler } = source;
  const chances = choice.chances === null ? null : checkedChances(sampler, choice.chances, length);
  source.host.allocate(count * 8);
  if (replaces) return chooseAgain(source, chances, choice);
  if (count > length)
    throw valueError(
      `Cannot take a larger sample than population when ${sampler.isLegacy ? "'replace=False'" : 'replace is False'}`,
    );
  if (chances) return chooseDistinctWeighted(source, chances, count);
  if (sampler.isLegacy) return shuffledPositions(source, length).slice(0, count);
  return chooseDistinct(source, choice);
}

/** The messages of the two families. */
const words = (s: Sampler, text: string): string =>
  s.numpy === 1 ? text : `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

function checkedChances(s: Sampler, array: NDArray, length: number): Float64Array {
  const names = s.isLegacy ? ["'p'", "'a' and 'p'"] : ['p', 'a and p'];
  if (array.ndim !== 1) throw valueError(`${names[0]} must be 1-dimensional`);
  if (array.size !== length) throw valueError(`${names[1]} must have same size`);
  const chances = Float64Array.from(array.elements() as ArrayLike<number>, Number);
  const sum = compensatedSum(chances);
  if (Number.isNaN(sum)) throw valueError(words(s, 'probabilities contain NaN'));
  if (chances.some((chance) => chance < 0)) throw valueError(words(s, 'probabilities are not non-negative'));
  if (Math.abs(sum - 1) > 1.4901161193847656e-8)
    throw valueError(
      s.numpy === 1
        ? 'probabilities do not sum to 1'
        : 'Probabilities do not sum to 1. See Notes section of docstring for more information.',
    );
  return chances;
}

/** Kahan's. */
function compensatedSum(values: Float64Array): number {
  let sum = values[0] ?? 0;
  let lost = 0;
  for (let i = 1; i < values.length; i++) {
    const y = values[i] - lost;
    const t = sum + y;
    lost = t - sum - y;
    sum = t;
  }
  return sum;
}

function cumulative(chances: Float64Array): Float64Array {
  const sums = new Float64Array(chances.length);
  let sum = 0;
  for (let i = 0; i < chances.length; i++) {
    sum += chances[i];
    sums[i] = sum;
  }
  return sums.map((each) => each / sum);
}

/** How many limits are at most `value`. */
function searchRight(limits: Float64Array, value: number): number {
  let low = 0;
  let high = limits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (limits[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function chooseAgain(
  { sampler, host }: DrawSource,
  chances: Float64Array | null,
  { count, length }: Choice,
): BigInt64Array {
  const limits = chances && cumulative(chances);
  return BigInt64Array.from({ length: count }, (_, i) => {
    if ((i & 0xfff) === 0) host.checkpoint();
    return BigInt(limits ? searchRight(limits, sampler.bits.nextDouble()) : position(sampler, length - 1));
  });
}

function chooseDistinctWeighted(
  { sampler, host }: DrawSource,
  chances: Float64Array,
  count: number,
): BigInt64Array {
  if (chances.filter((chance) => chance > 0).length < count)
    throw valueError('Fewer non-zero entries in p than size');
  const found: number[] = [];
  while (found.length < count) {
    host.checkpoint();
    const draws = Array.from({ length: count - found.length }, () => sampler.bits.nextDouble());
    for (const at of found) chances[at] = 0;
    const limits = cumulative(chances);
    found.push(...new Set(draws.map((draw) => searchRight(limits, draw))));
  }
  return BigInt64Array.from(found, BigInt);
}

/** Generator's: a shuffle of the tail for large samples, otherwise Floyd's algorithm. */
function chooseDistinct(source: DrawSource, { count, length, isShuffled }: Choice): BigInt64Array {
  if (length > 10000 && count > Math.floor(length / (isShuffled ? 50 : 20)))
    return dealTail(source, counted(source, length), Math.max(length - count, 1)).slice(length - count);
  const chosen = new Set<number>();
  const found = new BigInt64Array(count);
  for (let j = length - count; j < length; j++) {
    const at = position(source.sampler, j);
    const next = chosen.has(at) ? j : at;
    chosen.add(next);
    found[j - length + count] = BigInt(next);
  }
  return isShuffled ? dealTail(source, found, 1) : found;
}

// -------------------------------------------------------------------------------------------------------------- vectors

/** Rows of counts: how often each outcome came in `trials`. */
export function multinomialRows(
  { sampler, host }: DrawSource,
  trials: number,
  chances: Float64Array,
  shape: readonly number[],
): NDArray {
  checkConstraint(trials, { name: 'n', constraint: 'nonNegative' });
  for (const chance of chances) checkConstraint(chance, { name: 'pvals', constraint: 'chance' });
  if (compensatedSum(chances.subarray(0, -1)) > 1 + 1e-12) throw valueError('sum(pvals[:-1]) > 1.0');
  let counts: number[] = [];
  return fillArray(host, 'int64', [...shape, chances.length], (i) => {
    if (i % chances.length === 0) counts = multinomial(sampler, trials, chances);
    return counts[i % chances.length];
  });
}

/** Rows of shares that add up to 1. */
export function dirichletRows(
  { sampler, host }: DrawSource,
  shapes: Float64Array,
  shape: readonly number[],
): NDArray {
  if (shapes.some((each) => (sampler.isLegacy ? !(each > 0) : !(each >= 0))))
    throw valueError(sampler.isLegacy ? 'alpha <= 0' : 'alpha < 0');
  const drawRow =
    !sampler.isLegacy && Math.max(...shapes) < 0.1
      ? (): number[] => brokenStick(sampler, shapes)
      : (): number[] => normalized(sampler, shapes);
  let row: number[] = [];
  return fillArray(host, 'float64', [...shape, shapes.length], (i) => {
    if (i % shapes.length === 0) row = drawRow();
    return row[i % shapes.length];
  });
}

function normalized(s: Sampler, shapes: Float64Array): number[] {
  const row = Array.from(shapes, (shape) => standardGamma(s, shape));
  const factor = 1 / row.reduce((sum, each) => sum + each, 0);
  return row.map((each) => each * factor);
}

/** For small parameters, where gamma numbers would be 0. */
function brokenStick(s: Sampler, shapes: Float64Array): number[] {
  const tails = new Float64Array(shapes.length);
  let sum = 0;
  for (let i = shapes.length - 1; i >= 0; i--) {
    sum += shapes[i];
    tails[i] = sum;
  }
  const row = new Array<number>(shapes.length).fill(0);
  let rest = 1;
  for (let i = 0; i < shapes.length - 1; i++) {
    const share = beta(s, shapes[i], tails[i + 1]);
    row[i] = rest * share;
    rest *= 1 - share;
    if (tails[i + 1] === 0) break;
  }
  row[shapes.length - 1] = rest;
  return row;
}

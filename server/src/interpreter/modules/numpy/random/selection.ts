/** What draws from a population or deals it out: shuffle, permutation, choice, multinomial, dirichlet. */

import { inBlocks } from '../../../../tensor/interrupt.ts';
import { assign, fromStorage, NDArray } from '../../../../tensor/ndarray.ts';
import { lemireInterval, randomInterval } from '../../../../tensor/random/boundedIntegers.ts';
import { multinomial } from '../../../../tensor/random/discreteDistributions.ts';
import { beta, standardGamma } from '../../../../tensor/random/distributions.ts';
import type { Sampler } from '../../../../tensor/random/sampler.ts';
import { elementCount } from '../../../../tensor/shape.ts';
import { permute, reshape } from '../../../../tensor/shaping.ts';
import { raiseIndexError, raiseTypeError, raiseValueError } from '../../../exceptions.ts';
import { getItem, lengthOf, setItem, tryIndex } from '../../../protocols/items.ts';
import { str } from '../../../protocols/text.ts';
import { typeOf } from '../../../pyType.ts';
import { runtime } from '../../../runtime.ts';
import { PyList, type Value } from '../../../values.ts';
import { axisOf, flag, integerOf, isMissing } from '../arguments.ts';
import { getArrayItem } from '../arrayIndex.ts';
import { arrayOf, isArrayLike, numpyVersion, reserve } from '../conversion.ts';
import { takeAxis } from '../manipulation.ts';
import { NumpyScalar } from '../numpyScalar.ts';
import { checkWritable } from '../readOnly.ts';
import { checkConstraint, fillArray, numberOf, sizeOfArgument } from './drawing.ts';

/** A position in [0, most], as the family of the sampler draws it. */
const position = (s: Sampler, most: number): number =>
  s.isLegacy ? randomInterval(s.bits, most) : lemireInterval(s.bits, most);

/** Fisher and Yates from the end. Both families draw the positions by masks here. */
function deal(s: Sampler, length: number, swap: (i: number, j: number) => void): void {
  const running = runtime();
  for (let i = length - 1; i >= 1; i--) {
    if ((i & 0xfff) === 0) running.checkpoint();
    const j = randomInterval(s.bits, i);
    swap(i, j);
  }
}

/** 0 … count - 1 as an int64 vector. */
function counted(count: number): BigInt64Array {
  reserve('int64', count);
  const positions = new BigInt64Array(count);
  inBlocks(count, (from, to) => {
    for (let i = from; i < to; i++) positions[i] = BigInt(i);
  });
  return positions;
}

function exchange(positions: BigInt64Array, i: number, j: number): void {
  const kept = positions[i]!;
  positions[i] = positions[j]!;
  positions[j] = kept;
}

function shufflePositions(s: Sampler, positions: BigInt64Array): BigInt64Array {
  deal(s, positions.length, (i, j) => exchange(positions, i, j));
  return positions;
}

/** The same from the end down to `first`, by Generator's method for chosen integers. */
function dealTail(s: Sampler, positions: BigInt64Array, first: number): BigInt64Array {
  const running = runtime();
  for (let i = positions.length - 1; i >= first; i--) {
    if ((i & 0xfff) === 0) running.checkpoint();
    exchange(positions, i, lemireInterval(s.bits, i));
  }
  return positions;
}

const vector = (positions: BigInt64Array): NDArray => fromStorage('int64', positions, [positions.length]);

/** `shuffle(x, axis)`: in place. */
export function shuffle(s: Sampler, value: Value, axis?: Value): null {
  if (value instanceof NDArray) {
    checkWritable(value, 'array is read-only');
    if (value.ndim === 0) raiseTypeError('len() of unsized object');
    const at = isMissing(axis) ? 0 : axisOf(axis, value.ndim);
    if (value.size === 0) return null;
    const order = shufflePositions(s, counted(value.shape[at]!));
    assign(value, takeAxis(value, vector(order), at));
    return null;
  }
  const length = lengthOf(value);
  if (value instanceof PyList && value.cls === null) {
    const { items } = value;
    deal(s, length, (i, j) => {
      [items[i], items[j]] = [items[j]!, items[i]!];
    });
    return null;
  }
  deal(s, length, (i, j) => {
    const [here, there] = [getItem(value, j), getItem(value, i)];
    setItem(value, i, here);
    setItem(value, j, there);
  });
  return null;
}

/** `permutation(x, axis)`: a shuffled copy, or the shuffled first integers. */
export function permutation(s: Sampler, value: Value, axis?: Value): Value {
  const count = value instanceof NDArray ? undefined : tryIndex(value);
  if (count !== undefined) {
    if (count < 0) raiseValueError('negative dimensions are not allowed');
    return vector(shufflePositions(s, counted(integerOf(count))));
  }
  if (!isArrayLike(value)) raiseIndexError('x must be an integer or at least 1-dimensional');
  const array = arrayOf(value);
  if (array.ndim === 0) raiseIndexError('x must be an integer or at least 1-dimensional');
  const at = isMissing(axis) ? 0 : axisOf(axis, array.ndim);
  reserve(array.dtype, array.size);
  return takeAxis(array, vector(shufflePositions(s, counted(array.shape[at]!))), at);
}

/** `Generator.permuted`: every vector along the axis on its own. */
export function permuted(s: Sampler, value: Value, axis?: Value): Value {
  const copy = arrayOf(value).copy();
  if (isMissing(axis)) {
    const order = shufflePositions(s, counted(copy.size));
    return reshape(takeAxis(reshape(copy, [copy.size]), vector(order), 0), copy.shape);
  }
  const at = axisOf(axis, copy.ndim);
  const others = copy.shape.map((_, each) => each).filter((each) => each !== at);
  const rows = permute(copy, [...others, at]);
  const length = copy.shape[at]!;
  const lines = reshape(rows.copy(), [length === 0 ? 0 : copy.size / length, length]);
  for (let i = 0; i < lines.shape[0]!; i++) {
    const line = getArrayItem(lines, i) as NDArray;
    assign(line, takeAxis(line, vector(shufflePositions(s, counted(length))), 0));
  }
  assign(rows, reshape(lines, rows.shape));
  return copy;
}

// -------------------------------------------------------------------------------------------------------------- choice

export interface ChoiceRequest {
  readonly population: Value;
  readonly size: Value | undefined;
  readonly replace: Value | undefined;
  readonly chances: Value | undefined;
  readonly axis?: Value | undefined;
  readonly shuffle?: Value | undefined;
}

/** The elements to choose from: an array, or null for the first integers. */
interface Population {
  readonly array: NDArray | null;
  readonly axis: number;
  readonly length: number;
}

function populationOf(s: Sampler, { population, axis }: ChoiceRequest, isEmptySample: boolean): Population {
  const isPlain = population instanceof NDArray ? population.ndim === 0 : tryIndex(population) !== undefined;
  if (isPlain) {
    const length = integerOf(
      population instanceof NDArray ? new NumpyScalar(population.dtype, population.item()) : population,
    );
    if (length <= 0 && !isEmptySample)
      raiseValueError(
        s.isLegacy
          ? 'a must be greater than 0 unless no samples are taken'
          : 'a must be a positive integer unless no samples are taken',
      );
    return { array: null, axis: 0, length };
  }
  if (population === null || typeof population === 'string' || !isArrayLike(population))
    raiseValueError(
      s.isLegacy
        ? 'a must be 1-dimensional or an integer'
        : `a must be a sequence or an integer, not ${str(typeOf(population))}`,
    );
  const array = arrayOf(population);
  if (array.ndim === 0) raiseValueError('a must be 1-dimensional or an integer');
  if (s.isLegacy && array.ndim !== 1) raiseValueError('a must be 1-dimensional');
  const at = isMissing(axis) ? 0 : axisOf(axis, array.ndim);
  const length = array.shape[at]!;
  if (length === 0 && !isEmptySample)
    raiseValueError(
      s.isLegacy
        ? "'a' cannot be empty unless no samples are taken"
        : 'a cannot be empty unless no samples are taken',
    );
  return { array, axis: at, length };
}

/** The messages of the two families. */
const words = (s: Sampler, text: string): string =>
  s.isLegacy || numpyVersion() === 1 ? text : `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

function chancesOf(s: Sampler, value: Value, length: number): Float64Array {
  const array = arrayOf(value, 'float64');
  const names = s.isLegacy ? ["'p'", "'a' and 'p'"] : ['p', 'a and p'];
  if (array.ndim !== 1) raiseValueError(`${names[0]} must be 1-dimensional`);
  if (array.size !== length) raiseValueError(`${names[1]} must have same size`);
  const chances = Float64Array.from(array.elements() as ArrayLike<number>);
  const sum = compensatedSum(chances);
  if (Number.isNaN(sum)) raiseValueError(words(s, 'probabilities contain NaN'));
  if (chances.some((chance) => chance < 0)) raiseValueError(words(s, 'probabilities are not non-negative'));
  if (Math.abs(sum - 1) > 1.4901161193847656e-8)
    raiseValueError(
      s.isLegacy || numpyVersion() === 1
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
    const y = values[i]! - lost;
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
    sum += chances[i]!;
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
    if (limits[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** `choice`. */
export function choice(s: Sampler, request: ChoiceRequest): Value {
  const shape = sizeOfArgument(request.size);
  const count = shape === undefined ? 1 : elementCount(shape);
  const population = populationOf(s, request, count === 0);
  const positions = vector(choosePositions(s, request, { count, length: population.length }));
  if (shape === undefined) return single(population, Number(positions.at(0)));
  if (population.array === null) return reshape(positions, shape);
  const { array, axis } = population;
  reserve(array.dtype, (array.size / Math.max(1, population.length)) * count);
  const taken = takeAxis(array, positions, axis);
  return reshape(taken, [...array.shape.slice(0, axis), ...shape, ...array.shape.slice(axis + 1)]);
}

function single({ array, axis }: Population, at: number): Value {
  if (array === null) return at;
  const index = array.ndim === 1 ? at : null;
  if (index !== null) return getArrayItem(array, index);
  const taken = takeAxis(array, vector(BigInt64Array.of(BigInt(at))), axis);
  return reshape(
    taken,
    array.shape.filter((_, each) => each !== axis),
  );
}

interface Counts {
  readonly count: number;
  readonly length: number;
}

function choosePositions(s: Sampler, request: ChoiceRequest, counts: Counts): BigInt64Array {
  const { count, length } = counts;
  const chances = isMissing(request.chances) ? null : chancesOf(s, request.chances, length);
  reserve('int64', count);
  if (flag(request.replace ?? undefined, true)) return chooseAgain(s, chances, counts);
  if (count > length)
    raiseValueError(
      `Cannot take a larger sample than population when ${s.isLegacy ? "'replace=False'" : 'replace is False'}`,
    );
  if (chances) return chooseDistinctWeighted(s, chances, count);
  if (s.isLegacy) return shufflePositions(s, counted(length)).slice(0, count);
  return chooseDistinct(s, counts, { isShuffled: flag(request.shuffle ?? undefined, true) });
}

function chooseAgain(s: Sampler, chances: Float64Array | null, { count, length }: Counts): BigInt64Array {
  const running = runtime();
  const limits = chances && cumulative(chances);
  return BigInt64Array.from({ length: count }, (_, i) => {
    if ((i & 0xfff) === 0) running.checkpoint();
    const at = limits ? searchRight(limits, s.bits.nextDouble()) : position(s, length - 1);
    return BigInt(at);
  });
}

function chooseDistinctWeighted(s: Sampler, chances: Float64Array, count: number): BigInt64Array {
  if (chances.filter((chance) => chance > 0).length < count)
    raiseValueError('Fewer non-zero entries in p than size');
  const found: number[] = [];
  while (found.length < count) {
    runtime().checkpoint();
    const draws = Array.from({ length: count - found.length }, () => s.bits.nextDouble());
    for (const at of found) chances[at] = 0;
    const limits = cumulative(chances);
    found.push(...new Set(draws.map((draw) => searchRight(limits, draw))));
  }
  return BigInt64Array.from(found, BigInt);
}

/** Generator's: a shuffle of the tail for large samples, otherwise Floyd's algorithm. */
function chooseDistinct(
  s: Sampler,
  { count, length }: Counts,
  { isShuffled }: { isShuffled: boolean },
): BigInt64Array {
  if (length > 10000 && count > Math.floor(length / (isShuffled ? 50 : 20)))
    return dealTail(s, counted(length), Math.max(length - count, 1)).slice(length - count);
  const chosen = new Set<number>();
  const found = new BigInt64Array(count);
  for (let j = length - count; j < length; j++) {
    const at = position(s, j);
    const next = chosen.has(at) ? j : at;
    chosen.add(next);
    found[j - length + count] = BigInt(next);
  }
  return isShuffled ? dealTail(s, found, 1) : found;
}

// -------------------------------------------------------------------------------------------------------------- vectors

/** `multinomial(n, pvals, size)`. */
export function drawMultinomial(s: Sampler, ...[n, given, size]: (Value | undefined)[]): Value {
  const trials = Math.trunc(numberOf(n!));
  const chances = Float64Array.from(arrayOf(given!, 'float64').elements() as ArrayLike<number>);
  checkConstraint(trials, { name: 'n', constraint: 'nonNegative' });
  for (const chance of chances) checkConstraint(chance, { name: 'pvals', constraint: 'chance' });
  if (compensatedSum(chances.subarray(0, -1)) > 1 + 1e-12)
    raiseValueError(s.isLegacy || numpyVersion() === 1 ? 'sum(pvals[:-1]) > 1.0' : 'sum(pvals[:-1]) > 1.0');
  const shape = sizeOfArgument(size) ?? [];
  const rows = elementCount(shape);
  let counts: number[] = [];
  return fillArray('int64', [...shape, chances.length], (i) => {
    if (i % chances.length === 0 && rows > 0) counts = multinomial(s, trials, chances);
    return counts[i % chances.length]!;
  });
}

/** `dirichlet(alpha, size)`. */
export function drawDirichlet(s: Sampler, given: Value, size?: Value): Value {
  const shapes = Float64Array.from(arrayOf(given, 'float64').elements() as ArrayLike<number>);
  if (shapes.some((shape) => (s.isLegacy ? !(shape > 0) : !(shape >= 0))))
    raiseValueError(s.isLegacy ? 'alpha <= 0' : 'alpha < 0');
  const drawRow =
    !s.isLegacy && Math.max(...shapes) < 0.1
      ? (): number[] => brokenStick(s, shapes)
      : (): number[] => normalized(s, shapes);
  let row: number[] = [];
  return fillArray('float64', [...(sizeOfArgument(size) ?? []), shapes.length], (i) => {
    if (i % shapes.length === 0) row = drawRow();
    return row[i % shapes.length]!;
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
    sum += shapes[i]!;
    tails[i] = sum;
  }
  const row = new Array<number>(shapes.length).fill(0);
  let rest = 1;
  for (let i = 0; i < shapes.length - 1; i++) {
    const share = beta(s, shapes[i]!, tails[i + 1]!);
    row[i] = rest * share;
    rest *= 1 - share;
    if (tails[i + 1] === 0) break;
  }
  row[shapes.length - 1] = rest;
  return row;
}

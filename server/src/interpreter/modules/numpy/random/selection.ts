/** What draws from a population or deals it out: shuffle, permutation, choice, multinomial, dirichlet. */

import { assign, fromStorage, NDArray } from '../../../../tensor/ndarray.ts';
import type { DrawSource } from '../../../../tensor/random/drawing.ts';
import type { Sampler } from '../../../../tensor/random/sampler.ts';
import {
  choosePositions,
  deal,
  dirichletRows,
  multinomialRows,
  shuffledPositions,
} from '../../../../tensor/random/selection.ts';
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
import { arrayOf, isArrayLike, reserve } from '../conversion.ts';
import { takeAxis } from '../manipulation.ts';
import { NumpyScalar } from '../numpyScalar.ts';
import { checkWritable } from '../readOnly.ts';
import { numberOf, sizeOfArgument } from './drawing.ts';

const sourceOf = (sampler: Sampler): DrawSource => ({ sampler, host: runtime() });

const vector = (positions: BigInt64Array): NDArray => fromStorage('int64', positions, [positions.length]);

/** The first integers in a random order, as an int64 vector. */
const shuffledVector = (s: Sampler, count: number): NDArray => vector(shuffledPositions(sourceOf(s), count));

/** `shuffle(x, axis)`: in place. */
export function shuffle(s: Sampler, value: Value, axis?: Value): null {
  if (value instanceof NDArray) {
    checkWritable(value, 'array is read-only');
    if (value.ndim === 0) raiseTypeError('len() of unsized object');
    const at = isMissing(axis) ? 0 : axisOf(axis, value.ndim);
    if (value.size === 0) return null;
    assign(value, takeAxis(value, shuffledVector(s, value.shape[at]!), at));
    return null;
  }
  const length = lengthOf(value);
  if (value instanceof PyList && value.cls === null) {
    const { items } = value;
    deal(sourceOf(s), length, (i, j) => {
      [items[i], items[j]] = [items[j]!, items[i]!];
    });
    return null;
  }
  deal(sourceOf(s), length, (i, j) => {
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
    return shuffledVector(s, integerOf(count));
  }
  if (!isArrayLike(value)) raiseIndexError('x must be an integer or at least 1-dimensional');
  const array = arrayOf(value);
  if (array.ndim === 0) raiseIndexError('x must be an integer or at least 1-dimensional');
  const at = isMissing(axis) ? 0 : axisOf(axis, array.ndim);
  reserve(array.dtype, array.size);
  return takeAxis(array, shuffledVector(s, array.shape[at]!), at);
}

/** `Generator.permuted`: every vector along the axis on its own. */
export function permuted(s: Sampler, value: Value, axis?: Value): Value {
  const copy = arrayOf(value).copy();
  if (isMissing(axis)) {
    return reshape(takeAxis(reshape(copy, [copy.size]), shuffledVector(s, copy.size), 0), copy.shape);
  }
  const at = axisOf(axis, copy.ndim);
  const others = copy.shape.map((_, each) => each).filter((each) => each !== at);
  const rows = permute(copy, [...others, at]);
  const length = copy.shape[at]!;
  const lines = reshape(rows.copy(), [length === 0 ? 0 : copy.size / length, length]);
  for (let i = 0; i < lines.shape[0]!; i++) {
    const line = getArrayItem(lines, i) as NDArray;
    assign(line, takeAxis(line, shuffledVector(s, length), 0));
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

function populationOf(
  s: Sampler,
  { population, axis }: ChoiceRequest,
  { isEmptySample }: { readonly isEmptySample: boolean },
): Population {
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

/** `choice`. */
export function choice(s: Sampler, request: ChoiceRequest): Value {
  const shape = sizeOfArgument(request.size);
  const count = shape === undefined ? 1 : elementCount(shape);
  const population = populationOf(s, request, { isEmptySample: count === 0 });
  const positions = vector(
    choosePositions(sourceOf(s), {
      count,
      length: population.length,
      chances: isMissing(request.chances) ? null : arrayOf(request.chances, 'float64'),
      replaces: flag(request.replace ?? undefined, true),
      isShuffled: flag(request.shuffle ?? undefined, true),
    }),
  );
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

// -------------------------------------------------------------------------------------------------------------- vectors

const numbersOf = (value: Value): Float64Array =>
  Float64Array.from(arrayOf(value, 'float64').elements() as ArrayLike<number>);

/** `multinomial(n, pvals, size)`. */
export function drawMultinomial(s: Sampler, ...[n, given, size]: (Value | undefined)[]): Value {
  const trials = Math.trunc(numberOf(n!));
  return multinomialRows(sourceOf(s), trials, numbersOf(given!), sizeOfArgument(size) ?? []);
}

/** `dirichlet(alpha, size)`. */
export const drawDirichlet = (s: Sampler, given: Value, size?: Value): Value =>
  dirichletRows(sourceOf(s), numbersOf(given), sizeOfArgument(size) ?? []);

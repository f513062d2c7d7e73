/**
 * What the libraries' random ops do with a generator: NumPy's methods, SciPy's distributions over them, and their own helpers.
 * Sources: `raw_random.py` (Theano 1.0.5), `tensor/random/basic.py` (Aesara 2.9.4, PyTensor 3.3.0), SciPy's
 * `_continuous_distns.py` and `_discrete_distns.py`.
 */
import { isFloat, makeStorage } from '../../tensor/dtype.ts';
import { EngineError, notSupported } from '../../tensor/engineError.ts';
import { log, tan } from '../../tensor/libm.ts';
import { broadcastTo, cast, fromStorage, type NDArray } from '../../tensor/ndarray.ts';
import { expm1, log1p } from '../../tensor/random/cephes.ts';
import { distributions, standardDistributions } from '../../tensor/random/distributionTable.ts';
import {
  type Distribution,
  type DrawSource,
  drawArray,
  fillArray,
  outputShape,
} from '../../tensor/random/drawing.ts';
import { IntegerSource, rangeBetween } from '../../tensor/random/integers.ts';
import type { Sampler } from '../../tensor/random/sampler.ts';
import { choosePositions, shuffledPositions } from '../../tensor/random/selection.ts';
import { broadcastShapes, elementCount, printShape, type Shape } from '../../tensor/shape.ts';
import { reshape } from '../../tensor/shaping.ts';
import type { DrawMethod } from './drawMethod.ts';
import {
  dirichletDraw,
  multinomialDraw,
  multinomialHelper,
  multivariateNormalDraw,
} from './vectorMethods.ts';

const doubles = (array: NDArray): NDArray => cast(array, 'float64');

const valueError = (text: string): EngineError => new EngineError('ValueError', text);

/** A distribution of NumPy's as it is. */
const direct =
  (distribution: Distribution): DrawMethod =>
  (source, args, size) =>
    drawArray(source, distribution, args.map(doubles), size);

const named = (name: keyof typeof distributions): DrawMethod => direct(distributions[name]);

/** A count that is no integer is refused. */
const binomial: DrawMethod = (source, args, size) => {
  const [count] = args;
  if (isFloat(count.dtype)) {
    const what = count.ndim === 0 ? 'scalar' : 'array data';
    throw new EngineError(
      'TypeError',
      `Cannot cast ${what} from dtype('${count.dtype}') to dtype('int64') according to the rule 'safe'`,
    );
  }
  return named('binomial')(source, args, size);
};

// ------------------------------------------------------------------------------------------------------------- SciPy

/**
 * How SciPy's formulas round: parameters of float32 stay so among themselves, and beside Python's floats too, but not where
 * NumPy 1 sees nothing but single numbers.
 */
interface Rounding {
  readonly own: (value: number) => number;
  readonly besidePython: (value: number) => number;
}

const exact = (value: number): number => value;

function roundingOf({ sampler }: DrawSource, shapes: readonly NDArray[]): Rounding {
  const isSingle = shapes.length > 0 && shapes.every((array) => array.dtype === 'float32');
  if (!isSingle) return { own: exact, besidePython: exact };
  const isPlain = sampler.numpy === 1 && shapes.every((array) => array.ndim === 0);
  return { own: Math.fround, besidePython: isPlain ? exact : Math.fround };
}

/** A distribution of SciPy's: one number from its shape parameters, before location and scale. */
interface ScipyDistribution {
  readonly name: string;
  readonly draw: (sampler: Sampler, rounding: Rounding, ...shapes: number[]) => number;
  readonly isValid?: (...shapes: number[]) => boolean;
}

/**
 * `scipy.stats.X.rvs(*shapes, loc, scale)`. The order of the arguments says which are location and scale; the others are
 * shapes. Nothing is drawn when all scales are 0.
 */
const scaled =
  (distribution: ScipyDistribution, roles: readonly ('shape' | 'loc' | 'scale')[]): DrawMethod =>
  (source, args, size) => {
    const shape = scipyShape(args, size);
    const columns = args.map((array) => broadcastTo(doubles(array), shape).elements() as Float64Array);
    const isShape = (_: unknown, i: number): boolean => roles[i] === 'shape';
    const shapes = columns.filter(isShape);
    const rounding = roundingOf(source, args.filter(isShape));
    const loc = columns[roles.indexOf('loc')] ?? null;
    const scale = columns[roles.indexOf('scale')] ?? null;
    for (let i = 0; i < elementCount(shape); i++) {
      const isValid = distribution.isValid?.(...shapes.map((column) => column[i])) ?? true;
      if (!isValid || (scale !== null && !(scale[i] >= 0))) throw domainError(distribution.name);
    }
    const place = (i: number): number => loc?.[i] ?? 0;
    if (scale?.every((each) => each === 0)) return fillArray(source.host, 'float64', shape, place);
    return fillArray(source.host, 'float64', shape, (i) => {
      const drawn = distribution.draw(source.sampler, rounding, ...shapes.map((column) => column[i]));
      return drawn * (scale?.[i] ?? 1) + place(i);
    });
  };

/** The shape of the draw; a size for which the parameters are too large is refused in SciPy's words. */
function scipyShape(args: readonly NDArray[], size: Shape | null): Shape {
  const own = broadcastShapes(args.map((array) => array.shape));
  if (size === null) return own;
  const ndim = Math.max(own.length, size.length);
  const [wide, narrow] = [size, own].map((shape) => [
    ...new Array<number>(ndim - shape.length).fill(1),
    ...shape,
  ]);
  if (narrow.every((length, axis) => length === 1 || length === wide[axis])) return wide;
  throw valueError(
    `size does not match the broadcast shape of the parameters. ${printShape(size)}, ${printShape(wide)}, ${printShape(narrow)}`,
  );
}

const domainError = (name: string): EngineError =>
  valueError(
    `Domain error in arguments. The \`scale\` parameter must be positive for all distributions, and many distributions have restrictions on shape parameters. Please see the \`scipy.stats.${name}\` documentation for details.`,
  );

const isPositive = (...shapes: number[]): boolean => shapes.every((shape) => shape > 0);

const { standard_gamma: standardGamma, standard_t: standardT } = {
  ...standardDistributions,
  ...distributions,
};

/** SciPy's inversion: a uniform number through the quantile function. */
const byQuantile =
  (quantile: (q: number, rounding: Rounding, ...shapes: number[]) => number): ScipyDistribution['draw'] =>
  (sampler, rounding, ...shapes) =>
    quantile(sampler.bits.nextDouble(), rounding, ...shapes);

/** Since SciPy 1.15 from Boost, which reduces the angle first; NumPy 1 comes with an older SciPy. */
const cauchyDraw: ScipyDistribution['draw'] = (sampler) => {
  const q = sampler.bits.nextDouble();
  if (sampler.numpy === 1) return tan(Math.PI * q - Math.PI / 2);
  const turn = q > 0.5 ? q - 1 : q;
  return turn === 0.5 ? 0 : -1 / tan(Math.PI * turn);
};

const halfNormal: ScipyDistribution = { name: 'halfnorm', draw: (s) => Math.abs(s.normal()) };
const pareto: ScipyDistribution = {
  name: 'pareto',
  draw: byQuantile((q, { besidePython }, b) => (1 - q) ** besidePython(-1 / b)),
  isValid: isPositive,
};
const gumbel: ScipyDistribution = { name: 'gumbel_r', draw: byQuantile((q) => -log(-log(q))) };
const cauchy: ScipyDistribution = { name: 'cauchy', draw: cauchyDraw };
const halfCauchy: ScipyDistribution = {
  name: 'halfcauchy',
  draw: byQuantile((q) => tan((Math.PI / 2) * q)),
};
const truncatedExponential: ScipyDistribution = {
  name: 'truncexpon',
  draw: byQuantile((q, { own }, b) => -log1p(q * own(expm1(-b)))),
  isValid: isPositive,
};
const studentT: ScipyDistribution = {
  name: 't',
  draw: (s, _, df) => standardT.draw(s, df),
  isValid: isPositive,
};
const gamma: ScipyDistribution = {
  name: 'gamma',
  draw: (s, _, shape) => standardGamma.draw(s, shape),
  isValid: isPositive,
};

/** SciPy checks parameters in its own words before NumPy sees them. */
const checked =
  (name: string, isValid: (...shapes: number[]) => boolean, method: DrawMethod): DrawMethod =>
  (source, args, size) => {
    const shape = broadcastShapes(args.map((array) => array.shape));
    const columns = args.map((array) => broadcastTo(doubles(array), shape).elements() as Float64Array);
    for (let i = 0; i < elementCount(shape); i++)
      if (!isValid(...columns.map((column) => column[i]))) throw domainError(name);
    return method(source, args, size === null ? null : scipyShape(args, size));
  };

/** `bernoulli`: a binomial number of one trial. */
const bernoulli = checked(
  'bernoulli',
  (p) => p >= 0 && p <= 1,
  (source, [chance], size) =>
    drawArray(
      source,
      {
        parameters: [{ name: 'p', constraint: 'chance' }],
        isInteger: true,
        draw: (s, p) => distributions['binomial'].draw(s, 1, p),
      },
      [doubles(chance)],
      size,
    ),
);

const betaBinomial: DrawMethod = checked(
  'betabinom',
  (n, a, b) => n >= 0 && Number.isInteger(n) && a > 0 && b > 0,
  (source, [n, a, b], size) => {
    const whole = size ?? broadcastShapes([n, a, b].map((array) => array.shape));
    const chances = named('beta')(source, [a, b], whole);
    return named('binomial')(source, [n, chances], whole);
  },
);

const generalizedGamma: DrawMethod = (source, [alpha, p, lambda], size) => {
  const shape = outputShape([alpha, p, lambda], size);
  const rounding = roundingOf(source, [alpha, p]);
  const power = roundingOf(source, [p]);
  const [alphas, ps, lambdas] = [alpha, p, lambda].map(
    (array) => broadcastTo(doubles(array), shape).elements() as Float64Array,
  );
  return fillArray(source.host, 'float64', shape, (i) => {
    const gammas = standardGamma.draw(source.sampler, rounding.own(alphas[i] / ps[i]));
    return gammas ** power.besidePython(1 / ps[i]) * lambdas[i];
  });
};

/** PyTensor's: the reciprocal of a gamma number. Aesara's would need the inverse of the incomplete gamma function. */
const inverseGamma: DrawMethod = (source, [shape, scale], size) => {
  if (source.sampler.numpy === 1) throw notSupported('random.invgamma');
  const whole = outputShape([shape, scale], size);
  const { besidePython } = roundingOf(source, [scale]);
  const [shapes, scales] = [shape, scale].map(
    (array) => broadcastTo(doubles(array), whole).elements() as Float64Array,
  );
  return fillArray(
    source.host,
    'float64',
    whole,
    (i) => 1 / distributions['gamma'].draw(source.sampler, shapes[i], besidePython(1 / scales[i])),
  );
};

// ---------------------------------------------------------------------------------------------------------- integers

/** Integers between bounds, one after another, as Generator draws them. */
const integers: DrawMethod = ({ sampler, host }, [low, high], size) => {
  const method = sampler.isLegacy ? 'randint' : 'integers';
  const source = new IntegerSource(sampler.bits, { method, dtype: 'int64', includesHigh: false });
  return source.fillBetween(host, [low, high], size);
};

/** Theano's `random_integers_helper`: one number at a time, the upper bound among them. */
const randomIntegers: DrawMethod = ({ sampler, host }, [low, high], size) => {
  const shape = size ?? broadcastShapes([low.shape, high.shape]);
  const source = new IntegerSource(sampler.bits, { method: 'randint', dtype: 'int64', includesHigh: false });
  const [lows, highs] = [low, high].map((array) => broadcastTo(cast(array, 'int64'), shape).elements());
  return fillArray(host, 'int64', shape, (i) =>
    Number(source.draw(rangeBetween(lows[i] as bigint, (highs[i] as bigint) + 1n, source.kind))),
  );
};

/** Indices from probabilities: the first place at which their running sum reaches a uniform number. */
const categorical: DrawMethod = ({ sampler, host }, [chances], size) => {
  const batch = chances.shape.slice(0, -1);
  const shape = size ?? batch;
  const isWrong = shape
    .slice(shape.length - batch.length)
    .some((length, axis) => length === 1 && batch[axis] !== 1);
  if (shape.length < batch.length || isWrong)
    throw valueError('`size` is incompatible with the shape of `p`');
  const count = chances.shape[chances.ndim - 1];
  const rows = broadcastTo(chances, [...shape, count]).elements() as ArrayLike<number>;
  const uniform = fillArray(host, 'float64', shape, () => sampler.bits.nextDouble());
  return fillArray(host, 'int64', shape, (i) => {
    let sum = 0;
    for (let at = 0; at < count; at++) {
      sum += Number(rows[i * count + at]);
      if (sum >= (uniform.at(i) as number)) return at;
    }
    return count;
  });
};

// ---------------------------------------------------------------------------------------------- choices, permutations

/** Rows of an array along its first axis. */
export function takeRows(array: NDArray, positions: ArrayLike<bigint>): NDArray {
  const rowShape = array.shape.slice(1);
  const width = elementCount(rowShape);
  const storage = makeStorage(array.dtype, positions.length * width);
  for (let i = 0; i < positions.length; i++) {
    const start = Number(positions[i]) * width;
    for (let j = 0; j < width; j++) storage[i * width + j] = array.at(start + j) as never;
  }
  return fromStorage(array.dtype, storage, [positions.length, ...rowShape]);
}

/** `choice(a, size, replace, p)`: from the first integers, or from the rows of an array. */
function choose(
  source: DrawSource,
  population: NDArray,
  how: { size: Shape | null; replaces: boolean; chances: NDArray | null },
): NDArray {
  const isPlain = population.ndim === 0;
  const length = isPlain ? Number(population.at(0)) : population.shape[0];
  const count = elementCount(how.size ?? []);
  if (length <= 0 && count > 0) throw emptyPopulation(source, { isPlain });
  const { replaces, chances } = how;
  const found = choosePositions(source, { count, length, replaces, chances, isShuffled: true });
  const shape = how.size ?? [];
  if (isPlain) return fromStorage('int64', found, [...shape]);
  return reshape(takeRows(population, found), [...shape, ...population.shape.slice(1)]);
}

function emptyPopulation({ sampler }: DrawSource, { isPlain }: { readonly isPlain: boolean }): EngineError {
  const end = 'unless no samples are taken';
  if (sampler.isLegacy)
    return valueError(isPlain ? `a must be greater than 0 ${end}` : `'a' cannot be empty ${end}`);
  return valueError(isPlain ? `a must be a positive integer ${end}` : `a cannot be empty ${end}`);
}

/** Theano's `choice_helper`: an empty vector stands for no probabilities. */
const choiceHelper: DrawMethod = (source, [population, replaces, chances], size) => {
  if (population.ndim > 1) throw valueError(`a.ndim (${population.ndim}) must be 0 or 1`);
  if (chances.ndim !== 1) throw valueError(`p.ndim (${chances.ndim}) must be 1`);
  return choose(source, population, {
    size,
    replaces: Number(replaces.at(0)) !== 0,
    chances: chances.size === 0 ? null : doubles(chances),
  });
};

/** Aesara's: the population is a vector; a scalar stands for no probabilities. */
const choice: DrawMethod = (source, [population, chances, replaces], size) =>
  choose(source, population, {
    size,
    replaces: Number(replaces.at(0)) !== 0,
    chances: chances.ndim === 0 ? null : doubles(chances),
  });

/** PyTensor's without replacement: the last parameter is the shape of the sample. */
const choiceWithoutReplacement: DrawMethod = (source, args) => {
  const size = Array.from(args.at(-1)!.elements() as ArrayLike<number | bigint>, Number);
  const chances = args.length === 3 ? doubles(args[1]) : null;
  return choose(source, args[0], { size, replaces: false, chances });
};

/** `permutation`: the first integers, or the rows of an array, in a random order. */
const permutation: DrawMethod = (source, [population]) => {
  const isPlain = population.ndim === 0;
  const count = isPlain ? Number(population.at(0)) : population.shape[0];
  if (count < 0) throw valueError('negative dimensions are not allowed');
  const order = shuffledPositions(source, count);
  return isPlain ? fromStorage('int64', order, [count]) : takeRows(population, order);
};

/** Theano's `permutation_helper`: one permutation for every element of the shape. */
const permutationHelper: DrawMethod = (source, [count], size) => {
  if (count.ndim > 0) throw new EngineError('AssertionError');
  const length = Number(count.at(0));
  const shape = size ?? [];
  source.host.allocate(elementCount(shape) * length * 8);
  const storage = new BigInt64Array(elementCount(shape) * length);
  for (let row = 0; row < elementCount(shape); row++)
    storage.set(shuffledPositions(source, length), row * length);
  return fromStorage('int64', storage, [...shape, length]);
};

// ------------------------------------------------------------------------------------------------------------- table

/** All methods by the name that ops have them under. */
export const drawMethods = {
  uniform: named('uniform'),
  normal: named('normal'),
  binomial,
  poisson: named('poisson'),
  random_integers_helper: randomIntegers,
  choice_helper: choiceHelper,
  permutation_helper: permutationHelper,
  triangular: named('triangular'),
  beta: named('beta'),
  rayleigh: named('rayleigh'),
  power: named('power'),
  zipf: named('zipf'),
  lognormal: named('lognormal'),
  chisquare: named('chisquare'),
  exponential: named('exponential'),
  weibull: named('weibull'),
  logistic: named('logistic'),
  vonmises: named('vonmises'),
  geometric: named('geometric'),
  hypergeometric: named('hypergeometric'),
  wald: named('wald'),
  laplace: named('laplace'),
  f: named('f'),
  gamma: named('gamma'),
  scipyGamma: scaled(gamma, ['shape', 'scale']),
  halfnormal: scaled(halfNormal, ['loc', 'scale']),
  pareto: scaled(pareto, ['shape', 'scale']),
  gumbel: scaled(gumbel, ['loc', 'scale']),
  cauchy: scaled(cauchy, ['loc', 'scale']),
  halfcauchy: scaled(halfCauchy, ['loc', 'scale']),
  truncexpon: scaled(truncatedExponential, ['shape', 'loc', 'scale']),
  t: scaled(studentT, ['shape', 'loc', 'scale']),
  invgamma: inverseGamma,
  bernoulli,
  nbinom: checked('nbinom', (n, p) => n > 0 && p > 0 && p <= 1, named('negative_binomial')),
  beta_binomial: betaBinomial,
  gengamma: generalizedGamma,
  categorical,
  integers,
  choice,
  choice_without_replacement: choiceWithoutReplacement,
  permutation,
  multinomial_helper: multinomialHelper,
  multinomial: multinomialDraw,
  dirichlet: dirichletDraw,
  normalByCholesky: multivariateNormalDraw('cholesky'),
  normalBySvd: multivariateNormalDraw('svd'),
  normalByEigh: multivariateNormalDraw('eigh'),
} satisfies Record<string, DrawMethod>;

export type DrawMethodName = keyof typeof drawMethods;

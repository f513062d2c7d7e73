/**
 * `at.random.X(…)` and `pt.random.X(…)`: the functions that draw. Without a generator they make a shared one that nobody has
 * seeded. `tensor/random/basic.py` of Aesara 2.9.4 and PyTensor 3.3.0.
 */
import { int64Constant } from '../../../../graph/constants.ts';
import { castTo, padLeft } from '../../../../graph/ops/elemwise.ts';
import { lengthOf, range } from '../../../../graph/ops/math.ts';
import { taken } from '../../../../graph/ops/rearranging.ts';
import { makeVector } from '../../../../graph/ops/shapes.ts';
import type { Draw } from '../../../../graph/random/drawOp.ts';
import { noSupport, type RandomVariableKind, randomVariable } from '../../../../graph/random/randomVariable.ts';
import { Constant, type GraphContext, Variable } from '../../../../graph/variable.ts';
import type { DType } from '../../../../tensor/dtype.ts';
import { cast, fromStorage, full, NDArray, scalar } from '../../../../tensor/ndarray.ts';
import { raiseAttributeError, raiseTypeError, raiseValueError } from '../../../exceptions.ts';
import { isTrue } from '../../../protocols/comparison.ts';
import { tryIndex } from '../../../protocols/items.ts';
import { binaryFunctions } from '../../../protocols/operators.ts';
import { typeOf } from '../../../pyType.ts';
import { PyFloat, PyList, PyTuple, type Value } from '../../../values.ts';
import { seedSequenceOf } from '../../numpy/random/seeding.ts';
import { asVariable, dtypeOf, lengthsArgument, vectorLength } from '../convert.ts';
import { nameArgument } from '../tensorTypeObject.ts';
import { type DistributionRow, distributionRows, gammaKinds, integersKind, multivariateNormalKind } from './distributionRows.ts';
import { defaultState } from './generatorObjects.ts';
import { sharedState } from './sharedGenerators.ts';

type Missing = Value | undefined;
type Body = (...args: Missing[]) => Value;

const isMissing = (value: Missing): value is undefined | null => value === undefined || value === null;

/** What every function that draws takes beside the parameters of its distribution. */
export interface DrawOptions {
  readonly size?: Missing;
  readonly name?: Missing;
  readonly rng?: Missing;
  readonly dtype?: Missing;
  readonly returnsNext?: Missing;
}

const used = new WeakSet<Variable>();

/** States that were drawn from once already. */
export const wasUsed = (state: Variable): boolean => used.has(state);

export const markUsed = (state: Variable): void => {
  used.add(state);
};

/** Draws from the generator that was given, or from a new one. */
export function draw(
  context: GraphContext,
  kind: RandomVariableKind,
  parameters: readonly Variable[],
  options: DrawOptions,
): Draw {
  const size = sizeArgument(context, options.size);
  const dtype = drawType(context, kind, { given: options.dtype, first: parameters[0]! });
  const state = stateArgument(context, options.rng);
  if (kind.name === 'randint' && state.type.generator !== 'RandomState')
    raiseTypeError('`randint` is only available for `RandomStateType`s');
  if (kind.name === 'integers' && state.type.generator !== 'Generator')
    raiseTypeError('`integers` is only available for `RandomGeneratorType`s');
  markUsed(state);
  const made = randomVariable(kind, { state, size, parameters, dtype });
  const name = nameArgument(options.name);
  if (name !== null) made.draw.name = name;
  return made;
}

function stateArgument(context: GraphContext, rng: Missing): Variable {
  if (isMissing(rng)) {
    const state = defaultState(context, seedSequenceOf(undefined).sequence);
    return sharedState(context, 'Generator', { state, name: null });
  }
  if (!(rng instanceof Variable))
    return raiseAttributeError(`'${typeOf(rng).name}' object has no attribute 'type'`);
  if (rng.type.generator !== undefined) return rng;
  return raiseTypeError(
    context.dialect.randomOps === 'signature'
      ? 'The type of rng should be an instance of RandomGeneratorType '
      : 'The type of rng should be an instance of either RandomGeneratorType or RandomStateType',
  );
}

/** `size=`: None, an integer, several of them, or a symbolic vector whose length is known. */
function sizeArgument(
  context: GraphContext,
  size: Missing,
): { readonly lengths: Variable; readonly count: number } | null {
  if (isMissing(size)) return null;
  if (size instanceof Variable) {
    const vector = size.ndim === 0 ? padLeft(size, 1) : size;
    const count = size.ndim === 0 ? 1 : vectorLength(vector);
    if (vector.ndim !== 1 || count === null)
      return raiseValueError(`Length of ${String(size.name ?? 'size')} cannot be determined`);
    return known(context, castTo(vector, 'int64'), count);
  }
  const isSize =
    tryIndex(size) !== undefined ||
    size instanceof PyList ||
    size instanceof PyTuple ||
    size instanceof NDArray;
  if (!isSize)
    raiseTypeError('Parameter size must be None, an integer, or a sequence with integers.');
  const parts = lengthsArgument(context, size);
  if (parts.every((part) => part instanceof Constant)) {
    const values = parts.map((part) => BigInt(Number(part.value.at(0))));
    return known(context, constantVector(context, values), parts.length);
  }
  return known(context, makeVector(context, parts, 'int64'), parts.length);
}

/** Aesara can not tell a size of no lengths from none. */
const known = ({ dialect }: GraphContext, lengths: Variable, count: number) =>
  count === 0 && dialect.randomOps === 'ranks' ? null : { lengths, count };

const constantVector = (context: GraphContext, values: readonly bigint[]): Constant =>
  new Constant(context, fromStorage('int64', BigInt64Array.from(values), [values.length]));

function drawType(
  context: GraphContext,
  kind: RandomVariableKind,
  { given, first }: { given: Missing; first: Variable },
): DType {
  const own = kind.dtype === 'floatX' ? context.floatX : (kind.dtype ?? first.dtype);
  if (isMissing(given) || context.dialect.randomOps === 'ranks') return own;
  const asked = dtypeOf(context, given);
  if (asked.startsWith('float') !== own.startsWith('float')) {
    const shown = kind.dtype ?? 'None';
    raiseValueError(`Cannot change the dtype of a ${kind.name} RV from ${shown} to ${asked}`);
  }
  return asked;
}

/** The draw, with the next state where it is asked for. */
export const presented = ({ nextState, draw: drawn }: Draw, returnsNext: Missing): Value =>
  returnsNext !== undefined && isTrue(returnsNext) ? new PyTuple([nextState, drawn]) : drawn;

// ---------------------------------------------------------------------------------------------------------- the table

const optionsOf = (context: GraphContext): string =>
  context.dialect.randomOps === 'signature' ? 'name?, rng?, dtype?, return_next_rng?' : 'name?, rng?, dtype?';

const readOptions = (size: Missing, [name, rng, dtype, returnsNext]: Missing[]): DrawOptions => ({
  size,
  name,
  rng,
  dtype,
  returnsNext,
});

/** A default of the table as Python has it: `0.0` is a float, `0` is not. */
const defaultValue = (text: string): Value => (text.includes('.') ? new PyFloat(Number(text)) : Number(text));

function rowFunction(context: GraphContext, name: string, { parameters, kind }: DistributionRow): [string, Body] {
  const parts = parameters.map((parameter) => parameter.split('='));
  const written = parts.map(([own, missing]) => `${own}${missing === undefined ? '' : '?'}`);
  const body: Body = (...args) => {
    const values = parts.map(([, missing], i) => args[i] ?? defaultValue(missing ?? 'nan'));
    const options = readOptions(args[parts.length], args.slice(parts.length + 1));
    const variables = values.map((value) => asVariable(context, value));
    return presented(draw(context, kind, variables, options), options.returnsNext);
  };
  return [`${name}(${[...written, 'size?', '*', optionsOf(context)].join(', ')})`, body];
}

const reciprocal = (value: Value): Value => binaryFunctions['/'](new PyFloat(1), value);

/** The same row with some parameters fixed: `standard_normal(size)`. */
function fixedFunction(
  context: GraphContext,
  name: string,
  { free, fixed, kind }: { free: readonly string[]; fixed: readonly number[]; kind: RandomVariableKind },
): [string, Body] {
  const body: Body = (...args) => {
    const values = [...args.slice(0, free.length), ...fixed.map((each) => new PyFloat(each))];
    const options = readOptions(args[free.length], args.slice(free.length + 1));
    const variables = values.map((value) => asVariable(context, value!));
    return presented(draw(context, kind, variables, options), options.returnsNext);
  };
  return [`${name}(${[...free, 'size?', '*', optionsOf(context)].join(', ')})`, body];
}

const rateWarning = 'Gamma rate argument is deprecated and will stop working, use scale instead';

/** `gamma`: by rate, or in PyTensor by scale. */
function gammaFunctions(context: GraphContext): [string, Body][] {
  const kind = gammaKinds[context.dialect.library];
  const make = (shape: Value, scale: Value, options: DrawOptions): Value =>
    presented(
      draw(context, kind, [asVariable(context, shape), asVariable(context, scale)], options),
      options.returnsNext,
    );
  if (context.dialect.randomOps === 'ranks') {
    return [
      [
        `gamma(shape, rate, size?, *, ${optionsOf(context)})`,
        (shape, rate, size, ...rest) => make(shape!, reciprocal(rate!), readOptions(size, rest)),
      ],
      [
        `standard_gamma(shape, size?, *, ${optionsOf(context)})`,
        (shape, size, ...rest) => make(shape!, new PyFloat(1), readOptions(size, rest)),
      ],
    ];
  }
  return [
    [
      `gamma(shape, rate?, scale?, *, size?, ${optionsOf(context)})`,
      (shape, rate, scale, size, ...rest) => {
        if (!isMissing(rate) && !isMissing(scale)) raiseValueError('Cannot specify both rate and scale');
        if (isMissing(rate) && isMissing(scale)) raiseValueError('Must specify scale');
        if (!isMissing(rate)) context.warn('FutureWarning', rateWarning);
        return make(shape!, isMissing(rate) ? scale! : reciprocal(rate), readOptions(size, rest));
      },
    ],
    [
      'chisquare(df, size?, rng?, return_next_rng?)',
      (df, size, rng, returnsNext) =>
        make(binaryFunctions['/'](df!, new PyFloat(2)), new PyFloat(2), { size, rng, returnsNext }),
    ],
  ];
}

function integersFunction(context: GraphContext, name: 'integers' | 'randint'): [string, Body] {
  const kind = integersKind(name);
  return [
    `${name}(low, high?, size?, *, ${optionsOf(context)})`,
    (low, high, size, ...rest) => {
      const bounds = isMissing(high) ? [0, low!] : [low!, high];
      const options = readOptions(size, rest);
      const variables = bounds.map((bound) => asVariable(context, bound));
      return presented(draw(context, kind, variables, options), options.returnsNext);
    },
  ];
}

const roots = ['cholesky', 'svd', 'eigh'] as const;

function normalFunction(context: GraphContext): [string, Body] {
  const matrix = (value: Missing, missing: NDArray): Variable =>
    isMissing(value) ? new Constant(context, cast(missing, context.floatX)) : asVariable(context, value);
  if (context.dialect.randomOps === 'ranks') {
    const kind = multivariateNormalKind('svd');
    return [
      `multivariate_normal(mean?, cov?, size?, *, ${optionsOf(context)})`,
      (mean, covariance, size, ...rest) => {
        const parameters = [
          matrix(mean, full('float64', [1], 0)),
          matrix(covariance, full('float64', [1, 1], 1)),
        ];
        return presented(draw(context, kind, parameters, readOptions(size, rest)), undefined);
      },
    ];
  }
  return [
    `multivariate_normal(mean, cov, size?, method?, *, ${optionsOf(context)})`,
    (mean, covariance, size, method, ...rest) => {
      const root = isMissing(method) ? 'cholesky' : roots.find((each) => each === method);
      if (root === undefined)
        return raiseValueError(
          `Unknown method ${String(method)}. The method must be one of 'cholesky', 'svd', or 'eigh'.`,
        );
      const options = readOptions(size, rest);
      const parameters = [asVariable(context, mean!), asVariable(context, covariance!)];
      return presented(draw(context, multivariateNormalKind(root), parameters, options), options.returnsNext);
    },
  ];
}

/** `permutation(x)`: of the first integers, or of the rows of a tensor. */
function permutationFunction(context: GraphContext): [string, Body] {
  const isNew = context.dialect.randomOps === 'signature';
  const body = (x: Value, options: DrawOptions): Value => {
    const population = asVariable(context, x);
    const isPlain = population.ndim === 0;
    const axes = Array.from({ length: population.ndim }, (_, i) => `x${i}`).join(',');
    const kind: RandomVariableKind = {
      name: 'permutation',
      method: 'permutation',
      coreRanks: [isNew ? population.ndim : 1],
      signature: isPlain ? '()->(x)' : `(${axes})->(${axes})`,
      support: () =>
        isPlain
          ? [population instanceof Constant ? Number(population.value.at(0)) : null]
          : population.type.shape,
      dtype: null,
    };
    return presented(draw(context, kind, [population], options), options.returnsNext);
  };
  return isNew
    ? [
        'permutation(x, size?, rng?, return_next_rng?)',
        (x, size, rng, returnsNext) => body(x!, { size, rng, returnsNext }),
      ]
    : [`permutation(x, *, size?, ${optionsOf(context)})`, (x, size, ...rest) => body(x!, readOptions(size, rest))];
}

/** Aesara's `choice`: an op of its own, whose population is always a vector. */
function choiceOfAesara(context: GraphContext): [string, Body] {
  const kind: RandomVariableKind = {
    name: 'choice',
    method: 'choice',
    coreRanks: [1, 1, 0],
    signature: '(a),(p),()->()',
    support: noSupport,
    dtype: null,
  };
  return [
    `choice(a, size?, replace?, p?, *, ${optionsOf(context)})`,
    (a, size, replace, p, ...rest) => {
      const given = asVariable(context, a!);
      const none = new Constant(context, scalar('float64', Number.NaN));
      const population =
        given.ndim === 0
          ? range(
              { start: int64Constant(context, 0), stop: given, step: int64Constant(context, 1) },
              'int64',
            )
          : given;
      const replaces =
        replace === undefined || typeof replace === 'boolean'
          ? new Constant(context, scalar('bool', replace === false ? 0 : 1))
          : asVariable(context, replace);
      const chances = isMissing(p) ? none : asVariable(context, p);
      return presented(
        draw(context, kind, [population, chances, replaces], readOptions(size, rest)),
        undefined,
      );
    },
  ];
}

/** PyTensor's `choice`: positions that are drawn with replacement, or an op of its own without. */
function choiceOfPyTensor(context: GraphContext): [string, Body] {
  return [
    'choice(a, size?, replace?, p?, rng?, return_next_rng?)',
    (a, size, replace, p, rng, returnsNext) => {
      const population = asVariable(context, a!);
      const isPlain = population.ndim === 0;
      const count = isPlain ? population : lengthOf(population, 0);
      const chances = isMissing(p) ? null : asVariable(context, p);
      if (isMissing(size) || replace === undefined || isTrue(replace)) {
        const { nextState, draw: positions } =
          chances === null
            ? draw(context, integersKind('integers'), [asVariable(context, 0), count], { size, rng })
            : draw(context, distributionRows.pytensor.get('categorical')!.kind, [chances], { size, rng });
        const chosen = isPlain ? positions : taken(population, positions, 0);
        return presented({ nextState, draw: chosen }, returnsNext);
      }
      return presented(
        withoutReplacement(context, { population, chances, size }, rng),
        returnsNext,
      );
    },
  ];
}

function withoutReplacement(
  context: GraphContext,
  given: { population: Variable; chances: Variable | null; size: Value },
  rng: Missing,
): Draw {
  const { population, chances } = given;
  const { lengths, count } = sizeArgument(context, given.size)!;
  const axes = Array.from({ length: population.ndim }, (_, i) => `a${i}`);
  const chosen = Array.from({ length: count }, (_, i) => `s${i}`);
  const inputs = [axes.join(','), ...(chances === null ? [] : [axes[0] ?? 'a']), String(count)];
  const fixed = lengths instanceof Constant ? Array.from(lengths.value.elements() as ArrayLike<bigint>, Number) : null;
  const kind: RandomVariableKind = {
    name: 'choice_without_replacement',
    method: 'choice_without_replacement',
    coreRanks: [population.ndim, ...(chances === null ? [] : [1]), 1],
    signature: `${inputs.map((each) => `(${each})`).join(',')}->(${[...chosen, ...axes.slice(1)].join(',')})`,
    support: () => [...(fixed ?? chosen.map(() => null)), ...population.type.shape.slice(1)],
    dtype: null,
  };
  const parameters = chances === null ? [population, lengths] : [population, chances, lengths];
  return draw(context, kind, parameters, { rng });
}

/** All functions that draw, by signature. */
export function randomVariableFunctions(context: GraphContext): Readonly<Record<string, Body>> {
  const rows = distributionRows[context.dialect.library];
  const plain = [...rows].map(([name, row]) => rowFunction(context, name, row));
  const kindOf = (name: string): RandomVariableKind => rows.get(name)!.kind;
  const isNew = context.dialect.randomOps === 'signature';
  const fixed: [string, Body][] = [
    fixedFunction(context, 'standard_normal', { free: [], fixed: [0, 1], kind: kindOf('normal') }),
    fixedFunction(context, 'standard_cauchy', { free: [], fixed: [0, 1], kind: kindOf('cauchy') }),
    fixedFunction(context, 'standard_exponential', { free: [], fixed: [1], kind: kindOf('exponential') }),
    fixedFunction(context, 'standard_t', { free: ['df'], fixed: [0, 1], kind: kindOf('t') }),
  ];
  return Object.fromEntries([
    ...plain,
    ...(isNew ? fixed.slice(0, 1) : fixed),
    ...gammaFunctions(context),
    normalFunction(context),
    permutationFunction(context),
    integersFunction(context, 'integers'),
    ...(isNew ? [] : [integersFunction(context, 'randint')]),
    isNew ? choiceOfPyTensor(context) : choiceOfAesara(context),
  ]);
}

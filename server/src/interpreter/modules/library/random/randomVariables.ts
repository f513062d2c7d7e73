/**
 * `at.random.X(…)` and `pt.random.X(…)`: the functions that draw, by signature. `tensor/random/basic.py` of Aesara 2.9.4 and
 * PyTensor 3.3.0.
 */
import type { RandomVariableKind } from '../../../../graph/random/randomVariable.ts';
import { Constant, type GraphContext, type Variable } from '../../../../graph/variable.ts';
import { cast, full, type NDArray } from '../../../../tensor/ndarray.ts';
import { raiseValueError } from '../../../exceptions.ts';
import { binaryFunctions } from '../../../protocols/operators.ts';
import { PyFloat, type Value } from '../../../values.ts';
import { asVariable } from '../convert.ts';
import { choiceOfAesara, choiceOfPyTensor, permutationFunction } from './choiceFunctions.ts';
import {
  type DistributionRow,
  distributionRows,
  gammaKinds,
  integersKind,
  multivariateNormalKind,
} from './distributionRows.ts';
import {
  type Body,
  type DrawOptions,
  draw,
  isMissing,
  optionsOf,
  presented,
  readOptions,
} from './drawing.ts';

/** A default of the table as Python has it: `0.0` is a float, `0` is not. */
const defaultValue = (text: string): Value => (text.includes('.') ? new PyFloat(Number(text)) : Number(text));

function rowFunction(
  context: GraphContext,
  name: string,
  { parameters, kind }: DistributionRow,
): [string, Body] {
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

type Missing = Value | undefined;

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
      (...args) => {
        const [shape, rate, scale, size, ...rest] = args;
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
    (...args) => {
      const [mean, covariance, size, method, ...rest] = args;
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

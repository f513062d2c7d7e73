/** `choice` and `permutation` of Aesara 2.9.4 and PyTensor 3.3.0, which are more than a distribution each. */
import { int64Constant } from '../../../../graph/constants.ts';
import { lengthOf, range } from '../../../../graph/ops/math.ts';
import { taken } from '../../../../graph/ops/rearranging.ts';
import type { Draw } from '../../../../graph/random/drawOp.ts';
import { noSupport, type RandomVariableKind } from '../../../../graph/random/randomVariable.ts';
import { Constant, type GraphContext, type Variable } from '../../../../graph/variable.ts';
import { scalar } from '../../../../tensor/ndarray.ts';
import { isTrue } from '../../../protocols/comparison.ts';
import type { Value } from '../../../values.ts';
import { asVariable } from '../convert.ts';
import { distributionRows, integersKind } from './distributionRows.ts';
import {
  type Body,
  type DrawOptions,
  draw,
  isMissing,
  optionsOf,
  presented,
  readOptions,
  sizeArgument,
} from './drawing.ts';

/** `permutation(x)`: of the first integers, or of the rows of a tensor. */
export function permutationFunction(context: GraphContext): [string, Body] {
  const isNew = context.dialect.randomOps === 'signature';
  const body = (x: Value, options: DrawOptions): Value => {
    const population = asVariable(context, x);
    const isPlain = population.ndim === 0;
    const axes = Array.from({ length: population.ndim }, (_, i) => `x${i}`).join(',');
    const kind: RandomVariableKind = {
      name: 'permutation',
      method: 'permutation',
      coreRanks: [population.ndim],
      signature: isPlain ? '()->(x)' : `(${axes})->(${axes})`,
      support: () =>
        isPlain
          ? [population instanceof Constant ? Number(population.value.at(0)) : null]
          : population.type.shape,
      dtype: null,
      printedRanks: [1],
    };
    return presented(draw(context, kind, [population], options), options.returnsNext);
  };
  return isNew
    ? [
        'permutation(x, size?, rng?, return_next_rng?)',
        (x, size, rng, returnsNext) => body(x!, { size, rng, returnsNext }),
      ]
    : [
        `permutation(x, *, size?, ${optionsOf(context)})`,
        (x, size, ...rest) => body(x!, readOptions(size, rest)),
      ];
}

/** Aesara's `choice`: an op of its own, whose population is always a vector. */
export function choiceOfAesara(context: GraphContext): [string, Body] {
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
    (...args) => {
      const [a, size, replace, p, ...rest] = args;
      const given = asVariable(context, a!);
      const none = new Constant(context, scalar('float64', Number.NaN));
      const population =
        given.ndim === 0
          ? range({ start: int64Constant(context, 0), stop: given, step: int64Constant(context, 1) }, 'int64')
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
export function choiceOfPyTensor(context: GraphContext): [string, Body] {
  return [
    'choice(a, size?, replace?, p?, rng?, return_next_rng?)',
    (...args) => {
      const [a, size, replace, p, rng, returnsNext] = args;
      const population = asVariable(context, a!);
      const isPlain = population.ndim === 0;
      const count = isPlain ? population : lengthOf(population, 0);
      const chances = isMissing(p) ? null : asVariable(context, p);
      if (isMissing(size) || replace === undefined || isTrue(replace)) {
        const options = { size, rng, returnsNext: true };
        const { nextState, draw: positions } =
          chances === null
            ? draw(context, integersKind('integers'), [asVariable(context, 0), count], options)
            : draw(context, distributionRows.pytensor.get('categorical')!.kind, [chances], options);
        const chosen = isPlain ? positions : taken(population, positions, 0);
        return presented({ nextState, draw: chosen }, returnsNext);
      }
      return presented(
        withoutReplacement(context, { population, chances, size }, { rng, returnsNext }),
        returnsNext,
      );
    },
  ];
}

function withoutReplacement(
  context: GraphContext,
  given: { population: Variable; chances: Variable | null; size: Value },
  options: DrawOptions,
): Draw {
  const { population, chances } = given;
  const { lengths, count } = sizeArgument(context, given.size)!;
  const axes = Array.from({ length: population.ndim }, (_, i) => `a${i}`);
  const chosen = Array.from({ length: count }, (_, i) => `s${i}`);
  const inputs = [axes.join(','), ...(chances === null ? [] : [axes[0] ?? 'a']), String(count)];
  const fixed =
    lengths instanceof Constant ? Array.from(lengths.value.elements() as ArrayLike<bigint>, Number) : null;
  const kind: RandomVariableKind = {
    name: 'choice_without_replacement',
    method: 'choice_without_replacement',
    coreRanks: [population.ndim, ...(chances === null ? [] : [1]), 1],
    signature: `${inputs.map((each) => `(${each})`).join(',')}->(${[...chosen, ...axes.slice(1)].join(',')})`,
    support: () => [...(fixed ?? chosen.map(() => null)), ...population.type.shape.slice(1)],
    dtype: null,
  };
  const parameters = chances === null ? [population, lengths] : [population, chances, lengths];
  return draw(context, kind, parameters, options);
}

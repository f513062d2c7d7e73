/** Gradients of reductions, running sums and products. */

import { isDiscrete } from '../../tensor/dtype.ts';
import { fullSlice, onAxis } from '../../tensor/indexing.ts';
import { int64Constant } from '../constants.ts';
import { printOp } from '../graphText.ts';
import { dimShuffle, rebroadcast, transposed } from '../ops/dimShuffle.ts';
import { castTo, elemwise } from '../ops/elemwise.ts';
import { constantIn, cumulative, reduced, restoreAxes } from '../ops/math.ts';
import {
  cumulativeEntry,
  dotEntry,
  matrixProduct,
  type ReduceParams,
  reduceEntry,
} from '../ops/reductions.ts';
import { type SymbolicIndex, subtensor } from '../ops/subtensor.ts';
import { printVariable } from '../printVariable.ts';
import type { Apply, Variable } from '../variable.ts';
import { NullGradient, ruleFor } from './gradientRule.ts';
import { zerosLike } from './zeros.ts';

interface Reduced {
  readonly input: Variable;
  readonly output: Variable;
  readonly gradient: Variable;
  readonly axes: ReduceParams['axes'];
}

function reduceGradient({ reduction, hasNoZeros, accumulate }: ReduceParams, given: Reduced): Variable {
  const { input, output, gradient, axes } = given;
  if (isDiscrete(output.dtype)) return zerosLike(input);
  const spread = restoreAxes(gradient, input, axes);
  switch (reduction) {
    case 'sum':
      return elemwise('second', input, spread);
    case 'prod':
      if (isDiscrete(accumulate)) return zerosLike(input);
      if (!hasNoZeros) return productGradient(given, spread);
      return elemwise('true_div', elemwise('mul', spread, restoreAxes(output, input, axes)), input);
    case 'max':
    case 'min':
      return elemwise('mul', elemwise('eq', restoreAxes(output, input, axes), input), spread);
    case 'all':
    case 'any':
    case 'argmax':
    case 'argmin':
      return zerosLike(input);
  }
}

/** The product of the other factors; with a single zero among them only that one has a gradient. */
function productGradient({ input, output, axes }: Reduced, spread: Variable): Variable {
  const { context } = input;
  const options = { axis: axes, keepsAxes: true, dtype: null, skipsZeros: true };
  const zero = constantIn(context, input.dtype, 0);
  const isZero = elemwise('eq', input, zero);
  const zeroCount = reduced('sum', isZero, { ...options, skipsZeros: false });
  const others = reduced(
    'prod',
    elemwise('switch', isZero, constantIn(context, input.dtype, 1), input),
    options,
  );
  const onlyZero = elemwise('and_', elemwise('eq', zeroCount, constantIn(context, 'int64', 1)), isZero);
  const hasNone = elemwise('eq', zeroCount, constantIn(context, 'int64', 0));
  const whole = elemwise('mul', restoreAxes(output, input, axes), spread);
  return elemwise(
    'switch',
    hasNone,
    elemwise('true_div', whole, input),
    elemwise('mul', elemwise('switch', onlyZero, others, zero), spread),
  );
}

const secondOfProduct = (made: Apply): NullGradient =>
  new NullGradient(
    `This variable is Null because the grad method for input 0 (${printVariable(made.inputs[0])}) of the ${printOp(made)} op is not implemented. 2nd derivatives of \`product(a)\` is not currently supported.If \`a\` is guaranteed to contains no zeros, use \`product(a, no_zeros_in_input=True)\`.`,
  );

/** The variable with one axis reversed. */
function reversedAlong(input: Variable, axis: number): Variable {
  const backwards: SymbolicIndex = { ...fullSlice, step: int64Constant(input.context, -1) };
  return subtensor(input, onAxis(axis, backwards));
}

/** The product of a column and a row. */
const outer = (a: Variable, b: Variable): Variable =>
  elemwise('mul', dimShuffle(a, [0, 'x']), dimShuffle(b, ['x', 0]));

function dotGradient(a: Variable, b: Variable, g: Variable): readonly [Variable, Variable] {
  if (a.ndim === 1 && b.ndim === 1) return [elemwise('mul', g, b), elemwise('mul', g, a)];
  if (a.ndim === 1) return [matrixProduct(g, transposed(b)), outer(a, g)];
  if (b.ndim === 1) return [outer(g, b), matrixProduct(transposed(a), g)];
  return [matrixProduct(g, transposed(b)), matrixProduct(transposed(a), g)];
}

export const reductionRules = {
  reduce: ruleFor(reduceEntry, {
    differentiate: (params, made, [gradient]) => {
      const {
        inputs: [input],
        outputs: [output],
      } = made;
      if (params.skipsZeros) return [secondOfProduct(made)];
      return [reduceGradient(params, { input, output, gradient: gradient!, axes: params.axes })];
    },
  }),
  cumulative: ruleFor(cumulativeEntry, {
    differentiate({ kind, axis }, { inputs: [input], outputs: [output] }, [gradient]) {
      if (isDiscrete(output.dtype)) return [zerosLike(input)];
      const weighted = kind === 'sum' ? gradient! : elemwise('mul', output, gradient!);
      const sums = reversedAlong(cumulative(reversedAlong(weighted, axis), 'sum', axis), axis);
      return [kind === 'sum' ? sums : elemwise('true_div', sums, input)];
    },
  }),
  dot: ruleFor(dotEntry, {
    differentiate(_, { inputs, outputs: [output] }, [gradient]) {
      const [a, b] = inputs;
      if (isDiscrete(output.dtype)) return inputs.map(zerosLike);
      return dotGradient(castTo(a, output.dtype), castTo(b, output.dtype), gradient!).map((term, index) =>
        rebroadcast(
          term,
          inputs[index].type.shape.map((length) => (length === 1 ? 1 : undefined)),
        ),
      );
    },
  }),
};

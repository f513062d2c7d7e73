/** Gradients of the softmaxes and of the losses of given classes. */
import { elemwise } from '../ops/elemwise.ts';
import { reduced } from '../ops/math.ts';
import { onePerRow } from '../ops/nnetMath.ts';
import { categoricalLossEntry, softmax, softmaxEntry } from '../ops/softmax.ts';
import { incSubtensor, subtensor } from '../ops/subtensor.ts';
import type { Variable } from '../variable.ts';
import { notImplementedGradient, ruleFor } from './gradientRule.ts';
import { zerosLike } from './zeros.ts';

const sumAlong = (input: Variable, axis: readonly number[] | null): Variable =>
  reduced('sum', input, { axis, keepsAxes: true, dtype: null });

export const softmaxRules = {
  softmax: ruleFor(softmaxEntry, {
    differentiate({ axes, isLog }, { inputs: [input], outputs: [output] }, [gradient]) {
      const g = gradient!;
      if (isLog) {
        const probabilities = softmax(input, axes);
        return [elemwise('sub', g, elemwise('mul', sumAlong(g, axes), probabilities))];
      }
      const weighted = elemwise('mul', g, output);
      return [elemwise('sub', weighted, elemwise('mul', sumAlong(weighted, axes), output))];
    },
  }),
  categoricalLoss: ruleFor(categoricalLossEntry, {
    differentiate(_, made, [gradient]) {
      const [distribution, classes] = made.inputs;
      const index = onePerRow(distribution, classes);
      const terms = elemwise('neg', elemwise('true_div', gradient!, subtensor(distribution, index)));
      return [
        incSubtensor(zerosLike(distribution), terms, { indices: index, mode: 'set' }),
        notImplementedGradient(made, 1, 'CrossentropyCategorical1Hot'),
      ];
    },
  }),
};

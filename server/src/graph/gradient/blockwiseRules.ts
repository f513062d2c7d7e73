/** The gradient of an op over more axes: that of the op itself, over the same axes. PyTensor 3, `Blockwise.pullback`. */
import { blockwiseEntry } from '../ops/blockwise.ts';
import { castTo, elemwise, padLeft } from '../ops/elemwise.ts';
import { Variable } from '../variable.ts';
import { vectorizeGraph } from '../vectorize.ts';
import { unbroadcastGradient } from './elementwiseRules.ts';
import { type Gradient, ruleFor } from './gradientRule.ts';
import { gradientType, zerosLike } from './zeros.ts';

/** The gradient of an operand: spread over the axes along which it is the same, summed along those where it was repeated. */
function fitted(input: Variable, term: Variable): Variable {
  const full = padLeft(term, input.ndim);
  const isNarrow = full.type.shape.some((length, axis) => length === 1 && input.type.shape[axis] !== 1);
  const spread = isNarrow ? elemwise('second', zerosLike(input), full) : full;
  return castTo(unbroadcastGradient(input, spread, spread), gradientType(input));
}

export const blockwiseRules = {
  blockwise: ruleFor(blockwiseEntry, {
    connections({ core }, _, tools) {
      const reached = core.outputs.map((output) => tools.reached(output));
      return core.inputs.map((input) => reached.map((variables) => variables.has(input)));
    },
    differentiate({ core }, { inputs, outputs }, gradients, tools) {
      const seeds = new Map<Variable, Variable>();
      const replacements = new Map<Variable, Variable>();
      core.inputs.forEach((input, i) => void replacements.set(input, inputs[i]));
      core.outputs.forEach((output, i) => void replacements.set(output, outputs[i]));
      gradients.forEach((gradient, i) => {
        if (!gradient) return;
        const seed = new Variable(gradient.context, { ...core.outputs[i].type, dtype: gradient.dtype });
        seeds.set(core.outputs[i], seed);
        replacements.set(seed, gradient);
      });
      const terms = tools.backpropagate(seeds, core.inputs);
      const found = vectorizeGraph(
        terms.filter((term) => term instanceof Variable),
        replacements,
      );
      let next = 0;
      return terms.map(
        (term, i): Gradient => (term instanceof Variable ? fitted(inputs[i], found[next++]) : term),
      );
    },
  }),
};

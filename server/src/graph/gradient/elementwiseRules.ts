/** Gradients of elementwise ops, casts and of ops that only change types or axes. */
import { isDiscrete } from '../../tensor/dtype.ts';
import { dimShuffle, dimShuffleEntry, rebroadcast, rebroadcastEntry } from '../ops/dimShuffle.ts';
import { castEntry, castTo, elemwiseEntry } from '../ops/elemwise.ts';
import { reduced } from '../ops/math.ts';
import type { Variable } from '../variable.ts';
import { ruleFor } from './gradientRule.ts';
import { scalarGradients } from './scalarGradients.ts';
import { gradientType, zerosLike } from './zeros.ts';

/** The gradient of an operand that was repeated along some axes: the sum over them. */
export function unbroadcastGradient(input: Variable, output: Variable, gradient: Variable): Variable {
  const axis = [...input.type.shape.keys()].filter(
    (at) => input.type.shape[at] === 1 && output.type.shape[at] !== 1,
  );
  if (axis.length === 0) return gradient;
  return reduced('sum', gradient, { axis, keepsAxes: true, dtype: null });
}

export const elementwiseRules = {
  elemwise: ruleFor(elemwiseEntry, {
    // The first operand of `second` only gives its shape.
    connections: ({ scalar }, made) => made.inputs.map((_input, index) => [scalar !== 'second' || index > 0]),
    differentiate({ scalar }, { inputs, outputs: [output] }, [gradient]) {
      const rule = scalarGradients[scalar];
      if (rule === 'zero' || isDiscrete(output.dtype)) return inputs.map(zerosLike);
      return rule({ gradient: gradient!, operands: inputs, output }).map((term, index) =>
        castTo(unbroadcastGradient(inputs[index], output, term), gradientType(inputs[index])),
      );
    },
  }),
  cast: ruleFor(castEntry, {
    differentiate: (_, { inputs: [input], outputs: [output] }, [gradient]) => [
      isDiscrete(output.dtype) ? zerosLike(input) : castTo(gradient!, gradientType(input)),
    ],
  }),
  dimShuffle: ruleFor(dimShuffleEntry, {
    differentiate({ order }, { inputs: [input] }, [gradient]) {
      if (isDiscrete(input.dtype)) return [zerosLike(input)];
      return [
        dimShuffle(
          gradient!,
          [...input.type.shape.keys()].map((axis) => positionOf(order, axis)),
        ),
      ];
    },
  }),
  rebroadcast: ruleFor(rebroadcastEntry, {
    differentiate: (_, { inputs: [input] }, [gradient]) => [rebroadcast(gradient!, input.type.shape)],
  }),
};

/** An axis that was dropped comes back with length 1. */
function positionOf(order: readonly (number | 'x')[], axis: number): number | 'x' {
  const at = order.indexOf(axis);
  return at < 0 ? 'x' : at;
}

/** Gradients of convolutions, which are convolutions, and of pools. */
import {
  convolution,
  convolutionEntry,
  convolutionOfFilters,
  convolutionOfInputs,
  planeLengths,
} from '../ops/convolution.ts';
import {
  pool,
  poolEntry,
  pooledSelection,
  poolGradient,
  poolGradientEntry,
  poolSelectionEntry,
} from '../ops/pooling.ts';
import { type Gradient, onlyFirst, ruleFor } from './gradientRule.ts';
import { zerosLike } from './zeros.ts';

export const convolutionRules = {
  convolution: ruleFor(convolutionEntry, {
    connections: onlyFirst(2),
    differentiate(params, { inputs: [first, second, ...lengths] }, [gradient]) {
      const g = gradient!;
      const { gives, ...options } = params;
      const none: Gradient[] = lengths.map(() => null);
      switch (gives) {
        case 'output':
          return [
            convolutionOfInputs(g, second, { lengths: planeLengths(first), options }),
            convolutionOfFilters(first, g, { lengths: planeLengths(second), options }),
          ];
        case 'image':
          return [
            convolution(g, second, options),
            convolutionOfFilters(g, first, { lengths: planeLengths(second), options }),
            ...none,
          ];
        case 'filters':
          return [
            convolutionOfInputs(second, g, { lengths: planeLengths(first), options }),
            convolution(first, g, options),
            ...none,
          ];
      }
    },
  }),
  pool: ruleFor(poolEntry, {
    differentiate: (params, { inputs: [input] }, [gradient]) => [poolGradient(params, input, gradient!)],
  }),
  poolGradient: ruleFor(poolGradientEntry, {
    differentiate: (params, { inputs: [input] }, [gradient]) => [
      zerosLike(input),
      params.mode === 'max' ? pooledSelection(params, input, gradient!) : pool(params, gradient!),
    ],
  }),
  poolSelection: ruleFor(poolSelectionEntry, {
    differentiate: (params, { inputs: [input] }, [gradient]) => [
      zerosLike(input),
      poolGradient(params, input, gradient!),
    ],
  }),
};

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
      const rank = params.strides.length;
      const none: Gradient[] = lengths.map(() => null);
      switch (gives) {
        case 'output':
          return [
            convolutionOfInputs(g, second, { lengths: planeLengths(first, rank), options }),
            convolutionOfFilters(first, g, { lengths: planeLengths(second, rank), options }),
          ];
        case 'image':
          return [
            convolution(g, second, options),
            convolutionOfFilters(g, first, { lengths: planeLengths(second, rank), options }),
            ...none,
          ];
        case 'filters':
          return [
            convolutionOfInputs(second, g, { lengths: planeLengths(first, rank), options }),
            convolution(first, g, options),
            ...none,
          ];
      }
    },
  }),
  pool: ruleFor(poolEntry, {
    connections: onlyFirst(1),
    differentiate: (params, { inputs: [input, ...sizes] }, [gradient]) => [
      poolGradient(params, [input, gradient!], sizes),
      ...sizes.map(() => null),
    ],
  }),
  poolGradient: ruleFor(poolGradientEntry, {
    connections: onlyFirst(2),
    differentiate: (params, { inputs: [input, , ...sizes] }, [gradient]) => [
      zerosLike(input),
      params.mode === 'max'
        ? pooledSelection(params, [input, gradient!], sizes)
        : pool(params, gradient!, sizes),
      ...sizes.map(() => null),
    ],
  }),
  poolSelection: ruleFor(poolSelectionEntry, {
    connections: onlyFirst(2),
    differentiate: (params, { inputs: [input, , ...sizes] }, [gradient]) => [
      zerosLike(input),
      poolGradient(params, [input, gradient!], sizes),
      ...sizes.map(() => null),
    ],
  }),
};

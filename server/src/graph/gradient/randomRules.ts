/** Gradients of the random ops: there are none. */
import { drawEntry } from '../random/drawOp.ts';
import { permuteRows, permuteRowsEntry } from '../random/permuteRows.ts';
import { onlyFirst, ruleFor, undefinedGradient } from './gradientRule.ts';

export const randomRules = {
  draw: ruleFor(drawEntry, {
    differentiate: ({ text, addedAxes }, made) => {
      const why = addedAxes === null ? 'random variables' : 'raw random numbers op';
      return made.inputs.map((_, index) =>
        undefinedGradient(
          made,
          index,
          text,
          `No gradient defined ${addedAxes === null ? 'for' : 'through'} ${why}`,
        ),
      );
    },
  }),
  permuteRows: ruleFor(permuteRowsEntry, {
    connections: onlyFirst(1),
    differentiate: ({ isInverse }, { inputs: [, order] }, [gradient]) => [
      permuteRows(gradient!, order, { isInverse: !isInverse }),
      null,
    ],
  }),
};

/** Gradients of the random ops: there are none. */
import { drawEntry } from '../random/drawOp.ts';
import { mrgUniformEntry, pickEntry } from '../random/mrgOps.ts';
import { permuteRows, permuteRowsEntry } from '../random/permuteRows.ts';
import { printType } from '../tensorType.ts';
import { onlyFirst, ruleFor, undefinedGradient } from './gradientRule.ts';
import { zerosLike } from './zeros.ts';

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
  mrgUniform: ruleFor(mrgUniformEntry, {
    differentiate: ({ dtype, ndim }, made) => {
      const type = { dtype, shape: new Array<null>(ndim).fill(null) };
      const op = `mrg_uniform{${printType(made.inputs[0].context.dialect, type)},no_inplace}`;
      return made.inputs.map((_, index) =>
        undefinedGradient(made, index, op, 'No gradient defined through random sampling op'),
      );
    },
  }),
  pickFromUniform: ruleFor(pickEntry, {
    differentiate: (_, made) => made.inputs.map((input) => zerosLike(input)),
  }),
  permuteRows: ruleFor(permuteRowsEntry, {
    connections: onlyFirst(1),
    differentiate: ({ isInverse }, { inputs: [, order] }, [gradient]) => [
      permuteRows(gradient!, order, { isInverse: !isInverse }),
      null,
    ],
  }),
};

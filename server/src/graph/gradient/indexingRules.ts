/** Gradients of reading and replacing parts of a tensor. */
import { isDiscrete } from '../../tensor/dtype.ts';
import { reduced } from '../ops/math.ts';
import { allocEmptyEntry, scalarFromTensorEntry } from '../ops/plainNumbers.ts';
import { incSubtensorEntry, nonzeroEntry, subtensorEntry } from '../ops/subtensor.ts';
import { apply, type Variable } from '../variable.ts';
import { unbroadcastGradient } from './elementwiseRules.ts';
import { onlyFirst, ruleFor, undefinedGradient } from './gradientRule.ts';
import { zerosLike } from './zeros.ts';

/** The gradient of a value that was written into a part which may be larger. */
function valueGradient(value: Variable, part: Variable): Variable {
  if (isDiscrete(value.dtype)) return zerosLike(value);
  const added = part.ndim - value.ndim;
  const axis = [...Array(added).keys()];
  const sum = added === 0 ? part : reduced('sum', part, { axis, keepsAxes: false, dtype: null });
  return unbroadcastGradient(value, sum, sum);
}

export const indexingRules = {
  subtensor: ruleFor(subtensorEntry, {
    connections: onlyFirst(1),
    differentiate: (params, { inputs: [input, ...bounds] }, [gradient]) => [
      isDiscrete(input.dtype)
        ? zerosLike(input)
        : apply(incSubtensorEntry, { ...params, mode: 'inc' }, [zerosLike(input), gradient!, ...bounds])[0],
      ...bounds.map(() => null),
    ],
  }),
  incSubtensor: ruleFor(incSubtensorEntry, {
    connections: onlyFirst(2),
    differentiate({ mode, ...params }, { inputs: [input, value, ...bounds] }, [gradient]) {
      const rest = bounds.map(() => null);
      if (isDiscrete(input.dtype)) return [zerosLike(input), zerosLike(value), ...rest];
      const part = apply(subtensorEntry, params, [gradient!, ...bounds])[0];
      const kept =
        mode === 'inc'
          ? gradient!
          : apply(incSubtensorEntry, { ...params, mode }, [gradient!, zerosLike(part), ...bounds])[0];
      return [kept, valueGradient(value, part), ...rest];
    },
  }),
  scalarFromTensor: ruleFor(scalarFromTensorEntry, { differentiate: (_, _made, [gradient]) => [gradient!] }),
  allocEmpty: ruleFor(allocEmptyEntry, {
    connections: onlyFirst(0),
    differentiate: (_, made) => made.inputs.map(() => null),
  }),
  nonzero: ruleFor(nonzeroEntry, {
    connections: onlyFirst(1),
    differentiate: (_, made) =>
      made.inputs.map((_input, index) => (index === 0 ? undefinedGradient(made, 0, 'Nonzero', '') : null)),
  }),
};

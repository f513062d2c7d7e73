/** Gradients of ops about shapes, of joins and of choices between graphs. */

import { isDiscrete } from '../../tensor/dtype.ts';
import { onAxis } from '../../tensor/indexing.ts';
import { int64Constant } from '../constants.ts';
import { dimShuffle } from '../ops/dimShuffle.ts';
import { castTo, elemwise } from '../ops/elemwise.ts';
import { joinAxesEntry, joinedAxes, splitAxis, splitAxisEntry } from '../ops/joinedAxes.ts';
import { lengthOf, reduced } from '../ops/math.ts';
import { ifElse, ifElseEntry } from '../ops/rearranging.ts';
import {
  allocEntry,
  arangeEntry,
  eyeEntry,
  joinEntry,
  makeVector,
  makeVectorEntry,
  reshaped,
  reshapeEntry,
  shapeEntry,
  shapeOf,
} from '../ops/shapes.ts';
import { type SymbolicIndex, subtensor } from '../ops/subtensor.ts';
import type { Apply, Variable } from '../variable.ts';
import { type Gradient, onlyFirst, ruleFor, undefinedGradient } from './gradientRule.ts';
import { gradientType, zerosLike } from './zeros.ts';

/** The sum over the axes that `alloc` added or repeated. */
function allocGradient(value: Variable, gradient: Variable): Variable {
  const added = gradient.ndim - value.ndim;
  const repeated = [...value.type.shape.keys()].filter(
    (axis) => value.type.shape[axis] === 1 && gradient.type.shape[axis + added] !== 1,
  );
  const axis = [...Array(added).keys(), ...repeated.map((at) => at + added)];
  if (axis.length === 0) return gradient;
  const sum = reduced('sum', gradient, { axis, keepsAxes: false, dtype: null });
  let next = 0;
  return dimShuffle(
    sum,
    [...value.type.shape.keys()].map((at) => (repeated.includes(at) ? 'x' : next++)),
  );
}

/** The parts of a joined gradient, one after another along the axis. */
function partsOf(inputs: readonly Variable[], gradient: Variable, axis: number): Variable[] {
  let start: Variable = int64Constant(gradient.context, 0);
  return inputs.map((input, index) => {
    const stop = elemwise('add', start, lengthOf(input, axis));
    const part: SymbolicIndex = {
      kind: 'slice',
      start,
      stop: index === inputs.length - 1 ? null : stop,
      step: null,
    };
    start = stop;
    return castTo(subtensor(gradient, onAxis(axis, part)), gradientType(input));
  });
}

const nothing = (_: unknown, made: Apply): Gradient[] => made.inputs.map(() => null);
const unreached = (_: unknown, made: Apply): boolean[][] =>
  made.inputs.map(() => made.outputs.map(() => false));

export const shapeRules = {
  shape: ruleFor(shapeEntry, { connections: unreached, differentiate: nothing }),
  reshape: ruleFor(reshapeEntry, {
    connections: onlyFirst(1),
    differentiate: (_, { inputs: [input] }, [gradient]) => [
      isDiscrete(input.dtype) ? zerosLike(input) : reshaped(gradient!, shapeOf(input), input.ndim),
      null,
    ],
  }),
  alloc: ruleFor(allocEntry, {
    connections: onlyFirst(1),
    differentiate: (_, { inputs: [value, ...lengths] }, [gradient]) => [
      isDiscrete(value.dtype) ? zerosLike(value) : allocGradient(value, gradient!),
      ...lengths.map(() => null),
    ],
  }),
  makeVector: ruleFor(makeVectorEntry, {
    differentiate: ({ dtype }, { inputs }, [gradient]) =>
      inputs.map((input, index) =>
        isDiscrete(dtype)
          ? zerosLike(input)
          : castTo(
              subtensor(gradient!, [{ kind: 'integer', value: int64Constant(input.context, index) }]),
              gradientType(input),
            ),
      ),
  }),
  arange: ruleFor(arangeEntry, {
    connections: (_, made) => made.inputs.map((_input, index) => [index !== 1]),
    differentiate({ dtype }, { inputs, outputs: [output] }, [gradient]) {
      const [start, , step] = inputs;
      if (isDiscrete(dtype)) return [zerosLike(start), null, zerosLike(step)];
      const options = { axis: null, keepsAxes: false, dtype: null };
      const positions = elemwise('true_div', elemwise('sub', output, start), step);
      return [
        castTo(reduced('sum', gradient!, options), gradientType(start)),
        null,
        castTo(reduced('sum', elemwise('mul', gradient!, positions), options), gradientType(step)),
      ];
    },
  }),
  eye: ruleFor(eyeEntry, {
    differentiate: (_, made) => made.inputs.map((_input, index) => undefinedGradient(made, index, 'Eye', '')),
  }),
  join: ruleFor(joinEntry, {
    differentiate: ({ axis }, { inputs, outputs: [output] }, [gradient]) =>
      isDiscrete(output.dtype) ? inputs.map(zerosLike) : partsOf(inputs, gradient!, axis),
  }),
  joinAxes: ruleFor(joinAxesEntry, {
    differentiate: ({ start, count }, { inputs: [input] }, [gradient]) => {
      const lengths = Array.from({ length: count }, (_, at) => lengthOf(input, start + at));
      return [splitAxis(gradient!, makeVector(input.context, lengths, 'int64'), start)];
    },
  }),
  splitAxis: ruleFor(splitAxisEntry, {
    connections: onlyFirst(1),
    differentiate: ({ axis }, { inputs: [input] }, [gradient]) => [
      joinedAxes(gradient!, axis, gradient!.ndim - input.ndim + 1),
      null,
    ],
  }),
  ifElse: ruleFor(ifElseEntry, {
    connections: (_, made) => made.inputs.map((_input, index) => [index > 0]),
    differentiate: (_, { inputs: [condition, then, otherwise] }, [gradient]) => [
      null,
      isDiscrete(then.dtype) ? zerosLike(then) : ifElse(condition, gradient!, zerosLike(then)),
      isDiscrete(otherwise.dtype) ? zerosLike(otherwise) : ifElse(condition, zerosLike(otherwise), gradient!),
    ],
  }),
};

/** Gradients of ops about order, of cuts and repetitions, and of places that have none. */

import { isDiscrete } from '../../tensor/dtype.ts';
import { EngineError } from '../../tensor/engineError.ts';
import { onAxis } from '../../tensor/indexing.ts';
import { normalizeAxis } from '../../tensor/shape.ts';
import { int64Constant } from '../constants.ts';
import { dimShuffle } from '../ops/dimShuffle.ts';
import { lengthOf, range } from '../ops/math.ts';
import { ravelMultiIndexEntry, unravelIndexEntry } from '../ops/multiIndex.ts';
import { join } from '../ops/shapes.ts';
import {
  argsortEntry,
  ordered,
  searchSortedEntry,
  sortEntry,
  topKEntry,
  uniqueEntry,
} from '../ops/sorting.ts';
import { chooseEntry, repeatEntry, repeatedByCounts, splitEntry } from '../ops/splitting.ts';
import { incSubtensor, type SymbolicIndex, subtensor } from '../ops/subtensor.ts';
import { type Apply, Constant, type Variable } from '../variable.ts';
import { type Gradient, ruleFor, undefinedGradient } from './gradientRule.ts';
import { zerosLike } from './zeros.ts';

const refused = (text: string): EngineError => new EngineError('NotImplementedError', text);

/** Indices that take `places` along one axis and everything in its place along the others. */
function placesAlong(model: Variable, places: Variable, axis: number): SymbolicIndex[] {
  const { context, ndim } = model;
  return Array.from({ length: ndim }, (_, at): SymbolicIndex => {
    if (at === axis) return { kind: 'array', value: places };
    const all = range(
      { start: int64Constant(context, 0), stop: lengthOf(model, at), step: int64Constant(context, 1) },
      'int64',
    );
    const order = Array.from({ length: ndim }, (_each, i): number | 'x' => (i === at ? 0 : 'x'));
    return { kind: 'array', value: dimShuffle(all, order) };
  });
}

function sortGradient(made: Apply, gradient: Variable): Variable {
  const [input, axis] = made.inputs;
  if (!(axis instanceof Constant))
    throw new EngineError('NotSupportedByScanLens', 'the gradient of a sort along a symbolic axis');
  const at = normalizeAxis(Number(axis.value.at(0)), input.ndim);
  const options = { algorithm: 'quicksort', axis: int64Constant(input.context, at) };
  const ranks = ordered(argsortEntry, ordered(argsortEntry, input, options), options);
  return subtensor(gradient, placesAlong(input, ranks, at));
}

/** Indices and counts are flat: the gradients of everything that decides them are zero. */
const flat = (_: unknown, made: Apply): Gradient[] => made.inputs.map(zerosLike);

export const sortingRules = {
  sort: ruleFor(sortEntry, {
    differentiate: (_, made, [gradient]) => [
      isDiscrete(made.inputs[0].dtype) ? zerosLike(made.inputs[0]) : sortGradient(made, gradient!),
      undefinedGradient(
        made,
        1,
        'SortOp',
        'The gradient of sort is not defined with respect to the integer axes itself',
      ),
    ],
  }),
  argsort: ruleFor(argsortEntry, {
    differentiate: (_, made) => [
      zerosLike(made.inputs[0]),
      undefinedGradient(
        made,
        1,
        'ArgSortOp',
        'argsort is not defined for non-integer axes so argsort(x, axis+eps) is undefined',
      ),
    ],
  }),
  topK: ruleFor(topKEntry, {
    differentiate({ axis, values, indices }, made, [gradient]) {
      const [input] = made.inputs;
      const forCount = undefinedGradient(made, 1, 'TopKOp', 'topk: k is not differentiable');
      if (!values || !indices) {
        return [
          undefinedGradient(made, 0, 'TopKOp', 'topk: cannot get gradient without both indices and values'),
          forCount,
        ];
      }
      if (isDiscrete(input.dtype) || !gradient) return [zerosLike(input), forCount];
      const indicesOf = placesAlong(made.outputs[1], made.outputs[1], normalizeAxis(axis, input.ndim));
      return [incSubtensor(zerosLike(input), gradient, { indices: indicesOf, mode: 'set' }), forCount];
    },
  }),
  searchSorted: ruleFor(searchSortedEntry, {
    connections: (_, made) => made.inputs.map((_input, index) => [index < 2]),
    differentiate: (_, made) => made.inputs.map((input, index) => (index < 2 ? zerosLike(input) : null)),
  }),
  unique: ruleFor(uniqueEntry, {
    differentiate: () => {
      throw refused('grad not implemented for Op Unique');
    },
  }),
  split: ruleFor(splitEntry, {
    connections: (_, made) => made.inputs.map((_input, index) => made.outputs.map(() => index === 0)),
    differentiate: ({ axis }, { inputs: [input], outputs }, gradients) => [
      isDiscrete(input.dtype)
        ? zerosLike(input)
        : join(
            outputs.map((output, i) => gradients[i] ?? zerosLike(output)),
            axis,
          ),
      null,
    ],
  }),
  repeat: ruleFor(repeatEntry, {
    connections: (_, made) => made.inputs.map((_input, index) => [index === 0]),
    differentiate({ axis }, { inputs: [input, counts] }, [gradient]) {
      if (isDiscrete(input.dtype)) return [zerosLike(input), null];
      const { context } = input;
      if (context.dialect.repeatGradient === 'missing') throw new EngineError('NotImplementedError');
      const places = range(
        { start: int64Constant(context, 0), stop: lengthOf(input, axis), step: int64Constant(context, 1) },
        'int64',
      );
      const sources = repeatedByCounts(places, counts, 0);
      const index: SymbolicIndex[] = onAxis<SymbolicIndex>(axis, { kind: 'array', value: sources });
      return [incSubtensor(zerosLike(input), gradient!, { indices: index, mode: 'inc' }), null];
    },
  }),
  choose: ruleFor(chooseEntry, {
    differentiate(_, { inputs: [index, ...choices], outputs: [output] }, [_gradient]) {
      if (isDiscrete(output.dtype)) return [zerosLike(index), ...choices.map(zerosLike)];
      throw refused('grad not implemented for Op Choose');
    },
  }),
  unravelIndex: ruleFor(unravelIndexEntry, { differentiate: flat }),
  ravelMultiIndex: ruleFor(ravelMultiIndexEntry, { differentiate: flat }),
};

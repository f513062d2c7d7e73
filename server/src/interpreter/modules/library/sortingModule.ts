/** Order, search and counting, bound to Python: sort, topk, argmax, searchsorted, unique, bincount, nonzero and indices of places. */

import { int64Constant } from '../../../graph/constants.ts';
import { fillText } from '../../../graph/dialects/fillText.ts';
import { castTo, elemwise } from '../../../graph/ops/elemwise.ts';
import { constantIn, flattened, reduced } from '../../../graph/ops/math.ts';
import { raveled, unraveled } from '../../../graph/ops/multiIndex.ts';
import { nonzeroPlaces, taken } from '../../../graph/ops/rearranging.ts';
import { alloc } from '../../../graph/ops/shapes.ts';
import {
  argsortEntry,
  ordered,
  searchSortedEntry,
  sortEntry,
  topKEntry,
  uniqueEntry,
} from '../../../graph/ops/sorting.ts';
import { incSubtensor } from '../../../graph/ops/subtensor.ts';
import { vectorLength } from '../../../graph/scalarConstant.ts';
import { apply, type GraphContext, type Variable } from '../../../graph/variable.ts';
import { isInteger } from '../../../tensor/dtype.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import { normalizeAxis } from '../../../tensor/shape.ts';
import { raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { asText } from '../../types/textValues.ts';
import { PyBuiltin, PyList, PyTuple, type Value } from '../../values.ts';
import { asVariable, integerArgument, optionalDType } from './convert.ts';
import type { TensorBody } from './tensorMethods.ts';

type Missing = Value | undefined;
type Body = (...args: (Value | undefined)[]) => Value;

const isGiven = (value: Missing): value is Value => value !== undefined && value !== null;

/** `axis=` of sorts, which may be symbolic: the last one if it is left out, null for the flattened tensor. */
function sortAxis(input: Variable, axis: Missing): Variable | null {
  if (axis === null) return null;
  return axis === undefined ? int64Constant(input.context, -1) : asVariable(input.context, axis);
}

const sortLike =
  (entry: typeof sortEntry): TensorBody =>
  (input, ...[axis, kind, , stable]: Missing[]) => {
    const isStable = isGiven(stable) && isTrue(stable);
    const algorithm = isGiven(kind) ? String(asText(kind)) : isStable ? 'stable' : 'quicksort';
    return ordered(entry, input, { algorithm, axis: sortAxis(input, axis) });
  };

/** Functions that are methods as well, by signature without the variable. */
export const sortingMethods: Readonly<Record<string, TensorBody>> = {
  'sort(axis?, kind?, order?, stable?)': sortLike(sortEntry),
  'argsort(axis?, kind?, order?, stable?)': sortLike(argsortEntry),
  'searchsorted(v, side?, sorter?)': (input, values: Value, side: Missing, sorter: Missing) =>
    searchSorted(input, asVariable(input.context, values), { side, sorter }),
  'nonzero(return_matrix?)': (input, asMatrix: Missing) => {
    const places = nonzeroPlaces(input);
    return isGiven(asMatrix) && isTrue(asMatrix)
      ? asVariable(input.context, new PyList(places))
      : new PyTuple(places);
  },
  'nonzero_values()': (input) => taken(flattened(input, 1), nonzeroPlaces(flattened(input, 1))[0]!, 0),
};

function searchSorted(
  input: Variable,
  values: Variable,
  given: { side: Missing; sorter: Missing },
): Variable {
  const side = given.side === undefined ? 'left' : asText(given.side!);
  if (side !== 'left' && side !== 'right') {
    return raiseValueError(`'${String(side)}' is an invalid value for keyword 'side'`);
  }
  const inputs = [input, values];
  if (isGiven(given.sorter)) {
    const sorter = asVariable(input.context, given.sorter);
    if (!isInteger(sorter.dtype)) raiseTypeError('sorter must be an integer vector');
    inputs.push(sorter);
  }
  return apply(searchSortedEntry, { side }, inputs)[0]!;
}

/** Functions of the tensor module. */
export function sortingFunctions(context: GraphContext): Readonly<Record<string, Body>> {
  const tensor = (value: Missing): Variable => asVariable(context, value!);
  const top =
    (kind: { values: boolean; indices: boolean }): Body =>
    (x, k, ...[axis, sorted, dtype]) => {
      const found = greatest(tensor(x), tensor(k), { axis, sorted, dtype });
      if (kind.values && kind.indices) return new PyList(found);
      return found[kind.values ? 0 : 1]!;
    };
  return {
    'topk(x, kth, axis?, sorted?, idx_dtype?)': top({ values: true, indices: false }),
    'argtopk(x, kth, axis?, sorted?, idx_dtype?)': top({ values: false, indices: true }),
    'topk_and_argtopk(x, kth, axis?, sorted?, idx_dtype?)': top({ values: true, indices: true }),
    'unique(ar, return_index?, return_inverse?, return_counts?, axis?)': (x, ...wanted) =>
      distinct(tensor(x), wanted),
    'Unique(return_index?, return_inverse?, return_counts?, axis?)': (...wanted) =>
      new PyBuiltin('Unique', ([x]) => distinct(tensor(x), wanted)),
    'bincount(x, weights?, minlength?, assert_nonneg?)': (x, weights, minlength) =>
      counted(
        tensor(x),
        isGiven(weights) ? tensor(weights) : null,
        isGiven(minlength) ? tensor(minlength) : null,
      ),
    'flatnonzero(a)': (x) => {
      const input = tensor(x);
      if (input.ndim === 0) raiseValueError('Nonzero only supports non-scalar arrays.');
      return nonzeroPlaces(flattened(input, 1))[0]!;
    },
    'unravel_index(indices, dims, order?, ndim?)': (indices, dims, order, ndim) =>
      unravelIndex(tensor(indices), tensor(dims), { order, ndim }),
    'ravel_multi_index(multi_index, dims, mode?, order?)': (parts, dims, mode, order) => {
      if (!(parts instanceof PyList || parts instanceof PyTuple))
        return raiseTypeError('multi_index must be a tuple or a list.');
      return raveled(parts.items.map(tensor), tensor(dims), {
        mode: modeOf(mode),
        order: orderOf(order),
      });
    },
  };
}

const orderOf = (order: Missing): 'C' | 'F' => {
  const text = order === undefined ? 'C' : asText(order!);
  if (text === 'C' || text === 'F') return text;
  throw new EngineError('AssertionError');
};

/** What happens to an index outside. */
export function modeOf(mode: Missing): 'raise' | 'wrap' | 'clip' {
  const text = mode === undefined ? 'raise' : asText(mode!);
  if (text === 'raise' || text === 'wrap' || text === 'clip') return text;
  throw new EngineError('AssertionError');
}

function greatest(
  x: Variable,
  count: Variable,
  given: { axis: Missing; sorted: Missing; dtype: Missing },
): Variable[] {
  if (given.sorted === undefined || isTrue(given.sorted!)) {
    throw new EngineError(
      'NotImplementedError',
      'The sorted parameter is not yet implemented. Use sorted=False for now.',
    );
  }
  const input = given.axis === null ? flattened(x, 1) : x;
  if (input.ndim === 0) raiseValueError('Cannot take scalar as input');
  if (count.ndim !== 0) raiseValueError(`kth is expected to be 0d tensor, got ${count.ndim}`);
  const axis = given.axis === null ? 0 : given.axis === undefined ? -1 : integerArgument(given.axis, 'axis');
  if (axis < -input.ndim || axis >= input.ndim) {
    throw new EngineError(
      'IndexError',
      `"axis" parameter out of range, expected integer within [${-input.ndim}, ${input.ndim - 1}]`,
    );
  }
  const params = {
    axis,
    values: true,
    indices: true,
    indexType: optionalDType(x.context, given.dtype) ?? 'int64',
  };
  return apply(topKEntry, params, [input, count]);
}

/** `unique`: the distinct elements, or these and what else is wanted. */
function distinct(input: Variable, [index, inverse, counts, axis]: readonly Missing[]): Value {
  const flag = (value: Missing): boolean => isGiven(value) && isTrue(value);
  const at = isGiven(axis) ? integerArgument(axis, 'axis') : null;
  if (at !== null && (at < -input.ndim || at >= input.ndim)) throw noUniqueAxis(input, at);
  const params = {
    index: flag(index),
    inverse: flag(inverse),
    counts: flag(counts),
    axis: at === null ? null : normalizeAxis(at, input.ndim),
  };
  const found = apply(uniqueEntry, params, [input]);
  return found.length === 1 ? found[0]! : new PyList(found);
}

const noUniqueAxis = ({ context: { dialect }, ndim }: Variable, axis: number): EngineError =>
  new EngineError(dialect.uniqueAxis, fillText(dialect.uniqueAxisText, axis, ndim));

/** `bincount`: ones, or weights, added up at their places. */
function counted(places: Variable, weights: Variable | null, minLength: Variable | null): Variable {
  const { context } = places;
  if (places.ndim !== 1) raiseTypeError('Inputs must be of dimension 1.');
  const most = reduced('max', places, { axis: null, keepsAxes: false, dtype: null });
  const length = castTo(elemwise('add', most, constantIn(context, 'int8', 1)), 'int64');
  const total = minLength === null ? length : elemwise('maximum', length, minLength);
  const dtype = weights?.dtype ?? places.dtype;
  const empty = alloc(constantIn(context, dtype, 0), [total]);
  const added = weights ?? castTo(constantIn(context, 'int8', 1), dtype);
  return incSubtensor(empty, added, { indices: [{ kind: 'array', value: places }], mode: 'inc' });
}

function unravelIndex(indices: Variable, dims: Variable, given: { order: Missing; ndim: Missing }): Value {
  const ndim = isGiven(given.ndim) ? integerArgument(given.ndim, 'ndim') : vectorLength(dims);
  if (ndim === null) {
    return raiseValueError(
      "The length of the provided dimension list cannot be automatically determined, so Theano is not able to know what the number of dimensions of the unraveled index will be. You can provide the 'ndim' keyword argument to 'unravel_index' to avoid this problem.",
    );
  }
  return new PyTuple(unraveled(indices, dims, { ndim, order: orderOf(given.order) }));
}

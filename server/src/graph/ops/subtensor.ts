/** Indexing: reading and replacing parts of a tensor, with indices that may be symbolic. */

import { type DType, isDiscrete } from '../../tensor/dtype.ts';
import { numpyElementwise } from '../../tensor/elementwise.ts';
import { EngineError } from '../../tensor/engineError.ts';
import { addAt, getItem, type IndexItem, nonzero, setItem } from '../../tensor/indexing.ts';
import type { NDArray } from '../../tensor/ndarray.ts';
import { fillText } from '../dialects/fillText.ts';
import type { Dialect } from '../dialects.ts';
import type { StaticLength } from '../tensorType.ts';
import { apply, Constant, type OpEntry, type Variable } from '../variable.ts';

/** One index; bounds and arrays are inputs of the op, in the order in which they are written. */
export type PatternItem =
  | { readonly kind: 'integer' }
  | { readonly kind: 'slice'; readonly start: boolean; readonly stop: boolean; readonly step: boolean }
  | { readonly kind: 'array' };

export interface SubtensorParams {
  readonly pattern: readonly PatternItem[];
  /** The types of the bounds, for the text: Theano writes `Subtensor{int64:int32:}`. */
  readonly dtypes: readonly DType[];
}

/** An index as a program writes it, in symbols. */
export type SymbolicIndex =
  | { readonly kind: 'integer'; readonly value: Variable }
  | {
      readonly kind: 'slice';
      readonly start: Variable | null;
      readonly stop: Variable | null;
      readonly step: Variable | null;
    }
  | { readonly kind: 'array'; readonly value: Variable };

export const subtensorEntry: OpEntry<SubtensorParams> = {
  kind: 'subtensor',
  infer: ({ pattern }, [input, ...bounds]) => {
    checkCount(input, pattern);
    return [{ dtype: input.dtype, shape: indexedShape(input, pattern, bounds) }];
  },
  evaluate: ({ pattern }, [input, ...bounds], runner, { inputs: [variable] }) => {
    const items = indexItems(pattern, bounds);
    if (pattern.some((item) => item.kind === 'array')) runner.host.allocate(input.byteLength);
    if (variable.context.dialect.vectorIndexing === 'take') checkTaken(input, items);
    return [getItem(input, items)];
  },
  print: (params, dialect, _, apply) => {
    if (!isAdvanced(params)) return `Subtensor${printPattern(params, dialect)}`;
    return printAdvanced(params, dialect, apply.inputs);
  },
};

/** Theano takes elements of a vector with `take`, which does not name the axis. */
function checkTaken({ shape }: NDArray, items: readonly IndexItem[]): void {
  const [item] = items;
  if (shape.length !== 1 || items.length !== 1 || item.kind !== 'array' || item.array.ndim !== 1) return;
  const indices = Array.from(item.array.elements() as ArrayLike<number>, Number);
  const wrong = indices.find((index) => index < -shape[0] || index >= shape[0]);
  if (wrong === undefined) return;
  throw new EngineError('IndexError', `index ${wrong} is out of bounds for size ${shape[0]}`);
}

function printAdvanced(params: SubtensorParams, dialect: Dialect, inputs: readonly Variable[]): string {
  const { pattern } = params;
  if (dialect.opText === 'plain') {
    return `AdvancedSubtensor{idx_list=(${indexList(pattern)}${pattern.length === 1 ? ',' : ''})}`;
  }
  if (dialect.advancedIndexOps === 'one') return 'AdvancedSubtensor';
  if (inputs.some((input) => input.owner?.op.entry.kind === 'nonzero')) return 'AdvancedBooleanSubtensor';
  return isOneVector(pattern, inputs.slice(1)) ? 'AdvancedSubtensor1' : 'AdvancedSubtensor';
}

/** PyTensor writes the place of an input for every index that is one. */
function indexList(pattern: readonly PatternItem[]): string {
  let next = 0;
  const bound = (has: boolean): string => (has ? String(next++) : 'None');
  return pattern
    .map((item) =>
      item.kind === 'slice'
        ? `slice(${bound(item.start)}, ${bound(item.stop)}, ${bound(item.step)})`
        : bound(true),
    )
    .join(', ');
}

/** Theano has an op of its own for one vector of indices along the first axis. */
const isOneVector = (pattern: readonly PatternItem[], bounds: readonly Variable[]): boolean =>
  pattern.length === 1 && bounds.length === 1 && bounds[0].ndim === 1;

const isAdvanced = ({ pattern }: SubtensorParams): boolean => pattern.some((item) => item.kind === 'array');

function checkCount(input: Variable, pattern: readonly PatternItem[]): void {
  if (pattern.length > input.ndim) {
    throw tooManyIndices(input, pattern.length);
  }
}

/** The refusal of more indices than axes. */
export function tooManyIndices({ context, ndim }: Variable, count: number): EngineError {
  return new EngineError('IndexError', fillText(context.dialect.tooManyIndices, ndim, count));
}

function indexedShape(
  input: Variable,
  pattern: readonly PatternItem[],
  bounds: readonly Variable[],
): StaticLength[] {
  const shape: StaticLength[] = [];
  const arrays: IndexArray[] = [];
  let next = 0;
  input.type.shape.forEach((length, axis) => {
    const item = pattern[axis];
    if (item === undefined) shape.push(length);
    else if (item.kind === 'array') arrays.push({ variable: bounds[next++], at: shape.length, item: axis });
    else if (item.kind === 'integer') next++;
    else {
      const given = [item.start, item.stop, item.step].map((has) => (has ? bounds[next++] : null));
      shape.push(
        input.context.dialect.partShapes === 'lengths' ? slicedLength(length, given) : keptOne(length, given),
      );
    }
  });
  const forgets = input.context.dialect.partShapes === 'onlyOnes';
  const known = arrays.length === 0 ? shape : withPicked(shape, arrays);
  return forgets ? known.map((length) => (length === 1 ? 1 : null)) : known;
}

interface IndexArray {
  readonly variable: Variable;
  /** How many axes of the result stand before it. */
  readonly at: number;
  readonly item: number;
}

/** The lengths with those of the index arrays, broadcast together, where they stand. */
function withPicked(shape: readonly StaticLength[], arrays: readonly IndexArray[]): StaticLength[] {
  const ndim = Math.max(...arrays.map(({ variable }) => variable.ndim));
  checkIndexShapes(arrays);
  const lengths = Array.from({ length: ndim }, (_, axis): StaticLength => {
    const own = arrays.map(({ variable }) => variable.type.shape.at(axis - ndim) ?? null);
    const all = arrays.map(({ variable }, i) => (axis < ndim - variable.ndim ? 1 : own[i]));
    return (
      all.find((length) => length !== null && length !== 1) ??
      (all.every((length) => length === 1) ? 1 : null)
    );
  });
  const isTogether = arrays.at(-1)!.item - arrays[0].item === arrays.length - 1;
  return shape.toSpliced(isTogether ? arrays[0].at : 0, 0, ...lengths);
}

/** PyTensor refuses index arrays whose known lengths do not fit. */
function checkIndexShapes(arrays: readonly IndexArray[]): void {
  const [{ variable }] = arrays;
  const shapes = arrays.map((array) => array.variable.type.shape);
  const ndim = Math.max(...shapes.map((shape) => shape.length));
  const isWrong = Array.from({ length: ndim }, (_, i) => {
    const lengths = shapes
      .map((shape) => shape.at(-1 - i))
      .filter((n) => n !== null && n !== undefined && n !== 1);
    return new Set(lengths).size > 1;
  }).includes(true);
  if (!isWrong || variable.context.dialect.unfitLengths === 'late') return;
  const text = shapes.map(
    (shape) => `(${shape.map((n) => n ?? 'None').join(', ')}${shape.length === 1 ? ',' : ''})`,
  );
  throw new EngineError(
    'IndexError',
    `shape mismatch: indexing tensors could not be broadcast together with shapes [${text.join(', ')}]`,
  );
}

/** The classic libraries know that a slice from the start of an axis of length 1 keeps it. */
function keptOne(length: StaticLength, [start, stop]: readonly (Variable | null)[]): StaticLength {
  const numberOf = (bound: Variable): number | null =>
    bound instanceof Constant ? Number(bound.value.at(0)) : null;
  const isFromStart = start === null || numberOf(start) === 0;
  const isToEnd = stop === null || (numberOf(stop) ?? 0) > 0;
  return length === 1 && isFromStart && isToEnd ? 1 : null;
}

/** The length of a slice where everything about it is known. */
function slicedLength(length: StaticLength, bounds: readonly (Variable | null)[]): StaticLength {
  if (bounds.every((bound) => bound === null)) return length;
  if (length === null || bounds.some((bound) => bound !== null && !(bound instanceof Constant))) return null;
  const [start, stop, step] = bounds.map((bound) =>
    bound === null ? null : Number((bound as Constant).value.at(0)),
  );
  const by = step ?? 1;
  const clamp = (bound: number, low: number, high: number): number =>
    Math.min(Math.max(bound < 0 ? bound + length : bound, low), high);
  const from =
    start === null
      ? by > 0
        ? 0
        : length - 1
      : by > 0
        ? clamp(start, 0, length)
        : clamp(start, -1, length - 1);
  const to =
    stop === null ? (by > 0 ? length : -1) : by > 0 ? clamp(stop, 0, length) : clamp(stop, -1, length - 1);
  return Math.max(0, Math.ceil((to - from) / by));
}

function indexItems(pattern: readonly PatternItem[], bounds: readonly NDArray[]): IndexItem[] {
  let next = 0;
  const bound = (has: boolean): number | null => (has ? Number(bounds[next++].at(0)) : null);
  return pattern.map((item): IndexItem => {
    if (item.kind === 'integer') return { kind: 'integer', value: Number(bounds[next++].at(0)) };
    if (item.kind === 'array') return { kind: 'array', array: bounds[next++] };
    return { kind: 'slice', start: bound(item.start), stop: bound(item.stop), step: bound(item.step) };
  });
}

const scalarLetters = 'ijklmn';

function printPattern({ pattern, dtypes }: SubtensorParams, dialect: Dialect): string {
  if (pattern.some((item) => item.kind === 'array')) return '';
  let next = 0;
  let scalars = 0;
  const isClassic = dialect.opText === 'classic';
  const word = (has: boolean, name: string): string => {
    if (!has) return '';
    const dtype = dtypes[next++];
    return isClassic ? dtype : name;
  };
  const items = pattern.map((item) => {
    if (item.kind !== 'slice') return word(true, scalarLetters[scalars++ % scalarLetters.length]);
    const [start, stop, step] = [word(item.start, 'start'), word(item.stop, 'stop'), word(item.step, 'step')];
    return isClassic || item.step ? `${start}:${stop}:${step}` : `${start}:${stop}`;
  });
  return `{${items.join(', ')}}`;
}

function flatten(indices: readonly SymbolicIndex[]): { params: SubtensorParams; bounds: Variable[] } {
  const bounds: Variable[] = [];
  const pattern = indices.map((index): PatternItem => {
    if (index.kind !== 'slice') {
      bounds.push(index.value);
      return { kind: index.kind };
    }
    for (const bound of [index.start, index.stop, index.step]) if (bound !== null) bounds.push(bound);
    return {
      kind: 'slice',
      start: index.start !== null,
      stop: index.stop !== null,
      step: index.step !== null,
    };
  });
  const arrays = indices.filter((index) => index.kind === 'array').length;
  for (const bound of bounds) checkIndexType(bound, arrays);
  return { params: { pattern, dtypes: bounds.map(boundType) }, bounds };
}

const boundType = (bound: Variable): DType => (bound instanceof Constant ? 'int64' : bound.dtype);

/** One vector of indices may be taken by an op of its own, whose words are others than those of the op for several. */
function checkIndexType(bound: Variable, arrays: number): void {
  if (isDiscrete(bound.dtype)) return;
  const { noIntegerBound, noIntegersIndex, noIntegersIndices } = bound.context.dialect;
  const ofArrays = arrays > 1 ? noIntegersIndices : noIntegersIndex;
  throw new EngineError('TypeError', arrays > 0 ? ofArrays : noIntegerBound);
}

/** `variable[indices]`: trailing axes may be left out. */
export function subtensor(variable: Variable, indices: readonly SymbolicIndex[]): Variable {
  const { params, bounds } = flatten(indices);
  return apply(subtensorEntry, params, [variable, ...bounds])[0];
}

export interface IncSubtensorParams extends SubtensorParams {
  readonly mode: 'set' | 'inc';
}

export const incSubtensorEntry: OpEntry<IncSubtensorParams> = {
  kind: 'incSubtensor',
  infer: ({ pattern }, [input, value, ...bounds]) => {
    const part = indexedShape(input, pattern, bounds);
    if (value.ndim > part.length) {
      throw new EngineError(
        'TypeError',
        `Trying to increment a ${part.length}-dimensional subtensor with a ${value.ndim}-dimensional value.`,
      );
    }
    const isPicked = pattern.some((item) => item.kind === 'array');
    if (!isPicked || input.context.dialect.partShapes === 'lengths') return [input.type];
    return [{ dtype: input.dtype, shape: input.type.shape.map((length) => (length === 1 ? 1 : null)) }];
  },
  evaluate: ({ pattern, mode }, [input, value, ...bounds], runner) => {
    runner.host.allocate(input.byteLength);
    const result = input.copy();
    const items = indexItems(pattern, bounds);
    if (mode === 'set') setItem(result, items, value);
    else if (pattern.some((item) => item.kind === 'array')) addAt(result, items, value);
    else addToPart(result, items, value);
    return [result];
  },
  print: (params, dialect, _, apply) => printIncrement(params, dialect, apply.inputs),
};

/** `result[items] += value`: the part keeps its shape. */
function addToPart(result: NDArray, items: readonly IndexItem[], value: NDArray): void {
  const part = getItem(result, items);
  const sum = numpyElementwise('add', [part, value]);
  if (sum.shape.some((length, axis) => length !== part.shape[axis])) {
    const [own, wanted] = [part.shape, sum.shape].map(printTuple);
    throw new EngineError(
      'ValueError',
      `non-broadcastable output operand with shape ${own} doesn't match the broadcast shape ${wanted}`,
    );
  }
  setItem(result, items, sum);
}

const printTuple = (shape: readonly number[]): string =>
  `(${shape.join(',')}${shape.length === 1 ? ',' : ''})`;

function printIncrement(params: IncSubtensorParams, dialect: Dialect, inputs: readonly Variable[]): string {
  const pattern = printPattern(params, dialect);
  const advanced = isAdvanced(params) ? 'Advanced' : '';
  if (dialect.opText === 'plain')
    return `${advanced}${params.mode === 'set' ? 'Set' : 'Inc'}Subtensor${pattern}`;
  const isSet = params.mode === 'set';
  if (!isAdvanced(params)) return `IncSubtensor{${isSet ? 'Set' : 'Inc'};${pattern.slice(1, -1)}}`;
  if (dialect.advancedIndexOps === 'several' && isOneVector(params.pattern, inputs.slice(2))) {
    return `AdvancedIncSubtensor1{no_inplace,${isSet ? 'set' : 'inc'}}`;
  }
  const isMasked = inputs.some((input) => input.owner?.op.entry.kind === 'nonzero');
  const name =
    isMasked && dialect.advancedIndexOps === 'several'
      ? 'AdvancedBooleanIncSubtensor'
      : 'AdvancedIncSubtensor';
  return `${name}{inplace=False,  set_instead_of_inc=${isSet ? 'True' : 'False'}}`;
}

/** What a program gave to be written, by what is written: the same in the tensor's own type. The libraries' graphs have the former. */
export const valuesAsGiven = new WeakMap<Variable, Variable>();

/** `set_subtensor(variable[indices], value)` and `inc_subtensor`. */
export function incSubtensor(
  variable: Variable,
  value: Variable,
  options: { indices: readonly SymbolicIndex[]; mode: 'set' | 'inc' },
): Variable {
  const { params, bounds } = flatten(options.indices);
  return apply(incSubtensorEntry, { ...params, mode: options.mode }, [variable, value, ...bounds])[0];
}

/**
 * The positions of elements that are not zero, one vector per axis. A mask is checked against the tensor that it is for: the second
 * input, from an axis on.
 */
export const nonzeroEntry: OpEntry<{ readonly axis: number }> = {
  kind: 'nonzero',
  infer: (_, [input]) => input.type.shape.map(() => ({ dtype: 'int64', shape: [null] })),
  evaluate: ({ axis }, [input, masked], _, { inputs: [variable] }) => {
    if (masked !== undefined)
      checkMask(input.shape, masked.shape.slice(axis), { axis, dialect: variable.context.dialect });
    return nonzero(input);
  },
  print: () => 'Nonzero',
};

/** NumPy's refusal of a mask of another shape. */
function checkMask(
  mask: readonly number[],
  masked: readonly number[],
  { axis, dialect }: { axis: number; dialect: Dialect },
): void {
  const wrong = mask.findIndex((length, i) => length !== masked[i]);
  if (wrong < 0) return;
  const [found, wanted, at] = [mask[wrong], masked[wrong], axis + wrong];
  const text =
    dialect.numpy === 2
      ? `along axis ${at}; size of axis is ${wanted} but size of corresponding boolean axis is ${found}`
      : `along dimension ${at}; dimension is ${wanted} but corresponding boolean dimension is ${found}`;
  throw new EngineError('IndexError', `boolean index did not match indexed array ${text}`);
}

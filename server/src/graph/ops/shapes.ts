/** Ops about shapes: shape, reshape, alloc, vectors of scalars, arange, join, eye. */

import { byteSize, type DType, isDiscrete, makeStorage, promoteAll } from '../../tensor/dtype.ts';
import { EngineError } from '../../tensor/engineError.ts';
import { broadcastTo, cast, fromStorage, int64Vector, type NDArray, zeros } from '../../tensor/ndarray.ts';
import { elementCount, normalizeAxis, printShape } from '../../tensor/shape.ts';
import { arange, concatenate, reshape } from '../../tensor/shaping.ts';
import { arrayText } from '../../tensor/text.ts';
import { fillText } from '../dialects/fillText.ts';
import type { Dialect } from '../dialects.ts';
import { printVariable } from '../printVariable.ts';
import { printType, type StaticLength } from '../tensorType.ts';
import {
  apply,
  applyNew,
  Constant,
  type GraphContext,
  type OpEntry,
  type OpRunner,
  type Variable,
} from '../variable.ts';

type None = Record<string, never>;

export const shapeEntry: OpEntry<None> = {
  kind: 'shape',
  infer: (_, [input]) => [{ dtype: 'int64', shape: [input.ndim] }],
  evaluate: (_, [input]) => [int64Vector(input.shape)],
  print: () => 'Shape',
};

/** `variable.shape`. */
export const shapeOf = (variable: Variable): Variable => apply(shapeEntry, {}, [variable])[0];

export const reshapeEntry: OpEntry<{ readonly ndim: number }> = {
  kind: 'reshape',
  infer: ({ ndim }, [input, shape]) => {
    if (!isDiscrete(shape.dtype))
      throw new EngineError('TypeError', `Shape must be integers; got ${shape.dtype}`);
    const lengths = knownLengths(shape, ndim);
    return [
      {
        dtype: input.dtype,
        shape:
          input.context.dialect.reshapeKnows === 'elements' ? completed(input.type.shape, lengths) : lengths,
      },
    ];
  },
  evaluate: ({ ndim }, [input, shape], _, { inputs: [variable] }) => {
    const wanted = Array.from(shape.elements() as ArrayLike<number>, Number);
    if (wanted.length !== ndim) {
      throw new EngineError(
        'ValueError',
        fillText(variable.context.dialect.reshapeCount, wanted.length, ndim),
      );
    }
    if (variable.context.dialect.reshapeRefusal === 'own') checkReshape(input, wanted);
    return [reshape(input, wanted)];
  },
  print: ({ ndim }) => `Reshape{${ndim}}`,
};

/** The one unknown length follows from the number of elements, where that is known; PyTensor refuses another number at once. */
function completed(shape: readonly StaticLength[], lengths: readonly StaticLength[]): StaticLength[] {
  const own = shape as readonly number[];
  if (shape.includes(null)) return [...lengths];
  const known = elementCount(lengths.filter((length) => length !== null));
  const unknown = lengths.filter((length) => length === null).length;
  if (unknown === 1) return lengths.map((length) => length ?? Math.floor(elementCount(own) / known));
  if (unknown === 0 && known !== elementCount(own)) {
    throw new EngineError(
      'ValueError',
      `Reshape: Input shape ${printShape(own)} is incompatible with new shape ${printShape(lengths as number[])}`,
    );
  }
  return [...lengths];
}

/** Theano's own words for a shape with another number of elements. */
function checkReshape({ shape, size }: NDArray, wanted: readonly number[]): void {
  const known = elementCount(wanted.filter((length) => length >= 0));
  const unknown = wanted.filter((length) => length < 0).length;
  if (unknown === 0 ? known === size : unknown === 1 && Number.isInteger(size / known)) return;
  throw new EngineError(
    'ValueError',
    `Cannot reshape input of shape ${printShape(shape)} to shape ${arrayText(int64Vector(wanted), 1)}`,
  );
}

/** What a symbolic shape says about lengths when the graph is built. */
function knownLengths(shape: Variable, ndim: number): StaticLength[] {
  const lengths = new Array<StaticLength>(ndim).fill(null);
  if (shape instanceof Constant) {
    return lengths.map((_, axis) => {
      const length = Number(shape.value.size > axis ? shape.value.at(axis) : -1);
      return length < 0 ? null : length;
    });
  }
  if (shape.owner?.op.entry !== makeVectorEntry) return lengths;
  return lengths.map((_, axis) => {
    const length = shape.owner!.inputs.at(axis);
    return length === undefined ? null : constantLength(length);
  });
}

/** The length that a symbolic scalar is known to be. */
export function constantLength(length: Variable): StaticLength {
  const value = length.ndim > 0 ? null : knownNumber(length, 0);
  return value === null || value < 0 ? null : value;
}

/** How far expressions of lengths are looked into. */
const deepestExpression = 6;

/** A constant, a known length of another variable, or a sum, difference or product of these. */
function knownNumber(scalar: Variable, depth: number): number | null {
  if (scalar instanceof Constant) return Number(scalar.value.at(0));
  const { owner } = scalar;
  if (owner === null || depth > deepestExpression) return null;
  const { entry, params } = owner.op;
  if (entry.kind === 'cast') return isDiscrete(scalar.dtype) ? knownNumber(owner.inputs[0], depth + 1) : null;
  if (entry.kind === 'subtensor') return knownElement(owner.inputs[0], owner.inputs[1], depth);
  if (entry.kind !== 'elemwise') return null;
  const compute = lengthArithmetic[(params as { readonly scalar: string }).scalar];
  if (compute === undefined) return null;
  const [a, b] = owner.inputs.map((input) => knownNumber(input, depth + 1));
  return a === null || b === null ? null : compute(a, b);
}

const lengthArithmetic: Readonly<Record<string, (a: number, b: number) => number>> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
};

/** One element of a shape, or of a vector of scalars. */
function knownElement(vector: Variable, index: Variable | undefined, depth: number): number | null {
  const { owner } = vector;
  if (!(index instanceof Constant) || index.ndim > 0 || owner === null) return null;
  const at = Number(index.value.at(0));
  if (owner.op.entry === shapeEntry) return owner.inputs[0].type.shape.at(at) ?? null;
  if (owner.op.entry !== makeVectorEntry) return null;
  const element = owner.inputs.at(at);
  return element === undefined ? null : knownNumber(element, depth + 1);
}

/** `variable.reshape(shape)`; `shape` is a vector of integers of `ndim` elements. */
export const reshaped = (variable: Variable, shape: Variable, ndim: number): Variable =>
  apply(reshapeEntry, { ndim }, [variable, shape])[0];

export const allocEntry: OpEntry<None> = {
  kind: 'alloc',
  infer: (_, [value, ...lengths]) => {
    for (const [axis, length] of lengths.entries()) checkLength(length, axis);
    if (value.ndim > lengths.length) {
      throw new EngineError(
        'TypeError',
        'The Alloc value to use has more dimensions than the specified dimensions',
        value.ndim,
        lengths.length,
      );
    }
    return [{ dtype: value.dtype, shape: lengths.map(constantLength) }];
  },
  evaluate: (_, [value, ...lengths], runner) => {
    const shape = lengths.map((length) => Number(length.at(0)));
    if (shape.some((length) => length < 0))
      throw new EngineError('ValueError', 'negative dimensions are not allowed');
    allocateShape(runner, shape, value.dtype);
    return [broadcastTo(value, shape, 'input array').copy()];
  },
  print: () => 'Alloc',
};

function checkLength(length: Variable, axis: number): void {
  if (isDiscrete(length.dtype) && length.ndim === 0) return;
  const { dialect } = length.context;
  const text = printVariable(length);
  const refuse = (...words: string[]): never => {
    throw new EngineError('TypeError', ...words);
  };
  if (dialect.allocLengths === 'inWords') {
    if (!isDiscrete(length.dtype))
      refuse(
        `Shape arguments to Alloc must be integers, but argument ${axis} is not for apply node: ${text}`,
      );
    const found = `but dimension ${axis} have ${length.ndim} dimensions for apply node: ${text}`;
    refuse('Each shape dimension to Alloc must be a scalar, ', found);
  }
  if (length.ndim > 0) {
    const type = printType(dialect, length.type);
    throw new EngineError('ValueError', `Tensor of type ${type} could not be cast to have 0 dimensions`);
  }
  refuse(`Shapes must be scalar integers; got ${text}`);
}

/** Asks for the memory of an array before it is made. */
export function allocateShape(runner: OpRunner, shape: readonly number[], dtype: DType): void {
  runner.host.allocate(elementCount(shape) * byteSize(dtype));
}

/** `alloc(value, *lengths)`. */
export const alloc = (value: Variable, lengths: readonly Variable[]): Variable =>
  apply(allocEntry, {}, [value, ...lengths])[0];

export const makeVectorEntry: OpEntry<{ readonly dtype: DType }> = {
  kind: 'makeVector',
  infer: ({ dtype }, inputs) => [
    { dtype, shape: [inputs[0]?.context.dialect.staticShapes === 'broadcastOnly' ? null : inputs.length] },
  ],
  evaluate: ({ dtype }, inputs) => {
    const storage = makeStorage(dtype, inputs.length);
    inputs.forEach((input, i) => {
      storage[i] = cast(input, dtype).at(0);
    });
    return [fromStorage(dtype, storage, [inputs.length])];
  },
  print: ({ dtype }) => `MakeVector{dtype='${dtype}'}`,
};

/** A vector of scalars, in their common type. */
export function makeVector(context: GraphContext, scalars: readonly Variable[], dtype?: DType): Variable {
  const common = dtype ?? promoteAll(scalars.map((scalar) => scalar.dtype));
  return applyNew(context, { entry: makeVectorEntry, params: { dtype: common } }, scalars)[0];
}

export const arangeEntry: OpEntry<{ readonly dtype: DType }> = {
  kind: 'arange',
  infer: ({ dtype }, bounds) => {
    if (bounds.some((bound) => bound.ndim > 0)) throw new EngineError('AssertionError');
    return [{ dtype, shape: [rangeLength(bounds)] }];
  },
  evaluate: ({ dtype }, bounds, runner, { inputs: variables }) => {
    const [start, stop, step] = bounds.map((bound) => Number(bound.at(0)));
    if (step === 0) {
      throw new EngineError('ZeroDivisionError', variables[0]!.context.dialect.rangeOfNoStep);
    }
    const length = Math.max(0, Math.ceil((stop - start) / step));
    if (Number.isFinite(length)) allocateShape(runner, [length], dtype);
    return [arange(dtype, { start, stop, step })];
  },
  print: ({ dtype }) => `ARange{dtype='${dtype}'}`,
};

/** PyTensor knows the length of a range between constants. */
function rangeLength(bounds: readonly Variable[]): StaticLength {
  if (bounds[0].context.dialect.partShapes !== 'lengths') return null;
  if (!bounds.every((bound) => bound instanceof Constant)) return null;
  const [start, stop, step] = bounds.map((bound) => Number(bound.value.at(0)));
  const length = Math.max(0, Math.ceil((stop - start) / step));
  return Number.isFinite(length) ? length : null;
}

export const joinEntry: OpEntry<{ readonly axis: number }> = {
  kind: 'join',
  infer: ({ axis }, inputs) => [
    { dtype: promoteAll(inputs.map((input) => input.dtype)), shape: joinedShape(inputs, axis) },
  ],
  evaluate: ({ axis }, inputs, runner) => {
    runner.host.allocate(inputs.reduce((sum, input) => sum + input.byteLength, 0));
    return [concatenate(inputs, axis)];
  },
  print: ({ axis }, dialect) => (dialect.opText === 'plain' ? `Join{axis=${axis}}` : 'Join'),
};

const unequalRanks = (inputs: readonly Variable[]): string =>
  fillText(inputs[0].context.dialect.joinRanks, inputs.map((input) => input.ndim).join(', '));

function joinedShape(inputs: readonly Variable[], axis: number): StaticLength[] {
  const [first] = inputs;
  const { dialect } = first.context;
  if (inputs.some((input) => input.ndim === 0)) throw new EngineError('TypeError', dialect.joinedScalars);
  if (inputs.some((input) => input.ndim !== first.ndim)) {
    throw new EngineError('TypeError', unequalRanks(inputs));
  }
  return first.type.shape.map((_, at) => {
    const lengths = inputs.map((input) => input.type.shape[at]);
    if (dialect.partShapes === 'onlyOnes') return at !== axis && lengths.includes(1) ? 1 : null;
    if (at === axis)
      return lengths.reduce((sum, n) => (sum === null || n === null ? null : sum + n), 0 as StaticLength);
    return lengths.find((length) => length !== null && length !== 1) ?? (lengths.includes(1) ? 1 : null);
  });
}

/** `join(axis, *tensors)`. */
export function join(tensors: readonly Variable[], axis: number): Variable {
  if (tensors.length === 0) throw new EngineError('ValueError', 'Cannot join an empty list of tensors');
  const { dialect } = tensors[0].context;
  if (tensors[0].ndim === 0) throw new EngineError('TypeError', dialect.joinedScalars);
  const at = joinAxis(axis, tensors[0].ndim, dialect);
  return tensors.length === 1 ? tensors[0] : apply(joinEntry, { axis: at }, tensors)[0];
}

export const eyeEntry: OpEntry<{ readonly dtype: DType }> = {
  kind: 'eye',
  infer: ({ dtype }, [rows, columns]) => [
    {
      dtype,
      shape:
        rows.context.dialect.partShapes === 'lengths'
          ? [constantLength(rows), constantLength(columns)]
          : [null, null],
    },
  ],
  evaluate: ({ dtype }, [rows, columns, diagonal], runner) => {
    const shape = [Number(rows.at(0)), Number(columns.at(0))];
    allocateShape(runner, shape, dtype);
    return [eye(dtype, shape as [number, number], Number(diagonal.at(0)))];
  },
  print: ({ dtype }) => `Eye{dtype='${dtype}'}`,
};

/** A matrix with ones on a diagonal. */
export function eye(dtype: DType, [rows, columns]: readonly [number, number], diagonal: number): NDArray {
  const result = zeros(dtype, [rows, columns]);
  const one = result.storage instanceof BigInt64Array || result.storage instanceof BigUint64Array ? 1n : 1;
  for (let i = 0; i < rows; i++) {
    const at = i + diagonal;
    if (at >= 0 && at < columns) result.storage[i * columns + at] = one;
  }
  return result;
}

/** The axis of a join from 0. */
function joinAxis(axis: number, ndim: number, dialect: Dialect): number {
  const isInside = axis >= -ndim && axis < ndim;
  if (isInside || dialect.joinAxisCheck === 'numpy') return normalizeAxis(axis, ndim);
  throw axis < 0
    ? new EngineError('IndexError', fillText(dialect.joinAxisTooSmall, axis, ndim))
    : new EngineError('ValueError', fillText(dialect.joinAxisTooLarge, axis, ndim));
}

/** Ops about diagonals and triangles: read one, make a matrix of one, fill one, a matrix of ones below one. */
import { byteSize, type DType, isBig, isInteger, promote } from '../../tensor/dtype.ts';
import { EngineError } from '../../tensor/engineError.ts';
import { type NDArray, toElement, zeros } from '../../tensor/ndarray.ts';
import { elementCount } from '../../tensor/shape.ts';
import { permute } from '../../tensor/shaping.ts';
import { int64Constant } from '../constants.ts';
import type { StaticLength } from '../tensorType.ts';
import { apply, applyNew, type GraphContext, type OpEntry, type Variable } from '../variable.ts';
import { castTo, elemwise } from './elemwise.ts';
import { constantIn, lengthOf } from './math.ts';
import { constantLength } from './shapes.ts';

export interface DiagonalParams {
  readonly offset: number;
  readonly axis1: number;
  readonly axis2: number;
}

/** The diagonal over two axes, which becomes the last axis. */
export const diagonalEntry: OpEntry<DiagonalParams> = {
  kind: 'diagonal',
  infer: (params, [input]) => {
    if (input.ndim < 2) {
      throw new EngineError('ValueError', 'ExtractDiag needs an input with 2 or more dimensions', input);
    }
    const { axis1, axis2 } = params;
    const rest = input.type.shape.filter((_, axis) => axis !== axis1 && axis !== axis2);
    return [
      {
        dtype: input.dtype,
        shape:
          input.context.dialect.partShapes === 'lengths'
            ? [...rest, diagonalLength([input.type.shape[axis1], input.type.shape[axis2]], params.offset)]
            : new Array<StaticLength>(input.ndim - 1).fill(null),
      },
    ];
  },
  evaluate: (params, [input], runner) => {
    runner.host.allocate(input.byteLength);
    return [diagonalOf(input, params).copy()];
  },
  print: ({ offset, axis1, axis2 }, dialect) =>
    `ExtractDiag{offset=${offset}, axis1=${axis1}, axis2=${axis2}, view=${dialect.opText === 'plain' ? 'True' : 'False'}}`,
};

function diagonalLength([rows, columns]: readonly StaticLength[], offset: number): StaticLength {
  if (rows === null || columns === null) return null;
  return offset >= 0
    ? Math.max(0, Math.min(rows, columns - offset))
    : Math.max(0, Math.min(rows + offset, columns));
}

function diagonalOf(array: NDArray, { offset: k, axis1, axis2 }: DiagonalParams): NDArray {
  const { shape, strides, offset } = array.layout;
  const length = diagonalLength([shape[axis1], shape[axis2]], k) ?? 0;
  const isKept = (_: number, axis: number): boolean => axis !== axis1 && axis !== axis2;
  return array.view({
    shape: [...shape.filter(isKept), length],
    strides: [...strides.filter(isKept), strides[axis1] + strides[axis2]],
    offset: length === 0 ? offset : offset + (k >= 0 ? k * strides[axis2] : -k * strides[axis1]),
  });
}

/** The last axis on a diagonal over two axes of zeros. */
export const allocDiagonalEntry: OpEntry<DiagonalParams> = {
  kind: 'allocDiagonal',
  infer: ({ offset }, [input]) => {
    if (input.ndim < 1) {
      throw new EngineError('ValueError', 'AllocDiag needs an input with 1 or more dimensions', input);
    }
    const isFull = input.context.dialect.diagonalShapes === 'known';
    const last = input.type.shape.at(-1)!;
    const side = last === null || !isFull ? null : last + Math.abs(offset);
    const shape = [...input.type.shape.slice(0, -1), side, side];
    return [{ dtype: input.dtype, shape: isFull && input.ndim === 1 ? shape : shape.map(() => null) }];
  },
  evaluate: ({ offset, axis1, axis2 }, [input], runner) => {
    const lead = input.shape.slice(0, -1);
    const length = input.shape[input.ndim - 1];
    const side = length + Math.abs(offset);
    runner.host.allocate(elementCount(lead) * side * side * byteSize(input.dtype));
    const result = zeros(input.dtype, [...lead, side, side]);
    const values = input.elements();
    const start = offset >= 0 ? offset : -offset * side;
    for (let i = 0; i < values.length; i++) {
      const row = Math.floor(i / length);
      result.storage[row * side * side + start + (i % length) * (side + 1)] = values[i];
    }
    return [permute(result, diagonalOrder(lead.length, axis1, axis2))];
  },
  print: ({ offset, axis1, axis2 }, dialect) =>
    dialect.opText === 'plain'
      ? `AllocDiag{self.axis1=${axis1}, self.axis2=${axis2}, self.offset=${offset}}`
      : `AllocDiag{offset=${offset}, axis1=${axis1}, axis2=${axis2}}`,
};

/** The order that puts the last two axes at `axis1` and `axis2`. */
function diagonalOrder(lead: number, axis1: number, axis2: number): number[] {
  const order = [...Array(lead).keys()];
  order.splice(Math.min(axis1, axis2), 0, lead);
  order.splice(Math.max(axis1, axis2), 0, lead + 1);
  return order;
}

const usual = { axis1: 0, axis2: 1 };

/** `diagonal(x, offset)` over the first two axes. */
export const diagonalAt = (input: Variable, offset: number): Variable =>
  apply(diagonalEntry, { offset, ...usual }, [input])[0];

/** A matrix with a vector on one of its diagonals. */
export const onDiagonal = (vector: Variable, offset: number): Variable =>
  apply(allocDiagonalEntry, { offset, ...usual }, [vector])[0];

/** `diag(x, offset)`: a vector on the diagonal of a matrix, or the diagonal of a matrix. */
export function diagonal(input: Variable, offset = 0): Variable {
  if (input.ndim === 1) return onDiagonal(input, offset);
  const { diagonalRanks, noDiagonal } = input.context.dialect;
  if (input.ndim === 2 || (input.ndim > 2 && diagonalRanks === 'all')) return diagonalAt(input, offset);
  throw new EngineError('ValueError', noDiagonal);
}

/** `fill_diagonal(a, value)`, or the offset as a third input. */
export const fillDiagonalEntry: OpEntry<Record<string, never>> = {
  kind: 'fillDiagonal',
  infer: (_, [input]) => [input.type],
  evaluate: (_, [input, value, offset], runner) => {
    runner.host.allocate(input.byteLength);
    const result = input.copy();
    const element = toElement(result.dtype, value.at(0));
    for (const position of diagonalPositions(result, offset === undefined ? null : Number(offset.at(0)))) {
      result.storage[position] = element;
    }
    return [result];
  },
  print: (_, __, ___, { inputs }) => (inputs.length === 3 ? 'FillDiagonalOffset' : 'FillDiagonal'),
};

/** Where a diagonal lies in an array in C order. Without an offset a tall matrix is filled once from the top. */
function diagonalPositions({ shape }: NDArray, offset: number | null): number[] {
  if (shape.length > 2) {
    if (shape.some((length) => length !== shape[0])) {
      throw new EngineError('ValueError', 'All dimensions of input must be of equal length');
    }
    const step = shape.reduce((sum, _, axis) => sum + shape[0] ** axis, 0);
    return Array.from({ length: shape[0] }, (_, i) => i * step);
  }
  const [height, width] = shape;
  const k = offset ?? 0;
  const count = k >= 0 ? Math.min(height, width, width - k) : Math.min(height, width, height + k);
  const start = k >= 0 ? k : -k * width;
  return Array.from({ length: Math.max(0, count) }, (_, i) => start + i * (width + 1));
}

/** `fill_diagonal(a, value)` and, with an offset, `fill_diagonal_offset(a, value, offset)`. */
export function filledDiagonal(input: Variable, value: Variable, offset: Variable | null): Variable {
  const name = offset === null ? 'FillDiagonal' : 'FillDiagonalOffset';
  const refuse = (text: string): EngineError => new EngineError('TypeError', `${name}: ${text}`);
  if (offset === null ? input.ndim < 2 : input.ndim !== 2) {
    throw refuse(`first parameter must have ${offset === null ? 'at least' : 'exactly'} two dimensions`);
  }
  if (value.ndim !== 0) throw refuse('second parameter must be a scalar');
  if (offset !== null && offset.ndim !== 0) throw refuse('third parameter must be a scalar');
  if (promote(input.dtype, value.dtype) !== input.dtype) {
    throw refuse("type of second parameter must be the same as the first's");
  }
  if (offset !== null && !isInteger(offset.dtype)) {
    throw refuse("type of third parameter must be as integer use theano.tensor.cast( input, 'int32/int64')");
  }
  const filling = castTo(value, input.dtype);
  return apply(fillDiagonalEntry, {}, offset === null ? [input, filling] : [input, filling, offset])[0];
}

/** Ones on and below a diagonal: the inputs are rows, columns and the diagonal. */
export const triangleEntry: OpEntry<{ readonly dtype: DType }> = {
  kind: 'triangle',
  infer: ({ dtype }, [rows, columns]) => [
    {
      dtype,
      shape:
        rows.context.dialect.diagonalShapes === 'known'
          ? [constantLength(rows), constantLength(columns)]
          : [null, null],
    },
  ],
  evaluate: ({ dtype }, inputs, runner) => {
    const [rows, columns, k] = inputs.map((input) => Number(input.at(0)));
    runner.host.allocate(rows * columns * byteSize(dtype));
    const result = zeros(dtype, [rows, columns]);
    const one = isBig(dtype) ? 1n : 1;
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < Math.min(columns, i + k + 1); j++) result.storage[i * columns + j] = one;
    }
    return [result];
  },
  // PyTensor compares two ranges.
  print: ({ dtype }, dialect) => (dialect.opText === 'plain' ? `Cast{${dtype}}` : `Tri{dtype='${dtype}'}`),
};

/** `tri(rows, columns, k)`. */
export const triangle = (
  context: GraphContext,
  size: readonly [Variable, Variable, Variable],
  dtype: DType,
): Variable => applyNew(context, { entry: triangleEntry, params: { dtype } }, size)[0];

/** The part of matrices on and below, or on and above, a diagonal. */
export function triangularPart(matrix: Variable, part: 'lower' | 'upper', k: Variable): Variable {
  const { context, ndim, dtype } = matrix;
  const at = part === 'lower' ? k : elemwise('sub', k, int64Constant(context, 1));
  const lengths = [Math.max(0, ndim - 2), Math.max(1, ndim - 1)].map((axis) => lengthOf(matrix, axis));
  const ones = triangle(context, [lengths[0], lengths[1], at], dtype);
  if (part === 'lower') return elemwise('mul', matrix, ones);
  return elemwise('mul', matrix, elemwise('sub', constantIn(context, dtype, 1), ones));
}

/** `tril(matrix, k)` for a number. */
export const lowerTriangle = (matrix: Variable, k = 0): Variable =>
  triangularPart(matrix, 'lower', int64Constant(matrix.context, k));

/** `triu(matrix, k)` for a number. */
export const upperTriangle = (matrix: Variable, k = 0): Variable =>
  triangularPart(matrix, 'upper', int64Constant(matrix.context, k));

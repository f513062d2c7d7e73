/** Products beyond that of two matrices: stacks of matrices, sums over any axes, outer and inner ones, as the libraries compose them. */

import { promote } from '../../tensor/dtype.ts';
import { EngineError, notSupported } from '../../tensor/engineError.ts';
import { cast, type NDArray } from '../../tensor/ndarray.ts';
import { matmul } from '../../tensor/products.ts';
import { broadcastShapes, elementCount } from '../../tensor/shape.ts';
import { expandAxis, reshape } from '../../tensor/shaping.ts';
import { int64Constant } from '../constants.ts';
import { fillText } from '../dialects/fillText.ts';
import type { StaticLength } from '../tensorType.ts';
import { apply, type OpEntry, type Variable } from '../variable.ts';
import { dimShuffle, rebroadcast } from './dimShuffle.ts';
import { castTo, elemwise, padLeft } from './elemwise.ts';
import { flattened, lengthOf, squeezed } from './math.ts';
import { matrixProduct, unequalDepths } from './reductions.ts';
import { join, makeVector, reshaped, shapeOf } from './shapes.ts';
import { type SymbolicIndex, subtensor } from './subtensor.ts';

/** Matrices in the last two axes, the axes before broadcast: Aesara's `MatMul`, PyTensor's `Blockwise{dot}`. */
export const matmulEntry: OpEntry<Record<string, never>> = {
  kind: 'matmul',
  infer: (_, [a, b]) => {
    const [inner, outer] = [a.type.shape.at(-1)!, b.type.shape.at(-2)!];
    if (inner !== null && outer !== null && inner !== outer) throw unequalLengths(a, b);
    const lead = Array.from({ length: a.ndim - 2 }, (_, axis) =>
      broadcastLength(a.type.shape[axis], b.type.shape[axis]),
    );
    return [
      {
        dtype: promote(a.dtype, b.dtype),
        shape: [...lead, a.type.shape[a.ndim - 2], b.type.shape[b.ndim - 1]],
      },
    ];
  },
  evaluate: (_, [a, b], runner) => {
    const dtype = promote(a.dtype, b.dtype);
    const lead = broadcastShapes([a.shape.slice(0, -2), b.shape.slice(0, -2)]);
    runner.host.allocate(elementCount(lead) * a.shape[a.ndim - 2] * b.shape[b.ndim - 1] * 8);
    checkDepths(a, b);
    return [cast(matmul(a, b, dtype), dtype)];
  },
  print: (_, dialect) => (dialect.opText === 'plain' ? 'Matmul' : 'MatMul{dtype=None}'),
};

const broadcastLength = (a: StaticLength, b: StaticLength): StaticLength => {
  if (a === 1) return b;
  if (b === 1) return a;
  return a ?? b;
};

function unequalLengths(a: Variable, b: Variable): EngineError {
  const [left, right] = [a, b].map(({ type }) => `(${type.shape.map((n) => n ?? 'None').join(', ')})`);
  return new EngineError('ValueError', fillText(a.context.dialect.unequalDepths, left, right));
}

function checkDepths(a: NDArray, b: NDArray): void {
  const [depth, found] = [a.shape[a.ndim - 1], b.shape[b.ndim - 2]];
  if (depth !== found) throw unequalDepths(depth, found);
}

/** Products of matrices or vectors at the same place of the first axis: Theano's `BatchedDot`. */
export const batchedDotEntry: OpEntry<Record<string, never>> = {
  kind: 'batchedDot',
  infer: (_, [a, b]) => {
    const isOne = a.type.shape[0] === 1 || b.type.shape[0] === 1;
    return [
      {
        dtype: promote(a.dtype, b.dtype),
        shape: [isOne ? 1 : null, ...a.type.shape.slice(1, -1), ...b.type.shape.slice(2)],
      },
    ];
  },
  evaluate: (_, [a, b], runner) => {
    const dtype = promote(a.dtype, b.dtype);
    if (a.shape[0] !== b.shape[0]) {
      throw new EngineError(
        'TypeError',
        `theano.tensor.blas.BatchedDot: inputs must have the same size in axis 0, but have sizes [${a.shape[0]}, ${b.shape[0]}].`,
      );
    }
    const left = a.ndim === 2 ? expandAxis(a, 1) : a;
    const right = b.ndim === 2 ? expandAxis(b, 2) : b;
    runner.host.allocate(left.shape[0] * left.shape[1] * right.shape[2] * 8);
    checkDepths(left, right);
    const shape = [left.shape[0], ...a.shape.slice(1, -1), ...b.shape.slice(2)];
    return [reshape(matmul(left, right, dtype), shape)];
  },
  print: () => 'BatchedDot',
};

/** `batched_dot(a, b)` of Theano and Aesara. */
export function batchedDot(a: Variable, b: Variable): Variable {
  for (const [name, operand] of [['a', a] as const, ['b', b] as const]) {
    if (operand.ndim === 0) {
      throw new EngineError('TypeError', `${name} must have at least one (batch) axis`);
    }
  }
  if (a.ndim === 1) return elemwise('mul', columnLike(a, b.ndim), b);
  if (b.ndim === 1) return elemwise('mul', a, columnLike(b, a.ndim));
  if (a.ndim > 3 || b.ndim > 3) {
    return tensordotAsDot(a, b, { axes: [[a.ndim - 1], [Math.max(1, b.ndim - 2)]], isBatched: true });
  }
  const dtype = promote(a.dtype, b.dtype);
  return apply(batchedDotEntry, {}, [castTo(a, dtype), castTo(b, dtype)])[0];
}

const columnLike = (vector: Variable, ndim: number): Variable =>
  dimShuffle(vector, [0, ...new Array<'x'>(ndim - 1).fill('x')]);

/** The last two axes exchanged. */
export const matrixTransposed = (variable: Variable): Variable => {
  const axes = [...variable.type.shape.keys()];
  return dimShuffle(variable, [...axes.slice(0, -2), variable.ndim - 1, variable.ndim - 2]);
};

/** The product of two matrices, or of two stacks of them. */
export function multiplied(a: Variable, b: Variable): Variable {
  if (a.ndim === 2 && b.ndim === 2) return matrixProduct(a, b);
  const ndim = Math.max(a.ndim, b.ndim);
  return apply(matmulEntry, {}, [padLeft(a, ndim), padLeft(b, ndim)])[0];
}

/** `matmul(a, b)`: vectors get an axis for the product. */
export function matmulOf(a: Variable, b: Variable): Variable {
  if (a.ndim === 0 || b.ndim === 0) {
    throw new EngineError('ValueError', a.context.dialect.matmulScalar);
  }
  if (a.ndim === 1 && b.ndim === 1) return vecdot(a, b);
  if (a.ndim === 1) return vecmat(a, b);
  if (b.ndim === 1) return matvec(a, b);
  const ndim = Math.max(a.ndim, b.ndim);
  return apply(matmulEntry, {}, [padLeft(a, ndim), padLeft(b, ndim)])[0];
}

const withAxis = (variable: Variable, axis: number): Variable =>
  dimShuffle(
    variable,
    [...variable.type.shape.keys()].toSpliced(axis, 0, -1).map((at) => (at < 0 ? 'x' : at)),
  );

/** The product of the vectors in the last axes. */
export const vecdot = (a: Variable, b: Variable): Variable =>
  squeezed(matmulOf(withAxis(a, a.ndim - 1), withAxis(b, b.ndim)), [-2, -1]);

/** Matrices times vectors. */
export const matvec = (a: Variable, b: Variable): Variable =>
  squeezed(matmulOf(a, withAxis(b, b.ndim)), [-1]);

/** Vectors times matrices. */
export const vecmat = (a: Variable, b: Variable): Variable =>
  squeezed(matmulOf(matrixTransposed(b), withAxis(a, a.ndim)), [-1]);

/** `dot`: scalars multiply; with more than two axes the last of `a` and the one before the last of `b` are summed over. */
export function dotProduct(a: Variable, b: Variable): Variable {
  if (a.ndim === 0 || b.ndim === 0) return elemwise('mul', a, b);
  if (a.ndim <= 2 && b.ndim <= 2) return matrixProduct(a, b);
  return tensordot(a, b, [[a.ndim - 1], [Math.max(0, b.ndim - 2)]]);
}

/** `outer(x, y)`: of the flattened tensors. */
export function outerProduct(x: Variable, y: Variable): Variable {
  const [a, b] = [x, y].map((each) => (each.ndim === 1 ? each : flattened(each, 1)));
  return matrixProduct(dimShuffle(a, [0, 'x']), dimShuffle(b, ['x', 0]));
}

/** The number of axes to sum over, or the axes of each operand. */
export type TensordotAxes = number | readonly [readonly number[], readonly number[]];

/** `tensordot(a, b, axes)`. */
export function tensordot(a: Variable, b: Variable, axes: TensordotAxes): Variable {
  return a.context.dialect.tensordotBy === 'axes'
    ? tensordotByAxes(a, b, axes)
    : tensordotAsDot(a, b, { axes, isBatched: false });
}

interface Contraction {
  readonly axes: TensordotAxes;
  readonly isBatched: boolean;
}

/** Theano's `_tensordot_as_dot`: axes are brought together, then matrices are multiplied. */
export function tensordotAsDot(a: Variable, b: Variable, { axes, isBatched }: Contraction): Variable {
  if (typeof axes !== 'number') {
    checkAxisLists(a, b, { axes, isBatched });
    const batch = isBatched ? [0] : [];
    const [rest, more] = [a, b].map((operand, i) =>
      [...operand.type.shape.keys()].filter((at) => !axes[i].includes(at) && !batch.includes(at)),
    );
    return tensordotAsDot(
      dimShuffle(a, [...batch, ...rest, ...axes[0]]),
      dimShuffle(b, [...batch, ...axes[1], ...more]),
      { axes: axes[0].length, isBatched },
    );
  }
  for (const [name, operand] of [['a', a] as const, ['b', b] as const])
    checkAxisCount(name, operand, { axes, isBatched });
  const batch = isBatched ? 1 : 0;
  const kept = [...a.type.shape.slice(0, a.ndim - axes), ...b.type.shape.slice(batch + axes)];
  const left = asMatrix(a, [a.ndim - axes], batch);
  const right = asMatrix(b, [batch + axes], batch);
  const product = isBatched ? batchedDot(left, right) : dotProduct(left, right);
  const between = (from: number, to: number): SymbolicIndex => ({
    kind: 'slice',
    start: int64Constant(a.context, from),
    stop: int64Constant(a.context, to),
    step: null,
  });
  const shape = join(
    [
      subtensor(shapeOf(a), [between(0, a.ndim - axes)]),
      subtensor(shapeOf(b), [between(batch + axes, b.ndim)]),
    ],
    0,
  );
  return rebroadcast(
    reshaped(product, shape, kept.length),
    kept.map((length) => (length === 1 ? 1 : undefined)),
  );
}

const lengthsOf = (variable: Variable, from: number, to: number): Variable[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => lengthOf(variable, from + i));

/** A tensor as a matrix, or a stack of them: the axes before `at` are the rows, the others the columns. */
function asMatrix(variable: Variable, [at]: readonly [number], batch: number): Variable {
  const lengths = [
    ...lengthsOf(variable, 0, batch),
    productOf(variable, batch, at),
    productOf(variable, at, variable.ndim),
  ];
  return reshaped(variable, makeVector(variable.context, lengths, 'int64'), lengths.length);
}

function productOf(variable: Variable, from: number, to: number): Variable {
  const lengths = lengthsOf(variable, from, to);
  if (lengths.length === 0) return int64Constant(variable.context, 1);
  return lengths.reduce((a, b) => elemwise('mul', a, b));
}

function checkAxisCount(
  name: string,
  operand: Variable,
  { axes, isBatched }: { axes: number; isBatched: boolean },
): void {
  const facts = `(${name}.ndim=${operand.ndim}, axes=${axes})`;
  if (axes > operand.ndim) {
    throw new EngineError('ValueError', `axes can not be larger than the dimension of ${name} ${facts}`);
  }
  if (isBatched && axes === operand.ndim) {
    throw new EngineError(
      'ValueError',
      `axes to sum over must not include the batch axis of ${name} ${facts}`,
    );
  }
}

function checkAxisLists(
  a: Variable,
  b: Variable,
  { axes, isBatched }: { axes: readonly [readonly number[], readonly number[]]; isBatched: boolean },
): void {
  if (axes[0].length !== axes[1].length) {
    throw new EngineError('ValueError', 'Axes elements must have the same length.');
  }
  for (const [i, operand] of [a, b].entries()) {
    const name = 'ab'[i];
    const most = Math.max(...axes[i]);
    if (axes[i].length > operand.ndim) {
      throw new EngineError(
        'ValueError',
        `axes[${i}] should be array_like with length less than the dimensions of ${name} (${name}.ndim=${operand.ndim}, len(axes[0])=${axes[i].length}).`,
      );
    }
    if (most >= operand.ndim) {
      throw new EngineError(
        'ValueError',
        `axes[${i}] contains dimensions greater than or equal to ${name}.ndim (${name}.ndim=${operand.ndim}, max(axes[0])=${most}).`,
      );
    }
    if (isBatched && axes[i].includes(0)) {
      throw new EngineError(
        'ValueError',
        `axes to sum over must not contain the batch axis (axes[${i}]=[${axes[i].join(', ')}])`,
      );
    }
  }
}

/** PyTensor's `tensordot`, which reshapes only what is no matrix yet. */
function tensordotByAxes(a: Variable, b: Variable, axes: TensordotAxes): Variable {
  const given =
    typeof axes === 'number'
      ? [Array.from({ length: axes }, (_, i) => i - axes), Array.from({ length: axes }, (_, i) => i)]
      : axes;
  if (given[0].length !== given[1].length) {
    throw new EngineError(
      'ValueError',
      `The number of axes supplied for tensordot must be equal for each tensor. Got ${given[0].length} and ${given[1].length} respectively.`,
    );
  }
  const [left, right] = [a, b].map((operand, i) => new Contracted(operand, given[i]));
  checkKnownLengths(left, right);
  const product = dotProduct(left.matrix('last'), right.matrix('first'));
  if (!left.needsReshape && !right.needsReshape) return product;
  const lengths = [...left.keptLengths(), ...right.keptLengths()];
  return reshaped(product, makeVector(a.context, lengths, 'int64'), lengths.length);
}

/** One operand of `tensordot`. */
class Contracted {
  readonly operand: Variable;
  readonly summed: readonly number[];
  readonly kept: readonly number[];

  constructor(operand: Variable, axes: readonly number[]) {
    this.operand = operand;
    this.summed = axes.map((axis) => {
      if (axis < -operand.ndim || axis >= operand.ndim) {
        throw new EngineError(
          'AxisError',
          `axis ${axis} is out of bounds for array of dimension ${operand.ndim}`,
        );
      }
      return axis < 0 ? axis + operand.ndim : axis;
    });
    this.kept = [...operand.type.shape.keys()].filter((axis) => !this.summed.includes(axis));
  }

  get needsReshape(): boolean {
    return this.operand.ndim !== 0 && (this.kept.length > 1 || this.summed.length !== 1);
  }

  keptLengths(): Variable[] {
    return this.kept.map((axis) => lengthOf(this.operand, axis));
  }

  /** The operand as a matrix, with the axes to sum over first or last. */
  matrix(place: 'first' | 'last'): Variable {
    const order = place === 'last' ? [...this.kept, ...this.summed] : [...this.summed, ...this.kept];
    const moved = dimShuffle(this.operand, order);
    if (!this.needsReshape) return moved;
    const at = place === 'last' ? this.kept.length : this.summed.length;
    return asMatrix(moved, [at], 0);
  }
}

function checkKnownLengths(left: Contracted, right: Contracted): void {
  left.summed.forEach((axis, i) => {
    const [a, b] = [left.operand.type.shape[axis], right.operand.type.shape[right.summed[i]]];
    if (a === null || b === null || a === b) return;
    throw new EngineError(
      'ValueError',
      'Input arrays have inconsistent type shape along the axes that are to be reduced with tensordot.',
    );
  });
}

/** `kron(a, b)`. */
export function kroneckerProduct(a: Variable, b: Variable): Variable {
  if (a.ndim + b.ndim <= 2) {
    throw new EngineError(
      'TypeError',
      `kron: inputs dimensions must sum to 3 or more. You passed ${a.ndim} and ${b.ndim}.`,
    );
  }
  const ndim = Math.max(a.ndim, b.ndim);
  const onlyMatrices = a.context.dialect.kroneckerRanks === 'matrices';
  if (onlyMatrices && a.ndim + b.ndim === 3) return flatKronecker(a, b);
  if (onlyMatrices && (a.ndim !== 2 || b.ndim !== 2)) throw notSupported('kron of these numbers of axes');
  const [left, right] = [padLeft(a, ndim), padLeft(b, ndim)];
  const axes = [...Array(ndim).keys()];
  const product = elemwise(
    'mul',
    dimShuffle(
      left,
      axes.flatMap((axis): (number | 'x')[] => [axis, 'x']),
    ),
    dimShuffle(
      right,
      axes.flatMap((axis): (number | 'x')[] => ['x', axis]),
    ),
  );
  const lengths = axes.map((axis) => elemwise('mul', lengthOf(left, axis), lengthOf(right, axis)));
  return reshaped(product, makeVector(a.context, lengths, 'int64'), ndim);
}

/** What the classic libraries make of a vector and a matrix: a vector. */
function flatKronecker(a: Variable, b: Variable): Variable {
  const lengths = [...lengthsOf(a, 0, a.ndim), ...lengthsOf(b, 0, b.ndim)];
  const product = reshaped(outerProduct(a, b), makeVector(a.context, lengths, 'int64'), 3);
  return flattened(dimShuffle(product, [1, 0, 2]), 1);
}

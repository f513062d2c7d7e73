import { describe, it } from 'vitest';
import { int64Constant } from '../../../server/src/graph/constants.ts';
import {
  differences,
  flipped,
  movedAxes,
  repeatedAlike,
  takenAlong,
  tiled,
} from '../../../server/src/graph/ops/arranging.ts';
import {
  allocDiagonalEntry,
  diagonal,
  diagonalEntry,
  filledDiagonal,
  lowerTriangle,
  upperTriangle,
} from '../../../server/src/graph/ops/diagonals.ts';
import { einsum } from '../../../server/src/graph/ops/einsum.ts';
import { elemwise } from '../../../server/src/graph/ops/elemwise.ts';
import { matrixFunction } from '../../../server/src/graph/ops/matrixFunction.ts';
import type { MatrixOptions } from '../../../server/src/graph/ops/matrixFunctions.ts';
import {
  batchedDot,
  dotProduct,
  kroneckerProduct,
  matmulOf,
  outerProduct,
  tensordot,
  tensordotAsDot,
} from '../../../server/src/graph/ops/products.ts';
import { ordered, sortEntry, topKEntry } from '../../../server/src/graph/ops/sorting.ts';
import { repeatedByCounts, splitInto } from '../../../server/src/graph/ops/splitting.ts';
import { apply, Constant, type Variable } from '../../../server/src/graph/variable.ts';
import { fromValues, type NDArray } from '../../../server/src/tensor/ndarray.ts';
import { type Engine, floats, ints } from './engine.ts';
import { type Differentiable, expectGradient } from './finiteDifferences.ts';

const array = (shape: readonly number[], ...values: number[]): NDArray =>
  fromValues('float64', [...shape], values);
const number = (value: number): NDArray => array([], value);
const square = (x: Variable): Variable => elemwise('sqr', x);
const int = (engine: Engine, value: number): Variable => int64Constant(engine.context, value);
const list = (engine: Engine, ...values: number[]): Variable => new Constant(engine.context, ints(...values));

const grid = array([2, 3], 0.5, -1.2, 2, 0.7, 1.1, -0.4);
const tall = array([3, 2], 1, 0.5, -0.3, 2, 0.1, 1.5);
const line = floats(0.4, -1.3, 2.2);
const cube = array([2, 2, 3], 0.3, 1.2, -0.6, 0.9, 0.2, -1.1, 0.8, -0.5, 1.4, 0.6, -0.9, 0.7);
const regular = array([2, 2], 2, 0.5, -0.3, 1.5);
const definite = array([2, 2], 2, 0.3, 0.3, 1.4);
const stack = array([2, 2, 2], 2, 0.5, -0.3, 1.5, 1.2, -0.7, 0.4, 2.1);
const side = array([2, 3], 0.5, 1.2, -0.4, 0.8, -1.1, 0.3);

/** The first output of a function of matrices. */
const made =
  (...[name, options]: [Parameters<typeof matrixFunction>[0], Parameters<typeof matrixFunction>[2]?]) =>
  (_: Engine, ...inputs: Variable[]): Variable =>
    matrixFunction(name, inputs, options)[0]!;

const products: Readonly<Record<string, Differentiable>> = {
  'dot of three axes': { inputs: [cube, tall], build: (_, a, b) => square(dotProduct(a!, b!)) },
  'matmul of a stack and a matrix': { inputs: [cube, tall], build: (_, a, b) => square(matmulOf(a!, b!)) },
  'matmul of a stack and a vector': { inputs: [cube, line], build: (_, a, b) => square(matmulOf(a!, b!)) },
  'matmul of a vector and a stack': {
    inputs: [floats(1, 2), cube],
    build: (_, a, b) => square(matmulOf(a!, b!)),
  },
  tensordot: {
    inputs: [cube, grid],
    build: (_, a, b) =>
      square(
        tensordot(a!, b!, [
          [2, 0],
          [1, 0],
        ]),
      ),
  },
  'tensordot in Theano': {
    inputs: [cube, grid],
    build: (_, a, b) => square(tensordot(a!, b!, 2)),
    library: 'theano',
  },
  'batched dot of matrices': {
    inputs: [cube, array([2, 3, 1], 1, 2, 3, -1, 0.5, 0.2)],
    build: (_, a, b) => square(batchedDot(a!, b!)),
    library: 'theano',
  },
  'batched dot of a stack and vectors': {
    inputs: [cube, grid],
    build: (_, a, b) => square(batchedDot(a!, b!)),
    library: 'theano',
  },
  'batched dot of vectors': {
    inputs: [grid, grid],
    build: (_, a, b) => square(batchedDot(a!, b!)),
    library: 'aesara',
  },
  'batched tensordot': {
    inputs: [cube, cube],
    build: (_, a, b) => square(tensordotAsDot(a!, b!, { axes: 2, isBatched: true })),
    library: 'theano',
  },
  outer: { inputs: [line, grid], build: (_, a, b) => square(outerProduct(a!, b!)) },
  kron: { inputs: [grid, regular], build: (_, a, b) => square(kroneckerProduct(a!, b!)) },
  einsum: {
    inputs: [cube, grid, line],
    build: (_, a, b, c) => square(einsum('bij,bj,j->bi', [a!, b!, c!])),
  },
  'einsum of a diagonal': { inputs: [regular], build: (_, a) => square(einsum('ii->i', [a!])) },
};

const arranging: Readonly<Record<string, Differentiable>> = {
  'diagonal of a matrix': { inputs: [grid], build: (_, a) => square(diagonal(a!)) },
  'a diagonal beside the main one': { inputs: [grid], build: (_, a) => square(diagonal(a!, 1)) },
  'a diagonal over other axes': {
    inputs: [cube],
    build: (_, a) => square(apply(diagonalEntry, { offset: -1, axis1: 1, axis2: 2 }, [a!])[0]!),
  },
  'a vector on a diagonal': { inputs: [line], build: (_, a) => square(diagonal(a!, -1)) },
  'vectors on diagonals': {
    inputs: [grid],
    build: (_, a) => square(apply(allocDiagonalEntry, { offset: 1, axis1: 0, axis2: 2 }, [a!])[0]!),
  },
  'a diagonal filled': {
    inputs: [grid, number(0.4)],
    build: (_, a, b) => square(filledDiagonal(a!, b!, null)),
  },
  'another diagonal filled': {
    inputs: [grid, number(0.4)],
    build: (engine, a, b) => square(filledDiagonal(a!, b!, int(engine, -1))),
  },
  triangles: {
    inputs: [grid],
    build: (_, a) => elemwise('mul', lowerTriangle(a!), upperTriangle(a!, -1)),
  },
  sort: {
    inputs: [grid],
    build: (engine, a) => square(ordered(sortEntry, a!, { algorithm: 'quicksort', axis: int(engine, 1) })),
  },
  'the greatest two': {
    inputs: [grid],
    build: (engine, a) => {
      const params = { axis: 1, values: true, indices: true, indexType: 'int64' } as const;
      return square(apply(topKEntry, params, [a!, int(engine, 2)])[0]!);
    },
  },
  split: {
    inputs: [line],
    build: (engine, a) => square(splitInto(a!, list(engine, 1, 2), { count: 2, axis: 0 })[1]!),
  },
  'repeat by one count': {
    inputs: [grid],
    build: (engine, a) => square(repeatedAlike(a!, int(engine, 2), 1)),
  },
  'repeat by counts': {
    inputs: [grid],
    build: (engine, a) => square(repeatedByCounts(a!, list(engine, 2, 0, 1), 1)),
  },
  tile: { inputs: [grid], build: (engine, a) => square(tiled(a!, [int(engine, 2), int(engine, 3)])) },
  moveaxis: { inputs: [cube], build: (_, a) => square(movedAxes(a!, [0, 1], [2, 0])) },
  flip: { inputs: [grid], build: (_, a) => elemwise('mul', a!, flipped(a!, [0, 1])) },
  diff: { inputs: [grid], build: (_, a) => square(differences(a!, 2, 1)) },
  take_along_axis: {
    inputs: [grid],
    build: (engine, a) => {
      const places = fromValues('int64', [1, 3], [1n, 0n, 1n]);
      return square(takenAlong(a!, new Constant(engine.context, places), 0));
    },
  },
};

const matrices: Readonly<Record<string, Differentiable>> = {
  inverse: { inputs: [regular], build: made('inverse') },
  'inverses of a stack': { inputs: [stack], build: made('inverse') },
  'pseudo-inverse': { inputs: [tall], build: made('pseudoInverse') },
  determinant: { inputs: [regular], build: made('determinant') },
  'determinants of a stack': { inputs: [stack], build: made('determinant') },
  'lower Cholesky factor': {
    inputs: [definite],
    build: (engine, a) => made('cholesky', { lower: true })(engine, symmetricPart(a!)),
  },
  'upper Cholesky factor': {
    inputs: [definite],
    build: (engine, a) => made('cholesky', { lower: false })(engine, symmetricPart(a!)),
  },
  'solution for a vector': { inputs: [regular, floats(1, 2)], build: made('solve') },
  'solution for a matrix': { inputs: [regular, side], build: made('solve') },
  'solutions of a stack': { inputs: [stack, side], build: made('solve') },
  'solution with the lower triangle': {
    inputs: [regular, side],
    build: made('solveTriangular', { lower: true, unit: false }),
  },
  'solution with ones on the diagonal': {
    inputs: [regular, side],
    build: made('solveTriangular', { lower: false, unit: true }),
  },
  'solution with a Cholesky factor': {
    inputs: [regular, side],
    build: (engine, a, b) => made('choleskySolve', { lower: true })(engine, lowerTriangle(a!), b!),
  },
  'QR, tall': { inputs: [tall], build: factorsOf('qr', false) },
  'QR, wide': { inputs: [grid], build: factorsOf('qr', false) },
  'LU factors': { inputs: [regular], build: (_, a) => luProduct('matrix', a!) },
  'LU factors, rows exchanged inside': { inputs: [regular], build: (_, a) => luProduct('inside', a!) },
  'LU factors and indices': { inputs: [regular], build: (_, a) => luProduct('indices', a!) },
  'LU factors in one matrix': { inputs: [regular], build: made('luFactor') },
  'singular values': { inputs: [tall], build: made('singularValues', { full: true }), checksTwice: false },
  'singular vectors, tall': { inputs: [tall], build: factorsOf('svd', false), checksTwice: false },
  'singular vectors, wide': { inputs: [grid], build: factorsOf('svd', false), checksTwice: false },
  'symmetric eigenvalues and vectors': {
    inputs: [definite],
    build: (_, a) => {
      const [w, v] = matrixFunction('eigh', [symmetricPart(a!)], { lower: true }) as [Variable, Variable];
      return dotProduct(elemwise('mul', v, square(w)), square(v));
    },
    checksTwice: false,
  },
  'generalized eigenvalues': {
    inputs: [regular, definite],
    build: (_, a, b) =>
      matrixFunction('eigvalsh', [symmetricPart(a!), symmetricPart(b!)], { lower: true })[0]!,
    checksTwice: false,
  },
  'generalized eigenvectors': {
    inputs: [regular, definite],
    build: (_, a, b) =>
      square(matrixFunction('eigh', [symmetricPart(a!), symmetricPart(b!)], { lower: true })[1]!),
    checksTwice: false,
  },
  exponential: { inputs: [regular], build: made('expm') },
};

/** The sum of a matrix and its mirror image. */
function symmetricPart(x: Variable): Variable {
  return elemwise('add', x, movedAxes(x, [0], [1]));
}

/** The product of the squares of both factors. */
function luProduct(rowOrder: MatrixOptions['rowOrder'] & string, x: Variable): Variable {
  const [lower, upper] = matrixFunction('lu', [x], { rowOrder }).slice(-2) as [Variable, Variable];
  return dotProduct(square(lower), square(upper));
}

/** The product of the first factor and the squares of the last. */
function factorsOf(name: 'qr' | 'svd', full: boolean) {
  return (_: Engine, a?: Variable): Variable => {
    const factors = matrixFunction(name, [a!], { full });
    return dotProduct(square(factors[0]!), square(factors.at(-1)!));
  };
}

describe.each([
  ['products', products],
  ['arranging', arranging],
  ['functions of matrices', matrices],
])('%s', (_, cases) => {
  it.each(Object.entries(cases))('%s', (_name, given) => {
    expectGradient(given);
  });
});

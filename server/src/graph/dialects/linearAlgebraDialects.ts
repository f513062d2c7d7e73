/**
 * The differences between the libraries in products and decompositions, a row per difference.
 * Sources: Theano 1.0.5, Aesara 2.9.4, PyTensor 3.3.0.
 */
import type { PerLibrary } from './libraryDialects.ts';

export interface LinearAlgebraDialect {
  /** Whether functions of matrices take stacks of them. */
  readonly matrixStacks: 'refused' | 'taken';
  /** The names and settings of functions of matrices in the classic text. */
  readonly matrixOpNames: 'old' | 'new';
  /** What is computed in single precision: float32, or all that fits it. */
  readonly singlePrecision: 'float32' | 'small';
  /** The type of results of functions of matrices: that of the operand, or that of the computation. */
  readonly matrixResults: 'operand' | 'computation';
  /** What becomes of matrices that are singular or not positive definite. */
  readonly failedMatrices: 'error' | 'NaN';
  /** A system of equations with a matrix of shape `{0}`. */
  readonly notSquare: string;
  /** Sides of a system with the shapes `{0}` and `{1}`. */
  readonly unequalRows: string;
  /** The same for a triangular matrix. */
  readonly unequalTriangleRows: string;
  /** `matmul` of a number. */
  readonly matmulScalar: string;
  /** Whether `tensordot` becomes a product of matrices, or one over axes. */
  readonly tensordotBy: 'dot' | 'axes';
  /** Of what `kron` makes a product: of matrices, or of tensors. */
  readonly kroneckerRanks: 'matrices' | 'tensors';
  /** What the refusal of a product shows: shapes as matrices, shapes, or the two lengths. */
  readonly unalignedProduct: 'matrices' | 'shapes' | 'lengths';
  /** The function `trace` of the module for matrices. */
  readonly traceOfLinalg: 'current' | 'deprecated';
  /** What `lstsq` is: a class of ops, or a function. */
  readonly leastSquares: 'class' | 'function';
  /** Which structures `solve` knows: the four of old, or more. */
  readonly solveStructures: 'four' | 'more';
  /** Whether `solve` uses the structure that it is told. */
  readonly solveUses: 'nothing' | 'structure';
  /** An unknown structure `{0}`. */
  readonly wrongStructure: string;
  /** The usual mode of `qr`. */
  readonly qrMode: 'reduced' | 'full';
  /** The triangle that `qr` gives alone. */
  readonly qrTriangle: 'reduced' | 'full';
  /** An unknown mode `{0}` of `qr`. */
  readonly wrongQrMode: string;
  /** Whether `eig` gives complex numbers. */
  readonly eigenvalues: 'real' | 'complex';
  /** The second argument of `eigh`. */
  readonly eighSecond: 'triangle' | 'matrix';
  /** How powers of matrices are made: by products, none of them negative, or by squares and inverses. */
  readonly matrixPowers: 'products' | 'squares';
  /** Axes of `tensordot` that are no pair; `{0}` is what was given. */
  readonly tensordotAxes: string;
  /** Which axes `batched_tensordot` counts: those of the whole, or those of a part. */
  readonly batchedAxes: 'ofWhole' | 'ofPart';
  /** `batched_dot` and `batched_tensordot`. */
  readonly batchedProducts: 'current' | 'deprecated';
  /** Whether `batched_dot` is an op of its own, or a product of stacks. */
  readonly batchedDotBy: 'op' | 'stacks';
  /** Which norms there are: those of vectors and matrices, or all of NumPy. */
  readonly matrixNorms: 'classic' | 'numpy';
  /** Matrices of the shapes `{0}` and `{1}` that can not be multiplied. */
  readonly unequalDepths: string;
}

const theano: LinearAlgebraDialect = {
  matrixStacks: 'refused',
  matrixOpNames: 'old',
  singlePrecision: 'float32',
  matrixResults: 'operand',
  failedMatrices: 'error',
  notSquare: 'Input a needs to be a square matrix.',
  unequalRows: 'Input b has to have same number of rows as input a',
  unequalTriangleRows: 'incompatible dimensions',
  matmulScalar: 'inputs to `matmul` cannot be scalar.',
  tensordotBy: 'dot',
  kroneckerRanks: 'matrices',
  unalignedProduct: 'matrices',
  traceOfLinalg: 'current',
  leastSquares: 'class',
  solveStructures: 'four',
  solveUses: 'nothing',
  wrongStructure: '{0} is not a recognized matrix structure',
  qrMode: 'reduced',
  qrTriangle: 'reduced',
  wrongQrMode: "Unrecognized mode '{0}'",
  eigenvalues: 'real',
  eighSecond: 'triangle',
  matrixPowers: 'products',
  tensordotAxes: 'Axes should be an integer or a list/tuple of len 2 ({0} was provided)',
  batchedAxes: 'ofWhole',
  batchedProducts: 'current',
  batchedDotBy: 'op',
  matrixNorms: 'classic',
  unequalDepths: 'number of columns of input 1 must be equal to the number of rows of input 2',
};

const aesara: LinearAlgebraDialect = {
  ...theano,
  matrixOpNames: 'new',
  unalignedProduct: 'shapes',
  leastSquares: 'function',
  solveUses: 'structure',
  matrixPowers: 'squares',
};

const pytensor: LinearAlgebraDialect = {
  ...aesara,
  matrixStacks: 'taken',
  matrixOpNames: 'old',
  singlePrecision: 'small',
  matrixResults: 'computation',
  failedMatrices: 'NaN',
  notSquare: 'Expected square matrix, got a1.shape={0}',
  unequalRows: 'incompatible shapes: a1.shape={0} and b1.shape={1}',
  unequalTriangleRows: 'shapes of a {0} and b {1} are incompatible',
  matmulScalar: 'matmul operand cannot be scalar',
  tensordotBy: 'axes',
  kroneckerRanks: 'tensors',
  unalignedProduct: 'lengths',
  traceOfLinalg: 'deprecated',
  solveStructures: 'more',
  wrongStructure:
    "Invalid assume_a: {0}. It must be one of ['gen', 'sym', 'her', 'pos', 'tridiagonal', 'banded'] or ['general', 'symmetric', 'hermitian', 'positive definite']",
  qrMode: 'full',
  qrTriangle: 'full',
  wrongQrMode: "Invalid mode '{0}'. Supported modes are 'full', 'economic', 'r', and 'raw'.",
  eigenvalues: 'complex',
  eighSecond: 'matrix',
  tensordotAxes: 'too many values to unpack (expected 2)',
  batchedAxes: 'ofPart',
  batchedProducts: 'deprecated',
  batchedDotBy: 'stacks',
  matrixNorms: 'numpy',
  unequalDepths: 'Incompatible shared dimension for dot product: {0}, {1}',
};

export const linearAlgebraDialects: PerLibrary<LinearAlgebraDialect> = { theano, aesara, pytensor };

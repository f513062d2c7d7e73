/** `nlinalg`, `slinalg` and PyTensor's `linalg`, bound to Python. */

import { int64Constant } from '../../../graph/constants.ts';
import { fillText } from '../../../graph/dialects/fillText.ts';
import { diagonal, diagonalAt, onDiagonal } from '../../../graph/ops/diagonals.ts';
import { castTo, elemwise } from '../../../graph/ops/elemwise.ts';
import { constantIn, eyeMatrix, lengthOf, reduced } from '../../../graph/ops/math.ts';
import { matrixFunction } from '../../../graph/ops/matrixFunction.ts';
import type { MatrixFunctionName, MatrixOptions } from '../../../graph/ops/matrixFunctions.ts';
import { dotProduct, kroneckerProduct, matrixTransposed } from '../../../graph/ops/products.ts';
import { alloc, makeVector, reshaped } from '../../../graph/ops/shapes.ts';
import { incSubtensor, type SymbolicIndex } from '../../../graph/ops/subtensor.ts';
import type { GraphContext, Variable } from '../../../graph/variable.ts';
import { promoteAll } from '../../../tensor/dtype.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import { notSupported, raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { asText } from '../../types/textValues.ts';
import { PyBuiltin, PyList, PyTuple, type Value } from '../../values.ts';
import { asVariable, integerArgument } from './convert.ts';
import { matrixNorm } from './matrixNorms.ts';

type Missing = Value | undefined;
type Body = (...args: (Value | undefined)[]) => Value;

const isGiven = (value: Missing): value is Value => value !== undefined && value !== null;
const flag = (value: Missing, usual: boolean): boolean => (isGiven(value) ? isTrue(value) : usual);

/** Functions of the modules of linear algebra. */
export function linearAlgebraFunctions(context: GraphContext): Readonly<Record<string, Body>> {
  return {
    ...inverseFunctions(context),
    ...solvingFunctions(context),
    ...decompositionFunctions(context),
    ...productFunctionsOf(context),
    ...opClasses(context),
  };
}

/** Ops by the names of their classes: they give functions. */
function opClasses(context: GraphContext): Readonly<Record<string, Body>> {
  const tensor = (value: Missing): Variable => asVariable(context, value!);
  const one = (name: MatrixFunctionName, options: MatrixOptions = {}): Value =>
    new PyBuiltin(name, (args) => matrixFunction(name, args.map(tensor), options)[0]!);
  return {
    'MatrixInverse()': () => one('inverse'),
    'MatrixPinv(hermitian?)': () => one('pseudoInverse'),
    'Det()': () => one('determinant'),
    'Expm()': () => one('expm'),
    'Cholesky(lower?, on_error?)': (lower, onError) =>
      one('cholesky', { lower: flag(lower, true), givesNaN: isGiven(onError) && asText(onError) === 'nan' }),
    'Solve(A_structure?, lower?, overwrite_A?, overwrite_b?)': (structure) => {
      const kind = isGiven(structure) ? String(asText(structure)) : 'general';
      if (!kind.endsWith('_triangular')) return one('solve', { kind });
      return one('solveTriangular', { lower: kind.startsWith('lower'), unit: false });
    },
  };
}

function inverseFunctions(context: GraphContext): Readonly<Record<string, Body>> {
  const tensor = (value: Missing): Variable => asVariable(context, value!);
  const inverse: Body = (x) => matrixFunction('inverse', [tensor(x)])[0]!;
  return {
    'matrix_inverse(x)': inverse,
    'inv(x)': inverse,
    'pinv(x, hermitian?)': (x) => matrixFunction('pseudoInverse', [tensor(x)])[0]!,
    'det(x)': (x) => determinantOf(tensor(x)),
    'slogdet(x)': (x) => {
      const det = determinantOf(tensor(x));
      return new PyTuple([elemwise('sgn', det), elemwise('log', elemwise('abs_', det))]);
    },
    'tensorinv(a, ind?)': (x, ind) =>
      tensorInverse(tensor(x), ind === undefined ? 2 : integerArgument(ind!, 'ind')),
    'trace(X)': (x) => traceOf(tensor(x)),
    'diag(x)': (x) => {
      const input = tensor(x);
      return input.ndim === 1 || input.ndim === 2
        ? diagonal(input)
        : raiseTypeError('diag requires vector or matrix argument');
    },
    'alloc_diag(x)': (x) => onDiagonal(tensor(x), 0),
    'extract_diag(x)': (x) => diagonalAt(tensor(x), 0),
    'norm(x, ord?, axis?, keepdims?)': (x, ord, axis, keepdims) =>
      matrixNorm(tensor(x), { order: ord, axis, keepsAxes: flag(keepdims, false) }),
  };
}

/** The sum of the diagonal: also the method of variables. */
export function traceOf(matrix: Variable): Variable {
  const { context } = matrix;
  if (context.dialect.traceOfLinalg === 'deprecated') {
    context.warn(
      'FutureWarning',
      'pytensor.tensor.linalg.trace is deprecated. Use pytensor.tensor.trace instead.',
    );
  }
  return reduced('sum', diagonalAt(matrix, 0), { axis: null, keepsAxes: false, dtype: null });
}

function determinantOf(matrix: Variable): Variable {
  const { dialect } = matrix.context;
  const [rows, columns] = matrix.type.shape.slice(-2);
  if (dialect.unfitLengths === 'atOnce' && rows !== null && columns !== null && rows !== columns) {
    return raiseValueError(
      `Determinant not defined for non-square matrix inputs. Shape received is (${rows}, ${columns})`,
    );
  }
  return matrixFunction('determinant', [matrix])[0]!;
}

/** The inverse of the matrix whose rows are the first `count` axes. */
function tensorInverse(input: Variable, count: number): Variable {
  const { context } = input;
  if (count <= 0) return raiseValueError('Invalid ind argument.');
  const lengths = [...input.type.shape.keys()].map((axis) => lengthOf(input, axis));
  const rows = lengths.slice(0, count).reduce((a, b) => elemwise('mul', a, b));
  const matrix = reshaped(input, makeVector(context, [rows, int64Constant(context, -1)], 'int64'), 2);
  const inverse = matrixFunction('inverse', [matrix])[0]!;
  const shape = [...lengths.slice(count), ...lengths.slice(0, count)];
  return reshaped(inverse, makeVector(context, shape, 'int64'), input.ndim);
}

function solvingFunctions(context: GraphContext): Readonly<Record<string, Body>> {
  const tensor = (value: Missing): Variable => asVariable(context, value!);
  const triangular =
    (lower: boolean): Body =>
    (a, b) =>
      matrixFunction('solveTriangular', [tensor(a), tensor(b)], { lower, unit: false })[0]!;
  return {
    'solve(a, b, assume_a?, lower?, check_finite?, transposed?, overwrite_a?, overwrite_b?, b_ndim?)': (
      a,
      b,
      ...[assumed, lower, , transposed, , , ndim]
    ) => solved(tensor(a), tensor(b), { assumed, lower, transposed, ndim }),
    'solve_triangular(a, b, trans?, lower?, unit_diagonal?, check_finite?, b_ndim?)': (
      a,
      b,
      ...[trans, lower, unit, , ndim]
    ) => solvedTriangle(tensor(a), tensor(b), { trans, lower, unit, ndim }),
    'solve_lower_triangular(a, b)': triangular(true),
    'solve_upper_triangular(a, b)': triangular(false),
    'solve_symmetric(a, b)': (a, b) =>
      matrixFunction('solve', [tensor(a), tensor(b)], { kind: 'symmetric' })[0]!,
    'cho_solve(c_and_lower, b, check_finite?, b_ndim?)': (pair, b, _finite, ndim) => {
      if (!(pair instanceof PyTuple || pair instanceof PyList) || pair.items.length !== 2)
        return raiseTypeError('cannot unpack non-iterable object');
      const options = { lower: isTrue(pair.items[1]!), ...sideOf(ndim) };
      return matrixFunction('choleskySolve', [tensor(pair.items[0]), tensor(b)], options)[0]!;
    },
    ...leastSquaresFunction(context),
    'tensorsolve(a, b, axes?)': (a, b, axes) => {
      if (isGiven(axes)) return notSupported('tensorsolve with axes');
      return tensorSolution(tensor(a), tensor(b));
    },
  };
}

/** In Theano `lstsq` is the class of the op. */
function leastSquaresFunction(context: GraphContext): Readonly<Record<string, Body>> {
  const solve = (args: readonly Missing[]): Value => {
    const inputs = args.map((arg) => asVariable(context, arg!));
    // The library says matrix and gives a vector.
    if (inputs[1]?.ndim === 1) return notSupported('lstsq of a vector');
    return new PyList(matrixFunction('leastSquares', inputs));
  };
  if (context.dialect.leastSquares === 'class') return { 'lstsq()': () => new PyBuiltin('lstsq', solve) };
  return { 'lstsq(a, b, rcond)': (a, b, cutoff) => solve([a, b, cutoff]) };
}

const sideOf = (ndim: Missing): MatrixOptions =>
  isGiven(ndim) ? { sideNdim: integerArgument(ndim, 'b_ndim') } : {};

const longNames: ReadonlyMap<string, string> = new Map([
  ['general', 'gen'],
  ['symmetric', 'sym'],
  ['hermitian', 'her'],
  ['positive definite', 'pos'],
]);

interface Equation {
  readonly assumed: Missing;
  readonly lower: Missing;
  readonly transposed: Missing;
  readonly ndim: Missing;
}

function solved(a: Variable, b: Variable, given: Equation): Variable {
  const { dialect } = a.context;
  const assumed = given.assumed === undefined ? 'gen' : String(asText(given.assumed!)).toLowerCase();
  const kind = longNames.get(assumed) ?? assumed;
  const knowsMore = dialect.solveStructures === 'more';
  if (knowsMore && (kind === 'lower triangular' || kind === 'upper triangular')) {
    const lower = kind.startsWith('lower');
    return solvedTriangle(a, b, { trans: given.transposed, lower, unit: false, ndim: given.ndim });
  }
  if (knowsMore && ['diagonal', 'tridiagonal', 'banded'].includes(kind)) {
    return notSupported(`solve with assume_a='${kind}'`);
  }
  if (!['gen', 'sym', 'her', 'pos'].includes(kind)) return wrongStructure(a.context, String(assumed));
  const isTurned = flag(given.transposed, false);
  const lower = flag(given.lower, false) !== isTurned;
  const options = { kind: dialect.solveUses === 'nothing' ? 'general' : kind, lower, ...sideOf(given.ndim) };
  return matrixFunction('solve', [isTurned ? matrixTransposed(a) : a, b], options)[0]!;
}

const wrongStructure = ({ dialect }: GraphContext, assumed: string): never =>
  raiseValueError(fillText(dialect.wrongStructure, assumed));

function solvedTriangle(
  a: Variable,
  b: Variable,
  given: { trans: Missing; lower: Missing; unit: Missing; ndim: Missing },
): Variable {
  const trans = isGiven(given.trans) ? (asText(given.trans) ?? Number(given.trans)) : 0;
  const isTurned = trans === 1 || trans === 2 || trans === 'T' || trans === 'C';
  const options = {
    lower: flag(given.lower, false) !== isTurned,
    unit: flag(given.unit, false),
    ...sideOf(given.ndim),
  };
  return matrixFunction('solveTriangular', [isTurned ? matrixTransposed(a) : a, b], options)[0]!;
}

/** The solution of `tensordot(a, x, x.ndim) = b`. */
function tensorSolution(a: Variable, b: Variable): Variable {
  const { context } = a;
  const rest = [...a.type.shape.keys()].slice(b.ndim).map((axis) => lengthOf(a, axis));
  const count = rest.reduce((x, y) => elemwise('mul', x, y), int64Constant(context, 1) as Variable);
  const matrix = reshaped(a, makeVector(context, [int64Constant(context, -1), count], 'int64'), 2);
  const side = reshaped(b, makeVector(context, [int64Constant(context, -1)], 'int64'), 1);
  const found = matrixFunction('solve', [matrix, side])[0]!;
  return reshaped(found, makeVector(context, rest, 'int64'), rest.length);
}

function decompositionFunctions(context: GraphContext): Readonly<Record<string, Body>> {
  const tensor = (value: Missing): Variable => asVariable(context, value!);
  const { failedMatrices, qrMode, eigenvalues } = context.dialect;
  const givesNaN = failedMatrices === 'NaN';
  return {
    'cholesky(x, lower?, on_error?, check_finite?, overwrite_a?)': (x, lower, onError) => {
      const text = onError === undefined ? (givesNaN ? 'nan' : 'raise') : asText(onError!);
      if (text !== 'raise' && text !== 'nan')
        return raiseValueError('on_error must be one of "raise" or ""nan"');
      if (givesNaN && text === 'raise') return notSupported("cholesky with on_error='raise'");
      return matrixFunction('cholesky', [tensor(x)], {
        lower: flag(lower, true),
        givesNaN: text === 'nan',
      })[0]!;
    },
    'qr(a, mode?, overwrite_a?, pivoting?)': (x, mode, _overwrite, pivoting) => {
      if (flag(pivoting, false)) return notSupported('qr with pivoting');
      return orthogonalFactors(tensor(x), mode === undefined ? qrMode : asText(mode!));
    },
    'svd(a, full_matrices?, compute_uv?)': (x, full, vectors) => {
      const options = { full: flag(full, true) };
      if (!flag(vectors, true)) return matrixFunction('singularValues', [tensor(x)], options)[0]!;
      return new PyList(matrixFunction('svd', [tensor(x)], options));
    },
    'eig(x)': (x) => {
      if (eigenvalues === 'complex') return notSupported('eig, whose results are complex');
      return new PyList(matrixFunction('eig', [tensor(x)]));
    },
    'eigh(a, b?, lower?, UPLO?, driver?)': (a, b, lower, triangle) =>
      symmetricPairs(context, { a, b, lower, triangle }),
    'eigvalsh(a, b?, lower?)': (a, b, lower) => {
      const inputs = isGiven(b) ? [tensor(a), tensor(b)] : [tensor(a)];
      return matrixFunction('eigvalsh', inputs, { lower: flag(lower, true) })[0]!;
    },
    'expm(A)': (x) => matrixFunction('expm', [tensor(x)])[0]!,
  };
}

function symmetricPairs(
  context: GraphContext,
  given: { a: Missing; b: Missing; lower: Missing; triangle: Missing },
): Value {
  const isMatrix = context.dialect.eighSecond === 'matrix';
  const second = isGiven(given.b) ? asText(given.b) : null;
  const triangle = isGiven(given.triangle) ? asText(given.triangle) : isMatrix ? null : second;
  const lower = triangle === null ? flag(given.lower, true) : triangle === 'L';
  const inputs = [asVariable(context, given.a!)];
  if (isMatrix && isGiven(given.b)) inputs.push(asVariable(context, given.b));
  return new PyList(matrixFunction('eigh', inputs, { lower }));
}

function orthogonalFactors(input: Variable, mode: string | null): Value {
  const { qrTriangle, wrongQrMode } = input.context.dialect;
  switch (mode) {
    case 'full':
    case 'complete':
      return new PyList(matrixFunction('qr', [input], { full: true }));
    case 'economic':
    case 'reduced':
      return new PyList(matrixFunction('qr', [input], { full: false }));
    case 'r':
      return matrixFunction('qrTriangle', [input], { full: qrTriangle === 'full' })[0]!;
    case 'raw':
      return notSupported("qr with mode='raw'");
    default:
      return raiseValueError(fillText(wrongQrMode, String(mode)));
  }
}

function productFunctionsOf(context: GraphContext): Readonly<Record<string, Body>> {
  const tensor = (value: Missing): Variable => asVariable(context, value!);
  return {
    'matrix_dot(*args)': (args) =>
      (args as unknown as Value[]).map(tensor).reduce((a, b) => dotProduct(a, b)),
    'matrix_power(M, n)': (x, n) => matrixPower(tensor(x), integerArgument(n!, 'n')),
    'kron(a, b)': (a, b) => kroneckerProduct(tensor(a), tensor(b)),
    'block_diag(*matrices)': (args) => blockDiagonal((args as unknown as Value[]).map(tensor)),
  };
}

function matrixPower(matrix: Variable, exponent: number): Value {
  const { context } = matrix;
  if (context.dialect.matrixPowers === 'products') {
    if (exponent <= 0) return 1;
    return Array.from({ length: exponent }, () => matrix).reduce((a, b) => dotProduct(a, b));
  }
  let base = exponent < 0 ? matrixFunction('pseudoInverse', [matrix])[0]! : matrix;
  let rest = Math.abs(exponent);
  if (rest === 0) {
    const length = lengthOf(matrix, matrix.ndim - 2);
    return eyeMatrix(context, [length, length, int64Constant(context, 0)], context.floatX);
  }
  if (rest === 3) return dotProduct(dotProduct(base, base), base);
  let result: Variable | null = null;
  for (let isFirst = true; rest > 0; isFirst = false, rest = Math.floor(rest / 2)) {
    if (!isFirst) base = dotProduct(base, base);
    if (rest % 2 === 1) result = result === null ? base : dotProduct(result, base);
  }
  return result!;
}

/** Matrices on the diagonal of zeros. */
function blockDiagonal(matrices: readonly Variable[]): Variable {
  const [first] = matrices;
  if (first === undefined) return raiseTypeError('block_diag needs a matrix');
  if (matrices.length === 1) return first;
  if (matrices.some((matrix) => matrix.ndim !== 2)) {
    throw new EngineError('NotSupportedByScanLens', 'block_diag of stacks of matrices');
  }
  const { context } = first;
  const dtype = promoteAll(matrices.map((matrix) => matrix.dtype));
  const total = (axis: number): Variable =>
    matrices.map((matrix) => lengthOf(matrix, axis)).reduce((a, b) => elemwise('add', a, b));
  let result = alloc(constantIn(context, dtype, 0), [total(0), total(1)]);
  let [row, column]: Variable[] = [int64Constant(context, 0), int64Constant(context, 0)];
  for (const matrix of matrices) {
    const [nextRow, nextColumn] = [row!, column!].map((at, axis) =>
      elemwise('add', at, lengthOf(matrix, axis)),
    ) as [Variable, Variable];
    const part = (start: Variable, stop: Variable): SymbolicIndex => ({
      kind: 'slice',
      start,
      stop,
      step: null,
    });
    const indices = [part(row!, nextRow), part(column!, nextColumn)];
    result = incSubtensor(result, castTo(matrix, dtype), { indices, mode: 'set' });
    [row, column] = [nextRow, nextColumn];
  }
  return result;
}

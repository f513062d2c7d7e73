/**
 * Gradients of the functions of whole matrices, one row per function, for stacks of matrices too. `nlinalg.py` and `slinalg.py`
 * (Theano 1.0.5, Aesara 2.9.4), `tensor/linalg` (PyTensor 3).
 */
import { fullSlice } from '../../tensor/indexing.ts';
import { int64Constant } from '../constants.ts';
import { lowerTriangle, upperTriangle } from '../ops/diagonals.ts';
import { dimShuffle } from '../ops/dimShuffle.ts';
import { elemwise } from '../ops/elemwise.ts';
import { constantIn, eyeMatrix, lengthOf } from '../ops/math.ts';
import { type MatrixFunctionParams, matrixFunction } from '../ops/matrixFunction.ts';
import type { MatrixFunctionName, MatrixOptions } from '../ops/matrixFunctions.ts';
import { matrixTransposed, multiplied } from '../ops/products.ts';
import { ifElse, taken } from '../ops/rearranging.ts';
import { join } from '../ops/shapes.ts';
import { type SymbolicIndex, subtensor } from '../ops/subtensor.ts';
import type { Variable } from '../variable.ts';
import { number, zerosLike } from './zeros.ts';

export interface MatrixGradientArguments {
  readonly options: MatrixOptions;
  readonly cores: MatrixFunctionParams['cores'];
  readonly operands: readonly Variable[];
  readonly outputs: readonly Variable[];
  /** Null where the cost does not depend on the output. */
  readonly gradients: readonly (Variable | null)[];
}

/** `missing`: the library refuses it. */
export type MatrixGradient = 'missing' | ((given: MatrixGradientArguments) => readonly Variable[]);

const add = (a: Variable, b: Variable): Variable => elemwise('add', a, b);
const sub = (a: Variable, b: Variable): Variable => elemwise('sub', a, b);
const mul = (a: Variable, b: Variable): Variable => elemwise('mul', a, b);
const div = (a: Variable, b: Variable): Variable => elemwise('true_div', a, b);
const neg = (a: Variable): Variable => elemwise('neg', a);
const T = matrixTransposed;
const product = (...factors: readonly Variable[]): Variable => factors.reduce((a, b) => multiplied(a, b));

/** The identity matrix with as many rows as a matrix, in its type. */
function identityLike(matrix: Variable): Variable {
  const length = lengthOf(matrix, matrix.ndim - 2);
  return eyeMatrix(matrix.context, [length, length, int64Constant(matrix.context, 0)], matrix.dtype);
}

/** Vectors in the last axis as columns, and as rows, of matrices. */
const asColumn = (vector: Variable): Variable => dimShuffle(vector, [...vector.type.shape.keys(), 'x']);
const asRow = (vector: Variable): Variable => {
  const axes = [...vector.type.shape.keys()];
  return dimShuffle(vector, [...axes.slice(0, -1), 'x', vector.ndim - 1]);
};

/** Vectors in the last axis on the diagonals of matrices. */
const onDiagonals = (vector: Variable): Variable => {
  const column = asColumn(vector);
  return mul(column, identityLike(column));
};

const from = (start: Variable): SymbolicIndex => ({ kind: 'slice', start, stop: null, step: null });
const until = (stop: Variable): SymbolicIndex => ({ kind: 'slice', start: null, stop, step: null });

/** A part of the last two axes. */
const part = (matrix: Variable, rows: SymbolicIndex, columns: SymbolicIndex): Variable =>
  subtensor(matrix, [...new Array<SymbolicIndex>(matrix.ndim - 2).fill(fullSlice), rows, columns]);

const gradientOr0 = (output: Variable, gradient: Variable | null): Variable => gradient ?? zerosLike(output);

const solveTriangle = (a: Variable, b: Variable, lower: boolean): Variable =>
  matrixFunction('solveTriangular', [a, b], { lower, unit: false, sideNdim: 2 })[0];

/** A symmetric gradient belongs to the triangle that is read. */
const folded = (gradient: Variable, { lower }: { readonly lower: boolean }): Variable =>
  lower
    ? add(lowerTriangle(gradient), T(upperTriangle(gradient, 1)))
    : add(upperTriangle(gradient), T(lowerTriangle(gradient, -1)));

function pseudoInverseGradient(x: Variable, z: Variable, g: Variable): Variable {
  const rest = (a: Variable): Variable => sub(identityLike(a), a);
  const [xz, zx] = [product(x, z), product(z, x)];
  return T(add(add(neg(product(z, T(g), z)), product(z, T(z), g, rest(xz))), product(rest(zx), g, T(z), z)));
}

function choleskyGradient(
  output: Variable,
  gradient: Variable,
  { lower }: { readonly lower: boolean },
): Variable {
  const [factor, g] = lower ? [output, gradient] : [T(output), T(gradient)];
  const inner = product(T(factor), g);
  const eye = identityLike(inner);
  const halved = sub(lowerTriangle(inner), mul(div(inner, number(inner, 2)), eye));
  const outer = T(factor);
  const s = solveTriangle(outer, T(solveTriangle(outer, T(halved), false)), false);
  const whole = add(s, T(s));
  return sub(lower ? lowerTriangle(whole) : upperTriangle(whole), mul(s, eye));
}

/** The gradients of matrix and right side: another equation with the transposed matrix. */
function solutionGradient(name: MatrixFunctionName, given: MatrixGradientArguments): [Variable, Variable] {
  const { options, operands, outputs, gradients, cores } = given;
  const side = cores[1];
  const reversed = { ...options, lower: !options.lower, sideNdim: side };
  const [a, c, g] = [operands[0], outputs[0], gradients[0]!];
  const forSide = matrixFunction(name, [T(a), g], reversed)[0];
  const forMatrix = side === 1 ? neg(mul(asColumn(forSide), asRow(c))) : neg(product(forSide, T(c)));
  return [forMatrix, forSide];
}

const triangleGradient = (given: MatrixGradientArguments): readonly Variable[] => {
  const { options } = given;
  const [forMatrix, forSide] = solutionGradient('solveTriangular', given);
  const { unitTriangleGradient } = forMatrix.context.dialect;
  const forgetsOnes = options.unit === true && unitTriangleGradient === 'withoutDiagonal';
  const unit = forgetsOnes ? sub(forMatrix, mul(forMatrix, identityLike(forMatrix))) : forMatrix;
  return [options.lower ? lowerTriangle(unit) : upperTriangle(unit), forSide];
};

/** `CholeskySolve`: the matrix is the factor. */
const factorGradient = (given: MatrixGradientArguments): readonly Variable[] => {
  const { options, operands, outputs, gradients, cores } = given;
  const [factor, c] = [operands[0], outputs[0]];
  const side = cores[1];
  const forSide = matrixFunction('choleskySolve', [factor, gradients[0]!], { ...options, sideNdim: side })[0];
  const forMatrix = side === 1 ? neg(mul(asColumn(forSide), asRow(c))) : neg(product(forSide, T(c)));
  const symmetric = add(forMatrix, T(forMatrix));
  return [
    options.lower ? lowerTriangle(product(symmetric, factor)) : upperTriangle(product(factor, symmetric)),
    forSide,
  ];
};

/** The inverse differences of eigenvalues, zero on the diagonal. */
function inverseDifferences(values: Variable): Variable {
  const differences = sub(asRow(values), asColumn(values));
  const eye = identityLike(differences);
  return elemwise('switch', eye, number(values, 0), div(number(values, 1), differences));
}

const eighGradient = (given: MatrixGradientArguments): readonly Variable[] => {
  const { options, operands, outputs, gradients } = given;
  const [w, v] = outputs;
  const [gw, gv] = outputs.map((output, i) => gradientOr0(output, gradients[i]));
  const c = product(T(v), gv);
  const inner = add(onDiagonals(gw), mul(inverseDifferences(w), c));
  const forA = product(v, inner, T(v));
  const lower = options.lower === true;
  if (operands.length === 1) return [folded(forA, { lower })];
  const scaled = neg(product(v, mul(inner, asRow(w)), T(v)));
  const half = product(mul(number(v, 0.5), v), mul(c, identityLike(c)), T(v));
  return [folded(forA, { lower }), folded(sub(scaled, half), { lower })];
};

const eigenvalueGradient = ({
  options,
  operands,
  gradients,
}: MatrixGradientArguments): readonly Variable[] => {
  const [w, v] = matrixFunction('eigh', operands, options);
  const lower = options.lower === true;
  const spread = (values: Variable): Variable => product(mul(v, asRow(values)), T(v));
  const gw = gradients[0]!;
  const forA = folded(spread(gw), { lower });
  return operands.length === 1 ? [forA] : [forA, folded(neg(spread(mul(gw, w))), { lower })];
};

const copiedTriangle = (m: Variable): Variable => add(lowerTriangle(m), T(lowerTriangle(m, -1)));

/** The formula for as many rows as columns, or more. */
function tallGradient(q: Variable, r: Variable, [dq, dr]: readonly Variable[]): Variable {
  const m = sub(product(r, T(dr)), product(T(dq), q));
  const k = add(dq, product(q, copiedTriangle(m)));
  // The part is the whole, but for the shapes of the other formula, which are computed as well.
  const triangle = part(r, fullSlice, until(lengthOf(r, r.ndim - 2)));
  return T(solveTriangle(triangle, T(k), false));
}

/** The formula for fewer rows than columns. */
function wideGradient(a: Variable, [q, r]: readonly Variable[], [dq, dr]: readonly Variable[]): Variable {
  const rows = lengthOf(a, a.ndim - 2);
  const y = part(a, fullSlice, from(rows));
  const u = part(r, fullSlice, until(rows));
  const [du, dv] = [part(dr, fullSlice, until(rows)), part(dr, fullSlice, from(rows))];
  const whole = add(dq, product(y, T(dv)));
  const m = sub(product(u, T(du)), product(T(whole), q));
  const x = T(solveTriangle(u, T(add(whole, product(q, copiedTriangle(m)))), false));
  return join([x, product(q, dv)], a.ndim - 1);
}

const qrGradient = (
  a: Variable,
  outputs: readonly Variable[],
  gradients: readonly (Variable | null)[],
): Variable => {
  const given = outputs.map((output, i) => gradientOr0(output, gradients[i]));
  const [q, r] = outputs;
  const [rows, columns] = a.type.shape.slice(-2);
  const isKnown = rows !== null && columns !== null;
  if (isKnown && rows >= columns) return tallGradient(q, r, given);
  if (isKnown) return wideGradient(a, outputs, given);
  const isTall = elemwise('ge', lengthOf(a, a.ndim - 2), lengthOf(a, a.ndim - 1));
  return ifElse(isTall, tallGradient(q, r, given), wideGradient(a, outputs, given));
};

const singularValueGradient = (a: Variable, g: Variable): Variable => {
  const [u, , vt] = matrixFunction('svd', [a], { full: false });
  return product(mul(u, asRow(g)), vt);
};

/** F. R. de Hoog, R. S. Anderssen, M. A. Lukas, "Differentiation of matrix functionals using triangular factorization": before the exchange of rows. */
function luGradient(
  [lower, upper]: readonly [Variable, Variable],
  [forLower, forUpper]: readonly [Variable, Variable],
): Variable {
  const below = lowerTriangle(product(T(lower), forLower), -1);
  const above = upperTriangle(product(forUpper, T(upper)));
  const options = { lower: false, unit: true, sideNdim: 2 };
  const half = matrixFunction('solveTriangular', [T(lower), add(below, above)], options)[0];
  return T(solveTriangle(upper, T(half), false));
}

/** Differences that are never zero. */
function away(t: Variable): Variable {
  const sign = elemwise('switch', elemwise('eq', t, number(t, 0)), number(t, 1), elemwise('sgn', t));
  return mul(elemwise('maximum', elemwise('abs_', t), number(t, 1e-8)), sign);
}

function singularVectorGradient(a: Variable, given: MatrixGradientArguments): Variable {
  const { outputs, gradients } = given;
  const [u, s, vt] = outputs;
  if (gradients[0] === null && gradients[2] === null) return product(mul(u, asRow(gradients[1]!)), vt);
  const [du, ds, dvt] = outputs.map((output, i) => gradientOr0(output, gradients[i]));
  const [row, column] = [asRow(s), asColumn(s)];
  const eye = identityLike(sub(row, column));
  const e = div(sub(number(s, 1), eye), mul(away(sub(row, column)), away(add(row, column))));
  const [utgu, vtgv] = [product(T(u), du), product(vt, T(dvt))];
  const skew = (m: Variable): Variable => sub(m, T(m));
  const middle = add(
    add(mul(mul(e, skew(utgu)), row), mul(eye, asColumn(ds))),
    mul(column, mul(e, skew(vtgv))),
  );
  const core = product(u, middle, vt);
  const v = T(vt);
  const rest = (m: Variable): Variable => {
    const whole = product(m, T(m));
    return sub(identityLike(whole), whole);
  };
  const [rows, columns] = [lengthOf(a, a.ndim - 2), lengthOf(a, a.ndim - 1)];
  const wide = add(core, product(div(u, row), dvt, rest(v)));
  const tall = add(core, T(product(div(v, row), T(du), rest(u))));
  return elemwise(
    'switch',
    elemwise('eq', rows, columns),
    core,
    elemwise('switch', elemwise('lt', rows, columns), wide, tall),
  );
}

/** The derivative of an exponential: a block of the exponential of a matrix of blocks. */
function exponentialGradient(a: Variable, g: Variable): Variable {
  const n = lengthOf(a, a.ndim - 1);
  const last = a.ndim - 1;
  const top = join([T(a), g], last);
  const bottom = join([zerosLike(a), T(a)], last);
  const whole = matrixFunction('expm', [join([top, bottom], last - 1)])[0];
  return part(whole, until(n), from(n));
}

const only =
  (rule: (given: MatrixGradientArguments) => Variable): MatrixGradient =>
  (given) => [rule(given)];

/** The functions whose gradients only PyTensor knows. */
export const newGradients: ReadonlySet<MatrixFunctionName> = new Set([
  'qr',
  'qrTriangle',
  'svd',
  'singularValues',
]);

export const matrixGradients: Readonly<Record<MatrixFunctionName, MatrixGradient>> = {
  inverse: only(({ outputs: [xi], gradients: [g] }) => neg(T(product(xi, T(g!), xi)))),
  pseudoInverse: only(({ operands: [x], outputs: [z], gradients: [g] }) => pseudoInverseGradient(x, z, g!)),
  determinant: only(({ operands: [x], outputs: [det], gradients: [g] }) => {
    const scale = mul(g!, det);
    return mul(asColumn(asColumn(scale)), T(matrixFunction('inverse', [x])[0]));
  }),
  cholesky: only(({ options, outputs: [output], gradients: [g] }) => {
    const lower = options.lower === true;
    if (!options.givesNaN) return choleskyGradient(output, g!, { lower });
    const isBad = elemwise('isnan', output);
    const one = constantIn(output.context, output.dtype, 1);
    const safe = elemwise('switch', isBad, one, output);
    const nan = number(output, Number.NaN);
    return elemwise('switch', isBad, nan, choleskyGradient(safe, g!, { lower }));
  }),
  solve: (given) => solutionGradient('solve', given),
  solveTriangular: triangleGradient,
  choleskySolve: factorGradient,
  leastSquares: 'missing',
  qr: only(({ operands: [a], outputs, gradients }) => qrGradient(a, outputs, gradients)),
  qrTriangle: only(({ operands: [a], gradients: [g] }) => {
    const factors = matrixFunction('qr', [a], { full: false });
    const rows = lengthOf(factors[1], a.ndim - 2);
    return qrGradient(a, factors, [null, part(g!, until(rows), fullSlice)]);
  }),
  lu: only(({ options, operands: [a], outputs, gradients }) => {
    const isInside = options.rowOrder === 'inside';
    const factors = isInside ? matrixFunction('lu', [a], { rowOrder: 'matrix' }) : outputs;
    const [order, lower, upper] = factors;
    const [forLower, forUpper] = gradients.slice(-2);
    const inner = luGradient([lower, upper], [gradientOr0(lower, forLower), gradientOr0(upper, forUpper)]);
    return options.rowOrder === 'indices' ? taken(inner, order, 0) : product(order, inner);
  }),
  luFactor: only(({ operands: [a], outputs: [factors, pivots], gradients }) => {
    const g = gradientOr0(factors, gradients[0]);
    const lower = add(lowerTriangle(factors, -1), identityLike(a));
    const inner = luGradient([lower, upperTriangle(factors)], [lowerTriangle(g, -1), upperTriangle(g)]);
    return taken(inner, matrixFunction('pivotOrder', [pivots], { isInverse: false })[0], 0);
  }),
  pivotOrder: 'missing',
  svd: only((given) => singularVectorGradient(given.operands[0], given)),
  singularValues: only(({ operands: [a], gradients: [g] }) => singularValueGradient(a, g!)),
  eig: 'missing',
  eigh: eighGradient,
  eigvalsh: eigenvalueGradient,
  expm: only(({ operands: [a], gradients: [g] }) => exponentialGradient(a, g!)),
};

/** Householder reflections in LAPACK's convention (dlarfg, dgeqr2, dorg2r): the first entry takes the sign of the pivot away. */
import { spent } from '../interrupt.ts';

/** A reflection I - tau v v' with v[0] = 1. */
export interface Reflection {
  readonly tau: number;
  /** What the first entry becomes. */
  readonly beta: number;
  readonly vector: Float64Array;
}

/** The reflection that turns `x` into a multiple of the first unit vector. */
export function reflectionOf(x: Float64Array): Reflection {
  const vector = x.slice();
  const [alpha] = x;
  const rest = Math.sqrt(x.subarray(1).reduce((sum, each) => sum + each * each, 0));
  vector[0] = 1;
  if (rest === 0) return { tau: 0, beta: alpha, vector };
  const size = Math.sqrt(alpha * alpha + rest * rest);
  const beta = alpha >= 0 && !Object.is(alpha, -0) ? -size : size;
  for (let i = 1; i < x.length; i++) vector[i] = x[i] / (alpha - beta);
  return { tau: (beta - alpha) / beta, beta, vector };
}

/** A block of a matrix: its rows and columns from an offset. */
export interface Block {
  readonly width: number;
  readonly rowStart: number;
  readonly columnStart: number;
  readonly columnEnd: number;
}

/** Applies a reflection from the left to rows `rowStart…` of a matrix with `width` columns. */
export function reflectRows(matrix: Float64Array, { tau, vector }: Reflection, block: Block): void {
  if (tau === 0) return;
  const { width, rowStart, columnStart, columnEnd } = block;
  spent(vector.length * Math.max(0, columnEnd - columnStart));
  for (let c = columnStart; c < columnEnd; c++) {
    let sum = 0;
    for (let i = 0; i < vector.length; i++) sum += vector[i] * matrix[(rowStart + i) * width + c];
    sum *= tau;
    for (let i = 0; i < vector.length; i++) matrix[(rowStart + i) * width + c] -= sum * vector[i];
  }
}

/** Applies a reflection from the right to columns `columnStart…` of `rows` rows. */
export function reflectColumns(
  matrix: Float64Array,
  { tau, vector }: Reflection,
  { width, columnStart }: Pick<Block, 'width' | 'columnStart'>,
): void {
  if (tau === 0) return;
  spent(matrix.length);
  for (let r = 0; r < matrix.length / width; r++) {
    const at = r * width + columnStart;
    let sum = 0;
    for (let i = 0; i < vector.length; i++) sum += vector[i] * matrix[at + i];
    sum *= tau;
    for (let i = 0; i < vector.length; i++) matrix[at + i] -= sum * vector[i];
  }
}

export interface OrthogonalFactors {
  /** m by k. */
  readonly q: Float64Array;
  /** The matrix with R on and above the diagonal and the vectors below. */
  readonly packed: Float64Array;
  readonly tau: Float64Array;
}

/** QR of an m by n matrix; `columns` of Q are made. */
export function orthogonalFactors(
  matrix: Float64Array,
  ...[m, n, columns]: [number, number, number]
): OrthogonalFactors {
  const packed = matrix.slice();
  const count = Math.min(m, n);
  const reflections: Reflection[] = [];
  for (let j = 0; j < count; j++) {
    const column = Float64Array.from({ length: m - j }, (_, i) => packed[(j + i) * n + j]);
    const reflection = reflectionOf(column);
    reflections.push(reflection);
    reflectRows(packed, reflection, { width: n, rowStart: j, columnStart: j + 1, columnEnd: n });
    packed[j * n + j] = reflection.beta;
    for (let i = 1; i < m - j; i++) packed[(j + i) * n + j] = reflection.vector[i];
  }
  const q = new Float64Array(m * columns);
  for (let i = 0; i < Math.min(m, columns); i++) q[i * columns + i] = 1;
  for (let j = count - 1; j >= 0; j--)
    reflectRows(q, reflections[j], { width: columns, rowStart: j, columnStart: 0, columnEnd: columns });
  return { q, packed, tau: Float64Array.from(reflections, (each) => each.tau) };
}

/**
 * Names that a module of PyTensor still has, but whose home is another one: they warn at every use. `__getattr__` of `graph/basic.py`,
 * `tensor/slinalg.py` and `tensor/nlinalg.py` (3.0.7 and 3.3.8 alike).
 */
import type { PerLibrary } from '../../../../graph/dialects.ts';
import { words } from './moduleNames.ts';

export interface MovedNames {
  readonly names: () => ReadonlySet<string>;
  /** The path of the other module. */
  readonly home: string;
  readonly category: 'FutureWarning' | 'DeprecationWarning';
  readonly message: (name: string) => string;
}

const linearAlgebra = (module: string, names: string): MovedNames => ({
  names: words(names),
  home: 'tensor.linalg',
  category: 'DeprecationWarning',
  message: (name) =>
    `Importing '${name}' from 'pytensor.tensor.${module}' is deprecated. Use 'from pytensor.tensor.linalg import ${name}' instead. Imports from ${module} will be removed in PyTensor 3.0.`,
});

const none: ReadonlyMap<string, MovedNames> = new Map();

/** By the path of the old module. */
export const movedNames: PerLibrary<ReadonlyMap<string, MovedNames>> = {
  theano: none,
  aesara: none,
  pytensor: new Map([
    [
      'graph.basic',
      {
        names: words(`
          walk ancestors graph_inputs explicit_graph_inputs vars_between applys_between apply_depends_on
          truncated_graph_inputs general_toposort io_toposort get_var_by_name
        `),
        home: 'graph.traversal',
        category: 'FutureWarning',
        message: (name: string) =>
          `\`pytensor.graph.basic.${name}\` was moved to \`pytensor.graph.traversal.${name}\`. Calling it from the old location will fail in a future release.`,
      },
    ],
    [
      'tensor.slinalg',
      linearAlgebra(
        'slinalg',
        `
          BaseBlockDiagonal BlockDiagonal Cholesky CholeskySolve Eigvalsh Expm LU LUFactor PivotToPermutations QR QZ
          Schur Solve SolveBase SolveTriangular block_diag cho_solve cholesky eigvalsh expm lu lu_factor lu_solve ordqz
          pivot_to_permutation qr qz schur solve solve_continuous_lyapunov solve_discrete_are
          solve_discrete_lyapunov solve_sylvester solve_triangular
        `,
      ),
    ],
    [
      'tensor.nlinalg',
      linearAlgebra(
        'nlinalg',
        `
          Det Eig Eigh KroneckerProduct Lstsq MatrixInverse MatrixPinv SLogDet SVD TensorInv TensorSolve det eig eigh
          inv kron lstsq matrix_dot matrix_inverse matrix_power norm pinv slogdet svd tensorinv tensorsolve trace
        `,
      ),
    ],
  ]),
};

/** LU factors of PyTensor's `linalg`, and solutions by them, bound to Python. */
import { int64Constant } from '../../../graph/constants.ts';
import { matrixFunction } from '../../../graph/ops/matrixFunction.ts';
import { matrixTransposed } from '../../../graph/ops/products.ts';
import { taken } from '../../../graph/ops/rearranging.ts';
import { argsortEntry, ordered } from '../../../graph/ops/sorting.ts';
import type { GraphContext, Variable } from '../../../graph/variable.ts';
import { notSupported, raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { isTrue } from '../../protocols/comparison.ts';
import { PyList, PyTuple, type Value } from '../../values.ts';
import { asVariable, integerArgument } from './convert.ts';

type Missing = Value | undefined;
type Body = (...args: (Value | undefined)[]) => Value;

const flag = (value: Missing): boolean => value !== undefined && value !== null && isTrue(value);

/** Functions of the modules of linear algebra. */
export function factorFunctions(context: GraphContext): Readonly<Record<string, Body>> {
  const tensor = (value: Missing): Variable => asVariable(context, value!);
  return {
    'lu(a, permute_l?, check_finite?, p_indices?, overwrite_a?)': (a, inside, _finite, indices) => {
      if (flag(inside) && flag(indices))
        return raiseValueError('Only one of permute_l and p_indices can be True');
      const rowOrder = flag(inside) ? 'inside' : flag(indices) ? 'indices' : 'matrix';
      return new PyList(matrixFunction('lu', [tensor(a)], { rowOrder }));
    },
    'lu_factor(a, *, check_finite?, overwrite_a?)': (a) =>
      new PyList(matrixFunction('luFactor', [tensor(a)])),
    'pivot_to_permutation(p, inverse?)': (pivots, inverse) =>
      matrixFunction('pivotOrder', [tensor(pivots)], { isInverse: flag(inverse) })[0]!,
    'lu_solve(LU_and_pivots, b, trans?, b_ndim?, check_finite?, overwrite_b?)': (pair, b, trans, ndim) => {
      if (!(pair instanceof PyTuple || pair instanceof PyList) || pair.items.length !== 2)
        return raiseTypeError('cannot unpack non-iterable object');
      const [factors, pivots] = pair.items.map(tensor) as [Variable, Variable];
      const side = tensor(b);
      const own =
        ndim === undefined || ndim === null ? Math.min(side.ndim, 2) : integerArgument(ndim, 'b_ndim');
      if (factors.ndim !== 2 || side.ndim !== own) return notSupported('lu_solve of stacks of matrices');
      return solvedByFactors([factors, pivots], side, { isTurned: flag(trans) });
    },
  };
}

function solvedByFactors(
  [factors, pivots]: readonly [Variable, Variable],
  side: Variable,
  { isTurned }: { readonly isTurned: boolean },
): Variable {
  const order = matrixFunction('pivotOrder', [pivots], { isInverse: true })[0]!;
  const matrix = isTurned ? matrixTransposed(factors) : factors;
  const solve = (b: Variable, options: { lower: boolean; unit: boolean }): Variable =>
    matrixFunction('solveTriangular', [matrix, b], { ...options, sideNdim: side.ndim })[0]!;
  if (!isTurned)
    return solve(solve(taken(side, order, 0), { lower: true, unit: true }), { lower: false, unit: false });
  const found = solve(solve(side, { lower: true, unit: false }), { lower: false, unit: true });
  return taken(
    found,
    ordered(argsortEntry, order, { axis: int64Constant(order.context, -1), algorithm: 'quicksort' }),
    0,
  );
}

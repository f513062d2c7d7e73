/** Products of tensors, bound to Python: dot and its relatives, einsum. */

import { fillText } from '../../../graph/dialects/fillText.ts';
import { withAxis } from '../../../graph/ops/arranging.ts';
import { einsum } from '../../../graph/ops/einsum.ts';
import { castTo } from '../../../graph/ops/elemwise.ts';
import { squeezed } from '../../../graph/ops/math.ts';
import {
  batchedDot,
  dotProduct,
  kroneckerProduct,
  matmulOf,
  matvec,
  outerProduct,
  type TensordotAxes,
  tensordot,
  tensordotAsDot,
  vecdot,
  vecmat,
} from '../../../graph/ops/products.ts';
import type { GraphContext, Variable } from '../../../graph/variable.ts';
import { normalizeAxis } from '../../../tensor/shape.ts';
import { raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { str } from '../../protocols/text.ts';
import { asText } from '../../types/textValues.ts';
import { PyList, PyTuple, type Value } from '../../values.ts';
import { asVariable, integerArgument, optionalDType } from './convert.ts';

type Missing = Value | undefined;
type Body = (...args: (Value | undefined)[]) => Value;

/** Functions of the tensor module. */
export function productFunctions(context: GraphContext): Readonly<Record<string, Body>> {
  const tensor = (value: Missing): Variable => asVariable(context, value!);
  const typed = (made: Variable, dtype: Missing): Variable =>
    castTo(made, optionalDType(context, dtype) ?? made.dtype);
  return {
    'dot(l, r)': (a, b) => dotProduct(tensor(a), tensor(b)),
    'outer(x, y)': (a, b) => outerProduct(tensor(a), tensor(b)),
    'tensordot(a, b, axes?)': (a, b, axes) => tensordot(tensor(a), tensor(b), axesOfTensordot(context, axes)),
    'batched_dot(a, b)': (a, b) => stackedDot(tensor(a), tensor(b)),
    'batched_tensordot(x, y, axes?)': (x, y, axes) => {
      warnDeprecated(context, 'batched_tensordot', 'tensordot` in conjuction');
      const [a, b] = [tensor(x), tensor(y)];
      return tensordotAsDot(a, b, {
        axes: batchedAxes(a, b, axesOfTensordot(context, axes)),
        isBatched: true,
      });
    },
    'matmul(x1, x2, dtype?)': (a, b, dtype) => typed(matmulOf(tensor(a), tensor(b)), dtype),
    'matvec(x1, x2, dtype?)': (a, b, dtype) => typed(matvec(tensor(a), tensor(b)), dtype),
    'vecmat(x1, x2, dtype?)': (a, b, dtype) => typed(vecmat(tensor(a), tensor(b)), dtype),
    'vecdot(x1, x2, dtype?)': (a, b, dtype) => typed(vecdot(tensor(a), tensor(b)), dtype),
    'kron(a, b)': (a, b) => kroneckerProduct(tensor(a), tensor(b)),
    'einsum(subscripts, *operands, optimize?)': (subscripts, operands) =>
      einsum(
        asText(subscripts!) ?? raiseTypeError('subscripts must be a string'),
        (operands as unknown as Value[]).map(tensor),
      ),
  };
}

/** The number of axes, or the axes of each operand: a number there means one axis. */
function axesOfTensordot({ dialect }: GraphContext, axes: Missing): TensordotAxes {
  if (axes === undefined) return 2;
  if (!(axes instanceof PyList || axes instanceof PyTuple)) return integerArgument(axes, 'axes');
  if (axes.items.length !== 2) {
    return raiseValueError(fillText(dialect.tensordotAxes, str(axes)));
  }
  const [left, right] = axes.items.map((side) =>
    side instanceof PyList || side instanceof PyTuple
      ? side.items.map((axis) => integerArgument(axis, 'axis'))
      : [integerArgument(side, 'axis')],
  );
  return [left!, right!];
}

function batchedAxes(a: Variable, b: Variable, axes: TensordotAxes): TensordotAxes {
  if (a.context.dialect.batchedAxes === 'ofWhole') return axes;
  const lists =
    typeof axes === 'number'
      ? [Array.from({ length: axes }, (_, i) => i - axes), Array.from({ length: axes }, (_, i) => i)]
      : axes.map((list, i) => list.map((axis) => normalizeAxis(axis, [a, b][i]!.ndim) - 1));
  const [left, right] = lists.map((list, i) =>
    list.map((axis) => normalizeAxis(axis, [a, b][i]!.ndim - 1) + 1),
  );
  return [left!, right!];
}

function warnDeprecated(context: GraphContext, name: string, instead: string): void {
  if (context.dialect.batchedProducts === 'current') return;
  context.warn(
    'FutureWarning',
    `${name} is deprecated. Use \`${instead} with \`tensor.vectorize\` or \`graph.replace.vectorize_graph\``,
  );
}

/** `batched_dot(a, b)`. */
function stackedDot(a: Variable, b: Variable): Variable {
  warnDeprecated(a.context, 'batched_dot', 'dot` in conjunction');
  const isOp = a.context.dialect.batchedDotBy === 'op';
  if (isOp || a.ndim < 2 || b.ndim < 2 || a.ndim > 3 || b.ndim > 3) return batchedDot(a, b);
  const product = matmulOf(a.ndim === 2 ? withAxis(a, 1) : a, b.ndim === 2 ? withAxis(b, 2) : b);
  const rows = a.ndim === 2 ? squeezed(product, [1]) : product;
  return b.ndim === 2 ? squeezed(rows, [-1]) : rows;
}

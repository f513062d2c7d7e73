/** `norm` of vectors and matrices: `nlinalg.norm` of the classic libraries and PyTensor's `linalg.norm`. */
import { int64Constant, integerConstant } from '../../../graph/constants.ts';
import { movedAxes, withAxes } from '../../../graph/ops/arranging.ts';
import { dimShuffle } from '../../../graph/ops/dimShuffle.ts';
import { elemwise } from '../../../graph/ops/elemwise.ts';
import { lengthOf, reduced, squeezed } from '../../../graph/ops/math.ts';
import { matrixFunction } from '../../../graph/ops/matrixFunction.ts';
import { matmulOf } from '../../../graph/ops/products.ts';
import { makeVector, reshaped } from '../../../graph/ops/shapes.ts';
import type { Variable } from '../../../graph/variable.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import type { Reduction } from '../../../tensor/reduce.ts';
import { normalizeAxis } from '../../../tensor/shape.ts';
import { raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { repr } from '../../protocols/text.ts';
import { asText } from '../../types/textValues.ts';
import { PyFloat, PyTuple, type Value } from '../../values.ts';
import { asVariable, integerArgument } from './convert.ts';

export interface NormArguments {
  readonly order: Value | undefined;
  readonly axis: Value | undefined;
  readonly keepsAxes: boolean;
}

/** The order of a norm: a word, a number, or null for the usual one. */
type Order = string | number | null;

function orderOf(value: Value | undefined): Order {
  if (value === undefined || value === null) return null;
  const text = asText(value);
  if (text !== null) return text;
  const size = value instanceof PyFloat ? value.value : integerArgument(value, 'ord');
  if (size === Number.POSITIVE_INFINITY) return 'inf';
  return size === Number.NEGATIVE_INFINITY ? '-inf' : size;
}

const absolute = (x: Variable): Variable => elemwise('abs_', x);

/** `norm(x, ord, axis, keepdims)`. */
export function matrixNorm(x: Variable, given: NormArguments): Variable {
  const order = orderOf(given.order);
  return x.context.dialect.matrixNorms === 'numpy'
    ? newNorm(x, order, given)
    : classicNorm(x, order, given.order);
}

const over = (name: Reduction, x: Variable, axis: readonly number[] | null): Variable =>
  reduced(name, x, { axis, keepsAxes: false, dtype: null });

/** The norms of Theano's and Aesara's `nlinalg`. */
function classicNorm(x: Variable, order: Order, given: Value | undefined): Variable {
  if (x.ndim === 0) return raiseValueError("'axis' entry is out of bounds.");
  const { context } = x;
  const power = (base: Variable, exponent: Variable): Variable => elemwise('pow', base, exponent);
  const two = integerConstant(context, 2);
  const half = asVariable(context, new PyFloat(0.5));
  if (x.ndim === 1) {
    if (order === null) return power(over('sum', power(x, two), null), half);
    if (order === 'inf') return over('max', absolute(x), null);
    if (order === '-inf') return over('min', absolute(x), null);
    if (order === 0) {
      return over('sum', elemwise('neq', x, integerConstant(context, 0)), null);
    }
    if (typeof order === 'string') return raiseValueError('Invalid norm order for vectors.');
    const root = asVariable(context, new PyFloat(1 / order));
    return power(over('sum', absolute(power(x, asVariable(context, given!))), null), root);
  }
  if (x.ndim > 2) throw new EngineError('NotImplementedError', "We don't support norm with ndim > 2");
  if (order === null || order === 'fro') return power(over('sum', absolute(power(x, two)), null), half);
  if (order === 'inf') return over('max', over('sum', absolute(x), [1]), null);
  if (order === '-inf') return over('min', over('sum', absolute(x), [1]), null);
  if (order === 1) return over('max', over('sum', absolute(x), [0]), null);
  if (order === -1) return over('min', over('sum', absolute(x), [0]), null);
  throw new EngineError('ValueError', 0);
}

const isFrobenius = (order: Order): boolean => order === 'fro' || order === 'f';

function newNorm(x: Variable, order: Order, given: NormArguments): Variable {
  const core = Math.min(2, x.ndim);
  const isUsual = order === null || (isFrobenius(order) && core === 2) || (order === 2 && core === 1);
  if (given.axis === undefined || given.axis === null) {
    if (isUsual) return euclidean(x, core, { keepsAxes: given.keepsAxes });
    return normOver(x, order, { axes: [...Array(core).keys()], core, given });
  }
  const axes =
    given.axis instanceof PyTuple
      ? given.axis.items.map((axis) => integerArgument(axis, 'axis'))
      : [integerArgument(given.axis, 'axis')];
  return normOver(x, order, { axes, core, given });
}

/** The root of the product of the flattened last axes with themselves. */
function euclidean(x: Variable, core: number, { keepsAxes }: { readonly keepsAxes: boolean }): Variable {
  const { context } = x;
  const batch = x.ndim - core;
  const lengths = Array.from({ length: batch }, (_, axis) => lengthOf(x, axis));
  const shape = [
    ...lengths,
    int64Constant(context, -1),
    ...new Array<Variable>(core - 1).fill(int64Constant(context, 1)),
  ];
  const column = reshaped(x, makeVector(context, shape, 'int64'), batch + core);
  const order = [...Array(batch).keys(), ...Array.from({ length: core }, (_, i) => batch + core - 1 - i)];
  const found = squeezed(elemwise('sqrt', matmulOf(dimShuffle(column, order), column)), null);
  if (!keepsAxes) return found;
  return dimShuffle(found, [...found.type.shape.keys(), ...new Array<'x'>(core).fill('x')]);
}

interface NormAxes {
  readonly axes: readonly number[];
  readonly core: number;
  readonly given: NormArguments;
}

function normOver(x: Variable, order: Order, { axes, core, given }: NormAxes): Variable {
  if (axes.length === 1) return vectorNorm(x, order, { axes, core, given });
  if (axes.length === 2) {
    const batch = x.ndim - core;
    const [row, column] = axes.map((axis) => batch + normalizeAxis(axis, core)) as [number, number];
    const found = normOfMatrices(x, order, [row, column], given.order);
    return given.keepsAxes ? withAxes(found, [row, column]) : found;
  }
  return raiseValueError(
    `Cannot compute norm when core_dims < 1 or core_dims > 3, found: core_dims = ${core}`,
  );
}

function vectorNorm(x: Variable, order: Order, { axes, core, given }: NormAxes): Variable {
  const { context } = x;
  const along = (name: Reduction, part: Variable): Variable =>
    reduced(name, part, { axis: axes, keepsAxes: given.keepsAxes, dtype: null });
  if ((order === null || isFrobenius(order)) && core === 2)
    return elemwise('sqrt', along('sum', elemwise('mul', x, x)));
  if (order === 'inf') return along('max', absolute(x));
  if (order === '-inf') return along('min', absolute(x));
  if (order === 0) return along('sum', elemwise('neq', x, integerConstant(context, 0)));
  if (order === 1) return along('sum', absolute(x));
  if (typeof order === 'string') return raiseValueError(`Invalid norm order '${order}' for vectors`);
  if (order === null)
    return raiseTypeError("unsupported operand type(s) for ** or pow(): 'TensorVariable' and 'NoneType'");
  const exponent = asVariable(context, given.order!);
  const sum = along('sum', elemwise('pow', absolute(x), exponent));
  return elemwise('pow', sum, elemwise('inv', exponent));
}

function normOfMatrices(
  x: Variable,
  order: Order,
  [row, column]: readonly [number, number],
  given: Value | undefined,
): Variable {
  const twice = (outer: Reduction, [inner, rest]: readonly [number, number]): Variable =>
    over(outer, over('sum', absolute(x), [inner]), [rest > inner ? rest - 1 : rest]);
  const bySingularValues = (name: Reduction): Variable => {
    const values = matrixFunction('singularValues', [movedAxes(x, [row, column], [-2, -1])], {
      full: true,
    })[0]!;
    return over(name, values, [values.ndim - 1]);
  };
  switch (order) {
    case null:
    case 'fro':
    case 'f':
      return elemwise('sqrt', over('sum', elemwise('mul', x, x), [row, column]));
    case 'inf':
      return twice('max', [column, row]);
    case '-inf':
      return twice('min', [column, row]);
    case 1:
      return twice('max', [row, column]);
    case -1:
      return twice('min', [row, column]);
    case 2:
      return bySingularValues('max');
    case -2:
      return bySingularValues('min');
    case 'nuc':
      return bySingularValues('sum');
    default:
      return raiseValueError(
        `Invalid norm order for matrices: ${typeof order === 'string' ? order : repr(given!)}`,
      );
  }
}

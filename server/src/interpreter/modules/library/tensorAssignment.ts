/** `set_subtensor` and `inc_subtensor`. */
import { castTo } from '../../../graph/ops/elemwise.ts';
import {
  type IncSubtensorParams,
  incSubtensor,
  type SymbolicIndex,
  valuesAsGiven,
} from '../../../graph/ops/subtensor.ts';
import { Constant, type GraphContext, Variable } from '../../../graph/variable.ts';
import { type DType, isFloat } from '../../../tensor/dtype.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import { cast } from '../../../tensor/ndarray.ts';
import { notSupported, raiseTypeError } from '../../exceptions.ts';
import type { Value } from '../../values.ts';
import { asVariable } from './convert.ts';

type Body = (...args: (Value | undefined)[]) => Value;

/** Adds both to a module. */
export function defineAssignment(
  context: GraphContext,
  define: (signature: string, body: Body) => void,
): void {
  for (const [name, mode] of [
    ['set_subtensor', 'set'],
    ['inc_subtensor', 'inc'],
  ] as const) {
    define(`${name}(x, y, inplace?, tolerate_inplace_aliasing?)`, (x, y) =>
      assignPart(x!, asVariable(context, y!), mode),
    );
  }
}

/** `x` has to be a part of a tensor: the op that took it tells which one. */
export function assignPart(x: Value, value: Variable, mode: 'set' | 'inc'): Variable {
  if (!(x instanceof Variable)) return raiseTypeError('x must be the result of a subtensor operation');
  const { owner } = x;
  if (owner?.op.entry.kind === 'dimShuffle') return notSupported('set_subtensor of a part with new axes');
  if (owner?.op.entry.kind !== 'subtensor') {
    throw new EngineError('TypeError', 'x must be the result of a subtensor operation');
  }
  const [whole, ...bounds] = owner.inputs;
  const { pattern } = owner.op.params as Pick<IncSubtensorParams, 'pattern'>;
  let next = 0;
  const take = (has: boolean): Variable | null => (has ? bounds[next++]! : null);
  const indices = pattern.map((item): SymbolicIndex => {
    if (item.kind !== 'slice') return { kind: item.kind, value: bounds[next++]! };
    return { kind: 'slice', start: take(item.start), stop: take(item.stop), step: take(item.step) };
  });
  return incSubtensor(whole!, inType(value, valueType(whole!, value, mode)), { indices, mode });
}

function inType(value: Variable, dtype: DType): Variable {
  if (value.dtype === dtype) return value;
  const written =
    value instanceof Constant ? new Constant(value.context, cast(value.value, dtype)) : castTo(value, dtype);
  valuesAsGiven.set(written, value);
  return written;
}

/** The value takes the tensor's type, as the assignment of arrays does it; integers do not add up floats. */
function valueType(whole: Variable, value: Variable, mode: 'set' | 'inc'): DType {
  if (mode === 'set' || isFloat(whole.dtype) || !isFloat(value.dtype)) return whole.dtype;
  throw new EngineError(
    'TypeError',
    `Trying to increment a tensor of dtype ${whole.dtype} with a value of dtype ${value.dtype}; it would lose precision.`,
  );
}

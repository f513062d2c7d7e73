/** take, repeat, roll, diag, swapaxes, stacklists, ifelse, and PyTensor's `x[…].set(y)`, bound to Python. */
import { elemwise } from '../../../graph/ops/elemwise.ts';
import { reduced, stacked } from '../../../graph/ops/math.ts';
import { diagonal, ifElse, repeated, rolled, swapped, taken } from '../../../graph/ops/rearranging.ts';
import type { GraphContext, Variable } from '../../../graph/variable.ts';
import { notSupported, raiseValueError } from '../../exceptions.ts';
import { builtin, type NativeBody } from '../../signature.ts';
import { type PyBuiltin, PyList, PyTuple, type Value } from '../../values.ts';
import { asVariable, axesArgument, integerArgument } from './convert.ts';
import { assignPart } from './tensorAssignment.ts';
import type { TensorBody } from './tensorMethods.ts';

type Missing = Value | undefined;

const optionalAxis = (axis: Missing): number | null =>
  axis === undefined || axis === null ? null : integerArgument(axis, 'axis');

/** Functions that are methods as well, by signature without the variable. */
export const rearrangingMethods: Readonly<Record<string, TensorBody>> = {
  'take(indices, axis?, mode?)': (input, indices: Value, axis: Missing) =>
    taken(input, asVariable(input.context, indices), optionalAxis(axis)),
  'repeat(repeats, axis?)': (input, count: Value, axis: Missing) =>
    repeatedOf(input, asVariable(input.context, count), optionalAxis(axis)),
  'swapaxes(axis1, axis2)': (input, first: Value, second: Value) =>
    swapped(input, integerArgument(first, 'axis1'), integerArgument(second, 'axis2')),
  'ptp(axis?)': (input, axis: Missing) => {
    const options = { axis: axesArgument(axis), keepsAxes: false, dtype: null };
    return elemwise('sub', reduced('max', input, options), reduced('min', input, options));
  },
};

function repeatedOf(input: Variable, count: Variable, axis: number | null): Variable {
  if (count.ndim === 0) return repeated(input, count, axis);
  return notSupported('repeat with a vector of counts');
}

/** Functions of the tensor module. */
export function rearrangingNames(context: GraphContext): ReadonlyMap<string, Value> {
  const tensor = (value: Value): Variable => asVariable(context, value);
  return new Map<string, Value>([
    ['diag', builtin('diag(x)', ((x: Value) => diagonal(tensor(x))) as NativeBody)],
    [
      'roll',
      builtin('roll(x, shift, axis?)', ((x: Value, shift: Value, axis: Missing) =>
        rolled(tensor(x), tensor(shift), optionalAxis(axis))) as NativeBody),
    ],
    ['stacklists', builtin('stacklists(arg)', ((arg: Value) => stackLists(context, arg)) as NativeBody)],
  ]);
}

function stackLists(context: GraphContext, arg: Value): Variable {
  if (!(arg instanceof PyList || arg instanceof PyTuple)) return asVariable(context, arg);
  return stacked(
    arg.items.map((item) => stackLists(context, item)),
    0,
  );
}

/** `ifelse(condition, then, otherwise)`: one pair of values, or two lists of the same length. */
export const ifElseFunction = (context: GraphContext): PyBuiltin =>
  builtin('ifelse(condition, then_branch, else_branch, name?)', ((
    condition: Value,
    then: Value,
    otherwise: Value,
  ) => {
    const test = asVariable(context, condition);
    const branches = [then, otherwise].map((branch) =>
      branch instanceof PyList || branch instanceof PyTuple ? branch.items : null,
    );
    const [first, second] = branches;
    if (!first || !second) return ifElse(test, asVariable(context, then), asVariable(context, otherwise));
    if (first.length !== second.length) {
      return raiseValueError(
        'The number of values on the `then` branch should have the same number of variables as the `else` branch',
      );
    }
    const chosen = first.map((value, i) =>
      ifElse(test, asVariable(context, value), asVariable(context, second[i]!)),
    );
    return new PyList(chosen);
  }) as NativeBody);

/** PyTensor's `x[…].set(y)` and `.inc(y)`; `undefined` for other names and libraries. */
export function partMethod(self: Variable, name: string): Value | undefined {
  if (self.context.dialect.opText !== 'pytensor' || (name !== 'set' && name !== 'inc')) return undefined;
  return builtin(`${name}(y)`, ((y: Value) =>
    assignPart(self, asVariable(self.context, y), name)) as NativeBody);
}

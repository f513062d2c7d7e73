/** `x[…]` on symbolic variables: Python's index becomes the engine's, new axes are put in afterwards. */
import { int64Constant } from '../../../graph/constants.ts';
import { dimShuffle } from '../../../graph/ops/dimShuffle.ts';
import { nonzeroEntry, type SymbolicIndex, subtensor } from '../../../graph/ops/subtensor.ts';
import { apply, Constant, type GraphContext, Variable } from '../../../graph/variable.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import { NDArray } from '../../../tensor/ndarray.ts';
import { notSupported } from '../../exceptions.ts';
import { tryIndex } from '../../protocols/items.ts';
import { Ellipsis, PyList, PySlice, PyTuple, type Value } from '../../values.ts';
import { NumpyScalar } from '../numpy/numpyScalar.ts';
import { asVariable } from './convert.ts';

export interface IndexPlan {
  readonly indices: readonly SymbolicIndex[];
  /** Positions of new axes in the result. */
  readonly newAxes: readonly number[];
}

/** Reads a Python index for a variable. */
export function readIndex(variable: Variable, index: Value): IndexPlan {
  const items = expandEllipsis(variable, index instanceof PyTuple ? index.items : [index]);
  const indices: SymbolicIndex[] = [];
  const newAxes: number[] = [];
  let resultAxis = 0;
  for (const item of items) {
    if (item === null) newAxes.push(resultAxis++);
    else {
      const read = readItem(variable.context, item);
      indices.push(...read);
      resultAxis += read.filter((each) => each.kind === 'slice').length;
    }
  }
  const hasArrays = indices.some((each) => each.kind === 'array');
  if (hasArrays && newAxes.length > 0) return notSupported('new axes together with index arrays');
  return { indices, newAxes };
}

/** `variable[index]`. */
export function indexVariable(variable: Variable, index: Value): Variable {
  const { indices, newAxes } = readIndex(variable, index);
  if (indices.filter((each) => each.kind !== 'slice' || !isFull(each)).length === 0 && newAxes.length === 0) {
    if (indices.length > variable.ndim) throw new EngineError('IndexError', 'too many indices for array');
    if (index instanceof PyTuple && index.items.length === 0) return variable;
  }
  const part = indices.length === 0 ? variable : subtensor(variable, indices);
  if (newAxes.length === 0) return part;
  const order: (number | 'x')[] = [...part.type.shape.keys()];
  for (const axis of newAxes) order.splice(axis, 0, 'x');
  return dimShuffle(part, order);
}

const isFull = (index: SymbolicIndex): boolean =>
  index.kind === 'slice' && index.start === null && index.stop === null && index.step === null;

function expandEllipsis(variable: Variable, items: readonly Value[]): Value[] {
  const at = items.indexOf(Ellipsis);
  if (at < 0) return [...items];
  const used = items.filter((item) => item !== null && item !== Ellipsis).length;
  const full = new Array<Value>(Math.max(0, variable.ndim - used)).fill(new PySlice(null, null, null));
  return [...items.slice(0, at), ...full, ...items.slice(at + 1)];
}

function readItem(context: GraphContext, item: Value): SymbolicIndex[] {
  if (item instanceof PySlice) {
    const bound = (value: Value): Variable | null => (value === null ? null : boundVariable(context, value));
    return [{ kind: 'slice', start: bound(item.start), stop: bound(item.stop), step: bound(item.step) }];
  }
  if (item instanceof PyList || (item instanceof NDArray && item.ndim > 0))
    return arrayIndex(asVariable(context, item));
  if (item instanceof Variable && (item.ndim > 0 || item.dtype === 'bool')) return arrayIndex(item);
  return [{ kind: 'integer', value: boundVariable(context, item) }];
}

/** A mask stands for the positions of its true elements. */
function arrayIndex(array: Variable): SymbolicIndex[] {
  if (array.dtype !== 'bool') return [{ kind: 'array', value: array }];
  if (array.ndim === 0) return notSupported('an index that is a single boolean');
  return apply(nonzeroEntry, {}, [array]).map((positions) => ({ kind: 'array', value: positions }));
}

function boundVariable(context: GraphContext, value: Value): Variable {
  if (value instanceof Variable) return value;
  if (typeof value === 'boolean') return notSupported('an index that is a single boolean');
  const integer = value instanceof NumpyScalar ? tryIndex(value) : tryIndex(value);
  if (integer !== undefined) return int64Constant(context, integer);
  if (value instanceof NDArray && value.ndim === 0) return new Constant(context, value.copy());
  throw new EngineError('TypeError', 'Expected an integer');
}

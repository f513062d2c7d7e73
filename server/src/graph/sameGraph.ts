/** Whether two ops, or two graphs, do the same: `is_same_graph` and `equal_computations` of the libraries. */
import { NDArray, sameValue } from '../tensor/ndarray.ts';
import { ProgramOp } from './ops/programOp.ts';
import { sameType } from './tensorType.ts';
import { Constant, type InnerGraph, type Op, Variable } from './variable.ts';

/** True for ops of one kind with equal parameters. */
export const sameOp = (a: Op, b: Op): boolean =>
  a === b || (a.entry === b.entry && sameParams(a.params, b.params));

function sameParams(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (a instanceof Variable || b instanceof Variable) return false;
  if (a instanceof NDArray || b instanceof NDArray)
    return a instanceof NDArray && b instanceof NDArray && a.dtype === b.dtype && sameValue(a, b);
  if (a instanceof ProgramOp && b instanceof ProgramOp) return a.equals(b);
  if (isInnerGraph(a) && isInnerGraph(b)) return sameInner(a, b);
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return left.length === right.size && left.every(([key, value]) => sameParams(value, right.get(key)));
}

const isInnerGraph = (value: object): value is InnerGraph =>
  Array.isArray((value as Partial<InnerGraph>).inputs) &&
  Array.isArray((value as Partial<InnerGraph>).outputs);

const sameInner = (a: InnerGraph, b: InnerGraph): boolean =>
  a.inputs.length === b.inputs.length &&
  sameGraphs(
    a.outputs,
    b.outputs,
    a.inputs.map((input, i) => [input, b.inputs[i]]),
  );

/** True when the graphs of two lists of variables do the same; variables that nobody made have to be the same or `paired`. */
export function sameGraphs(
  left: readonly Variable[],
  right: readonly Variable[],
  paired: readonly (readonly [Variable, Variable])[] = [],
): boolean {
  if (left.length !== right.length) return false;
  const equal = new Map<Variable, Variable>(paired);
  const work = left.map((variable, i) => [variable, right[i]] as const);
  for (let pair = work.pop(); pair !== undefined; pair = work.pop()) {
    const [a, b] = pair;
    const known = equal.get(a);
    if (known === b) continue;
    if (known !== undefined && !(a instanceof Constant)) return false;
    if (!sameLeaf(a, b)) return false;
    equal.set(a, b);
    if (a === b || !a.owner || !b.owner) continue;
    for (const [i, input] of a.owner.inputs.entries()) work.push([input, b.owner.inputs[i]]);
  }
  return true;
}

function sameLeaf(a: Variable, b: Variable): boolean {
  if (a === b) return true;
  if (a instanceof Constant && b instanceof Constant)
    return sameType(a.type, b.type) && sameValue(a.value, b.value);
  return (
    a.owner !== null &&
    b.owner !== null &&
    a.index === b.index &&
    a.owner.inputs.length === b.owner.inputs.length &&
    sameOp(a.owner.op, b.owner.op)
  );
}

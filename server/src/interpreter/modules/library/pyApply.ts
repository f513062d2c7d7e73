/** An application as a Python object; what programs read of it is in opObjects.ts. */
import type { ProgramOpParams } from '../../../graph/ops/programOp.ts';
import type { Apply, GraphContext, Op } from '../../../graph/variable.ts';
import type { Value } from '../../values.ts';
import { PyOp } from './pyOp.ts';
import { PyScratchpad } from './scratchpad.ts';

/** One per application, so that `is` works. */
export class PyApply {
  readonly context: GraphContext;
  readonly apply: Apply;
  /** {@link PyOp}, or the program's own object. */
  readonly op: Value;
  readonly tag = new PyScratchpad();

  constructor(context: GraphContext, apply: Apply) {
    this.context = context;
    this.apply = apply;
    this.op = opOf(context, apply);
  }
}

const applies = new WeakMap<Apply, PyApply>();
const ops = new WeakMap<Op, PyOp>();

/** The object of an application. */
export function applyObject(context: GraphContext, apply: Apply): PyApply {
  const known = applies.get(apply);
  if (known) return known;
  const made = new PyApply(context, apply);
  applies.set(apply, made);
  return made;
}

function opOf(context: GraphContext, apply: Apply): Value {
  if (apply.op.entry.kind === 'programOp')
    return (apply.op.params as ProgramOpParams).program.object as Value;
  return ops.get(apply.op) ?? rememberOp(new PyOp(context, apply.op, apply));
}

/** The object that stands for its op from now on. */
export function rememberOp(made: PyOp): PyOp {
  ops.set(made.op, made);
  return made;
}

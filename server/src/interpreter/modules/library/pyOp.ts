/** An op as a Python object; what programs read of it is in opObjects.ts. */
import { printOp } from '../../../graph/graphText.ts';
import type { Apply, GraphContext, Op } from '../../../graph/variable.ts';

/** An op of one library, with an application of it where there is one: it says how the op prints. */
export class PyOp {
  readonly context: GraphContext;
  readonly op: Op;
  readonly sample: Apply | null;

  constructor(context: GraphContext, op: Op, sample: Apply | null) {
    this.context = context;
    this.op = op;
    this.sample = sample;
  }

  /** The op as the library prints it. */
  get text(): string {
    if (this.sample) return printOp(this.sample);
    return this.op.entry.print(this.op.params, this.context.dialect, 0, noApply);
  }
}

/** Ops that programs make print without an application. */
const noApply: Apply = { op: null as never, inputs: [], outputs: [] };

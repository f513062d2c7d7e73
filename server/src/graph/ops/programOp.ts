/**
 * An op that the program defines: a class derived from `Op`, or a function behind `as_op`. What it means is the program's own code, which
 * whoever made the op calls. What such a class may say is in Theano 1.0.5, `gof/op.py`; PyTensor 3.0.7, `graph/op.py`.
 */
import type { NDArray } from '../../tensor/ndarray.ts';
import type { Gradient } from '../gradient/gradientRule.ts';
import { sameType, type TensorType } from '../tensorType.ts';
import type { Apply, OpEntry, Variable } from '../variable.ts';

/** The program's code, called from the engine. Raises what the program raises. */
export abstract class ProgramOp {
  /** The types of the outputs for other inputs: `make_node`. */
  abstract infer(inputs: readonly Variable[]): readonly TensorType[];
  /** `perform`; neither inputs nor results are held by both sides. */
  abstract perform(inputs: readonly NDArray[], apply: Apply): readonly NDArray[];
  /** A gradient for every input: `L_op`, `pullback` or `grad`. */
  abstract pullback(apply: Apply, gradients: readonly (Variable | null)[]): readonly Gradient[];
  /** For each input which outputs depend on it, where the program says so. */
  abstract connections(apply: Apply): readonly (readonly boolean[])[] | null;
  /** `op == other`. */
  abstract equals(other: ProgramOp): boolean;
  abstract print(): string;
  /** The output that a call of the op gives: `default_output`. */
  abstract readonly defaultOutput: number | null;
  /** The program's object. */
  abstract readonly object: object;
}

export interface ProgramOpParams {
  readonly program: ProgramOp;
  /** The types that `make_node` was called with, and what it promised for them. */
  readonly inputTypes: readonly TensorType[];
  readonly outputTypes: readonly TensorType[];
}

export const programOpEntry: OpEntry<ProgramOpParams> = {
  kind: 'programOp',
  infer: ({ program, inputTypes, outputTypes }, inputs) =>
    inputs.length === inputTypes.length && inputs.every(({ type }, i) => sameType(type, inputTypes[i]))
      ? outputTypes
      : program.infer(inputs),
  evaluate: ({ program }, inputs, { host }, apply) => {
    host.refuseProgram?.(program.print());
    return program.perform(inputs, apply);
  },
  print: ({ program }, _, index) =>
    program.defaultOutput === index ? `${program.print()}.out` : program.print(),
};

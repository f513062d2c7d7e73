/** What the gradient rule of an op is given and gives. The rules are in the tables of this folder, by kind of op. */
import { printVariable } from '../printVariable.ts';
import type { Apply, OpEntry, Variable } from '../variable.ts';

/** A gradient that does not exist, and why: Theano's `NullType`. */
export class NullGradient {
  readonly reason: string;

  constructor(reason: string) {
    this.reason = reason;
  }
}

/** The gradient of one variable; null where the cost does not depend on it (`DisconnectedType`). */
export type Gradient = Variable | NullGradient | null;

/** What a rule of an op with an inner graph may ask for. */
export interface GradientTools {
  /** The gradients with respect to `wrt`, for the known ones of the keys of `seeds`. */
  backpropagate(seeds: ReadonlyMap<Variable, Gradient>, wrt: readonly Variable[]): readonly Gradient[];
  /** The variables on which a gradient from `root` can arrive, `root` itself among them. */
  reached(root: Variable): ReadonlySet<Variable>;
}

export interface GradientRule {
  /** For each input which outputs depend on it. Left out: all inputs reach all outputs. */
  readonly connections?: (made: Apply, tools: GradientTools) => readonly (readonly boolean[])[];
  /** Gradients with respect to the inputs, for those of the outputs: in the outputs' own float types. */
  readonly differentiate: (
    made: Apply,
    outputGradients: readonly (Variable | null)[],
    tools: GradientTools,
  ) => readonly Gradient[];
}

/** The parts of a rule with the parameters of its op in their own type. */
export interface TypedRule<P> {
  connections?(params: P, made: Apply, tools: GradientTools): readonly (readonly boolean[])[];
  differentiate(
    params: P,
    made: Apply,
    outputGradients: readonly (Variable | null)[],
    tools: GradientTools,
  ): readonly Gradient[];
}

/** A row of the table for the ops of `entry`. */
export function ruleFor<P>(_entry: OpEntry<P>, rule: TypedRule<NoInfer<P>>): GradientRule {
  const { connections } = rule;
  return {
    differentiate: (made, gradients, tools) =>
      rule.differentiate(made.op.params as P, made, gradients, tools),
    ...(connections ? { connections: (made, tools) => connections(made.op.params as P, made, tools) } : {}),
  };
}

/** Only the first `count` inputs reach the outputs: the others are lengths, indices or conditions. */
export const onlyFirst =
  (count: number) =>
  (_: unknown, made: Apply): boolean[][] =>
    made.inputs.map((_input, index) => made.outputs.map(() => index < count));

/** A gradient that the library's op refuses. */
export const undefinedGradient = (made: Apply, index: number, op: string, why: string): NullGradient =>
  new NullGradient(
    `This variable is Null because the grad method for input ${index} (${printVariable(made.inputs[index])}) of the ${op} op is ${made.inputs[index].context.dialect.undefinedGradient}. ${why}`,
  );

/** A gradient that the library's op does not have yet. */
export const notImplementedGradient = (made: Apply, index: number, op: string): NullGradient =>
  new NullGradient(
    `This variable is Null because the grad method for input ${index} (${made.inputs[index].name ?? `<${made.inputs[index].dtype}>`}) of the ${op} op is not implemented. `,
  );

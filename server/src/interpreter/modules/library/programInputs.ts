/** The inputs that a program made itself, as against those that the engine needs inside of graphs. */
import type { TensorType } from '../../../graph/tensorType.ts';
import { type GraphContext, Variable } from '../../../graph/variable.ts';

const made = new WeakSet<Variable>();

/** A new input: `T.dvector('x')`. */
export function programInput(context: GraphContext, type: TensorType, name: string | null): Variable {
  const variable = new Variable(context, type, { name });
  made.add(variable);
  return variable;
}

export const isOfProgram = (variable: Variable): boolean => made.has(variable);

/**
 * Gradients that have no value as Python objects: there is none, and why; or the cost does not depend on the variable. What
 * programs see of them is in placeholderTypes.ts.
 */
import { fillText } from '../../../graph/dialects/fillText.ts';
import { type Gradient, NullGradient } from '../../../graph/gradient/gradientRule.ts';
import { type GraphContext, Variable } from '../../../graph/variable.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import { raiseTypeError } from '../../exceptions.ts';
import type { Value } from '../../values.ts';

/** `NullType(why)` or `DisconnectedType()`. */
export class PlaceholderType {
  readonly context: GraphContext;
  /** Why there is no gradient; null where the cost does not depend on the variable. */
  readonly reason: string | null;
  constructor(context: GraphContext, reason: string | null) {
    this.context = context;
    this.reason = reason;
  }
}

export const placeholderName = ({ reason }: PlaceholderType): 'NullType' | 'DisconnectedType' =>
  reason === null ? 'DisconnectedType' : 'NullType';

/** A variable of such a type: nothing can be computed from it. */
export class PlaceholderVariable {
  readonly context: GraphContext;
  readonly type: PlaceholderType;
  readonly owner = null;
  readonly index = 0;
  name: string | null;
  constructor(type: PlaceholderType, name: string | null = null) {
    this.context = type.context;
    this.type = type;
    this.name = name;
  }
}

/** A gradient as a program gets it. */
export function presentGradient(context: GraphContext, gradient: Gradient): Value {
  if (gradient instanceof Variable) return gradient;
  return new PlaceholderVariable(new PlaceholderType(context, gradient === null ? null : gradient.reason));
}

/** The gradient that a placeholder stands for. */
export const gradientOf = ({ type }: PlaceholderVariable): NullGradient | null =>
  type.reason === null ? null : new NullGradient(type.reason);

/** A function of it can not be compiled. */
export function refuseComputing({ context, type, name }: PlaceholderVariable): never {
  if (type.reason !== null) return raiseTypeError(`Computation graph contains a NaN. ${type.reason}`);
  const text = name ?? `<${placeholderName(type)}>`;
  throw new EngineError(
    'MissingInputError',
    fillText(context.dialect.undeclaredInput, text),
    ...(context.dialect.errorValues === 'arguments' ? [text] : []),
  );
}

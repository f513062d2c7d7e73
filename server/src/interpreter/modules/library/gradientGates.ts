/** Functions that hand a variable on with another gradient: `zero_grad`, `grad_clip` and their like. */
import { type GradientGate, gated } from '../../../graph/ops/gradientGate.ts';
import { type GraphContext, Variable } from '../../../graph/variable.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import { notSupported, raiseAttributeError, raiseTypeError, raiseValueError } from '../../exceptions.ts';
import { asDouble } from '../../protocols/numbers.ts';
import { repr } from '../../protocols/text.ts';
import { typeOf } from '../../pyType.ts';
import type { Value } from '../../values.ts';

type Body = (...args: (Value | undefined)[]) => Value;

function floatArgument(value: Value): number {
  if (value instanceof Variable) return notSupported('a bound or a factor of gradients that is symbolic');
  return asDouble(value) ?? raiseTypeError(`a number is expected, not ${repr(value)}`);
}

export const scaleGate = (factor: Value): GradientGate => ({ gate: 'scale', factor: floatArgument(factor) });

/** The bounds have to be in order. */
export function clipGate({ dialect }: GraphContext, low: Value, high: Value): GradientGate {
  const bounds = { low: floatArgument(low), high: floatArgument(high) };
  if (bounds.high >= bounds.low) return { gate: 'clip', ...bounds };
  if (dialect.argumentChecks === 'assertions') throw new EngineError('AssertionError');
  return raiseValueError('`clip_upper_bound` should be >= `clip_lower_bound`');
}

/** The libraries make the op by hand, which asks for the type of what it is given. */
const typed = (x: Value): Variable =>
  x instanceof Variable ? x : raiseAttributeError(`'${typeOf(x).name}' object has no attribute 'type'`);

/** By signature. */
export function gateFunctions(context: GraphContext): Readonly<Record<string, Body>> {
  const gate =
    (gate: GradientGate): Body =>
    (x) =>
      gated(typed(x!), gate);
  return {
    'consider_constant(x)': gate({ gate: 'considerConstant' }),
    'zero_grad(x)': gate({ gate: 'zero' }),
    'undefined_grad(x)': gate({ gate: 'undefined' }),
    'disconnected_grad(x)': gate({ gate: 'disconnected' }),
    'grad_clip(x, lower_bound, upper_bound)': (x, low, high) =>
      gated(typed(x!), clipGate(context, low!, high!)),
    'grad_scale(x, multiplier)': (x, factor) => gated(typed(x!), scaleGate(factor!)),
  };
}

/**
 * Ops that hand their input on and change only what its gradient is: `zero_grad`, `disconnected_grad`, `grad_clip` and their
 * like. Theano 1.0.5, `gradient.py`.
 */
import { apply, type OpEntry, type Variable } from '../variable.ts';

export type GradientGate =
  | { readonly gate: 'considerConstant' | 'zero' | 'undefined' | 'disconnected' }
  | { readonly gate: 'clip'; readonly low: number; readonly high: number }
  | { readonly gate: 'scale'; readonly factor: number };

const names: Readonly<Record<GradientGate['gate'], string>> = {
  considerConstant: 'ConsiderConstant',
  zero: 'ZeroGrad',
  undefined: 'UndefinedGrad',
  disconnected: 'DisconnectedGrad',
  clip: 'GradClip',
  scale: 'GradScale',
};

export const gradientGateEntry: OpEntry<GradientGate> = {
  kind: 'gradientGate',
  infer: (_, [input]) => [input.type],
  evaluate: (_, [input]) => [input],
  print: ({ gate }) => names[gate],
};

/** The variable with another gradient. */
export const gated = (input: Variable, gate: GradientGate): Variable =>
  apply(gradientGateEntry, gate, [input])[0];

/** Gradients of the ops that hand their input on: those that are there to change a gradient, and those that look at values. */
import { elemwise } from '../ops/elemwise.ts';
import { type GradientGate, gradientGateEntry } from '../ops/gradientGate.ts';
import { assertEntry, printEntry } from '../ops/watching.ts';
import type { Variable } from '../variable.ts';
import { type Gradient, onlyFirst, ruleFor, undefinedGradient } from './gradientRule.ts';
import { number, zerosLike } from './zeros.ts';

function throughGate(gate: GradientGate, gradient: Variable): Gradient {
  switch (gate.gate) {
    case 'considerConstant':
    case 'zero':
      return zerosLike(gradient);
    case 'clip':
      return elemwise('clip', gradient, number(gradient, gate.low), number(gradient, gate.high));
    case 'scale':
      return elemwise('mul', number(gradient, gate.factor), gradient);
    case 'undefined':
    case 'disconnected':
      return null;
  }
}

export const gateRules = {
  gradientGate: ruleFor(gradientGateEntry, {
    connections: ({ gate }) => [[gate !== 'disconnected']],
    differentiate: (params, made, [gradient]) => [
      params.gate === 'undefined'
        ? undefinedGradient(made, 0, 'UndefinedGrad', '')
        : throughGate(params, gradient!),
    ],
  }),
  print: ruleFor(printEntry, { differentiate: (_params, _made, [gradient]) => [gradient!] }),
  assert: ruleFor(assertEntry, {
    connections: onlyFirst(1),
    differentiate: (_params, made, [gradient]) => [gradient!, ...made.inputs.slice(1).map(() => null)],
  }),
};

/** The gradient of an op that the program defines is what the program says. */
import { programOpEntry } from '../ops/programOp.ts';
import { ruleFor } from './gradientRule.ts';

export const programOpRules = {
  programOp: ruleFor(programOpEntry, {
    connections: ({ program }, made) =>
      program.connections(made) ?? made.inputs.map(() => made.outputs.map(() => true)),
    differentiate: ({ program }, made, gradients) => program.pullback(made, gradients),
  }),
};

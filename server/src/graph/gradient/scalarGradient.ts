/** What a row of the tables of scalar gradients is given and gives. */
import type { Variable } from '../variable.ts';

/** The gradient of the output, the operands, and the output itself. */
export interface ScalarGradientArguments {
  readonly gradient: Variable;
  readonly operands: readonly Variable[];
  readonly output: Variable;
}

/** The gradient of one operand, or why there is none. */
export type OperandGradient = Variable | 'undefined' | 'not implemented';

/**
 * `zero`: the op is flat everywhere. `missing`: the library has no gradient of it. `complex`: it would be complex, which the
 * libraries refuse. Otherwise that of each operand.
 */
export type ScalarGradient =
  | 'zero'
  | 'zeroInFloatX'
  | 'missing'
  | 'complex'
  | ((given: ScalarGradientArguments) => readonly OperandGradient[]);

/** A row for an op of one operand. */
export const unary =
  (rule: (gradient: Variable, x: Variable, output: Variable) => Variable): ScalarGradient =>
  ({ gradient, operands: [x], output }) => [rule(gradient, x, output)];

/** A row for an op of two operands. */
export const binary =
  (
    rule: (gradient: Variable, x: Variable, y: Variable, output: Variable) => readonly OperandGradient[],
  ): ScalarGradient =>
  ({ gradient, operands: [x, y], output }) =>
    rule(gradient, x, y, output);

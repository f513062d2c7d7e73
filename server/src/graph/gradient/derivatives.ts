/** `jacobian` and `hessian`: a scan over the elements, as the libraries write it. Theano 1.0.5 and PyTensor 3.3.0, `gradient.py`. */
import { EngineError } from '../../tensor/engineError.ts';
import { int64Constant } from '../constants.ts';
import { flattened, lengthOf, range, squeezed } from '../ops/math.ts';
import { join, reshaped, shapeOf } from '../ops/shapes.ts';
import { subtensor } from '../ops/subtensor.ts';
import { scan } from '../scan/scan.ts';
import type { GraphContext, Variable } from '../variable.ts';
import { type GradOptions, grad, usualGrad } from './grad.ts';

type Rest = Pick<GradOptions, 'constants' | 'disconnectedInputs'>;

const gradOf = (context: GraphContext, cost: Variable, wrt: readonly Variable[], rest: Rest): Variable[] =>
  grad(context, { ...usualGrad, cost, wrt, ...rest }) as Variable[];

/** The gradient of every element of a vector, as the rows of one matrix per variable. */
function gradientRows(
  context: GraphContext,
  vector: Variable,
  given: { wrt: readonly Variable[]; rest: Rest },
): readonly Variable[] {
  const { wrt, rest } = given;
  const zero = int64Constant(context, 0);
  const positions = range(
    { start: zero, stop: lengthOf(vector, 0), step: int64Constant(context, 1) },
    'int64',
  );
  const made = scan(context, {
    step: ([index, whole, ...variables]) => ({
      outputs: gradOf(context, subtensor(whole, [{ kind: 'integer', value: index }]), variables, rest),
      updates: [],
      condition: null,
    }),
    sequences: [{ input: positions, taps: [0], isRawArray: false }],
    outputsInfo: [],
    nonSequences: [vector, ...wrt],
    stepCount: null,
    goesBackwards: false,
    isStrict: false,
    checkListed: () => undefined,
    truncateGradient: -1,
    name: null,
  });
  return made.outputs;
}

/** `jacobian(expression, wrt)`. */
export function jacobian(
  context: GraphContext,
  expression: Variable,
  wrt: readonly Variable[],
  rest: Rest,
): readonly Variable[] {
  const { jacobianOf } = context.dialect;
  if (jacobianOf === 'vectors' && expression.ndim > 1) {
    throw refusal(
      context,
      'jacobian expects a 1 dimensional variable as `expression`. If not use flatten to make it a vector',
    );
  }
  if (expression.ndim === 0) return gradOf(context, expression, wrt, rest);
  const isSingle = jacobianOf === 'tensors' && expression.type.shape.every((length) => length === 1);
  const found = isSingle
    ? gradOf(context, squeezed(expression, null), wrt, rest)
    : gradientRows(context, flattened(expression, 1), { wrt, rest });
  return found.map((matrix, i) => inShapes(matrix, expression, wrt[i]));
}

const refusal = ({ dialect }: GraphContext, text: string): EngineError =>
  dialect.argumentChecks === 'assertions'
    ? new EngineError('AssertionError', `tensor.${text}`)
    : new EngineError('ValueError', text);

/** Elements that were flattened get the axes of the expression back. */
function inShapes(matrix: Variable, expression: Variable, variable: Variable): Variable {
  const ndim = expression.ndim + variable.ndim;
  if (matrix.ndim === ndim) return matrix;
  return reshaped(matrix, join([shapeOf(expression), shapeOf(variable)], 0), ndim);
}

/** `hessian(cost, wrt)`: the rows are the gradients of the elements of the gradient. */
export function hessian(
  context: GraphContext,
  cost: Variable,
  wrt: readonly Variable[],
  rest: Rest,
): readonly Variable[] {
  if (cost.ndim !== 0) throw refusal(context, 'hessian expects a 0 dimensional variable as `cost`');
  return wrt.map((variable) => {
    if (variable.ndim !== 1)
      throw refusal(context, 'hessian expects a (list of) 1 dimensional variable as `wrt`');
    const [first] = gradOf(context, cost, [variable], rest);
    const ignoring = { ...rest, disconnectedInputs: 'ignore' } as const;
    return gradientRows(context, first, { wrt: [variable], rest: ignoring })[0];
  });
}

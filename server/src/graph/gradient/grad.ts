/**
 * `grad` with its checks and errors, and what is made of it: `Lop`, `Rop`, `jacobian`, `hessian`. Theano 1.0.5 and
 * PyTensor 3.3.0, `gradient.py`.
 */
import { isComplex, isFloat } from '../../tensor/dtype.ts';
import { EngineError } from '../../tensor/engineError.ts';
import { int64Constant } from '../constants.ts';
import { castTo, elemwise } from '../ops/elemwise.ts';
import { openGraphs } from '../ops/fromGraph.ts';
import { reduction } from '../ops/reductions.ts';
import { shapeOf } from '../ops/shapes.ts';
import { printVariable } from '../printVariable.ts';
import { untruncated } from '../scan/untruncated.ts';
import { printType } from '../tensorType.ts';
import { graphInputs, replaceVariables } from '../traversal.ts';
import { type GraphContext, Variable } from '../variable.ts';
import { backpropagate, reachedVariables } from './backpropagate.ts';
import { type Gradient, NullGradient } from './gradientRule.ts';
import { checkPushforward } from './pushforwardLimits.ts';
import { onesLike, zerosLike } from './zeros.ts';

export interface GradOptions {
  /** null where all gradients come from `knownGradients`. */
  readonly cost: Variable | null;
  readonly wrt: readonly Variable[];
  /** Variables behind which the gradient does not go. */
  readonly constants: readonly Variable[];
  readonly knownGradients: readonly (readonly [Variable, Gradient])[];
  /** A word that is none of these is refused once a variable is disconnected. */
  readonly disconnectedInputs: 'raise' | 'warn' | 'ignore' | 'unknown';
  /** What stands for the gradient of a variable that the cost does not depend on; null is nothing. */
  readonly returnDisconnected: 'zero' | 'null' | 'unknown';
  /** What happens to a gradient that does not exist. */
  readonly nullGradients: 'raise' | 'return' | 'unknown';
  /** Whether gradients get names: `(dcost/dx)`. */
  readonly addsNames: boolean;
}

/** The usual answers: no gradient is missing. */
export const usualGrad = {
  constants: [],
  knownGradients: [],
  disconnectedInputs: 'raise',
  returnDisconnected: 'zero',
  nullGradients: 'raise',
  addsNames: true,
} as const;

/** The gradients with respect to `wrt`; null where `returnDisconnected` asks for no zeros. Raises the library's errors. */
export function grad(context: GraphContext, options: GradOptions): Gradient[] {
  const { cost, wrt } = options;
  checkCost(context, options);
  const seeds = new Map<Variable, Gradient>();
  for (const [variable, gradient] of options.knownGradients) {
    checkKnown(context, gradient);
    seeds.set(variable, gradient);
  }
  if (cost !== null) seeds.set(cost, seedOf(cost, seeds.get(cost)));
  const constants = new Set(options.constants);
  const reached = reachedVariables([...seeds.keys()], constants);
  for (const variable of wrt)
    if (!reached.has(variable)) disconnected(context, options, printVariable(variable));
  const costName = options.addsNames ? (cost?.name ?? null) : null;
  const found = backpropagate(seeds, wrt, { constants, costName });
  return found.map((gradient, index) => finished(context, options, { gradient, variable: wrt[index] }));
}

function checkCost({ dialect }: GraphContext, { cost, knownGradients }: GradOptions): void {
  if (cost === null && knownGradients.length === 0) {
    const type = dialect.argumentChecks === 'assertions' ? 'AssertionError' : 'ValueError';
    throw new EngineError(type, "cost and known_grads can't both be None.");
  }
  if (cost === null) return;
  if (cost.ndim !== 0) {
    throw new EngineError('TypeError', dialect.costNotScalar);
  }
  if (isComplex(cost.dtype)) throw new EngineError('AssertionError');
}

function checkKnown({ dialect }: GraphContext, gradient: Gradient): void {
  if (!(gradient instanceof Variable) || isFloat(gradient.dtype)) return;
  throw new EngineError(
    'TypeError',
    `Gradients must always be NullType, DisconnectedType, or continuous, but grad was given a known_grad of type ${printType(dialect, gradient.type)}`,
  );
}

function seedOf(cost: Variable, known: Gradient | undefined): Gradient {
  if (known === undefined) return onesLike(cost);
  return known instanceof Variable && isFloat(cost.dtype) ? castTo(known, cost.dtype) : known;
}

function finished(
  context: GraphContext,
  options: GradOptions,
  { gradient, variable }: { gradient: Gradient; variable: Variable },
): Gradient {
  if (gradient instanceof NullGradient) {
    if (options.nullGradients === 'return') return gradient;
    if (options.nullGradients === 'unknown') throw new EngineError('AssertionError');
    throw new EngineError(
      'NullTypeGradError',
      `${context.dialect.gradientTitle} encountered a NaN. ${gradient.reason}`,
    );
  }
  if (gradient !== null) return gradient;
  disconnected(context, options, '<DisconnectedType>');
  if (options.returnDisconnected === 'unknown') throw new EngineError('AssertionError');
  return options.returnDisconnected === 'zero' ? zerosLike(variable) : null;
}

function disconnected(
  context: GraphContext,
  options: Pick<GradOptions, 'disconnectedInputs'>,
  variable: string,
): void {
  const sentence = `grad method was asked to compute the gradient with respect to a variable that is not part of the computational graph of the cost, or is used only by a non-differentiable operator: ${variable}`;
  switch (options.disconnectedInputs) {
    case 'ignore':
      return;
    case 'warn':
      context.warn('UserWarning', sentence);
      return;
    case 'raise':
      // The library shows where the variable was made; this says which one it is.
      throw new EngineError(
        'DisconnectedInputError',
        ` \nBacktrace when that variable is created:\n\n${sentence}\n`,
      );
    case 'unknown':
      throw new EngineError(
        'ValueError',
        "Invalid value for keyword 'disconnected_inputs', valid values are 'ignore', 'warn' and 'raise'.",
      );
  }
}

/** The product of a row of gradients and the Jacobian: `Lop(f, wrt, points)`. */
export function leftOperator(
  context: GraphContext,
  outputs: readonly Variable[],
  given: { wrt: readonly Variable[]; points: readonly Variable[]; constants: readonly Variable[] },
  rest: Pick<GradOptions, 'disconnectedInputs' | 'returnDisconnected'>,
): (Variable | null)[] {
  if (outputs.length !== given.points.length) throw new EngineError('AssertionError');
  const found = grad(context, {
    ...usualGrad,
    cost: null,
    wrt: given.wrt,
    constants: given.constants,
    knownGradients: outputs.map((output, i) => [output, given.points[i]] as const),
    ...rest,
  });
  return found as (Variable | null)[];
}

/**
 * The product of the Jacobian and a point: `Rop(f, wrt, points)`. The gradient of the left product with respect to its
 * row gives it without a rule of its own per op.
 */
export function rightOperator(
  context: GraphContext,
  wholeOutputs: readonly Variable[],
  wholeGiven: { wrt: readonly Variable[]; points: readonly Variable[] },
  rest: Pick<GradOptions, 'disconnectedInputs' | 'returnDisconnected'>,
): (Variable | null)[] {
  const isTwice = context.dialect.rightOperator === 'leftTwice';
  if (!isTwice) checkPushforward(wholeOutputs, wholeGiven.wrt);
  const { outputs, given } = withoutOverrides(context, wholeOutputs, wholeGiven);
  const rowsIn = outputs.map((output) => new Variable(context, zerosLike(output).type));
  const left = leftOperator(
    context,
    outputs,
    { wrt: given.wrt, points: rowsIn, constants: [] },
    isTwice
      ? { disconnectedInputs: rest.disconnectedInputs, returnDisconnected: 'zero' }
      : { disconnectedInputs: 'ignore', returnDisconnected: 'null' },
  ).map((product) => product && ownVariable(product));
  const known = left.flatMap((gradient, i) =>
    gradient === null ? [] : [[gradient, castTo(given.points[i], gradient.dtype)] as const],
  );
  const ignoring = { disconnectedInputs: 'ignore', returnDisconnected: 'null' } as const;
  const results =
    known.length === 0
      ? outputs.map(() => null)
      : grad(context, {
          ...usualGrad,
          cost: null,
          wrt: rowsIn,
          knownGradients: known,
          addsNames: false,
          ...ignoring,
        });
  const shapes = new Map(rowsIn.map((row, i) => [row, castTo(outputs[i], row.dtype)]));
  return results.map((result, i) => {
    // The product is linear in the row; only its shape can still be asked for.
    if (result instanceof Variable) return readingAll(replaceVariables([result], shapes)[0], given.wrt);
    // Rules of ops have zeros for all that some op computes from other variables.
    const isZero = !isTwice && reachedVariables([wholeOutputs[i]]).size > 1;
    if (!isZero && !isTwice) disconnected(context, rest, printVariable(wholeOutputs[i]));
    return isZero || rest.returnDisconnected === 'zero' ? zerosLike(outputs[i]) : null;
  });
}

/**
 * Rules of ops multiply what has no point by zeros, so that their product reads every variable, also one that enters
 * linearly: a function of it may then have that variable as an input. A zero made of its shape does the same.
 */
function readingAll(product: Variable, wrt: readonly Variable[]): Variable {
  if (product.context.dialect.rightOperator === 'leftTwice') return product;
  const read = new Set(graphInputs([product]));
  return wrt
    .filter((variable) => !read.has(variable))
    .reduce((sum, variable) => {
      const lengths = reduction('sum', shapeOf(variable), { axis: null });
      const zero = elemwise('mul', lengths, int64Constant(variable.context, 0));
      return elemwise('add', sum, castTo(zero, product.dtype));
    }, product);
}

/**
 * The same under a variable of its own, for products or outputs that are one variable, a row or an input: each has a point of
 * its own. The library that computes the product like this mixes them up.
 */
const ownVariable = (variable: Variable): Variable =>
  variable.context.dialect.rightOperator === 'leftTwice' ? variable : elemwise('identity', variable);

/** Rules of ops derive the graph inside of an op, whatever overrides its gradient; and every output by itself. */
function withoutOverrides<G extends { readonly wrt: readonly Variable[] }>(
  { dialect }: GraphContext,
  outputs: readonly Variable[],
  given: G,
): { outputs: readonly Variable[]; given: G } {
  if (dialect.rightOperator === 'leftTwice') return { outputs, given };
  const opened = untruncated(openGraphs([...outputs, ...given.wrt]));
  return {
    outputs: opened.slice(0, outputs.length).map(ownVariable),
    given: { ...given, wrt: opened.slice(outputs.length) },
  };
}

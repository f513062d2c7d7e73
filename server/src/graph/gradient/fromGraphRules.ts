/** The gradient of an op that is a graph: again such an op, of the inputs, the outputs and the gradients of the outputs. */

import { isDiscrete } from '../../tensor/dtype.ts';
import { EngineError } from '../../tensor/engineError.ts';
import { fillText } from '../dialects/fillText.ts';
import { type FromGraphParams, fromGraph, fromGraphEntry, noOverrides } from '../ops/fromGraph.ts';
import { printType } from '../tensorType.ts';
import { type Apply, applyNew, type Op, Variable } from '../variable.ts';
import { type Gradient, type GradientTools, ruleFor } from './gradientRule.ts';

/** The gradients of the inputs inside the graph, and the op that computes those that exist. */
interface Backward {
  readonly results: readonly Gradient[];
  readonly op: Op<FromGraphParams> | null;
}

/** Overrides are called once per set of outputs with gradients. */
const known = new WeakMap<FromGraphParams, Map<string, Backward>>();

function backwardOf(params: FromGraphParams, isGiven: readonly boolean[], tools: GradientTools): Backward {
  const made = known.get(params) ?? new Map<string, Backward>();
  known.set(params, made);
  const key = isGiven.join();
  const found = made.get(key) ?? buildBackward(params, isGiven, tools);
  made.set(key, found);
  return found;
}

function buildBackward(params: FromGraphParams, isGiven: readonly boolean[], tools: GradientTools): Backward {
  const { inner, pullback, name, isInline } = params;
  const gradients = inner.outputs.map((output, i) => (isGiven[i] ? seedOf(output) : null));
  const seeds = new Map<Variable, Variable>();
  gradients.forEach((gradient, i) => {
    if (gradient) seeds.set(inner.outputs[i], gradient);
  });
  const defaults = (wrt: readonly Variable[]): readonly Gradient[] =>
    wrt.length === 0 ? [] : tools.backpropagate(seeds, wrt);
  const results = pullback ? pullback({ ...inner, gradients, defaults }) : defaults(inner.inputs);
  const outputs = results.filter((result) => result instanceof Variable);
  if (outputs.length === 0) return { results, op: null };
  const { context } = outputs[0];
  const inputs = [...inner.inputs, ...inner.outputs, ...gradients.filter((gradient) => gradient !== null)];
  const ownName = name === null ? null : `${name}${context.dialect.innerGradientSuffix}`;
  return {
    results,
    op: fromGraph(context, { inputs, outputs }, { ...noOverrides, name: ownName, isInline }),
  };
}

/** What stands for the gradient of an output. */
function seedOf(output: Variable): Variable {
  const { context, type } = output;
  if (!isDiscrete(type.dtype)) return new Variable(context, type);
  throw new EngineError(
    'TypeError',
    `Gradients must always be NullType, DisconnectedType, or continuous, but grad was given a known_grad of type ${printType(context.dialect, type)}`,
  );
}

const asksForNeeded = ({ outputs }: Apply): boolean =>
  outputs[0].context.dialect.innerGradients === 'neededOutputs';

/** Where no output can be left out the whole op is built, and then there is nothing to give it. */
function checkGiven(made: Apply, gradients: readonly (Variable | null)[], tools: GradientTools): void {
  const missing = gradients.indexOf(null);
  if (missing < 0 || asksForNeeded(made)) return;
  backwardOf(
    made.op.params as FromGraphParams,
    gradients.map(() => true),
    tools,
  );
  const { context, type } = made.outputs[missing];
  const { disconnectedSeed, disconnectedSeedError } = context.dialect;
  throw new EngineError(disconnectedSeedError, fillText(disconnectedSeed, printType(context.dialect, type)));
}

/** Which inputs reach which outputs: by the graph, and where all outputs are asked for also by what an override reads. */
function connections(
  params: FromGraphParams,
  made: Apply,
  tools: GradientTools,
): readonly (readonly boolean[])[] {
  const { inner, pullback } = params;
  if (params.connections) return params.connections;
  const reached = inner.outputs.map((output) => tools.reached(output));
  const own = inner.inputs.map((input) => reached.map((variables) => variables.has(input)));
  if (!pullback || asksForNeeded(made)) return own;
  const { results, op } = backwardOf(
    params,
    inner.outputs.map(() => true),
    tools,
  );
  let next = 0;
  return own.map((row, i) => {
    if (results[i] === null) return row.map(() => false);
    if (!(results[i] instanceof Variable)) return row;
    const { inputs, outputs } = op!.params.inner;
    const read = tools.reached(outputs[next++]);
    return row.map((isConnected, output) => isConnected || read.has(inputs[inner.inputs.length + output]));
  });
}

export const fromGraphRules = {
  fromGraph: ruleFor(fromGraphEntry, {
    connections,
    differentiate(params, made, gradients, tools) {
      checkGiven(made, gradients, tools);
      const { results, op } = backwardOf(
        params,
        gradients.map((gradient) => gradient !== null),
        tools,
      );
      if (op === null) return results;
      const given = gradients.filter((gradient) => gradient !== null);
      const inputs = [...made.inputs, ...made.outputs, ...given, ...op.params.shared];
      const found = applyNew(made.outputs[0].context, op, inputs);
      let next = 0;
      return results.map((result) => (result instanceof Variable ? found[next++] : result));
    },
  }),
};

/**
 * An op that is a graph: `OpFromGraph`. Shared variables of the graph become inputs of the op, so that gradients with respect to them
 * and their updates work as anywhere. Theano 1.0.5, Aesara 2.9.4 and PyTensor 3.0.7, `compile/builders.py`.
 */

import { EngineError } from '../../tensor/engineError.ts';
import { fillText } from '../dialects/fillText.ts';
import type { Gradient } from '../gradient/gradientRule.ts';
import { printVariable } from '../printVariable.ts';
import { printType } from '../tensorType.ts';
import { graphInputs, replaceVariables, sortedApplies } from '../traversal.ts';
import {
  applyTyped,
  Constant,
  type GraphContext,
  type InnerGraph,
  type Op,
  type OpEntry,
  SharedVariable,
  Variable,
} from '../variable.ts';

/** What an override of the gradient is given: variables of the inner graph. */
export interface PullbackArguments {
  readonly inputs: readonly Variable[];
  readonly outputs: readonly Variable[];
  /** null for outputs that the cost does not depend on. */
  readonly gradients: readonly (Variable | null)[];
  /** The gradients as they are without an override. */
  defaults(wrt: readonly Variable[]): readonly Gradient[];
}

/** Gives a gradient for every input. */
export type Pullback = (given: PullbackArguments) => readonly Gradient[];

export interface FromGraphOptions {
  readonly name: string | null;
  readonly isInline: boolean;
  readonly pullback: Pullback | null;
  /** For each input which outputs depend on it, where the program says so itself. */
  readonly connections: readonly (readonly boolean[])[] | null;
}

export interface FromGraphParams extends FromGraphOptions {
  readonly inner: InnerGraph;
  /** The shared variables that the last inputs of the graph stand for. */
  readonly shared: readonly SharedVariable[];
}

export const fromGraphEntry: OpEntry<FromGraphParams> = {
  kind: 'fromGraph',
  infer: ({ inner }) => inner.outputs.map((output) => output.type),
  evaluate: ({ inner }, inputs, runner) => runner.prepare(inner)(inputs),
  print: ({ name, isInline }) => `${name ?? 'OpFromGraph'}{inline=${isInline ? 'True' : 'False'}}`,
};

export const noOverrides = { pullback: null, connections: null } as const;

/** The op of a graph; raises the library's error for a variable that is neither an input nor shared nor constant. */
export function fromGraph(
  context: GraphContext,
  graph: InnerGraph,
  options: FromGraphOptions,
): Op<FromGraphParams> {
  const shared: SharedVariable[] = [];
  for (const input of graphInputs(graph.outputs, new Set(graph.inputs))) {
    if (graph.inputs.includes(input) || input instanceof Constant) continue;
    if (!(input instanceof SharedVariable)) throw missingInput(context, input);
    shared.push(input);
  }
  return { entry: fromGraphEntry, params: { ...options, inner: closed(context, graph, shared), shared } };
}

/** A copy with inputs of its own. */
function closed(context: GraphContext, graph: InnerGraph, shared: readonly SharedVariable[]): InnerGraph {
  const outer = [...graph.inputs, ...shared];
  const inputs = outer.map(
    (input, i) => new Variable(context, input.type, { name: placeName(context, input, i) }),
  );
  const replacements = new Map(outer.map((input, i) => [input, inputs[i]]));
  return { inputs, outputs: replaceVariables(graph.outputs, replacements, { types: 'kept' }) };
}

const placeName = ({ dialect }: GraphContext, input: Variable, index: number): string | null =>
  dialect.stepInputs === 'variables'
    ? input.name
    : fillText(dialect.numberedInput, index, printType(dialect, input.type));

/** The same graphs with what is inside of such ops in their place; what lies behind variables of `boundary` is left alone. */
export function openGraphs(
  roots: readonly Variable[],
  boundary: ReadonlySet<Variable> = new Set(),
): Variable[] {
  const opened = new Map<Variable, Variable>();
  const lookup = (variable: Variable): Variable => opened.get(variable) ?? variable;
  for (const { op, inputs, outputs } of sortedApplies(roots, boundary)) {
    const now = inputs.map(lookup);
    if (op.entry.kind === 'fromGraph') {
      const { inner } = op.params as FromGraphParams;
      const replacements = new Map(inner.inputs.map((input, i) => [input, now[i]]));
      const made = openGraphs(replaceVariables(inner.outputs, replacements, { types: 'kept' }));
      outputs.forEach((output, i) => void opened.set(output, made[i]));
    } else if (now.some((input, i) => input !== inputs[i])) {
      const types = outputs.map((output) => output.type);
      const made = applyTyped(outputs[0].context, { op, inputs: now }, types);
      outputs.forEach((output, i) => void opened.set(output, made[i]));
    }
  }
  return roots.map(lookup);
}

function missingInput({ dialect }: GraphContext, input: Variable): EngineError {
  const name = printVariable(input);
  if (dialect.innerInputsChecked === 'whenCompiled')
    return new EngineError('NotSupportedByScanLens', `an OpFromGraph without an input for ${name}`);
  return new EngineError('MissingInputError', fillText(dialect.missingInStep, name));
}

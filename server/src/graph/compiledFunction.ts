/**
 * `function()`: from variables to something that can be called. Checks and texts are those of `theano/compile/pfunc.py`,
 * `function_module.py` (Theano 1.0.5) and `pytensor/compile/{maker,rebuild,executor}.py`.
 */

import type { Span } from '../base/span.ts';
import { EngineError } from '../tensor/engineError.ts';
import { type NDArray, sameValue } from '../tensor/ndarray.ts';
import { fillText } from './dialects/fillText.ts';
import type {
  CompiledCallEvent,
  Compiler,
  FunctionGraph,
  Plan,
  PlanResult,
  StateChange,
} from './functionGraph.ts';
import { bindArguments, type CallArguments, type FunctionInput, inputCell } from './functionInputs.ts';
import { libraryOrder } from './libraryWalks.ts';
import { printApply, printVariable } from './printVariable.ts';
import { Rebuild } from './rebuild.ts';
import type { RunHost } from './runHost.ts';
import { checkBroadcasting } from './scan/loop.ts';
import { graphInputs, replaceVariables } from './traversal.ts';
import { addUpdate, collectShared } from './updates.ts';
import { Constant, type GraphContext, SharedVariable, type Variable } from './variable.ts';

export interface FunctionArguments {
  readonly inputs: readonly FunctionInput[];
  /** With the keys of a dict of outputs, else null. */
  readonly outputs: readonly { readonly key: string | null; readonly variable: Variable }[];
  /** How results are handed out. */
  readonly form: 'none' | 'single' | 'list' | 'dict';
  readonly updates: readonly (readonly [unknown, Variable])[];
  readonly givens: readonly (readonly [Variable, Variable])[];
  /** All, or those listed. */
  readonly noDefaultUpdates: 'all' | readonly Variable[];
  /** A word that is none of these is refused once there is an input that is not used. */
  readonly onUnusedInput: 'raise' | 'warn' | 'ignore' | { readonly unknown: string };
  readonly name: string | null;
  /** The name or else the place where it was made, for messages: `model.py:12`. */
  readonly label: string;
}

/** A function that a program compiled. Calls read shared variables, run the plan and then store the updates. */
export class CompiledFunction {
  readonly context: GraphContext;
  /** Programs may change it; messages go on with the first one. */
  name: string | null;
  readonly inputs: readonly FunctionInput[];
  readonly form: FunctionArguments['form'];
  readonly graph: FunctionGraph;
  readonly plan: Plan;
  /** The name, or else the place where it was made: `model.py:12`. */
  readonly label: string;
  readonly #keys: readonly (string | null)[];
  readonly outputCount: number;
  readonly updated: readonly SharedVariable[];
  /** The shared variables that it reads or updates. */
  readonly shared: readonly SharedVariable[];
  /** How it was made: for copies. */
  readonly given: FunctionArguments;

  constructor(
    context: GraphContext,
    given: FunctionArguments,
    built: { graph: FunctionGraph; plan: Plan; updated: readonly SharedVariable[] },
  ) {
    this.context = context;
    this.name = given.name;
    this.label = given.label;
    this.inputs = given.inputs;
    this.form = given.form;
    this.graph = built.graph;
    this.plan = built.plan;
    this.#keys = given.outputs.map((output) => output.key);
    this.outputCount = given.outputs.length;
    this.updated = built.updated;
    this.shared = [...new Set([...built.graph.shared, ...built.updated])];
    this.given = given;
  }

  /** Runs once. Every call, also one that raises, is told to `report`. */
  call(args: CallArguments, around: CallSurroundings): CallResult {
    const startedAt = around.host.now();
    const seen: { inputs: readonly NDArray[]; sharedBefore: readonly NDArray[] } = {
      inputs: [],
      sharedBefore: this.graph.shared.map((one) => (one.isLent ? one.value.copy() : one.value)),
    };
    const report = (
      rest: Pick<CompiledCallEvent, 'results' | 'stateChanges' | 'error'>,
      ran: PlanResult | null,
    ): void =>
      around.report({
        span: around.span,
        compiled: this,
        ...seen,
        sharesInputs: around.sharesInputs ?? true,
        ...rest,
        backend: ran?.backend ?? 'reference',
        fallbacks: ran?.fallbacks ?? [],
        elapsedMs: around.host.now() - startedAt,
      });
    try {
      seen.inputs = bindArguments(this, args);
      const ran = this.plan.run(seen.inputs, seen.sharedBefore, around.host);
      const results = this.#keys.map((key, i) => ({ key, value: ran.outputs[i] }));
      const stateChanges = this.#store(ran.outputs.slice(results.length));
      this.#storeInputs(ran.outputs.slice(results.length + this.updated.length));
      report({ results, stateChanges, error: null }, ran);
      return results;
    } catch (error) {
      if (error instanceof EngineError) report({ results: [], stateChanges: [], error }, null);
      throw error;
    }
  }

  /** Inputs with an update get their new value. */
  #storeInputs(values: readonly NDArray[]): void {
    const updated = this.inputs.filter((input) => input.update !== null);
    updated.forEach(({ cell }, i) => {
      cell.store(values[i]);
    });
  }

  #store(values: readonly NDArray[]): StateChange[] {
    const changes: StateChange[] = [];
    this.updated.forEach((variable, i) => {
      const before = variable.isLent ? variable.value.copy() : variable.value;
      variable.value = values[i];
      variable.isLent = false;
      if (!sameValue(before, values[i])) changes.push({ variable, before, after: values[i] });
    });
    return changes;
  }
}

export interface CallSurroundings {
  readonly span: Span;
  readonly host: RunHost;
  /** See {@link CompiledCallEvent}; true if absent. */
  readonly sharesInputs?: boolean;
  report(event: CompiledCallEvent): void;
}

export type CallResult = readonly { readonly key: string | null; readonly value: NDArray }[];

/** Compiles a function. Raises the library's errors; warnings go to the context. */
export function compileFunction(
  context: GraphContext,
  given: FunctionArguments,
  compiler: Compiler,
): CompiledFunction {
  checkInputs(context, given);
  const updates = new Map<SharedVariable, Variable>();
  for (const [target, value] of given.updates) addUpdate(updates, target, value);
  const rebuild = new Rebuild(given.givens);
  const outputs = rebuild.clone(given.outputs.map((output) => output.variable));
  for (const [target, value] of updates) updates.set(target, rebuild.clone([value])[0]);
  const variables = new Set(given.inputs.map((input) => input.variable));
  const inputsOf = (roots: readonly Variable[]): Variable[] => graphInputs(roots, variables);
  const takesDefault = (variable: SharedVariable): boolean =>
    given.noDefaultUpdates !== 'all' && !given.noDefaultUpdates.includes(variable);
  const defaults = new Set(updates.keys());
  collectShared(outputs, updates, { inputsOf, takesDefault });
  for (const [target, value] of updates) {
    if (!defaults.has(target)) updates.set(target, rebuild.clone([value])[0]);
  }
  const inputUpdates = given.inputs.flatMap(({ update }) => (update ? rebuild.clone([update]) : []));
  const roots = [...outputs, ...updates.values(), ...inputUpdates];
  checkUnused(context, given, { roots, updated: new Set(updates.keys()) });
  checkMissing(context, roots, variables);
  checkBroadcasting(roots);
  const reads = inputsOf(roots).filter((input) => input instanceof SharedVariable);
  const graph: FunctionGraph = { inputs: [...variables], shared: reads, outputs: roots };
  return new CompiledFunction(context, given, {
    graph,
    plan: compiler.compile(graph),
    updated: [...updates.keys()],
  });
}

/** What a copy of a function does otherwise. */
export interface CopyOptions {
  /** Shared variables with those that take their place. */
  readonly swap: ReadonlyMap<SharedVariable, SharedVariable>;
  readonly keepsUpdates: boolean;
  readonly name: string | null;
  /** How results are handed out. */
  readonly form: FunctionArguments['form'];
}

/** `f.copy(…)`: the same function with inputs of its own; shared variables are the same or others of the same type. */
export function copyFunction(
  original: CompiledFunction,
  { swap, keepsUpdates, name, form }: CopyOptions,
  compiler: Compiler,
): CompiledFunction {
  const { context, graph, given } = original;
  const inputs = original.inputs.map((input) => ({
    ...input,
    cell: input.isImplicit ? input.cell : inputCell(input.cell.read()),
    update: keepsUpdates ? input.update : null,
  }));
  const updated = keepsUpdates ? original.updated.map((variable) => swap.get(variable) ?? variable) : [];
  const kept = keepsUpdates ? graph.outputs : graph.outputs.slice(0, given.outputs.length);
  const outputs = replaceVariables(kept, swap);
  const variables = new Set(graph.inputs);
  const shared = graphInputs(outputs, variables).filter((input) => input instanceof SharedVariable);
  const copied: FunctionGraph = { inputs: graph.inputs, shared, outputs };
  return new CompiledFunction(
    context,
    { ...given, inputs, name, label: name ?? given.label, form },
    { graph: copied, plan: compiler.compile(copied), updated },
  );
}

function checkInputs(context: GraphContext, given: FunctionArguments): void {
  const variables = given.inputs.map((input) => input.variable);
  for (const variable of variables) {
    if (!(variable instanceof SharedVariable)) continue;
    throw new EngineError(
      'TypeError',
      `Cannot use a shared variable (${printVariable(variable)}) as explicit input. Consider substituting a non-shared variable via the \`givens\` parameter`,
    );
  }
  variables.forEach((variable, index) => {
    const again = variables.indexOf(variable, index + 1);
    if (again < 0) return;
    throw new EngineError(
      'UnusedInputError',
      `Variable ${printVariable(variable)} is used twice in inputs to ${context.dialect.library}.function, at indices ${index} and ${again}.${context.dialect.duplicateInputEffect} Please do not duplicate variables in the inputs list.`,
    );
  });
  for (const [from] of given.givens) {
    if (!variables.includes(from)) continue;
    const name = printVariable(from);
    const clone = `${context.dialect.library}.${context.dialect.cloneName}`;
    throw new EngineError(
      'RuntimeError',
      `You are trying to replace variable '${name}' through the \`givens\` parameter, but this variable is an input to your function. Replacing inputs is currently forbidden because it has no effect. One way to modify an input \`x\` to a function evaluating f(x) is to define a new input \`y\` and use \`${context.dialect.library}.function([y], f(x), givens={x: g(y)})\`. Another solution consists in using \`${clone}\`, e.g. like this: \`${context.dialect.library}.function([x], ${clone}(f(x), replace={x: g(x)}))\`.`,
    );
  }
}

/** Inputs have to be used, and so have the shared variables that the givens bring along. */
function checkUnused(
  context: GraphContext,
  given: FunctionArguments,
  made: { readonly roots: readonly Variable[]; readonly updated: ReadonlySet<Variable> },
): void {
  if (given.onUnusedInput === 'ignore') return;
  const brought = graphInputs(given.givens.map(([, to]) => to)).filter(
    (one) => one instanceof SharedVariable,
  );
  const variables = [...given.inputs.map(({ variable }) => variable), ...brought];
  // What only serves to compute another input is not used.
  const used = new Set<Variable>([...graphInputs(made.roots, new Set(variables)), ...made.roots]);
  variables.forEach((variable, index) => {
    if (!used.has(variable) && !made.updated.has(variable)) reportUnused(context, given, { variable, index });
  });
}

function reportUnused(
  context: GraphContext,
  { onUnusedInput }: FunctionArguments,
  { variable, index }: { readonly variable: Variable; readonly index: number },
): void {
  const name = context.dialect.library;
  if (typeof onUnusedInput === 'object') {
    throw new EngineError(
      'ValueError',
      `Invalid value for keyword on_unused_input of ${name}.function: '${onUnusedInput.unknown}'.\nValid values are 'raise', 'warn', and 'ignore'.`,
    );
  }
  const text = `${name}.function was asked to create a function computing outputs given certain inputs, but the provided input variable at index ${index} is not part of the computational graph needed to compute the outputs: ${printVariable(variable)}.\n`;
  if (onUnusedInput === 'warn')
    context.warn(
      'UserWarning',
      `${text}To make this warning into an error, you can pass the parameter on_unused_input='raise' to ${name}.function. To disable it completely, use on_unused_input='ignore'.`,
    );
  else
    throw new EngineError(
      'UnusedInputError',
      `${text}To make this error into a warning, you can pass the parameter on_unused_input='warn' to ${name}.function. To disable it completely, use on_unused_input='ignore'.`,
    );
}

function checkMissing(
  context: GraphContext,
  roots: readonly Variable[],
  inputs: ReadonlySet<Variable>,
): void {
  const isMissing = (variable: Variable): boolean =>
    !variable.owner &&
    !inputs.has(variable) &&
    !(variable instanceof Constant) &&
    !(variable instanceof SharedVariable);
  if (!graphInputs(roots, inputs).some(isMissing)) return;
  const { dialect } = context;
  for (const root of roots) {
    if (isMissing(root))
      throw new EngineError('MissingInputError', fillText(dialect.undeclaredInput, printVariable(root)));
    for (const apply of libraryOrder(dialect, inputs, [root])) {
      const index = apply.inputs.findIndex(isMissing);
      if (index < 0) continue;
      const named = fillText(dialect.missingInputName, printVariable(apply.inputs[index]));
      throw new EngineError(
        'MissingInputError',
        `Input ${index}${named} of the graph (indices start from 0), used to compute ${printApply(apply.outputs[0], apply)}, was not provided and not given a value. Use the ${dialect.title} flag exception_verbosity='high', for more information on this error.`,
      );
    }
  }
}

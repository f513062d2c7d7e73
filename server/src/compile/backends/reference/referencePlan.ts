/**
 * The reference backend: it defines what a graph means. Every op runs alone, in order, on whole arrays; nothing is
 * rewritten, fused or reordered.
 */
import type { FunctionGraph, Plan, PlanResult } from '../../../graph/functionGraph.ts';
import type { RunHost } from '../../../graph/runHost.ts';
import type { Apply, InnerGraph, OpRunner } from '../../../graph/variable.ts';
import type { TypedArray } from '../../../tensor/dtype.ts';
import type { NDArray } from '../../../tensor/ndarray.ts';
import { compileProgram, evaluateOp, type Program, type RunInstruction, runProgram } from './program.ts';

/** What a backend does otherwise during one run, and what it tells of it. */
export interface RunVariant {
  readonly run: RunInstruction;
  told(): Pick<PlanResult, 'backend' | 'fallbacks'>;
}

const asReference = (): RunVariant => ({
  run: evaluateOp,
  told: () => ({ backend: 'reference', fallbacks: [] }),
});

/** How a backend computes some of the ops in its own way and order. */
interface Deviation {
  /** `shared` holds the values of shared variables. */
  readonly variant?: (shared: readonly NDArray[]) => RunVariant;
  readonly applies?: readonly Apply[];
}

/** Compiles a graph for the reference backend, or for one that computes some of its ops in its own way and order. */
export function referencePlan(graph: FunctionGraph, deviation: Deviation = {}): Plan {
  const { program, run } = prepared(graph, deviation);
  return {
    run: (inputs, shared, host): PlanResult => {
      const given = [...inputs, ...shared];
      const { results, told } = run(given, host);
      return { outputs: independent(results, [...given, ...constantsOf(program)]), ...told() };
    },
  };
}

/** Computes the outputs of a graph from its inputs and shared variables. */
export type RunGraph = (given: readonly NDArray[], host: RunHost) => readonly NDArray[];

/**
 * The same without a plan's promise: the results lie in memory as the ops made them, and may be windows on inputs, on constants or
 * on each other.
 */
export function referenceValues(graph: FunctionGraph, deviation: Deviation = {}): RunGraph {
  const { run } = prepared(graph, deviation);
  return (given, host) => run(given, host).results;
}

function prepared(graph: FunctionGraph, { variant = asReference, applies }: Deviation) {
  const program = compileProgram(
    { inputs: [...graph.inputs, ...graph.shared], outputs: graph.outputs },
    applies,
  );
  const inner = new Map<InnerGraph, Program>();
  const run = (given: readonly NDArray[], host: RunHost) => {
    const { run, told } = variant(given.slice(graph.inputs.length));
    return { results: runProgram(program, given, { runner: createRunner(host, inner), run }), told };
  };
  return { program, run };
}

const constantsOf = (program: Program): NDArray[] => program.constants.map((constant) => constant.value);

/** What ops ask for: inner graphs, each prepared once. */
export function createRunner(host: RunHost, programs: Map<InnerGraph, Program>): OpRunner {
  const runner: OpRunner = {
    host,
    prepare: (graph) => {
      const program = programs.get(graph) ?? compileProgram(graph);
      programs.set(graph, program);
      return (inputs) => runProgram(program, inputs, { runner });
    },
  };
  return runner;
}

/** Copies results that share storage with what was given, with each other, or with a larger array. */
function independent(results: readonly NDArray[], given: readonly NDArray[]): NDArray[] {
  const taken = new Set<TypedArray>(given.map((array) => array.storage));
  return results.map((result) => {
    const isOwn = !taken.has(result.storage) && result.storage.length === result.size && result.isContiguous;
    const array = isOwn ? result : result.copy();
    taken.add(array.storage);
    return array;
  });
}

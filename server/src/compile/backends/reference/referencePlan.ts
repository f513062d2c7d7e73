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

/** Compiles a graph for the reference backend, or for one that computes some of its ops in its own way and order. */
export function referencePlan(
  graph: FunctionGraph,
  {
    variant = asReference,
    applies,
  }: { variant?: (shared: readonly NDArray[]) => RunVariant; applies?: readonly Apply[] } = {},
): Plan {
  const inputsOfAll = [...graph.inputs, ...graph.shared];
  const program = compileProgram({ inputs: inputsOfAll, outputs: graph.outputs }, applies);
  const inner = new Map<InnerGraph, Program>();
  return {
    run: (inputs, shared, host): PlanResult => {
      const given = [...inputs, ...shared];
      const { run, told } = variant(shared);
      const results = runProgram(program, given, { runner: createRunner(host, inner), run });
      return { outputs: independent(results, [...given, ...constantsOf(program)]), ...told() };
    },
  };
}

const constantsOf = (program: Program): NDArray[] => program.constants.map((constant) => constant.value);

function createRunner(host: RunHost, programs: Map<InnerGraph, Program>): OpRunner {
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

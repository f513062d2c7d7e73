/** The compiler: a graph becomes a plan of the backend that is asked for. A result says which one ran, and why another did not. */
import type { Compiler, FunctionGraph, Plan } from '../graph/functionGraph.ts';
import { referencePlan } from './backends/reference/referencePlan.ts';
import { wasmPlan } from './backends/wasm/wasmPlan.ts';

/** What may be asked for; `auto` takes the fastest that can compute a graph. */
export type BackendChoice = 'auto' | 'reference' | 'wasm';

const plans: Readonly<Record<BackendChoice, (graph: FunctionGraph) => Plan>> = {
  auto: wasmPlan,
  reference: (graph) => referencePlan(graph),
  wasm: wasmPlan,
};

/** A compiler for one choice of backend. */
export const createCompiler = (backend: BackendChoice): Compiler => ({ compile: plans[backend] });

export const compiler: Compiler = createCompiler('auto');

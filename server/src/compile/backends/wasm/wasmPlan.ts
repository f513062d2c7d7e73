/**
 * The WebAssembly backend: scans and large products run as machine code, the ops around them one after another as in the reference backend. A result says
 * which scans were left to the reference, and why.
 */
import type { Fallback, FunctionGraph, Plan } from '../../../graph/functionGraph.ts';
import { sortedApplies } from '../../../graph/traversal.ts';
import { keptRows } from '../../lower/kept.ts';
import { evaluateOp, type RunInstruction } from '../reference/program.ts';
import { referencePlan } from '../reference/referencePlan.ts';
import { isProduct, machineProductOf } from './wasmProduct.ts';
import { WasmScan } from './wasmScan.ts';

/** Compiles a graph; scans are lowered when they first run, because only then their shapes are known. */
export function wasmPlan(graph: FunctionGraph): Plan {
  const inputs = new Set([...graph.inputs, ...graph.shared]);
  const applies = sortedApplies(graph.outputs, inputs);
  const scans = new Map(
    applies
      .filter(({ op }) => op.entry.kind === 'scan')
      .map((apply) => [apply, new WasmScan(apply, keptRows(apply, { applies, outputs: graph.outputs }))]),
  );
  if (scans.size === 0 && !applies.some(({ op }) => isProduct(op.entry.kind))) return referencePlan(graph);
  return referencePlan(graph, () => {
    const fallbacks: Fallback[] = [];
    let ran = 0;
    const run: RunInstruction = (apply, given, runner) => {
      const scan = scans.get(apply);
      if (scan) {
        const outcome = scan.run(given, runner);
        if ('outputs' in outcome) {
          ran++;
          return outcome.outputs;
        }
        const { reason } = outcome;
        if (reason !== null && !fallbacks.some((known) => known.reason === reason))
          fallbacks.push({ backend: 'wasm', reason });
      }
      const product = machineProductOf(apply, given, runner.host);
      if (product === null) return evaluateOp(apply, given, runner);
      ran++;
      return [product];
    };
    return { run, told: () => ({ backend: ran > 0 ? 'wasm' : 'reference', fallbacks }) };
  });
}

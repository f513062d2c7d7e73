/**
 * The WebAssembly backend: scans, large products and neighbouring ops on large arrays run as machine code, the ops around them one after
 * another as in the reference backend. A result says which scans were left to the reference, and why.
 */
import type { Fallback, FunctionGraph, Plan } from '../../../graph/functionGraph.ts';
import { sortedApplies } from '../../../graph/traversal.ts';
import type { Apply, OpRunner } from '../../../graph/variable.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import type { NDArray } from '../../../tensor/ndarray.ts';
import { keptRows } from '../../lower/kept.ts';
import { groupRegions } from '../../rewrite/regions.ts';
import { evaluateOp } from '../reference/program.ts';
import { type RunVariant, referencePlan } from '../reference/referencePlan.ts';
import { isProduct, machineProductOf } from './wasmProduct.ts';
import { WasmRegion } from './wasmRegion.ts';
import { WasmScan } from './wasmScan.ts';

/** Compiles a graph; everything is lowered when it first runs, because only then shapes are known. */
export function wasmPlan(graph: FunctionGraph): Plan {
  const applies = sortedApplies(graph.outputs, new Set([...graph.inputs, ...graph.shared]));
  const machine = new Machine(applies, graph);
  if (machine.isIdle) return referencePlan(graph);
  const fast = referencePlan(graph, { variant: () => machine.variant(), applies: machine.applies });
  if (!machine.hasRegions) return fast;
  return {
    run: (inputs, shared, host) => {
      try {
        return fast.run(inputs, shared, host);
      } catch (error) {
        // Groups stand in another order: which of several errors comes first is the reference's to say.
        if (error instanceof EngineError) return referencePlan(graph).run(inputs, shared, host);
        throw error;
      }
    },
  };
}

/** What of a graph has machine code. */
class Machine {
  readonly applies: readonly Apply[];
  readonly #scans: ReadonlyMap<Apply, WasmScan>;
  readonly #regions = new Map<Apply, WasmRegion>();
  readonly #hasProducts: boolean;

  constructor(applies: readonly Apply[], { outputs }: FunctionGraph) {
    this.#scans = new Map(
      applies
        .filter(({ op }) => op.entry.kind === 'scan')
        .map((apply) => [apply, new WasmScan(apply, keptRows(apply, { applies, outputs }))]),
    );
    this.#hasProducts = applies.some(({ op }) => isProduct(op.entry.kind));
    // What shows values shows them in the order of the graph.
    const showsValues = applies.some(({ op }) => op.entry.kind === 'print');
    const grouped = showsValues ? { applies, regions: new Map() } : groupRegions(applies, outputs);
    this.applies = grouped.applies;
    for (const [region, inner] of grouped.regions) this.#regions.set(region, new WasmRegion(inner));
  }

  get hasRegions(): boolean {
    return this.#regions.size > 0;
  }

  get isIdle(): boolean {
    return this.#scans.size === 0 && !this.hasRegions && !this.#hasProducts;
  }

  /** One run. */
  variant(): RunVariant {
    const fallbacks: Fallback[] = [];
    let ran = 0;
    return {
      run: (apply, given, runner) => {
        const results = this.#run(apply, given, { runner, fallbacks });
        if (results) ran++;
        return results ?? evaluateOp(apply, given, runner);
      },
      told: () => ({ backend: ran > 0 ? 'wasm' : 'reference', fallbacks }),
    };
  }

  /** null where the reference computes it. */
  #run(
    apply: Apply,
    given: readonly NDArray[],
    { runner, fallbacks }: { runner: OpRunner; fallbacks: Fallback[] },
  ): readonly NDArray[] | null {
    const region = this.#regions.get(apply);
    if (region) return region.run(given, runner);
    const scan = this.#scans.get(apply);
    if (scan) {
      const outcome = scan.run(given, runner);
      if ('outputs' in outcome) return outcome.outputs;
      const { reason } = outcome;
      if (reason !== null && !fallbacks.some((known) => known.reason === reason))
        fallbacks.push({ backend: 'wasm', reason });
      return null;
    }
    const product = machineProductOf(apply, given, runner.host);
    return product && [product];
  }
}

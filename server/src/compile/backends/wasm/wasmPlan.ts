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
import {
  type RunGraph,
  type RunVariant,
  referencePlan,
  referenceValues,
} from '../reference/referencePlan.ts';
import { isProduct, machineProductOf } from './wasmProduct.ts';
import { WasmRegion } from './wasmRegion.ts';
import { WasmScan } from './wasmScan.ts';

/** Compiles a graph; everything is lowered when it first runs, because only then shapes are known. */
export function wasmPlan(graph: FunctionGraph): Plan {
  const machine = machineFor(graph);
  if (machine.isIdle) return referencePlan(graph);
  const fast = referencePlan(graph, machine.deviation);
  if (!machine.hasRegions) return fast;
  return {
    run: (inputs, shared, host) =>
      unlessRefused(
        () => fast.run(inputs, shared, host),
        () => referencePlan(graph).run(inputs, shared, host),
      ),
  };
}

/** The values of a graph as they lie in memory; see {@link referenceValues}. */
export function wasmValues(graph: FunctionGraph): RunGraph {
  const machine = machineFor(graph);
  if (machine.isIdle) return referenceValues(graph);
  const fast = referenceValues(graph, machine.deviation);
  if (!machine.hasRegions) return fast;
  return (given, host) =>
    unlessRefused(
      () => fast(given, host),
      () => referenceValues(graph)(given, host),
    );
}

function machineFor(graph: FunctionGraph): Machine {
  return new Machine(sortedApplies(graph.outputs, new Set([...graph.inputs, ...graph.shared])), graph);
}

/** Groups stand in another order: which of several errors comes first is the reference's to say. */
function unlessRefused<T>(fast: () => T, reference: () => T): T {
  try {
    return fast();
  } catch (error) {
    if (error instanceof EngineError) return reference();
    throw error;
  }
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

  /** How it deviates from the reference. */
  get deviation() {
    return { variant: () => this.variant(), applies: this.applies };
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

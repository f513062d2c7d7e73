/**
 * The WebAssembly backend: scans, large products and neighbouring ops on large arrays run as machine code, the ops around them one after
 * another as in the reference backend. A result says which scans were left to the reference, and why.
 */

import type { BackendName, Fallback, FunctionGraph, Plan } from '../../../graph/functionGraph.ts';
import { seenKinds } from '../../../graph/ops/opKinds.ts';
import { sortedApplies } from '../../../graph/traversal.ts';
import type { Apply, InnerGraph, OpRunner } from '../../../graph/variable.ts';
import { EngineError } from '../../../tensor/engineError.ts';
import type { NDArray } from '../../../tensor/ndarray.ts';
import { type Kept, keptRows } from '../../lower/kept.ts';
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

/** What was computed elsewhere and on what, or why it was not; null where nobody tried, and a reason of null where there is nothing to tell. */
export type OtherOutcome =
  | { readonly outputs: readonly NDArray[]; readonly ranOn: BackendName }
  | { readonly reason: string | null }
  | null;

/** Another backend that is asked before machine code is made. */
export interface OtherBackend {
  readonly name: string;
  /** One run; `shared` holds the values of shared variables, which nobody writes to. */
  begin(
    shared: readonly NDArray[],
  ): (apply: Apply, given: readonly NDArray[], runner: OpRunner) => OtherOutcome;
}

/** What another backend is made for: the scans of a graph with the rows that are read, and groups of neighbours. */
export interface GraphParts {
  readonly applies: readonly Apply[];
  readonly scans: ReadonlyMap<Apply, readonly Kept[]>;
  readonly regions: ReadonlyMap<Apply, InnerGraph>;
}

/**
 * Compiles a graph; everything is lowered when it first runs, because only then shapes are known. `other` is asked first for every
 * application.
 */
export function wasmPlan(graph: FunctionGraph, other?: (parts: GraphParts) => OtherBackend): Plan {
  const machine = machineFor(graph, other);
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

function machineFor(graph: FunctionGraph, other?: (parts: GraphParts) => OtherBackend): Machine {
  const applies = sortedApplies(graph.outputs, new Set([...graph.inputs, ...graph.shared]));
  return new Machine(applies, graph, other ?? null);
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
  readonly #other: OtherBackend | null;

  constructor(
    applies: readonly Apply[],
    { outputs }: FunctionGraph,
    other: ((parts: GraphParts) => OtherBackend) | null,
  ) {
    const scans = new Map(
      applies
        .filter(({ op }) => op.entry.kind === 'scan')
        .map((apply) => [apply, keptRows(apply, { applies, outputs })] as const),
    );
    this.#scans = new Map(Array.from(scans, ([apply, kept]) => [apply, new WasmScan(apply, kept)]));
    this.#hasProducts = applies.some(({ op }) => isProduct(op.entry.kind));
    // What shows values shows them in the order of the graph.
    const showsValues = applies.some(({ op }) => seenKinds.has(op.entry.kind));
    const grouped = showsValues ? { applies, regions: new Map() } : groupRegions(applies, outputs);
    this.applies = grouped.applies;
    for (const [region, inner] of grouped.regions) this.#regions.set(region, new WasmRegion(inner));
    this.#other = other === null ? null : other({ applies, scans, regions: grouped.regions });
  }

  get hasRegions(): boolean {
    return this.#regions.size > 0;
  }

  get isIdle(): boolean {
    return this.#scans.size === 0 && !this.hasRegions && !this.#hasProducts;
  }

  /** How it deviates from the reference. */
  get deviation() {
    return { variant: (shared: readonly NDArray[]) => this.variant(shared), applies: this.applies };
  }

  /** One run. */
  variant(shared: readonly NDArray[]): RunVariant {
    const fallbacks: Fallback[] = [];
    const told = (backend: string, reason: string | null): void => {
      if (reason !== null && !fallbacks.some((known) => known.reason === reason))
        fallbacks.push({ backend, reason });
    };
    const elsewhere = this.#other?.begin(shared);
    let ranOn: BackendName = 'reference';
    return {
      run: (apply, given, runner) => {
        const outcome = elsewhere?.(apply, given, runner) ?? null;
        if (outcome && 'outputs' in outcome) {
          ranOn = outcome.ranOn;
          return outcome.outputs;
        }
        if (outcome) told(this.#other!.name, outcome.reason);
        const results = this.#run(apply, given, { runner, told });
        if (results && ranOn === 'reference') ranOn = 'wasm';
        return results ?? evaluateOp(apply, given, runner);
      },
      told: () => ({ backend: ranOn, fallbacks }),
    };
  }

  /** null where the reference computes it. */
  #run(
    apply: Apply,
    given: readonly NDArray[],
    { runner, told }: { runner: OpRunner; told: (backend: string, reason: string | null) => void },
  ): readonly NDArray[] | null {
    const region = this.#regions.get(apply);
    if (region) return region.run(given, runner);
    const scan = this.#scans.get(apply);
    if (scan) {
      const outcome = scan.run(given, runner);
      if ('outputs' in outcome) return outcome.outputs;
      told('wasm', outcome.reason);
      return null;
    }
    const product = machineProductOf(apply, given, runner.host);
    return product && [product];
  }
}

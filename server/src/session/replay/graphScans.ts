/** The scans of one graph, each compiled once for replays; those inside of an `OpFromGraph` are among them. */

import type { RunGraph } from '../../compile/backends/reference/referencePlan.ts';
import { wasmValues } from '../../compile/backends/wasm/wasmPlan.ts';
import type { FunctionGraph } from '../../graph/functionGraph.ts';
import { openGraphs } from '../../graph/ops/fromGraph.ts';
import type { InnerGraph } from '../../graph/variable.ts';
import { type ScanSite, scansOf } from './scanSites.ts';
import { type ScanCode, scanCode } from './scanTrace.ts';

interface CompiledSite {
  readonly code: ScanCode;
  /** From the inputs of the graph to those of the scan. */
  readonly inputsOf: RunGraph;
}

export class GraphScans {
  readonly graph: FunctionGraph;
  readonly sites: readonly ScanSite[];
  readonly #compiled = new Map<ScanSite, CompiledSite>();

  constructor(graph: FunctionGraph) {
    const boundary = new Set([...graph.inputs, ...graph.shared]);
    this.graph = { ...graph, outputs: openGraphs(graph.outputs, boundary) };
    this.sites = scansOf(this.graph);
  }

  compiled(site: ScanSite): CompiledSite {
    const known = this.#compiled.get(site);
    if (known !== undefined) return known;
    const { scan } = site;
    const made = { code: scanCode(scan), inputsOf: wasmValues({ ...this.graph, outputs: scan.inputs }) };
    this.#compiled.set(site, made);
    return made;
  }
}

const known = new WeakMap<FunctionGraph | InnerGraph, GraphScans>();

/** Of a function, or of the step of a scan. */
export function graphScans(graph: FunctionGraph | InnerGraph): GraphScans {
  const found = known.get(graph) ?? new GraphScans({ shared: [], ...graph });
  known.set(graph, found);
  return found;
}

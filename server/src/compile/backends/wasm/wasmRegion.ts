/** Neighbouring ops outside of scans as machine code: lowered as the one step of a scan without states. */

import type { InnerGraph, OpRunner } from '../../../graph/variable.ts';
import type { NDArray } from '../../../tensor/ndarray.ts';
import { reshape } from '../../../tensor/shaping.ts';
import { asOneStep, once } from '../../rewrite/oneStep.ts';
import type { ScanOutcome } from './compiledScan.ts';
import { WasmScan } from './wasmScan.ts';

/** Smaller arrays are not worth the way into memory and back. */
const leastElements = 512;
/** From here on it is lowered when it runs for the first time; smaller ones have to come again. */
const manyElements = 2 ** 14;
/** A region that has to be lowered for ever new shapes is given up. */
const mostLowered = 8;

export class WasmRegion {
  readonly #scan: WasmScan;
  #hasRun = false;

  constructor(graph: InnerGraph) {
    this.#scan = new WasmScan(
      asOneStep(graph),
      graph.outputs.map(() => 'last'),
    );
  }

  /** The results, or null where the reference computes them: small arrays, or a reason that matters to nobody but us. */
  run(inputs: readonly NDArray[], runner: OpRunner): readonly NDArray[] | null {
    const least = this.#hasRun ? leastElements : manyElements;
    this.#hasRun = true;
    if (!inputs.some(({ size }) => size >= least)) return null;
    if (this.#scan.loweredCount >= mostLowered) return null;
    const outcome: ScanOutcome = this.#scan.run([once, ...inputs], runner);
    if (!('outputs' in outcome)) return null;
    return outcome.outputs.map((rows) => reshape(rows, rows.shape.slice(1)));
  }
}

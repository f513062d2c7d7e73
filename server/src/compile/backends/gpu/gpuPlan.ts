/**
 * The GPU as the backend that is asked before WebAssembly: scans, and outside of them products and groups of neighbouring ops on large arrays. What
 * it can not compute, and what does not pay, is left to the others.
 */
import type { FunctionGraph, Plan } from '../../../graph/functionGraph.ts';
import { type Apply, Constant, type OpRunner } from '../../../graph/variable.ts';
import type { TypedArray } from '../../../tensor/dtype.ts';
import type { NDArray } from '../../../tensor/ndarray.ts';
import { reshape } from '../../../tensor/shaping.ts';
import { asOneStep, once } from '../../rewrite/oneStep.ts';
import { type GraphParts, type OtherBackend, type OtherOutcome, wasmPlan } from '../wasm/wasmPlan.ts';
import { isProduct } from '../wasm/wasmProduct.ts';
import type { Gpu } from './gpu.ts';
import { type DeviceOutcome, GpuScan } from './gpuScan.ts';

/** Smaller arrays outside of scans never pay. */
const leastElements = 2 ** 14;
/** A part of a graph that has to be lowered for ever new shapes is given up. */
const mostLowered = 8;

export const gpuPlan = (graph: FunctionGraph, gpu: Gpu, choice: 'always' | 'ifItPays'): Plan =>
  wasmPlan(graph, (parts) => new DeviceParts(parts, gpu, choice));

class DeviceParts implements OtherBackend {
  readonly name = 'gpu';
  readonly #gpu: Gpu;
  readonly #choice: 'always' | 'ifItPays';
  readonly #scans: ReadonlyMap<Apply, GpuScan>;
  readonly #regions = new Map<Apply, GpuScan>();
  readonly #constants: readonly TypedArray[];

  constructor({ applies, scans, regions }: GraphParts, gpu: Gpu, choice: 'always' | 'ifItPays') {
    this.#gpu = gpu;
    this.#choice = choice;
    this.#scans = new Map(Array.from(scans, ([apply, kept]) => [apply, new GpuScan(apply, kept)]));
    for (const [apply, graph] of regions) this.#regions.set(apply, oneStepScan(graph));
    for (const apply of applies) {
      if (isProduct(apply.op.entry.kind)) this.#regions.set(apply, oneStepScan(apply));
    }
    this.#constants = applies
      .flatMap(({ inputs }) => inputs)
      .flatMap((input) => (input instanceof Constant ? [input.value.storage] : []));
  }

  begin(shared: readonly NDArray[]) {
    const lasting = new Set([...this.#constants, ...shared.map(({ storage }) => storage)]);
    return (apply: Apply, given: readonly NDArray[], runner: OpRunner): OtherOutcome => {
      const scan = this.#scans.get(apply);
      if (scan) return named(scan.run({ inputs: given, runner, lasting }, this.#gpu, this.#choice));
      const region = this.#regions.get(apply);
      if (!region || region.loweredCount >= mostLowered || !given.some(({ size }) => size >= leastElements))
        return null;
      const outcome = region.run({ inputs: [once, ...given], runner, lasting }, this.#gpu, this.#choice);
      // Why a part outside of a scan is left to others matters to nobody.
      if (!('outputs' in outcome)) return null;
      const outputs = outcome.outputs.map((rows) => reshape(rows, rows.shape.slice(1)));
      return named({ ...outcome, outputs });
    };
  }
}

const named = (outcome: DeviceOutcome): OtherOutcome =>
  'outputs' in outcome ? { outputs: outcome.outputs, ranOn: `gpu: ${outcome.ranOn}` } : outcome;

function oneStepScan({ inputs, outputs }: Pick<Apply, 'inputs' | 'outputs'>): GpuScan {
  const step = asOneStep({ inputs, outputs });
  return new GpuScan(
    step,
    outputs.map(() => 'all'),
  );
}

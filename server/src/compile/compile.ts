/** The compiler: a graph becomes a plan of the backend that is asked for. A result says which one ran, and why another did not. */
import { t } from '../base/l10n.ts';
import type { Compiler, FunctionGraph, Plan } from '../graph/functionGraph.ts';
import { setFastProduct } from '../tensor/fastProducts.ts';
import { interruption } from '../tensor/interrupt.ts';
import { Gpu } from './backends/gpu/gpu.ts';
import { gpuPlan } from './backends/gpu/gpuPlan.ts';
import { referencePlan } from './backends/reference/referencePlan.ts';
import { type ThreadSource, useProductThreads } from './backends/wasm/productCrew.ts';
import type { ProductHost } from './backends/wasm/productFactors.ts';
import { wasmPlan } from './backends/wasm/wasmPlan.ts';
import { isLargeProduct, machineProduct } from './backends/wasm/wasmProduct.ts';
import { fusesMultiplyAdd } from './lower/kernels/fusedMultiplyAdd.ts';

/** What may be asked for; `auto` takes the fastest that can compute a graph. */
export type BackendChoice = 'auto' | 'reference' | 'wasm' | 'gpu';

type MakePlan = (graph: FunctionGraph, gpu: Gpu | null) => Plan;

const plans: Readonly<Record<BackendChoice, MakePlan>> = {
  auto: (graph, gpu) => (gpu ? gpuPlan(graph, gpu, 'ifItPays') : wasmPlan(graph)),
  reference: (graph) => referencePlan(graph),
  wasm: (graph) => wasmPlan(graph),
  gpu: (graph, gpu) => gpuPlan(graph, gpu ?? noGpu(), 'always'),
};

/** A GPU where none can be had. */
const noGpu = (): Gpu =>
  new Gpu({ host: { open: () => t('there is no GPU here') }, now: () => 0, tellSpeeds: () => undefined });

/**
 * A compiler whose functions run on the backend that is chosen when they are called: a function that was compiled before a setting changed
 * follows the setting.
 */
export const createCompiler = (choice: () => BackendChoice, gpu: Gpu | null = null): Compiler => ({
  compile: (graph) => {
    const made = new Map<BackendChoice, Plan>();
    return {
      run: (inputs, shared, host) => {
        const chosen = choice();
        const plan = made.get(chosen) ?? plans[chosen](graph, gpu);
        made.set(chosen, plan);
        return plan.run(inputs, shared, host);
      },
    };
  },
});

/** For those who leave the choice to us. */
export const compiler: Compiler = createCompiler(() => 'auto');

/** From now on machine code computes large products of arrays, too, also where no graph is; `threads` help, where there are some. */
export function useMachineProducts(threads: ThreadSource | null): void {
  useProductThreads(threads);
  const host: ProductHost = { checkpoint: interruption, allocate: () => undefined };
  setFastProduct((a, b) =>
    fusesMultiplyAdd() || isLargeProduct(a, b) ? machineProduct({ kind: 'dot', a, b }, host) : null,
  );
}

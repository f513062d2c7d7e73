/** Threads for products of large matrices, on Node: as many as there are cores beside our own. They start with the first such product. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ThreadSource } from '../compile/backends/wasm/productCrew.ts';
import { productThreadEntry } from './nodeAssets.ts';

/** More threads than this wait for memory, not for cores. */
const mostThreads = 7;

export const nodeProductThreads: ThreadSource = {
  count: Math.min(mostThreads, availableParallelism() - 1),
  start(work) {
    const thread = new Worker(productThreadEntry(), { workerData: work });
    // It must not keep the process alive; without it the others do its part.
    thread.unref();
    thread.on('error', () => {});
    return () => void thread.terminate();
  },
};

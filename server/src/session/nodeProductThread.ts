/** A thread that helps with products of large matrices, on Node. `nodeProductThreads.ts` starts it. */
import { workerData } from 'node:worker_threads';
import { serveProducts, type ThreadWork } from '../compile/backends/wasm/productThread.ts';

serveProducts(workerData as ThreadWork);

/** Products of large matrices by several threads have the digits of one; a run that is stopped leaves the threads usable. */
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type ThreadSource,
  useProductThreads,
} from '../../../server/src/compile/backends/wasm/productCrew.ts';
import { takeBlocks } from '../../../server/src/compile/backends/wasm/productThread.ts';
import { productInCode } from '../../../server/src/compile/backends/wasm/wasmProduct.ts';
import { productThreadEntry } from '../../../server/src/session/nodeAssets.ts';
import { fromStorage, type NDArray } from '../../../server/src/tensor/ndarray.ts';
import { transpose } from '../../../server/src/tensor/shaping.ts';
import { trapping } from './trap.ts';

const free = { checkpoint: () => {}, allocate: () => {} };

/** Two helpers on any machine, and word of each that was started. */
function helpers(): ThreadSource & { readonly started: number[] } {
  const started: number[] = [];
  return {
    count: 2,
    started,
    start(work) {
      started.push(work.index);
      const thread = new Worker(productThreadEntry(), { workerData: work });
      return () => void thread.terminate();
    },
  };
}

afterEach(() => useProductThreads(null));

let seed = 1;
const noise = (): number => {
  seed = (seed * 16807) % 2147483647;
  return seed / 2147483647 - 0.5;
};

const matrix = (dtype: 'float64' | 'float32', rows: number, columns: number): NDArray => {
  const length = rows * columns;
  const storage =
    dtype === 'float64' ? Float64Array.from({ length }, noise) : Float32Array.from({ length }, noise);
  return fromStorage(dtype, storage, [rows, columns]);
};

const elements = (array: NDArray | null): unknown => array?.elements();

describe.each(['float64', 'float32'] as const)('threads, %s', (dtype) => {
  it.each([
    [256, 256, 256],
    [301, 290, 403],
    [1000, 130, 135],
    [121, 700, 333],
  ])('%i × %i × %i', (rows, depth, columns) => {
    const [a, b] = [matrix(dtype, rows, depth), matrix(dtype, depth, columns)];
    const alone = productInCode({ kind: 'dot', a, b }, free);
    const source = helpers();
    useProductThreads(source);
    const together = productInCode({ kind: 'dot', a, b }, free);
    expect(source.started).toEqual([1, 2]);
    expect(elements(together)).toEqual(elements(alone));
  });

  it('matrices that are turned', () => {
    const [a, b] = [transpose(matrix(dtype, 300, 280)), transpose(matrix(dtype, 260, 300))];
    const alone = productInCode({ kind: 'dot', a, b }, free);
    useProductThreads(helpers());
    expect(elements(productInCode({ kind: 'dot', a, b }, free))).toEqual(elements(alone));
  });
});

describe('threads', () => {
  it('a small product, and one of a matrix and itself turned, are done by one', () => {
    const source = helpers();
    useProductThreads(source);
    const a = matrix('float64', 300, 300);
    productInCode({ kind: 'dot', a: matrix('float64', 130, 9), b: matrix('float64', 9, 9) }, free);
    productInCode({ kind: 'dot', a, b: transpose(a) }, free);
    expect(source.started).toEqual([]);
  });

  it('one that fails at a block that it took costs its help, and no digit', () => {
    const [a, b] = [matrix('float64', 400, 400), matrix('float64', 400, 400)];
    const alone = productInCode({ kind: 'dot', a, b }, free);
    const control: Int32Array[] = [];
    useProductThreads({
      count: 1,
      start(work) {
        control.push(work.control);
        return () => {};
      },
    });
    const trap = trapping();
    let traps = 0;
    // It takes its block while this thread is at one of its own.
    const checkpoint = (): void => {
      if (traps > 0 || control[0] === undefined) return;
      traps++;
      expect(() => takeBlocks(control[0]!, 1, [trap, trap])).toThrow('unreachable');
    };
    const found = productInCode({ kind: 'dot', a, b }, { checkpoint, allocate: () => {} });
    expect(traps).toBe(1);
    expect(elements(found)).toEqual(elements(alone));
    // It may help again.
    expect(elements(productInCode({ kind: 'dot', a, b }, free))).toEqual(elements(alone));
  });

  it('go on after a run that was stopped', () => {
    const [a, b] = [matrix('float64', 400, 400), matrix('float64', 400, 400)];
    const alone = productInCode({ kind: 'dot', a, b }, free);
    useProductThreads(helpers());
    const stopped = new Error('stopped');
    const host = {
      checkpoint: () => {
        throw stopped;
      },
      allocate: () => {},
    };
    expect(() => productInCode({ kind: 'dot', a, b }, host)).toThrow(stopped);
    expect(elements(productInCode({ kind: 'dot', a, b }, free))).toEqual(elements(alone));
  });
});

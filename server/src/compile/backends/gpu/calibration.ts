/**
 * Measures a device, and WebAssembly beside it, in less than a second: an empty kernel many times, one long fold in few threads, a product that
 * keeps all threads busy, and bytes there and back.
 */
import { fromStorage } from '../../../tensor/ndarray.ts';
import { productInCode } from '../wasm/wasmProduct.ts';
import type { MachineSpeeds } from './costModel.ts';
import type { GpuDevice } from './gpuDevice.ts';
import type { Chunk, GpuProgram, Slot } from './gpuProgram.ts';
import {
  axisIndex,
  fold,
  type KernelBuffer,
  type KernelExpression,
  number,
  plus,
  read,
  scaled,
  sumOf,
  times,
} from './kernelIr.ts';
import { newKey } from './operands.ts';
import { printKernel } from './printKernel.ts';

interface Surroundings {
  readonly now: () => number;
  readonly checkpoint: () => void;
}

const stepCount = 32;
const foldLength = 2048;
const fewThreads = 64;
const productSize = 256;
const transferred = 2 ** 18;
const wasmSize = 192;

const a: KernelBuffer = { name: 'a' };
const b: KernelBuffer = { name: 'b' };

interface Trial {
  readonly shape: readonly number[];
  readonly value: KernelExpression;
  readonly inputLength: number;
  /** Wants the result of every step. */
  readonly hasRows?: true;
}

const matrixRow = (size: number, row: ReturnType<typeof axisIndex>, column: ReturnType<typeof axisIndex>) =>
  sumOf(scaled(row, size), column);

/** An element is added to the other operand's. */
const trials = {
  empty: { shape: [1], value: plus(read(a, axisIndex(0)), read(b, axisIndex(0))), inputLength: 1 },
  long: {
    shape: [fewThreads],
    value: fold('sum', foldLength, (k) => times(read(a, axisIndex(0)), read(b, k))),
    inputLength: foldLength,
  },
  wide: {
    shape: [productSize, productSize],
    value: fold('sum', productSize, (k) =>
      times(
        read(a, matrixRow(productSize, axisIndex(0), k)),
        read(b, matrixRow(productSize, k, axisIndex(1))),
      ),
    ),
    inputLength: productSize ** 2,
  },
  copy: {
    shape: [transferred],
    value: times(plus(read(a, axisIndex(0)), read(b, axisIndex(0))), number(0.5)),
    inputLength: transferred,
  },
} satisfies Record<string, Trial>;

/** Throws `GpuFailure`. */
export function calibrate(device: GpuDevice, around: Surroundings): MachineSpeeds {
  const empty = measured(device, trials.empty, { steps: 1, around });
  const many = measured(device, trials.empty, { steps: stepCount, around });
  const callMs = Math.max(1e-4, (many - empty) / (stepCount - 1));
  const rows = measured(device, { ...trials.empty, hasRows: true }, { steps: stepCount, around });
  const long = measured(device, trials.long, { steps: 1, around });
  const wide = measured(device, trials.wide, { steps: 1, around });
  const copy = measured(device, trials.copy, { steps: 1, around });
  return {
    adapter: device.adapter.name,
    chunkMs: Math.max(1e-3, empty - callMs),
    callMs,
    rowMs: Math.max(1e-5, (rows - many) / stepCount),
    threadOperationMs: perUnit(long - empty, foldLength),
    operationMs: perUnit(wide - empty, productSize ** 3),
    // The state goes there and comes back.
    byteMs: perUnit(copy - empty, transferred * 8),
    wasmOperationMs: wasmOperationMs(around),
  };
}

const perUnit = (ms: number, units: number): number => Math.max(ms, 1e-3) / units;

/** The best of three runs; a run before them makes the pipeline. */
function measured(
  device: GpuDevice,
  trial: Trial,
  { steps, around }: { readonly steps: number; readonly around: Surroundings },
): number {
  const count = trial.shape.reduce((x, y) => x * y, 1);
  const program = programOf(trial, count);
  const data = new Float32Array(trial.inputLength).fill(0.5);
  const run = (): number => {
    const chunk: Chunk = {
      program,
      stepCount: steps,
      inputs: [{ key: 0, data: null }],
      streams: [],
      states: [{ key: newKey(), data: new Float32Array(count) }],
      nextKeys: [newKey()],
    };
    const startedAt = around.now();
    device.run({ ...chunk, inputs: [{ key: 0, data: isFirst ? data : null }] }, around.checkpoint);
    isFirst = false;
    return around.now() - startedAt;
  };
  let isFirst = true;
  run();
  const best = Math.min(run(), run(), run());
  device.forget(program.id);
  return best;
}

/** The state is the first operand. */
function programOf({ shape, value, inputLength, hasRows }: Trial, count: number): GpuProgram {
  const { source, buffers } = printKernel({ shape, value });
  const result = { kind: 'result', index: 0 } as const;
  const slotOf = (buffer: KernelBuffer): Slot =>
    buffer === a ? { kind: 'state', index: 0 } : { kind: 'input', index: 0 };
  return {
    id: -1,
    kernels: [{ source, shape }],
    calls: [{ kernel: 0, arguments: buffers.map(slotOf), isInvariant: false }],
    inputs: [inputLength],
    streams: [],
    states: [count],
    next: [result],
    rows: hasRows ? [result] : [],
  };
}

function wasmOperationMs({ now, checkpoint }: Surroundings): number {
  const matrix = fromStorage('float32', new Float32Array(wasmSize ** 2).fill(0.5), [wasmSize, wasmSize]);
  const host = { checkpoint, allocate: () => undefined };
  const run = (): number => {
    const startedAt = now();
    productInCode({ kind: 'dot', a: matrix, b: matrix }, host);
    return now() - startedAt;
  };
  run();
  // Products of matrices are the best case: what reads each element once is about four times slower.
  return perUnit(4 * Math.min(run(), run()), wasmSize ** 3);
}

/** What a device has to get right before it is used: a small scan, whose result is known from the same arithmetic in JavaScript. */

import { t } from '../../../base/l10n.ts';
import type { GpuDevice } from './gpuDevice.ts';
import type { Chunk, GpuProgram } from './gpuProgram.ts';
import { axisIndex, fold, indexOf, type KernelBuffer, plus, read, scaled, sumOf, times } from './kernelIr.ts';
import { newKey } from './operands.ts';
import { printKernel } from './printKernel.ts';
import { scalarKernel } from './scalarKernels.ts';

const width = 5;
const stepCount = 4;
const tolerance = 1e-4;

const matrix = Float32Array.from({ length: width * width }, (_, i) => ((i * 7) % 11) / 11 - 0.4);
const rows = Float32Array.from({ length: width * stepCount }, (_, i) => ((i * 5) % 13) / 13 - 0.5);
const start = Float32Array.from({ length: width }, (_, i) => i / 8 - 0.2);

/** `h = tanh(h · W + x)`. */
function program(): GpuProgram {
  const [h, w, x, t] = ['h', 'w', 'x', 't'].map((name): KernelBuffer => ({ name }));
  const sum = fold('sum', width, (k) => times(read(h, k), read(w, sumOf(scaled(k, width), axisIndex(0)))));
  const row = read(x, sumOf(scaled(indexOf({ kind: 'number', buffer: t }), width), axisIndex(0)));
  const { source, buffers } = printKernel({
    shape: [width],
    value: scalarKernel('tanh', [plus(sum, row)]),
  });
  const slots = new Map<KernelBuffer, GpuProgram['next'][number]>([
    [h, { kind: 'state', index: 0 }],
    [w, { kind: 'input', index: 0 }],
    [x, { kind: 'stream', index: 0 }],
    [t, { kind: 'counter' }],
  ]);
  const result = { kind: 'result', index: 0 } as const;
  return {
    id: 0,
    kernels: [{ source, shape: [width] }],
    calls: [{ kernel: 0, arguments: buffers.map((buffer) => slots.get(buffer)!), isInvariant: false }],
    inputs: [matrix.length],
    streams: [width],
    states: [width],
    next: [result],
    rows: [result],
  };
}

function wanted(): Float32Array {
  const all = new Float32Array(width * stepCount);
  let h: Float32Array = start;
  for (let step = 0; step < stepCount; step++) {
    h = Float32Array.from({ length: width }, (_, j) => {
      const products = Array.from({ length: width }, (__, k) => h[k] * matrix[k * width + j]);
      return Math.tanh(products.reduce((a, b) => a + b, rows[step * width + j]));
    });
    all.set(h, step * width);
  }
  return all;
}

/** Runs the scan; null where the device is right, else what is wrong. Throws `GpuFailure`. */
export function selfTest(device: GpuDevice, checkpoint: () => void): string | null {
  const chunk: Chunk = {
    program: program(),
    stepCount,
    inputs: [{ key: newKey(), data: matrix }],
    streams: [rows],
    states: [{ key: newKey(), data: start }],
    nextKeys: [newKey()],
  };
  const { rows: found } = device.run(chunk, checkpoint);
  device.forget(0);
  const right = wanted();
  const isRight =
    found[0].length === right.length && right.every((value, i) => Math.abs(value - found[0][i]) < tolerance);
  return isRight ? null : t('a small scan gave wrong numbers');
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Gpu } from '../../../../server/src/compile/backends/gpu/gpu.ts';
import {
  axisIndex,
  fold,
  type KernelBuffer,
  number,
  plus,
  read,
  scaled,
  sumOf,
  times,
} from '../../../../server/src/compile/backends/gpu/kernelIr.ts';
import { printKernel } from '../../../../server/src/compile/backends/gpu/printKernel.ts';
import { expectOnDevice, gpuCases } from './gpuCases.ts';
import { randomGpuCase } from './randomGraphs.ts';
import { hostOf, ScriptDevice } from './scriptDevice.ts';

describe('a kernel', () => {
  const [h, w]: KernelBuffer[] = [{ name: 'a user name' }, { name: '); evil(' }];

  it('is text of its own names and numbers, and computes nothing twice', () => {
    const sum = fold('sum', 3, (k) => times(read(h!, k), read(w!, sumOf(scaled(k, 4), axisIndex(0)))));
    const { source, buffers } = printKernel({ shape: [4], value: plus(times(sum, sum), number(-2.5)) });
    expect(buffers).toEqual([h, w]);
    expect(source).toBe(`function (a0, a1) {
  let f0 = 0.0;
  for (let i1 = 0; i1 < 3; i1++) {
    const v2 = a0[i1];
    const v3 = a1[i1 * 4 + this.thread.x];
    const v4 = v2 * v3;
    f0 = f0 + v4;
  }
  const v5 = f0 * f0;
  const v6 = v5 + (-2.5);
  return v6;
}`);
  });

  it('has its numbers as short as they can be, and never as whole numbers', () => {
    const texts = [1, 0.1, -0, 1e-20, 16_777_216, Math.fround(1 / 3)].map(
      (value) =>
        printKernel({ shape: [1], value: number(Math.fround(value)) }).source.match(/return (.*);/)?.[1],
    );
    expect(texts).toEqual(['1.0', '0.1', '(-0.0)', '1e-20', '16777216.0', '0.33333334']);
  });
});

describe('kernels give what the reference gives', () => {
  const gpu = new Gpu({ host: hostOf(new ScriptDevice()), now: () => 0, tellSpeeds: () => undefined });
  it.each(gpuCases.map((one) => [one.name, one] as const))('%s', (_, one) => {
    expectOnDevice(gpu, one);
  });

  it('whatever is put together', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 12 }), (seed, size) => {
        expectOnDevice(gpu, randomGpuCase(seed, size));
      }),
      { numRuns: 60, seed: 1 },
    );
  });
});

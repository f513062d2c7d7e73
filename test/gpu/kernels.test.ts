import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectOnDevice, gpuCases } from '../unit/compile/gpu/gpuCases.ts';
import { randomGpuCase } from '../unit/compile/gpu/randomGraphs.ts';
import { openGpu } from './openGpu.ts';

describe('a device gives what the reference gives', () => {
  it('and says its name', () => {
    const device = openGpu().open(() => undefined);
    expect(device).toMatchObject({ adapter: { mode: 'webgpu', name: expect.stringMatching(/\w/) } });
  });

  it.each(gpuCases.map((one) => [one.name, one] as const))('%s', (_, one) => {
    expectOnDevice(openGpu(), one);
  });

  it('whatever is put together', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 10 }), (seed, size) => {
        expectOnDevice(openGpu(), randomGpuCase(seed, size));
      }),
      { numRuns: 20, seed: 2 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { chunkLengths } from '../../../../server/src/compile/backends/gpu/chunks.ts';
import {
  deviceMs,
  type MachineSpeeds,
  mayPay,
  paysOnDevice,
  readSpeeds,
  type Work,
  wasmMs,
} from '../../../../server/src/compile/backends/gpu/costModel.ts';
import { describeAdapter } from '../../../../server/src/compile/backends/gpu/gpuDevice.ts';

const speeds: MachineSpeeds = {
  adapter: 'X',
  chunkMs: 1,
  callMs: 0.01,
  rowMs: 1e-4,
  threadOperationMs: 1e-5,
  operationMs: 1e-9,
  byteMs: 1e-6,
  wasmOperationMs: 1e-6,
};
const work: Work = {
  stepCount: 100,
  chunkCount: 1,
  calls: [{ threads: 1000, operations: 1000 }],
  rowCount: 0,
  bytes: 0,
  newKernels: 0,
};

describe('the cost model', () => {
  it('adds what a chunk, a call, the work and the bytes take', () => {
    // One chunk, 100 calls, of which each lasts as long as one of its threads.
    expect(deviceMs(work, speeds)).toBeCloseTo(1 + 100 * (0.01 + 0.01));
    expect(deviceMs({ ...work, bytes: 1e6 }, speeds)).toBeCloseTo(4);
    expect(deviceMs({ ...work, rowCount: 1000 }, speeds)).toBeCloseTo(3.1);
    expect(deviceMs({ ...work, newKernels: 2 }, speeds)).toBeCloseTo(3 + 20 + 2);
    // Enough threads to keep everything busy.
    const wide = { ...work, calls: [{ threads: 1e6, operations: 1000 }] };
    expect(deviceMs(wide, speeds)).toBeCloseTo(1 + 100 * (0.01 + 1));
    expect(wasmMs(work, speeds)).toBeCloseTo(100);
  });

  it('prefers the device for wide work and WebAssembly for narrow', () => {
    expect(paysOnDevice(work, speeds)).toBe(true);
    const narrow = { ...work, calls: [{ threads: 10, operations: 10 }] };
    expect(paysOnDevice(narrow, speeds)).toBe(false);
    expect(paysOnDevice({ ...work, bytes: 1e8 }, speeds)).toBe(false);
  });

  it('knows without looking at a step that some can not pay', () => {
    expect([mayPay(10, 20), mayPay(100, 64 * 64), mayPay(1000, 256 * 256)]).toEqual([false, true, true]);
  });

  it('trusts speeds only if they are whole and of this device', () => {
    expect(readSpeeds(JSON.parse(JSON.stringify(speeds)), 'X')).toEqual(speeds);
    for (const wrong of [null, 'fast', {}, { ...speeds, callMs: 0 }, { ...speeds, byteMs: '1' }])
      expect(readSpeeds(wrong, 'X')).toBeNull();
    expect(readSpeeds(speeds, 'Y')).toBeNull();
  });
});

describe('chunks', () => {
  it('are as few as possible, of at most two lengths', () => {
    expect([...chunkLengths(10, { most: 256, least: 1 })]).toEqual([10]);
    expect([...chunkLengths(600, { most: 256, least: 1 })]).toEqual([200, 200, 200]);
    expect([...chunkLengths(601, { most: 256, least: 1 })]).toEqual([201, 200, 200]);
    expect([...chunkLengths(7, { most: 1, least: 0 })]).toEqual([1, 1, 1, 1, 1, 1, 1]);
  });

  it('are no shorter than states reach back', () => {
    expect([...chunkLengths(10, { most: 6, least: 6 })]).toEqual([10]);
    expect([...chunkLengths(12, { most: 6, least: 6 })]).toEqual([6, 6]);
  });
});

describe('the name of a device', () => {
  const named = (info: Parameters<typeof describeAdapter>[0]) => describeAdapter(info, 'webgpu');

  it('is its description, or what else there is', () => {
    expect(named({ description: 'NVIDIA H100  80GB', vendor: 'nvidia' }).name).toBe('NVIDIA H100 80GB');
    expect(named({ description: '', vendor: 'apple', architecture: 'metal-3' }).name).toBe('apple metal-3');
    expect(named({ device: '0x2684' }).name).toBe('0x2684');
    expect(named({}).name).toBe('unnamed adapter');
  });

  it('is what a browser has wrapped', () => {
    const angle = (renderer: string) => named({ description: `ANGLE (Vendor, ${renderer}, driver)` }).name;
    expect(angle('NVIDIA GeForce RTX 3070 (0x00002484) Direct3D11 vs_5_0 ps_5_0')).toBe(
      'NVIDIA GeForce RTX 3070',
    );
    expect(angle('Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE))')).toBe(
      'SwiftShader Device (Subzero)',
    );
    expect(angle('Mesa Intel(R) UHD Graphics 620 (KBL GT2), OpenGL 4.6')).toMatch(/^Mesa Intel/);
  });

  it('tells what is no device', () => {
    expect(named({ description: 'SwiftShader driver 5.0.0' }).isSoftware).toBe(true);
    expect(named({ vendor: 'mesa', architecture: 'llvmpipe' }).isSoftware).toBe(true);
    expect(named({ description: 'Some GPU', isFallback: true }).isSoftware).toBe(true);
    expect(named({ description: 'NVIDIA H100', isFallback: false }).isSoftware).toBe(false);
  });
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { openLibrary } from '../../server/src/compile/backends/gpu/gpuLibrary.ts';
import type { GpuProgram, KeyedData } from '../../server/src/compile/backends/gpu/gpuProgram.ts';
import { PipelineEngine } from '../../server/src/compile/backends/gpu/pipelineEngine.ts';

/** What gpu.js asks of WebGPU, with a count of the bytes that go to the device. */
let uploaded = 0;
let engine: PipelineEngine;

type Target = Readonly<Record<string, unknown>>;

/** The object itself, but for one of its members. */
const replaced = (target: object, name: string, member: unknown): object =>
  new Proxy(target, {
    get: (_, key) => {
      if (key === name) return member;
      const value = (target as Target)[key as string];
      return typeof value === 'function' ? value.bind(target) : value;
    },
    set: (_, key, value) => Reflect.set(target, key, value),
  });

interface Device {
  readonly queue: { writeBuffer(buffer: unknown, offset: number, data: ArrayBufferView): void };
}
interface Adapter {
  requestDevice(): Promise<Device>;
}

beforeAll(async () => {
  const dawn = (await import('webgpu')) as unknown as {
    globals: object;
    create(options: string[]): { requestAdapter(): Promise<Adapter | null> };
  };
  Object.assign(globalThis, dawn.globals);
  const implementation = dawn.create([]);
  const adapter = await implementation.requestAdapter();
  if (!adapter) throw new Error('There is no device to test with: `npm test` installs one with Chromium.');
  const device = await adapter.requestDevice();
  const { queue } = device;
  const counting = replaced(
    queue,
    'writeBuffer',
    (buffer: unknown, offset: number, data: ArrayBufferView) => {
      uploaded += data.byteLength;
      queue.writeBuffer(buffer, offset, data);
    },
  );
  const own = replaced(adapter, 'requestDevice', async () => replaced(device, 'queue', counting));
  const gpu = { requestAdapter: async () => own, implementation };
  Object.defineProperty(navigator, 'gpu', { value: gpu, configurable: true });
  engine = new PipelineEngine(openLibrary('webgpu'));
});

afterAll(() => {
  Reflect.deleteProperty(navigator, 'gpu');
});

const length = 1000;
const program: GpuProgram = {
  id: 1,
  kernels: [
    {
      source: 'function (a0, a1) {\n  return a0[this.thread.x] * 0.5 + a1[this.thread.x];\n}',
      shape: [length],
    },
  ],
  calls: [
    {
      kernel: 0,
      arguments: [
        { kind: 'state', index: 0 },
        { kind: 'input', index: 0 },
      ],
      isInvariant: false,
    },
  ],
  inputs: [length],
  streams: [],
  states: [length],
  next: [{ kind: 'result', index: 0 }],
  rows: [],
};

/** Runs some steps; the first element of the state and the bytes of operands that were brought. */
async function run(
  stepCount: number,
  operands: { input: KeyedData; state: KeyedData; next: number },
): Promise<readonly [number, number]> {
  uploaded = 0;
  const { states } = await engine.run({
    program,
    stepCount,
    inputs: [operands.input],
    streams: [],
    states: [operands.state],
    nextKeys: [operands.next],
  });
  // The dimensions of each kernel go there, too.
  return [states[0]![0]!, Math.floor(uploaded / (4 * length))];
}

it('operands stay on the device from call to call, states where they were computed', async () => {
  const twos = new Float32Array(length).fill(2);
  const ones = new Float32Array(length).fill(1);
  const kept = (key: number): KeyedData => ({ key, data: null });
  expect(await run(3, { input: { key: 1, data: twos }, state: { key: 2, data: ones }, next: 3 })).toEqual([
    3.625, 2,
  ]);
  expect(await run(3, { input: kept(1), state: kept(3), next: 4 })).toEqual([3.953125, 0]);
  // A pipeline of another length has buffers of its own.
  expect(await run(1, { input: kept(1), state: kept(4), next: 5 })).toEqual([3.9765625, 2]);
  expect(await run(3, { input: { key: 6, data: ones }, state: kept(5), next: 7 })).toEqual([2.2470703125, 2]);
  expect(await run(3, { input: kept(6), state: kept(7), next: 8 })).toEqual([2.0308837890625, 0]);
});

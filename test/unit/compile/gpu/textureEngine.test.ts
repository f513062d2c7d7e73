/** What programs on WebGL2 leave behind: textures live outside of the garbage collector, so that each of them has to be deleted. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { GpuAdapter } from '../../../../server/src/compile/backends/gpu/gpuDevice.ts';
import type { DeviceArray, DeviceLibrary } from '../../../../server/src/compile/backends/gpu/gpuLibrary.ts';
import type { Chunk, GpuProgram } from '../../../../server/src/compile/backends/gpu/gpuProgram.ts';
import { TextureEngine } from '../../../../server/src/compile/backends/gpu/textureEngine.ts';

/** Textures that are there; one that is deleted twice is an error. */
const alive = new Set<DeviceArray>();
beforeEach(() => alive.clear());

function texture(length: number): DeviceArray {
  const made: DeviceArray = {
    output: [length],
    toArray: () => new Float32Array(length),
    delete: () => {
      if (!alive.delete(made)) throw new Error('deleted twice');
    },
  };
  alive.add(made);
  return made;
}

/** Kernels give zeros. */
const library: DeviceLibrary = {
  createKernel: (_, settings) => {
    const [length = 1] = (settings as { readonly output: readonly number[] }).output;
    const kernel = { constructor: { mode: 'gpu' } };
    return Object.assign(() => texture(length), { kernel });
  },
  createPipeline: () => {
    throw new Error('WebGL2 has no pipelines');
  },
  destroy: () => Promise.resolve(),
};

const adapter: GpuAdapter = { name: 'none', mode: 'webgl2', isSoftware: true };

/** A state that is added to an input and to a stream in each step. */
const program: GpuProgram = {
  id: 1,
  kernels: [{ source: '', shape: [2] }],
  calls: [
    {
      kernel: 0,
      arguments: [
        { kind: 'input', index: 0 },
        { kind: 'stream', index: 0 },
        { kind: 'state', index: 0 },
        { kind: 'counter' },
      ],
      isInvariant: false,
    },
  ],
  inputs: [2],
  streams: [2],
  states: [2],
  next: [{ kind: 'result', index: 0 }],
  rows: [{ kind: 'result', index: 0 }],
};

const numbers = new Float32Array(2);

const chunk = (keys: { readonly state: number; readonly next: number }, isFirst: boolean): Chunk => ({
  program,
  stepCount: 3,
  inputs: [{ key: 1, data: isFirst ? numbers : null }],
  streams: [new Float32Array(6)],
  states: [{ key: keys.state, data: isFirst ? numbers : null }],
  nextKeys: [keys.next],
});

/** Throws when it has been asked so many times. */
function stopAt(count: number): () => void {
  let left = count;
  return () => {
    if (--left === 0) throw new Error('stopped');
  };
}

const go = (): void => {};

describe('textures', () => {
  it('between chunks are the inputs and the states', () => {
    const engine = new TextureEngine(library, adapter);
    engine.run(chunk({ state: 2, next: 3 }, true), go);
    expect(alive.size).toBe(2);
    engine.run(chunk({ state: 3, next: 4 }, false), go);
    expect(alive.size).toBe(2);
    engine.forget(program.id);
    expect(alive.size).toBe(0);
  });

  it.each([1, 2, 3])('of a run that is stopped in step %i are gone', (step) => {
    const engine = new TextureEngine(library, adapter);
    engine.run(chunk({ state: 2, next: 3 }, true), go);
    expect(() => engine.run(chunk({ state: 3, next: 4 }, false), stopAt(step))).toThrow('stopped');
    engine.forget(program.id);
    expect(alive.size).toBe(0);
  });
});

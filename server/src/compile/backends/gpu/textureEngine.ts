/**
 * Programs on WebGL2, where everything is synchronous: kernel after kernel, with results as textures. This is for evaluators in a browser that can
 * not share memory and hence can not wait for WebGPU.
 */

import type { GpuAdapter, GpuDevice } from './gpuDevice.ts';
import { GpuFailure } from './gpuFailure.ts';
import {
  counterSource,
  type DeviceArray,
  type DeviceKernel,
  type DeviceLibrary,
  flatInput,
  flatten,
  outputOf,
} from './gpuLibrary.ts';
import type { Chunk, ChunkResult, GpuProgram, Slot } from './gpuProgram.ts';
import { lengthOf } from './pipelineEngine.ts';

interface MadeProgram {
  /** Calls a kernel of the program. */
  readonly call: CallKernel;
  /** The operands by place: inputs, then states. */
  readonly contents: Map<number, { readonly key: number; readonly array: DeviceArray }>;
}

const textureSettings = { pipeline: true, immutable: true, precision: 'single' };

type CallKernel = (kernel: number, operands: readonly DeviceArray[]) => unknown;

export class TextureEngine implements GpuDevice {
  readonly adapter: GpuAdapter;
  readonly #library: DeviceLibrary;
  readonly #programs = new Map<number, MadeProgram>();
  readonly #uploads = new Map<number, DeviceKernel>();
  readonly #counter: DeviceKernel;

  constructor(library: DeviceLibrary, adapter: GpuAdapter) {
    this.adapter = adapter;
    this.#library = library;
    this.#counter = this.#kernel(counterSource, [1]);
  }

  run(chunk: Chunk, checkpoint: () => void): ChunkResult {
    const made = this.#made(chunk.program);
    const steps = new TextureSteps(chunk, {
      call: made.call,
      counter: this.#counter,
      inputs: chunk.inputs.map(({ key, data }, i) => this.#content(made, i, { key, data })),
      streams: chunk.streams.map((data) => this.#upload(data)),
      states: chunk.states.map(({ key, data }, i) =>
        this.#content(made, chunk.program.inputs.length + i, { key, data }),
      ),
      start: this.#upload(new Float32Array(1)),
    });
    try {
      const rows = steps.run(checkpoint);
      const states = steps.states.map((array, i) => {
        const place = chunk.program.inputs.length + i;
        made.contents.set(place, { key: chunk.nextKeys[i], array });
        return flatten(array.toArray(), chunk.program.states[i]);
      });
      return { rows, states };
    } catch (error) {
      // What was half done is not kept: states may be gone already, and those that are not go with the other textures of the steps.
      chunk.states.forEach((_, i) => {
        made.contents.delete(chunk.program.inputs.length + i);
      });
      this.forget(chunk.program.id);
      throw error;
    } finally {
      steps.release(new Set([...made.contents.values()].map(({ array }) => array)));
    }
  }

  forget(programId: number): void {
    const made = this.#programs.get(programId);
    this.#programs.delete(programId);
    for (const { array } of made?.contents.values() ?? []) array.delete();
  }

  #kernel(source: string, output: readonly number[]): DeviceKernel {
    const kernel = this.#library.createKernel(source, { ...textureSettings, output });
    return (...operands) => {
      const result = kernel(...operands);
      const ran = kernel.kernel;
      const { mode } = ran.constructor;
      if (mode === 'gpu') return result;
      const why = `gpu.js left the device (${mode}: ${ran.fallbackReason ?? 'no reason given'})`;
      throw new GpuFailure(why, { isFinal: false });
    };
  }

  #made(program: GpuProgram): MadeProgram {
    const known = this.#programs.get(program.id);
    if (known) return known;
    const made: MadeProgram = { call: this.#caller(program), contents: new Map() };
    this.#programs.set(program.id, made);
    return made;
  }

  /** A kernel is made anew for operands of other shapes: states come as vectors and may be computed as matrices. */
  #caller({ kernels }: GpuProgram): CallKernel {
    const made = new Map<string, DeviceKernel>();
    return (index, operands) => {
      const key = [index, ...operands.map(({ output }) => output.join('x'))].join(' ');
      const kernel = made.get(key) ?? this.#kernel(kernels[index].source, outputOf(kernels[index]));
      made.set(key, kernel);
      return kernel(...operands);
    };
  }

  #content(
    { contents }: MadeProgram,
    place: number,
    { key, data }: { readonly key: number; readonly data: Float32Array | null },
  ): DeviceArray {
    const known = contents.get(place);
    if (known?.key === key) return known.array;
    if (!data) throw new GpuFailure('an operand is not on the device', { isFinal: false });
    known?.array.delete();
    const array = this.#upload(data);
    contents.set(place, { key, array });
    return array;
  }

  #upload(data: Float32Array): DeviceArray {
    const { length } = data;
    const copy =
      this.#uploads.get(length) ?? this.#kernel('function (a0) {\n  return a0[this.thread.x];\n}', [length]);
    this.#uploads.set(length, copy);
    return copy(flatInput(data)) as DeviceArray;
  }
}

interface Textures {
  readonly call: CallKernel;
  readonly counter: DeviceKernel;
  readonly inputs: readonly DeviceArray[];
  readonly streams: readonly DeviceArray[];
  readonly states: readonly DeviceArray[];
  readonly start: DeviceArray;
}

/** The steps of one chunk, and the textures that they make. */
class TextureSteps {
  states: readonly DeviceArray[];
  readonly #chunk: Chunk;
  readonly #textures: Textures;
  readonly #made = new Set<DeviceArray>();
  readonly #results: DeviceArray[] = [];
  #step: DeviceArray;

  constructor(chunk: Chunk, textures: Textures) {
    this.#chunk = chunk;
    this.#textures = textures;
    this.states = textures.states;
    this.#step = textures.start;
    for (const array of [...textures.streams, ...textures.states, textures.start]) this.#made.add(array);
  }

  run(checkpoint: () => void): Float32Array[] {
    const { program, stepCount } = this.#chunk;
    const lengths = program.rows.map((slot) => lengthOf(program, slot));
    const rows = lengths.map((length) => new Float32Array(length * stepCount));
    this.#call('once');
    for (let step = 0; step < stepCount; step++) {
      checkpoint();
      this.#call('always');
      program.rows.forEach((slot, i) => {
        rows[i].set(flatten(this.#at(slot).toArray(), lengths[i]), step * lengths[i]);
      });
      this.states = program.next.map((slot) => this.#at(slot));
      if (program.streams.length > 0) this.#step = this.#own(this.#textures.counter(this.#step));
      this.#drop();
    }
    return rows;
  }

  /** Deletes all textures but those that stay. */
  release(kept: ReadonlySet<DeviceArray>): void {
    for (const array of this.#made) if (!kept.has(array)) array.delete();
    this.#made.clear();
  }

  /** Deletes what the next step does not read. */
  #drop(): void {
    const { program } = this.#chunk;
    const invariant = program.calls.flatMap(({ isInvariant }, i) => (isInvariant ? [this.#results[i]] : []));
    const kept = new Set([...this.states, ...this.#textures.streams, ...invariant, this.#step]);
    for (const array of this.#made) {
      if (kept.has(array)) continue;
      array.delete();
      this.#made.delete(array);
    }
  }

  #own(result: unknown): DeviceArray {
    const array = result as DeviceArray;
    this.#made.add(array);
    return array;
  }

  #call(wanted: 'once' | 'always'): void {
    this.#chunk.program.calls.forEach(({ kernel, arguments: operands, isInvariant }, i) => {
      if (isInvariant !== (wanted === 'once')) return;
      this.#results[i] = this.#own(
        this.#textures.call(
          kernel,
          operands.map((slot) => this.#at(slot)),
        ),
      );
    });
  }

  #at(slot: Slot): DeviceArray {
    const { inputs, streams } = this.#textures;
    switch (slot.kind) {
      case 'input':
        return inputs[slot.index];
      case 'stream':
        return streams[slot.index];
      case 'state':
        return this.states[slot.index];
      case 'counter':
        return this.#step;
      case 'result':
        return this.#results[slot.index];
    }
  }
}

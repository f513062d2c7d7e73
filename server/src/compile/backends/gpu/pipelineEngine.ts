/**
 * Programs on WebGPU: the steps of a chunk are recorded as one pipeline of gpu.js, which is one command buffer and one readback. A pipeline is made
 * per program and number of steps. Steps of any number without recompiling would need a literal per step, or a readback per
 * step: both are far slower.
 */

import { GpuFailure } from './gpuFailure.ts';
import {
  counterSource,
  type DeviceKernel,
  type DeviceLibrary,
  type DevicePipeline,
  flatInput,
  flatten,
  outputOf,
} from './gpuLibrary.ts';
import type { Chunk, ChunkResult, GpuProgram, KeyedData, Slot } from './gpuProgram.ts';
import { ResidentOperands } from './residentOperands.ts';

/** A program with what was made of it. */
interface MadeProgram {
  readonly program: GpuProgram;
  readonly kernels: readonly DeviceKernel[];
  readonly counter: DeviceKernel;
  readonly pipelines: Map<number, MadePipeline>;
  /** The operands by place: key and contents. */
  readonly contents: Map<number, { readonly key: number; readonly data: Float32Array }>;
}

interface MadePipeline {
  readonly run: DevicePipeline;
  readonly resident: ResidentOperands;
}

const zeroCounter = new Float32Array(1);

export class PipelineEngine {
  readonly #library: DeviceLibrary;
  readonly #programs = new Map<number, MadeProgram>();

  constructor(library: DeviceLibrary) {
    this.#library = library;
  }

  /** Throws `GpuFailure` where gpu.js would compute on anything but the device. */
  async run(chunk: Chunk): Promise<ChunkResult> {
    const { program, stepCount } = chunk;
    const made = this.#made(program);
    const operands = this.#operands(chunk, made);
    const known = made.pipelines.get(stepCount);
    const pipeline = known ?? this.#record(made, stepCount);
    const results = (await pipeline.run(...this.#uploaded(chunk, { made, pipeline, operands }))) as unknown[];
    if (pipeline.run.executorKind !== 'fused-encoder') {
      const reason = pipeline.run.fallbackReason ?? 'no reason given';
      this.forget(program.id);
      throw new GpuFailure(`gpu.js left the device (${pipeline.run.backend}: ${reason})`, { isFinal: false });
    }
    chunk.inputs.forEach(({ key }, operand) => {
      pipeline.resident.holds(operand, key);
    });
    return this.#results(chunk, { made, pipeline, results });
  }

  forget(programId: number): void {
    const made = this.#programs.get(programId);
    this.#programs.delete(programId);
    for (const { run } of made?.pipelines.values() ?? []) void run.destroy();
  }

  #made(program: GpuProgram): MadeProgram {
    const known = this.#programs.get(program.id);
    if (known) return known;
    const kernels = program.kernels.map((text) =>
      this.#library.createKernel(text.source, { output: outputOf(text) }),
    );
    const counter = this.#library.createKernel(counterSource, { output: [1] });
    const made: MadeProgram = { program, kernels, counter, pipelines: new Map(), contents: new Map() };
    this.#programs.set(program.id, made);
    return made;
  }

  /** The contents of all inputs, then of all states. */
  #operands(
    { inputs, states }: Chunk,
    { contents }: MadeProgram,
  ): readonly { key: number; data: Float32Array }[] {
    return [...inputs, ...states].map(({ key, data }: KeyedData, place) => {
      if (data) contents.set(place, { key, data });
      const known = contents.get(place);
      if (known?.key !== key) throw new GpuFailure('an operand is not on the device', { isFinal: false });
      return known;
    });
  }

  /** What the pipeline is called with; null for what is on the device already. */
  #uploaded(
    { program, streams }: Chunk,
    {
      made,
      pipeline,
      operands,
    }: {
      made: MadeProgram;
      pipeline: MadePipeline;
      operands: readonly { key: number; data: Float32Array }[];
    },
  ): unknown[] {
    const { inputs, states } = program;
    const given = operands.map(({ key, data }, place) => {
      const operand = place < inputs.length ? place : place + streams.length;
      return pipeline.resident.keep(operand, key) ? null : flatInput(data);
    });
    const rows = streams.map(flatInput);
    const all = [...given.slice(0, inputs.length), ...rows, ...given.slice(inputs.length)];
    return made.program.streams.length > 0
      ? [...all, flatInput(zeroCounter)]
      : all.slice(0, inputs.length + rows.length + states.length);
  }

  #record(made: MadeProgram, stepCount: number): MadePipeline {
    const { program } = made;
    const counts = [program.inputs.length, program.streams.length, program.states.length];
    const operandCount = counts.reduce((a, b) => a + b, 0) + (program.streams.length > 0 ? 1 : 0);
    const record = (...handles: unknown[]): unknown[] => recordSteps(made, { handles, stepCount });
    // gpu.js takes the number of operands from the function.
    Object.defineProperty(record, 'length', { value: operandCount });
    const run = this.#library.createPipeline(record);
    const pipeline: MadePipeline = { run, resident: new ResidentOperands(run.pipeline) };
    made.pipelines.set(stepCount, pipeline);
    return pipeline;
  }

  #results(
    { program, stepCount, nextKeys, streams }: Chunk,
    { made, pipeline, results }: { made: MadeProgram; pipeline: MadePipeline; results: readonly unknown[] },
  ): ChunkResult {
    const wanted = program.rows.length;
    const lengths = program.rows.map((slot) => lengthOf(program, slot));
    const rows = lengths.map((length, row) => {
      const all = new Float32Array(length * stepCount);
      for (let step = 0; step < stepCount; step++)
        all.set(flatten(results[step * wanted + row], length), step * length);
      return all;
    });
    const first = wanted * stepCount;
    const states = program.states.map((length, i) => {
      const data = flatten(results[first + i], length);
      const place = program.inputs.length + i;
      made.contents.set(place, { key: nextKeys[i], data });
      pipeline.resident.carry(first + i, place + streams.length, nextKeys[i]);
      return data;
    });
    return { rows, states };
  }
}

/** Elements of a result. */
export function lengthOf({ kernels, calls }: GpuProgram, slot: Slot): number {
  if (slot.kind !== 'result') throw new GpuFailure('a row that no kernel computes', { isFinal: false });
  return kernels[calls[slot.index].kernel].shape.reduce((a, b) => a * b, 1);
}

/** Calls the kernels of all steps: for each step the rows that are wanted, then the states. */
function recordSteps(
  { program, kernels, counter }: MadeProgram,
  { handles, stepCount }: { readonly handles: readonly unknown[]; readonly stepCount: number },
): unknown[] {
  const [inputEnd, streamEnd] = [program.inputs.length, program.inputs.length + program.streams.length];
  let states = handles.slice(streamEnd, streamEnd + program.states.length);
  let step: unknown = handles[streamEnd + program.states.length];
  const results: unknown[] = [];
  const at = (slot: Slot): unknown => {
    switch (slot.kind) {
      case 'input':
        return handles[slot.index];
      case 'stream':
        return handles[inputEnd + slot.index];
      case 'state':
        return states[slot.index];
      case 'counter':
        return step;
      case 'result':
        return results[slot.index];
    }
  };
  const call = (wanted: 'once' | 'always'): void =>
    program.calls.forEach(({ kernel, arguments: operands, isInvariant }, i) => {
      if (isInvariant === (wanted === 'once')) results[i] = kernels[kernel](...operands.map(at));
    });
  call('once');
  const rows: unknown[] = [];
  for (let i = 0; i < stepCount; i++) {
    call('always');
    rows.push(...program.rows.map(at));
    states = program.next.map(at);
    if (program.streams.length > 0) step = counter(step);
  }
  return [...rows, ...states];
}

/** A device that runs the texts of kernels as what they are, JavaScript: it shows what a program does without a GPU. */
import type {
  GpuAdapter,
  GpuDevice,
  GpuHost,
} from '../../../../server/src/compile/backends/gpu/gpuDevice.ts';
import { GpuFailure } from '../../../../server/src/compile/backends/gpu/gpuFailure.ts';
import type {
  Chunk,
  ChunkResult,
  GpuProgram,
  KeyedData,
  Slot,
} from '../../../../server/src/compile/backends/gpu/gpuProgram.ts';

type Thread = Readonly<Record<'x' | 'y' | 'z', number>>;
type KernelFunction = (this: { thread: Thread }, ...operands: Float32Array[]) => number;

/** What a device was asked. */
export interface Asked {
  readonly stepCount: number;
  /** Operands that came with contents. */
  readonly uploads: number;
}

export class ScriptDevice implements GpuDevice {
  readonly adapter: GpuAdapter = { name: 'Script', isSoftware: false, mode: 'webgpu' };
  readonly asked: Asked[] = [];
  readonly forgotten: number[] = [];
  /** What the device does instead of the next chunks, one after another. */
  readonly faults: (() => ChunkResult | null)[] = [];
  readonly #contents = new Map<string, { key: number; data: Float32Array }>();

  run(chunk: Chunk, checkpoint: () => void): ChunkResult {
    checkpoint();
    const { program, stepCount, inputs, states } = chunk;
    const operands = [...inputs, ...states];
    this.asked.push({ stepCount, uploads: operands.filter(({ data }) => data !== null).length });
    const given = operands.map((operand, place) => this.#content(program, place, operand));
    const result = this.faults.shift()?.() ?? runSteps(chunk, given);
    result.states.forEach((data, i) => {
      this.#contents.set(`${program.id} ${inputs.length + i}`, { key: chunk.nextKeys[i]!, data });
    });
    return result;
  }

  forget(programId: number): void {
    this.forgotten.push(programId);
    for (const name of [...this.#contents.keys()])
      if (name.startsWith(`${programId} `)) this.#contents.delete(name);
  }

  #content({ id }: GpuProgram, place: number, { key, data }: KeyedData): Float32Array {
    const name = `${id} ${place}`;
    if (data) this.#contents.set(name, { key, data: data.slice() });
    const known = this.#contents.get(name);
    if (known?.key !== key) throw new GpuFailure('an operand is missing', { isFinal: true });
    return known.data;
  }
}

function runSteps({ program, stepCount, streams }: Chunk, operands: readonly Float32Array[]): ChunkResult {
  const functions = program.kernels.map(({ source }) => new Function(`return ${source}`)() as KernelFunction);
  const results: Float32Array[] = [];
  let states = operands.slice(program.inputs.length);
  const counter = new Float32Array(1);
  const at = (slot: Slot): Float32Array => {
    const places = { input: operands, stream: streams, state: states, result: results, counter: [counter] };
    return places[slot.kind]['index' in slot ? slot.index : 0]!;
  };
  const call = (wanted: boolean): void =>
    program.calls.forEach(({ kernel, arguments: slots, isInvariant }, i) => {
      if (isInvariant === wanted)
        results[i] = runKernel(functions[kernel]!, program.kernels[kernel]!.shape, slots.map(at));
    });
  call(true);
  const rows = program.rows.map((): number[] => []);
  for (let step = 0; step < stepCount; step++) {
    call(false);
    program.rows.forEach((slot, i) => void rows[i]!.push(...at(slot)));
    states = program.next.map(at);
    counter[0]!++;
  }
  return { rows: rows.map((row) => Float32Array.from(row)), states: states.map((state) => state.slice()) };
}

function runKernel(
  kernel: KernelFunction,
  shape: readonly number[],
  operands: readonly Float32Array[],
): Float32Array {
  const [width, height, depth] = [...shape].reverse().concat(1, 1) as [number, number, number];
  return Float32Array.from({ length: width * height * depth }, (_, i) => {
    const thread = {
      x: i % width,
      y: Math.floor(i / width) % height,
      z: Math.floor(i / (width * height)),
    };
    return kernel.apply({ thread }, [...operands]);
  });
}

export const hostOf = (device: GpuDevice | string): GpuHost => ({ open: () => device });

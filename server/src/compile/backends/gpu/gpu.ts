/**
 * The device of an evaluator: opened when it is first asked for, tested before it is used, measured once, and given up when it fails. What it
 * keeps is bounded: programs that were not used for long are forgotten with all that they have on the device.
 */
import { t } from '../../../base/l10n.ts';
import { calibrate } from './calibration.ts';
import { type MachineSpeeds, readSpeeds } from './costModel.ts';
import type { GpuDevice, GpuHost } from './gpuDevice.ts';
import { GpuFailure } from './gpuFailure.ts';
import type { Chunk, ChunkResult, GpuProgram } from './gpuProgram.ts';
import { selfTest } from './selfTest.ts';

/** What a person says about the device. */
export interface GpuWishes {
  /** float64 programs may be computed in float32. */
  readonly allowFloat32: boolean;
  /** What was measured on this machine before; anything. */
  readonly speeds: unknown;
}

export interface GpuOptions {
  readonly host: GpuHost;
  readonly now: () => number;
  /** Told of new measurements, for those who keep them. */
  readonly tellSpeeds: (speeds: MachineSpeeds) => void;
}

/** Bytes of operands and results of all programs together. */
const mostBytes = 2 ** 29;

interface KnownProgram {
  readonly byteLength: number;
  /** What the device has: keys by place, inputs first. */
  keys: readonly number[];
}

export class Gpu {
  wishes: GpuWishes = { allowFloat32: false, speeds: null };
  readonly #options: GpuOptions;
  #device: GpuDevice | string | null = null;
  #speeds: MachineSpeeds | null = null;
  /** Least recently used first. */
  readonly #programs = new Map<number, KnownProgram>();

  constructor(options: GpuOptions) {
    this.#options = options;
  }

  /** The tested device, or why there is none. */
  open(checkpoint: () => void): GpuDevice | string {
    if (this.#device !== null) return this.#device;
    try {
      this.#device = this.#opened(checkpoint);
      return this.#device;
    } catch (error) {
      if (!(error instanceof GpuFailure)) throw error;
      // What may be otherwise the next time is asked for again.
      if (error.isFinal) this.#device = error.message;
      return error.message;
    }
  }

  /** True where asking again makes no sense. */
  get isGivenUp(): boolean {
    return typeof this.#device === 'string';
  }

  /** The speeds of the open device, measured if nobody knows them; null where the device fails meanwhile. */
  speeds(checkpoint: () => void): MachineSpeeds | null {
    const device = this.open(checkpoint);
    if (typeof device === 'string') return null;
    this.#speeds ??= readSpeeds(this.wishes.speeds, device.adapter.name);
    if (this.#speeds) return this.#speeds;
    try {
      this.#speeds = calibrate(device, { now: this.#options.now, checkpoint });
      this.#options.tellSpeeds(this.#speeds);
      return this.#speeds;
    } catch (error) {
      this.fail(error);
      return null;
    }
  }

  /** What the device has of the operands of a program, by place. */
  keysOf(program: GpuProgram): readonly number[] {
    return this.#programs.get(program.id)?.keys ?? [];
  }

  hasProgram(program: GpuProgram): boolean {
    return this.#programs.has(program.id);
  }

  /** Computes some steps. Throws `GpuFailure`, or what `checkpoint` throws; the device has nothing of the program then. */
  run(chunk: Chunk, checkpoint: () => void): ChunkResult {
    const device = this.open(checkpoint);
    if (typeof device === 'string') throw new GpuFailure(device, { isFinal: true });
    this.#makeRoom(device, chunk.program);
    try {
      const result = device.run(chunk, checkpoint);
      const keys = [...chunk.inputs.map(({ key }) => key), ...chunk.nextKeys];
      this.#programs.set(chunk.program.id, { byteLength: byteLengthOf(chunk.program), keys });
      return result;
    } catch (error) {
      this.#programs.delete(chunk.program.id);
      device.forget(chunk.program.id);
      throw error;
    }
  }

  /** Takes note of a failure; what is none is thrown on. Gives the reason. */
  fail(error: unknown): string {
    if (!(error instanceof GpuFailure)) throw error;
    if (error.isFinal) {
      this.#device = error.message;
      this.#programs.clear();
    }
    return error.message;
  }

  #opened(checkpoint: () => void): GpuDevice | string {
    const device = this.#options.host.open(checkpoint);
    if (typeof device === 'string') return device;
    const fault = selfTest(device, checkpoint);
    return fault === null ? device : t('{0} is not used: {1}', device.adapter.name, fault);
  }

  #makeRoom(device: GpuDevice, program: GpuProgram): void {
    const known = this.#programs.get(program.id);
    this.#programs.delete(program.id);
    let sum = byteLengthOf(program);
    for (const { byteLength } of this.#programs.values()) sum += byteLength;
    for (const [id, { byteLength }] of this.#programs) {
      if (sum <= mostBytes) break;
      sum -= byteLength;
      this.#programs.delete(id);
      device.forget(id);
    }
    if (known) this.#programs.set(program.id, known);
  }
}

/** What a program has on the device between calls. */
function byteLengthOf({ inputs, states, kernels }: GpuProgram): number {
  const results = kernels.map(({ shape }) => 2 * shape.reduce((a, b) => a * b, 1));
  return 4 * [...inputs, ...states, ...results].reduce((a, b) => a + b, 0);
}

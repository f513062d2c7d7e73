/** gpu.js as far as it is used here, and how kernels are made with it. The only file that names the package. */
import { GPU, Input } from 'gpu.js';
import type { KernelText } from './gpuProgram.ts';

/** A value on the device. */
export interface DeviceArray {
  /** Its lengths, the one that varies fastest first. */
  readonly output: readonly number[];
  toArray(): unknown;
  delete(): void;
}

/** Called with arrays, or with handles of a pipeline that is being recorded. */
export type DeviceKernel = (...operands: unknown[]) => unknown;

/** A recorded sequence of kernels. */
export interface DevicePipeline {
  (...operands: unknown[]): Promise<unknown>;
  readonly executorKind: string;
  readonly fallbackReason: string | null;
  readonly backend: string | null;
  /** What it is made of; none of the documented interface. */
  readonly pipeline: unknown;
  destroy(): Promise<void>;
}

export interface DeviceLibrary {
  createKernel(source: string, settings: object): DeviceKernel & { readonly kernel: KernelState };
  createPipeline(record: (...handles: unknown[]) => unknown): DevicePipeline;
  destroy(): Promise<void>;
}

/** What a kernel says about itself. */
interface KernelState {
  readonly constructor: { readonly mode?: string };
  readonly fallbackReason?: string | null;
}

/** `surface` is what WebGL draws on. */
export const openLibrary = (
  mode: 'webgpu' | 'webgl2',
  surface: { readonly canvas?: object; readonly context?: object } = {},
): DeviceLibrary => new GPU({ mode, ...surface }) as unknown as DeviceLibrary;

/** A flat array as an operand. */
export const flatInput = (data: Float32Array): unknown =>
  new Input(data as unknown as number[], [data.length]);

/** The lengths of an output as gpu.js has them: the one that varies fastest first. */
export const outputOf = ({ shape }: KernelText): number[] => [...shape].reverse();

/** The numbers of a result, which comes as nested arrays, in C order. */
export function flatten(value: unknown, length: number): Float32Array {
  if (value instanceof Float32Array && value.length === length) return value;
  const flat = new Float32Array(length);
  let next = 0;
  const take = (part: unknown): void => {
    if (part instanceof Float32Array) {
      flat.set(part, next);
      next += part.length;
    } else for (const one of part as readonly unknown[]) take(one);
  };
  take(value);
  return flat;
}

/** Counts a one-element state up. */
export const counterSource = 'function (a0) {\n  return a0[0] + 1.0;\n}';

/** A device as the backend sees it: it answers when it is asked. What that takes is its host's matter (session/nodeGpu.ts). */
import type { Chunk, ChunkResult } from './gpuProgram.ts';

export interface GpuAdapter {
  /** For people: `NVIDIA H100 80GB HBM3`. */
  readonly name: string;
  /** The CPU pretends to be a device. */
  readonly isSoftware: boolean;
  readonly mode: 'webgpu' | 'webgl2';
}

export interface GpuDevice {
  readonly adapter: GpuAdapter;
  /** Computes some steps; asks `checkpoint` now and then, which may throw. Throws `GpuFailure`. */
  run(chunk: Chunk, checkpoint: () => void): ChunkResult;
  /** A program will not be run again. */
  forget(programId: number): void;
}

/** Opens the device when it is first needed. */
export interface GpuHost {
  /** The device, or why there is none. Throws `GpuFailure` where there may be one the next time. */
  open(checkpoint: () => void): GpuDevice | string;
}

/** Kinds of adapters that are no devices. */
const softwareNames = /swiftshader|llvmpipe|lavapipe|software|basic render|warp/i;

/** Browsers wrap the name: `ANGLE (NVIDIA, NVIDIA GeForce RTX 3070 (0x00002484) Direct3D11 vs_5_0 ps_5_0, D3D11)`. */
function withoutWrapping(description: string): string {
  const inner = /^ANGLE \([^,]*, (.*), [^,]*\)$/.exec(description)?.[1] ?? description;
  const bare = inner.replace(/ \(0x[0-9a-f]+\)| Direct3D.*$| OpenGL.*$/gi, '');
  return /^Vulkan [\d.]+ \((.*)\)$/.exec(bare)?.[1] ?? bare;
}

/** What a device calls itself, in words. */
export function describeAdapter(
  info: {
    readonly description?: string;
    readonly vendor?: string;
    readonly architecture?: string;
    readonly device?: string;
    readonly isFallback?: boolean;
  },
  mode: GpuAdapter['mode'],
): GpuAdapter {
  const { description, vendor, architecture, device, isFallback } = info;
  const words = [vendor, architecture].filter(Boolean).join(' ');
  const told = withoutWrapping(description ?? '');
  const name = (/[a-z]/i.test(told) ? told : words || device) || 'unnamed adapter';
  const isSoftware = isFallback === true || softwareNames.test([name, words, device, description].join(' '));
  return { name: name.replace(/\s+/g, ' ').trim(), isSoftware, mode };
}

/** What an evaluator and the thread that owns its device say to each other. */
import type { GpuAdapter } from '../compile/backends/gpu/gpuDevice.ts';
import type { Chunk, ChunkResult } from '../compile/backends/gpu/gpuProgram.ts';

export type GpuRequest =
  | { readonly type: 'run'; readonly id: number; readonly chunk: Chunk }
  | { readonly type: 'forget'; readonly programId: number };

export type GpuAnswer =
  | { readonly type: 'opened'; readonly adapter: GpuAdapter }
  | { readonly type: 'done'; readonly id: number; readonly result: ChunkResult }
  | { readonly type: 'failed'; readonly id: number; readonly reason: string; readonly isFinal: boolean };

/** The id of answers that are no answers: the device could not be opened, or is gone. */
export const noRequest = 0;

/**
 * What a device runs, as plain data that goes from thread to thread: kernels as text, the calls of one step, and where everything goes. A
 * program without streams and states whose only step is called once computes a part of a graph outside of scans.
 */

/** Where an operand of a kernel is. */
export type Slot =
  /** The same in every step. */
  | { readonly kind: 'input'; readonly index: number }
  /** The rows of the present chunk, one behind another. */
  | { readonly kind: 'stream'; readonly index: number }
  | { readonly kind: 'state'; readonly index: number }
  /** The number of the step within the chunk, as one element. */
  | { readonly kind: 'counter' }
  /** What another call gave. */
  | { readonly kind: 'result'; readonly index: number };

export interface KernelText {
  readonly source: string;
  /** At most three lengths, the last one varies fastest. */
  readonly shape: readonly number[];
}

export interface KernelCall {
  readonly kernel: number;
  readonly arguments: readonly Slot[];
  /** The same in every step: called once per chunk. */
  readonly isInvariant: boolean;
}

export interface GpuProgram {
  /** Names it for the device, which keeps what it made of it. */
  readonly id: number;
  readonly kernels: readonly KernelText[];
  /** A step, in order. */
  readonly calls: readonly KernelCall[];
  /** Numbers of elements: of inputs, of a row of each stream, of states. */
  readonly inputs: readonly number[];
  readonly streams: readonly number[];
  readonly states: readonly number[];
  /** What the states are after a step. */
  readonly next: readonly Slot[];
  /** What is wanted of every step; results of calls. */
  readonly rows: readonly Slot[];
}

/** An operand by the key of its contents; null where the device has them. */
export interface KeyedData {
  readonly key: number;
  readonly data: Float32Array | null;
}

/** Some steps of a program. */
export interface Chunk {
  readonly program: GpuProgram;
  readonly stepCount: number;
  readonly inputs: readonly KeyedData[];
  readonly streams: readonly Float32Array[];
  readonly states: readonly KeyedData[];
  /** The keys of the states that come out. */
  readonly nextKeys: readonly number[];
}

export interface ChunkResult {
  /** For each row that is wanted those of all steps, one behind another. */
  readonly rows: readonly Float32Array[];
  readonly states: readonly Float32Array[];
}

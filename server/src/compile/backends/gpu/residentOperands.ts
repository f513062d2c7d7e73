/**
 * Keeps operands of a pipeline on the device from call to call. gpu.js 2.24 uploads every operand at every call; the buffers that it uploads to are
 * in a map, and what is not in the map is left as it is. Where gpu.js is built otherwise nothing is kept: slower, but right.
 */

interface Region {
  readonly buffer: DeviceBuffer;
}

interface DeviceBuffer {
  readonly size: number;
}

interface ResultRead {
  readonly kind: string;
  readonly buffer?: DeviceBuffer;
  readonly byteLength?: number;
}

interface Encoder {
  copyBufferToBuffer(
    from: DeviceBuffer,
    fromOffset: number,
    to: DeviceBuffer,
    toOffset: number,
    byteLength: number,
  ): void;
  finish(): unknown;
}

interface Executor {
  readonly kind?: string;
  readonly _argRegions?: Map<number, Region>;
  readonly _resultReads?: readonly ResultRead[];
  readonly _device?: {
    createCommandEncoder(): Encoder;
    readonly queue: { submit(commands: readonly unknown[]): void };
  };
}

export class ResidentOperands {
  readonly #pipeline: { readonly _executor?: Executor | false };
  /** The executor that is looked after, and its buffers. */
  #executor: Executor | null = null;
  #regions: ReadonlyMap<number, Region> = new Map();
  readonly #keys = new Map<number, number>();

  constructor(pipeline: unknown) {
    this.#pipeline = pipeline as { readonly _executor?: Executor | false };
  }

  /** True where the operand need not be uploaded for the next call. */
  keep(operand: number, key: number): boolean {
    const executor = this.#present();
    const region = executor && this.#regions.get(operand);
    if (!executor || !region) return false;
    if (this.#keys.get(operand) === key) {
      executor._argRegions!.delete(operand);
      return true;
    }
    executor._argRegions!.set(operand, region);
    return false;
  }

  /** The last call has brought the operand, or left it there. */
  holds(operand: number, key: number): void {
    if (this.#present() && this.#regions.has(operand)) this.#keys.set(operand, key);
  }

  /** Puts a result of the last call into the buffer of an operand. */
  carry(result: number, operand: number, key: number): void {
    const executor = this.#present();
    const region = executor && this.#regions.get(operand);
    const read = executor?._resultReads?.[result];
    if (!executor || !region) return;
    if (read?.kind !== 'step' || !read.buffer || read.byteLength !== region.buffer.size) {
      this.#keys.delete(operand);
      return;
    }
    const device = executor._device!;
    const encoder = device.createCommandEncoder();
    encoder.copyBufferToBuffer(read.buffer, 0, region.buffer, 0, read.byteLength);
    device.queue.submit([encoder.finish()]);
    this.#keys.set(operand, key);
  }

  /** The executor, once there is one of the shape that is known; another one than before has nothing on the device. */
  #present(): Executor | null {
    const executor = this.#pipeline._executor || null;
    if (executor === this.#executor) return executor;
    this.#keys.clear();
    const isKnown = executor?._argRegions instanceof Map && executor._device !== undefined;
    this.#executor = isKnown ? executor : null;
    this.#regions = new Map(isKnown ? executor._argRegions : []);
    return this.#executor;
  }
}

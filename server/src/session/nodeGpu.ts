/**
 * The device of an evaluator on Node. Programs are synchronous and WebGPU is not, so a thread of its own owns the device, and the evaluator's
 * thread waits for its answers: in short pieces, between which the run may be stopped. What was asked for is then still computed, and
 * its answer dropped.
 */
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { GpuAdapter, GpuDevice, GpuHost } from '../compile/backends/gpu/gpuDevice.ts';
import { GpuFailure } from '../compile/backends/gpu/gpuFailure.ts';
import type { Chunk, ChunkResult } from '../compile/backends/gpu/gpuProgram.ts';
import { type GpuAnswer, type GpuRequest, noRequest } from './gpuThread.ts';
import { gpuEntry } from './nodeAssets.ts';

/** How long the thread sleeps at most before it looks whether it has to stop. */
const sliceMs = 10;
/** How long a device may take until it is there. */
const openLimitMs = 20_000;

export interface GpuThreadData {
  readonly port: MessagePort;
  /** Counts the answers. */
  readonly answered: Int32Array;
}

/** `entry` is the program of the thread. */
export const nodeGpuHost = (entry: () => string = gpuEntry): GpuHost => ({
  open(checkpoint) {
    let program: string;
    try {
      program = entry();
    } catch {
      return 'this build has no GPU support';
    }
    const thread = new GpuThread(program);
    const startedAt = performance.now();
    const answer = thread.wait(() => {
      checkpoint();
      return performance.now() - startedAt < openLimitMs;
    });
    if (answer?.type === 'opened') return new ThreadDevice(thread, answer.adapter);
    thread.end();
    return answer?.type === 'failed' ? answer.reason : 'the GPU did not answer';
  },
});

class GpuThread {
  readonly #worker: Worker;
  readonly #port: MessagePort;
  readonly #answered = new Int32Array(new SharedArrayBuffer(4));

  constructor(program: string) {
    const { port1, port2 } = new MessageChannel();
    const workerData: GpuThreadData = { port: port2, answered: this.#answered };
    this.#worker = new Worker(program, { workerData, transferList: [port2] });
    // What it has to say comes through the port, and nothing means that the GPU does not answer.
    this.#worker.on('error', () => {});
    this.#port = port1;
    this.#port.unref();
    this.#worker.unref();
  }

  send(request: GpuRequest): void {
    this.#port.postMessage(request);
  }

  /** The next answer; null when `goesOn` says that it took too long. What it throws is thrown on. */
  wait(goesOn: () => boolean): GpuAnswer | null {
    for (;;) {
      const seen = Atomics.load(this.#answered, 0);
      const received = receiveMessageOnPort(this.#port);
      if (received) return received.message as GpuAnswer;
      if (!goesOn()) return null;
      Atomics.wait(this.#answered, 0, seen, sliceMs);
    }
  }

  end(): void {
    this.#port.close();
    void this.#worker.terminate();
  }
}

class ThreadDevice implements GpuDevice {
  readonly adapter: GpuAdapter;
  readonly #thread: GpuThread;
  #lastId: number = noRequest;

  constructor(thread: GpuThread, adapter: GpuAdapter) {
    this.#thread = thread;
    this.adapter = adapter;
  }

  run(chunk: Chunk, checkpoint: () => void): ChunkResult {
    const id = ++this.#lastId;
    this.#thread.send({ type: 'run', id, chunk });
    const always = (): boolean => {
      checkpoint();
      return true;
    };
    for (;;) {
      const answer = this.#thread.wait(always)!;
      if (answer.type === 'failed' && (answer.id === id || answer.id === noRequest))
        throw new GpuFailure(answer.reason, answer);
      if (answer.type === 'done' && answer.id === id) return answer.result;
    }
  }

  forget(programId: number): void {
    this.#thread.send({ type: 'forget', programId });
  }
}

/**
 * How long a program would take on the device and in WebAssembly, from the speeds of this machine: pure arithmetic. What it predicts is
 * right within a factor of two or three, which is enough: where the two are that close it does not matter which one runs.
 */
import type { KernelWork } from './kernelBuilder.ts';

/** What was measured once on a machine (`calibration.ts`). */
export interface MachineSpeeds {
  /** The device that was measured; speeds of another one say nothing. */
  readonly adapter: string;
  /** To ask for a chunk of steps and to get its results. */
  readonly chunkMs: number;
  /** To begin a kernel within a chunk. */
  readonly callMs: number;
  /** To get a row by itself, beyond its bytes. */
  readonly rowMs: number;
  /** An operation of a single thread: multiplying and adding, with reading. */
  readonly threadOperationMs: number;
  /** An operation where all threads are busy. */
  readonly operationMs: number;
  /** To bring a byte to the device or back. */
  readonly byteMs: number;
  /** An operation in WebAssembly. */
  readonly wasmOperationMs: number;
}

/** What a run would do. */
export interface Work {
  readonly stepCount: number;
  readonly chunkCount: number;
  readonly calls: readonly KernelWork[];
  /** Rows that come back, of all steps. */
  readonly rowCount: number;
  /** What has to go to the device or come back. */
  readonly bytes: number;
  /** Kernels that have to be compiled first. */
  readonly newKernels: number;
}

/** What compiling a kernel takes, roughly, on any device. */
const compileMs = 10;
/** Recording a call when a pipeline is made. */
const recordMs = 0.02;

export function deviceMs(work: Work, speeds: MachineSpeeds): number {
  const stepMs = work.calls.reduce(
    (sum, call) =>
      sum +
      speeds.callMs +
      Math.max(
        call.operations * speeds.threadOperationMs,
        call.threads * call.operations * speeds.operationMs,
      ),
    0,
  );
  const stepsPerChunk = Math.ceil(work.stepCount / work.chunkCount);
  const startMs =
    work.newKernels * compileMs + (work.newKernels > 0 ? stepsPerChunk * work.calls.length * recordMs : 0);
  const transferMs = work.rowCount * speeds.rowMs + work.bytes * speeds.byteMs;
  return startMs + work.chunkCount * speeds.chunkMs + work.stepCount * stepMs + transferMs;
}

export const wasmMs = (
  { calls, stepCount }: Work,
  { wasmOperationMs }: Pick<MachineSpeeds, 'wasmOperationMs'>,
): number =>
  stepCount * calls.reduce((sum, { threads, operations }) => sum + threads * operations, 0) * wasmOperationMs;

/** For those who have to decide whether it is worth to look for a device at all. */
export const usualWasmSpeed = { wasmOperationMs: 2.5e-7 };
/** What starting a device, measuring it and compiling is worth at the least. */
export const leastWasmMs = 100;

/** Operations that an element of one array has with one of another, at the most that is usual. */
const usualOperations = 64;

/** False where WebAssembly would be done soon whatever the step does, so that it need not be looked at. */
export function mayPay(stepCount: number, elementCount: number): boolean {
  // A product of two matrices: its elements to the power of three halves.
  const most = stepCount * elementCount ** 1.5 * usualOperations;
  return most * usualWasmSpeed.wasmOperationMs >= leastWasmMs;
}

/** True where the device is predicted to be clearly faster. */
export const paysOnDevice = (work: Work, speeds: MachineSpeeds): boolean =>
  deviceMs(work, speeds) * 1.2 < wasmMs(work, speeds);

/** Speeds from elsewhere, if they are what they should be and of this device. */
export function readSpeeds(given: unknown, adapter: string): MachineSpeeds | null {
  if (typeof given !== 'object' || given === null) return null;
  const speeds = given as MachineSpeeds;
  const numbers = [
    speeds.chunkMs,
    speeds.callMs,
    speeds.rowMs,
    speeds.threadOperationMs,
    speeds.operationMs,
    speeds.byteMs,
    speeds.wasmOperationMs,
  ];
  const isWhole = numbers.every((one) => typeof one === 'number' && one > 0 && Number.isFinite(one));
  return isWhole && speeds.adapter === adapter ? speeds : null;
}

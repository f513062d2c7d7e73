/**
 * The thread that owns a device on Node: gpu.js on Dawn, from the package `webgpu`, which is there or not. It answers one request after another;
 * `nodeGpu.ts` waits for it.
 */
import { workerData } from 'node:worker_threads';
import { describeAdapter } from '../compile/backends/gpu/gpuDevice.ts';
import { GpuFailure } from '../compile/backends/gpu/gpuFailure.ts';
import { openLibrary } from '../compile/backends/gpu/gpuLibrary.ts';
import type { Chunk, ChunkResult } from '../compile/backends/gpu/gpuProgram.ts';
import { PipelineEngine } from '../compile/backends/gpu/pipelineEngine.ts';
import { type GpuAnswer, type GpuRequest, noRequest } from './gpuThread.ts';
import type { GpuThreadData } from './nodeGpu.ts';

/** WebGPU as far as it is used here. */
interface Adapter {
  readonly info: Parameters<typeof describeAdapter>[0] & { readonly isFallbackAdapter?: boolean };
  readonly limits: object;
  requestDevice(descriptor?: object): Promise<Device>;
}

interface Device {
  readonly lost: Promise<{ readonly message: string }>;
  pushErrorScope(filter: string): void;
  popErrorScope(): Promise<{ readonly message: string } | null>;
}

interface DawnPackage {
  readonly globals: object;
  create(options: readonly string[]): { requestAdapter(options?: object): Promise<Adapter | null> };
}

const errorScopes = ['validation', 'out-of-memory', 'internal'];

const { port, answered } = workerData as GpuThreadData;

function answer(message: GpuAnswer): void {
  port.postMessage(message, transferred(message) as ArrayBuffer[]);
  Atomics.add(answered, 0, 1);
  Atomics.notify(answered, 0);
}

/** Rows go to the other thread without being copied; states stay here, too. */
const transferred = (message: GpuAnswer): ArrayBufferLike[] =>
  message.type === 'done' ? [...new Set(message.result.rows.map(({ buffer }) => buffer))] : [];

const fail = (id: number, reason: string, { isFinal }: { readonly isFinal: boolean }): void =>
  answer({ type: 'failed', id, reason, isFinal });

// Whoever waits for an answer would not hear that this thread has died.
process.on('uncaughtException', (error) => fail(noRequest, messageOf(error), { isFinal: true }));

void open();

async function open(): Promise<void> {
  try {
    const adapter = await findAdapter();
    if (!adapter) {
      fail(noRequest, 'no adapter answers', { isFinal: true });
      return;
    }
    const device = await shareDevice(adapter);
    const engine = new PipelineEngine(openLibrary('webgpu'));
    void device.lost.then(({ message }) =>
      fail(noRequest, `the device was lost: ${message}`, { isFinal: true }),
    );
    serve(engine, device);
    const { info } = adapter;
    const { vendor, architecture, device: model, description, isFallbackAdapter } = info;
    const isFallback = isFallbackAdapter === true;
    answer({
      type: 'opened',
      adapter: describeAdapter(
        { vendor, architecture, device: model, description, isFallback } as typeof info,
        'webgpu',
      ),
    });
  } catch (error) {
    fail(noRequest, messageOf(error), { isFinal: true });
  }
}

async function findAdapter(): Promise<Adapter | null> {
  const dawn = await loadDawn();
  if (!dawn) throw new Error('the package webgpu is not installed');
  Object.assign(globalThis, dawn.globals);
  implementation = dawn.create([]);
  return implementation.requestAdapter({ powerPreference: 'high-performance' });
}

/** Devices of Dawn live as long as this. */
let implementation: ReturnType<DawnPackage['create']> | null = null;

/** The package is no dependency: it is large, and not made for every machine. */
async function loadDawn(): Promise<DawnPackage | null> {
  try {
    return (await import('webgpu')) as unknown as DawnPackage;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
}

/** gpu.js finds this very device where it looks for one. */
async function shareDevice(adapter: Adapter): Promise<Device> {
  const { maxStorageBufferBindingSize, maxBufferSize } = adapter.limits as Record<string, number>;
  const device = await adapter.requestDevice({
    requiredLimits: { maxStorageBufferBindingSize, maxBufferSize },
  });
  const shared = { limits: adapter.limits, info: adapter.info, requestDevice: async () => device };
  const gpu = { requestAdapter: async () => shared };
  const navigator = (globalThis as { navigator?: object }).navigator ?? {};
  Object.defineProperty(navigator, 'gpu', { value: gpu, configurable: true });
  Object.defineProperty(globalThis, 'navigator', { value: navigator, configurable: true });
  return device;
}

function serve(engine: PipelineEngine, device: Device): void {
  let turn: Promise<void> = Promise.resolve();
  port.on('message', (request: GpuRequest) => {
    turn = turn.then(() => handle(engine, device, request));
  });
}

async function handle(engine: PipelineEngine, device: Device, request: GpuRequest): Promise<void> {
  if (request.type === 'forget') {
    engine.forget(request.programId);
    return;
  }
  const { id, chunk } = request;
  try {
    answer({ type: 'done', id, result: await runChecked(engine, device, chunk) });
  } catch (error) {
    engine.forget(chunk.program.id);
    fail(id, messageOf(error), { isFinal: !(error instanceof GpuFailure) || error.isFinal });
  }
}

/** What a device refuses it says to these scopes; the results are zeros. */
async function runChecked(engine: PipelineEngine, device: Device, chunk: Chunk): Promise<ChunkResult> {
  for (const scope of errorScopes) device.pushErrorScope(scope);
  let result: ChunkResult | null = null;
  let failure: unknown = null;
  try {
    result = await engine.run(chunk);
  } catch (error) {
    failure = error;
  }
  const refusals = await Promise.all(errorScopes.map(() => device.popErrorScope()));
  const refusal = refusals.find((one) => one !== null);
  if (refusal) throw new GpuFailure(firstLine(refusal.message), { isFinal: false });
  if (!result) throw failure;
  return result;
}

const messageOf = (error: unknown): string =>
  firstLine(error instanceof Error ? error.message : String(error));

/** Compilers append whole programs. */
const firstLine = (text: string): string => text.split('\n', 1)[0].slice(0, 200);

/**
 * The thread of a device that fails in the middle of a run, loaded instead of `nodeGpuWorker.ts`. `DEVICE_FAULT` says how, and right after
 * which submission: those of the first chunks come in the first dozens.
 */
import { globals } from 'webgpu';

interface Device {
  destroy(): void;
}
interface Globals {
  readonly GPUAdapter: { prototype: { requestDevice(...given: unknown[]): Promise<Device> } };
  readonly GPUQueue: { prototype: { submit(...given: unknown[]): void } };
}

const faults: Readonly<Record<string, () => void>> = {
  // As a driver that is reset does it.
  lost: () => device?.destroy(),
  thrown: () =>
    queueMicrotask(() => {
      throw new Error('the driver failed');
    }),
};

const [fault = '', submission] = (process.env['DEVICE_FAULT'] ?? '').split(' ');
const { GPUAdapter, GPUQueue } = globals as unknown as Globals;
let device: Device | null = null;
let submitted = 0;

const { requestDevice } = GPUAdapter.prototype;
GPUAdapter.prototype.requestDevice = async function (...given) {
  device = await requestDevice.apply(this, given);
  return device;
};
const { submit } = GPUQueue.prototype;
GPUQueue.prototype.submit = function (...given) {
  submit.apply(this, given);
  if (++submitted === Number(submission)) faults[fault]?.();
};

await import('../../server/src/session/nodeGpuWorker.ts');

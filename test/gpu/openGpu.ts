/** The device of these tests. Without one they fail, and say what is missing. */
import { Gpu } from '../../server/src/compile/backends/gpu/gpu.ts';
import type { GpuDevice, GpuHost } from '../../server/src/compile/backends/gpu/gpuDevice.ts';
import { nodeGpuHost } from '../../server/src/session/nodeGpu.ts';

/** One device for all tests: to open one takes half a second. */
let device: GpuDevice | string | null = null;
let opened: Gpu | null = null;

const host = nodeGpuHost();
export const testHost: GpuHost = {
  open: (checkpoint) => {
    device ??= host.open(checkpoint);
    return device;
  },
};

export function openGpu(): Gpu {
  opened ??= new Gpu({ host: testHost, now: () => performance.now(), tellSpeeds: () => undefined });
  const found = opened.open(() => undefined);
  if (typeof found === 'string') {
    throw new Error(
      `There is no device to test with: ${found}. SwiftShader comes with Chromium, which \`npm test\` installs.`,
    );
  }
  return opened;
}

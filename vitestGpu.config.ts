/**
 * The tests on a device: the GPU of this machine with SCANLENS_GPU=1, else SwiftShader, which comes with Chromium (`npm test` installs
 * it). One to two minutes on two cores. A process of its own, because libraries are looked for where its environment said at its start.
 */
import { defineConfig } from 'vitest/config';
import { swiftShaderEnvironment } from './scripts/support/swiftShader.ts';
import { testReporters } from './scripts/support/testReporters.ts';

const usesGpu = process.env['SCANLENS_GPU'] === '1';

export default defineConfig({
  test: {
    reporters: testReporters(),
    include: ['test/gpu/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    isolate: false,
    maxWorkers: 1,
    env: usesGpu ? {} : (swiftShaderEnvironment() ?? {}),
    experimental: { viteModuleRunner: false, nodeLoader: false },
  },
});

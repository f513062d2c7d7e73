import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { testReporters } from './scripts/support/testReporters.ts';

export default defineConfig({
  test: {
    // `unit` mirrors the source, and so does `processes`, with what only real processes can show; `oracle` and `recorded` run whole
    // programs and compare them with what the real ones printed; `sandbox` attempts to get out; `package` looks into a package that
    // was made before.
    include: ['test/{unit,oracle,package,processes,recorded,sandbox}/**/*.test.ts'],
    reporters: testReporters(),
    testTimeout: 60_000,
    hookTimeout: 30_000,
    pool: 'threads',
    // No test changes what another one sees, and loading the sources anew for each file takes half of the time.
    isolate: false,
    // The main thread has next to nothing to do when Node loads the sources itself, so each core gets a worker.
    maxWorkers: availableParallelism(),
    // The sources run as they do everywhere else. What Vite makes of them reads each imported name through a getter, which
    // costs the interpreter half of its speed.
    experimental: { viteModuleRunner: false, nodeLoader: false },
  },
});

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.ts'],
    reporters: ['default'],
    testTimeout: 30_000,
    pool: 'threads',
    // No test changes what another one sees, and loading the sources anew for each file takes half of the time.
    isolate: false,
  },
});

import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.ts'],
    reporters: ['default'],
    testTimeout: 30_000,
    pool: 'threads',
  },
});

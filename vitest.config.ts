import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/**/*.long.test.ts'],
    reporters: ['default'],
    testTimeout: 30_000,
    // Both of two cores; by default vitest leaves one to itself, and the run takes twice as long.
    maxWorkers: 2,
  },
});

import { defineConfig } from 'vitest/config';

/** Tests that take minutes (crashes at every file-system call, whole corpora): not part of `npm test`, but of CI. */
export default defineConfig({
  test: {
    include: ['test/**/*.long.test.ts'],
    reporters: ['default'],
    testTimeout: 1_800_000,
    hookTimeout: 600_000,
    maxWorkers: 2,
  },
});

import { defineConfig } from 'vitest/config';

/** The tests that mutants meet (scripts/mutate.ts): in this process, of the sources and not of what is built or of time. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/github/**', 'test/cli/**', 'test/**/*hostile.test.ts', 'test/disk.test.ts', 'test/imports.test.ts'],
    testTimeout: 60_000,
    pool: 'threads',
    isolate: false,
  },
});

import { defineConfig } from 'vitest/config';

/** Tests that run in this process: mutants are not in the built bundle. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/github/**', 'test/cli/built.test.ts'],
    testTimeout: 30_000,
  },
});

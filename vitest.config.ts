import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    reporters: ['default', ['json', { outputFile: 'reports/tests.json' }]],
    testTimeout: 60_000,
    // The tests hold no state between files, so they may share one thread's modules.
    pool: 'threads',
    isolate: false,
    // Most of the time is spent in processes that the tests start, so one core left free is one idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});

import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

/** Tests that look at pages in Chromium. Without one they fail, unless NO_BROWSER=1 leaves them out. */
const IN_BROWSER = ['test/playground/{page,identical}.test.ts', 'test/render/html-page.test.ts'];

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(process.env.NO_BROWSER ? IN_BROWSER : [])],
    reporters: ['default', ['json', { outputFile: 'reports/tests.json' }]],
    testTimeout: 60_000,
    // The tests hold no state between files, so they may share one thread's modules.
    pool: 'threads',
    isolate: false,
    // Most of the time is spent in processes that the tests start, so one core left free is one idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
  },
});

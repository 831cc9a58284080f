/** Set up before each test file when it is asked which mutants the file comes by. */
import { afterAll } from 'vitest';

interface Counts {
  readonly static?: Readonly<Record<string, number>>;
}

declare module 'vitest' {
  interface TaskMeta {
    mutants?: string[];
  }
}

// biome-ignore lint/correctness/noEmptyPattern: Vitest asks for a pattern there.
afterAll(({}, suite) => {
  const noted = (globalThis as { __stryker__?: { mutantCoverage?: Counts } }).__stryker__?.mutantCoverage;
  suite.meta.mutants = Object.keys(noted?.static ?? {});
});

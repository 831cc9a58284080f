import { expect, test } from 'vitest';
import { open, type Scenario } from './scenario.ts';

type Open = typeof open;

/**
 * A test whose scenarios are closed after it. No request of the Action, and no answer of the fake, may break GitHub's
 * own description. Each has a GitHub of its own, so that tests can run beside each other.
 */
export const story = test.extend<{ open: Open }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the fixtures that are wanted from this pattern
  open: async ({}, use) => {
    const opened: Scenario[] = [];
    await use(async (changes, options) => {
      const scenario = await open(changes, options);
      opened.push(scenario);
      return scenario;
    });
    for (const { github, close } of opened) {
      await close();
      expect(github.violations).toEqual([]);
    }
  },
});

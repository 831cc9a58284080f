import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const folder = new URL('../.github/workflows/', import.meta.url);
const own = readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const);
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const toCopy = [...readme.matchAll(/```yaml\n(name: jd-review[\s\S]*?)```/g)].map(
  ([, text], at) => [at, text!] as const,
);

describe.each(own)('our own workflow %s', (_name, text) => {
  const uses = [...text.matchAll(/uses: (\S+)(.*)/g)].map(([, what, rest]) => ({ what: what!, rest: rest! }));

  test('pins every action by commit, with its version beside it', () => {
    for (const { what, rest } of uses.filter(({ what }) => what !== './')) {
      expect(what).toMatch(/@[0-9a-f]{40}$/);
      expect(rest).toMatch(/^ # v\d+\.\d+\.\d+$/);
    }
  });

  test('takes current major versions', () => {
    const least: Record<string, number> = { 'actions/checkout': 7, 'actions/setup-node': 6 };
    for (const { what, rest } of uses) {
      const major = Number(/v(\d+)/.exec(rest)?.[1] ?? Number.POSITIVE_INFINITY);
      expect(major).toBeGreaterThanOrEqual(least[what.split('@')[0]!] ?? 0);
    }
  });

  test('asks for no right that it does not need', () => {
    const { permissions } = parse(text) as { permissions: Record<string, string> };
    expect(Object.entries(permissions).filter(([, level]) => level === 'write')).toEqual(
      text.includes('uses: ./')
        ? [
            ['pull-requests', 'write'],
            ['checks', 'write'],
          ]
        : [],
    );
  });
});

describe.each(toCopy)('workflow %i to copy', (_at, text) => {
  const workflow = parse(text) as {
    on: Record<string, Record<string, unknown>>;
    concurrency: Record<string, unknown>;
    jobs: Record<string, { steps: readonly { uses?: string; run?: string }[] }>;
  };

  test('keeps every run that waits, so that none on the newest commit ends as cancelled', () => {
    expect(workflow.concurrency).toMatchObject({ 'cancel-in-progress': false, queue: 'max' });
  });

  test('has no filter that could keep a required check from coming, and no step but ours', () => {
    for (const trigger of Object.values(workflow.on)) {
      expect(Object.keys(trigger ?? {}).filter((key) => /paths|branches/.test(key))).toEqual([]);
    }
    for (const { steps } of Object.values(workflow.jobs)) {
      expect(steps.map(({ uses, run }) => uses ?? run)).toEqual(['jd-review/jd-review@v0']);
    }
  });
});

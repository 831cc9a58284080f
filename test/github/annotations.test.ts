import { expect } from 'vitest';
import type { Permissions } from './fake/state.ts';
import { BASE, posting } from './scenario.ts';
import { story } from './stories.ts';

const READ: Permissions = { contents: 'read', pull_requests: 'read', issues: 'read', checks: 'read' };
/** The runner shows so many annotations of each severity of a step, and drops the rest without a word. */
const SHOWN = 10;
const count = (log: string, command: string) =>
  log.split('\n').filter((line) => line.startsWith(`::${command}`)).length;

const many = (count: number, words: string) => Array.from({ length: count }, (_, at) => `${words} ${at} times.`);
const rows = (summary: string) =>
  summary
    .split('\n')
    .filter((line) => /^- (?:`\S+` )?\[line \d+\]\(\S+\), \*\*(?:error|warning|notice)\*\*: /.test(line));

interface Row {
  readonly what: string;
  readonly errors: number;
  readonly warnings: number;
  readonly fork: boolean;
  readonly permissions: Permissions;
}

const table: readonly Row[] = [
  { what: 'a fork with few findings', errors: 3, warnings: 2, fork: true, permissions: READ },
  { what: 'a fork with as many as it can show', errors: 8, warnings: 7, fork: true, permissions: READ },
  { what: 'a fork with one more of each', errors: 9, warnings: 8, fork: true, permissions: READ },
  { what: 'a fork with forty of each', errors: 40, warnings: 40, fork: true, permissions: READ },
  { what: 'a token that may write nothing', errors: 40, warnings: 40, fork: false, permissions: READ },
];

story.concurrent.for(table)('$what: no more commands than the runner shows', async (row, { open }) => {
  const { errors, warnings, fork, permissions } = row;
  const duties = [...many(errors, 'Be a ninja'), ...many(warnings, 'Be dynamic')];
  const scenario = await open({ 'jobs/a.md': posting({ duties }) }, { fork, permissions });
  const ran = await scenario.run();
  expect(ran.code).toBe(1);
  expect(count(ran.log, 'error')).toBeLessThanOrEqual(SHOWN);
  expect(count(ran.log, 'warning')).toBeLessThanOrEqual(SHOWN);
  const told = count(ran.log, 'error ');
  if (errors <= 8) expect(told).toBe(errors);
  else expect(ran.log).toContain(': the job summary lists them.');
  if (!fork) return;
  // What the sum counts as an annotation is one that people see; all the rest stands in rows of the job summary.
  const sum = /(\d+) findings = 0 line comments \+ (\d+) annotations \+ (\d+) in this summary/.exec(ran.summary);
  expect(Number(sum?.[1])).toBe(errors + warnings);
  expect(Number(sum?.[2])).toBe(told + count(ran.log, 'warning '));
  expect(rows(ran.summary).length).toBeGreaterThanOrEqual(errors + warnings);
});

story.concurrent('on a fork a fault of the policy is annotated before the findings', async ({ open }) => {
  const base = { ...BASE, '.github/jd-review.yml': 'fail-no: error\n' };
  const duties = many(40, 'You must hold a PhD');
  const scenario = await open({ 'jobs/a.md': posting({ duties }) }, { base, fork: true, permissions: READ });
  const ran = await scenario.run();
  const [first] = ran.log.split('\n').filter((line) => line.startsWith('::error'));
  expect(first).toContain('file=.github/jd-review.yml,line=1');
  expect(count(ran.log, 'error')).toBeLessThanOrEqual(SHOWN);
});

/** Defects found in other review bots. Each is a test that this Action passes. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readInputs } from '../../src/action/inputs.ts';
import { comment, type Permissions } from './fake/state.ts';
import { BASE, comments, config, OWN_RULES, posting, summaryOf, thread } from './scenario.ts';
import { story } from './stories.ts';

const READ: Permissions = { contents: 'read', pull_requests: 'read', issues: 'read', checks: 'read' };

story.concurrent('1. a fork whose token may not write loses no finding', async ({ open }) => {
  const scenario = await open(
    { 'jobs/a.md': posting({ intro: 'A dynamic ninja with synergy.', duties: ['Answer asap.'] }) },
    { permissions: READ, fork: true },
  );
  const ran = await scenario.run();
  expect(ran.code).toBe(1);
  for (const word of ['ninja', 'dynamic', 'asap', 'synergy']) expect(ran.summary).toContain(`“${word}” says nothing`);
  expect(ran.log).toMatch(/::error [^\n]*file=jobs\/a\.md[^\n]*“ninja”/);
  expect(ran.log).toMatch(/::warning [^\n]*file=jobs\/a\.md[^\n]*“dynamic”/);
  expect(ran.outputs).toMatchObject({ verdict: 'fail', errors: '1', warnings: '2' });
});

story.concurrent('2. many annotations do not fail a job that passes', async ({ open }) => {
  const duties = Array.from({ length: 60 }, () => 'Be dynamic.');
  const scenario = await open({ 'jobs/a.md': posting({ duties }) }, { permissions: READ, fork: true });
  const ran = await scenario.run();
  expect(ran.code).toBe(0);
  expect(ran.outputs.verdict).toBe('pass');
  expect(ran.log.match(/::warning /g)?.length).toBeLessThanOrEqual(11);
});

story.concurrent('3. one finding off the diff does not take the others from their lines', async ({ open }) => {
  const old = posting({ intro: 'A ninja.', duties: Array.from({ length: 20 }, (_, at) => `Duty ${at}.`) });
  const scenario = await open(
    { 'jobs/a.md': old.replace('Python, and one', 'Be dynamic, and one') },
    { base: { ...BASE, 'jobs/a.md': old } },
  );
  const ran = await scenario.run();
  expect(comments(scenario.pull)).toEqual(['jobs/a.md:40 **Warning:** “dynamic” says nothing']);
  expect(scenario.world.checks[0]?.annotations).toMatchObject([
    { path: 'jobs/a.md', start_line: 10, annotation_level: 'failure' },
  ]);
  expect(summaryOf(scenario.pull)).toMatch(
    /\n- `jobs\/a\.md` \[line 10\]\(\S+\?plain=1#L10\), \*\*error\*\*: “ninja” says nothing `ninja`\n/,
  );
  expect(ran.code).toBe(1);
});

story.concurrent('4. comments are pinned to the commit of the event, not to the newest', async ({ open }) => {
  const scenario = await open({ 'jobs/a.md': posting({ intro: 'A ninja.' }) });
  const reviewed = scenario.pull.head;
  const { github } = scenario;
  github.before = (name) => {
    if (name !== 'POST pulls/create-review') return;
    delete github.before;
    scenario.push({ 'jobs/a.md': `\n\n${scenario.text('jobs/a.md')}` });
  };
  await scenario.run();
  expect(scenario.pull.reviews[0]?.commit).toBe(reviewed);
  expect(scenario.pull.threads[0]).toMatchObject({ commit: reviewed, originalLine: 10 });
});

story.concurrent('5. a secondary limit is waited for as long as GitHub says', async ({ open }) => {
  const scenario = await open({ 'jobs/a.md': posting({ intro: 'A ninja.' }) });
  scenario.github.faults = [{ kind: 'secondary', when: (name) => name === 'POST pulls/create-review' }];
  const ran = await scenario.run();
  expect(ran.log).toMatch(/secondary rate limit holds up POST \S*reviews: trying again in 6 s\./);
  expect(comments(scenario.pull)).toHaveLength(1);
});

story.concurrent('6. a text with our mark that somebody else wrote is left alone', async ({ open }) => {
  const scenario = await open({ 'jobs/a.md': posting({ intro: 'A ninja.' }) });
  const { pull, world } = scenario;
  await scenario.run();
  const own = thread(pull, '“ninja”');
  const forged = [summaryOf(pull), own.comments[0]!.body].map((body) => comment(world, 'mallory', body, 'IC'));
  pull.comments.unshift(...forged);
  pull.threads.unshift({
    ...own,
    nodeId: 'PRRT_1',
    comments: [comment(world, 'mallory', own.comments[0]!.body, 'PRRC')],
  });
  const texts = forged.map(({ body }) => body);
  scenario.push({ 'jobs/a.md': posting({ intro: 'An engineer.' }) });
  await scenario.run();
  expect(pull.comments.slice(0, 2).map(({ body }) => body)).toEqual(texts);
  expect(pull.threads[0]?.comments[0]?.body).toMatch(/^\*\*Error:\*\*/);
  expect(own.comments[0]?.body).toMatch(/^~~/);
});

describe('long texts', () => {
  const long = Object.fromEntries(
    Array.from({ length: 60 }, (_, at) => [
      `jobs/${'long-name-'.repeat(8)}${at}.md`,
      posting({
        intro: 'A ninja and a dynamic synergy.',
        duties: Array.from({ length: 12 }, () => 'Be dynamic asap, ninja.'),
      }),
    ]),
  );

  story.concurrent(
    '7. the mark is part of what is measured: a full summary is taken',
    async ({ open }) => {
      const scenario = await open(long);
      await scenario.run();
      const body = summaryOf(scenario.pull);
      expect(body.length).toBeGreaterThan(40_000);
      expect(body.length).toBeLessThanOrEqual(65_536);
      expect(body).toMatch(/<!-- jd-review:summary [^\n]* -->$/);
      expect(scenario.github.violations).toEqual([]);
    },
    20_000,
  );

  story.concurrent(
    '8. a text that is too long is cut by rows and posted',
    async ({ open }) => {
      const scenario = await open(long);
      const ran = await scenario.run();
      const body = summaryOf(scenario.pull);
      expect(body).toMatch(/\d+ rows left out for length/);
      expect(body.match(/^```/gm)?.length ?? 0).toSatisfy((fences: number) => fences % 2 === 0);
      for (const line of body.split('\n')) if (line.startsWith('|')) expect(line).toMatch(/\|$/);
      expect(scenario.world.checks).toHaveLength(1);
      expect(Buffer.byteLength(ran.summary)).toBeLessThanOrEqual(1024 * 1024);
      expect(ran.log).not.toContain('Not all could be posted');
    },
    20_000,
  );
});

story.concurrent('9. signs with a meaning in replacements stay as they are', async ({ open }) => {
  const scenario = await open({ 'jobs/a.md': posting({ duties: ["A ninja of $& and $' and $1 and {found}."] }) });
  await scenario.run();
  expect(thread(scenario.pull, '“ninja”').comments[0]?.body).toContain("- A engineer of $& and $' and $1 and {found}.");
});

story.concurrent('10. a bad gateway on a review is no success', async ({ open }) => {
  const scenario = await open({ 'jobs/a.md': posting({ intro: 'A ninja.' }) });
  scenario.github.faults = [{ kind: '502', when: (name) => name === 'POST pulls/create-review', times: 9 }];
  const ran = await scenario.run();
  expect(scenario.pull.threads).toEqual([]);
  expect(scenario.world.checks[0]?.annotations).toMatchObject([{ path: 'jobs/a.md', start_line: 10 }]);
  expect(summaryOf(scenario.pull)).toContain('“ninja” says nothing');
  expect(ran.log).toContain('GitHub refused 1 line comments');
});

describe('11. every documented input is read', () => {
  const file = fileURLToPath(new URL('../../action.yml', import.meta.url));
  const { inputs } = parse(readFileSync(file, 'utf8')) as { inputs: Record<string, { default?: string }> };
  const other: Readonly<Record<string, string>> = {
    token: 'other',
    config: 'team.yml',
    'fail-on': 'warning',
    'fail-scope': 'line',
    comment: 'none',
    annotations: 'false',
    'check-name': 'other',
    'max-comments': '3',
    'dry-run': 'true',
    'hand-over': 'true',
    'audit-issue': 'false',
    'show-bands': 'false',
    'sarif-file': 'a.sarif',
    'report-file': 'a.json',
  };
  const defaults = (name: string) => inputs[name]?.default || (name === 'token' ? 'x' : '');

  test.each(Object.keys(inputs))('%s', (name) => {
    expect(Object.keys(other)).toContain(name);
    const changed = readInputs((each) => (each === name ? other[name]! : defaults(each)));
    expect(changed).not.toEqual(readInputs(defaults));
  });

  test('a faulty one is named, with what it may be', () => {
    expect(() => readInputs((name) => (name === 'comment' ? 'sometimes' : defaults(name)))).toThrow(
      'comment: “sometimes” is none of review, summary, none.',
    );
  });
});

story.concurrent('12. no check is ever left in progress', async ({ open }) => {
  const scenario = await open(
    { 'jobs/a.md': posting({ intro: 'A ninja.' }) },
    { base: { ...BASE, ...OWN_RULES, '.github/jd-review.yml': config([]) } },
  );
  scenario.github.faults = [{ kind: 'dropped', when: (name) => name === 'graphql mutation', times: 9 }];
  await scenario.run();
  const sent = scenario.github.seen.filter(({ name }) => name.includes('checks/'));
  expect(sent.map(({ body }) => (body as { status: string }).status)).toEqual(['completed']);
  expect(scenario.world.checks.map(({ status }) => status)).toEqual(['completed']);
});

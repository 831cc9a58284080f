import { describe, expect } from 'vitest';
import { dispatchEvent, mergeGroupEvent, pullEvent, pushEvent } from './fake/events.ts';
import { runAction } from './fake/runner.ts';
import { commit, type Permissions } from './fake/state.ts';
import { BASE, comments, posting, summaryOf } from './scenario.ts';
import { story } from './stories.ts';

const faulty = posting({ intro: 'A ninja.' });
const READ: Permissions = { contents: 'read', pull_requests: 'read', issues: 'read', checks: 'read' };

story.concurrent(
  'a pull request that touches no posting: success with a reason on the check, and no comment',
  async ({ open }) => {
    const scenario = await open({ 'docs/a.md': 'A ninja.\n', 'jobs/README.md': 'A ninja.\n' });
    const ran = await scenario.run();
    expect(ran.code).toBe(0);
    expect(ran.summary).toContain('### ✅ No job posting changed.');
    expect(scenario.world.checks[0]?.output.summary).not.toContain('..');
    expect(ran.outputs).toMatchObject({ verdict: 'pass', postings: '0' });
    expect(scenario.world.checks).toMatchObject([
      { conclusion: 'success', output: { title: 'No job posting changed.' } },
    ]);
    expect(scenario.pull).toMatchObject({ comments: [], threads: [], reviews: [] });
  },
);

story.concurrent('a posting outside the folders of postings is named where nothing was reviewed', async ({ open }) => {
  const path = 'packages/web/roles/ml-engineer.md';
  const scenario = await open({ [path]: faulty, 'README.md': '# Read me\n', '.github/note.md': 'x\n', 'a.txt': 'x\n' });
  const ran = await scenario.run();
  const line = `Outside the folders of postings: \`${path}\`. If it is a posting, add its folder to \`postings\` in the configuration.`;
  expect(ran.code).toBe(0);
  expect(ran.summary).toContain(`\n${line}\n`);
  expect(scenario.world.checks[0]?.output.summary).toContain(line);
  expect(scenario.pull.comments).toEqual([]);
  scenario.push({ 'jobs/a.md': posting() });
  expect((await scenario.run()).summary).not.toContain('Outside the folders');
});

story.concurrent('a draft is reviewed like any other, so that it cannot slip through as ready', async ({ open }) => {
  const scenario = await open({ 'jobs/a.md': faulty });
  scenario.pull.draft = true;
  const ran = await scenario.run();
  expect(ran.code).toBe(1);
  expect(scenario.pull.threads).toHaveLength(1);
});

story.concurrent('a closed pull request is left alone', async ({ open }) => {
  const scenario = await open({ 'jobs/a.md': faulty });
  scenario.pull.state = 'closed';
  const ran = await runAction(scenario.github, pullEvent(scenario.world, scenario.pull, 'closed'));
  expect(ran.code).toBe(0);
  expect(ran.calls).toEqual([]);
  expect(ran.summary).toContain('The pull request is closed.');
});

story.concurrent('pull_request_target on a fork: comments, and the commit of the head is judged', async ({ open }) => {
  const scenario = await open({ 'jobs/a.md': faulty }, { fork: true, event: 'pull_request_target' });
  scenario.world.allowedEvents = ['pull_request_target'];
  const ran = await scenario.run();
  expect(ran.code).toBe(1);
  expect(comments(scenario.pull)).toEqual(['jobs/a.md:10 **Error:** “ninja” says nothing']);
  expect(scenario.world.checks[0]?.sha).toBe(scenario.pull.head);
});

story.concurrent(
  'a fork with a token that reads only: one refusal is enough, and the summary says what to do',
  async ({ open }) => {
    const scenario = await open({ 'jobs/a.md': faulty }, { fork: true, permissions: READ });
    const ran = await scenario.run();
    expect(ran.code).toBe(1);
    expect(ran.calls.filter(({ status }) => status === 403)).toHaveLength(1);
    expect(ran.summary).toContain('pull_request_target');
    expect(ran.summary).toContain('permissions:\n  contents: read\n  pull-requests: write\n  checks: write');
  },
);

describe('missing permissions are named', () => {
  const cases = [
    {
      name: 'no pull-requests',
      permissions: { ...READ, checks: 'write' as const },
      what: 'review, summary',
      lacks: '`pull-requests: write`',
    },
    {
      name: 'no checks',
      permissions: { ...READ, pull_requests: 'write' as const },
      what: 'check',
      lacks: '`checks: write`',
    },
    {
      name: 'neither',
      permissions: READ,
      what: 'review, check, summary',
      lacks: '`pull-requests: write` and `checks: write`',
    },
  ];
  story.concurrent.for(cases)('$name', async ({ permissions, what, lacks }, { open }) => {
    const scenario = await open({ 'jobs/a.md': faulty }, { permissions });
    const ran = await scenario.run();
    expect(ran.code).toBe(1);
    expect(ran.summary).toContain(`Not posted: ${what}. The token of this run lacks ${lacks}.`);
    expect(ran.summary).toContain('  pull-requests: write\n  checks: write');
    expect(ran.summary).toContain('Settings → Actions → General');
    if (what === 'check') expect(ran.log).not.toContain('::error file=');
  });

  story.concurrent('nothing at all in a private repository', async ({ open }) => {
    const permissions: Permissions = { contents: 'none', pull_requests: 'none', issues: 'none', checks: 'none' };
    const scenario = await open({ 'jobs/a.md': faulty }, { permissions, private: true });
    const ran = await scenario.run();
    expect(ran.code).toBe(1);
    expect(ran.log).toContain('jd-review could not run');
    expect(ran.log).toContain('contents: read');
    expect(ran.log).toContain('The token of this run lacks `pull-requests: write`.');
  });

  story.concurrent('a wrong token', async ({ open }) => {
    const scenario = await open({ 'jobs/a.md': faulty });
    const ran = await scenario.run({ inputs: { token: 'ghs_wrong' } });
    expect(ran.code).toBe(1);
    expect(ran.log).toContain('The token is wrong or has expired.');
  });

  story.concurrent('a personal token, which may not make checks, still comments', async ({ open }) => {
    const scenario = await open({ 'jobs/a.md': faulty });
    scenario.world.tokens.set('ghp_person', {
      login: 'mona',
      app: false,
      permissions: { ...READ, pull_requests: 'write', checks: 'write' },
    });
    const ran = await scenario.run({ inputs: { token: 'ghp_person' } });
    expect(ran.code).toBe(1);
    expect(scenario.pull.threads).toHaveLength(1);
    expect(scenario.pull.comments[0]?.author).toBe('mona');
    expect(ran.summary).toContain('Not posted: check.');
  });
});

story.concurrent('a merge queue is judged from base to head, without comments', async ({ open }) => {
  const scenario = await open({ 'jobs/a.md': faulty });
  const { world, github, base, pull } = scenario;
  const old = commit(world, base, { 'jobs/old.md': faulty });
  const head = commit(world, old, { 'jobs/b.md': faulty, 'jobs/moved.md': posting(), 'README.md': 'x' });
  let ran = await runAction(github, mergeGroupEvent(old, head));
  expect(ran.code).toBe(1);
  expect(ran.outputs).toMatchObject({ postings: '2', errors: '1' });
  expect(world.checks).toMatchObject([
    { sha: head, conclusion: 'failure', annotations: [{ path: 'jobs/b.md', start_line: 10 }] },
  ]);
  expect(pull).toMatchObject({ comments: [], threads: [] });
  // With fail-scope line only what the group changes decides.
  const touched = commit(world, old, { 'jobs/old.md': faulty.replace('Python, and', 'Go, and') });
  ran = await runAction(github, mergeGroupEvent(old, touched), { inputs: { 'fail-scope': 'line' } });
  expect(ran.code).toBe(0);
  expect(ran.outputs).toMatchObject({ verdict: 'pass', errors: '1' });
  // Policy of the base, not of the group.
  const sly = commit(world, head, { '.github/jd-review.yml': 'fail-on: never\n' });
  ran = await runAction(github, mergeGroupEvent(old, sly));
  expect(ran.code).toBe(1);
  ran = await runAction(github, mergeGroupEvent(head, commit(world, head, { 'README.md': 'y' })));
  expect(ran.code).toBe(0);
  expect(ran.summary).toContain('No job posting changed.');
});

story.concurrent('a push and a dispatch review the whole tree, without comments', async ({ open }) => {
  const scenario = await open({ 'jobs/a.md': faulty });
  const { world, github, base } = scenario;
  const head = commit(world, base, { 'jobs/b.md': faulty, 'jobs/c.md': posting(), 'docs/x.md': 'A ninja.' });
  const pushed = await runAction(github, pushEvent(base, head));
  expect(pushed.code).toBe(1);
  expect(pushed.outputs).toMatchObject({ postings: '2', errors: '1' });
  expect(world.checks).toMatchObject([{ sha: head, annotations: [{ path: 'jobs/b.md', start_line: 10 }] }]);
  const dispatched = await runAction(github, dispatchEvent(head));
  expect(dispatched.outputs).toMatchObject({ postings: '2', errors: '1' });
  expect(dispatched.writes).toEqual([]);
  const deleted = await runAction(github, pushEvent(head, '', true));
  expect(deleted.code).toBe(0);
  expect(deleted.calls).toEqual([]);
});

story.concurrent('an event that cannot be reviewed is refused with the list of those that can', async ({ open }) => {
  const scenario = await open({ 'jobs/a.md': faulty });
  const ran = await runAction(scenario.github, { name: 'issue_comment', payload: {}, sha: scenario.pull.head });
  expect(ran.code).toBe(1);
  expect(ran.log).toContain(
    'jd-review does not handle the event “issue_comment”. Run it on pull_request, pull_request_target, workflow_run, merge_group, push, workflow_dispatch or schedule.',
  );
});

story.concurrent('a GitHub Enterprise Server has other addresses', async ({ open }) => {
  const scenario = await open({ 'jobs/a.md': faulty }, { addresses: { rest: '/api/v3', graphql: '/api/graphql' } });
  const ran = await scenario.run();
  expect(ran.code).toBe(1);
  expect(comments(scenario.pull)).toHaveLength(1);
  expect(ran.calls).toHaveLength(6);
});

story.concurrent('a newer commit in the meantime: the older run writes nothing', async ({ open }) => {
  const scenario = await open({ 'jobs/a.md': faulty });
  const event = pullEvent(scenario.world, scenario.pull);
  scenario.push({ 'jobs/a.md': posting() });
  const ran = await runAction(scenario.github, event);
  expect(ran.code).toBe(1);
  expect(ran.writes).toEqual([]);
  expect(ran.log).toMatch(/The pull request is at [0-9a-f]{7} by now/);
});

story.concurrent(
  'inputs: comment, annotations, max-comments, fail-on, fail-scope, dry-run, reports',
  async ({ open }) => {
    const old = posting({ duties: Array.from({ length: 12 }, (_, at) => `Duty ${at}.`) });
    const changed = old.replace('Python, and', 'Be dynamic, and').replace('Duty 0.', 'Be the ninja asap.');
    const scenario = await open(
      { 'jobs/a.md': changed },
      { base: { ...BASE, 'jobs/a.md': old.replace('forty', 'forty ninja') } },
    );
    const { pull, world } = scenario;
    let ran = await scenario.run({
      inputs: {
        comment: 'none',
        annotations: 'false',
        'dry-run': 'true',
        'sarif-file': 'out/a.sarif',
        'report-file': 'out/a.json',
      },
    });
    expect(ran.writes).toEqual([]);
    expect(ran.log).toContain('This is a dry run: nothing was written to GitHub.');
    expect(JSON.parse(ran.files('out/a.json'))).toMatchObject({ verdict: 'fail', totals: { postings: 1 } });
    expect(JSON.parse(ran.files('out/a.sarif'))).toMatchObject({ version: '2.1.0' });
    expect(ran.outputs.report).toMatch(/out\/a\.json$/);

    ran = await scenario.run({ inputs: { comment: 'none' } });
    expect(pull).toMatchObject({ comments: [], threads: [] });
    expect(world.checks.at(-1)?.annotations).toHaveLength(3);

    ran = await scenario.run({ inputs: { comment: 'summary', annotations: 'false', 'check-name': 'other' } });
    expect(pull.threads).toEqual([]);
    expect(world.checks.at(-1)).toMatchObject({ name: 'other', annotations: [] });
    expect(summaryOf(pull)).toContain('= 0 line comments + 0 annotations + 3 in this summary');

    ran = await scenario.run({ inputs: { 'max-comments': '1', 'fail-on': 'never' } });
    expect(ran.code).toBe(0);
    expect(comments(pull)).toEqual(['jobs/a.md:15 **Error:** “ninja” says nothing']);
  },
);

story.concurrent('fail-scope line: what the change did not touch is listed and does not fail', async ({ open }) => {
  const old = posting({ intro: 'A ninja.', duties: Array.from({ length: 12 }, (_, at) => `Duty ${at}.`) });
  const scenario = await open(
    { 'jobs/a.md': old.replace('Python, and', 'Go, and') },
    { base: { ...BASE, 'jobs/a.md': old } },
  );
  const line = await scenario.run({ inputs: { 'fail-scope': 'line' } });
  expect(line.code).toBe(0);
  expect(summaryOf(scenario.pull)).toMatch(
    /\n- `jobs\/a\.md` \[line 10\]\(\S+\?plain=1#L10\), \*\*error\*\*: “ninja” says nothing `ninja`\n/,
  );
  expect((await scenario.run()).code).toBe(1);
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { pullEvent, workflowRunEvent } from './fake/events.ts';
import { runAction } from './fake/runner.ts';
import { commit, openPull, type Permissions, TOKEN, type World } from './fake/state.ts';
import { comments, posting, summaryOf } from './scenario.ts';
import { story } from './stories.ts';

interface Workflow {
  readonly name: string;
  readonly on: Readonly<Record<string, { readonly workflows?: readonly string[] }>>;
  readonly permissions: Readonly<Record<string, 'read' | 'write'>>;
  readonly concurrency: { readonly queue?: string; readonly 'cancel-in-progress': boolean };
  readonly jobs: Readonly<Record<string, { steps: readonly { uses: string; with?: Record<string, unknown> }[] }>>;
}

const page = readFileSync(new URL('../../docs/pull-requests.md', import.meta.url), 'utf8');
const pairText = page.slice(page.indexOf('<!-- pair -->'), page.indexOf('<!-- /pair -->'));
const [first, second] = [...pairText.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => parse(text!) as Workflow);

/** What a workflow's token may do; on a fork's pull request no more than read. */
function permit(world: World, { permissions }: Workflow, fork: boolean): void {
  const level = (scope: string) => {
    const asked = permissions[scope] ?? 'none';
    return fork && asked === 'write' ? 'read' : asked;
  };
  const permissionsOf: Permissions = {
    contents: level('contents'),
    pull_requests: level('pull-requests'),
    issues: 'none',
    checks: level('checks'),
  };
  world.tokens.set(TOKEN, { login: 'github-actions[bot]', app: true, permissions: permissionsOf });
}

const inputsOf = ({ jobs }: Workflow) =>
  Object.fromEntries(
    Object.entries(Object.values(jobs)[0]!.steps[0]!.with ?? {}).map(([name, value]) => [name, String(value)]),
  );

const files = { 'jobs/a.md': posting({ intro: 'A ninja.', duties: ['Answer asap.'] }) };

test('the pair to copy: the first has no right to write, the second follows it by name', () => {
  expect(Object.keys(first!.on)).toEqual(['pull_request', 'merge_group']);
  expect(Object.values(first!.permissions)).not.toContain('write');
  expect(second!.on.workflow_run?.workflows).toEqual([first!.name]);
  for (const each of [first!, second!]) {
    expect(each.concurrency).toMatchObject({ queue: 'max', 'cancel-in-progress': false });
    expect(Object.values(each.jobs)[0]!.steps).toHaveLength(1);
  }
});

describe('a pull request of a fork to a public repository', () => {
  story.concurrent('is judged by the first workflow and commented by the second', async ({ open }) => {
    const scenario = await open(files, { fork: true });
    const { world, github, pull } = scenario;
    permit(world, first!, true);
    const judged = await scenario.run({ inputs: inputsOf(first!) });
    expect(judged.code).toBe(1);
    expect(judged.writes).toEqual([]);
    expect(judged.calls.some(({ status }) => status === 403)).toBe(false);
    expect(judged.log).not.toContain('::warning');
    expect(judged.summary).toContain('❌ Fail: 1 error and 1 warning in 1 job posting');

    permit(world, second!, false);
    const posted = await runAction(github, workflowRunEvent(world, pull), { inputs: inputsOf(second!) });
    expect(posted.code).toBe(0);
    expect(posted.outputs).toMatchObject({ verdict: 'fail', errors: '1' });
    expect(comments(pull)).toHaveLength(2);
    expect(summaryOf(pull)).toContain('2 findings = 2 line comments');
    expect(world.checks).toMatchObject([{ sha: pull.head, conclusion: 'failure' }]);
    expect(posted.calls).toHaveLength(7);
    expect((await runAction(github, workflowRunEvent(world, pull))).writes).toEqual([]);

    // Mended by the author, both run again.
    scenario.push({ 'jobs/a.md': posting() });
    const good = await runAction(github, workflowRunEvent(world, pull, { conclusion: 'success' }));
    expect(good.outputs.verdict).toBe('pass');
    expect(comments(pull).every((each) => each.includes('~~'))).toBe(true);
    expect(world.checks.at(-1)).toMatchObject({ sha: pull.head, conclusion: 'success' });
  });

  story.concurrent('in one workflow says what to set, and does not start on pull_request_target', async ({ open }) => {
    const scenario = await open(files, { fork: true });
    const { world, github, pull } = scenario;
    const target = pullEvent(world, pull, 'opened', 'pull_request_target');
    expect(await runAction(github, target)).toMatchObject({ code: null, calls: [] });
    permit(world, second!, true);
    const ran = await scenario.run();
    expect(ran.summary).toContain('add the second workflow that jd-review shows in docs/pull-requests.md under Forks');
    expect(ran.summary).toContain('from 2026-12-02 on, unless Settings → Actions → Policies allows it');
    world.allowedEvents = ['pull_request_target'];
    permit(world, second!, false);
    expect((await runAction(github, target)).code).toBe(1);
    expect(comments(pull)).toHaveLength(2);
  });
});

describe('the second run takes only the pull request that its event names', () => {
  const nothing = /Nothing to review/;
  const table: readonly { what: string; more?: object; change?: (world: World) => void }[] = [
    { what: 'whose head has moved on', more: { head_sha: 'b'.repeat(40) } },
    {
      what: 'of another fork with a branch of the same name',
      more: { head_repository: { full_name: 'stranger/Other' } },
    },
    { what: 'of another branch', more: { head_branch: 'main' } },
    { what: 'that is closed', change: (world) => Object.assign(world.pulls.get(2)!, { state: 'closed' }) },
    { what: 'whose fork is gone', more: { head_repository: null } },
    { what: 'that a push stands behind', more: { event: 'push' } },
    { what: 'whose run waits for approval', more: { conclusion: 'action_required' } },
    { what: 'whose run was cancelled for a newer one', more: { conclusion: 'cancelled' } },
  ];
  story.concurrent.for(table)('not one $what', async ({ more, change }, { open }) => {
    const scenario = await open(files, { fork: true });
    change?.(scenario.world);
    const ran = await runAction(scenario.github, workflowRunEvent(scenario.world, scenario.pull, { ...more }));
    expect(ran.code).toBe(0);
    expect(ran.summary).toMatch(nothing);
    expect(ran.writes).toEqual([]);
    expect(ran.outputs).toMatchObject({ verdict: 'pass', postings: '0' });
  });

  story.concurrent(
    'whatever number the event gives, and both where one head goes into two branches',
    async ({ open }) => {
      const scenario = await open(files, { fork: true });
      const { world, github, pull, base } = scenario;
      const victim = openPull(world, base, commit(world, base, { 'jobs/v.md': posting() }), { number: 5, branch: 'v' });
      const twin = openPull(world, base, pull.head, { number: 6, headRepository: pull.headRepository });
      const ran = await runAction(github, workflowRunEvent(world, pull, { pull_requests: [{ number: 5 }] }));
      expect(ran.code).toBe(0);
      expect(victim).toMatchObject({ comments: [], threads: [] });
      expect(comments(pull)).toHaveLength(2);
      expect(comments(twin)).toHaveLength(2);
    },
  );

  story.concurrent('and a malformed event is an error with words', async ({ open }) => {
    const scenario = await open(files, { fork: true });
    const ran = await runAction(scenario.github, workflowRunEvent(scenario.world, scenario.pull, { head_sha: 'main' }));
    expect(ran.code).toBe(1);
    expect(ran.log).toContain('The workflow_run event names no commit to review');
    expect(ran.calls).toEqual([]);
  });
});

story.concurrent('a second run that may not post its check fails and says so', async ({ open }) => {
  const scenario = await open(files, { fork: true });
  permit(scenario.world, first!, false);
  const ran = await runAction(scenario.github, workflowRunEvent(scenario.world, scenario.pull));
  expect(ran.code).toBe(1);
  expect(ran.log).toContain('the check of the pull request could not be posted');
  expect(ran.summary).toContain('checks: write');
});

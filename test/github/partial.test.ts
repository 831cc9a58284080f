import { describe, expect } from 'vitest';
import type { FakeGitHub, GraphqlAnswer } from './fake/server.ts';
import { BASE, comments, config, OWN_RULES, posting, type Scenario, summaryOf } from './scenario.ts';
import { story } from './stories.ts';

const files = {
  'jobs/a.md': posting({ intro: 'A ninja.', duties: ['Answer asap.', 'Be dynamic.'] }),
  'jobs/b.md': posting({ intro: 'A ninja.', duties: ['Answer asap.', 'Be dynamic.'] }),
};

type Json = Record<string, unknown>;
type Cut = NonNullable<FakeGitHub['cut']>;

const MESSAGE = 'Resource limits for this query exceeded.';
const limit = (answer: GraphqlAnswer, ...path: (string | number)[]) => {
  answer.errors = [...(answer.errors ?? []), { type: 'RESOURCE_LIMITS_EXCEEDED', path, message: MESSAGE }];
};

/** Looks at an object of the answer, where it is there. */
function at(answer: GraphqlAnswer, ...path: string[]): Json | undefined {
  let found: unknown = answer.data;
  for (const step of path) found = (found as Json | null | undefined)?.[step];
  return (found ?? undefined) as Json | undefined;
}

/** Every second node of a list of the pull request is left out, where a page is larger than GitHub would have it. */
const everySecond =
  (list: 'reviewThreads' | 'comments', most: number, said = true): Cut =>
  (answer, { size }) => {
    const found = at(answer, 'repository', 'pullRequest', list);
    if (!found || Number(size) <= most) return;
    found.nodes = (found.nodes as unknown[]).map((node, index) => (index % 2 ? null : node));
    if (said) limit(answer, 'repository', 'pullRequest', list, 'nodes', 1);
  };

/** Something of the repository is left out of large answers. */
const without =
  (key: string, most: number, ...above: string[]): Cut =>
  (answer, { size }) => {
    const found = at(answer, 'repository', ...above);
    if (!found || found[key] === undefined || Number(size ?? 0) <= most) return;
    found[key] = null;
    limit(answer, 'repository', ...above, key);
  };

async function once(scenario: Scenario, cut: Cut) {
  await scenario.run();
  expect(comments(scenario.pull)).toHaveLength(6);
  scenario.github.cut = cut;
  return scenario.run();
}

describe('what GitHub answers in part is asked for again, and then known', () => {
  const table: readonly { what: string; cut: Cut; calls: number }[] = [
    { what: 'every second thread', cut: everySecond('reviewThreads', 25), calls: 4 },
    { what: 'every second thread, without a word', cut: everySecond('reviewThreads', 25, false), calls: 4 },
    { what: 'every second thread of pages over five', cut: everySecond('reviewThreads', 5), calls: 6 },
    { what: 'the comments of people', cut: everySecond('comments', 25), calls: 4 },
    { what: 'the pull request', cut: without('pullRequest', 25), calls: 4 },
    { what: 'the list of threads', cut: without('reviewThreads', 25, 'pullRequest'), calls: 4 },
    { what: 'the check suites', cut: without('checkSuites', 0, 'head'), calls: 4 },
    {
      what: 'the whole repository, in the first answer',
      cut: (answer, { size, check }) => {
        if (check === undefined || size === undefined) return;
        answer.data = { viewer: null, repository: null };
        limit(answer, 'repository');
      },
      calls: 6,
    },
  ];
  story.concurrent.for(table)('$what: a second run writes nothing', async ({ cut, calls }, { open }) => {
    const scenario = await open(files);
    scenario.pull.comments.push({ id: 1, nodeId: 'IC_1', author: 'mona', body: 'Talk.' });
    const ran = await once(scenario, cut);
    expect(ran.code).toBe(1);
    expect(ran.writes).toEqual([]);
    expect(comments(scenario.pull)).toHaveLength(6);
    expect(scenario.world.checks).toHaveLength(1);
    expect(ran.calls.length, ran.calls.map(({ name }) => name).join(', ')).toBeLessThanOrEqual(calls);
    expect(ran.summary).not.toContain('answered only in part');
  });
});

describe('where it stays in part nothing is written twice, and the cause is named', () => {
  const table: readonly { what: string; cut: Cut; said: string }[] = [
    { what: 'threads', cut: everySecond('reviewThreads', 0), said: MESSAGE },
    {
      what: 'threads, without a word',
      cut: everySecond('reviewThreads', 0, false),
      said: 'places in its lists are empty',
    },
    { what: 'comments', cut: everySecond('comments', 0), said: MESSAGE },
    { what: 'the pull request', cut: without('pullRequest', 0), said: MESSAGE },
  ];
  story.concurrent.for(table)('$what', async ({ cut, said }, { open }) => {
    const scenario = await open(files);
    scenario.pull.comments.push({ id: 1, nodeId: 'IC_1', author: 'mona', body: 'Talk.' });
    await scenario.run();
    scenario.push({ 'jobs/c.md': posting({ intro: 'A ninja.' }) });
    scenario.github.cut = cut;
    const ran = await scenario.run();
    expect(ran.code).toBe(1);
    expect(comments(scenario.pull)).toHaveLength(6);
    expect(scenario.pull.comments).toHaveLength(2);
    // The check of the new commit holds what could not be commented.
    expect(scenario.world.checks.at(-1)?.annotations).toHaveLength(7);
    expect(ran.summary).toContain(`GitHub answered only in part what stands on this pull request already (${said}`);
    expect(ran.log + ran.summary).not.toContain('permissions:');
    // The next whole answer mends it.
    delete scenario.github.cut;
    await scenario.run();
    expect(comments(scenario.pull)).toHaveLength(7);
    expect(summaryOf(scenario.pull)).toContain('7 findings = 7 line comments');
  });
});

describe('what is judged is never less than what was asked for', () => {
  const strict = config(['comp-below-band'], 'fail-on: warning\n');
  const table: readonly { what: string; cut: Cut }[] = [
    {
      what: 'a posting',
      cut: (answer, variables) => {
        const found = at(answer, 'repository', 'c0');
        if (!found || Object.keys(variables).filter((name) => /^c\d+p/.test(name)).length < 2) return;
        found.f1 = null;
        limit(answer, 'repository', 'c0', 'f1');
      },
    },
    { what: 'the configuration', cut: without('config', 25, 'policy') },
    { what: 'the commit of the policy', cut: without('policy', 25) },
  ];
  story.concurrent.for(table)('$what that is left out is asked for again', async ({ cut }, { open }) => {
    const scenario = await open(files, { base: { ...BASE, '.github/jd-review.yml': strict } });
    scenario.github.cut = cut;
    const ran = await scenario.run();
    expect(ran.outputs).toMatchObject({ verdict: 'fail', postings: '2', errors: '2', warnings: '4' });
  });

  const always: readonly { what: string; cut: Cut }[] = [
    {
      what: 'a posting',
      cut: (answer) => {
        const found = at(answer, 'repository', 'c0');
        if (!found) return;
        found.f0 = null;
        limit(answer, 'repository', 'c0', 'f0');
      },
    },
    {
      what: 'a folder of own rules',
      cut: (answer) => {
        for (const key of ['c0', 'c1', 'c2']) {
          const found = at(answer, 'repository', key);
          if (found?.folder === undefined) continue;
          found.folder = null;
          limit(answer, 'repository', key, 'folder');
        }
      },
    },
    { what: 'the configuration', cut: without('config', -1, 'policy') },
  ];
  story.concurrent.for(always)('$what that never comes: the run fails and says why', async ({ cut }, { open }) => {
    const scenario = await open(files, { base: { ...BASE, ...OWN_RULES } });
    scenario.github.cut = cut;
    const ran = await scenario.run();
    expect(ran.code).toBe(1);
    expect(ran.outputs.verdict).toBeUndefined();
    expect(ran.log).toContain(`it answered only in part: ${MESSAGE}`);
    expect(ran.log).toContain('Run the job again; nothing was judged.');
    expect(ran.writes).toEqual([]);
  });

  story.concurrent('a posting that GitHub lists and does not hold is named, not passed over', async ({ open }) => {
    const scenario = await open(files);
    scenario.github.cut = (answer) => {
      const found = at(answer, 'repository', 'c0');
      if (found) found.f0 = null;
    };
    const ran = await scenario.run();
    expect(ran.code).toBe(1);
    expect(ran.summary).toContain('`jobs/a.md`: GitHub lists this file as changed and gives no content for it.');
  });
});

describe('fields that GitHub takes away', () => {
  const FIELDS = [
    'PullRequestReviewComment.databaseId',
    'PullRequestReview.databaseId',
    'IssueComment.databaseId',
    'PullRequestReviewComment.fullDatabaseId',
    'PullRequestReview.fullDatabaseId',
    'CheckAnnotation.databaseId',
  ];
  story.concurrent('numbers of comments and reviews, old and new, are not asked for', async ({ open }) => {
    const scenario = await open(files);
    scenario.github.withoutFields = FIELDS;
    expect((await scenario.run()).code).toBe(1);
    expect(comments(scenario.pull)).toHaveLength(6);
    const again = await scenario.run();
    expect(again.writes).toEqual([]);
    expect(again.outputs['check-url']).toMatch(/\/runs\/\d+$/);
  });

  story.concurrent('numbers that are null cost no address', async ({ open }) => {
    const scenario = await open(files);
    const first = await scenario.run();
    scenario.github.cut = (answer) => {
      const suites = at(answer, 'repository', 'head', 'checkSuites')?.nodes as Json[] | undefined;
      for (const suite of suites ?? []) {
        for (const check of (suite.checkRuns as { nodes: Json[] }).nodes) check.databaseId = null;
      }
    };
    const again = await scenario.run();
    expect(again.outputs['check-url']).toBe(first.outputs['check-url']);
    expect(again.writes).toEqual([]);
  });
});

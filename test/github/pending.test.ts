import { describe, expect } from 'vitest';
import { withMark } from '../../src/github/markers.ts';
import type { Pull, Review, Thread } from './fake/state.ts';
import { comments, posting, type Scenario, summaryOf } from './scenario.ts';
import { story } from './stories.ts';

const files = { 'jobs/a.md': posting({ intro: 'A ninja.', duties: ['Answer asap.'] }) };
const BOT = 'github-actions[bot]';

/** A review that somebody began and did not publish, with comments that only they see. */
function leave(
  pull: Pull,
  author: string,
  body: string,
  lines: readonly Pick<Thread, 'path' | 'originalLine'>[],
  words = 'x',
) {
  const id = 7 + pull.reviews.length;
  const nodeId = `PRR_${id}`;
  const review: Review = { id, nodeId, author, commit: pull.head, state: 'PENDING', body };
  pull.reviews.push(review);
  for (const { path, originalLine } of lines) {
    pull.threads.push({
      nodeId: `PRRT_${id}${originalLine}`,
      pending: nodeId,
      path,
      originalLine,
      originalStartLine: null,
      commit: pull.head,
      line: originalLine,
      startLine: null,
      comments: [{ id: id * 100 + originalLine, nodeId: `PRRC_${id}${originalLine}`, author, body: words }],
    });
  }
}

const pending = (pull: Pull) => pull.reviews.filter(({ state }) => state === 'PENDING').length;
const published = (pull: Pull) =>
  comments({ ...pull, threads: pull.threads.filter((thread) => !thread.pending) } as Pull);

describe('a review that a broken run left unpublished', () => {
  /** The marks that a run would give the same findings: a leftover may hold exactly these. */
  async function marksOf(scenario: Scenario): Promise<readonly Thread[]> {
    await scenario.run();
    const own = [...scenario.pull.threads];
    Object.assign(scenario.pull, { threads: [], reviews: [], comments: [] });
    return own;
  }

  story.concurrent(
    "that holds this run's very findings goes, and they get comments that people see",
    async ({ open }) => {
      const scenario = await open(files);
      const { pull } = scenario;
      for (const {
        path,
        originalLine,
        comments: [own],
      } of await marksOf(scenario)) {
        leave(pull, BOT, '', [{ path, originalLine }], own!.body);
      }
      const ran = await scenario.run();
      expect(pending(pull)).toBe(0);
      expect(published(pull)).toHaveLength(2);
      expect(summaryOf(pull)).toContain('2 findings = 2 line comments');
      expect(ran.calls.length).toBeLessThanOrEqual(6);
      expect((await scenario.run()).writes).toEqual([]);
    },
  );

  const leftovers = [
    { what: 'with our mark in its text', body: withMark('jd-review', { kind: 'review' }), lines: [] },
    { what: 'without any text or comment', body: '', lines: [] },
  ];
  story.concurrent.for(leftovers)('$what goes first', async ({ body, lines }, { open }) => {
    const scenario = await open(files);
    leave(scenario.pull, BOT, body, lines);
    await scenario.run();
    expect(pending(scenario.pull)).toBe(0);
    expect(published(scenario.pull)).toHaveLength(2);
  });

  story.concurrent(
    'that comes to be while this run works is cleared and the review sent once more',
    async ({ open }) => {
      const scenario = await open(files);
      let left = false;
      scenario.github.before = (name) => {
        if (name !== 'POST pulls/create-review' || left) return;
        left = true;
        leave(scenario.pull, BOT, withMark('jd-review', { kind: 'review' }), []);
      };
      await scenario.run();
      expect(pending(scenario.pull)).toBe(0);
      expect(published(scenario.pull)).toHaveLength(2);
    },
  );
});

describe('a review that somebody else has not published yet stays', () => {
  const others = [
    { what: 'another program of the same account', author: BOT, token: undefined, body: 'Coverage' },
    { what: 'the person whose token runs the job', author: 'mona', token: 'ghp_mona', body: '' },
  ];
  story.concurrent.for(others)('of $what: findings stand in the check', async ({ author, token, body }, { open }) => {
    const scenario = await open(files);
    const { pull, world } = scenario;
    const permissions = { contents: 'read', pull_requests: 'write', issues: 'none', checks: 'write' } as const;
    if (token) world.tokens.set(token, { login: author, app: true, permissions });
    leave(pull, author, body, body === '' ? [{ path: 'jobs/a.md', originalLine: 12 }] : []);
    const ran = await scenario.run(token ? { inputs: { token } } : {});
    expect(pending(pull)).toBe(1);
    expect(published(pull)).toEqual([]);
    expect(ran.log).toContain('User can only have one pending review per pull request');
    expect(world.checks[0]?.annotations).toHaveLength(2);
  });
});

describe('a second reviewer', () => {
  story.concurrent('on the same lines is left alone, whatever it says', async ({ open }) => {
    const scenario = await open(files);
    const { pull } = scenario;
    await scenario.run();
    const [own] = pull.threads;
    const copilot = 'copilot-pull-request-reviewer[bot]';
    const other: Thread = {
      ...structuredClone(own!),
      nodeId: 'PRRT_9',
      // It quotes ours, mark and all.
      comments: [{ id: 9, nodeId: 'PRRC_9', author: copilot, body: own!.comments[0]!.body }],
    };
    pull.threads.unshift(other);
    pull.comments.unshift({ id: 8, nodeId: 'IC_8', author: copilot, body: summaryOf(pull) });
    expect((await scenario.run()).writes).toEqual([]);
    scenario.push({ 'jobs/a.md': posting() });
    await scenario.run();
    expect(other.comments[0]?.body).not.toContain('Fixed in');
    expect(other.resolvedBy).toBeUndefined();
    expect(comments(pull).filter((line) => line.includes('~~'))).toHaveLength(2);
  });
});

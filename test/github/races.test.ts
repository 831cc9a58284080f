import { expect } from 'vitest';
import { comments, posting, summaryOf } from './scenario.ts';
import { story } from './stories.ts';

/** Holds the first request of each name until a second one has come: both runs have read before either writes. */
function meet(names: readonly string[]): (name: string) => Promise<void> {
  const waiting = new Map<string, () => void>();
  const met = new Set<string>();
  return (name) => {
    if (!names.includes(name) || met.has(name)) return Promise.resolve();
    const other = waiting.get(name);
    if (!other) return new Promise((go) => waiting.set(name, go));
    met.add(name);
    other();
    return Promise.resolve();
  };
}

const files = { 'jobs/a.md': posting({ intro: 'A ninja.', duties: ['Answer asap.', 'Be dynamic.'] }) };

story.concurrent('two runs at once leave one summary and no comment twice', async ({ open }) => {
  const scenario = await open(files);
  const { github } = scenario;
  github.before = meet(['POST pulls/create-review', 'graphql mutation']);
  const ran = await Promise.all([scenario.run(), scenario.run()]);
  expect(ran.map(({ code }) => code)).toEqual([1, 1]);
  expect(comments(scenario.pull)).toHaveLength(3);
  expect(summaryOf(scenario.pull)).toContain('❌ Fail');
  // Both did write: what was there twice was taken away again.
  expect(github.seen.filter(({ name }) => name === 'POST pulls/create-review')).toHaveLength(2);
  expect(JSON.stringify(github.seen.map(({ body }) => body))).toMatch(
    /deletePullRequestReviewComment.*deleteIssueComment/,
  );
  delete github.before;
  expect((await scenario.run()).writes).toEqual([]);
});

story.concurrent('three runs at once, several times', { timeout: 30_000 }, async ({ open }) => {
  const scenario = await open(files);
  for (let round = 0; round < 2; round++) {
    await Promise.all([scenario.run(), scenario.run(), scenario.run()]);
    expect(comments(scenario.pull).filter((each) => !each.includes('~~')).length).toBe(3 + round);
    expect(summaryOf(scenario.pull)).toBeTruthy();
    scenario.push({ [`jobs/more${round}.md`]: posting({ intro: 'A ninja.' }) });
  }
});

story.concurrent('a run that was overtaken between its reading and its writing doubles nothing', async ({ open }) => {
  const scenario = await open(files);
  const { github } = scenario;
  let second: Promise<unknown> | undefined;
  github.before = (name) => {
    if (name !== 'POST pulls/create-review' || second) return;
    second = scenario.run();
  };
  await scenario.run();
  await second;
  expect(comments(scenario.pull)).toHaveLength(3);
  expect(summaryOf(scenario.pull)).toBeTruthy();
});

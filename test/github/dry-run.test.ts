import { expect } from 'vitest';
import { posting, type Scenario } from './scenario.ts';
import { story } from './stories.ts';

/** What stands on GitHub, as a dry run names it. */
function state({ pull, world }: Scenario) {
  const own = pull.threads.map((thread) => ({
    id: thread.nodeId,
    at: thread.line === null ? `${thread.path} (outdated)` : `${thread.path}:${thread.line}`,
    body: thread.comments[0]?.body ?? '',
  }));
  return { own, checks: world.checks.length, summaries: pull.comments.map(({ body }) => body) };
}

/** What was done between two states, in the words of a plan. */
function done(before: ReturnType<typeof state>, after: ReturnType<typeof state>): string[] {
  const old = new Map(before.own.map((each) => [each.id, each]));
  const lines = after.own.flatMap(({ id, at, body }) => {
    const was = old.get(id);
    old.delete(id);
    if (!was) return [`create line comment ${at}`];
    if (was.body === body) return [];
    return [`${body.startsWith('~~') ? 'resolve' : 'update'} line comment ${was.at}`];
  });
  for (const { at } of old.values()) lines.push(`delete line comment ${at}`);
  if (after.checks > before.checks) lines.push('create check');
  if (after.summaries.length > before.summaries.length) lines.push('create summary');
  else if (after.summaries.length < before.summaries.length) lines.push('delete summary');
  else if (after.summaries.join() !== before.summaries.join()) lines.push('update summary');
  return lines.sort();
}

/** The steps of a dry run that write. */
function planned(log: string): string[] {
  const steps = [...log.matchAll(/^· ((create|update|resolve|delete) (line comment|check|summary) (.*?)): /gm)];
  return steps.map(([, whole, action, what]) => (what === 'line comment' ? whole! : `${action} ${what}`)).sort();
}

const HISTORY: readonly [string, Record<string, string | null>][] = [
  ['faults on new lines', { 'jobs/a.md': posting({ intro: 'A ninja.', duties: ['Answer asap.', 'Be dynamic.'] }) }],
  ['one mended, one more', { 'jobs/a.md': posting({ intro: 'A ninja.', duties: ['Be dynamic.', 'Be the ninja.'] }) }],
  ['nothing new', { 'docs/a.md': 'x' }],
  ['another posting', { 'jobs/b.md': posting({ intro: 'Answer asap.' }) }],
  ['a posting that moves', { 'jobs/b.md': null, 'jobs/c.md': posting({ intro: 'Answer asap.' }) }],
  ['all mended', { 'jobs/a.md': posting(), 'jobs/c.md': posting() }],
  ['back again', { 'jobs/a.md': posting({ intro: 'A ninja.' }) }],
  ['no posting left', { 'jobs/a.md': null, 'jobs/c.md': null }],
];

story.concurrent('a dry run names what the run then does, no more and no less', async ({ open }) => {
  const scenario = await open({ 'docs/b.md': 'x' });
  for (const [what, changes] of HISTORY) {
    scenario.push(changes);
    const before = state(scenario);
    const dry = await scenario.run({ inputs: { 'dry-run': 'true' } });
    expect(dry.writes, what).toEqual([]);
    expect(state(scenario), what).toEqual(before);
    await scenario.run();
    expect(done(before, state(scenario)), what).toEqual(planned(dry.log));
  }
});

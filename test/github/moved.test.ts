import { describe, expect, test } from 'vitest';
import { movesOf } from '../../src/github/moved.ts';
import { commit, pushPull } from './fake/state.ts';
import { BASE, comments, posting, type Scenario, summaryOf, thread } from './scenario.ts';
import { story } from './stories.ts';

const faulty = posting({ intro: 'A ninja.', duties: ['Answer asap.', 'Be dynamic.'] });
const struck = (scenario: Scenario) => comments(scenario.pull).filter((line) => line.includes('~~'));

/** Moves a posting in a push, with other changes of its text. */
function move(scenario: Scenario, from: string, to: string, text = scenario.text(from)): void {
  scenario.push({ [from]: null, [to]: text });
}

describe('a posting that moves between two pushes keeps its comments', () => {
  const bases = [
    { what: 'that the pull request adds', base: BASE },
    { what: 'that the base has already', base: { ...BASE, 'jobs/a.md': posting() } },
  ];
  story.concurrent.for(bases)('$what: none is called fixed, none is made twice', async ({ base }, { open }) => {
    const scenario = await open({ 'jobs/a.md': faulty }, { base });
    await scenario.run();
    expect(comments(scenario.pull)).toHaveLength(3);
    move(scenario, 'jobs/a.md', 'careers/ranking.md');
    const ran = await scenario.run();
    expect(ran.code).toBe(1);
    expect(comments(scenario.pull)).toHaveLength(3);
    expect(struck(scenario)).toEqual([]);
    expect(summaryOf(scenario.pull)).toContain('3 findings = 3 line comments');
    expect(summaryOf(scenario.pull)).toContain('no change in the findings');
    expect(ran.calls.length).toBeLessThanOrEqual(6);
    expect((await scenario.run()).writes).toEqual([]);
  });

  story.concurrent('also when its text changes, and when it moves again', async ({ open }) => {
    const scenario = await open({ 'jobs/a.md': faulty });
    await scenario.run();
    move(scenario, 'jobs/a.md', 'jobs/b.md', faulty.replace('- Be dynamic.\n', '- Be the synergy.\n'));
    await scenario.run();
    expect(struck(scenario)).toEqual([expect.stringContaining('dynamic')]);
    expect(comments(scenario.pull)).toHaveLength(3);
    scenario.push({ 'jobs/b.md': scenario.text('jobs/b.md').replace('Answer asap', 'Answer asap, be dynamic') });
    await scenario.run();
    move(scenario, 'jobs/b.md', 'jobs/c.md');
    await scenario.run();
    expect(struck(scenario)).toEqual([]);
    expect(comments(scenario.pull)).toHaveLength(3);
    expect((await scenario.run()).writes).toEqual([]);
  });

  story.concurrent('and one that a person resolved stays resolved', async ({ open }) => {
    const scenario = await open({ 'jobs/a.md': faulty });
    await scenario.run();
    thread(scenario.pull, '“asap”').resolvedBy = 'mona';
    move(scenario, 'jobs/a.md', 'jobs/b.md');
    await scenario.run();
    expect(comments(scenario.pull)).toHaveLength(3);
    expect(thread(scenario.pull, '“asap”').resolvedBy).toBe('mona');
  });

  story.concurrent('but what is mended in it is called fixed', async ({ open }) => {
    const scenario = await open({ 'jobs/a.md': faulty });
    await scenario.run();
    move(scenario, 'jobs/a.md', 'jobs/b.md', posting());
    expect((await scenario.run()).code).toBe(0);
    expect(struck(scenario)).toHaveLength(3);
  });
});

story.concurrent('another posting in the place of a deleted one gets comments of its own', async ({ open }) => {
  const scenario = await open({ 'jobs/a.md': faulty });
  await scenario.run();
  const other = `---\nlane: llm\nlevel: mid\ncomp: USD 150,000-190,000\n---\n# Retrieval Engineer\n\nA ninja of retrieval.\n`;
  scenario.push({ 'jobs/a.md': null, 'jobs/b.md': other });
  await scenario.run();
  expect(struck(scenario)).toHaveLength(3);
  expect(comments(scenario.pull).some((line) => line.startsWith('jobs/b.md:8 '))).toBe(true);
});

story.concurrent('a commit that GitHub has let go costs the comments, not the run', async ({ open }) => {
  const scenario = await open({ 'jobs/a.md': faulty });
  await scenario.run();
  const { world, pull, base } = scenario;
  const written = pull.head;
  pushPull(world, pull, commit(world, base, { 'jobs/b.md': faulty }));
  world.commits.delete(written);
  const ran = await scenario.run();
  expect(ran.code).toBe(1);
  expect(comments(scenario.pull).filter((line) => line.startsWith('jobs/b.md'))).toHaveLength(3);
});

describe('which posting is which', () => {
  const text = (words: string) => `# ${words}\n\none\ntwo\nthree\nfour\n${words}\n`;
  const gone = (path: string, was: string, ...beside: string[]) => ({ path, text: was, beside: new Set(beside) });
  const added = (...paths: string[]) => paths.map((path) => ({ path, status: 'added' as const }));

  test('the most alike first, and each once', () => {
    const texts = new Map([
      ['jobs/c.md', text('retrieval')],
      ['jobs/d.md', text('ranking')],
      ['jobs/e.md', text('ranking')],
    ]);
    const old = [gone('jobs/a.md', text('ranking')), gone('jobs/b.md', text('retrieval'))];
    expect([...movesOf(old, added('jobs/c.md', 'jobs/d.md', 'jobs/e.md'), texts)].sort()).toEqual([
      ['jobs/c.md', 'jobs/b.md'],
      ['jobs/d.md', 'jobs/a.md'],
    ]);
  });

  test('a rename that GitHub names holds whatever the text', () => {
    const present = [{ path: 'jobs/z.md', previousPath: 'jobs/a.md', status: 'renamed' as const }];
    expect([...movesOf([gone('jobs/a.md', '')], present, new Map([['jobs/z.md', 'other']]))]).toEqual([
      ['jobs/z.md', 'jobs/a.md'],
    ]);
  });

  test('a posting that stood beside it then is not where it went', () => {
    const old = [gone('jobs/a.md', text('ranking'), 'jobs/z.md')];
    expect(movesOf(old, added('jobs/z.md'), new Map([['jobs/z.md', text('ranking')]])).size).toBe(0);
  });

  test('half of the lines is too little', () => {
    const old = [gone('jobs/a.md', 'one\ntwo\nthree\nfour\n')];
    const moved = (now: string) => movesOf(old, added('jobs/z.md'), new Map([['jobs/z.md', now]])).size;
    expect(moved('one\ntwo\nfive\nsix\n')).toBe(0);
    expect(moved('one\ntwo\n\n  three\nsix\n')).toBe(1);
  });
});

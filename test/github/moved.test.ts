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
  test('the most alike first, and each once', () => {
    const gone = new Map([
      ['jobs/a.md', text('ranking')],
      ['jobs/b.md', text('retrieval')],
    ]);
    const present = ['jobs/c.md', 'jobs/d.md', 'jobs/e.md'].map((path) => ({ path, status: 'added' as const }));
    const texts = new Map([
      ['jobs/c.md', text('retrieval')],
      ['jobs/d.md', text('ranking')],
      ['jobs/e.md', text('ranking')],
    ]);
    expect([...movesOf(gone, present, texts)].sort()).toEqual([
      ['jobs/c.md', 'jobs/b.md'],
      ['jobs/d.md', 'jobs/a.md'],
    ]);
  });

  test('a rename that GitHub names holds whatever the text', () => {
    const present = [{ path: 'jobs/z.md', previousPath: 'jobs/a.md', status: 'renamed' as const }];
    expect([...movesOf(new Map([['jobs/a.md', '']]), present, new Map([['jobs/z.md', 'other']]))]).toEqual([
      ['jobs/z.md', 'jobs/a.md'],
    ]);
  });

  test('half of the lines is too little', () => {
    const present = [{ path: 'jobs/z.md', status: 'added' as const }];
    const gone = new Map([['jobs/a.md', 'one\ntwo\nthree\nfour\n']]);
    expect(movesOf(gone, present, new Map([['jobs/z.md', 'one\ntwo\nfive\nsix\n']])).size).toBe(0);
    expect(movesOf(gone, present, new Map([['jobs/z.md', 'one\ntwo\n\n  three\nsix\n']])).size).toBe(1);
  });
});

import { expect } from 'vitest';
import { commit, pushPull } from './fake/state.ts';
import { BASE, comments, posting, summaryOf } from './scenario.ts';
import { story } from './stories.ts';

const duties = Array.from({ length: 20 }, (_, at) => `Duty ${at}.`);

story.concurrent('renamed, deleted, and moved into the folder of postings', async ({ open }) => {
  const base = {
    ...BASE,
    'jobs/old.md': posting({ duties }),
    'jobs/gone.md': posting({ intro: 'A ninja.' }),
    'drafts/text.md': posting({ intro: 'A ninja.' }),
    'drafts/edited.md': posting({ duties, title: 'Search Engineer' }),
  };
  const scenario = await open(
    {
      'jobs/old.md': null,
      'jobs/renamed.md': posting({ duties, intro: 'A ninja.' }),
      'jobs/gone.md': null,
      'drafts/text.md': null,
      'jobs/moved.md': posting({ intro: 'A ninja.' }),
    },
    { base },
  );
  const ran = await scenario.run();
  expect(ran.outputs).toMatchObject({ postings: '2', errors: '2' });
  // A file moved unchanged has no line in the diff: its finding is an annotation.
  expect(comments(scenario.pull)).toEqual(['jobs/renamed.md:10 **Error:** “ninja” says nothing']);
  expect(scenario.world.checks[0]?.annotations).toMatchObject([{ path: 'jobs/moved.md', start_line: 10 }]);
  // With fail-scope line a posting that was none before is new as a whole.
  const line = await scenario.run({ inputs: { 'fail-scope': 'line', 'report-file': 'r.json' } });
  expect(line.code).toBe(1);
});

story.concurrent('only deleted postings: nothing to review, and the check says why', async ({ open }) => {
  const scenario = await open(
    { 'jobs/gone.md': null },
    { base: { ...BASE, 'jobs/gone.md': posting({ intro: 'A ninja.' }) } },
  );
  const ran = await scenario.run();
  expect(ran.code).toBe(0);
  expect(scenario.world.checks[0]?.output.title).toBe('No job posting to review: 1 deleted.');
  expect(scenario.pull.comments).toEqual([]);
});

story.concurrent('where GitHub leaves the hunks out they are worked out from the two texts', async ({ open }) => {
  const old = posting({ duties, intro: 'A dynamic team.' });
  const scenario = await open(
    {
      'jobs/a.md': old.replace('Duty 3.', 'Be the ninja.').replace('Python, and', 'Answer asap, Python, and'),
      'jobs/new.md': posting({ intro: 'A ninja.' }),
    },
    { base: { ...BASE, 'jobs/a.md': old } },
  );
  const { world, pull } = scenario;
  // The base moves on: hunks are counted from where the two parted.
  pull.base = commit(world, pull.base, { 'jobs/a.md': `\n\n\n${old}`, 'jobs/other.md': posting() });
  world.withoutPatch.add('jobs/a.md').add('jobs/new.md');
  const hidden = new Set(world.withoutPatch);
  scenario.github.before = (name) => {
    // GitHub itself knows the hunks of what it leaves out.
    if (name === 'POST pulls/create-review') world.withoutPatch.clear();
  };
  const ran = await scenario.run();
  expect(comments(pull)).toEqual([
    'jobs/a.md:18 **Error:** “ninja” says nothing',
    'jobs/a.md:40 **Warning:** “asap” says nothing',
    'jobs/new.md:10 **Error:** “ninja” says nothing',
  ]);
  expect(world.checks[0]?.annotations).toMatchObject([
    { path: 'jobs/a.md', start_line: 10, annotation_level: 'warning' },
  ]);
  expect(ran.calls.map(({ name }) => name)).toHaveLength(7);
  for (const path of hidden) world.withoutPatch.add(path);
  scenario.push({ 'README.md': 'x' });
  expect((await scenario.run()).writes.map(({ name }) => name)).not.toContain('POST pulls/create-review');
});

story.concurrent('comments that GitHub refuses all the same do not take the others along', async ({ open }) => {
  const scenario = await open({
    'jobs/a.md': posting({ intro: 'A ninja.', duties: ['Answer asap.', 'Be dynamic.', 'Be the ninja.'] }),
    'jobs/b.md': posting({ intro: 'A ninja.' }),
  });
  // GitHub takes no comment on this file, whatever its hunks say.
  scenario.github.before = (name) => {
    if (name === 'POST pulls/create-review') scenario.world.withoutPatch.add('jobs/b.md');
  };
  const ran = await scenario.run();
  expect(comments(scenario.pull)).toHaveLength(4);
  expect(scenario.world.checks[0]?.annotations).toMatchObject([{ path: 'jobs/b.md', start_line: 10 }]);
  expect(summaryOf(scenario.pull)).toContain('5 findings = 4 line comments + 1 annotation + 0 in this summary');
  expect(ran.log).toContain('GitHub refused 1 line comments: Pull request review thread line must be part of the diff');
});

story.concurrent('a leftover pending review of ours is cleared; one of another program is not', async ({ open }) => {
  const scenario = await open({ 'jobs/a.md': posting({ intro: 'A ninja.' }) });
  const { pull } = scenario;
  const pending = {
    id: 7,
    nodeId: 'PRR_7',
    author: 'github-actions[bot]',
    commit: pull.head,
    state: 'PENDING' as const,
    body: 'jd-review\n\n<!-- jd-review:review -->',
  };
  pull.reviews.push(pending);
  await scenario.run();
  expect(pull.reviews.map(({ id, state }) => [id === 7, state])).toEqual([[false, 'COMMENTED']]);
  expect(comments(pull)).toHaveLength(1);

  scenario.push({ 'jobs/b.md': posting({ intro: 'A ninja.' }) });
  pull.reviews.push({ ...pending, id: 8, nodeId: 'PRR_8', body: 'another program' });
  const ran = await scenario.run();
  expect(pull.reviews.map(({ id }) => id)).toContain(8);
  expect(comments(pull)).toHaveLength(1);
  expect(ran.log).toContain('User can only have one pending review per pull request');
  expect(summaryOf(pull)).toContain('1 line comment + 1 annotation');
});

story.concurrent(
  'more findings than comments: errors first, the rest has another home, and the sum is right',
  async ({ open }) => {
    const many = Array.from({ length: 20 }, (_, at) => `Be dynamic ${at} times and a synergy.`);
    const scenario = await open({
      'jobs/a.md': posting({ duties: many }),
      'jobs/b.md': posting({ duties: Array.from({ length: 100 }, (_, at) => `Be a ninja ${at} times.`) }),
    });
    const ran = await scenario.run();
    expect(scenario.pull.threads).toHaveLength(30);
    expect(scenario.pull.threads.every(({ path }) => path === 'jobs/b.md')).toBe(true);
    expect(scenario.world.checks[0]?.annotations).toHaveLength(90);
    expect(summaryOf(scenario.pull)).toContain('140 findings = 30 line comments + 90 annotations + 20 in this summary');
    expect(ran.calls).toHaveLength(6);
    // From the end of each file to its start.
    const lines = scenario.pull.threads.map(({ originalLine }) => originalLine);
    expect(lines).toEqual([...lines].sort((a, b) => b - a));
    expect((await scenario.run()).writes).toEqual([]);
  },
);

story.concurrent(
  'three thousand files: postings past the list of GitHub are found by the trees',
  async ({ open }) => {
    const docs = Object.fromEntries(
      Array.from({ length: 3100 }, (_, at) => [`docs/${String(at).padStart(4, '0')}.md`, `${at}\n`]),
    );
    const scenario = await open({
      ...docs,
      'zz/jobs.md': 'x',
      'jobs/a.md': posting({ intro: 'A ninja.' }),
      'positions/z.md': posting({ intro: 'A ninja.' }),
    });
    const ran = await scenario.run();
    expect(ran.code).toBe(1);
    expect(ran.outputs).toMatchObject({ postings: '2', errors: '2' });
    expect(ran.calls.filter(({ name }) => name === 'GET pulls/list-files')).toHaveLength(30);
  },
  30_000,
);

story.concurrent('a byte order mark and line breaks of Windows keep their places', async ({ open }) => {
  const scenario = await open({ 'jobs/a.md': `\uFEFF${posting({ intro: 'A ninja.' }).replaceAll('\n', '\r\n')}` });
  const ran = await scenario.run();
  expect(comments(scenario.pull)).toEqual(['jobs/a.md:10 **Error:** “ninja” says nothing']);
  expect(ran.calls.map(({ name }) => name)).toContain('GET git/get-blob');
});

story.concurrent('many comments of people: the summary is found on whatever page it is', async ({ open }) => {
  const scenario = await open({ 'jobs/a.md': posting({ intro: 'A ninja.' }) });
  const { pull } = scenario;
  const talk = (from: number) =>
    Array.from({ length: 130 }, (_, at) => ({
      id: from + at,
      nodeId: `IC_${from + at}`,
      author: 'mona',
      body: 'Talk.',
    }));
  pull.comments.push(...talk(1));
  await scenario.run();
  pull.comments.push(...talk(500));
  pushPull(scenario.world, pull, commit(scenario.world, pull.head, { 'jobs/a.md': posting() }));
  await scenario.run();
  const own = pull.comments.filter(({ author }) => author !== 'mona');
  expect(own).toHaveLength(1);
  expect(own[0]?.body).toContain('✅ Pass');
});

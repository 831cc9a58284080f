import { expect } from 'vitest';
import { BASE, comments, posting, summaryOf } from './scenario.ts';
import { story } from './stories.ts';

const faulty = posting({ intro: 'A ninja.' });
const withPosting = { ...BASE, 'jobs/a.md': faulty };

story.concurrent.for([
  'jobs/security.md',
  'jobs/contributing.md',
  'careers/SUPPORT.md',
  'jobs/README.md',
  'jobs/index.md',
])('a posting renamed to %s does not turn the check green', async (path, { open }) => {
  const scenario = await open({ 'jobs/a.md': null, [path]: faulty }, { base: withPosting });
  const ran = await scenario.run();
  expect(ran.code).toBe(1);
  expect(ran.outputs).toMatchObject({ verdict: 'fail', postings: '1', errors: '1' });
  expect(scenario.world.checks[0]).toMatchObject({
    conclusion: 'failure',
    annotations: [{ path, start_line: 10 }],
  });
  expect(ran.summary).not.toContain('left the postings');
});

story.concurrent('a new posting with a document’s name is reviewed on its lines', async ({ open }) => {
  const scenario = await open({ 'jobs/culture.md': faulty, 'jobs/benefits.md': '# Benefits\n\nA ninja.\n' });
  const ran = await scenario.run();
  expect(ran.code).toBe(1);
  expect(comments(scenario.pull)).toEqual(['jobs/culture.md:10 **Error:** “ninja” says nothing']);
  expect(summaryOf(scenario.pull)).toContain('1 file skipped by name: `jobs/benefits.md`.');
  expect(ran.calls.length).toBeLessThanOrEqual(6);
});

story.concurrent('documents alone are no postings: success, and what was skipped is named', async ({ open }) => {
  const scenario = await open({
    'jobs/security.md': '# Security\n\nA ninja.\n',
    'jobs/README.md': '# Roles\n\nA ninja.\n',
    'jobs/_held.md': faulty,
    'jobs/faq.md': { link: 'README.md' },
    'docs/a.md': faulty,
  });
  const ran = await scenario.run();
  expect(ran.code).toBe(0);
  const line = '4 files skipped by name: `jobs/README.md`, `jobs/_held.md`, `jobs/faq.md`, `jobs/security.md`.';
  expect(ran.summary).toContain('### ✅ No job posting changed.');
  expect(ran.summary).toContain(line);
  expect(scenario.world.checks).toMatchObject([
    { conclusion: 'success', output: { title: 'No job posting changed.', summary: expect.stringContaining(line) } },
  ]);
  expect(scenario.pull).toMatchObject({ comments: [], threads: [], reviews: [] });
  expect(ran.calls.length).toBeLessThanOrEqual(4);
  expect((await scenario.run()).writes).toEqual([]);
});

story.concurrent.for(['jobs/a.txt', 'drafts/a.md', 'jobs/_a.md'])(
  'a posting renamed to %s is told as one that left the postings',
  async (path, { open }) => {
    const scenario = await open({ 'jobs/a.md': null, [path]: faulty }, { base: withPosting });
    const ran = await scenario.run();
    expect(ran.code).toBe(0);
    const title = 'No job posting to review: 1 left the postings.';
    const line = `Renamed, so that it left the postings: \`jobs/a.md\` → \`${path}\`.`;
    expect(ran.summary).toContain(`### ✅ ${title}`);
    expect(ran.summary).toContain(line);
    expect(ran.summary).not.toContain('skipped by name');
    expect(scenario.world.checks).toMatchObject([
      { conclusion: 'success', output: { title, summary: expect.stringContaining(line) } },
    ]);
  },
);

story.concurrent('one that left is named beside those that are reviewed and deleted', async ({ open }) => {
  const base = { ...withPosting, 'jobs/gone.md': posting({ title: 'Other' }), 'drafts/c.md': posting({ title: 'C' }) };
  const changes = { 'jobs/a.md': null, 'drafts/`a` @x.md': faulty, 'jobs/gone.md': null };
  const alone = await open(changes, { base });
  expect((await alone.run()).summary).toContain('No job posting to review: 1 deleted, 1 left the postings.');
  const scenario = await open({ ...changes, 'jobs/b.md': posting({ title: 'B', duties: ['Be.'] }) }, { base });
  expect((await scenario.run()).code).toBe(0);
  expect(summaryOf(scenario.pull)).toContain('left the postings: `jobs/a.md` → ``drafts/`a` @x.md``.');
});

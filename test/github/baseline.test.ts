import { describe, expect } from 'vitest';
import { keyFrom } from '../../src/baseline/entries.ts';
import { baselineText } from '../../src/baseline/file.ts';
import { BASE, comments, config, posting, summaryOf } from './scenario.ts';
import { story } from './stories.ts';

const FILE = '.github/jd-baseline.json';
const faulty = posting({ intro: 'A ninja with synergy.' });

/** A baseline that knows findings of words, by posting. */
function known(entries: Readonly<Record<string, readonly (readonly [rule: string, count?: number])[]>>): string {
  return baselineText(
    new Map(
      Object.entries(entries).map(([path, rules]) => [
        path,
        new Map(rules.map(([rule, count = 1]) => [keyFrom(rule, rule), count])),
      ]),
    ),
  );
}

const named = config(['comp-below-band'], `baseline: ${FILE}\n`);
const base = {
  ...BASE,
  '.github/jd-review.yml': named,
  'jobs/a.md': faulty,
  'jobs/b.md': faulty,
  [FILE]: known({ 'jobs/a.md': [['ninja'], ['synergy']], 'jobs/b.md': [['ninja'], ['synergy']] }),
};

describe('a baseline of the base commit', () => {
  story.concurrent('lets known findings pass without a comment, and the summary counts them', async ({ open }) => {
    const scenario = await open({ 'jobs/a.md': `${faulty}\nMore about us.\n` }, { base });
    const ran = await scenario.run();
    expect(ran.code).toBe(0);
    expect(comments(scenario.pull)).toEqual([]);
    const body = summaryOf(scenario.pull);
    expect(body).toContain('Pass: no findings in 1 job posting, 2 known');
    expect(body).toContain('2 known findings in the baseline, not shown.');
    expect(scenario.world.checks[0]).toMatchObject({ conclusion: 'success' });
  });

  story.concurrent('does not cover a finding that comes in beside the known ones', async ({ open }) => {
    const scenario = await open({ 'jobs/a.md': `${faulty}\nA ninja again.\n` }, { base });
    expect((await scenario.run()).code).toBe(1);
    expect(comments(scenario.pull)).toHaveLength(1);
    expect(summaryOf(scenario.pull)).toContain('2 known findings in the baseline, not shown.');
  });

  story.concurrent('says which known findings are gone', async ({ open }) => {
    const scenario = await open({ 'jobs/a.md': posting({ intro: 'A ninja.' }), 'jobs/b.md': null }, { base });
    expect((await scenario.run()).code).toBe(0);
    expect(summaryOf(scenario.pull)).toContain('3 known findings are gone: run check --update-baseline to drop them.');
  });

  story.concurrent('follows a posting that git says was renamed', async ({ open }) => {
    const scenario = await open({ 'jobs/a.md': null, 'jobs/moved.md': `${faulty}\nMore about us.\n` }, { base });
    const ran = await scenario.run();
    expect(ran.code).toBe(0);
    expect(summaryOf(scenario.pull)).not.toContain('gone');
  });

  story.concurrent('costs no request beside those of a folder of rules', async ({ open }) => {
    const ran = await (await open({ 'jobs/a.md': `${faulty}\nMore.\n` }, { base })).run();
    const without = await (await open({ 'jobs/a.md': posting() })).run();
    expect(ran.calls.length).toBe(without.calls.length);
  });
});

describe('a pull request cannot switch the check off', () => {
  const worse = `${faulty}\nA ninja again.\n`;
  const all = known({
    'jobs/a.md': [
      ['ninja', 9],
      ['synergy', 9],
    ],
  });

  story.concurrent('by what it writes into the baseline: that counts once it is merged', async ({ open }) => {
    const scenario = await open({ 'jobs/a.md': worse, [FILE]: all }, { base });
    expect((await scenario.run()).code).toBe(1);
    expect(comments(scenario.pull)).toHaveLength(1);
    const body = summaryOf(scenario.pull);
    expect(body).toContain(`**This change edits the policy** (\`${FILE}\`)`);
    expect(body).toContain('Under the new policy the verdict would be **pass**');
  });

  story.concurrent('by a baseline of its own', async ({ open }) => {
    const changes = { 'jobs/a.md': worse, '.github/jd-review.yml': named, [FILE]: all };
    const scenario = await open(changes, { base: { ...BASE, 'jobs/a.md': posting() } });
    expect((await scenario.run()).code).toBe(1);
    expect(summaryOf(scenario.pull)).toContain('Under the new policy the verdict would be **pass**');
  });

  story.concurrent('by taking the baseline away or spoiling it', async ({ open }) => {
    const gone = await open({ 'jobs/a.md': worse, [FILE]: null }, { base });
    expect((await gone.run()).code).toBe(1);
    const spoilt = await open({ [FILE]: '{\n  "version": 1,\n  "findings": [,]\n}\n' }, { base });
    expect((await spoilt.run()).code).toBe(1);
    expect(spoilt.world.checks[0]).toMatchObject({
      conclusion: 'failure',
      annotations: [{ path: FILE, start_line: 3, annotation_level: 'failure' }],
    });
  });
});

describe('a baseline in force that cannot be used', () => {
  story.concurrent.for([
    ['is broken', { ...base, [FILE]: '{ "version": 1 "findings": [] }' }, 'Not valid JSON'],
    ['is of another version', { ...base, [FILE]: '{ "version": 2, "findings": [] }' }, 'has version 2'],
  ] as const)('%s: it lets nothing pass and says so', async ([, broken, words], { open }) => {
    const scenario = await open({ 'jobs/a.md': `${faulty}\nMore.\n` }, { base: broken });
    expect((await scenario.run()).code).toBe(1);
    const body = summaryOf(scenario.pull);
    expect(body).toContain('Fail: 1 error and 1 notice in 1 job posting');
    expect(body).toContain(words);
  });

  story.concurrent('does not fail the change that mends it', async ({ open }) => {
    const broken = { ...base, [FILE]: '{' };
    const scenario = await open({ [FILE]: base[FILE], 'jobs/c.md': posting() }, { base: broken });
    expect((await scenario.run()).code).toBe(0);
  });
});

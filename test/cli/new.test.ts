import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, run } from '../support/run.ts';

const LANES = ['applied', 'research', 'llm', 'domain'];
const LEVELS = ['junior', 'mid', 'senior', 'staff'];
const TITLES: Readonly<Record<string, string>> = {
  applied: 'Machine Learning Engineer, Delivery Times',
  research: 'Research Engineer, Speech',
  llm: 'LLM Engineer, Support Answers',
  domain: 'Machine Learning Engineer, Crop Insurance',
};
const titleOf = (lane: string, level: string) =>
  `${{ junior: 'Junior ', senior: 'Senior ', staff: 'Staff ' }[level] ?? ''}${TITLES[lane]}`;
const asked = (lane: string, level: string) => ['--lane', lane, '--level', level, '--title', titleOf(lane, level)];

interface Told {
  readonly postings: readonly { readonly findings: readonly { readonly rule: string; readonly found: string }[] }[];
}

describe('a new posting', () => {
  const all = LANES.flatMap((lane) => LEVELS.map((level) => ({ lane, level })));

  test.each(all)('of $lane $level: its blanks are found, and nothing else, by all rules', async ({ lane, level }) => {
    const { out: text } = await run(['new', ...asked(lane, level), '--output', '-']);
    const { out } = await run(['check', '-', '--all-rules', '--format', 'json'], { stdin: text });
    const { findings } = (JSON.parse(out) as Told).postings[0]!;
    const blanks = text.match(/\[fill in:[^\]]*\]/g)!;
    expect(findings.filter(({ rule }) => rule === 'placeholder-left')).toHaveLength(blanks.length);
    const others = findings.filter(({ rule }) => rule !== 'placeholder-left').map(({ rule }) => rule);
    // Where a level has no band, the field of the pay is a blank, too, and no pay.
    expect(others).toEqual(['mid', 'senior'].includes(level) ? [] : ['frontmatter-invalid']);
    expect(text).not.toContain('{{');
  });

  test('filled in, it passes', async () => {
    const { out: text } = await run(['new', ...asked('applied', 'senior'), '--output', '-']);
    const filled = text
      .replace('[fill in: a date]', '2026-12-18')
      .replace('[fill in: a city, or Remote and the country]', 'Remote (US)')
      .replace('[fill in: the title of the manager]', 'Head of Estimation')
      .replace(/\[fill in: [^\]]*which data[^\]]*\]/, '40 million courier pings a day')
      .replace(/\[fill in: what it predicts[^\]]*\]/, 'when a parcel arrives')
      .replace(/\[fill in: the serving stack\]/, 'Triton')
      .replace(/\[fill in: the one framework[^\]]*\]/, 'PyTorch')
      .replace(/\[fill in: how many\]/, 'six')
      .replace(/\[fill in: bonus and equity\]/, 'a 10 % bonus and RSUs')
      .replace(/\[fill in: health insurance[^\]]*\]/, 'Medical insurance, 401(k), 20 days of leave.')
      .replace(/\[fill in: [^\]]*\]/g, 'dispatchers');
    const { code, out } = await run(['check', '-', '--format', 'compact'], { stdin: filled });
    expect(out).toBe('');
    expect(code).toBe(0);
  });

  test('lies beside the postings there are, named after its title, and is never written over', async () => {
    const cwd = folderOf({ 'content/careers/a.md': '---\nlane: llm\n---\n# A\n', 'content/careers/b.md': '# B\n' });
    const argv = ['new', '--lane', 'genai', '--level', 'sr', '--title', 'Größe: "Wer?" / 2'];
    const made = await run(argv, { cwd });
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(made.out).toContain('content/careers/große-wer-2.md is written.');
    const text = readFileSync(join(cwd, 'content/careers/große-wer-2.md'), 'utf8');
    expect(text).toMatch(/^---\ntitle: "Größe: \\"Wer\?\\" \/ 2"\nlane: llm\nlevel: senior\n/);
    expect(text).toContain('\n# Größe: "Wer?" / 2\n');
    const again = await run(argv, { cwd });
    expect(again.code).toBe(2);
    expect(again.err).toContain('is there already, and nothing is written over it');
    expect((await run(argv, { cwd: folderOf({}) })).out).toContain('jobs/große-wer-2.md is written.');
  });

  test('is filled with the bands, lanes and words of the team, or with blanks where its bands are private', async () => {
    const config =
      'lanes: { vision: { title: Vision, weeks-to-fill: [6, 9] } }\nbands: { vision: { senior: [1, 2] } }\n';
    const bands = config.replace('[1, 2]', '[190000, 240000]');
    const argv = ['new', '--lane', 'vision', '--level', 'senior', '--title', 'Vision Engineer', '--output', '-'];
    const shown = await run(argv, { cwd: folderOf({ '.github/jd-review.yml': bands }) });
    expect(shown.out).toContain('USD 190,000 – 240,000 a year base');
    const hidden = await run(argv, { cwd: folderOf({ '.github/jd-review.yml': `${bands}show-bands: false\n` }) });
    expect(hidden.out).not.toMatch(/190|240/);
    const own = folderOf({ 'mine.md': '# {{title}}\n\n{{years}} years, {{unknown}}\n' });
    const mine = await run(['new', ...asked('llm', 'mid'), '--output', '-', '--template', 'mine.md'], { cwd: own });
    expect(mine.out).toBe('# LLM Engineer, Support Answers\n\n3–6 years, {{unknown}}\n');
  });

  test('asks at a terminal for what is not given, and elsewhere says what is missing', async () => {
    const cwd = folderOf({});
    const answers = ['lml', 'llm', 'mid', '', 'LLM Engineer, Tickets'];
    const { code, out } = await run(['new'], { cwd, terminal: 80, answers });
    expect(code).toBe(0);
    expect(out).toContain('Did you mean “llm”?');
    expect(readdirSync(join(cwd, 'jobs'))).toEqual(['llm-engineer-tickets.md']);
    const silent = await run(['new', '--level', 'mid'], { cwd });
    expect(silent).toMatchObject({ code: 2, out: '' });
    expect(silent.err).toContain('The lane is missing. Write: --lane with one of applied, research, llm or domain');
    expect((await run(['new', ...asked('llm', 'mid').slice(0, 4)], { cwd })).err).toContain('The title is missing.');
    expect((await run(['new'], { cwd, terminal: 80, answers: ['llm'] })).code).toBe(2);
    expect(readdirSync(join(cwd, 'jobs'))).toHaveLength(1);
  });

  test('names a template that cannot be read, and a folder that is no file', async () => {
    const cwd = folderOf({ 'jobs/a.md': '# A\n' });
    const argv = ['new', ...asked('llm', 'mid')];
    expect((await run([...argv, '--template', 'none.md'], { cwd })).err).toContain(
      'The template none.md cannot be read',
    );
    expect((await run([...argv, '--output', 'jobs'], { cwd })).err).toContain('jobs is there already');
    expect((await run([...argv, 'jobs'], { cwd })).err).toContain('“new” takes no paths');
  });
});

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { folderOf, run } from '../support/run.ts';

const DAY = ['--today', '2026-11-22'];
const CONFIG = '.github/jd-review.yml';
const schema = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../schemas/report.schema.json', import.meta.url)), 'utf8'),
);
const validate = new Ajv2020({ allErrors: true }).compile(schema);

/** Postings of several kinds: good and bad ones, hourly pay, lakhs, no band, an idle waiver, files that cannot be read, drafts. */
function tree(): Record<string, string | Uint8Array> {
  const pay = ['150k-200k', 'USD 60-80 per hour', 'INR 20-30 lakh', '90k'];
  const files: Record<string, string | Uint8Array> = { 'jobs/_draft.md': 'x', 'jobs/_other.md': 'x', '.git/HEAD': '' };
  for (let at = 0; at < 40; at++) {
    const level = ['junior', 'mid', 'senior', 'staff'][at % 4];
    const lane = ['applied', 'llm', 'research', 'aplied', 'domain'][at % 5];
    const waiver = at % 9 === 0 ? '<!-- jd-review allow phd-required: none is asked -->\n' : '';
    const text = `---\nlane: ${lane}\nlevel: ${level}\ncomp: ${pay[at % 3]}\n---\n# ML Engineer ${at}\n\n${waiver}- ${at % 12}+ years of experience\n- Join the guys\n`;
    files[`jobs/${at}.md`] = at % 13 === 5 ? new Uint8Array([0x23, 0xff, 0xfe, 0]) : text;
  }
  return files;
}

/** Writes the reports of all shards, and gives their names. */
async function shards(cwd: string, of: number, argv: readonly string[] = []): Promise<string[]> {
  const names: string[] = [];
  for (let index = 1; index <= of; index++) {
    const { out } = await run(['check', '--shard', `${index}/${of}`, '--format', 'json', ...DAY, ...argv], { cwd });
    names.push(`${index}of${of}.json`);
    writeFileSync(join(cwd, names.at(-1)!), out);
  }
  return names;
}

describe('four shards', () => {
  test('make the report of one run, byte for byte, in whatever order they are named', async () => {
    const cwd = folderOf(tree());
    const whole = await run(['check', '--format', 'json', ...DAY], { cwd });
    const [a, b, c, d] = (await shards(cwd, 4)) as [string, string, string, string];
    for (const order of [
      [a, b, c, d],
      [d, b, a, c],
    ]) {
      const merged = await run(['merge', ...order, '--format', 'json'], { cwd });
      expect(merged.out === whole.out).toBe(true);
      expect([merged.code, merged.err]).toEqual([whole.code, '']);
    }
    const counts = [a, b, c, d].map((name) => JSON.parse(readFileSync(join(cwd, name), 'utf8')).postings.length);
    expect(Math.min(...counts)).toBeGreaterThan(0);
    for (const name of [a, b, c, d]) {
      validate(JSON.parse(readFileSync(join(cwd, name), 'utf8')));
      expect(validate.errors).toBeNull();
    }
  });

  test('make the annotations of one run, and its lines for editors', async () => {
    const cwd = folderOf(tree());
    const names = await shards(cwd, 4);
    for (const format of ['github', 'compact']) {
      const whole = await run(['check', '--format', format, ...DAY], { cwd });
      const merged = await run(['merge', ...names, '--format', format], { cwd });
      expect(merged.out.split('\n').sort()).toEqual(whole.out.split('\n').sort());
    }
  });

  test('make its Markdown but for what --fix mends', async () => {
    const cwd = folderOf(tree());
    const whole = await run(['check', '--format', 'markdown', ...DAY], { cwd });
    const merged = await run(['merge', ...(await shards(cwd, 4)), '--format', 'markdown'], { cwd });
    expect(merged.out).toBe(whole.out.replaceAll(' _`--fix` mends this._', ''));
  });

  test('share a baseline, also of postings that moved or are gone', async () => {
    const files: Record<string, string | Uint8Array> = { ...tree(), [CONFIG]: 'baseline: known.json\n' };
    const cwd = folderOf(files);
    await run(['check', '--update-baseline', ...DAY], { cwd });
    for (const at of [1, 2, 3]) {
      writeFileSync(join(cwd, `jobs/new-${at}.md`), files[`jobs/${at}.md`]!);
      writeFileSync(join(cwd, `jobs/${at}.md`), '---\nlane: llm\n---\nmended\n');
    }
    const whole = await run(['check', '--format', 'json', ...DAY], { cwd });
    const merged = await run(['merge', ...(await shards(cwd, 4)), '--format', 'json'], { cwd });
    expect(merged.out === whole.out).toBe(true);
    expect(JSON.parse(whole.out).baseline.known).toBeGreaterThan(0);
  });

  test('keep a posting in its shard when others come', async () => {
    const cwd = folderOf(tree());
    const paths = async () => {
      const { out } = await run(['check', '--shard', '2/4', '--format', 'json', ...DAY], { cwd });
      return JSON.parse(out).postings.map(({ path }: { path: string }) => path) as string[];
    };
    const before = await paths();
    writeFileSync(join(cwd, 'jobs/0-first.md'), '---\nlane: llm\n---\nx\n');
    expect((await paths()).filter((path) => path !== 'jobs/0-first.md')).toEqual(before);
  });
});

describe('merge refuses', () => {
  test('what is not the reports of all shards of one run', async () => {
    const cwd = folderOf({ ...tree(), 'text.json': 'no', 'list.json': '[]', 'cut.json': '{"version":"0' });
    const [a, b] = (await shards(cwd, 2)) as [string, string];
    const report = JSON.parse(readFileSync(join(cwd, a), 'utf8'));
    writeFileSync(join(cwd, 'old.json'), JSON.stringify({ ...report, version: '0.0.9' }));
    writeFileSync(join(cwd, 'odd.json'), JSON.stringify({ ...report, postings: [{ path: 7 }] }));
    writeFileSync(join(cwd, 'whole.json'), (await run(['check', '--format', 'json', ...DAY], { cwd })).out);
    const [, third] = (await shards(cwd, 3)) as [string, string];
    const cases: [string[], RegExp][] = [
      [[], /needs the reports of all shards/],
      [[a], /No report is of shard 2\/2/],
      [[a, b, a], /are both of shard 1\/2/],
      [[a, third], /of 2 shards and 2of3\.json of 3/],
      [[a, 'old.json'], /old\.json was written by jd-review 0\.0\.9/],
      [[a, 'whole.json'], /whole\.json is the report of a whole run/],
      [[a, 'none.json'], /none\.json: there is no such file/],
      [[a, 'cut.json'], /cut\.json: it is no whole JSON/],
      [[a, 'list.json'], /list\.json is no report of jd-review/],
      [[a, 'odd.json'], /odd\.json is no report .*\(at postings\.0\.path\)/],
    ];
    for (const [names, words] of cases) {
      const { code, out, err } = await run(['merge', ...names, '--format', 'json'], { cwd });
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(words);
    }
  });

  test.each([[['--fail-on', 'warning']], [['--rule', 'phd-required']], [['--today', '2026-11-23']], [['jobs']]])(
    'shards that were not judged alike: %j',
    async (other) => {
      const cwd = folderOf(tree());
      const [a] = (await shards(cwd, 2)) as [string];
      const { out } = await run(['check', '--shard', '2/2', '--format', 'json', ...DAY, ...other], { cwd });
      writeFileSync(join(cwd, 'other.json'), out);
      expect((await run(['merge', a, 'other.json'], { cwd })).err).toMatch(/were not judged alike/);
    },
  );

  test('another configuration, and says nothing of private bands', async () => {
    const bands = (min: number) => `show-bands: false\nbands: { applied: { mid: [${min}, 250000] } }\n`;
    const cwd = folderOf({ ...tree(), [CONFIG]: bands(180_000) });
    const [a] = (await shards(cwd, 2)) as [string];
    const markOf = (name: string) => JSON.parse(readFileSync(join(cwd, name), 'utf8')).shard.policy as string;
    const before = markOf(a);
    writeFileSync(join(cwd, CONFIG), bands(190_000));
    await shards(cwd, 2);
    expect(markOf(a)).toBe(before);
    writeFileSync(join(cwd, CONFIG), `${bands(190_000)}suggest-comp: false\nrules: { phd-required: off }\n`);
    await shards(cwd, 2);
    expect(markOf(a)).not.toBe(before);
  });

  test.each(['human', 'sarif', 'html'])('%s, which needs the postings', async (format) => {
    expect((await run(['merge', 'x.json', '--format', format])).err).toMatch(/needs the text of the postings/);
  });
});

test.each(['0/4', '5/4', '1/0', '2', '1/2/3', 'a/b', '1/257', '-1/4'])('--shard %s is refused', async (named) => {
  const { code, err } = await run(['check', `--shard=${named}`], { cwd: folderOf(tree()) });
  expect(code).toBe(2);
  expect(err).toMatch(/--shard needs a part and their number/);
});

test('--shard does not go with --update-baseline, which needs all postings', async () => {
  const argv = ['check', '--shard', '1/2', '--baseline', 'known.json', '--update-baseline'];
  const { code, err } = await run(argv, { cwd: folderOf(tree()) });
  expect(code).toBe(2);
  expect(err).toMatch(/--update-baseline needs all postings/);
});

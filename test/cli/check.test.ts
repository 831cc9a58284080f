import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, run } from '../support/run.ts';

/** A posting in which one rule, `gendered-language`, finds two words that can be mended, and no other rule is run. */
const posting = (body: string, more = '') => `---
lane: applied
level: mid
comp: 150000-180000
${more}---
# Machine Learning Engineer, Parcel Routing

## What you'll do

${body}
`;
const GUYS = posting('- Join the guys who route parcels');
const CLEAN = posting('- Join the people who route parcels');
const ONE = ['--rule', 'gendered-language'];

async function json(argv: string[], options: Parameters<typeof run>[1]) {
  const result = await run([...argv, '--format', 'json'], options);
  return { ...result, report: JSON.parse(result.out) };
}

describe('check', () => {
  test('reviews the postings named, and passes a clean one', async () => {
    const cwd = folderOf({ 'jobs/a.md': CLEAN });
    const { code, out, err } = await run(['check', 'jobs', ...ONE], { cwd });
    expect(out).toMatch(
      /^jobs\/a\.md {2}Machine Learning Engineer, Parcel Routing · applied · mid\n {2}nothing found\n/,
    );
    expect(out).toMatch(/1 posting, 0 errors, 0 warnings, 0 notices, 0 waived: pass\n$/);
    expect(err).toBe('');
    expect(code).toBe(0);
  });

  test('prints each finding with place, severity, message and rule, and the pay beside the market', async () => {
    const cwd = folderOf({ 'jobs/a.md': GUYS });
    const { out } = await run(['check', 'jobs', ...ONE], { cwd });
    expect(out).toMatch(
      /\n\nwarning {2}gendered-language {2}jobs\/a\.md:10:12\n {2}10 \| - Join the guys who .*\n {5}\| {12}\^{4}\n {7}“guys” /,
    );
    expect(out).toMatch(/market band .*\|=+\+=+\|/);
    expect(out).toMatch(/this posting .*\|#+\+#+\|/);
  });

  test('without paths reviews what the settings name', async () => {
    const cwd = folderOf({ 'jobs/a.md': CLEAN, 'jobs/README.md': 'x', 'docs/b.md': CLEAN });
    const { report } = await json(['check', ...ONE], { cwd });
    expect(report.postings.map((each: { path: string }) => each.path)).toEqual(['jobs/a.md']);
  });

  test('reads standard input as one posting', async () => {
    for (const stdin of [GUYS, Buffer.from(GUYS)]) {
      const { report } = await json(['check', '-', ...ONE], { stdin });
      expect(report.postings).toHaveLength(1);
      expect(report.postings[0].path).toBe('-');
      expect(report.totals.warnings).toBe(1);
    }
  });

  test('refuses standard input that is too large', async () => {
    const { report, code } = await json(['check', '-'], { stdin: 'x'.repeat(300_000) });
    expect(report.problems[0].message).toMatch(/larger than/);
    expect(code).toBe(1);
  });

  test.each([
    ['error', 0],
    ['warning', 1],
    ['notice', 1],
    ['never', 0],
  ])('--fail-on %s exits %i for a warning', async (limit, code) => {
    const cwd = folderOf({ 'jobs/a.md': GUYS });
    expect((await run(['check', 'jobs', ...ONE, '--fail-on', limit], { cwd })).code).toBe(code);
  });

  test('--rule runs these rules only, also one that is off', async () => {
    const cwd = folderOf({ 'jobs/a.md': posting('- Own it') });
    const { report } = await json(['check', 'jobs', ...ONE, '--rule', 'length-readability'], { cwd });
    const rules = new Set(report.postings[0].findings.map((each: { rule: string }) => each.rule));
    expect([...rules]).toEqual(['length-readability']);
  });

  test('--all-rules runs those that are off as well', async () => {
    const cwd = folderOf({ 'jobs/a.md': posting('- Own it') });
    const few = await json(['check', 'jobs'], { cwd });
    const all = await json(['check', 'jobs', '--all-rules'], { cwd });
    expect(all.report.postings[0].findings.length).toBeGreaterThan(few.report.postings[0].findings.length);
  });

  test('--today sets the day that dates are judged by', async () => {
    const cwd = folderOf({ 'jobs/a.md': posting('- Own it', 'valid_through: 2026-12-31\n') });
    const on = (day: string) => json(['check', 'jobs', '--rule', 'posting-stale', '--today', day], { cwd });
    expect((await on('2026-12-01')).report.postings[0].findings).toEqual([]);
    expect((await on('2027-01-15')).report.postings[0].findings).toHaveLength(1);
  });

  test('a waived finding is listed with its reason and does not fail', async () => {
    const body = '<!-- jd-review allow gendered-language: the band is called The Guys -->\n- Join the guys';
    const cwd = folderOf({ 'jobs/a.md': posting(body) });
    const argv = ['check', 'jobs', ...ONE, '--fail-on', 'notice'];
    const { report, code } = await json(argv, { cwd });
    expect(report.postings[0].findings[0].waived).toEqual({ reason: 'the band is called The Guys' });
    expect(report.totals).toMatchObject({ warnings: 0, waived: 1 });
    expect(code).toBe(0);
    expect((await run(argv, { cwd })).out).toMatch(
      /waived {2}gendered-language .*\n.*\n +Waived: the band is called The Guys\n/,
    );
  });
});

describe('formats', () => {
  const cwd = folderOf({ 'jobs/a.md': posting('- Join the guys @everyone <b>|', 'title: "Guys"\n') });
  const of = (format: string, more: string[] = []) =>
    run(['check', 'jobs', ...ONE, '--format', format, ...more], { cwd });

  test('json is one report', async () => {
    const report = JSON.parse((await of('json')).out);
    expect(Object.keys(report)).toEqual(['version', 'verdict', 'totals', 'problems', 'skipped', 'postings']);
  });

  test('markdown is a table of findings and a picture', async () => {
    const { out } = await of('markdown');
    expect(out).toMatch(/^# jd-review: pass\n\n1 posting, 0 errors, /);
    expect(out).toMatch(/\| 11:12 \| warning \| “guys” .*\| `gendered-language` \|/);
    expect(out).toMatch(/```text\n[\s\S]*this posting[\s\S]*```\n/);
  });

  test('github is workflow commands', async () => {
    const { out } = await of('github');
    expect(out).toMatch(/^::warning file=jobs\/a\.md,line=11,endLine=11,col=12,endColumn=15,title=gendered-language::/);
  });

  test('sarif is a log', async () => {
    expect(JSON.parse((await of('sarif')).out).runs[0].results[0].ruleId).toBe('gendered-language');
  });

  test('colour comes only on a terminal, and NO_COLOR keeps it off', async () => {
    const code = '\u001b[';
    const argv = ['check', 'jobs', ...ONE];
    expect((await run(argv, { cwd })).out).not.toContain(code);
    expect((await run(argv, { cwd, terminal: 100 })).out).toContain(code);
    expect((await run(argv, { cwd, terminal: 100, env: { NO_COLOR: '1' } })).out).not.toContain(code);
    expect((await run([...argv, '--format', 'json'], { cwd, terminal: 100 })).out).not.toContain(code);
  });

  test('everything is wrapped to the width of a terminal', async () => {
    const { out } = await run(['check', 'jobs', ...ONE], { cwd, terminal: 60, env: { NO_COLOR: '1' } });
    const lines = out.split('\n');
    expect(lines.length).toBeGreaterThan(15);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(60);
  });

  test.each([
    [{ LANG: 'de_DE.UTF-8' }, '│'],
    [{ LC_ALL: 'C.utf8', LANG: 'C' }, '│'],
    [{ WT_SESSION: 'x' }, '│'],
    [{ LANG: 'en_US.ISO-8859-1' }, '|'],
    [{ LC_ALL: 'C', LANG: 'de_DE.UTF-8' }, '|'],
    [{ LANG: 'C.UTF-8', TERM: 'dumb' }, '|'],
    [{}, '|'],
  ])('the locale decides what lines are drawn with: %j', async (env, bar) => {
    const { out } = await run(['check', 'jobs', ...ONE], { cwd, env });
    expect(out).toContain(`\n  11 ${bar} - Join`);
    expect(out).toMatch(bar === '│' ? /this posting .*┣━+╋━+┫/ : /this posting .*\|#+\+#+\|/);
  });

  test('a terminal without colours gets none', async () => {
    const { out } = await run(['check', 'jobs', ...ONE], { cwd, terminal: 100, env: { TERM: 'dumb' } });
    expect(out).not.toContain('\u001b');
  });

  test('rules link to their pages where the terminal shows links, and only there', async () => {
    const argv = ['check', 'jobs', ...ONE];
    const page = '\u001b]8;;https://github.com/jd-review/jd-review/blob/v0/rules/README.md#gendered-language\u001b\\';
    expect((await run(argv, { cwd, terminal: 100, links: true })).out).toContain(page);
    for (const options of [{ terminal: 100 }, { links: true }, { terminal: 100, links: true, env: { TERM: 'dumb' } }])
      expect((await run(argv, { cwd, ...options })).out).not.toContain('\u001b]8');
  });

  test('compact is one line a finding that an editor can follow', async () => {
    const { out } = await of('compact');
    expect(out).toMatch(/^jobs\/a\.md:11:12: warning gendered-language “guys” [^\n]*\n$/);
  });

  test('the end says what --fix would mend, and --fix mends as many', async () => {
    const folder = folderOf({ 'jobs/a.md': posting('- Join the guys\n- He is one of the guys') });
    const { out } = await run(['check', 'jobs', ...ONE], { cwd: folder });
    expect(out).toContain('Fix: “guys” → “people” (--fix writes it)');
    const [, told] = /--fix mends (\d+) of them/.exec(out)!;
    const { err } = await run(['check', 'jobs', ...ONE, '--fix'], { cwd: folder });
    expect(err).toContain(`fixed ${told} findings`);
  });

  test('nothing is promised of standard input, which --fix cannot write', async () => {
    const { out } = await run(['check', '-', ...ONE], { stdin: GUYS });
    expect(out).toContain('Fix: “guys” → “people”\n');
    expect(out).not.toContain('--fix');
  });
});

describe('progress', () => {
  const files = Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`jobs/${index}.md`, CLEAN]));
  const clock = (step: number) => {
    let now = Date.UTC(2026, 10, 22);
    return () => (now += step);
  };

  test('is counted on a terminal when the run takes longer than a second, and wiped at the end', async () => {
    const { err } = await run(['check', 'jobs', ...ONE], { cwd: folderOf(files), terminal: 80, now: clock(700) });
    expect(err).toMatch(/^\rReviewing postings: 2 of 5, about \d+ s left/);
    expect(err.endsWith('\r\u001b[K')).toBe(true);
  });

  test('is silent in a short run and where there is no terminal', async () => {
    const cwd = folderOf(files);
    expect((await run(['check', 'jobs', ...ONE], { cwd, terminal: 80, now: clock(1) })).err).toBe('');
    expect((await run(['check', 'jobs', ...ONE], { cwd, now: clock(700) })).err).toBe('');
  });
});

describe('--fix', () => {
  test('writes the fixes that hold, reports what is left, and changes nothing the second time', async () => {
    const cwd = folderOf({ 'jobs/a.md': GUYS, 'jobs/b.md': CLEAN });
    const first = await json(['check', 'jobs', ...ONE, '--fix'], { cwd });
    expect(first.report.postings[0].findings).toEqual([]);
    expect(first.err).toMatch(/fixed 1 finding\n/);
    const text = readFileSync(join(cwd, 'jobs/a.md'), 'utf8');
    expect(text).toBe(CLEAN);
    const second = await json(['check', 'jobs', ...ONE, '--fix'], { cwd });
    expect(second.err).toMatch(/no file was changed/);
    expect(readFileSync(join(cwd, 'jobs/a.md'), 'utf8')).toBe(text);
  });

  test('lists what it changed: file, line, words before and after, and the rule', async () => {
    const cwd = folderOf({ 'jobs/a.md': GUYS });
    const { err } = await run(['check', 'jobs', ...ONE, '--fix'], { cwd });
    expect(err).toContain('jobs/a.md:10  “guys” → “people”  gendered-language\n');
  });

  test('with --diff shows what it would change and writes nothing', async () => {
    const cwd = folderOf({ 'jobs/a.md': GUYS, 'jobs/b.md': CLEAN });
    const { out, err, code } = await run(['check', 'jobs', ...ONE, '--fix', '--diff'], { cwd });
    expect(out).toMatch(/^--- a\/jobs\/a\.md\n\+\+\+ b\/jobs\/a\.md\n@@ .*@@\n/);
    expect(out).toContain('\n-- Join the guys who route parcels\n+- Join the people who route parcels\n');
    expect(err).toMatch(/would fix 1 finding; nothing was written/);
    expect(code).toBe(0);
    expect(readFileSync(join(cwd, 'jobs/a.md'), 'utf8')).toBe(GUYS);
    const other = await json(['check', 'jobs', ...ONE, '--fix', '--diff'], { cwd });
    expect(other.report.postings[0].findings).toHaveLength(1);
    expect(other.err).toContain('+- Join the people');
  });

  test.each([
    ['another range in the text', '## Pay\n\nBase salary: $170,000 - $200,000.'],
    ['more years than the level stands for', '## Requirements\n\n- 8+ years of machine learning'],
    ['a degree that is demanded', '## Requirements\n\n- PhD in statistics required'],
    ['two frameworks for one', '## Requirements\n\n- PyTorch, TensorFlow, or JAX'],
    ['citizens only', '## Requirements\n\n- US citizens only'],
  ])('chooses nothing for a person: %s', async (_, body) => {
    const text = posting(`- Forecast parcels each night\n\n${body}`);
    const cwd = folderOf({ 'jobs/a.md': text });
    const { report } = await json(['check', 'jobs', '--fix'], { cwd });
    expect(report.postings[0].findings.length).toBeGreaterThan(0);
    expect(readFileSync(join(cwd, 'jobs/a.md'), 'utf8')).toBe(text);
  });

  test.each([
    ['a lane with a letter too few', 'lane: applied', 'lane: aplied'],
    ['a level with two letters swapped', 'level: mid', 'level: mdi'],
  ])('mends what has one cure: %s', async (_, right, wrong) => {
    const text = posting('- Forecast parcels each night');
    const cwd = folderOf({ 'jobs/a.md': text.replace(right, wrong) });
    await run(['check', 'jobs', '--fix'], { cwd });
    expect(readFileSync(join(cwd, 'jobs/a.md'), 'utf8')).toBe(text);
  });

  test('mends swapped ends of the pay', async () => {
    const text = posting('- Forecast parcels each night').replace('150000-180000', '$180,000 - $150,000');
    const cwd = folderOf({ 'jobs/a.md': text });
    await run(['check', 'jobs', '--fix'], { cwd });
    expect(readFileSync(join(cwd, 'jobs/a.md'), 'utf8')).toContain('comp: { min: 150000, max: 180000,');
  });

  test('keeps the byte order mark and the line ends of a file', async () => {
    const cwd = folderOf({ 'jobs/a.md': `\ufeff${GUYS.replaceAll('\n', '\r\n')}` });
    await run(['check', 'jobs', ...ONE, '--fix'], { cwd });
    expect(readFileSync(join(cwd, 'jobs/a.md'), 'utf8')).toBe(`\ufeff${CLEAN.replaceAll('\n', '\r\n')}`);
  });

  test('leaves a waived finding alone', async () => {
    const text = posting('<!-- jd-review allow gendered-language: so -->\n- Join the guys');
    const cwd = folderOf({ 'jobs/a.md': text });
    await run(['check', 'jobs', ...ONE, '--fix'], { cwd });
    expect(readFileSync(join(cwd, 'jobs/a.md'), 'utf8')).toBe(text);
  });
});

describe('--base', () => {
  function repository() {
    const cwd = folderOf({ 'jobs/a.md': CLEAN, 'jobs/b.md': GUYS, 'docs/c.md': GUYS });
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], { cwd, stdio: 'ignore' });
    git('init', '-q', '-b', 'main');
    git('add', '-A');
    git('commit', '-qm', 'first');
    return cwd;
  }
  const pathsOf = (report: { postings: { path: string }[] }) => report.postings.map((each) => each.path);

  test('reviews only the postings that changed', async () => {
    const cwd = repository();
    writeFileSync(join(cwd, 'jobs/a.md'), GUYS);
    writeFileSync(join(cwd, 'jobs/new.md'), GUYS);
    writeFileSync(join(cwd, 'docs/c.md'), CLEAN);
    const { report } = await json(['check', '--base', 'main', ...ONE], { cwd });
    expect(pathsOf(report)).toEqual(['jobs/a.md', 'jobs/new.md']);
    const docs = await json(['check', 'docs', '--base', 'main', ...ONE], { cwd });
    expect(pathsOf(docs.report)).toEqual(['docs/c.md']);
  });

  test('passes and says so when no posting changed', async () => {
    const { code, out, err } = await run(['check', '--base', 'main', ...ONE], { cwd: repository() });
    expect(code).toBe(0);
    expect(out).toMatch(/^0 postings/);
    expect(err).toMatch(/no posting changed since main/);
  });

  test('--fail-scope line lets only findings on changed lines decide, and lists all', async () => {
    const cwd = repository();
    const argv = ['check', '--base', 'main', '--fail-on', 'warning', ...ONE];
    writeFileSync(join(cwd, 'jobs/b.md'), `${GUYS}\nOne more line.\n`);
    const byLine = await json([...argv, '--fail-scope', 'line'], { cwd });
    expect(byLine.code).toBe(0);
    expect(byLine.report.totals.warnings).toBe(1);
    expect((await run([...argv, '--fail-scope', 'posting'], { cwd })).code).toBe(1);
    expect((await run(argv, { cwd })).code).toBe(1);
    writeFileSync(join(cwd, 'jobs/b.md'), `${GUYS}\nThe guys again.\n`);
    expect((await run([...argv, '--fail-scope', 'line'], { cwd })).code).toBe(1);
  });
});

describe('configuration', () => {
  test('is read from .github/jd-review.yml, flags hold over it', async () => {
    const cwd = folderOf({ 'jobs/a.md': GUYS, '.github/jd-review.yml': 'fail-on: warning\n' });
    expect((await run(['check', 'jobs', ...ONE], { cwd })).code).toBe(1);
    expect((await run(['check', 'jobs', ...ONE, '--fail-on', 'error'], { cwd })).code).toBe(0);
  });

  test('is read from the file that --config names', async () => {
    const cwd = folderOf({ 'jobs/a.md': GUYS, 'my.yml': 'fail-on: warning\n', '.github/jd-review.yml': 'nonsense' });
    expect((await run(['check', 'jobs', ...ONE, '--config', 'my.yml'], { cwd })).code).toBe(1);
  });

  test('keeps the figures of a private band table out of every format', async () => {
    const bands = 'bands:\n  applied:\n    mid: [211111, 266666]\n  llm:\n    mid: [311111, 366666]\n';
    const figures = /211[,.]?111|266[,.]?666|238[,.]?888|21[1-9]K|26[67]K|238\.?\d*K|311[,.]?111|366[,.]?666/;
    const argv = ['check', 'jobs', '--all-rules', '--format'];
    const open = folderOf({ 'jobs/a.md': CLEAN, '.github/jd-review.yml': bands });
    expect((await run([...argv, 'json'], { cwd: open })).out).toMatch(figures);
    const cwd = folderOf({ 'jobs/a.md': CLEAN, '.github/jd-review.yml': `${bands}show-bands: false\n` });
    for (const format of ['human', 'json', 'markdown', 'github', 'sarif']) {
      const { out, code } = await run([...argv, format], { cwd });
      expect(code).toBe(1);
      expect(out).not.toMatch(figures);
    }
  });

  test('sets the severity of a rule', async () => {
    const cwd = folderOf({
      'jobs/a.md': GUYS,
      '.github/jd-review.yml': 'rules:\n  gendered-language: error\n',
    });
    const { report } = await json(['check', 'jobs'], { cwd });
    const finding = report.postings[0].findings.find((each: { rule: string }) => each.rule === 'gendered-language');
    expect(finding.severity).toBe('error');
  });

  test('a wrong key is an error with its line and the right key, and nothing is reviewed', async () => {
    const cwd = folderOf({ 'jobs/a.md': GUYS, '.github/jd-review.yml': '# ours\nfail-onn: warning\n' });
    const { code, out, err } = await run(['check', 'jobs'], { cwd });
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/^jd-review: \.github\/jd-review\.yml:2:1: .*fail-on/);
  });

  test('names a folder of own rules, which must exist', async () => {
    const cwd = folderOf({ 'jobs/a.md': GUYS, '.github/jd-review.yml': 'rules-folder: hiring/rules\n' });
    const { code, err } = await run(['check', 'jobs'], { cwd });
    expect(code).toBe(2);
    expect(err).toMatch(/no such folder/);
  });

  test('own rules are run as the built-in ones', async () => {
    const rule = `title: Parcels are named
why: We call them shipments.
fix: Write shipments.
source: house style
severity: error
lanes: all
levels: all
check: { kind: phrase, any: ["parcel*"], in: [duties] }
message: "“{found}” is called a shipment here"
examples:
  flagged:
    - { name: one, posting: "# T\\n\\n## Duties\\n\\n- Route parcels\\n", says: ['5:9 “parcels” is called a shipment here'] }
    - { name: two, posting: "# T\\n\\n## Duties\\n\\n- Load parcels\\n", says: ['5:8 “parcels” is called a shipment here'] }
  clean:
    - { name: one, posting: "# T\\n\\n## Duties\\n\\n- Route shipments\\n" }
    - { name: two, posting: "# Parcels\\n" }
`;
    const cwd = folderOf({
      'jobs/a.md': CLEAN,
      'hiring/rules/house/no-parcels.yml': rule,
      '.github/jd-review.yml': 'rules-folder: hiring/rules\n',
    });
    const { report, code, err } = await json(['check', 'jobs', '--rule', 'no-parcels'], { cwd });
    expect(err).toBe('');
    expect(report.postings[0].findings).toMatchObject([{ rule: 'no-parcels', found: 'parcels', severity: 'error' }]);
    expect(code).toBe(1);
    expect((await run(['explain', 'no-parcels'], { cwd })).out).toMatch(/^no-parcels \(error, on\)/);
  });

  test('a team’s own headings and words are read as the built-in ones', async () => {
    const posting = `---\nlane: applied\nlevel: mid\n---\n# Machine Learning Engineer

## Warp and weft

- Looms, and the models that hear them

## Threads of yours

- Python

## The fringe of it

- Rust
`;
    const files = { 'jobs/a.md': posting, '.github/jd-review.yml': 'rules-folder: hiring/rules\n' };
    const sections = `sections:
  - { kind: duties, headings: ["warp … (weft|woof)"] }
  - { kind: required, headings: ["threads of {of-you}"] }
  - { kind: preferred, headings: ["the fringe …"] }
`;
    const absent = async (own: Record<string, string>) => {
      const cwd = folderOf({ ...files, ...own });
      const { report } = await json(['check', 'jobs', '--rule', 'section-missing'], { cwd });
      return report.postings[0].findings.map(({ found }: { found: string }) => found).join(', ');
    };
    expect(await absent({ 'hiring/rules/words.yml': 'words: {}\n' })).toMatch(/duties.*required/);
    const named = sections.replace('{of-you}', '(yours|thine)');
    expect(await absent({ 'hiring/rules/sections.yml': named })).not.toMatch(/duties|required|preferred/);
    const cwd = folderOf({
      ...files,
      'hiring/rules/sections.yml': sections,
      'hiring/rules/words.yml': 'words: { team-word: [truppe] }\n',
    });
    const { code, err } = await run(['check', 'jobs'], { cwd });
    expect(code).toBe(2);
    expect(err).toMatch(/hiring\/rules\/sections\.yml:3:46: Phrase: there is no vocabulary \{of-you\}/);
    expect(err).toMatch(/hiring\/rules\/words\.yml:1:10: There is no list “team-word”: write “team-words”/);
  });

  test('a team’s own words are added to the built-in ones', async () => {
    const posting = `---\nlane: applied\nlevel: mid\n---\n# Machine Learning Engineer

## What you'll do

- Train models on blenkinsop traces and deploy them on Wobbleserve
- Tell the grindlers what to do
- Work with engineers, product managers and the data team to design, build and improve machine learning systems
- Stay up to date with the latest research, tools and best practices in software development
`;
    const files = { 'jobs/a.md': posting, '.github/jd-review.yml': 'rules-folder: hiring/rules\n' };
    const words = `terms:
  evidence-data: { doc: Our data, phrases: [blenkinsop traces] }
  evidence-user: { doc: Our users, phrases: [grindlers] }
  serving-stack: { doc: Our serving stack, phrases: [wobbleserve] }
`;
    const rules = ['--rule', 'problem-vague', '--rule', 'serving-missing'];
    const found = async (more: Record<string, string>) => {
      const { report } = await json(['check', 'jobs', ...rules], { cwd: folderOf({ ...files, ...more }) });
      return report.postings[0].findings.map(({ rule }: { rule: string }) => rule).sort();
    };
    expect(await found({ 'hiring/rules/terms/none.yml': 'terms: {}\n' })).toEqual(['problem-vague', 'serving-missing']);
    expect(await found({ 'hiring/rules/terms/trade.yml': words })).toEqual([]);
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { folderOf, run } from '../support/run.ts';

describe('help and version', () => {
  test.each([[['--help']], [['-h']], [['check', '--help']], [[]]])('%j prints the help with examples', async (argv) => {
    const { code, out, err } = await run(argv);
    expect(code).toBe(0);
    expect(out).toMatch(/Usage[\s\S]*Examples\n {2}jd-review check/);
    expect(err).toBe('');
  });

  test('the help of a command names each of its flags', async () => {
    const { out } = await run(['check', '--help']);
    const flags = ['format', 'fail-on', 'rule', 'all-rules', 'fix', 'base', 'fail-scope', 'today', 'config'];
    for (const flag of flags) expect(out).toContain(`--${flag}`);
    const { out: general } = await run(['--help']);
    for (const flag of ['help', 'version']) expect(general).toContain(`--${flag}`);
  });

  test.each([[['rules', '--help']], [['--help', 'rules']], [['help', 'rules']]])(
    '%j tells of that command alone',
    async (argv) => {
      const { code, out } = await run(argv);
      expect(code).toBe(0);
      expect(out).toMatch(/jd-review rules --test/);
      expect(out).not.toMatch(/jd-review (?:check|explain)/);
    },
  );

  test('the version is that of the package', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    for (const flag of ['--version', '-v'])
      expect(await run([flag])).toEqual({ code: 0, out: `${version}\n`, err: '' });
  });
});

describe('a request that cannot be carried out exits 2, prints nothing, and says what to do', () => {
  test.each([
    ['an unknown command', ['chek', 'jobs'], /no command “chek”\. Did you mean “check”/],
    ['a path in place of a command', ['jobs/a.md'], /jd-review check jobs\/a\.md/],
    ['a flag without a command', ['--fix'], /Name a command first, such as: jd-review check --fix/],
    ['an unknown flag', ['check', '--formatt', 'json'], /no flag --formatt\. Did you mean --format\?/],
    ['an unknown flag with a value', ['check', '--failon=error'], /no flag --failon.*--fail-on/],
    ['an unknown short flag', ['check', '-x'], /no flag -x\. See: jd-review --help/],
    ['a flag without its value', ['check', 'jobs', '--format'], /--format needs a value/],
    ['a flag before another in place of its value', ['check', '--format', '--fix'], /--format needs a value/],
    ['a value for a switch', ['check', '--fix=yes'], /--fix takes no value/],
    [
      'an unknown format',
      ['check', '--format', 'jsn'],
      /“jsn”\. Did you mean “json”\? It is one of human, compact, json/,
    ],
    ['an unknown limit', ['check', '--fail-on', 'fatal'], /--fail-on cannot be “fatal”.*error, warning, notice, never/],
    ['an unknown scope', ['check', '--base', 'main', '--fail-scope', 'file'], /--fail-scope cannot be “file”/],
    ['a scope without a base', ['check', '--fail-scope', 'line'], /--fail-scope needs --base/],
    ['a day that is none', ['check', '--today', '2026-02-31'], /YYYY-MM-DD/],
    ['a day in another form', ['check', '--today', '22.11.2026'], /YYYY-MM-DD/],
    ['explain without a rule', ['explain'], /needs one rule id/],
    ['rules with paths', ['rules', 'jobs'], /takes no paths/],
    ['a flag of check with another command', ['rules', '--fix'], /--fix belongs to “check”/],
    ['standard input beside paths', ['check', '-', 'a.md'], /stands alone/],
    ['a difference without fixes', ['check', '--diff'], /--fix --diff/],
    ['fixing standard input', ['check', '-', '--fix'], /cannot mend standard input/],
    ['comparing standard input', ['check', '-', '--base', 'main'], /does not go with -/],
    ['an unknown rule', ['check', '-', '--rule', 'phd-requird'], /no rule “phd-requird”\. Did you mean “phd-required”/],
    ['explaining an unknown rule', ['explain', 'phd-requird'], /Did you mean “phd-required”/],
    ['a configuration that is not there', ['check', '-', '--config', 'gone.yml'], /no configuration at gone\.yml/],
    ['a configuration that is a folder', ['check', '-', '--config', '.'], /not a regular file/],
    ['a base that would be an option', ['check', '--base=--output=x'], /may not begin with a dash/],
    ['a base outside of git', ['check', '.', '--base', 'main'], /no git repository/],
    ['no postings where they are looked for', ['check'], /No postings found/],
  ])('%s', async (_, argv, message) => {
    const { code, out, err } = await run(argv, { cwd: folderOf({ 'notes.md': 'x' }) });
    expect(err).toMatch(message);
    expect(err).toMatch(/^jd-review: /);
    expect(out).toBe('');
    expect(code).toBe(2);
  });
});

describe('paths that match nothing', () => {
  test('are told beside the review of the others, and exit 2', async () => {
    const cwd = folderOf({ 'jobs/a.md': 'text' });
    const { code, out } = await run(['check', 'jobs', 'gone.md', 'none/*.md', '--format', 'json'], { cwd });
    const report = JSON.parse(out);
    expect(code).toBe(2);
    expect(report.postings).toHaveLength(1);
    expect(report.problems.map((each: { path: string }) => each.path)).toEqual(['gone.md', 'none/*.md']);
    expect(report.problems[0].message).toMatch(/Check the spelling/);
  });
});

test.each([
  ['a format', ['check', 'a.md', '--format']],
  ['a rule', ['check', 'a.md', '--rule']],
  ['a configuration', ['check', 'a.md', '--config']],
  ['a rule to explain', ['explain']],
])('%s that a stranger wrote starts no line of its own and steers no terminal', async (_, argv) => {
  const { code, err } = await run([...argv, 'x\n::error::\u001b[31m'], { cwd: folderOf({ 'a.md': 'x' }) });
  expect(code).toBe(2);
  expect(err).toMatch(/^jd-review: [^\n]*x ::error::[^\n]*\n$/);
  expect(err).not.toContain('\u001b');
});

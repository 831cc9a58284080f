import { describe, expect, test } from 'vitest';
import { folderOf, run } from '../support/run.ts';

describe('rules', () => {
  test('lists every rule by category with on or off and severity', async () => {
    const { code, out } = await run(['rules']);
    expect(code).toBe(0);
    expect(out).toMatch(/^requirements\n(?: {2}.*\n)* {2}phd-required +on +error +\S/m);
    expect(out).toMatch(/^ {2}length-readability +off +notice +\S/m);
    expect(out).toMatch(/\d+ rules, \d+ on\./);
  });

  test('shows what the team has switched', async () => {
    const cwd = folderOf({ '.github/jd-review.yml': 'rules:\n  phd-required: off\n  length-readability: warning\n' });
    const { out } = await run(['rules'], { cwd });
    expect(out).toMatch(/^ {2}phd-required +off/m);
    expect(out).toMatch(/^ {2}length-readability +on +warning/m);
  });
});

describe('explain', () => {
  test('gives a rule as JSON, as the list of rules does, with its examples', async () => {
    const { out } = await run(['explain', 'phd-required', '--format', 'json']);
    const { version, rule } = JSON.parse(out);
    const { examples, ...told } = rule;
    const list = JSON.parse((await run(['rules', '--format', 'json'])).out);
    expect(version).toBe(list.version);
    expect(told).toEqual(list.rules.find(({ id }: { id: string }) => id === 'phd-required'));
    expect(examples.flagged[0]).toEqual({
      name: expect.any(String),
      posting: expect.any(String),
      says: [expect.any(String)],
    });
    expect(examples.clean[0].says).toEqual([]);
  });

  test('tells what a rule finds, why, how to mend it and how to waive it, with its examples', async () => {
    const { code, out } = await run(['explain', 'phd-required']);
    expect(code).toBe(0);
    expect(out).toMatch(/^phd-required \(error, on\)\n\S/);
    for (const part of ['Why: ', 'Fix: ', 'Lanes: ', 'Source: ', '<!-- jd-review allow phd-required: <reason> -->']) {
      expect(out).toContain(part);
    }
    expect(out).toMatch(/Flagged: .+\n {4}---\n[\s\S]* {2}→ \d+:\d+ /);
    expect(out).toMatch(/Clean: .+\n {4}/);
  });

  test('tells where a rule is known to err, and why one is off', async () => {
    expect((await run(['explain', 'serving-missing'])).out).toMatch(
      /^Limits: .*a serving system with a name of its own/m,
    );
    expect((await run(['explain', 'hype-title'])).out).toMatch(/^Limits: Off: /m);
    expect((await run(['explain', 'phd-required'])).out).not.toMatch(/^Limits/m);
  });

  test('names the source, not only its short word', async () => {
    const { out } = await run(['explain', 'phd-required'], { cwd: folderOf({}) });
    expect(out).toContain('Source: ML Engineer Job Description Template 2026 by KORE1');
    expect((await run(['explain', 'gendered-language'], { cwd: folderOf({}) })).out).toContain(
      'Source: a decision of this project',
    );
  });

  test('tells how a rule is waived in Markdown and in MDX', async () => {
    const { out } = await run(['explain', 'phd-required'], { cwd: folderOf({}) });
    expect(out).toContain('<!-- jd-review allow phd-required: <reason> -->');
    expect(out).toContain('{/* jd-review allow phd-required: <reason> */}');
  });

  test('lists all rules for programs', async () => {
    const { out, code } = await run(['rules', '--format', 'json'], { cwd: folderOf({}) });
    const { rules } = JSON.parse(out);
    expect(code).toBe(0);
    expect(rules.find(({ id }: { id: string }) => id === 'phd-required')).toMatchObject({
      category: 'requirements',
      severity: 'error',
      on: true,
      waivable: true,
      lanes: ['applied', 'llm', 'domain'],
      source: 'ML Engineer Job Description Template 2026 by KORE1',
    });
    expect((await run(['rules', '--format', 'sarif'], { cwd: folderOf({}) })).code).toBe(2);
  });

  test.each([['--help'], ['rules'], ['explain', 'hype-title']])('%s fits the terminal', async (...argv) => {
    const { out } = await run(
      argv.filter((word) => word !== undefined),
      { cwd: folderOf({}), terminal: 60 },
    );
    const long = out
      .split('\n')
      .filter((line) => line.length > 60 && !line.startsWith('    ') && !line.includes('http'));
    expect(long).toEqual([]);
  });
});

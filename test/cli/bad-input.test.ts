import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, run } from '../support/run.ts';

const GOOD = `---
lane: applied
level: mid
comp: 150000-180000
---
# Machine Learning Engineer, Parcel Routing

## What you'll do

- Own the routing model from training to its endpoint
`;

interface Said {
  readonly rule?: string;
  readonly line: number | null;
  readonly message: string;
}

/** Reviews `bad.md` beside a good posting; gives what was said of it: problems, and findings on its frontmatter or file. */
async function review(bad: string | Uint8Array, prepare?: (cwd: string) => void) {
  const cwd = folderOf({ 'jobs/bad.md': bad, 'jobs/good.md': GOOD });
  prepare?.(cwd);
  const result = await run(['check', 'jobs', '--format', 'json'], { cwd });
  const report = JSON.parse(result.out);
  const good = report.postings.find((each: { path: string }) => each.path === 'jobs/good.md');
  const posting = report.postings.find((each: { path: string }) => each.path === 'jobs/bad.md');
  const problems: Said[] = report.problems.filter((each: { path: string }) => each.path === 'jobs/bad.md');
  const findings: Said[] = posting?.findings ?? [];
  return { ...result, report, good, posting, problems, findings };
}

/** Findings about the frontmatter: those of the one rule that speaks of it. */
const aboutFrontmatter = (findings: readonly Said[]) => findings.filter((each) => each.rule === 'frontmatter-invalid');

declare global {
  var ran: boolean | undefined;
}

describe('code in the frontmatter is never run', () => {
  test.each(['js', 'javascript', ' js', 'coffee', 'JavaScript', 'constructor', '__proto__'])(
    'a ---%s fence is one finding at its line',
    async (language) => {
      const { findings, good } = await review(
        `---${language}\n(globalThis.ran = true, {lane: "applied", level: "mid"})\n---\n# Title\n\nText.\n`,
      );
      expect(globalThis.ran).toBeUndefined();
      const faults = aboutFrontmatter(findings).filter((each) => each.line === 1);
      expect(faults.length).toBeGreaterThanOrEqual(1);
      expect(faults.some((each) => each.message.includes('---'))).toBe(true);
      expect(good.lane).toBe('applied');
    },
  );
});

describe('faults of the frontmatter are findings, and the body is still reviewed', () => {
  test('an unclosed fence', async () => {
    const { findings, posting } = await review(
      '---\nlane: applied\nlevel: mid\n\n# Title\n\n## Requirements\n\n- PhD\n',
    );
    expect(aboutFrontmatter(findings).some((each) => /closing fence/.test(each.message))).toBe(true);
    expect(posting.facts.sections.map((each: { heading: string }) => each.heading)).toContain('Requirements');
  });

  test('an alias bomb', async () => {
    const levels = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (let code = 98; code < 107; code++) {
      const name = String.fromCharCode(code);
      const before = String.fromCharCode(code - 1);
      levels.push(`${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`);
    }
    const { findings, good, out } = await review(`---\nlane: applied\n${levels.join('\n')}\n---\n# Title\n`);
    expect(aboutFrontmatter(findings).length).toBeGreaterThanOrEqual(1);
    expect(good).toBeDefined();
    expect(out.length).toBeLessThan(100_000);
  });

  test('keys named after what objects inherit', async () => {
    const { posting, good } = await review(
      '---\n__proto__: {lane: llm, polluted: yes}\nconstructor: x\nlane: applied\nlevel: mid\n---\n# Title\n',
    );
    expect(posting.lane).toBe('applied');
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(good.lane).toBe('applied');
  });

  test('duplicate keys', async () => {
    const { findings } = await review('---\nlane: applied\nlevel: mid\nlane: llm\n---\n# Title\n');
    expect(aboutFrontmatter(findings).some((each) => each.line === 4)).toBe(true);
  });

  test('a nesting of 5,000 lists', async () => {
    const { findings } = await review(
      `---\nlane: applied\ndeep: ${'['.repeat(5000)}${']'.repeat(5000)}\n---\n# Title\n`,
    );
    expect(aboutFrontmatter(findings).length).toBeGreaterThanOrEqual(1);
  });

  test('20,000 keys', async () => {
    const keys = Array.from({ length: 20_000 }, (_, index) => `k${index}: 1`).join('\n');
    const { findings } = await review(`---\nlane: applied\n${keys}\n---\n# Title\n`);
    expect(aboutFrontmatter(findings).length).toBeGreaterThanOrEqual(1);
  });
});

describe('a file that cannot be read is one problem', () => {
  test.each([
    ['of 10 MB', new Uint8Array(10_000_000).fill(97), /larger than 256 KiB/],
    ['with NUL bytes', new Uint8Array([35, 32, 0, 1, 2]), /NUL/],
    ['that is not UTF-8', new Uint8Array([35, 32, 0xc3, 0x28, 10]), /UTF-8/],
    ['that is UTF-16', new Uint8Array([0xff, 0xfe, 35, 0, 32, 0]), /UTF-16/],
  ])('a file %s', async (_, bytes, message) => {
    const { code, problems, posting, good } = await review(bytes);
    expect(problems).toHaveLength(1);
    expect(problems[0]!.message).toMatch(message);
    expect(posting).toBeUndefined();
    expect(good).toBeDefined();
    expect(code).toBe(1);
  });

  test('a link out of the tree', async () => {
    const outside = folderOf({ 'secret.md': 'SECRET' });
    const { problems, out, good } = await review('', (cwd) => {
      symlinkSync(join(outside, 'secret.md'), join(cwd, 'jobs/link.md'));
    });
    expect(out).not.toContain('SECRET');
    expect(out).toContain('leads out of the folder');
    expect(problems).toHaveLength(0);
    expect(good).toBeDefined();
  });

  test.skipIf(process.getuid?.() === 0)('a file without permission to read', async () => {
    const { problems, good } = await review('text', (cwd) => chmodSync(join(cwd, 'jobs/bad.md'), 0));
    expect(problems).toHaveLength(1);
    expect(problems[0]!.message).toMatch(/EACCES/);
    expect(good).toBeDefined();
  });

  test('a missing path', async () => {
    const cwd = folderOf({ 'jobs/good.md': GOOD });
    const { code, out } = await run(['check', 'jobs/good.md', 'jobs/bad.md', '--format', 'json'], { cwd });
    const report = JSON.parse(out);
    expect(report.problems).toHaveLength(1);
    expect(report.postings).toHaveLength(1);
    expect(code).toBe(2);
  });
});

describe('odd but readable files are reviewed', () => {
  const steps = (count: number) => Array.from({ length: count }, (_, at) => `${' '.repeat(at % 300)}- x`).join('\n');
  const head = '---\nlane: applied\nlevel: mid\n---\n';

  test.each([
    ['an empty file', ''],
    ['a file of white space', ' \n\n\t\n'],
    ['a byte order mark alone', '\ufeff'],
    ['100,000 list items', `${head}# Title\n\n${'-\n'.repeat(100_000)}`],
    ['as many list items with words as a file may hold', `${head}# Title\n\n${'- x\n'.repeat(60_000)}`],
    ['a list 5,000 deep on one line', `${head}# Title\n\n${'- '.repeat(5000)}x\n`],
    ['a list 300 deep on its lines', `${head}# Title\n\n${steps(600)}\n`],
    ['quotes 5,000 deep', `${head}# Title\n\n${'>'.repeat(5000)} x\n`],
    ['brackets 5,000 deep', `${head}# Title\n\n${'['.repeat(5000)}x${']'.repeat(5000)}\n`],
    ['emphasis 5,000 deep', `${head}# Title\n\n${'*a '.repeat(5000)}\n`],
    ['one line as long as a file may be', `${head}# Title\n\n${'word '.repeat(50_000)}\n`],
    ['one word as long as a file may be', `${head}# Title\n\n${'w'.repeat(250_000)}\n`],
    ['a line of digits', `${head}# Title\n\n$${'1,'.repeat(100_000)}\n`],
    ['a line of dashes', `${head}# Title\n\n${'- '.repeat(100_000)}\n`],
    ['a line of figures', `${head}# Title\n\n${'$100k - '.repeat(25_000)}\n`],
    ['a line of demands', `${head}# Title\n\n## Requirements\n\n${'5+ years of experience with x, '.repeat(8000)}\n`],
  ])('%s', async (_, text) => {
    const { posting, problems, good } = await review(text);
    expect(posting).toBeDefined();
    expect(problems).toEqual([]);
    expect(good).toBeDefined();
  });

  test.each([
    ['100,000 list items over the size that is read', '- xy\n'.repeat(100_000)],
    ['a line of 1 MB', 'word '.repeat(200_000)],
  ])('%s are one problem', async (_, text) => {
    const { problems, good } = await review(text);
    expect(problems).toHaveLength(1);
    expect(good).toBeDefined();
  });

  test('control characters of a posting never reach the terminal', async () => {
    const cwd = folderOf({
      'a\u001b[31m.md': '# T\u001b[2Jitle \u202egnp\n\n## Requirements\n\n- PhD\u001b[31m required\n',
    });
    const { out } = await run(['check', '.'], { cwd });
    expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  test('a folder named like a posting is looked into', async () => {
    const cwd = folderOf({});
    mkdirSync(join(cwd, 'jobs.md'));
    writeFileSync(join(cwd, 'jobs.md/a.md'), GOOD);
    const { out } = await run(['check', '.', '--format', 'json'], { cwd });
    expect(JSON.parse(out).postings.map((each: { path: string }) => each.path)).toEqual(['jobs.md/a.md']);
  });
});

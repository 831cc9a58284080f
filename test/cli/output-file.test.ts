import { spawn } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { folderOf, run } from '../support/run.ts';

const PROGRAM = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const POSTING = '---\nlane: aplied\nlevel: senior\ncomp: 150k-200k\n---\n# ML Engineer\n\n- 12+ years of experience\n';
const FORMATS = ['human', 'json', 'html', 'markdown', 'github', 'sarif'];

describe('--output', () => {
  test.each(FORMATS)('puts the report of format %s into its file, and nothing on standard output', async (format) => {
    const cwd = folderOf({ 'jobs/a.md': POSTING });
    const shown = await run(['check', 'jobs', '--format', format], { cwd });
    const kept = await run(['check', 'jobs', '--format', format, '--output', 'report'], { cwd });
    expect(kept).toEqual({ code: shown.code, out: '', err: 'jd-review: The report is in report.\n' });
    expect(readFileSync(join(cwd, 'report'), 'utf8')).toBe(shown.out);
    expect(readdirSync(cwd).sort()).toEqual(['jobs', 'report']);
  });

  test('leaves what stood there where the run cannot be carried out', async () => {
    const cwd = folderOf({ 'jobs/a.md': POSTING, report: 'of yesterday' });
    expect((await run(['check', 'jobs', '--rule', 'nothing', '--output', 'report'], { cwd })).code).toBe(2);
    expect(readFileSync(join(cwd, 'report'), 'utf8')).toBe('of yesterday');
    expect(readdirSync(cwd).sort()).toEqual(['jobs', 'report']);
  });

  test('says at once that the folder is not there, or that the name is one', async () => {
    const cwd = folderOf({ 'jobs/a.md': POSTING });
    const gone = await run(['check', 'jobs', '--output', 'out/report.html'], { cwd });
    expect(gone).toEqual({
      code: 2,
      out: '',
      err: 'jd-review: --output out/report.html cannot be written: there is no such folder. Create it first.\n',
    });
    const folder = await run(['check', 'jobs', '--output', 'jobs'], { cwd });
    expect(folder.err).toBe(
      `jd-review: --output needs a file, and jobs is a folder. Write: --output ${join('jobs', 'report')}\n`,
    );
    expect(folder.code).toBe(2);
  });

  test.skipIf(process.platform === 'win32')('follows a link and keeps who may read the file', async () => {
    const cwd = folderOf({ 'jobs/a.md': POSTING, 'kept/report.json': 'of yesterday' });
    chmodSync(join(cwd, 'kept/report.json'), 0o600);
    symlinkSync('kept/report.json', join(cwd, 'report.json'));
    await run(['check', 'jobs', '--format', 'json', '--output', 'report.json'], { cwd });
    expect(JSON.parse(readFileSync(join(cwd, 'kept/report.json'), 'utf8')).postings).toHaveLength(1);
    expect(statSync(join(cwd, 'kept/report.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(cwd, 'kept'))).toEqual(['report.json']);
  });

  test.skipIf(!existsSync('/dev/full'))('says that its disk is full', async () => {
    const cwd = folderOf({ 'jobs/a.md': POSTING });
    const { code, err } = await run(['check', 'jobs', '--output', '/dev/full'], { cwd });
    expect(err).toContain('The disk is full');
    expect(code).toBe(2);
  });

  test.skipIf(process.platform === 'win32' || !existsSync(PROGRAM)).each(['SIGINT', 'SIGTERM'] as const)(
    'leaves what stood there, and nothing besides, when %s ends the run',
    async (signal) => {
      const cwd = folderOf({ report: 'of yesterday' });
      // Standard input that never ends keeps the run going.
      const child = spawn(process.execPath, [PROGRAM, 'check', '-', '--output', 'report'], { cwd });
      while (readdirSync(cwd).length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
      const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
      child.kill(signal);
      expect(await ended).toBe(signal === 'SIGINT' ? 130 : 143);
      expect(readdirSync(cwd)).toEqual(['report']);
      expect(readFileSync(join(cwd, 'report'), 'utf8')).toBe('of yesterday');
    },
  );

  test('writes over a report of before', async () => {
    const cwd = folderOf({ 'jobs/a.md': POSTING });
    writeFileSync(join(cwd, 'report.json'), 'x'.repeat(100_000));
    await run(['check', 'jobs', '--format', 'json', '--output', 'report.json'], { cwd });
    expect(JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf8')).totals.postings).toBe(1);
  });
});

/** Pictures of the HTML report: the sample postings among invented ones, as the built command line reports them. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { writePostings } from '../test/bench/postings.ts';
import { launch } from '../test/support/browser.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const INVENTED = 60;
const SHOWN = 'jobs/examples/senior-assistant-engineer.md';

/** Writes docs/report.png and docs/report-posting.png. */
export async function reportPictures(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'jd-review-picture-'));
  writePostings(join(folder, 'jobs'), INVENTED);
  cpSync(join(root, 'examples'), join(folder, 'jobs/examples'), { recursive: true });
  const argv = [join(root, 'dist/cli.js'), 'check', 'jobs', '--format', 'html', '--output', 'report.html'];
  execFileSync(process.execPath, [...argv, '--fail-on', 'never', '--today', '2026-11-22'], { cwd: folder });
  const browser = await launch();
  const page = await browser.newPage({ viewport: { width: 1200, height: 1000 } });
  const address = pathToFileURL(join(folder, 'report.html')).href;
  await page.goto(address);
  await page.waitForSelector('#table a.title');
  await page.screenshot({ path: join(root, 'docs/report.png') });
  await page.goto(`${address}#open=${encodeURIComponent(SHOWN)}`);
  await page.waitForSelector('#posting .note');
  await page.screenshot({ path: join(root, 'docs/report-posting.png') });
  await browser.close();
  rmSync(folder, { recursive: true });
}

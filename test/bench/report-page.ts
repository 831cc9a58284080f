/**
 * How fast the HTML report opens, filters, sorts and searches in Chromium, and how large it is.
 *
 *   node test/bench/report-page.ts [postings…]      1000 and 10000 unless told otherwise; needs dist/
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { launch } from '../support/browser.ts';
import { writePostings } from './postings.ts';

const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const sizes = process.argv.slice(2).map(Number);
const browser = await launch();
for (const size of sizes.length > 0 ? sizes : [1000, 10_000]) {
  const folder = mkdtempSync(join(tmpdir(), 'jd-review-bench-'));
  writePostings(join(folder, 'jobs'), size);
  const argv = [cli, 'check', 'jobs', '--format', 'html', '--output', 'report.html', '--fail-on', 'never'];
  execFileSync(process.execPath, argv, { cwd: folder, stdio: 'ignore' });
  const file = join(folder, 'report.html');
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, bypassCSP: true });
  const start = performance.now();
  await page.goto(pathToFileURL(file).href);
  await page.waitForSelector('#table a.title');
  const open = performance.now() - start;
  const times = {
    lane: await changed(page, 'by-lane', 'llm'),
    severity: await changed(page, 'by-severity', 'error'),
    all: await changed(page, 'by-severity', ''),
    sort: await timed(page, "document.querySelector('#table th.pay button').click()"),
  };
  const asked = performance.now();
  await page.fill('#search', 'triton');
  await page.waitForFunction('!document.getElementById("status").textContent.includes("reading")', null, {
    timeout: 120_000,
  });
  const read = performance.now() - asked;
  const search = await changed(page, 'search', 'parcel');
  const told = Object.entries({ ...times, search }).map(([name, ms]) => `${name} ${Math.round(ms)} ms`);
  const bytes = (statSync(file).size / 1e6).toFixed(1);
  console.log(
    `${size} postings: ${bytes} MB, opens in ${Math.round(open)} ms; ${told.join(', ')}; first search ${Math.round(read)} ms`,
  );
  await page.close();
  rmSync(folder, { recursive: true });
}
await browser.close();

/** Milliseconds from a change of a control to the frame after it. */
function changed(page: Page, id: string, value: string): Promise<number> {
  const event = id === 'search' ? 'input' : 'change';
  return timed(
    page,
    `const at = document.getElementById('${id}'); at.value = '${value}'; at.dispatchEvent(new Event('${event}'))`,
  );
}

function timed(page: Page, code: string): Promise<number> {
  return page.evaluate(`new Promise((done) => {
    const start = performance.now();
    { ${code} }
    requestAnimationFrame(() => { document.body.offsetHeight; done(performance.now() - start); });
  })`);
}

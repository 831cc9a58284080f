/** The HTML report as its readers have it: made by the built program, opened in Chromium. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makePosting } from '../bench/postings.ts';
import { launch } from '../support/browser.ts';
import { folderOf } from '../support/run.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const HOSTILE = `---
title: "<img src=x onerror=window.owned=1>"
lane: llm
level: senior
location: "</script><script>window.owned=1</script>"
comp: 190k-230k
---
# <script>window.owned=1</script>

[a](javascript:alert(1)) ![b](https://example.com/b.png) <style>*{display:none}</style>

- 12+ years of experience
- We want a rockstar
`;

/** Makes a report of a folder by the built program. */
function reportOf(cwd: string, ...flags: string[]): string {
  const argv = [join(root, 'dist/cli.js'), 'check', 'jobs', '--format', 'html', '--output', 'report.html'];
  const day = ['--today', '2026-11-22', '--fail-on', 'never'];
  execFileSync(process.execPath, [...argv, ...day, ...flags], { cwd, stdio: 'pipe' });
  return join(cwd, 'report.html');
}

function examples(): Record<string, string> {
  const names = [
    'senior-assistant-engineer',
    'delivery-eta-engineer',
    'everything-engineer',
    'chargeback-model-engineer',
  ];
  return Object.fromEntries(
    names.map((name) => [`jobs/${name}.md`, readFileSync(join(root, `examples/${name}.md`), 'utf8')]),
  );
}

describe('the HTML report in Chromium', () => {
  let browser: Browser;
  let few: string;
  let many: string;
  /** What no page may do: ask for anything, complain, or fail. */
  const faults: string[] = [];

  beforeAll(async () => {
    few = reportOf(folderOf({ ...examples(), 'jobs/hostile.md': HOSTILE }));
    const folder = folderOf({});
    mkdirSync(join(folder, 'jobs'));
    for (let at = 0; at < 300; at++)
      writeFileSync(join(folder, `jobs/${String(at).padStart(3, '0')}.md`), makePosting(at));
    many = reportOf(folder);
    browser = await launch();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    expect(faults).toEqual([]);
  });

  async function open(file: string, options: BrowserContextOptions = {}, hash = ''): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
    page.on('console', (message) => faults.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', ({ message }) => faults.push(message));
    page.on('request', (request) => {
      if (!request.url().startsWith(pathToFileURL(file).href)) faults.push(request.url());
    });
    await page.goto(pathToFileURL(file).href + hash);
    await page.waitForSelector(hash.includes('open=') ? '#posting h2' : '#table a.title');
    return page;
  }

  const titles = (page: Page) => page.locator('#table a.title').allTextContents();
  const paths = (page: Page) => page.locator('#table td .path').allTextContents();
  const grave = async (page: Page) => {
    await page.evaluate(axe);
    const { violations } = (await page.evaluate('axe.run()')) as {
      violations: { id: string; impact: string; nodes: { html: string }[] }[];
    };
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  };

  test('lists the postings with the gravest first, and sorts by each column both ways', async () => {
    const page = await open(few);
    expect((await paths(page))[0]).toBe('jobs/everything-engineer.md');
    for (const column of ['title', 'lane', 'level', 'place', 'pay', 'found']) {
      const head = page.locator(`#table th.${column}`);
      await head.getByRole('button').click();
      const up = await paths(page);
      expect(await head.getAttribute('aria-sort')).toBe('ascending');
      await head.getByRole('button').click();
      expect(await head.getAttribute('aria-sort')).toBe('descending');
      expect([...(await paths(page))].sort()).toEqual([...up].sort());
      expect(await paths(page)).not.toEqual(up);
    }
    await page.locator('#table th.pay button').click();
    const figures = await page.locator('#table .figures').allTextContents();
    const middles = figures.map((text) => text.match(/\d+/g)!.reduce((sum, each) => sum + Number(each), 0));
    expect(middles).toEqual([...middles].sort((a, b) => a - b));
    await page.close();
  });

  test('filters by lane, level, place, pay, severity, rule and text, and counts what is left', async () => {
    const page = await open(few);
    const status = page.locator('#status');
    await page.selectOption('#by-lane', 'domain');
    expect(await paths(page)).toEqual(['jobs/chargeback-model-engineer.md']);
    await page.locator('#filters .reset').click();
    await page.selectOption('#by-level', 'mid');
    expect((await paths(page)).sort()).toEqual(['jobs/delivery-eta-engineer.md', 'jobs/everything-engineer.md']);
    await page.selectOption('#by-severity', 'error');
    expect(await paths(page)).toEqual(['jobs/everything-engineer.md']);
    await page.locator('#filters .reset').click();
    await page.selectOption('#by-pay', 'below');
    expect((await paths(page)).sort()).toEqual(['jobs/hostile.md', 'jobs/senior-assistant-engineer.md']);
    await page.locator('#filters .reset').click();
    await page.selectOption('#by-place', 'Hybrid');
    expect(await paths(page)).toEqual(['jobs/everything-engineer.md']);
    await page.locator('#filters .reset').click();
    await page.locator('#counts button', { hasText: 'The years do not fit the level' }).click();
    expect(await status.textContent()).toMatch(/^\d of 5$/);
    expect(await page.locator('#by-rule').inputValue()).not.toBe('');
    await page.locator('#filters .reset').click();
    // Words of the text, which the overview does not hold.
    await page.fill('#search', 'publish novel architectures');
    await expect.poll(() => status.textContent()).toBe('1 of 5');
    expect(await paths(page)).toEqual(['jobs/everything-engineer.md']);
    await page.fill('#search', 'nothing says this');
    await expect.poll(() => status.textContent()).toBe('0 of 5');
    await page.locator('#empty button').click();
    expect(await status.textContent()).toBe('5 of 5');
    await page.close();
  });

  test('leads from a finding to its words and back, with reason, source and fix beside them', async () => {
    const page = await open(few);
    await page.getByRole('link', { name: 'Senior ML Engineer' }).click();
    const note = page.locator('.note', { hasText: 'is not senior' });
    for (const word of ['Why', 'Fix', 'Source']) await note.locator('dt', { hasText: word }).waitFor();
    await note.locator('a.place').click();
    expect(await page.locator('mark.lit').textContent()).toBe('3+ years of experience');
    await page.locator('mark', { hasText: 'up to $230K' }).click();
    expect(await page.locator('.note.lit .message').textContent()).toContain('has one end only');
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('note');
    await page.goBack();
    expect(await titles(page)).toHaveLength(5);
    await page.close();
  });

  test('copies a fix', async () => {
    const folder = folderOf({ 'jobs/a.md': '---\nlane: aplied\nlevel: senior\n---\n# ML Engineer\n' });
    const page = await open(reportOf(folder), { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.locator('a.title').click();
    await page.locator('button.copy').first().click();
    await page.getByText('Copied').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('lane: applied');
    await page.close();
  });

  test('can be used by the keyboard alone', async () => {
    const page = await open(few);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('j');
    await page.keyboard.press('ArrowDown');
    const second = (await paths(page))[1];
    await page.keyboard.press('Enter');
    await page.waitForSelector('#posting h2');
    expect(await page.locator('#posting .path').first().textContent()).toBe(second);
    const mark = page.locator('mark[role]').first();
    for (let at = 0; at < 120 && !(await mark.evaluate((each) => each === document.activeElement)); at++)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.locator('.note.lit').count()).toBe(1);
    await page.keyboard.press('n');
    await expect.poll(() => page.locator('#posting .path').first().textContent()).toBe((await pathsOf(page, few))[2]);
    await page.keyboard.press('Escape');
    await page.waitForSelector('#table a.title');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('title');
    await page.close();
  });

  async function pathsOf(page: Page, file: string): Promise<string[]> {
    const other = await page.context().browser()!.newPage();
    await other.goto(pathToFileURL(file).href);
    await other.waitForSelector('#table a.title');
    const all = await paths(other);
    await other.close();
    return all;
  }

  test('opens at the posting and the filter that its address names', async () => {
    const page = await open(few, {}, '#open=jobs/delivery-eta-engineer.md');
    expect(await page.locator('#posting h2').textContent()).toContain('Delivery');
    await page.close();
    const filtered = await open(few, {}, '#lane=domain');
    expect(await paths(filtered)).toEqual(['jobs/chargeback-model-engineer.md']);
    await filtered.close();
  });

  test('runs nothing that a posting says', async () => {
    const page = await open(few, {}, '#open=jobs/hostile.md');
    expect(await page.evaluate('window.owned')).toBeUndefined();
    expect(await page.locator('#posting img, #posting style, #posting script').count()).toBe(0);
    expect(await page.locator('.text').innerText()).toContain('# <script>window.owned=1</script>');
    await page.close();
  });

  test('makes only the rows in view, and reaches the last one', async () => {
    const page = await open(many);
    expect(await page.locator('#table a.title').count()).toBeLessThan(60);
    expect(await page.locator('#table').getAttribute('aria-rowcount')).toBe('301');
    await page.locator('#table th.title button').click();
    const last = [...(await allPaths(page))].at(-1);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await expect.poll(async () => (await paths(page)).at(-1)).toBe(last);
    expect(await page.locator('#table a.title').count()).toBeLessThan(60);
    await page.close();
  });

  /** All paths of a page in the order of its list, row after row. */
  async function allPaths(page: Page): Promise<string[]> {
    const seen = new Map<number, string>();
    for (let top = 0; seen.size < 300; top += 800) {
      // The rows of a place are drawn in the frame after it is scrolled to.
      const drawn = (to: number) =>
        new Promise<void>((done) => {
          scrollTo(0, to);
          requestAnimationFrame(() => requestAnimationFrame(() => done()));
        });
      await page.evaluate(drawn, top % 40_000);
      for (const row of await page.locator('#table tbody:not(.space) tr').all()) {
        seen.set(Number(await row.getAttribute('aria-rowindex')), (await row.locator('.path').textContent())!);
      }
    }
    return [...seen].sort(([a], [b]) => a - b).map(([, path]) => path);
  }

  test('takes at most 6 KB for a posting of six hundred words', () => {
    expect(statSync(many).size / 300).toBeLessThan(6 * 1024);
  });

  test.each([
    ['a desktop', { viewport: { width: 1280, height: 900 } }],
    ['a phone', { viewport: { width: 390, height: 844 } }],
    ['a dark desktop', { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }],
  ] as const)('has no serious fault for assistive technology and no sideways scrolling on %s', async (_, options) => {
    const page = await open(few, options);
    const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
    expect(await grave(page)).toEqual([]);
    expect(await fits()).toBe(true);
    await page.locator('a.title').first().click();
    await page.waitForSelector('#posting .note');
    expect(await grave(page)).toEqual([]);
    expect(await fits()).toBe(true);
    await page.close();
  });

  test('prints dark on light, all rows, though the screen is dark', async () => {
    const page = await open(many, { colorScheme: 'dark' });
    const colours = () =>
      page.evaluate(() => {
        const { color, backgroundColor } = getComputedStyle(document.body);
        return { color, backgroundColor, scheme: getComputedStyle(document.documentElement).colorScheme };
      });
    expect((await colours()).color).toBe('rgb(235, 231, 222)');
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await colours()).toEqual({
      color: 'rgb(37, 34, 28)',
      backgroundColor: 'rgb(255, 255, 255)',
      scheme: 'normal',
    });
    await page.evaluate(() => {
      addEventListener('beforeprint', () => {
        document.body.setAttribute('data-printed', String(document.querySelectorAll('#table a.title').length));
      });
    });
    const pdf = await page.pdf();
    expect(pdf.length).toBeGreaterThan(50_000);
    expect(await page.getAttribute('body', 'data-printed')).toBe('300');
    await page.close();
  });

  test('says nothing of a private band', async () => {
    const folder = folderOf({ ...examples(), '.github/jd-review.yml': 'show-bands: false\n' });
    const page = await open(reportOf(folder), {}, '#open=jobs/senior-assistant-engineer.md');
    expect(await page.locator('.verdict').textContent()).toContain('The band table is private.');
    expect(await page.locator('svg .market').count()).toBe(0);
    expect(await page.locator('body').innerText()).not.toMatch(/260,000|340,000|\$260K|\$340K/);
    await page.close();
  });
});

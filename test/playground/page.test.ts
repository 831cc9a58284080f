/** The playground as a recruiter meets it, in a real browser. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fragmentOf } from '../../src/playground/link.ts';
import { type Opened, type Playground, STARTING, startPlayground } from '../support/playground.ts';
import { folderOf } from '../support/run.ts';

let playground: Playground;
beforeAll(async () => {
  playground = await startPlayground();
}, STARTING);
afterAll(() => playground?.close());

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };

const editor = (page: Page) => page.locator('.cm-content');
const cards = (page: Page) => page.locator('#findings .card');
const cardOf = (page: Page, title: string) => cards(page).filter({ has: page.getByRole('heading', { name: title }) });
const textOf = async (page: Page) => (await page.locator('.cm-line').allInnerTexts()).map((line) => line.trimEnd());

/** Opens the page with a posting in its link. */
async function openWith(text: string, options?: Parameters<Playground['open']>[0]): Promise<Opened> {
  return playground.open(options, await fragmentOf(text));
}

describe('within a minute one sees', () => {
  test('what is wrong, underlined in the text and told beside it, the gravest first', async () => {
    const { page } = await playground.open();
    expect(await page.locator('#verdict').innerText()).toMatch(/^Not ready yet\s+3 errors, 3 warnings, 2 notices/);
    expect(await page.locator('.cm-lintRange-error').allInnerTexts()).toContain('3+ years of experience');
    expect(await cards(page).count()).toBe(8);
    expect((await page.locator('.badge').allInnerTexts()).slice(0, 4)).toEqual(['Error', 'Error', 'Error', 'Warning']);
  });

  test('why, and what to do', async () => {
    const { page } = await playground.open();
    const card = cardOf(page, 'The years do not fit the level');
    await card.getByText('Why, and what to do').click();
    expect(await card.innerText()).toMatch(/What to do: \w+/);
  });

  test('whether the pay is fair, as a sentence, a picture and a table', async () => {
    const { page } = await playground.open();
    const pay = page.locator('#pay');
    expect(await pay.innerText()).toContain('Below the market');
    expect(await pay.innerText()).toContain('$260K–$340K (KORE1, 2026-05)');
    expect(await pay.getByRole('img').getAttribute('aria-label')).toMatch(/^Below the market\. \$190K–\$230K a year/);
    await pay.getByText('The figures').click();
    await pay.getByRole('row', { name: 'Market, llm senior KORE1, 2026-05 $260K–$340K' }).waitFor();
    const benchmark = pay.getByRole('row', { name: 'ZipRecruiter, 2026-03' });
    expect(await benchmark.innerText()).toContain('Average of what open postings offer');
  });
});

describe('as one writes', () => {
  test('a fault is found, and is gone once it is written otherwise', async () => {
    const { page } = await openWith(readExample('delivery-eta-engineer'));
    expect(await page.locator('#verdict h2').innerText()).not.toBe('Not ready yet');
    await editor(page).press('Control+End');
    await page.keyboard.type('\n\nTwo LeetCode rounds.');
    const card = cards(page).filter({ hasText: 'LeetCode' });
    await card.waitFor();
    for (let at = 0; at < 'LeetCode rounds.'.length; at++) await page.keyboard.press('Backspace');
    await card.waitFor({ state: 'detached' });
  });

  test('a fix is applied with a click and taken back with another', async () => {
    const { page } = await playground.open();
    const card = cardOf(page, 'The years do not fit the level');
    await card.getByRole('button', { name: 'Apply the fix' }).click();
    await card.waitFor({ state: 'detached' });
    expect(await textOf(page)).toContain('- 6+ years of experience');
    await page.locator('#toast').getByRole('button', { name: 'Undo' }).click();
    await card.waitFor();
    expect(await textOf(page)).toContain('- 3+ years of experience');
  });

  test('the mark beside a line tells of it and offers the fix', async () => {
    const { page } = await playground.open();
    await cardOf(page, 'The years do not fit the level').getByRole('button', { name: 'Apply the fix' }).waitFor();
    await page.locator('.cm-lintRange-error', { hasText: '3+ years' }).hover();
    await page.locator('.cm-tooltip').getByRole('button', { name: 'Apply the fix' }).click();
    await cardOf(page, 'The years do not fit the level').waitFor({ state: 'detached' });
  });

  test('a line’s link selects the words found, and their card is marked', async () => {
    const { page } = await playground.open();
    await cards(page).getByRole('button', { name: 'Line 24' }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('editor');
    expect(await page.locator('.card.current h3').innerText()).toBe('No framework is chosen');
  });

  test('an empty page says how to begin', async () => {
    const { page } = await playground.open();
    await page.locator('#example').selectOption('empty');
    await page.getByRole('heading', { name: 'Nothing to review yet' }).waitFor();
  });
});

describe('lane and level', () => {
  test('are shown as declared', async () => {
    const { page } = await playground.open();
    expect(await page.locator('#lane').inputValue()).toBe('llm');
    expect(await page.locator('#level').inputValue()).toBe('senior');
  });

  test('are asked for together where a posting has no header, and one by one where it has', async () => {
    const { page } = await openWith('# ML Engineer\n\nYou rank search results.\n');
    const card = cardOf(page, 'The frontmatter cannot be used as it stands');
    await card.first().waitFor();
    expect(await card.locator('.message code').first().innerText()).toBe('lane:');
    expect(await card.getByRole('button', { name: 'Choose the' }).allInnerTexts()).toEqual([
      'Choose the lane',
      'Choose the level',
    ]);
    await card.getByRole('button', { name: 'Choose the level' }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('level');
    await page.locator('#level').selectOption('mid');
    await page.locator('#toast', { hasText: 'level: mid' }).waitFor();
    await card.getByRole('button', { name: 'Choose the level' }).waitFor({ state: 'detached' });
    expect(await card.getByRole('button', { name: 'Choose the' }).allInnerTexts()).toEqual(['Choose the lane']);
  });

  test('are written into a header that a posting gets, and into the one that it has', async () => {
    const { page } = await openWith('# ML Engineer\n\nYou rank search results.\n');
    expect(await page.locator('#lane').inputValue()).toBe('');
    await page.locator('#lane').selectOption('applied');
    await page.locator('#toast', { hasText: 'lane: applied' }).waitFor();
    await page.locator('#level').selectOption('mid');
    await page.locator('#toast', { hasText: 'level: mid' }).waitFor();
    await page.locator('#lane').selectOption('llm');
    await page.locator('#toast', { hasText: 'lane: llm' }).waitFor();
    expect((await textOf(page)).slice(0, 6)).toEqual(['---', 'level: mid', 'lane: llm', '---', '', '# ML Engineer']);
  });
});

describe('a posting is taken along', () => {
  test('as a link that holds it and opens it again', async () => {
    const { page, context } = await openWith('# ML Engineer\n', { permissions: ['clipboard-read', 'clipboard-write'] });
    await editor(page).press('Control+End');
    await page.keyboard.type('\nWe meet in Zürich 🚀.');
    await page.getByRole('button', { name: 'Copy link' }).click();
    await page.locator('#toast', { hasText: 'The link is copied' }).waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const other = await context.newPage();
    await other.goto(link);
    await other.getByText('We meet in Zürich 🚀.').waitFor();
  });

  test('copied, and as a file named after its title', async () => {
    const { page } = await playground.open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    await page.locator('#toast', { hasText: 'The posting is copied' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(readExample('senior-assistant-engineer'));
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download' }).click();
    const file = await saving;
    expect(file.suggestedFilename()).toBe('senior-ml-engineer.md');
    expect(readFileSync(await file.path(), 'utf8')).toBe(readExample('senior-assistant-engineer'));
  });

  test('a damaged link is told, and the page works', async () => {
    const { page } = await playground.open({}, '#posting=AAAA');
    await page.locator('#toast', { hasText: 'This link is damaged' }).waitFor();
    expect(await cards(page).count()).toBeGreaterThan(0);
  });
});

describe('a team’s files', () => {
  test('put own bands in force, and are left again', async () => {
    const { page } = await playground.open();
    const folder = folderOf({
      'pay.yml': 'source: Our survey\nas-of: 2026-10-01\nbands:\n  llm: { senior: [180000, 240000] }\n',
    });
    await page.getByText('Your team’s own rules and bands').click();
    await page.locator('#team').setInputFiles(`${folder}/pay.yml`);
    await page.getByText('Your settings are in force with 1 band of your own.').waitFor();
    await page.locator('#pay', { hasText: '$180K–$240K (Our survey, 2026-10)' }).waitFor();
    await page.getByRole('button', { name: 'Use the built-in rules alone' }).click();
    await page.locator('#pay', { hasText: '$260K–$340K (KORE1, 2026-05)' }).waitFor();
  });

  test('may hold the bands as CSV, aged as the settings say', async () => {
    const { page } = await playground.open();
    const folder = folderOf({
      'bands.csv': 'lane;level;min;max;source;as-of\nllm;senior;180000;240000;Our survey;2025-11-22\n',
      'jd-review.yml': 'bands: pay/bands.csv\nage-bands: 10%\n',
    });
    await page.getByText('Your team’s own rules and bands').click();
    await page.locator('#team').setInputFiles([`${folder}/bands.csv`, `${folder}/jd-review.yml`]);
    await page.getByText('Your settings are in force with 1 band of your own.').waitFor();
    await page.locator('#pay', { hasText: '$198K–$264K (Our survey, aged 10% a year from 2025-11)' }).waitFor();
  });

  test('as CSV need no settings, and a row that cannot be meant is told with its place', async () => {
    const { page } = await playground.open();
    const folder = folderOf({
      'bands.csv': 'lane,level,min,max\nllm,senior,180000,240000\n',
      'worse.csv': 'lane,level,min,max\nllm,senoir,180000,240000\n',
    });
    await page.getByText('Your team’s own rules and bands').click();
    await page.locator('#team').setInputFiles(`${folder}/bands.csv`);
    await page.locator('#pay', { hasText: '$180K–$240K (bands.csv' }).waitFor();
    await page.locator('#team').setInputFiles(`${folder}/worse.csv`);
    await page.getByText('Nothing was taken. Mend this first:').waitFor();
    expect(await page.locator('#team-answer li').innerText()).toMatch(/^worse\.csv.* 2.*senior/);
  });

  test('with a fault change nothing, and the fault is told with its place', async () => {
    const { page } = await playground.open();
    const folder = folderOf({ 'jd-review.yml': 'fail-on: error\nrules:\n  phd-requird: off\n' });
    await page.getByText('Your team’s own rules and bands').click();
    await page.locator('#team').setInputFiles(`${folder}/jd-review.yml`);
    await page.getByText('Nothing was taken. Mend this first:').waitFor();
    expect(await page.locator('#team-answer li').innerText()).toMatch(/^jd-review\.yml:3:\d+ .*phd-required/);
    await page.locator('#pay', { hasText: '$260K–$340K' }).waitFor();
  });
});

describe('nothing leaves the page', () => {
  test('it asks for itself and its own worker only, and complains of nothing', async () => {
    const { page, requests, complaints } = await playground.open();
    await cards(page).getByRole('button', { name: 'Apply the fix' }).first().click();
    await editor(page).press('Control+End');
    await page.keyboard.type('A [link](https://example.com/a) and ![picture](https://example.com/b.png).');
    await page.locator('.cm-line', { hasText: 'b.png' }).waitFor();
    const asked = requests.filter((url) => !url.startsWith('data:'));
    expect(asked).toEqual([playground.url, expect.stringMatching(/^blob:/)]);
    expect(complaints).toEqual([]);
  });

  test('its policy keeps a script of the page from asking for anything', async () => {
    const { page } = await playground.open();
    const reached = await page.evaluate(async () => {
      const image = new Promise((resolve) => {
        const made = new Image();
        made.onload = () => resolve(true);
        made.onerror = () => resolve(false);
        made.src = '/picture.png';
      });
      const fetched = fetch('/').then(
        () => true,
        () => false,
      );
      return [await fetched, await image, navigator.sendBeacon('/beacon')];
    });
    expect(reached.slice(0, 2)).toEqual([false, false]);
    expect(playground.html).toContain("connect-src 'none'");
  });

  test('it works without a network, and from a file', async () => {
    const { page, context } = await openWith(readExample('delivery-eta-engineer'));
    await context.setOffline(true);
    await editor(page).press('Control+End');
    await page.keyboard.type('\n\nTwo LeetCode rounds.');
    await cards(page).filter({ hasText: 'LeetCode' }).waitFor();
    const folder = folderOf({ 'index.html': playground.html });
    const other = await context.newPage();
    await other.goto(`file://${folder}/index.html`);
    await cards(other).first().waitFor();
  });

  test('a copy of the page can be kept', async () => {
    const { page } = await playground.open();
    await page.getByText('Nothing leaves this page').click();
    const saving = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Keep a copy of this page' }).click();
    const file = await saving;
    expect(file.suggestedFilename()).toBe('jd-review-playground.html');
    expect(readFileSync(await file.path(), 'utf8')).toBe(playground.html);
  });

  test('a posting’s own HTML stays text', async () => {
    const evil =
      '# ML <img src=x onerror=alert(1)>\n\nHe <script>alert(2)</script> is a <b>ninja</b>.\n\n</script><h1>Out</h1>\n';
    const { page, complaints } = await openWith(evil);
    await cards(page).first().waitFor();
    expect(await page.locator('#editor img, #editor b, #findings img, #findings b, main h1').count()).toBe(0);
    expect(complaints).toEqual([]);
  });
});

test('by keyboard alone one reaches a fix and applies it', async () => {
  const { page } = await playground.open();
  const fix = cardOf(page, 'The years do not fit the level').getByRole('button', { name: 'Apply the fix' });
  await fix.waitFor();
  const name = await fix.getAttribute('id');
  const focused = () => page.evaluate(() => document.activeElement?.id);
  for (let presses = 0; (await focused()) !== name; presses++) {
    expect(presses).toBeLessThan(60);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await cardOf(page, 'The years do not fit the level').waitFor({ state: 'detached' });
});

test('on a phone nothing is cut off, and a bar leads to what was found', async () => {
  const { page } = await playground.open(PHONE);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  const bar = page.getByRole('link', { name: 'Not ready yet' });
  await bar.tap();
  await bar.waitFor({ state: 'hidden' });
  expect((await page.locator('#verdict').boundingBox())?.y).toBeLessThan(100);
});

describe('axe finds no serious fault', () => {
  const axe = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
  const looks = [
    ['on a desk by day', {}],
    ['on a desk by night', { colorScheme: 'dark' }],
    ['on a phone by day', PHONE],
    ['on a phone by night', { ...PHONE, colorScheme: 'dark' }],
  ] as const;

  test.each(looks)('%s, with all that folds open', async (_, options) => {
    const { page } = await playground.open(options);
    await cards(page).getByRole('button', { name: 'Apply the fix' }).first().waitFor();
    for (const summary of await page.locator('#review summary').all()) {
      if (!(await summary.evaluate((each) => each.parentElement?.hasAttribute('open')))) await summary.click();
    }
    await page.evaluate(axe);
    const faults = await page.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: typeof import('axe-core') }).axe.run();
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    });
    expect(faults).toEqual([]);
  });
});

function readExample(name: string): string {
  return readFileSync(new URL(`../../examples/${name}.md`, import.meta.url), 'utf8');
}

/**
 * How long the playground takes from a key to the findings on the screen, while one types into a long posting.
 *
 *   node test/bench/playground.ts     needs Chromium on the path
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { playgroundPage } from '../../scripts/playground-page.ts';
import { fragmentOf } from '../../src/playground/link.ts';
import { launch } from '../support/browser.ts';

/** Words that the posting has at least. */
const WORDS = 1000;
const TYPED =
  'We train models that dispatchers trust, and we ship them to production. He deploys PyTorch, TensorFlow, JAX or similar with 8 years of experience.';
/** Milliseconds between keys: a fast typist’s. */
const EVERY = 80;

const example = (name: string) => readFileSync(new URL(`../../examples/${name}.md`, import.meta.url), 'utf8');
const wordsOf = (text: string) => text.split(/\s+/).length;

/** The example with the most findings, made longer by the texts of the others. */
function longPosting(): string {
  const names = ['everything-engineer', 'senior-assistant-engineer', 'delivery-eta-engineer'];
  const bodies = names.map((name) => example(name).split('---')[2]).join('\n');
  let text = example('everything-engineer');
  while (wordsOf(text) < WORDS) text += bodies;
  return text;
}

const text = longPosting();
const folder = mkdtempSync(join(tmpdir(), 'jd-review-playground-'));
writeFileSync(join(folder, 'index.html'), await playgroundPage());
const browser = await launch();
const page = await browser.newPage();
await page.goto(`file://${folder}/index.html${await fragmentOf(text)}`);
await page.locator('#findings .card').first().waitFor();
await page.locator('.cm-content').press('Control+End');
await page.evaluate(() => performance.clearMeasures('review'));
await page.keyboard.type(`\n\n${TYPED}`, { delay: EVERY });
await page.waitForTimeout(1000);
const times = await page.evaluate(() => performance.getEntriesByName('review').map(({ duration }) => duration));
const findings = await page.locator('#findings .card').count();
await browser.close();
rmSync(folder, { recursive: true });

times.sort((a, b) => a - b);
const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]?.toFixed(1);
console.log(`${wordsOf(text)} words, ${findings} findings, ${times.length} answers to ${TYPED.length + 2} keys`);
console.log(`median ${at(0.5)} ms, 95 % within ${at(0.95)} ms, longest ${at(1)} ms`);

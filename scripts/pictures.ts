/**
 * Makes the pictures of README and docs: what the built Action really posts on sample postings, seen as GitHub shows it with
 * GitHub's own styles, the HTML report, and the playground.
 *
 *   node scripts/pictures.ts                 writes docs/*.png; needs Chromium on the PATH
 *   node scripts/pictures.ts --report        writes those of the HTML report only
 *   node scripts/pictures.ts --playground    writes that of the playground only
 *   node scripts/pictures.ts <folder>        all texts there, on a desk and on a phone, light and dark; fails where a table
 *                                            or a picture has to be scrolled on a phone
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { marked } from 'marked';
import { open, type Scenario, summaryOf } from '../test/github/scenario.ts';
import { playgroundPicture } from './playground-picture.ts';
import { reportPictures } from './report-pictures.ts';

const [, , wanted = 'all'] = process.argv;
if (['all', '--report'].includes(wanted)) await reportPictures();
if (['all', '--playground'].includes(wanted)) await playgroundPicture();
if (wanted.startsWith('--')) process.exit();

const root = fileURLToPath(new URL('..', import.meta.url));
const PATH = 'jobs/senior-assistant-engineer.md';
const OTHER = 'jobs/chargeback-model-engineer.md';
const example = (path: string) => readFileSync(join(root, path.replace('jobs/', 'examples/')), 'utf8');

/** Rules whose comments the first picture shows. */
const SHOWN = ['comp-lane-collision', 'framework-hedge'];

/** Where a text is looked at: width of the page, and the ground that it stands on. */
interface View {
  readonly width: number;
  readonly dark: boolean;
}
const DESK: View = { width: 960, dark: false };
const VIEWS: Readonly<Record<string, View>> = {
  desk: DESK,
  'desk-dark': { width: 960, dark: true },
  phone: { width: 390, dark: false },
  'phone-dark': { width: 390, dark: true },
};

/** GitHub's styles of Markdown, and of the page around a comment what its layout depends on. */
function styleOf({ width, dark }: View): string {
  const styles = createRequire(import.meta.url).resolve(
    `github-markdown-css/github-markdown-${dark ? 'dark' : 'light'}.css`,
  );
  const [line, head, page] = dark ? ['#3d444d', '#151b23', '#0d1117'] : ['#d1d9e0', '#f6f8fa', '#ffffff'];
  const [old, added] = dark ? ['#25171c', '#12261e'] : ['#ffebe9', '#dafbe1'];
  return `${readFileSync(styles, 'utf8')}
body { margin: 0; background: ${page}; }
.page { box-sizing: border-box; width: ${width}px; padding: ${width < 500 ? 16 : 24}px; }
.markdown-body { font-size: 14px; }
.box { border: 1px solid ${line}; border-radius: 6px; margin-bottom: 16px; overflow: hidden; }
.head { background: ${head}; border-bottom: 1px solid ${line}; padding: 8px 16px; font-size: 13px; }
.body { padding: 16px; }
.hunk div, .suggestion div { font: 12px/20px ui-monospace, "DejaVu Sans Mono", monospace; white-space: pre-wrap; padding: 0 12px; }
.hunk div { background: ${added}; } .hunk span { display: inline-block; width: 28px; opacity: 0.7; }
.suggestion { border: 1px solid ${line}; border-radius: 6px; margin-bottom: 16px; overflow: hidden; }
.suggestion b { display: block; padding: 6px 12px; font-size: 12px; background: ${head}; }
.old { background: ${old}; } .new { background: ${added}; }`;
}

const html = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** A comment's Markdown as GitHub shows it: a suggestion as the two versions of its line. */
function shown(body: string, line = ''): string {
  const withSuggestion = body.replace(
    /```suggestion\n([\s\S]*?)```/,
    (_, text: string) =>
      `<div class="suggestion"><b>Suggested change</b><div class="old">- ${html(line)}</div><div class="new">+ ${html(text.trimEnd())}</div></div>\n`,
  );
  return marked.parse(withSuggestion, { async: false });
}

function comment(body: string, line?: string): string {
  return `<div class="box"><div class="head"><b>github-actions</b> bot</div><div class="body">${shown(body, line)}</div></div>`;
}

/** What Chromium makes of a page. */
function chromium(page: string, ...flags: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'jd-review-picture-'));
  const file = join(folder, 'page.html');
  writeFileSync(file, page);
  const fixed = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--hide-scrollbars'];
  try {
    return execFileSync(
      'chromium',
      [...fixed, `--user-data-dir=${join(folder, 'profile')}`, ...flags, `file://${file}`],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes down the height of the page, and which tables and pictures are wider than their place. */
const MEASURE = `<script>
const wide = [...document.querySelectorAll('table, pre')].filter((each) => each.scrollWidth > each.clientWidth);
document.title = document.querySelector('.page').offsetHeight + ' ' + wide.map((each) => each.innerText.slice(0, 40)).join(' / ').replace(/\\s+/g, ' ');
</script>`;

/** Writes a picture; gives what has to be scrolled sideways in it. */
function picture(file: string, content: string, view: View): string {
  const page = `<!doctype html><meta charset="utf-8"><style>${styleOf(view)}</style><div class="page markdown-body">${content}</div>`;
  const opened = page.replaceAll('<details>', '<details open>') + MEASURE;
  const [, wide = ''] = /<title>\d+ ([^<]*)/.exec(chromium(opened, '--dump-dom')) ?? [];
  const [, height] = /<title>(\d+)/.exec(chromium(page + MEASURE, '--dump-dom')) ?? [];
  chromium(page, `--window-size=${view.width},${height}`, `--screenshot=${file}`);
  return wide;
}

/** The check that a run made, as its page shows it. */
function checkOf({ world }: Scenario): string {
  const { title, summary, text } = world.checks.at(-1)!.output;
  return `<h2>${html(title)}</h2>${shown(summary)}<h3>Details</h3>${shown(text ?? '')}`;
}

/** The summary of a change of many postings. */
async function manyPostings(): Promise<string> {
  const names = [
    'senior-assistant-engineer',
    'everything-engineer',
    'delivery-eta-engineer',
    'chargeback-model-engineer',
  ];
  const paths = Array.from({ length: 24 }, (_, at) => [
    `jobs/team-${at % 6}/${names[at % 4]}-${at}.md`,
    names[at % 4]!,
  ]);
  const many = await open(Object.fromEntries(paths.map(([path, name]) => [path!, example(`jobs/${name}.md`)])), {
    base,
  });
  try {
    await many.run();
    return comment(summaryOf(many.pull));
  } finally {
    await many.close();
  }
}

const base = { 'README.md': '# Jobs\n' };
const scenario = await open({ [PATH]: example(PATH), [OTHER]: example(OTHER) }, { base });
await scenario.run();
const lines = scenario.text(PATH).split('\n');
const review = scenario.pull.threads
  .filter((thread) => thread.path === PATH && SHOWN.some((id) => thread.comments[0]?.body.includes(`\`${id}\``)))
  .sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
  .map(({ line, comments: [first] }) => {
    const at = line ?? 1;
    const hunk = lines
      .slice(Math.max(0, at - 3), at)
      .map((text, i, { length }) => `<div><span>${at - length + 1 + i}</span>+ ${html(text)}</div>`)
      .join('');
    return `<div class="box"><div class="head">${PATH}</div><div class="hunk">${hunk}</div></div>${comment(first?.body ?? '', lines[at - 1])}`;
  });
const [folder] = process.argv.slice(2);
const texts: Readonly<Record<string, string>> = {
  review: review.join(''),
  summary: comment(summaryOf(scenario.pull)),
  check: checkOf(scenario),
  ...(folder === undefined ? {} : { many: await manyPostings() }),
};
if (folder === undefined) {
  for (const name of ['review', 'summary']) picture(join(root, 'docs', `${name}.png`), texts[name]!, DESK);
} else {
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(texts)) {
    for (const [at, view] of Object.entries(VIEWS)) {
      const wide = picture(resolve(folder, `${name}-${at}.png`), content, view);
      if (wide === '' || view.width > 500) continue;
      console.error(`${name} has to be scrolled on a phone: ${wide}`);
      process.exitCode = 1;
    }
  }
}
await scenario.close();

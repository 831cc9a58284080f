/**
 * Makes the pictures of README and docs: what the built Action really posts on sample postings, seen as GitHub shows it, the
 * HTML report, and the playground.
 *
 *   node scripts/pictures.ts                 writes docs/*.png; needs Chromium on the PATH
 *   node scripts/pictures.ts --report        writes those of the HTML report only
 *   node scripts/pictures.ts --playground    writes that of the playground only
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { marked } from 'marked';
import { open, summaryOf } from '../test/github/scenario.ts';
import { playgroundPicture } from './playground-picture.ts';
import { reportPictures } from './report-pictures.ts';

const only = process.argv[2];
if (only !== '--playground') await reportPictures();
if (only !== '--report') await playgroundPicture();
if (only !== undefined) process.exit();

const root = fileURLToPath(new URL('..', import.meta.url));
const PATH = 'jobs/senior-assistant-engineer.md';
const OTHER = 'jobs/chargeback-model-engineer.md';
const example = (path: string) => readFileSync(join(root, path.replace('jobs/', 'examples/')), 'utf8');

/** Rules whose comments the first picture shows. */
const SHOWN = ['comp-lane-collision', 'framework-hedge'];

const STYLE = `
body { margin: 0; padding: 24px; background: #fff; color: #1f2328; font: 14px/1.5 "Liberation Sans", sans-serif; }
.box { border: 1px solid #d1d9e0; border-radius: 6px; margin-bottom: 16px; overflow: hidden; }
.head { background: #f6f8fa; border-bottom: 1px solid #d1d9e0; padding: 8px 16px; font-size: 13px; }
.body { padding: 8px 16px; } .bot { color: #59636e; }
pre, code { font: 12px/1.45 "DejaVu Sans Mono", monospace; }
:not(pre) > code { background: #eff1f3; border-radius: 4px; padding: 2px 5px; }
pre { background: #f6f8fa; border-radius: 6px; padding: 12px; margin: 8px 0; overflow: hidden; }
.hunk div { font: 12px/20px "DejaVu Sans Mono", monospace; white-space: pre; background: #dafbe1; padding-left: 8px; }
.hunk span { display: inline-block; width: 36px; color: #59636e; }
.suggestion { border: 1px solid #d1d9e0; border-radius: 6px; margin: 8px 0; overflow: hidden; }
.suggestion b { display: block; padding: 6px 12px; font-size: 12px; background: #f6f8fa; }
.suggestion div { font: 12px/20px "DejaVu Sans Mono", monospace; white-space: pre-wrap; padding-left: 12px; }
.old { background: #ffebe9; } .new { background: #dafbe1; }
table { border-collapse: collapse; font-size: 13px; } td, th { border: 1px solid #d1d9e0; padding: 4px 10px; }
sub { color: #59636e; font-size: 12px; } details { margin: 8px 0; }`;

const html = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** A comment's Markdown as GitHub shows it: a suggestion as the two versions of its line, folded parts opened. */
function shown(body: string, line = ''): string {
  const withSuggestion = body.replace(
    /```suggestion\n([\s\S]*?)```/,
    (_, text: string) =>
      `<div class="suggestion"><b>Suggested change</b><div class="old">- ${html(line)}</div><div class="new">+ ${html(text.trimEnd())}</div></div>\n`,
  );
  return marked.parse(withSuggestion.replaceAll('<details>', '<details open>'), { async: false });
}

function comment(body: string, line?: string): string {
  return `<div class="box"><div class="head"><b>github-actions</b> <span class="bot">bot</span></div><div class="body">${shown(body, line)}</div></div>`;
}

function picture(name: string, html: string, height: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'jd-review-picture-'));
  const page = join(folder, 'page.html');
  writeFileSync(page, `<!doctype html><meta charset="utf-8"><style>${STYLE}</style>${html}`);
  execFileSync(
    'chromium',
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--hide-scrollbars',
      `--user-data-dir=${join(folder, 'profile')}`,
      `--window-size=960,${height}`,
      `--screenshot=${join(root, 'docs', name)}`,
      `file://${page}`,
    ],
    { stdio: 'ignore' },
  );
  rmSync(folder, { recursive: true, force: true });
}

const scenario = await open({ [PATH]: example(PATH), [OTHER]: example(OTHER) }, { base: { 'README.md': '# Jobs\n' } });
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
picture('review.png', review.join(''), 800);
picture('summary.png', comment(summaryOf(scenario.pull)), 800);
await scenario.close();

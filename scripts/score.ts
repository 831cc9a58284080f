/**
 * How right the rules are, on real postings that somebody labelled.
 *
 *   npm run score -- <corpus> [--markdown]
 *
 * <corpus> is a folder with `score.mjs`, `dev/` (labelled postings) and `other/` (postings of other roles, unlabelled).
 * Prints precision and recall a rule with 95 % Wilson intervals, each rule's own examples, and what fires on other roles.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { wilson } from './wilson.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = join(root, 'dist/cli.js');
const folder = process.argv[2];
const markdown = process.argv.includes('--markdown');
if (folder === undefined || !existsSync(join(folder, 'score.mjs'))) {
  console.error('usage: npm run score -- <corpus> [--markdown]\n<corpus> holds score.mjs, dev/ and other/');
  process.exit(2);
}
const corpus = resolve(folder);
const check = ['check', '--format', 'json', '--all-rules', '--fail-on', 'never'];

interface Row {
  readonly rule: string;
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
}

/** A share of hits with its interval, as text; `–` where nothing was tried. */
function share(hits: number, tries: number): string {
  const found = wilson(hits, tries);
  return found ? `${found.share.toFixed(2)} (${found.low.toFixed(2)}–${found.high.toFixed(2)})` : '–';
}

function run(args: readonly string[]): string {
  const result = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (result.status === 2 || result.error) {
    console.error(result.stderr);
    process.exit(2);
  }
  return result.stdout;
}

/** Flagged and clean examples of each rule, in its file and as whole postings; that they hold is what the tests prove. */
function examples(): Map<string, { flagged: number; clean: number }> {
  const counts = new Map<string, { flagged: number; clean: number }>();
  for (const file of readdirSync(join(root, 'rules'), { recursive: true, encoding: 'utf8' })) {
    const [category, name] = file.split(/[\\/]/);
    if (name === undefined || category === 'terms' || !name.endsWith('.yml')) continue;
    const rule = parse(readFileSync(join(root, 'rules', file), 'utf8'));
    const whole = join(root, 'test/postings', name);
    const more = existsSync(whole) ? parse(readFileSync(whole, 'utf8')) : { flagged: [], clean: [] };
    counts.set(name.replace('.yml', ''), {
      flagged: rule.examples.flagged.length + more.flagged.length,
      clean: rule.examples.clean.length + more.clean.length,
    });
  }
  return counts;
}

/** Hits by rule on postings of other roles, given lane applied and the level that their title names. */
function otherRoles(): { postings: number; hits: Map<string, number> } {
  const { levels } = parse(readFileSync(join(root, 'rules/lanes.yml'), 'utf8')) as {
    levels: Record<string, { 'title-words': string[] }>;
  };
  const work = mkdtempSync(join(tmpdir(), 'jd-review-other-'));
  const source = join(corpus, 'other');
  const names = readdirSync(source).filter((name) => /\.(md|markdown|mdx)$/i.test(name));
  for (const name of names) {
    const text = readFileSync(join(source, name), 'utf8').replace(/^\uFEFF/, '');
    const fence = /^---\r?\n([\s\S]*?\r?\n)?---\r?\n/.exec(text);
    const kept = (fence?.[1] ?? '').split(/\r?\n/).filter((line) => !/^(lane|level|comp)\s*:/.test(line));
    const body = fence ? text.slice(fence[0].length) : text;
    const words = name.replace(/\.\w+$/, '').split('-');
    const level =
      Object.keys(levels).find((id) => levels[id]!['title-words'].some((word) => words.includes(word))) ?? 'mid';
    const head = ['---', 'lane: applied', `level: ${level}`, ...kept].filter((line) => line !== '').join('\n');
    writeFileSync(join(work, name), `${head}\n---\n${body}`);
  }
  const report = JSON.parse(run([cli, ...check, work]));
  rmSync(work, { recursive: true, force: true });
  const hits = new Map<string, number>();
  for (const posting of report.postings) {
    for (const rule of new Set<string>(posting.findings.map((f: { rule: string }) => f.rule))) {
      hits.set(rule, (hits.get(rule) ?? 0) + 1);
    }
  }
  return { postings: report.postings.length, hits };
}

const scored = JSON.parse(
  run([join(corpus, 'score.mjs'), '--json', join(corpus, 'dev'), '--', process.execPath, cli, ...check]),
);
const rows: Row[] = scored.rules;
const byRule = new Map(rows.map((row) => [row.rule, row]));
const own = examples();
const other = otherRoles();
const names = [...new Set([...rows.map((row) => row.rule), ...own.keys()])];
const table = names.map((name) => {
  const row = byRule.get(name);
  const count = own.get(name.split(':')[0] ?? name);
  return [
    name,
    row ? String(row.tp + row.fn) : '–',
    row ? String(row.tp + row.fp) : '–',
    row ? share(row.tp, row.tp + row.fp) : '–',
    row ? share(row.tp, row.tp + row.fn) : '–',
    count ? `${count.flagged} + ${count.clean}` : '–',
    name.includes(':') ? '–' : String(other.hits.get(name) ?? 0),
  ];
});
const header = ['rule', 'labelled', 'found', 'precision', 'recall', 'examples', `other roles (of ${other.postings})`];
if (markdown) {
  for (const cells of [header, header.map(() => '---'), ...table]) console.log(`| ${cells.join(' | ')} |`);
} else {
  const widths = header.map((_, i) => Math.max(...[header, ...table].map((cells) => (cells[i] ?? '').length)));
  for (const cells of [header, ...table]) {
    console.log(
      cells
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  }
}
const { tp, fp, fn } = scored.micro;
console.log(`\nall rules, ${scored.postings} postings: precision ${share(tp, tp + fp)}, recall ${share(tp, tp + fn)}`);
console.log(
  `on the right line ${scored.onLine?.toFixed(2)} · pay figures: precision ${scored.pay.precision?.toFixed(2)}, recall ${scored.pay.recall?.toFixed(2)} (${scored.pay.figures}) · years ${scored.years.toFixed(2)} · sections ${scored.sections.toFixed(2)}`,
);

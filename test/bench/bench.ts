/**
 * Times whole processes: jd-review beside a floor program, markdownlint-cli2 and alex, on the same invented postings.
 *
 *   npm --prefix test/bench ci && npm run bench [-- --runs 5]
 *   npm run bench -- --against v0.1.0 [--runs 7]
 *
 * With --against it times nothing but jd-review: today's build beside the build of another commit, in turn on the same
 * postings. Prints medians; asserts nothing.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writePostings } from './postings.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const cli = join(here, '../../dist/cli.js');
const option = (name: string) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
};
const against = option('--against');
const runs = Number(option('--runs') ?? (against ? 7 : 5));
const work = mkdtempSync(join(tmpdir(), 'jd-review-bench-'));
const check = (folder: string, ...flags: string[]) => checkBy(cli, folder, ...flags);
const checkBy = (build: string, folder: string, ...flags: string[]) => [
  build,
  'check',
  folder,
  '--format',
  'json',
  '--all-rules',
  '--fail-on',
  'never',
  ...flags,
];

/** Wall milliseconds of one process, output thrown away. */
function time(args: readonly string[], cwd = work): number {
  const start = process.hrtime.bigint();
  const run = spawnSync(process.execPath, args, { cwd, stdio: ['ignore', 'ignore', 'pipe'], maxBuffer: 1 << 28 });
  if (run.error) throw run.error;
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/** Runs all commands in turn, `runs` times, so that a drift of the machine meets all of them; medians by name. */
function medians(commands: Readonly<Record<string, readonly string[]>>, count = runs): Record<string, number> {
  const times: Record<string, number[]> = {};
  for (let run = 0; run < count; run++) {
    for (const [name, args] of Object.entries(commands)) {
      times[name] ??= [];
      times[name].push(time(args));
    }
  }
  return Object.fromEntries(
    Object.entries(times).map(([name, list]) => [name, list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0]),
  );
}

function print(title: string, rows: Readonly<Record<string, number>>): void {
  console.log(`\n${title}`);
  for (const [name, ms] of Object.entries(rows)) console.log(`  ${name.padEnd(44)} ${ms.toFixed(0).padStart(7)} ms`);
}

/** Rules of a team: as many as asked, each with words of its own. */
function ownRules(count: number): string {
  const folder = join(work, `rules-${count}`, 'team');
  mkdirSync(folder, { recursive: true });
  for (let i = 0; i < count; i++) {
    const posting = (words: string) =>
      `      posting: |\n        ---\n        lane: applied\n        level: mid\n        ---\n        # Engineer\n\n        ${words}\n`;
    writeFileSync(
      join(folder, `team-word-${i}.yml`),
      `title: A word of the house\nwhy: Measured only.\nfix: Write another word.\nsource: https://example.com\nseverity: notice\nlanes: all\nlevels: all\n` +
        `check:\n  kind: phrase\n  any: ["codename${i} … launch | codeword${i} | secret* project${i}"]\nmessage: "“{found}” is a word of the house"\n` +
        `examples:\n  flagged:\n    - name: one\n${posting(`This is codeword${i}.`)}      says: ['7:9 “codeword${i}” is a word of the house']\n` +
        `    - name: two\n${posting(`The codename${i} had a launch.`)}      says: ['7:5 “codename${i} had a launch” is a word of the house']\n` +
        `  clean:\n    - name: one\n${posting('Nothing here.')}    - name: two\n${posting('A launch.')}`,
    );
  }
  const config = join(work, `config-${count}.yml`);
  writeFileSync(config, `rules-folder: rules-${count}\n`);
  return config;
}

/** The build that a commit holds, in a folder beside the postings; CI proves that it is what the commit's sources give. */
function buildOf(revision: string): string {
  const archive = execFileSync('git', ['archive', revision, 'dist'], { cwd: `${here}../..`, maxBuffer: 1 << 28 });
  execFileSync('tar', ['-x', '-C', work], { input: archive });
  return join(work, 'dist/cli.js');
}

/** Kilobytes that one process allocates on its heap, by V8's own account of each collection. */
function allocated(args: readonly string[]): number {
  const run = spawnSync(process.execPath, ['--trace-gc-nvp', ...args], { cwd: work, maxBuffer: 1 << 28 });
  return (
    [...run.stdout.toString().matchAll(/\ballocated=(\d+)/g)].reduce((sum, [, bytes]) => sum + Number(bytes), 0) / 1024
  );
}

/** Today's build beside another one. */
function compare(revision: string): void {
  const old = buildOf(revision);
  const thousand = join(work, 'thousand');
  writePostings(thousand, 1000);
  const one = join(work, 'one');
  writePostings(one, 1);
  const ratio = (now: number, before: number) =>
    `${now.toFixed(0)} / ${before.toFixed(0)} = ${(now / before).toFixed(2)}`;
  console.log(`Node ${process.version}, medians of ${runs} runs, whole processes, today / ${revision}`);
  const bare = { node: ['-e', '0'] };
  const single = medians({ ...bare, now: check(one), before: checkBy(old, one) }, runs * 3);
  console.log(
    `  one posting above node -e 0, ms        ${ratio(single.now! - single.node!, single.before! - single.node!)}`,
  );
  const many = medians({ now: check(thousand), before: checkBy(old, thousand) });
  console.log(`  1,000 postings, ms                     ${ratio(many.now!, many.before!)}`);
  const perPosting = (build: string) => (allocated(checkBy(build, thousand)) - allocated(checkBy(build, one))) / 999;
  console.log(`  allocated for a posting, KB            ${ratio(perPosting(cli), perPosting(old))}`);
}

function everything(): void {
  const thousand = join(work, 'thousand');
  writePostings(thousand, 1000);
  const one = join(work, 'one');
  writePostings(one, 1);
  const nothing = ['-e', '0'];
  const markdownlint = join(here, 'node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs');
  const alex = join(here, 'node_modules/alex/cli.js');

  console.log(`Node ${process.version}, medians of ${runs} runs, whole processes`);
  const small = medians({ 'node -e 0': nothing, 'jd-review, 1 posting': check(one) }, runs * 3);
  print('One posting', small);
  const main = medians({
    'floor: read, frontmatter, Markdown': [join(here, 'floor.ts'), thousand],
    'jd-review, all rules': check(thousand),
    'markdownlint-cli2': [markdownlint, 'thousand/*.md'],
  });
  print('1,000 postings of about 600 words', main);
  print('1,000 postings, one run', { alex: time([alex, 'thousand']) });

  const two = join(work, 'two');
  writePostings(two, 2000);
  const long = join(work, 'long');
  writePostings(long, 1000, 2);
  print(
    'Growth',
    medians({
      '1,000 postings': check(thousand),
      '2,000 postings': check(two),
      '1,000 postings with twice the bullets': check(long),
    }),
  );
  print(
    'A team’s own rules, 1,000 postings',
    medians({
      'no own rules': check(thousand),
      '100 own rules': check(thousand, '--config', ownRules(100)),
    }),
  );
}

try {
  if (against) compare(against);
  else everything();
} finally {
  rmSync(work, { recursive: true, force: true });
}

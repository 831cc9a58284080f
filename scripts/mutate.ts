/**
 * Whether tests notice when the sources change.
 *
 *   npm run mutate -- [path…] [--seed 1] [--size 400] [--all] [--again] [--jobs 1]
 *
 * Changes one thing at a time in the sources (of these paths, or of those that read, judge and compare) and runs the
 * tests that come by it. There are some 19,000 such mutants, so it takes a sample: the same for the same seed. Prints
 * the share that a test noticed with its 95 % Wilson interval, by folder, and the mutants that none noticed; the same
 * goes to reports/mutation.json. `--all` takes all mutants, `--again` those that the last run left.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Outcome, Run, Start } from './mutant-tests.ts';
import { type Mutant, mutantsOf, root, shuffled, sourcesBelow } from './mutants.ts';
import { wilson } from './wilson.ts';

const SOURCES = [
  'src/header',
  'src/markdown',
  'src/lexicon',
  'src/outline',
  'src/years',
  'src/posting',
  'src/words',
  'src/pay',
  'src/checks',
  'src/policy',
  'src/review.ts',
];
const REPORT = join(root, 'reports/mutation.json');

type Status = 'killed' | 'timeout' | 'survived' | 'no coverage';

interface Result {
  readonly mutant: Mutant;
  readonly status: Status;
  /** The test that noticed it. */
  readonly by?: string;
}

/** A process that runs tests; one that takes too long is ended, and the next run gets a new one. */
class Tests {
  #child: ChildProcess | undefined;
  readonly #start: Start;

  constructor(start: Start) {
    this.#start = start;
  }

  async run(run: Run, limit = 600_000): Promise<Outcome | 'timeout'> {
    if (this.#child === undefined) {
      this.#child = fork(join(root, 'scripts/mutant-tests.ts'), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
      await this.#ask(this.#start, 600_000);
    }
    return (await this.#ask(run, limit)) as Outcome | 'timeout';
  }

  end(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  #ask(message: Start | Run, limit: number): Promise<unknown> {
    const child = this.#child!;
    return new Promise((resolve) => {
      const settle = (answer: unknown) => {
        clearTimeout(timer);
        child.removeAllListeners();
        resolve(answer);
      };
      const late = () => {
        this.end();
        settle('timeout');
      };
      const timer = setTimeout(late, limit);
      child.once('message', settle).once('exit', late);
      child.send(message);
    });
  }
}

/** Test files by the mutants that they come by, those likeliest to notice one first. */
async function coverage(noting: Map<string, string>): Promise<(mutant: Mutant) => string[]> {
  const tests = new Tests({ noting: [...noting] });
  const outcome = await tests.run({});
  tests.end();
  if (outcome === 'timeout') throw new Error('The tests did not end.');
  const modules = outcome.modules.map(({ test, ms, mutants }) => ({ test, ms, mutants: new Set(mutants) }));
  return ({ id, file }) => {
    const name = file.replace(/^src\/|\.ts$/g, '');
    const far = ({ test, ms }: { test: string; ms: number }) =>
      test.startsWith(`test/${name}.`) ? 0 : test.startsWith(`test/${name.split('/')[0]}`) ? ms : ms + 1000;
    return modules
      .filter(({ mutants }) => mutants.has(id))
      .sort((a, b) => far(a) - far(b))
      .map(({ test }) => test);
  };
}

/** Runs the mutants, the next one as soon as a process is free. */
async function results(mutants: readonly Mutant[], testsOf: (mutant: Mutant) => string[], jobs: number) {
  const done: Result[] = [];
  const queue = mutants.values();
  const work = async () => {
    const tests = new Tests({});
    const before = Date.now();
    const plain = await tests.run({});
    const whole = Date.now() - before;
    if (plain === 'timeout' || plain.failed) throw new Error(`Without a mutant: ${JSON.stringify(plain)}`);
    for (const mutant of queue) {
      const { file, text } = mutant;
      const near = testsOf(mutant);
      const outcome = near.length && (await tests.run({ mutant: { file, text }, tests: near }, 2 * whole + 5_000));
      if (outcome === 0) done.push({ mutant, status: 'no coverage' });
      else if (outcome === 'timeout') done.push({ mutant, status: 'timeout' });
      else if (outcome.failed) done.push({ mutant, status: 'killed', by: outcome.failed });
      else done.push({ mutant, status: 'survived' });
      process.stderr.write(`\r${done.length} of ${mutants.length}`);
      save(done);
    }
    tests.end();
  };
  await Promise.all(Array.from({ length: jobs }, work));
  process.stderr.write('\n');
  return done;
}

/** What is known so far, so that a run that was broken off is of use too. */
function save(results: readonly Result[]): void {
  mkdirSync(join(root, 'reports'), { recursive: true });
  const bare = results.map(({ mutant: { text: _, ...mutant }, ...rest }) => ({ mutant, ...rest }));
  writeFileSync(REPORT, JSON.stringify({ results: bare }, null, 1));
}

/** A share in whole percents, with its interval. */
function share(hits: number, tries: number): string {
  const found = wilson(hits, tries);
  const percent = (x: number) => (100 * x).toFixed(0);
  return found ? `${percent(found.share)} % (${percent(found.low)}–${percent(found.high)})` : '–';
}

function row(name: string, results: readonly Result[]): string {
  const count = (status: Status) => results.filter((result) => result.status === status).length;
  const [killed, timeout] = [count('killed'), count('timeout')];
  return (
    `${name.padEnd(12)} ${share(killed + timeout, results.length).padEnd(16)} ${results.length} mutants: ` +
    `${killed} killed, ${timeout} timeout, ${count('survived')} survived, ${count('no coverage')} without a test`
  );
}

function report(results: readonly Result[]): string {
  const left = results.filter(({ status }) => status === 'survived' || status === 'no coverage');
  left.sort((a, b) =>
    a.mutant.file === b.mutant.file ? a.mutant.line - b.mutant.line : a.mutant.file < b.mutant.file ? -1 : 1,
  );
  const short = (text: string) => {
    const line = text.replace(/\s+/g, ' ');
    return line.length > 160 ? `${line.slice(0, 120)} … ${line.slice(-35)}` : line;
  };
  const folders = new Map<string, Result[]>();
  for (const result of results) {
    const folder = result.mutant.file.split('/')[1]!;
    folders.set(folder, [...(folders.get(folder) ?? []), result]);
  }
  return [
    ...left.map(
      ({ mutant: { file, line, column, kind, original, replacement }, status }) =>
        `${file}:${line}:${column} ${kind}, ${status}\n  - ${short(original)}\n  + ${short(replacement)}`,
    ),
    ...[...folders].sort().map(([folder, own]) => row(folder, own)),
    row('all', results),
  ].join('\n');
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    size: { type: 'string', default: '400' },
    jobs: { type: 'string', default: '1' },
    all: { type: 'boolean', default: false },
    again: { type: 'boolean', default: false },
  },
});

const { mutants, noting } = await mutantsOf(sourcesBelow(positionals.length > 0 ? positionals : SOURCES));
let chosen = shuffled(mutants, values.seed);
if (values.again) {
  const last = existsSync(REPORT) ? (JSON.parse(readFileSync(REPORT, 'utf8')) as { results: Result[] }).results : [];
  const keyOf = ({ file, line, column, replacement }: Mutant) => [file, line, column, replacement].join('\0');
  const left = new Set(last.filter(({ by, status }) => !by && status !== 'timeout').map(({ mutant }) => keyOf(mutant)));
  chosen = chosen.filter((mutant) => left.has(keyOf(mutant)));
} else if (!values.all) chosen = chosen.slice(0, Number(values.size));
console.log(`seed ${values.seed}, ${chosen.length} of ${mutants.length} mutants`);
const found = await results(chosen, await coverage(noting), Number(values.jobs));
console.log(report(found));

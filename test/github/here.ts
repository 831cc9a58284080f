import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../../src/action/run.ts';
import { precompile } from '../../src/policy/compile.ts';
import type { CheckKind } from '../../src/types/check.ts';
import { pullEvent } from './fake/events.ts';
import { TOKEN } from './fake/state.ts';
import type { Scenario } from './scenario.ts';

type Builtin = typeof import('../../src/builtin.ts');

/** The built-in rules read and compiled once, for many runs in one process: `vi.mock('../../src/builtin.ts', rulesOnce)`. */
export async function rulesOnce(original: () => Promise<unknown>): Promise<Builtin> {
  const real = (await original()) as Builtin;
  let sources: ReturnType<Builtin['builtinSources']> | undefined;
  return {
    ...real,
    builtinSources: (kinds: Readonly<Record<string, CheckKind>>) => {
      sources ??= real
        .builtinSources(kinds)
        .then(({ sources: read, problems }) => ({ sources: precompile(read, kinds), problems }));
      return sources;
    },
  };
}

const INPUTS: Readonly<Record<string, string>> = { token: TOKEN };

/** What a run in this process left behind, as {@link runAction} tells it of a process of its own. */
export interface RanHere {
  readonly code: 0 | 1;
  readonly log: string;
  readonly summary: string;
  /** Names of what it wrote. */
  readonly writes: readonly string[];
}

/** The Action's own code in this process, without a start of Node. */
export async function ranHere({ world, github, pull }: Scenario): Promise<RanHere> {
  const from = github.seen.length;
  const silent = () => {};
  const log: string[] = [];
  const say = (message: string) => void log.push(message);
  const { name, payload, sha } = pullEvent(world, pull, 'synchronize');
  let code: 0 | 1 = 0;
  const file = join(mkdtempSync(join(tmpdir(), 'jd-review-here-')), 'summary.md');
  writeFileSync(file, '');
  await run({
    core: {
      getInput: (input) => INPUTS[input] ?? '',
      setOutput: silent,
      setFailed: (message) => {
        code = 1;
        say(message);
      },
      info: say,
      debug: silent,
      error: say,
      warning: (message) => say(`::warning::${message}`),
      notice: say,
    },
    eventName: name,
    payload,
    sha,
    repo: { owner: world.owner, repo: world.name },
    apiUrl: github.url,
    graphqlUrl: `${github.url}/graphql`,
    serverUrl: 'https://github.example',
    env: { JD_REVIEW_SECOND_MS: String(github.second), GITHUB_STEP_SUMMARY: file },
    now: () => Date.UTC(2026, 10, 22),
  });
  const summary = readFileSync(file, 'utf8');
  rmSync(dirname(file), { recursive: true });
  const writes = github.seen.slice(from).filter(({ write }) => write);
  return { code, log: log.join('\n'), summary, writes: writes.map((each) => each.name) };
}

/** A run that meets no hindrance; gives the names of what it wrote. */
export async function runHere(scenario: Scenario): Promise<readonly string[]> {
  const { log, writes } = await ranHere(scenario);
  if (/could not run|^::warning::/m.test(log)) throw new Error(log);
  return writes;
}

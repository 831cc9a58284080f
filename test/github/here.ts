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

/** The Action's own code in this process, without a start of Node; gives the names of what it wrote. */
export async function runHere({ world, github, pull }: Scenario): Promise<string[]> {
  const from = github.seen.length;
  const silent = () => {};
  const { name, payload, sha } = pullEvent(world, pull, 'synchronize');
  await run({
    core: {
      getInput: (input) => INPUTS[input] ?? '',
      setOutput: silent,
      setFailed: (message) => {
        if (!message.startsWith('jd-review: Fail')) throw new Error(message);
      },
      info: silent,
      debug: silent,
      error: silent,
      warning: (message) => {
        throw new Error(message);
      },
      notice: silent,
    },
    eventName: name,
    payload,
    sha,
    repo: { owner: world.owner, repo: world.name },
    apiUrl: github.url,
    graphqlUrl: `${github.url}/graphql`,
    serverUrl: 'https://github.example',
    env: { JD_REVIEW_SECOND_MS: '1' },
    now: () => Date.UTC(2026, 10, 22),
  });
  return github.seen
    .slice(from)
    .filter(({ write }) => write)
    .map((each) => each.name);
}

import { expect, test, vi } from 'vitest';
import type { FaultKind } from './fake/server.ts';
import type { Pull, World } from './fake/state.ts';
import { ranHere, runHere } from './here.ts';
import { inTurns, open, posting } from './scenario.ts';

// More than sixty runs: in this process. limits, partial and pending.test.ts drive the built bundle through faults.
vi.mock('../../src/builtin.ts', async (original) => (await import('./here.ts')).rulesOnce(original));

const KINDS: readonly FaultKind[] = ['500', '502', '429', 'secondary', 'graphql limit', 'dropped', 'lost', 'truncated'];
const files = {
  'jobs/a.md': posting({ intro: 'A ninja with synergy.', duties: ['Answer asap.'] }),
  'jobs/b.md': posting({ intro: 'Be dynamic.' }),
};

/** What a person sees in the end, without names that differ from run to run. */
function view(pull: Pull, world: World) {
  return {
    comments: pull.threads.map(({ path, line, comments: [own] }) => `${path}:${line} ${own?.body}`).sort(),
    summaries: pull.comments.map(({ body }) => body.replace(/runs\/\d+/, 'runs/0')),
    check: world.checks.at(-1)?.conclusion,
  };
}

async function whole(): Promise<ReturnType<typeof view>> {
  const scenario = await open(files);
  await runHere(scenario);
  const seen = view(scenario.pull, scenario.world);
  await scenario.close();
  return seen;
}

const REQUESTS = [0, 1, 2, 3, 4, 5];
const expected = whole();

test.for(KINDS)(
  'a request that ends in %s costs no finding and doubles none, whichever it is',
  { timeout: 30_000 },
  async (kind) => {
    await inTurns(REQUESTS, async (at) => {
      const scenario = await open(files);
      const right = (name: string) => kind !== 'graphql limit' || name.startsWith('graphql');
      scenario.github.faults = [{ kind, when: (name, index) => index === at && right(name) }];
      const ran = await ranHere(scenario);
      const what = `${kind} of request ${at} (${scenario.github.seen[at]?.name})`;
      expect(ran.code, what).toBe(1);
      if (ran.log.includes('could not run')) expect(ran.log, what).toContain('Run the job again');
      else expect(ran.summary, what).toContain('“ninja” says nothing');
      await runHere(scenario);
      expect(view(scenario.pull, scenario.world), what).toEqual(await expected);
      expect(scenario.github.violations, what).toEqual([]);
      await scenario.close();
    });
  },
);

const NAMES = [
  'POST pulls/create-review',
  'POST checks/create',
  'graphql mutation',
  'graphql query',
  'GET pulls/list-files',
];

test.for(['502', 'secondary', 'lost'] as const)(
  'where every request of a kind ends in %s, the run explains it and the next one mends all',
  { timeout: 30_000 },
  async (kind) => {
    await inTurns(NAMES, async (broken) => {
      const scenario = await open(files);
      scenario.github.faults = [{ kind, when: (name) => name === broken, times: 50 }];
      const ran = await ranHere(scenario);
      const what = `${kind} of every ${broken}`;
      expect(ran.code, what).toBe(1);
      const reading = broken === 'graphql query' || broken.startsWith('GET');
      if (reading) expect(ran.log, what).toContain('jd-review could not run');
      else expect(ran.summary, what).toContain('“ninja” says nothing');
      scenario.github.faults = [];
      await runHere(scenario);
      expect(view(scenario.pull, scenario.world), what).toEqual(await expected);
      await scenario.close();
    });
  },
);

test('a run after a fault finds nothing more to write', async () => {
  const scenario = await open(files);
  scenario.github.faults = [{ kind: 'lost', when: (name) => name === 'graphql mutation' }];
  await scenario.run();
  expect((await scenario.run()).writes).toEqual([]);
  await scenario.close();
});

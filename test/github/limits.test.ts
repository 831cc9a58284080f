import { expect } from 'vitest';
import { type FaultKind, LIMIT_SECONDS } from './fake/server.ts';
import { comments, posting, summaryOf } from './scenario.ts';
import { story } from './stories.ts';

const files = { 'jobs/a.md': posting({ intro: 'A ninja.', duties: ['Answer asap.'] }) };
const READS = ['GET pulls/list-files', 'graphql query'];
const WRITES = ['POST pulls/create-review', 'POST checks/create', 'graphql mutation'];

interface Row {
  readonly kind: FaultKind;
  readonly name: string;
}

const final = (['401', '403', '404', '422'] as const).flatMap((kind) => READS.map((name): Row => ({ kind, name })));
story.concurrent.for(final)('$name that is refused with $kind is sent once', async ({ kind, name }, { open }) => {
  const scenario = await open(files);
  scenario.github.faults = [{ kind, when: (asked) => asked === name, times: 50 }];
  const ran = await scenario.run();
  expect(ran.calls.filter((call) => call.name === name)).toHaveLength(1);
  expect(ran.code).toBe(1);
  expect(ran.log).toContain(`jd-review could not run: GitHub answered ${kind}`);
});

const limits = [
  ...(['429', 'secondary'] as const).flatMap((kind) => [...READS, ...WRITES].map((name): Row => ({ kind, name }))),
  { kind: 'graphql limit', name: 'graphql query' } as const,
  { kind: 'graphql limit', name: 'graphql mutation' } as const,
];
// The fake reports a request that comes again before the time it was told.
story.concurrent.for(limits)(
  '$name held up by a limit ($kind) waits as long as it is told, three times at most',
  async ({ kind, name }, { open }) => {
    const scenario = await open(files);
    scenario.github.faults = [{ kind, when: (asked) => asked === name, times: 50 }];
    const ran = await scenario.run();
    expect(ran.calls.filter((call) => call.name === name)).toHaveLength(3);
    expect(ran.log.match(new RegExp(`trying again in ${LIMIT_SECONDS} s\\.`, 'g'))).toHaveLength(2);
    expect(ran.log).toContain('not trying again.');
    expect(ran.code).toBe(1);
    // A limit is no want of a right.
    expect(ran.log + ran.summary).not.toContain('permissions:');
  },
);

story.concurrent.for(limits)(
  '$name held up once ($kind) is done in the end, and once',
  async ({ kind, name }, { open }) => {
    const scenario = await open(files);
    scenario.github.faults = [{ kind, when: (asked) => asked === name }];
    await scenario.run();
    expect(comments(scenario.pull)).toHaveLength(2);
    expect(summaryOf(scenario.pull)).toContain('2 findings = 2 line comments');
    expect(scenario.world.checks).toHaveLength(1);
    expect((await scenario.run()).writes).toEqual([]);
  },
);

story.concurrent(
  'what GitHub breaks is asked again with growing waits, and a write is looked up first',
  async ({ open }) => {
    const scenario = await open(files);
    scenario.github.faults = [
      { kind: '502', when: (name) => name === 'GET pulls/list-files', times: 2 },
      { kind: '500', when: (name) => name === 'POST checks/create' },
    ];
    const ran = await scenario.run();
    expect(ran.calls.filter(({ name }) => name === 'GET pulls/list-files')).toHaveLength(3);
    expect(scenario.world.checks).toHaveLength(1);
    expect(comments(scenario.pull)).toHaveLength(2);
  },
);

story.concurrent('a server of a company counts its limits under another address', async ({ open }) => {
  const scenario = await open(files, { addresses: { rest: '/api/v3', graphql: '/api/graphql' } });
  scenario.github.faults = [{ kind: 'graphql limit', when: (name) => name === 'graphql query' }];
  const ran = await scenario.run();
  expect(ran.log).toContain(`trying again in ${LIMIT_SECONDS} s.`);
  expect(comments(scenario.pull)).toHaveLength(2);
});

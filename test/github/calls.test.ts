import { expect } from 'vitest';
import { BASE, config, posting, type Scenario } from './scenario.ts';
import { story } from './stories.ts';

const faulty = posting({ intro: 'A ninja.', duties: ['Answer asap.', 'Be dynamic.'] });
/** A base without a team's configuration, one with it but without own rules, one with both. */
const PLAIN = { 'README.md': '# A repository\n' };
const many = Object.fromEntries(
  Array.from({ length: 100 }, (_, at) => [
    `jobs/p${at}.md`,
    posting({ intro: 'A ninja.', duties: ['Answer asap.', 'Be dynamic.'] }),
  ]),
);

const moving = (at: number) => posting({ title: `Applied ML Engineer ${at}`, intro: `A ninja of kind ${at}.` });

interface Row {
  readonly scenario: string;
  readonly changes: Readonly<Record<string, string>>;
  readonly base?: Readonly<Record<string, string>>;
  readonly before?: (scenario: Scenario) => Promise<unknown>;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly calls: number;
  readonly writes: number;
}

const again = (scenario: Scenario) => scenario.run();

// The budget of requests. What costs more than these is a fault.
const TABLE: readonly Row[] = [
  { scenario: 'no posting touched', changes: { 'docs/a.md': 'a' }, calls: 3, writes: 1 },
  {
    scenario: 'no posting touched, own rules set in the configuration',
    changes: { 'docs/a.md': 'a' },
    base: { ...BASE, '.github/jd-review.yml': `${config()}  ninja: warning\n  asap: off\n` },
    calls: 3,
    writes: 1,
  },
  { scenario: 'no posting touched, second run', changes: { 'docs/a.md': 'a' }, before: again, calls: 2, writes: 0 },
  {
    scenario: 'one posting with faults, no configuration',
    changes: { 'jobs/a.md': faulty },
    base: PLAIN,
    calls: 6,
    writes: 3,
  },
  { scenario: 'one posting with faults, own rules', changes: { 'jobs/a.md': faulty }, calls: 6, writes: 3 },
  { scenario: 'one posting without faults', changes: { 'jobs/a.md': posting() }, calls: 5, writes: 2 },
  { scenario: 'second run on the same commit', changes: { 'jobs/a.md': faulty }, before: again, calls: 3, writes: 0 },
  { scenario: '100 files with 300 findings', changes: many, calls: 6, writes: 3 },
  { scenario: '100 files with 300 findings, second run', changes: many, before: again, calls: 3, writes: 0 },
  { scenario: 'a dry run', changes: { 'jobs/a.md': faulty }, inputs: { 'dry-run': 'true' }, calls: 3, writes: 0 },
  {
    scenario: 'thirty threads fixed at once',
    changes: { 'jobs/a.md': posting({ duties: Array.from({ length: 30 }, () => 'Be the ninja.') }) },
    before: async (scenario) => {
      await scenario.run();
      scenario.push({ 'jobs/a.md': posting() });
    },
    calls: 5,
    writes: 2,
  },
  {
    scenario: 'thirty postings that moved, commented on before',
    changes: Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`jobs/p${at}.md`, moving(at)])),
    before: async (scenario) => {
      await scenario.run();
      const gone = Array.from({ length: 30 }, (_, at) => [`jobs/p${at}.md`, null] as const);
      const now = Array.from({ length: 30 }, (_, at) => [`jobs/q${at}.md`, moving(at)] as const);
      scenario.push(Object.fromEntries([...gone, ...now]));
    },
    calls: 6,
    writes: 2,
  },
  {
    scenario: 'a posting that moved, commented on before',
    changes: { 'jobs/a.md': faulty },
    before: async (scenario) => {
      await scenario.run();
      scenario.push({ 'jobs/a.md': null, 'jobs/b.md': faulty });
    },
    calls: 5,
    writes: 2,
  },
];

story.concurrent.for(TABLE)('$scenario: at most $calls requests, $writes writes', async (row, { open }) => {
  const scenario = await open(row.changes, { base: row.base ?? BASE });
  await row.before?.(scenario);
  const ran = await scenario.run(row.inputs ? { inputs: row.inputs } : {});
  expect(ran.calls.length, ran.calls.map(({ name }) => name).join(', ')).toBeLessThanOrEqual(row.calls);
  expect(ran.writes.map(({ name }) => name)).toHaveLength(row.writes);
});

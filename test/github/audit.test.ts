import { describe, expect } from 'vitest';
import { dispatchEvent, scheduleEvent } from './fake/events.ts';
import { type Ran, type RunOptions, runAction } from './fake/runner.ts';
import { commit, FULL, type Issue, type Permissions, type Source } from './fake/state.ts';
import { BASE, config, posting, type Scenario } from './scenario.ts';
import { story } from './stories.ts';

const permissions: Permissions = { ...FULL, issues: 'write' };
const bands = `bands: { applied: { senior: [200000, 260000] } }
bands-as-of: 2026-10-01
built-in-bands: false
`;
const base = { ...BASE, '.github/jd-review.yml': config(['comp-below-band', 'posting-stale'], bands) };
const low = posting({ comp: 'USD 120,000-150,000' });

/** A commit of the default branch, and the audit of it. */
async function audit(
  scenario: Scenario,
  changes: Readonly<Record<string, Source | null>>,
  options: RunOptions = {},
): Promise<Ran> {
  const head = commit(scenario.world, scenario.world.audited ?? scenario.base, changes);
  scenario.world.audited = head;
  return runAction(scenario.github, scheduleEvent(head), options);
}

const only = ({ world }: Scenario): Issue => {
  expect(world.issues).toHaveLength(1);
  return world.issues[0]!;
};

/** The list below a heading of an issue. */
function listed({ body }: { body: string }, title: string): string[] {
  const [, rest = ''] = body.split(`### ${title}`);
  return rest
    .split('\n###')[0]!
    .split('\n')
    .filter((line) => line.startsWith('- '));
}

describe('the audit of the whole tree', () => {
  story.concurrent(
    'lists in one issue what fell behind, is over, is broken, and what nobody obeys',
    async ({ open }) => {
      const dated = (valid: string) => posting().replace('level:', `valid_through: ${valid}\nlevel:`);
      const waiver = '<!-- jd-review-ignore ninja: the team is called so -->\n\n';
      const scenario = await open({}, { base, permissions });
      const ran = await audit(scenario, {
        'jobs/low.md': low,
        'jobs/over.md': dated('2020-01-31'),
        'jobs/runs.md': dated('2999-01-31'),
        'jobs/broken.md': posting({ intro: 'A ninja.' }),
        'jobs/idle.md': posting({ intro: `${waiver}A person.` }),
        ...Object.fromEntries(
          [1, 2, 3, 4, 5, 6].map((n) => [`jobs/d${n}.md`, posting({ intro: 'A dynamic person.' })]),
        ),
        'jobs/bytes.md': Buffer.from([0xff, 0xfe, 0x00, 0xd8]),
      });
      expect(ran.code, ran.log).toBe(0);
      const issue = only(scenario);
      expect(issue).toMatchObject({ title: 'Job postings: what the audit found', labels: ['jd-review-audit'] });
      expect(issue.body).toContain(
        'Of 11 job postings: 1 with pay that fell behind, 1 past their time and 1 with other errors.',
      );
      const link = (path: string, line: number) =>
        `[\`${path}\`](https://github.example/Codertocat/Hello-World/blob/${scenario.world.audited}/${path}?plain=1#L${line})`;
      const day = new Date().toISOString().slice(0, 10);
      const [behind] = listed(issue, 'Pay that fell behind');
      expect(behind).toContain(`- ${link('jobs/low.md', 5)}: <span>$</span>120,000–<span>$</span>150,000 ends below`);
      expect(behind).toContain('midpoint ratio 0.59');
      expect(behind).toMatch(new RegExp(`Listed since ${day}\\.$`));
      expect(listed(issue, 'Past their time')).toEqual([expect.stringContaining(`${link('jobs/over.md', 4)}: valid`)]);
      expect(listed(issue, 'Other errors')).toEqual([`- ${link('jobs/broken.md', 10)}: 1 error (\`ninja\`)`]);
      expect(listed(issue, 'Waivers that silence nothing')).toHaveLength(1);
      expect(listed(issue, 'Could not be read whole')).toEqual([expect.stringContaining('jobs/bytes.md')]);
      expect(listed(issue, 'Rules that nobody obeys')).toEqual(['- `dynamic`: in 6 of 11 postings']);
      expect(ran.summary).toContain('### Pay that fell behind (1)');
      expect(ran.outputs['issue-url']).toContain(`/issues/${issue.number}`);
      // The issue is the place to look: a weekly red cross on the default branch would say it again.
      expect(scenario.world.checks).toEqual([]);
    },
  );

  story.concurrent('keeps one issue over the weeks: rewritten, closed, opened again', async ({ open }) => {
    const scenario = await open({}, { base, permissions });
    await audit(scenario, { 'jobs/a.md': posting() });
    expect(scenario.world.issues).toEqual([]);
    await audit(scenario, { 'jobs/a.md': low });
    const first = { ...only(scenario) };
    only(scenario).body = first.body.replace(/\.\d{4}-\d\d-\d\d/g, '.2026-01-05');
    await audit(scenario, { 'jobs/b.md': low });
    expect(listed(only(scenario), 'Pay that fell behind').join('\n')).toMatch(/a\.md.*since 2026-01-05\.\n.*b\.md/);
    await audit(scenario, { 'jobs/a.md': posting(), 'jobs/b.md': null });
    expect(only(scenario)).toMatchObject({ state: 'closed', reason: 'completed' });
    expect(only(scenario).body).toContain('Nothing to list: on ');
    const quiet = await audit(scenario, { 'README.md': '# Other\n' });
    expect(quiet.writes).toEqual([]);
    await audit(scenario, { 'jobs/a.md': low });
    expect(only(scenario)).toMatchObject({ state: 'open', reason: 'reopened', number: first.number });
    expect(only(scenario).body).not.toContain('2026-01-05');
  });

  story.concurrent('leaves an issue alone that a person closed as not planned', async ({ open }) => {
    const scenario = await open({}, { base, permissions });
    await audit(scenario, { 'jobs/a.md': low });
    Object.assign(only(scenario), { state: 'closed', reason: 'not_planned' });
    const ran = await audit(scenario, { 'jobs/b.md': low });
    expect(ran.writes).toEqual([]);
    expect(ran.log).toContain('a person closed it as not planned');
    expect(ran.summary).toContain('### Pay that fell behind (2)');
  });

  story.concurrent('two audits at once leave one issue', async ({ open }) => {
    const scenario = await open({}, { base, permissions });
    const head = commit(scenario.world, scenario.base, { 'jobs/a.md': low });
    await Promise.all([1, 2].map(() => runAction(scenario.github, scheduleEvent(head))));
    const openOnes = () => scenario.world.issues.filter(({ state }) => state === 'open').map(({ number }) => number);
    expect(openOnes()).toHaveLength(1);
    const [kept] = openOnes();
    await audit(scenario, { 'jobs/b.md': low });
    expect(openOnes()).toEqual([kept]);
    expect(kept).toBe(Math.min(...scenario.world.issues.map(({ number }) => number)));
  });

  story.concurrent('an issue of somebody else that looks like ours is left alone', async ({ open }) => {
    const scenario = await open({}, { base, permissions });
    await audit(scenario, { 'jobs/a.md': low });
    const ours = only(scenario);
    scenario.world.issues.unshift({ ...ours, number: 1, author: 'mallory', state: 'open' });
    await audit(scenario, { 'jobs/b.md': low });
    expect(scenario.world.issues.map(({ state }) => state)).toEqual(['open', 'open']);
    expect(listed(ours, 'Pay that fell behind')).toHaveLength(2);
    expect(listed(scenario.world.issues[0]!, 'Pay that fell behind')).toHaveLength(1);
  });

  story.concurrent(
    'on workflow_dispatch it stands beside the check; of another branch there is none',
    async ({ open }) => {
      const scenario = await open({}, { base, permissions });
      const head = commit(scenario.world, scenario.base, { 'jobs/a.md': low });
      const trial = await runAction(scenario.github, dispatchEvent(head, 'trial'));
      expect(trial.code).toBe(1);
      expect(scenario.world.issues).toEqual([]);
      const ran = await runAction(scenario.github, dispatchEvent(head));
      expect(ran.code).toBe(1);
      expect(scenario.world.checks).toHaveLength(1);
      expect(listed(only(scenario), 'Pay that fell behind')).toHaveLength(1);
    },
  );

  story.concurrent(
    'says what is missing: the right, the issues themselves, or nothing in a dry run',
    async ({ open }) => {
      const bare = await open({}, { base });
      const denied = await audit(bare, { 'jobs/a.md': low });
      expect(denied.code).toBe(0);
      expect(denied.summary).toContain('Not posted: issue. The token of this run lacks `issues: write`.');
      const off = await open({}, { base, permissions });
      off.world.withoutIssues = true;
      expect((await audit(off, { 'jobs/a.md': low })).summary).toContain('has issues switched off');
      const dry = await open({}, { base, permissions });
      const ran = await audit(dry, { 'jobs/a.md': low }, { inputs: { 'dry-run': 'true' } });
      expect(ran.log).toContain('create issue Job postings: what the audit found: the first audit');
      expect(ran.writes).toEqual([]);
      const none = await audit(dry, { 'jobs/a.md': low }, { inputs: { 'audit-issue': 'false' } });
      expect(none.log).not.toContain('issue Job postings');
      expect(dry.world.issues).toEqual([]);
    },
  );

  story.concurrent('a posting cannot write into the issue', async ({ open }) => {
    const scenario = await open({}, { base, permissions });
    const name = 'jobs/@mona](https:evil) `x` <b>.md';
    await audit(scenario, { [name]: low });
    const [row] = listed(only(scenario), 'Pay that fell behind');
    expect(row).toContain('- [``jobs/@mona](https:evil) `x` <b>.md``](https://github.example/');
    expect(row).not.toContain('](https:evil) `x` <b>.md`](');
  });

  story.concurrent('figures of private bands stay out of it', async ({ open }) => {
    const quiet = { ...base, '.github/jd-review.yml': config(['comp-below-band'], `${bands}show-bands: false\n`) };
    const scenario = await open({}, { base: quiet, permissions });
    await audit(scenario, { 'jobs/a.md': low });
    expect(only(scenario).body).not.toMatch(/200|260|0\.59|230/);
  });

  story.concurrent('old bands are listed until they are looked up anew', async ({ open }) => {
    const old = {
      ...base,
      '.github/jd-review.yml': config(['comp-below-band'], bands.replace('2026-10-01', '2024-03-01')),
    };
    const scenario = await open({}, { base: old, permissions });
    await audit(scenario, { 'jobs/a.md': posting() });
    expect(listed(only(scenario), 'Old bands')).toEqual([expect.stringMatching(/^- applied senior, of 2024-03-01 \(/)]);
    await audit(scenario, base);
    expect(only(scenario).state).toBe('closed');
  });
});

import { expect } from 'vitest';
import { BASE, comments, config, OWN_RULES, posting, summaryOf } from './scenario.ts';
import { story } from './stories.ts';

const faulty = posting({ intro: 'A dynamic ninja with synergy.' });

story.concurrent('a change of policy is shown: what the new one would make of the same postings', async ({ open }) => {
  const scenario = await open({
    'jobs/a.md': faulty,
    '.github/jd-review.yml': config(['comp-below-band']).replace(
      'rules:\n',
      'rules:\n  ninja: off\n  dynamic: error\n',
    ),
  });
  const ran = await scenario.run();
  expect(ran.code).toBe(1);
  const body = summaryOf(scenario.pull);
  expect(body).toContain('**This change edits the policy** (`.github/jd-review.yml`)');
  expect(body).toContain('Under the new policy the verdict would stay **fail**: 1 error and 1 notice.');
  expect(body).toContain('- `ninja` (error): −1');
  expect(body).toContain('- `dynamic` (error): +1');
  expect(body).toContain('- `dynamic` (warning): −1');
  expect(ran.calls).toHaveLength(6);
});

story.concurrent('an own rule that the change edits is compared as well', async ({ open }) => {
  const scenario = await open({
    'jobs/a.md': faulty,
    '.github/rules/words/ninja.yml': OWN_RULES['.github/rules/words/ninja.yml']!.replace(
      'severity: error',
      'severity: notice',
    ),
  });
  const ran = await scenario.run();
  expect(ran.code).toBe(1);
  expect(summaryOf(scenario.pull)).toContain('Under the new policy the verdict would be **pass**');
});

story.concurrent('a new policy with faults fails on its line, though no posting is touched', async ({ open }) => {
  const scenario = await open({ '.github/jd-review.yml': 'fail-on: error\nfail-no: error\n' });
  const ran = await scenario.run();
  expect(ran.code).toBe(1);
  expect(scenario.world.checks[0]).toMatchObject({
    conclusion: 'failure',
    annotations: [{ path: '.github/jd-review.yml', start_line: 2, annotation_level: 'failure' }],
  });
  expect(scenario.pull.comments).toEqual([]);
  expect(ran.summary).toContain('- `.github/jd-review.yml` line 2:');
});

const NINJA = '.github/rules/words/ninja.yml';
const broken = OWN_RULES[NINJA]!.replace('4:3 “ninja” says nothing', '4:9 “ninja” says nothing');

story.concurrent('an example of a proposed rule that does not hold fails on its line', async ({ open }) => {
  const scenario = await open({ [NINJA]: broken });
  const ran = await scenario.run();
  expect(ran.code).toBe(1);
  expect(scenario.world.checks[0]).toMatchObject({
    conclusion: 'failure',
    annotations: [
      {
        path: NINJA,
        start_line: 13,
        annotation_level: 'failure',
        message: expect.stringContaining('The example “one” does not hold: expected 4:9 “ninja”'),
      },
    ],
  });
  expect(ran.summary).toContain(`- \`${NINJA}\` line 13: The example “one” does not hold`);
});

story.concurrent('a new rule with examples that hold passes', async ({ open }) => {
  const scenario = await open({
    '.github/rules/words/rockstar.yml': OWN_RULES[NINJA]!.replaceAll('ninja', 'rockstar'),
  });
  expect((await scenario.run()).code).toBe(0);
});

story.concurrent('examples of the rules in force are not run where the change leaves them alone', async ({ open }) => {
  const scenario = await open(
    { 'jobs/a.md': posting(), '.github/jd-review.yml': `${config()}employees: 20\n` },
    { base: { ...BASE, [NINJA]: broken } },
  );
  const ran = await scenario.run();
  expect(ran.code).toBe(0);
  expect(ran.summary).not.toContain('The example');
});

story.concurrent('a fault in the policy in force does not keep its own repair out', async ({ open }) => {
  const broken = { ...BASE, '.github/jd-review.yml': `${config()}fail-no: error\n` };
  const scenario = await open({ '.github/jd-review.yml': config(), 'jobs/a.md': posting() }, { base: broken });
  const ran = await scenario.run();
  expect(ran.code).toBe(0);
  expect(summaryOf(scenario.pull)).toContain('The policy in force has a fault, the rest of it holds');
});

story.concurrent('waivers stand in the summary with their reasons', async ({ open }) => {
  const waived = posting({ intro: '<!-- jd-review allow ninja: our product is called so -->\nA ninja.' });
  const scenario = await open({ 'jobs/a.md': waived });
  const ran = await scenario.run();
  expect(ran.code).toBe(0);
  expect(ran.outputs.waived).toBe('1');
  expect(comments(scenario.pull)).toEqual([]);
  expect(summaryOf(scenario.pull)).toContain(
    '**Waived by the author**\n\n- `jobs/a.md` line 11, `ninja`: our product is called so',
  );
});

story.concurrent('another path of the configuration', async ({ open }) => {
  const base = { ...OWN_RULES, 'hiring/policy.yml': config() };
  const scenario = await open({ 'jobs/a.md': faulty }, { base });
  const ran = await scenario.run({ inputs: { config: './hiring/policy.yml' } });
  expect(ran.outputs).toMatchObject({ errors: '1', warnings: '1', notices: '1' });
});

story.concurrent('globs of the configuration say what a posting is', async ({ open }) => {
  const base = { ...BASE, '.github/jd-review.yml': config([], 'postings: ["people/open/*.md"]\n') };
  const scenario = await open({ 'jobs/a.md': faulty, 'people/open/b.md': faulty }, { base });
  const ran = await scenario.run();
  expect(ran.outputs.postings).toBe('1');
  expect(comments(scenario.pull).every((each) => each.startsWith('people/open/b.md'))).toBe(true);
});

import { describe, expect } from 'vitest';
import { mergeGroupEvent, pushEvent } from './fake/events.ts';
import { runAction } from './fake/runner.ts';
import { commit } from './fake/state.ts';
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

describe('bands in a CSV file', () => {
  const csv = (min: number, max: number) => `lane,level,min,max,as-of\napplied,senior,${min},${max},2026-03-01\n`;
  const named = config(['comp-below-band'], 'bands: pay/bands.csv\n');
  const base = { ...BASE, '.github/jd-review.yml': named, 'pay/bands.csv': csv(300_000, 380_000) };

  story.concurrent('judge as they are at the base', async ({ open }) => {
    const scenario = await open({ 'jobs/a.md': posting() }, { base });
    const ran = await scenario.run();
    expect(ran.code).toBe(1);
    expect(ran.outputs.verdict).toBe('fail');
    expect(ran.summary).toContain('300,000');
  });

  story.concurrent('cost no request beside those of a folder of rules', async ({ open }) => {
    const inside = { ...base, 'pay/bands.csv': csv(200_000, 260_000) };
    const ran = await (await open({ 'jobs/a.md': posting() }, { base: inside })).run();
    const without = await (await open({ 'jobs/a.md': posting() })).run();
    expect([ran.code, ran.calls.length]).toEqual([without.code, without.calls.length]);
  });

  story.concurrent('cannot be lowered by the change that they judge, and the new ones are shown', async ({ open }) => {
    const scenario = await open({ 'jobs/a.md': posting(), 'pay/bands.csv': csv(200_000, 260_000) }, { base });
    expect((await scenario.run()).code).toBe(1);
    const body = summaryOf(scenario.pull);
    expect(body).toContain('**This change edits the policy** (`pay/bands.csv`)');
    expect(body).toContain('Under the new policy the verdict would be **pass**');
  });

  story.concurrent('are read where only the change names them', async ({ open }) => {
    const files = { '.github/jd-review.yml': named, 'pay/bands.csv': csv(300_000, 380_000), 'jobs/a.md': posting() };
    const scenario = await open(files);
    expect((await scenario.run()).code).toBe(0);
    expect(summaryOf(scenario.pull)).toContain('Under the new policy the verdict would be **fail**');
  });

  story.concurrent('fail the change that spoils them, at their row', async ({ open }) => {
    const scenario = await open({ 'pay/bands.csv': csv(300_000, 180_000) }, { base });
    expect((await scenario.run()).code).toBe(1);
    expect(scenario.world.checks[0]).toMatchObject({
      conclusion: 'failure',
      annotations: [{ path: 'pay/bands.csv', start_line: 2, annotation_level: 'failure' }],
    });
  });

  story.concurrent('that are not there fail every check', async ({ open }) => {
    const { 'pay/bands.csv': _, ...without } = base;
    const scenario = await open({ 'jobs/a.md': posting() }, { base: without });
    expect((await scenario.run()).code).toBe(1);
    expect(summaryOf(scenario.pull)).toContain('bands names pay/bands.csv, and this commit has no such file');
  });
});

describe('a policy in force that cannot be read whole', () => {
  const broken: readonly { what: string; text: string; line: number }[] = [
    { what: 'an unknown key', text: `${config()}fail-no: error\n`, line: config().split('\n').length },
    { what: 'a syntax error', text: 'fail-on: error\nrules: {phd-required: off\n', line: 3 },
    { what: 'a list', text: '- fail-on\n', line: 1 },
    { what: 'an unknown key below fail-on: never', text: 'fail-on: never\nfail-no: error\n', line: 2 },
  ];
  const withPolicy = (text: string) => ({ ...BASE, '.github/jd-review.yml': text });

  story.concurrent.for(broken)('$what fails a good posting, at its file and line', async ({ text, line }, { open }) => {
    const scenario = await open({ 'jobs/a.md': posting() }, { base: withPolicy(text) });
    const ran = await scenario.run();
    expect(ran.code).toBe(1);
    expect(ran.outputs.verdict).toBe('fail');
    expect(scenario.world.checks[0]).toMatchObject({
      conclusion: 'failure',
      annotations: [{ path: '.github/jd-review.yml', start_line: line, annotation_level: 'failure' }],
    });
    expect(summaryOf(scenario.pull)).toContain('cannot be read whole, so this check fails whatever the postings say');
  });

  story.concurrent.for(broken)('$what fails a change that touches no posting', async ({ text }, { open }) => {
    const scenario = await open({ 'docs/a.md': 'x' }, { base: withPolicy(text) });
    const ran = await scenario.run();
    expect(ran.code).toBe(1);
    expect(ran.summary).toContain('- `.github/jd-review.yml` line ');
  });

  story.concurrent.for(broken)('$what is mended by a change that is judged by its own', async ({ text }, { open }) => {
    const scenario = await open(
      { '.github/jd-review.yml': config(), 'jobs/a.md': posting() },
      { base: withPolicy(text) },
    );
    const ran = await scenario.run();
    expect(ran.code).toBe(0);
    expect(summaryOf(scenario.pull)).toContain('this change mends it: it was **judged by its own policy**');
    scenario.push({ 'jobs/a.md': faulty });
    expect((await scenario.run()).code).toBe(1);
  });

  story.concurrent('is not mended by a change that leaves a fault, or takes the policy away', async ({ open }) => {
    const base = withPolicy(`${config()}fail-no: error\nfail-scop: line\n`);
    const half = await open(
      { '.github/jd-review.yml': `${config()}fail-no: error\n`, 'jobs/a.md': posting() },
      { base },
    );
    expect((await half.run()).code).toBe(1);
    const gone = await open({ '.github/jd-review.yml': null, 'jobs/a.md': posting() }, { base });
    expect((await gone.run()).code).toBe(1);
  });

  story.concurrent('fails a merge group and a push as well', async ({ open }) => {
    const scenario = await open({ 'jobs/a.md': posting() }, { base: withPolicy('fail-no: error\n') });
    const { world, github, base } = scenario;
    const head = commit(world, base, { 'jobs/b.md': posting() });
    expect((await runAction(github, mergeGroupEvent(base, head))).code).toBe(1);
    expect((await runAction(github, pushEvent(base, head))).code).toBe(1);
  });

  story.concurrent('a rule of the team that is broken fails what it would have judged', async ({ open }) => {
    const base = { ...BASE, '.github/rules/words/ninja.yml': 'title: The word ninja\n' };
    const scenario = await open({ 'jobs/a.md': posting() }, { base });
    const ran = await scenario.run();
    expect(ran.code).toBe(1);
    expect(scenario.world.checks[0]?.annotations[0]?.path).toBe('.github/rules/words/ninja.yml');
  });

  const secret = ['168700', '168,700', '168.7', '179300', '179,300', '179.3'];
  const own = 'bands-source: Survey\nbands:\n  applied: { senior: [179300, 168700] }\n';
  const private_: readonly { what: string; text: string }[] = [
    { what: 'a band upside down', text: `show-bands: false\n${own}` },
    {
      what: 'a fault elsewhere',
      text: `show-bands: false\nfail-no: x\n${own.replace('179300, 168700', '168700, 179300')}`,
    },
    {
      what: 'a fault in the very setting',
      text: `show-bands: flase\n${own.replace('179300, 168700', '168700, 179300')}`,
    },
    { what: 'the setting misspelt', text: `show-band: false\n${own.replace('179300, 168700', '168700, 179300')}` },
    { what: 'a key twice', text: `show-bands: false\n${own}bands:\n  applied: { senior: [168700, 179300] }\n` },
    { what: 'a broken line', text: `show-bands: false\n${own.replace('179300, 168700] }', '168700, 179300]')}` },
    {
      what: 'a figure that is no number',
      text: `show-bands: false\n${own.replace('179300, 168700', '168700, 179300k')}`,
    },
  ];
  story.concurrent.for(private_)('$what: no figure of a private band is published', async ({ text }, { open }) => {
    const edited: Record<string, string> = { '.github/jd-review.yml': `${text}#\n` };
    for (const more of [{}, edited]) {
      const changes: Record<string, string> = { 'jobs/a.md': posting(), ...more };
      const scenario = await open(changes, { base: withPolicy(text) });
      const ran = await scenario.run();
      expect(ran.code).toBe(1);
      const all = JSON.stringify([ran.log, ran.summary, ran.outputs, scenario.world.checks, scenario.pull.comments]);
      for (const figure of secret) expect(all).not.toContain(figure);
    }
  });
});

describe('a configuration that the workflow names and the base does not have', () => {
  const inputs = { config: 'policies/none.yml' };
  story.concurrent('is an error that names the path and the commit', async ({ open }) => {
    const scenario = await open({ 'jobs/a.md': posting() });
    const ran = await scenario.run({ inputs });
    expect(ran.code).toBe(1);
    expect(scenario.world.checks[0]?.annotations).toMatchObject([
      { path: 'policies/none.yml', message: expect.stringContaining(`commit ${scenario.base.slice(0, 7)}`) },
    ]);
    expect(ran.summary).toContain('- `policies/none.yml`: The workflow names this configuration (input config)');
    expect((await open({ 'docs/a.md': 'x' }).then((other) => other.run({ inputs }))).code).toBe(1);
  });

  story.concurrent('does not keep out the change that brings it', async ({ open }) => {
    const scenario = await open({ 'jobs/a.md': posting(), 'policies/none.yml': 'fail-on: error\n' });
    expect((await scenario.run({ inputs })).code).toBe(0);
  });
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

story.concurrent('waivers stand in the summary with their reasons', async ({ open }) => {
  const waived = posting({ intro: '<!-- jd-review allow ninja: our product is called so -->\nA ninja.' });
  const scenario = await open({ 'jobs/a.md': waived });
  const ran = await scenario.run();
  expect(ran.code).toBe(0);
  expect(ran.outputs.waived).toBe('1');
  expect(comments(scenario.pull)).toEqual([]);
  expect(summaryOf(scenario.pull)).toMatch(
    /\*\*Waived by the author\*\*\n\n- `jobs\/a\.md` \[line 11\]\(\S+\?plain=1#L11\), `ninja`: our product is called so/,
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

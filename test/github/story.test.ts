import { expect } from 'vitest';
import { comment, commit, pushPull } from './fake/state.ts';
import { applySuggestion, comments, posting, summaryOf, thread } from './scenario.ts';
import { story } from './stories.ts';

const first = (body: string) => body.split('\n')[0];

story.concurrent(
  'the story of a pull request, from its first faults to its revert',
  async ({ open }) => {
    // Opened with two faulty postings: comments, summary, failing check.
    const scenario = await open({
      'jobs/search.md': posting({ intro: 'A dynamic ninja with synergy.', duties: ['Answer asap.'] }),
      'jobs/ads.md': posting({ duties: ['Be the ninja.'], comp: 'USD 150,000-170,000' }),
    });
    const { pull, world } = scenario;
    let ran = await scenario.run();
    expect(ran.code).toBe(1);
    expect(comments(pull)).toEqual([
      'jobs/ads.md:15 **Error:** “ninja” says nothing',
      expect.stringMatching(/^jobs\/ads\.md:5 \*\*Error:\*\* .*below the market band/),
      'jobs/search.md:10 **Error:** “ninja” says nothing',
      'jobs/search.md:10 **Warning:** “dynamic” says nothing',
      'jobs/search.md:15 **Warning:** “asap” says nothing',
    ]);
    expect(first(summaryOf(pull))).toBe('### ❌ Fail: 3 errors, 2 warnings and 1 notice in 2 job postings');
    expect(summaryOf(pull)).toContain('6 findings = 5 line comments + 0 annotations + 1 in this summary');
    expect(world.checks.map(({ sha, conclusion }) => [sha, conclusion])).toEqual([[pull.head, 'failure']]);

    // Again on the same commit: nothing is written.
    ran = await scenario.run();
    expect(ran.code).toBe(1);
    expect(ran.writes).toEqual([]);
    expect(ran.calls.length).toBeLessThanOrEqual(3);

    // The author takes a suggestion: that thread is closed, the others stay as they are, the summary tells.
    const before = comments(pull);
    applySuggestion(scenario, thread(pull, '“asap”'));
    ran = await scenario.run();
    expect(thread(pull, '“asap”').comments[0]?.body).toContain('~~**Warning:** “asap” says nothing~~\n\nFixed in ');
    expect(comments(pull).filter((each) => !each.includes('asap'))).toEqual(
      before.filter((each) => !each.includes('asap')),
    );
    expect(summaryOf(pull)).toMatch(/Since [0-9a-f]{7}: 1 fixed, 0 new\./);

    // People answer one comment and resolve another: both are left alone from now on.
    const answered = thread(pull, '“dynamic”');
    answered.comments.push(comment(world, 'mona', 'We do mean dynamic.', 'PRRC'));
    const resolved = thread(pull, 'below the market band');
    resolved.resolvedBy = 'mona';
    const texts = [answered, resolved].map(({ comments: [own] }) => own?.body);
    scenario.push({ 'jobs/search.md': `${scenario.text('jobs/search.md')}\nWe answer every letter.\n` });
    ran = await scenario.run();
    expect(ran.log).toContain('a person answered it: left alone');
    expect(ran.log).toContain('a person resolved it: left alone');
    expect(summaryOf(pull)).toContain('(2 answered or resolved by people)');

    // Rebased and force-pushed: nothing is said twice.
    const rebased = commit(world, commit(world, scenario.base, { 'README.md': '# Renamed\n' }), {
      'jobs/search.md': scenario.text('jobs/search.md'),
      'jobs/ads.md': scenario.text('jobs/ads.md'),
    });
    const count = pull.threads.length;
    pushPull(world, pull, rebased);
    ran = await scenario.run();
    expect(pull.threads.length).toBe(count);
    expect(summaryOf(pull)).toMatch(/Since [0-9a-f]{7}: no change in the findings\./);
    expect([answered, resolved].map(({ comments: [own] }) => own?.body)).toEqual(texts);

    // All fixed: the summary says so, the check is green, what people touched is as they left it.
    scenario.push({ 'jobs/search.md': posting(), 'jobs/ads.md': posting() });
    ran = await scenario.run();
    expect(ran.code).toBe(0);
    expect(first(summaryOf(pull))).toBe('### ✅ Pass: no findings in 2 job postings');
    expect(world.checks.at(-1)).toMatchObject({ conclusion: 'success', sha: pull.head });
    expect([answered, resolved].map(({ comments: [own] }) => own?.body)).toEqual(texts);
    const unstruck = pull.threads.filter(({ comments: [own] }) => !own?.body.startsWith('~~'));
    expect(new Set(unstruck)).toEqual(new Set([answered, resolved]));

    // Reverted: own traces go, the talk of people stays.
    scenario.push({ 'jobs/search.md': null, 'jobs/ads.md': null });
    ran = await scenario.run();
    expect(ran.code).toBe(0);
    expect(pull.comments).toEqual([]);
    expect(new Set(pull.threads)).toEqual(new Set([answered, resolved]));
    expect(pull.reviews.every(({ minimized }) => minimized === 'OUTDATED')).toBe(true);
    expect(world.checks.at(-1)?.output.title).toBe('No job posting changed.');
    ran = await scenario.run();
    expect(ran.writes).toEqual([]);
  },
  30_000,
);

story.concurrent('a token that may resolve threads resolves those that are fixed', async ({ open }) => {
  const scenario = await open(
    { 'jobs/a.md': posting({ intro: 'A ninja.', duties: ['Answer asap.'] }) },
    { permissions: { contents: 'write', pull_requests: 'write', issues: 'none', checks: 'write' } },
  );
  await scenario.run();
  scenario.push({ 'jobs/a.md': posting({ intro: 'A ninja.' }) });
  await scenario.run();
  expect(thread(scenario.pull, '“asap”').resolvedBy).toBe('github-actions[bot]');
  expect(thread(scenario.pull, '“ninja”').resolvedBy).toBeUndefined();

  // What comes back is opened again in its own thread.
  scenario.push({ 'jobs/a.md': posting({ intro: 'A ninja.', duties: ['Answer asap.'] }) });
  await scenario.run();
  expect(thread(scenario.pull, '“asap”').resolvedBy).toBeUndefined();
  expect(thread(scenario.pull, '“asap”').comments[0]?.body).toMatch(/^\*\*Warning:\*\* “asap”/);
});

story.concurrent(
  'each suggestion, applied as the button of GitHub does, takes its finding away and brings no other',
  async ({ open }) => {
    const scenario = await open({
      'jobs/a.md': posting({ intro: 'A ninja.', duties: ['Answer asap.', 'Help a ninja now.', 'Write asap.'] }),
    });
    const findings = async () => {
      const ran = await scenario.run({ inputs: { 'report-file': 'report.json', 'dry-run': 'true' } });
      const report = JSON.parse(ran.files('report.json'));
      return report.postings[0].findings.map((each: { rule: string }) => each.rule).sort() as string[];
    };
    await scenario.run();
    // From the end of the file to its start, as a person going through a batch may.
    const suggested = [...scenario.pull.threads].filter(({ comments: [own] }) => own?.body.includes('```suggestion'));
    expect(suggested).toHaveLength(4);
    let left = await findings();
    for (const each of suggested) {
      applySuggestion(scenario, each);
      const rule = /`(\w+)` · not so/.exec(each.comments[0]?.body ?? '')?.[1] ?? '';
      left.splice(left.indexOf(rule), 1);
      const now = await findings();
      expect(now).toEqual(left);
      left = now;
    }
    expect(left).toEqual([]);
  },
  20_000,
);

story.concurrent('suggestions of a CRLF posting fit it', async ({ open }) => {
  const scenario = await open({ 'jobs/a.md': posting({ intro: 'A ninja.' }).replaceAll('\n', '\r\n') });
  await scenario.run();
  expect(thread(scenario.pull, '“ninja”').comments[0]?.body).toContain('```suggestion\nA engineer.\n```');
});

story.concurrent(
  'of suggestions for one line only the gravest can be clicked, the others are told',
  async ({ open }) => {
    const scenario = await open({ 'jobs/a.md': posting({ duties: ['A ninja answers asap.'] }) });
    await scenario.run();
    expect(thread(scenario.pull, '“ninja”').comments[0]?.body).toContain(
      '```suggestion\n- A engineer answers asap.\n```',
    );
    expect(thread(scenario.pull, '“asap”').comments[0]?.body).toContain('Remove line 15.');
    expect(thread(scenario.pull, '“asap”').comments[0]?.body).not.toContain('```suggestion');
  },
);

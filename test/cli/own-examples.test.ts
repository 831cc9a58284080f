import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, run } from '../support/run.ts';

const CONFIG = 'rules-folder: .github/rules\n';
const POSTING = `---
lane: applied
level: mid
comp: 150000-180000
---
# Machine Learning Engineer

## Requirements

- Python
`;

/** A rule of a team with these examples. */
const rule = (examples: string) => `title: Travel is asked for without a share
why: Readers with families skip it.
fix: Say how many days a month.
source: practice
severity: warning
check: { kind: phrase, any: [travel required], in: [duties, required] }
message: "“{found}” names no share"
${examples}`;

/** One example, flagged or clean, of a posting that asks for one thing. */
const example = (name: string, words: string, says?: string) => `    - name: ${name}
      posting: |
        ---
        lane: applied
        level: mid
        ---
        # ML Engineer

        ## Requirements

        - ${words}
${says === undefined ? '' : `      says: ['${says}']\n`}`;

const HOLDS = example('a bare demand', 'Travel required', '9:3 “Travel required” names no share');
const CLEAN = example('a share', 'Two days a month on trains');
const examples = (flagged: string, clean: string) => `examples:\n  flagged:\n${flagged}  clean:\n${clean}`;

function team(examplesText: string, more: Record<string, string> = {}): string {
  return folderOf({
    '.github/jd-review.yml': CONFIG,
    '.github/rules/hr/travel.yml': rule(examplesText),
    'jobs/a.md': POSTING,
    ...more,
  });
}

const check = (cwd: string) => run(['check', 'jobs', '--rule', 'travel'], { cwd });
const WHERE = 'jd-review: .github/rules/hr/travel.yml';
const MEND = 'Mend the rule, or write the example as it is meant.';

describe('an example of an own rule that does not hold ends the run at its file and line', () => {
  test.each([
    [
      'a flagged posting that the rule misses',
      examples(HOLDS + example('trips', 'Trips to Oslo', '9:3 “Trips” names no share'), CLEAN),
      `${WHERE}:22:13: The example “trips” does not hold: expected 9:3 “Trips” names no share; came nothing. ${MEND}\n`,
    ],
    [
      'a clean posting that the rule finds',
      examples(HOLDS, CLEAN + example('auditors', 'Budget for travel required by auditors')),
      `${WHERE}:34:13: The example “auditors” does not hold: expected nothing; came 9:14 “travel required” names no share. ${MEND}\n`,
    ],
    [
      'a finding at another place',
      examples(example('elsewhere', 'Travel required', '9:7 “Travel required” names no share'), CLEAN),
      `${WHERE}:10:13: The example “elsewhere” does not hold: expected 9:7 “Travel required” names no share; came 9:3 “Travel required” names no share. ${MEND}\n`,
    ],
    [
      'a finding that says something else',
      examples(example('other words', 'Travel required', '9:3 “Travel required” needs a share'), CLEAN),
      `${WHERE}:10:13: The example “other words” does not hold: expected 9:3 “Travel required” needs a share; came 9:3 “Travel required” names no share. ${MEND}\n`,
    ],
    [
      'a name with characters that turn text around',
      examples(example('"a\\u202eb\\u001b[31m"', 'Python', '9:3 x'), CLEAN),
      `${WHERE}:10:13: The example “ab [31m” does not hold: expected 9:3 x; came nothing. ${MEND}\n`,
    ],
  ])('%s', async (_, text, err) => {
    expect(await check(team(text))).toEqual({ code: 2, out: '', err });
  });

  test('all of them at once, whether the rule is on or off', async () => {
    const cwd = team(examples(example('one', 'Python', '9:3 x') + example('two', 'SQL', '9:3 x'), CLEAN));
    writeFileSync(join(cwd, '.github/jd-review.yml'), `${CONFIG}rules: { travel: off }\n`);
    const { code, err } = await run(['check', 'jobs'], { cwd });
    expect(code).toBe(2);
    expect(err.match(/The example “(one|two)”/g)).toHaveLength(2);
  });
});

test('a rules folder of words alone is not said to hold its examples', async () => {
  const cwd = folderOf({
    '.github/jd-review.yml': CONFIG,
    '.github/rules/sections.yml': 'sections:\n  - { kind: required, headings: [was du mitbringst] }\n',
  });
  expect(await run(['rules', '--test'], { cwd })).toMatchObject({
    code: 0,
    out: 'Your rules folder holds no rule with examples, so nothing was tested; the rest of it reads well.\n',
  });
});

describe('examples hold', () => {
  test('and nothing is said', async () => {
    const { code, err } = await check(team(examples(HOLDS, CLEAN)));
    expect([code, err]).toEqual([0, '']);
  });

  test('where a rule has none', async () => {
    const { code, err } = await check(team(''));
    expect([code, err]).toEqual([0, '']);
  });

  test('for the rule as its file has it, whatever the team has set since', async () => {
    const cwd = team(examples(HOLDS, CLEAN));
    writeFileSync(
      join(cwd, '.github/jd-review.yml'),
      `${CONFIG}rules: { travel: { severity: error, any: [weekly flights] } }\n`,
    );
    expect((await check(cwd)).err).toBe('');
  });

  test('with the keys, words and bands that the team has taught', async () => {
    const own = `title: Pay of a kiln
why: x
fix: x
source: own
severity: notice
check: { kind: band, test: below }
message: "{comp} lies below {market}"
examples:
  flagged:
    - name: own key and own band
      posting: "---\\nlane: applied\\nlevel: mid\\nkiln_pay: USD 100,000-120,000\\n---\\nText.\\n"
      says: ['4:11 $100,000–$120,000 lies below the market band $310,000–$340,000']
    - name: a configuration of its own
      posting: "---\\nlane: applied\\nlevel: mid\\ncomp: USD 100,000-120,000\\n---\\nText.\\n"
      config: { bands: { applied: { mid: [410000, 440000] } } }
      says: ['4:7 $100,000–$120,000 lies below the market band $410,000–$440,000']
  clean:
    - name: none
      posting: "---\\nlane: applied\\nlevel: mid\\n---\\nText.\\n"
`;
    const cwd = team('', { '.github/rules/hr/kiln.yml': own });
    const bands = 'fields: { comp: [kiln_pay] }\nbands: { applied: { mid: [310000, 340000] } }\n';
    writeFileSync(join(cwd, '.github/jd-review.yml'), CONFIG + bands);
    expect((await check(cwd)).err).toBe('');
    // Private bands stay private where an example does not hold.
    writeFileSync(join(cwd, '.github/jd-review.yml'), `${CONFIG}${bands}show-bands: false\n`);
    writeFileSync(join(cwd, '.github/rules/hr/kiln.yml'), own.replaceAll(/says: \[.*\]/g, "says: ['4:1 x']"));
    const { err } = await check(cwd);
    expect(err).toContain('came 4:11 $100,000–$120,000 lies below the market band. Mend');
    expect(err).not.toMatch(/310|340|410|440/);
  });

  test('a fault in an example’s own configuration is told as one of the example', async () => {
    const config = "      config: { fail-no: x }\n      says: ['9:3 x']\n";
    const cwd = team(examples(example('odd', 'Python', 'S').replace("      says: ['S']\n", config), CLEAN));
    const { code, err } = await check(cwd);
    expect(code).toBe(2);
    expect(err).toContain('The example “odd” does not hold: its “config” has a fault: There is no setting “fail-no”');
  });
});

describe('rules --test runs the examples alone', () => {
  const testRules = (cwd: string) => run(['rules', '--test'], { cwd });

  test('and says how many hold', async () => {
    expect(await testRules(team(examples(HOLDS, CLEAN)))).toEqual({ code: 0, out: 'All 2 examples hold.\n', err: '' });
  });

  test('and which do not', async () => {
    const { code, out, err } = await testRules(team(examples(HOLDS + example('one', 'Python', '9:3 x'), CLEAN)));
    expect([code, out]).toEqual([2, '']);
    expect(err.split('\n').slice(1)).toEqual(['2 of 3 examples hold', '']);
  });

  test('and names rules that have none', async () => {
    const cwd = team(examples(HOLDS, CLEAN), { '.github/rules/bare.yml': rule('') });
    expect(await testRules(cwd)).toEqual({
      code: 0,
      out: 'All 2 examples hold.\n',
      err: 'jd-review: no examples in bare\n',
    });
  });

  test('of which there are none without own rules', async () => {
    const { code, out } = await testRules(folderOf({}));
    expect([code, out]).toEqual([0, expect.stringMatching(/^There are no rules of your own to test/)]);
  });

  test('and refuses files with faults like any other run', async () => {
    const { code, err } = await testRules(team('exampels: x\n'));
    expect([code, err]).toEqual([2, expect.stringContaining('There is no key “exampels”')]);
  });

  test.each([['check'], ['explain', 'phd-required']])('%s does not take --test', async (...argv) => {
    expect(await run([...argv, '--test'])).toMatchObject({ code: 2, err: expect.stringContaining('rules --test') });
  });
});

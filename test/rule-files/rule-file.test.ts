import { describe, expect, test } from 'vitest';
import { kinds } from '../../src/checks/index.ts';
import { readSources } from '../../src/rule-files/sources.ts';

const LANES = {
  path: 'rules/lanes.yml',
  text: `lanes:
  tidal: { title: Tidal, weeks-to-fill: [5, 8] }
levels:
  mate: { title: Mate, years: { min: 3, max: 6 } }
`,
};

const RULE = `title: A rule
why: It turns people away.
fix: Leave it out.
source: own
severity: error
lanes: all
levels: all
check:
  - { kind: phrase, any: [phd], message: "{found}" }
  - { kind: phrase, any: [msc] }
message: "“{found}” stands"
examples:
  flagged:
    - { name: one, posting: PhD, says: ["1:1 x"] }
    - { name: two, posting: PhD, says: ["1:1 x"] }
  clean:
    - { name: one, posting: x }
    - { name: two, posting: x }
`;

const read = (text: string, path = 'rules/own/a-rule.yml') => readSources([LANES, { path, text }], kinds);
const problems = (sound: string, faulty: string, path?: string) => {
  expect(RULE).toContain(sound);
  return read(RULE.replace(sound, faulty), path).problems.map(
    ({ place, message, severity }) => `${severity} ${place?.line}:${place?.column} ${message}`,
  );
};

describe('a fault of a rule is told at its place', () => {
  test.each([
    ['title: A rule\n', 'title: A rule\n', []],
    ['lanes: all', 'lanes: [tidel]', ['error 6:9 There is no lane “tidel”: write “tidal”.']],
    [
      'any: [msc] }',
      'any: [msc], unless-in: [duties], unless-share: 0.2 }',
      [
        'error 10:33 The option “unless-in” has another name now: write “in” beside “says” in “unless-posting”.',
        'error 10:54 The option “unless-share” has another name now: write “yields-to” of the rule.',
      ],
    ],
    [
      'any: [msc] }',
      'any: [msc], only-where: { says: ["{x}"], in: [dutys] } }',
      ['error 10:67 Entry 1 of “in” is “dutys”: write “duties”.'],
    ],
    [
      'any: [msc] }',
      'any: [msc], only-where: [{ says: [tide], when: x }] }',
      ['error 10:62 There is no key “when” here: write one of in, whose, except, negated, unless-posting.'],
    ],
    [
      'any: [msc] }',
      'any: [msc], only-where: [{ says: [tide] }, { says: [x], except: ["{x}"] }] }',
      ['error 10:87 Phrase: there is no vocabulary {x}: remove it.'],
    ],
    ['levels: all', 'levels: [mate, mat]', ['error 7:16 There is no level “mat”: write “mate”.']],
    ['any: [msc] }', 'any: [msc], lanes: [tida] }', ['error 10:41 There is no lane “tida”: write “tidal”.']],
    [
      'any: [msc]',
      'any: ["a, b"]',
      ['error 10:29 Phrase: a phrase does not cross “,”: write “…” there, or two phrases.'],
    ],
    [
      '“{found}” stands',
      '“{fund}” stands',
      ['error 11:10 {fund} has no value in a check of kind phrase: write {found}.'],
    ],
    [
      'message: "{found}" }',
      'message: "{fund}" }',
      ['error 9:42 {fund} has no value in a check of kind phrase: write {found}.'],
    ],
    [
      'message: "“{found}” stands"\n',
      '',
      ['error 10:5 “message” is missing: write what a finding says, in the rule or in each check.'],
    ],
    [
      'examples:',
      'mend: { words: { phd: "{fund}" } }\nexamples:',
      ['error 12:23 {fund} has no value here: write {found}.'],
    ],
    ['examples:', 'mend: { replace: "{fund}" }\nexamples:', ['error 12:18 {fund} has no value here: write {found}.']],
    ['examples:', 'mend: { replace: "{found}, {lane} and {level}" }\nexamples:', []],
    [
      'examples:',
      'mend: {}\nexamples:',
      ['error 12:7 “mend” holds one of “replace”, “words” and “remove”: write one of them.'],
    ],
    [
      'title: A rule',
      'id: b-rule\ntitle: A rule',
      ['error 1:5 “id” is “b-rule” and the file is named a-rule.yml: remove “id”, or rename the file.'],
    ],
    ['title: A rule', 'id: a-rule\ntitle: A rule', []],
    [
      'posting: PhD, says: ["1:1 x"] }\n    - { name: two',
      'posting: PhD, says: [] }\n    - { name: two',
      ['error 14:40 “says” is empty: write the findings that the posting gets.'],
    ],
    [
      'says: ["1:1 x"] }\n  clean',
      'says: ["1:1 x", "0:1 x"] }\n  clean',
      ['error 15:50 A finding is written “line:column message”: begin with its place, such as 3:1.'],
    ],
    ['    - { name: two, posting: x }\n', '', ['error 17:5 There is 1 example under “clean”: write at least two.']],
  ])('%j as %j', (sound, faulty, expected) => {
    expect(problems(sound, faulty)).toEqual(expected);
  });

  test('examples that are missing are asked for at the top', () => {
    const found = read(RULE.replace(/examples:[\s\S]*/, '')).problems;
    expect(found.map(({ place, message }) => `${place?.line}:${place?.column} ${message}`)).toEqual([
      '1:1 “examples” is missing: write two flagged and two clean postings.',
    ]);
  });

  test.each([
    ['ATideRule', 'atide-rule'],
    ['a_rule', 'a-rule'],
    ['1st Rule-', 'st-rule'],
    ['---', 'my-rule'],
  ])('a file named %s.yml could be %s.yml', (name, better) => {
    expect(problems('title: A rule', 'title: A rule', `rules/own/${name}.yml`)[0]).toBe(
      `error 1:1 The file’s name is the rule’s id: name it in small letters with hyphens, such as ${better}.yml.`,
    );
  });
});

test('what a rule leaves out is filled in', () => {
  const [rule] = read(RULE.replace('lanes: all\nlevels: all\n', '')).sources.rules;
  expect(rule).toMatchObject({ id: 'a-rule', category: 'own', on: true, waivable: true, lanes: 'all', levels: 'all' });
  const [other] = read(RULE.replace('lanes: all', 'on: false\nwaivable: false\nlanes: [tidal]'), 'rules/sea/b.yml')
    .sources.rules;
  expect(other).toMatchObject({ id: 'b', category: 'sea', on: false, waivable: false, lanes: ['tidal'] });
  expect(rule?.checks).toHaveLength(2);
});

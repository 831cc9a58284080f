import { describe, expect, test } from 'vitest';
import { readExamples } from '../../src/rule-files/rule-examples.ts';
import { readSources } from '../../src/rule-files/sources.ts';
import type { CheckKind } from '../../src/types/check.ts';

const kinds: Readonly<Record<string, CheckKind>> = {
  phrase: {
    doc: 'Words that should not stand there.',
    options: {
      any: { type: 'phrases', required: true, doc: 'The phrases.' },
      in: { type: 'scopes', doc: 'Where.' },
      groups: { type: 'phrase-map', doc: 'Kinds.' },
      'at-least': { type: 'number', doc: 'How many.' },
      per: { type: ['hit', 'posting'], doc: 'How often.' },
    },
    values: ['claim'],
    compile: () => () => [],
  },
  pay: { doc: 'Pay.', options: {}, values: [], compile: () => () => [] },
};

const LANES = {
  path: 'rules/lanes.yml',
  text: `lanes:
  applied: { title: Applied, weeks-to-fill: [5, 8] }
  llm: { title: LLM, weeks_to_fill: [8, 12], collides_with: applied }
levels:
  mid: { title: Mid, years: { min: 3, max: 6 } }
`,
};

const RULE = `title: A degree gate
why: It turns people away.
fix: Leave it out.
source: article
severity: error
lanes: [applied]
check:
  kind: phrase
  any: [phd]
  in: [required]
message: "“{found}” is a gate"
examples:
  flagged:
    - { name: one, posting: PhD, says: ["1:1 “PhD” is a gate"] }
    - { name: two, posting: PhD, says: ["1:1 “PhD” is a gate"] }
  clean:
    - { name: one, posting: x }
    - { name: two, posting: x }
`;

function problemsOf(text: string, path = 'rules/lane/degree-gate.yml'): string[] {
  const { problems } = readSources([LANES, { path, text }], kinds);
  return problems.map((problem) => `${problem.place?.line}:${problem.place?.column} ${problem.message}`);
}

/** Text to replace in a sound rule, what stands there instead, the problem. */
const FAULTS: readonly (readonly [string, string, string])[] = [
  ['severity: error', 'sevrity: error', '1:1 “severity” is missing: error, warning or notice.'],
  ['check:', 'yields-to: [degree-gat]\ncheck:', '7:13 There is no rule “degree-gat”: write “degree-gate”.'],
  ['check:', 'yields-to: [degree-gate]\ncheck:', '7:13 A rule cannot yield to itself: remove it here.'],
  ['severity: error', 'severity: fatal', '5:11 “severity” is “fatal”: write one of error, warning, notice.'],
  ['severity: error', 'severity: warn', '5:11 “severity” is “warn”: write “warning”.'],
  ['why: It turns people away.\n', '', '1:1 “why” is missing: what it costs: one or two sentences.'],
  ['why: It turns people away.', 'why: 3', '2:6 “why” is a number: write text.'],
  ['why: It turns people away.', 'why:', '2:5 “why” is empty: write text.'],
  [
    'source: article',
    'source: article\nreason: x',
    '5:1 There is no key “reason” here: write one of id, limits, on, waivable, levels, language, trade, pages, yields-to, mend, certain.',
  ],
  [
    'source: article',
    'source: article\nid: other',
    '5:5 “id” is “other” and the file is named degree-gate.yml: remove “id”, or rename the file.',
  ],
  ['lanes: [applied]', 'lanes: [aplied]', '6:9 There is no lane “aplied”: write “applied”.'],
  ['lanes: [applied]', 'lanes: applied', '6:8 “lanes” is “applied”: write “all”.'],
  ['lanes: [applied]', 'levels: [chief]', '6:10 There is no level “chief”: write “mid”.'],
  ['kind: phrase', 'kind: phrases', '8:9 “kind” is “phrases”: write “phrase”.'],
  ['  kind: phrase\n', '', '8:3 “kind” is missing: write one of phrase, pay.'],
  ['check:', 'chekc:', '1:1 “check” is missing: what is looked for: a check kind with its options, or a list of them.'],
  ['in: [required]', 'in: [requird]', '10:8 Entry 1 of “in” is “requird”: write “required”.'],
  ['in: [required]', 'in: requird', '10:7 “in” is “requird”: write “required”.'],
  [
    'in: [required]',
    'within: [required]',
    '10:3 There is no key “within” here: write one of lanes, levels, severity, message, sole, in, groups, at-least, per.',
  ],
  ['in: [required]', 'at-least: two', '10:13 “at-least” is text: write a number.'],
  ['in: [required]', 'per: sentence', '10:8 “per” is “sentence”: write one of hit, posting.'],
  ['in: [required]', 'per: post', '10:8 “per” is “post”: write “posting”.'],
  ['  any: [phd]\n', '', '8:3 “any” is missing: the phrases.'],
  ['any: [phd]', 'any: ["phd | {degre}"]', '9:16 Phrase: there is no vocabulary {degre}: remove it.'],
  ...['\\bphd(s)?\\b', 'phd.*required', '(phd|doctorate)+'].map((regular): readonly [string, string, string] => [
    'any: [phd]',
    `any: ['${regular}']`,
    `9:${regular.startsWith('(') ? 25 : regular.startsWith('phd') ? 14 : 10} Phrase: a phrase is words and no regular expression: write deploy* for any ending, (year | years) for either, [is] for a word that may be left out, … for words between.`,
  ]),
  ['any: [phd]', 'any: [a (phd]', '9:11 Phrase: “(” is never closed: write “)”.'],
  ['any: [phd]', "any: ['a, b']", '9:11 Phrase: a phrase does not cross “,”: write “…” there, or two phrases.'],
  [
    'any: [phd]',
    'any: phd\n  groups: { x: "… a" }',
    '10:17 Phrase: “…” stands between words: write words on both sides.',
  ],
  ['“{found}”', '“{fund}”', '11:10 {fund} has no value in a check of kind phrase: write {found}.'],
  [
    '“{found}”',
    '“{gatekeeper}”',
    '11:10 {gatekeeper} has no value in a check of kind phrase: write one of {found}, {lane}, {level}, {claim}.',
  ],
  [
    'message: "“{found}” is a gate"\n',
    '',
    '8:3 “message” is missing: write what a finding says, in the rule or in each check.',
  ],
  [
    'message:',
    'mend: { remove: words, replace: x }\nmessage:',
    '11:7 “mend” holds one of “replace”, “words” and “remove”: write one of them.',
  ],
  [
    'message:',
    'mend: { replace: "{wrods}" }\nmessage:',
    '11:18 {wrods} has no value here: write one of {found}, {lane}, {level}, {claim}.',
  ],
  [
    'says: ["1:1 “PhD” is a gate"] }\n    - { name: two',
    'says: ["“PhD” is a gate"] }\n    - { name: two',
    '14:41 A finding is written “line:column message”: begin with its place, such as 3:1.',
  ],
  [
    'says: ["1:1 “PhD” is a gate"] }\n    - { name: two',
    'says: [] }\n    - { name: two',
    '14:40 “says” is empty: write the findings that the posting gets.',
  ],
  ['    - { name: two, posting: x }\n', '', '17:5 There is 1 example under “clean”: write at least two.'],
  [
    '  clean:\n    - { name: one, posting: x }\n    - { name: two, posting: x }\n',
    '',
    '13:3 “clean” is missing: postings without it; one of them a near miss.',
  ],
  [
    'title: A degree gate',
    'title: A degree gate\ntitle: Again',
    '2:1 The key “title” stands here a second time: keep one.',
  ],
  [
    'lanes: [applied]',
    'lanes: [applied',
    '7:1 Not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ].',
  ],
];

describe('a faulty rule file says where and what to write', () => {
  test.each(FAULTS)('%j → %j', (sound, faulty, problem) => {
    expect(RULE).toContain(sound);
    expect(problemsOf(RULE.replace(sound, faulty))[0]).toBe(problem);
  });

  test('a sound one has no problem and becomes a rule', () => {
    const { sources, problems } = readSources([LANES, { path: 'rules/lane/degree-gate.yml', text: RULE }], kinds);
    expect(problems).toEqual([]);
    expect(sources.rules).toEqual([
      {
        id: 'degree-gate',
        category: 'lane',
        title: 'A degree gate',
        why: 'It turns people away.',
        fix: 'Leave it out.',
        source: 'article',
        severity: 'error',
        on: true,
        waivable: true,
        lanes: ['applied'],
        levels: 'all',
        checks: [{ kind: 'phrase', any: ['phd'], in: ['required'] }],
        message: '“{found}” is a gate',
      },
    ]);
  });

  test('every fault of a file is told, in order of place', () => {
    const text = RULE.replace('severity: error', 'severity: eror').replace('in: [required]', 'inn: x');
    expect(problemsOf(text)).toEqual([
      '5:11 “severity” is “eror”: write “error”.',
      '10:3 There is no key “inn” here: write “in”.',
    ]);
  });

  test('a name that is no id says which would be', () => {
    expect(problemsOf(RULE, 'rules/lane/DegreeGate.yml')).toEqual([
      '1:1 The file’s name is the rule’s id: name it in small letters with hyphens, such as degree-gate.yml.',
    ]);
  });

  test('two rules that yield to each other would both be silent', () => {
    const rule = (to: string) => RULE.replace('check:', `yields-to: [${to}]\ncheck:`);
    const files = [LANES, { path: 'rules/lane/a.yml', text: rule('b') }, { path: 'rules/lane/b.yml', text: rule('a') }];
    const { sources, problems } = readSources(files, kinds);
    expect(sources.rules.map(({ id, yieldsTo }) => [id, yieldsTo])).toEqual([['a', ['b']]]);
    expect(problems).toMatchObject([
      {
        path: 'rules/lane/b.yml',
        place: { line: 7, column: 13 },
        message: 'The rule a yields to this one: let one of them speak.',
      },
    ]);
  });

  test('two rules of one name point at each other', () => {
    const files = ['rules/lane/degree-gate.yml', 'rules/pay/degree-gate.yml'].map((path) => ({ path, text: RULE }));
    const { sources, problems } = readSources([LANES, ...files], kinds);
    expect(problems.map((problem) => [problem.path, problem.message])).toEqual([
      [
        'rules/pay/degree-gate.yml',
        'A rule “degree-gate” stands in rules/lane/degree-gate.yml already: rename this file.',
      ],
    ]);
    expect(sources.rules).toHaveLength(1);
  });

  test('a faulty rule is left out, a fault of its examples leaves it in', () => {
    const rules = (text: string) =>
      readSources([LANES, { path: 'rules/a/degree-gate.yml', text }], kinds).sources.rules;
    expect(rules(RULE.replace('any: [phd]', 'any: ["{x}"]'))).toHaveLength(0);
    expect(rules(RULE.replace(/examples:[\s\S]*/, ''))).toHaveLength(1);
  });
});

describe('vocabularies', () => {
  const terms = (text: string) => {
    const { sources, problems } = readSources([{ path: 'rules/terms/a.yml', text }], kinds);
    return {
      terms: sources.terms,
      problems: problems.map((each) => `${each.place?.line}:${each.place?.column} ${each.message}`),
    };
  };

  test('keep their sound phrases', () => {
    const read = terms('terms:\n  tool:\n    doc: Tools.\n    phrases: [spark, "a,, b", airflow]\n');
    expect(read.problems).toEqual(['4:24 Phrase: a phrase does not cross “,”: write “…” there, or two phrases.']);
    expect(read.terms.tool!.phrases).toEqual(['spark', 'airflow']);
  });

  test.each([
    [
      'terms:\n  Tool: { doc: x, phrases: [a] }',
      '2:3 The name of a vocabulary is small letters, digits and hyphens: rename it.',
    ],
    ['terms:\n  tool: { doc: x }', '2:3 “tool” is empty: write “phrases”, “includes” or both.'],
    ['terms:\n  tool: { phrases: [a] }', '2:9 “doc” is missing: what the vocabulary holds, one line.'],
    ['terms:\n  tool: { doc: x, includes: [tol], phrases: [a] }', '2:30 There is no vocabulary “tol”: write “tool”.'],
    [
      'terms:\n  a: { doc: x, includes: [b] }\n  b: { doc: x, phrases: ["x {a}"] }',
      '2:3 The vocabulary names itself: a → b → a. Take one of these steps out.',
    ],
    ['terms:\n  a: { doc: x, includes: [a] }', '2:3 The vocabulary names itself: a → a. Take one of these steps out.'],
    ['termss: {}', '1:1 “terms” is missing: vocabularies by name; {name} in a phrase stands for any phrase of one.'],
  ])('%j', (text, problem) => {
    expect(terms(text).problems[0]).toBe(problem);
  });

  test('of one name in two files are a fault of the second', () => {
    const text = 'terms:\n  tool: { doc: x, phrases: [a] }';
    const files = ['rules/terms/a.yml', 'rules/terms/b.yml'].map((path) => ({ path, text }));
    expect(readSources(files, kinds).problems.map((each) => [each.path, each.message])).toEqual([
      ['rules/terms/b.yml', 'A vocabulary “tool” stands in rules/terms/a.yml already: put the phrases there.'],
    ]);
  });
});

describe('a team’s own files', () => {
  const base = readSources(
    [LANES, { path: 'rules/terms/a.yml', text: 'terms:\n  tool: { doc: x, phrases: [spark] }' }],
    kinds,
  ).sources;

  test('add rules, which may go without examples, and words to vocabularies', () => {
    const { sources, problems } = readSources(
      [
        { path: '.github/jd/terms/ours.yml', text: 'terms:\n  tool: { doc: Ours., phrases: [flubber] }' },
        {
          path: '.github/jd/no-flubber.yml',
          text: RULE.replace(/examples:[\s\S]*/, '').replace('[phd]', '["{tool}"]'),
        },
      ],
      kinds,
      base,
    );
    expect(problems).toEqual([]);
    expect(sources.terms.tool!.phrases).toEqual(['spark', 'flubber']);
    expect(sources.rules.map((rule) => [rule.id, rule.category])).toEqual([['no-flubber', 'jd']]);
  });

  test('replace the table of bands', () => {
    const text = 'source: ours\nas-of: 2026-09-01\nbands:\n  applied: { mid: [150000, 200000] }\n';
    const { sources, problems } = readSources([{ path: 'jd/bands.yml', text }], kinds, base);
    expect(problems).toEqual([]);
    expect(sources.bands).toEqual([
      {
        lane: 'applied',
        level: 'mid',
        min: 150000,
        max: 200000,
        currency: 'USD',
        period: 'year',
        source: 'ours',
        asOf: '2026-09-01',
      },
    ]);
  });
});

test('tables may be written with “_” or “-”', () => {
  const { sources } = readSources([LANES], kinds);
  expect(sources.lanes.map((lane) => lane.weeksToFill)).toEqual([
    [5, 8],
    [8, 12],
  ]);
  expect(sources.collidesWith).toEqual({ llm: 'applied' });
});

test('YAML that would cost much is refused', () => {
  const bomb = `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghi'
    .split('')
    .map((name, index) => `${name}: &${name} [${`*${'abcdefgh'[index]}, `.repeat(9)}]`)
    .join('\n')}`;
  expect(problemsOf(bomb)).toEqual(['1:1 The YAML has too many aliases: write the values out.']);
  expect(problemsOf('x'.repeat(300_000))).toEqual(['1:1 The file is larger than 256 KiB: split it.']);
});

test('examples are read for the docs', () => {
  expect(readExamples('rules/lane/degree-gate.yml', RULE).flagged[0]).toEqual({
    name: 'one',
    posting: 'PhD',
    says: ['1:1 “PhD” is a gate'],
    today: '2026-11-22',
    place: { line: 14, column: 15, endLine: 14, endColumn: 18 },
  });
});

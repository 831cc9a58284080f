import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rulesFolder, yamlFiles } from '../../src/builtin.ts';
import { kinds } from '../../src/checks/index.ts';
import { readSources } from '../../src/rule-files/sources.ts';

const BASE = {
  path: 'rules/words.yml',
  text: `sections:
  - { kind: duties, headings: [duties, "… you {verbs} …"] }
openings:
  duty-openers: ["{verbs} …"]
words:
  verbs: [fire, glaze]
  numbers: [zero, one]
`,
};
const { sources: base } = readSources([BASE], {});

const said = (problems: ReturnType<typeof readSources>['problems']) =>
  problems.map(({ place, message }) => `${place?.line}:${place?.column} ${message}`);

describe('words for reading', () => {
  test.each([
    ['a bracket that is never closed', '"(duties"', '4:6 Phrase: “(” is never closed: write “)”.'],
    ['a bracket that was never opened', 'duties)', '4:11 Phrase: “)” closes nothing: remove it, or open it before.'],
    [
      'an empty alternative',
      '"(duties|) here"',
      '4:14 Phrase: one side of “|” is empty: write words on both sides, or put words that may be left out in [ ].',
    ],
    [
      'a mark without meaning',
      '"what @ you do"',
      '4:11 Phrase: a phrase does not cross “@”: write “…” there, or two phrases.',
    ],
    [
      'no word that must stand',
      '"… [the] …"',
      '4:6 Phrase: every word of it may be left out: write one that must stand, outside [ ].',
    ],
    ['a list that is unknown', '"your {verb} …"', '4:11 Phrase: there is no vocabulary {verb}: write {verbs}.'],
  ])('refuse %s in a heading, at its place', (_, heading, fault) => {
    const text = `sections:\n- kind: duties\n  headings:\n  - ${heading}\n  - tasks\nwords: { verbs: [fire] }\n`;
    const { sources, problems } = readSources([{ path: 'rules/sections.yml', text }], {});
    expect(said(problems)).toEqual([fault]);
    expect(sources.sections[0]!.headings).toEqual(['tasks']);
  });

  test('refuse the marks of phrases in a list of plain words', () => {
    const text = 'words:\n  verbs: [fire, "glaz*", "(dig|cut)"]\n';
    const { sources, problems } = readSources([{ path: 'rules/words.yml', text }], {});
    const message = 'Phrase: a list of words holds plain words: write each one out, without the marks of phrases.';
    expect(said(problems)).toEqual([`2:18 ${message}`, `2:27 ${message}`]);
    expect(sources.words.verbs).toEqual(['fire']);
  });
});

describe('the built-in lists', () => {
  const { sources } = readSources(yamlFiles(rulesFolder()), kinds);
  const code = readdirSync(join(rulesFolder(), '../src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(join(rulesFolder(), '../src', name), 'utf8'))
    .join('\n');
  const phrases = [...sources.sections.flatMap(({ headings }) => headings), ...Object.values(sources.openings).flat()];

  test.each(Object.keys({ ...sources.words, ...sources.openings }))('%s is read', (name) => {
    const role = name.replace(/^pay-/, '');
    // Languages are looked up by their code, sources by their word.
    if (name.startsWith('source-')) return expect(code).toContain('`source-$');
    if (/^language-[a-z]{2}$/.test(name)) return expect(code).toContain('`language-$');
    const survey = /^survey-(?:(lane|level)-)?(?:period-)?(.+)$/.exec(name);
    if (survey?.[1])
      return expect(sources[`${survey[1] as 'lane' | 'level'}s`].map(({ id }) => id)).toContain(survey[2]);
    if (survey) return expect(code.includes(`'survey-${survey[2]}'`) || code.includes(`'${survey[2]}'`)).toBe(true);
    const named = [`'${name}'`, `'${role}'`, `.${name}`].some((each) => code.includes(each));
    expect(named || phrases.some((phrase) => phrase.includes(`{${name}}`))).toBe(true);
  });
});

describe('a team’s own words for reading', () => {
  const team = (name: string, text: string) => readSources([{ path: `.github/jd/${name}.yml`, text }], {}, base);

  test('are added to the built-in lists, headings in front', () => {
    const { sources, problems } = team(
      'words',
      'sections: [{ kind: benefits, headings: ["was wir bieten"] }]\nopenings: { duty-openers: ["du …"] }\nwords: { verbs: [brenne] }\n',
    );
    expect(problems).toEqual([]);
    expect(sources.sections.map(({ kind }) => kind)).toEqual(['benefits', 'duties']);
    expect(sources.openings).toEqual({ 'duty-openers': ['{verbs} …', 'du …'] });
    expect(sources.words.verbs).toEqual(['fire', 'glaze', 'brenne']);
  });

  test.each([
    ['sections', 'section: []', '1:1 There is no key “section” here: write “sections”.'],
    ['sections', 'sections: [{ kind: dutys, headings: [x] }]', '1:20 “kind” is “dutys”: write “duties”.'],
    ['words', 'words: { verb: [brenne] }', '1:10 There is no list “verb”: write “verbs”.'],
    ['words', 'openings: { duty: [brenne] }', '1:13 There is no list “duty”: write “duty-openers”.'],
    [
      'words',
      'words: { numbers: [two] }',
      '1:10 “numbers” tells values by its order, so nothing can be added: remove it.',
    ],
  ])('%s.yml: %s', (name, text, fault) => {
    expect(said(team(name, text).problems)).toEqual([fault]);
  });
});

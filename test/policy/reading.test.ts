import { describe, expect, test } from 'vitest';
import { precompile } from '../../src/policy/compile.ts';
import { compileReading } from '../../src/policy/reading.ts';
import { readSources } from '../../src/rule-files/sources.ts';
import { tokenize } from '../../src/words/tokens.ts';

const text = `sections:
  - { kind: duties, headings: ["your work", "… you {verbs} …"] }
  - { kind: required, headings: ["your …"] }
openings:
  duty-openers: ["{verbs} …"]
words:
  verbs: [fire, glaze]
  nouns: [kiln]
`;
const { sources } = readSources([{ path: 'rules/words.yml', text }], {});
const team = [
  { path: 'jd/sections.yml', text: 'sections: [{ kind: benefits, headings: ["your work", "… {nouns}"] }]' },
  { path: 'jd/words.yml', text: 'openings: { duty-openers: ["du …"] }\nwords: { verbs: [brenne] }' },
];

describe.each([
  ['from text', sources],
  ['compiled beforehand', JSON.parse(JSON.stringify(precompile(sources, {}))) as typeof sources],
])('what a line says by its words, %s', (_, base) => {
  /** The kinds of headings and the lists of openings that a line fits, in order. */
  const fits = (line: string, from = base): string[] => {
    const { headings, openings, scan } = compileReading(from).reading;
    const words = tokenize(line);
    const sets = scan(words, 0, words.length);
    return [
      ...headings.filter(({ exact }) => sets.includes(exact)).map(({ kind }) => `${kind}, as a whole`),
      ...headings.filter(({ open }) => sets.includes(open)).map(({ kind }) => kind),
      ...Object.keys(openings).filter((name) => sets.includes(openings[name]!)),
    ];
  };
  const own = readSources(team, {}, base).sources;

  test.each([
    ['Your work', ['duties, as a whole', 'required']],
    ['What you glaze here', ['duties']],
    ['Glaze pots', ['duty-openers']],
    ['Du brennst', []],
  ])('“%s”', (line, expected) => {
    expect(fits(line)).toEqual(expected);
  });

  test.each([
    ['Your work', ['benefits, as a whole', 'duties, as a whole', 'required']],
    ['What you brenne', ['duties']],
    ['A kiln', ['benefits']],
    ['Glaze pots', ['duty-openers']],
    ['Brenne pots', ['duty-openers']],
    ['Du brennst', ['duty-openers']],
  ])('“%s” with a team’s own words', (line, expected) => {
    expect(fits(line, own)).toEqual(expected);
  });
});

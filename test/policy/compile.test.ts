import { describe, expect, test } from 'vitest';
import { compilePolicy, precompile } from '../../src/policy/compile.ts';
import { NO_CONFIG, type TeamConfig } from '../../src/policy/model.ts';
import { readSources } from '../../src/rule-files/sources.ts';
import type { CheckKind } from '../../src/types/check.ts';
import type { Policy, Rule } from '../../src/types/policy.ts';
import type { PhraseSet } from '../../src/types/words.ts';
import { sentences } from './support.ts';

const kinds: Readonly<Record<string, CheckKind>> = {
  phrase: {
    doc: 'Words.',
    options: {
      any: { type: 'phrases', doc: 'What.' },
      groups: { type: 'phrase-map', doc: 'Kinds.' },
      in: { type: 'scopes', doc: 'Where.' },
      'at-least': { type: 'number', doc: 'How many.' },
    },
    values: [],
    // What a check was compiled from can be asked of its judge.
    compile: (options) => Object.assign(() => [], { options }),
  },
};

function optionsOf(rule: Rule, index = 0): Record<string, unknown> {
  return (rule.checks[index]!.judge as unknown as { options: Record<string, unknown> }).options;
}

const HEAD = 'title: t\nwhy: w\nfix: f\nsource: s\nseverity: warning\nmessage: m\n';
const FILES = [
  {
    path: 'rules/lanes.yml',
    text: `lanes:
  applied: { title: Applied, weeks-to-fill: [5, 8] }
  llm: { title: LLM, weeks-to-fill: [8, 12] }
levels:
  mid: { title: Mid, years: { min: 3, max: 6 } }`,
  },
  {
    path: 'rules/bands.yml',
    text: 'source: s\nas-of: 2026-01-01\nbands: { applied: { mid: [100, 200] }, llm: { mid: [150, 250] } }\ngeo-factors: { Denver: 0.9 }\n',
  },
  { path: 'rules/terms/a.yml', text: 'terms:\n  tool: { doc: x, phrases: [spark, ray serve] }\n' },
  { path: 'rules/a/one.yml', text: `${HEAD}check: { kind: phrase, any: "with {tool}", in: required, at-least: 3 }` },
  {
    path: 'rules/a/two.yml',
    text: `${HEAD}on: false
check:
  - { kind: phrase, groups: { x: [red], y: "{tool}" }, at-least: 7 }
  - { kind: phrase, groups: { x: [red], y: "{tool}" }, at-least: 10, severity: error }
  - { kind: phrase, any: [blue] }`,
  },
];
const { sources } = readSources(FILES, kinds);

/** The policy from rule files, and from what is kept for a fast start. */
const FORMS = { 'rule files': sources, 'compiled rules': JSON.parse(JSON.stringify(precompile(sources, kinds))) };

describe.each(Object.entries(FORMS))('from %s', (_, from) => {
  const compile = (config: Partial<TeamConfig> = {}, options = {}): Policy =>
    compilePolicy(from, { ...NO_CONFIG, ...config }, kinds, options).policy;
  const found = (policy: Policy, set: unknown, text: string): string[] => {
    const posting = sentences(text);
    return policy
      .scan(posting)
      .of(set as PhraseSet)
      .map(({ from: first, to }) => text.slice(posting.tokens[first]!.start, posting.tokens[to - 1]!.end));
  };

  test('rules that are on are compiled, all are known', () => {
    const policy = compile();
    expect(policy.rules.map((rule) => rule.id)).toEqual(['one']);
    expect(policy.known.map((rule) => [rule.id, rule.on])).toEqual([
      ['one', true],
      ['two', false],
    ]);
    expect(optionsOf(policy.rules[0]!)).toMatchObject({ in: ['required'], 'at-least': 3 });
  });

  test('phrases find what they say', () => {
    const policy = compile({}, { all: true });
    expect(found(policy, optionsOf(policy.rules[0]!).any, 'Work with Ray Serve or Spark')).toEqual(['with Ray Serve']);
    const groups = optionsOf(policy.rules[1]!).groups as Record<string, number>;
    expect(found(policy, groups.y, 'Work with Ray Serve or Spark')).toEqual(['Ray Serve', 'Spark']);
    expect(found(policy, policy.terms.tool, 'Spark')).toEqual(['Spark']);
  });

  test.each([
    ['off', { one: { on: false } }, []],
    ['on', { two: { on: true } }, ['one', 'two']],
    ['given a severity', { two: { severity: 'error' as const } }, ['one', 'two']],
    ['given an option', { two: { options: { 'at-least': 9 } } }, ['one', 'two']],
    ['given a severity and off', { two: { on: false, severity: 'error' as const } }, ['one']],
  ])('a rule may be %s', (_name, rules, ids) => {
    expect(compile({ rules }).rules.map((rule) => rule.id)).toEqual(ids);
  });

  test('a severity of the team holds for all checks', () => {
    const [rule] = compile({ rules: { two: { severity: 'notice' } } }, { only: ['two'] }).rules;
    expect(rule!.severity).toBe('notice');
    expect(rule!.checks.every((check) => check.severity === undefined)).toBe(true);
  });

  test('an option goes to the checks that write it; checks made equal count once', () => {
    const [rule] = compile(
      { rules: { two: { severity: 'error', options: { 'at-least': 9 } } } },
      { only: ['two'] },
    ).rules;
    expect(rule!.checks.map((_, index) => optionsOf(rule!, index)['at-least'])).toEqual([9, undefined]);
  });

  test('a team’s own phrases take the place of built-in ones', () => {
    const policy = compile({ rules: { one: { options: { any: ['{tool} here'] } } } });
    expect(found(policy, optionsOf(policy.rules[0]!).any, 'with Spark here')).toEqual(['Spark here']);
  });

  test('words that a team adds to a vocabulary count in built-in phrases', () => {
    const files = [{ path: 'jd/terms/x.yml', text: 'terms:\n  tool: { doc: x, phrases: [flubber kit] }' }];
    const own = readSources(files, kinds, from).sources;
    const { policy } = compilePolicy(own, NO_CONFIG, kinds);
    expect(found(policy, optionsOf(policy.rules[0]!).any, 'with flubber kit, with Spark')).toEqual([
      'with flubber kit',
      'with Spark',
    ]);
  });

  test('a team’s own rule is judged like a built-in one', () => {
    const files = [{ path: 'jd/own.yml', text: `${HEAD}check: { kind: phrase, any: "no {tool}" }` }];
    const own = readSources(files, kinds, from).sources;
    const { policy } = compilePolicy(own, NO_CONFIG, kinds);
    expect(policy.rules.map((rule) => rule.id)).toEqual(['one', 'own']);
    expect(found(policy, optionsOf(policy.rules[1]!).any, 'no Spark')).toEqual(['no Spark']);
  });

  test('waivers may be forbidden for all rules, for some, or for one', () => {
    const waivable = (config: Partial<TeamConfig>) => compile(config).known.map((rule) => rule.waivable);
    expect(waivable({})).toEqual([true, true]);
    expect(waivable({ waivable: 'none' })).toEqual([false, false]);
    expect(waivable({ waivable: ['two'] })).toEqual([false, true]);
    expect(waivable({ rules: { one: { waivable: false } } })).toEqual([false, true]);
  });

  test('own bands take the place of single cells, or of the table', () => {
    const own = {
      lane: 'llm',
      level: 'mid',
      min: 1,
      max: 2,
      currency: 'USD',
      period: 'year' as const,
      source: 'x',
      asOf: 'y',
    };
    const cells = (config: Partial<TeamConfig>) =>
      compile(config).market.bands.map(({ lane, min }) => `${lane} ${min}`);
    expect(cells({})).toEqual(['applied 100', 'llm 150']);
    expect(cells({ bands: [own] })).toEqual(['llm 1', 'applied 100']);
    expect(cells({ bands: [own], keepBands: false })).toEqual(['llm 1']);
  });

  test('places, lanes and fields of the team come before the built-in ones', () => {
    const policy = compile({
      geoFactors: [{ place: 'Boulder', factor: 0.95 }],
      lanes: [{ id: 'llm', title: 'Own', aliases: ['lm'], weeksToFill: [1, 2] }],
      fields: { lane: ['track'] },
      settings: { failOn: 'notice' },
    });
    expect(policy.market.geoFactors.map(({ place }) => place)).toEqual(['Boulder', 'Denver']);
    expect(policy.lanes.map(({ title }) => title)).toEqual(['Applied', 'Own']);
    expect(policy.vocabulary.fields.lane![0]).toBe('track');
    expect(policy.settings.failOn).toBe('notice');
  });

  test('names that a team leaves out hold no phrase', () => {
    const policy = compile({ settings: { ignoreNames: ['Spark Networks', 'C* (GmbH)'] } });
    const text = 'Join Spark Networks with Spark, with C* GmbH';
    expect(found(policy, policy.terms.tool, text)).toEqual(['Spark']);
    expect(found(policy, optionsOf(policy.rules[0]!).any, text)).toEqual(['with Spark']);
  });

  test('a rule that is asked for and unknown is a problem', () => {
    const { problems } = compilePolicy(from, NO_CONFIG, kinds, { only: ['none'] });
    expect(problems.map((problem) => problem.message)).toEqual(['There is no rule “none”.']);
  });
});

import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { editorSchemas } from '../../scripts/editor-schemas.ts';
import { rulesFolder, yamlFiles } from '../../src/builtin.ts';
import { kinds } from '../../src/checks/index.ts';
import { compilePolicy } from '../../src/policy/compile.ts';
import { NO_CONFIG } from '../../src/policy/model.ts';
import { readPosting } from '../../src/posting/read.ts';
import { reviewPosting } from '../../src/review.ts';
import { readSources } from '../../src/rule-files/sources.ts';

const files = yamlFiles(rulesFolder());
const { sources } = readSources(files, kinds);
const schemas = editorSchemas(sources, kinds);
const { policy } = compilePolicy(sources, NO_CONFIG, kinds);
const ajv = new Ajv({ strict: false, allErrors: true });
const validators = Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, ajv.compile(schema)]));

/** Places of a value that a schema refuses. */
function refused(schema: string, value: unknown): string[] {
  validators[schema]!(value);
  return (validators[schema]!.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function schemaFor(path: string): string | undefined {
  if (path.startsWith('rules/terms/')) return 'terms';
  if (path === 'rules/bands.yml') return 'bands';
  if (path === 'rules/settings.yml') return 'config';
  return path.split('/').length > 2 ? 'rule' : undefined;
}

describe('the schemas for editors', () => {
  const covered = files.flatMap(({ path, text }) => {
    const schema = schemaFor(path);
    return schema === undefined ? [] : [{ path, text, schema }];
  });

  test.each(covered)('accept $path', ({ text, schema }) => {
    expect(refused(schema, parse(text))).toEqual([]);
  });

  test('refuse what the loader refuses', () => {
    expect(refused('config', { 'fail-on': 'warn' })).not.toEqual([]);
    expect(refused('config', { 'fail-onn': 'warning' })).not.toEqual([]);
    expect(refused('rule', { title: 'x' })).not.toEqual([]);
    expect(refused('terms', { terms: { a: {} } })).not.toEqual([]);
  });

  test('propose the rules by id and let own ids pass', () => {
    const id = sources.rules[0]!.id;
    const { rules } = schemas.config!.properties as Record<string, { properties: Record<string, unknown> }>;
    expect(Object.keys(rules!.properties)).toContain(id);
    expect(refused('config', { rules: { [id]: 'off', 'our-own': { severity: 'error' } } })).toEqual([]);
  });

  describe('of the frontmatter accept what a review reads without an error', () => {
    const llm = 'lane: llm\nlevel: senior\n';
    const paid = `${llm}comp: 260K-340K\n`;
    const fault = (yaml: string): string[] => {
      const posting = readPosting(
        'jobs/a.md',
        `---\n${yaml}\n---\n# ML Engineer\n\n## Pay\n\n$260,000–$340,000 a year\n`,
        policy.vocabulary,
      );
      const { findings } = reviewPosting(posting, policy, '2026-11-22').review;
      return findings.flatMap(({ rule, severity, message }) =>
        rule === 'frontmatter-invalid' && severity === 'error' ? [message] : [],
      );
    };

    test.each([
      paid,
      `${llm}comp: [260000, 340000]`,
      `${llm}comp: ["260K", "340K"]`,
      `${llm}comp: 300000`,
      `${llm}comp: { min: 260000, max: 340000 }`,
      `${llm}comp: { min: 260000, max: 340000, currency: USD, period: annual }`,
      `${llm}comp: { min: 90, max: 120, currency: USD, period: hourly }`,
      `${llm}comp: { low: 260000, high: 340000, note: base }`,
      `${llm}comp: { min: "260K", max: "340_000" }`,
      `${llm}comp: { min: 260000 }`,
      `${llm}baseSalary: { currency: USD, value: { minValue: 260000, maxValue: 340000, unitText: YEAR } }`,
      `${llm}salary_range: $260,000 - $340,000`,
      `${llm}Pay Range: 260-340K`,
      'lane: GenAI\nlevel: Sr.\ncomp: 260K-340K',
      'track: "large language models"\nseniority: Senior_Level\ncompensation: 260K-340K',
      'Lane: LLM\nLevel: Senior\nComp: 260K-340K',
      `${paid}evergreen: yes`,
      `${paid}evergreen: true`,
      `${paid}employment_type: [Full-time, Contract]\nlocation: [SF, Remote]`,
      `${paid}posted: 2026-11-01\nvalid_through: 30 April 2027\ncomp_reviewed: May 2026`,
      `${paid}deadline: Open until filled\nown: { a: 1 }`,
      `${paid}track: Engineering`,
    ])('%j', (yaml) => {
      expect(fault(yaml)).toEqual([]);
      expect(refused('frontmatter', parse(yaml))).toEqual([]);
    });

    test.each([
      'lane: llm\nlevel: senior',
      'lane: llm\ncomp: 260K-340K',
      'level: senior\ncomp: 260K-340K',
      'lane:\nlevel: senior\ncomp: 260K-340K',
      'lane: nlp\nlevel: senior\ncomp: 260K-340K',
      'lane: [llm]\nlevel: senior\ncomp: 260K-340K',
      'lane: llm\nlevel: boss\ncomp: 260K-340K',
      'lane: llm\nseniority: boss\ncomp: 260K-340K',
      'lan: llm\nlevel: senior\ncomp: 260K-340K',
      `${llm}comp: competitive`,
      `${llm}comp: [260000]`,
      `${llm}comp: [260000, 300000, 340000]`,
      `${llm}comp: 165`,
      `${llm}comp: true`,
      `${llm}comp: { currency: USD }`,
      `${llm}comp: { min: 260000, max: 340000, period: fortnight }`,
      `${paid}deadline: 2026-02-30`,
      `${paid}posted: 2026-13-01`,
    ])('and refuse what it does not: %j', (yaml) => {
      expect(fault(yaml)).not.toEqual([]);
      expect(refused('frontmatter', parse(yaml))).not.toEqual([]);
    });
  });
});

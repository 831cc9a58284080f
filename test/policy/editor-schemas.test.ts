import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { editorSchemas } from '../../scripts/editor-schemas.ts';
import { rulesFolder, yamlFiles } from '../../src/builtin.ts';
import { kinds } from '../../src/checks/index.ts';
import { readSources } from '../../src/policy/sources.ts';

const files = yamlFiles(rulesFolder());
const { sources } = readSources(files, kinds);
const schemas = editorSchemas(sources, kinds);
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

  test.each([
    [{ lane: 'llm', level: 'senior', comp: '260-340K' }, []],
    [{ lane: 'genai', level: 'sr', comp: [260000, 340000], location: ['SF', 'Remote'], note: 1 }, []],
    [{ lane: 'llm', level: 'mid', comp: { min: 1, max: 2, currency: 'USD' } }, []],
    [{ lane: 'llm', level: 'mid' }, [" must have required property 'comp'"]],
  ])('read frontmatter as reviews do: %j', (frontmatter, problems) => {
    expect(refused('frontmatter', frontmatter)).toEqual(problems);
  });
});

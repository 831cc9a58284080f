/** What is written from the kinds of check and from rules/ says the same as they do. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { editorSchemas } from '../../scripts/editor-schemas.ts';
import { rulesReadme } from '../../scripts/rules-readme.ts';
import { rulesFolder, yamlFiles } from '../../src/builtin.ts';
import { kinds } from '../../src/checks/index.ts';
import { readSources } from '../../src/rule-files/sources.ts';

const files = yamlFiles(rulesFolder());
const { sources } = readSources(files, kinds);
const textOf = (path: string) =>
  readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8').replaceAll('\r\n', '\n');

describe('the files for editors and readers', () => {
  const schemas = Object.entries(editorSchemas(sources, kinds));

  test.each(schemas)('schemas/%s.schema.json knows the options and words of today', (name, schema) => {
    expect(JSON.parse(textOf(`schemas/${name}.schema.json`))).toEqual(JSON.parse(JSON.stringify(schema)));
  });

  test('rules/README.md tells of the rules as they are', () => {
    expect(rulesReadme(sources, files, kinds)).toBe(textOf('rules/README.md'));
  });
});

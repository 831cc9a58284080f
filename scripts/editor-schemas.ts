/** JSON Schemas for editors, from the shapes that the loader checks. */
import { z } from 'zod';
import type { RuleSources } from '../src/policy/model.ts';
import { bandsSchema } from '../src/rule-files/band-tables.ts';
import { ruleSchema, termsSchema } from '../src/rule-files/schemas.ts';
import { configSchema } from '../src/team/config-schema.ts';
import type { CheckKind } from '../src/types/check.ts';
import { frontmatterSchema } from './frontmatter-schema.ts';

type Schema = Record<string, unknown>;

/** Schemas by name: rule, terms, bands, config, frontmatter. */
export function editorSchemas(
  sources: RuleSources,
  kinds: Readonly<Record<string, CheckKind>>,
): Record<string, Schema> {
  return {
    rule: withOneCheck(schemaOf(ruleSchema(kinds), 'A rule of jd-review: rules/<category>/<rule-id>.yml')),
    terms: schemaOf(termsSchema, 'Vocabularies of jd-review: rules/terms/*.yml'),
    bands: schemaOf(bandsSchema, 'Market bands of jd-review: rules/bands.yml'),
    config: withRules(schemaOf(configSchema, 'Configuration of jd-review: .github/jd-review.yml'), sources),
    frontmatter: {
      $schema: 'http://json-schema.org/draft-07/schema#',
      title: 'Frontmatter of a job posting that jd-review reads',
      ...frontmatterSchema(sources),
    },
  };
}

function schemaOf(schema: z.ZodType, title: string): Schema {
  const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-7', reused: 'ref' });
  return { $schema, title, ...rest };
}

/** The schema of a check stands once, though a rule holds one or a list of them. */
function withOneCheck(schema: Schema): Schema {
  const properties = schema.properties as Record<string, Schema>;
  const { anyOf, ...check } = properties.check!;
  const [single, list] = anyOf as [Schema, Schema];
  const ref = { $ref: '#/definitions/check' };
  return {
    ...schema,
    properties: { ...properties, check: { ...check, anyOf: [ref, { ...list, items: ref }] } },
    definitions: { ...(schema.definitions as object), check: single },
  };
}

/** The rules by id, so that an editor proposes them; a team's own ids pass as well. */
function withRules(schema: Schema, sources: RuleSources): Schema {
  const properties = schema.properties as Record<string, Schema>;
  const { additionalProperties, ...rules } = properties.rules!;
  const known = Object.fromEntries(
    sources.rules.map((rule) => [rule.id, { description: rule.title, ...(additionalProperties as Schema) }]),
  );
  return { ...schema, properties: { ...properties, rules: { ...rules, properties: known, additionalProperties } } };
}

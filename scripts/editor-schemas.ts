/** JSON Schemas for editors, from the shapes that the loader checks. */
import { z } from 'zod';
import { configSchema } from '../src/policy/config-schema.ts';
import type { RuleSources } from '../src/policy/model.ts';
import { PERIODS, ruleSchema, termsSchema } from '../src/policy/schemas.ts';
import { bandsSchema } from '../src/policy/tables.ts';
import type { CheckKind } from '../src/types/check.ts';

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
    frontmatter: schemaOf(frontmatterSchema(sources), 'Frontmatter of a job posting that jd-review reads'),
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

function frontmatterSchema(sources: RuleSources): z.ZodType {
  const words = (entries: readonly { id: string; aliases: readonly string[] }[]) =>
    z.union([
      z.enum(entries.map((entry) => entry.id) as [string, ...string[]]),
      z.string().describe('Another word for one of them; it is understood where it is known.'),
    ]);
  const amount = z.union([z.number(), z.string()]);
  return z
    .looseObject({
      lane: words(sources.lanes).describe(`Lane of the role: ${titles(sources.lanes)}.`),
      level: words(sources.levels).describe(`Level of the role: ${titles(sources.levels)}.`),
      comp: z
        .union([
          z.string(),
          z.tuple([amount, amount]),
          z.looseObject({
            min: amount,
            max: amount,
            currency: z.string().optional(),
            period: z.enum(PERIODS).optional(),
          }),
        ])
        .describe('Base pay: 165-215K, [165000, 215000], or min, max, currency and period.'),
      title: z.string().optional().describe('The job’s title, where it is not the first heading.'),
      location: z
        .union([z.string(), z.array(z.string())])
        .optional()
        .describe('Where the job is, or Remote.'),
      employment_type: z.string().optional().describe('Full-time, part-time, contract …'),
      posted: z.string().optional().describe('Day that the posting went up, YYYY-MM-DD.'),
      valid_through: z.string().optional().describe('Last day to apply, YYYY-MM-DD.'),
      comp_reviewed: z.string().optional().describe('Day that the pay was last compared with the market, YYYY-MM-DD.'),
      comp_source: z.string().optional().describe('What the pay was set by.'),
      evergreen: z.boolean().optional().describe('The posting stays open all year.'),
    })
    .describe('Keys that teams use for these fields are understood too; see rules/fields.yml.');
}

function titles(entries: readonly { id: string; title: string }[]): string {
  return entries.map((entry) => `${entry.id} (${entry.title})`).join(', ');
}

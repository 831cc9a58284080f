/** Shapes of rule files: what a key holds, for the loader, the editors' JSON Schemas and the docs. */
import { z } from 'zod';
import type { CheckKind, OptionSpec } from '../types/check.ts';

export const SEVERITIES = ['error', 'warning', 'notice'] as const;
export const SECTION_KINDS = [
  'intro',
  'duties',
  'required',
  'preferred',
  'pay',
  'benefits',
  'company',
  'process',
  'legal',
  'meta',
  'unknown',
] as const;
export const SCOPES = [...SECTION_KINDS, 'title', 'opening', 'anywhere'] as const;
export const OWNERS = ['role', 'team', 'company', 'customer', 'candidate', 'process'] as const;
export const PERIODS = ['hour', 'day', 'week', 'month', 'year'] as const;

export const text = z.string().min(1);
export const texts = z.array(text);
export const severity = z.enum(SEVERITIES);
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isOnCalendar, 'no calendar has that day, write one that is, such as 2026-11-22');
export const currency = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .refine(isCurrency, 'no currency has that code, write one such as USD');

function isOnCalendar(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The codes of ISO 4217 that are in use, as Node knows them. */
function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code);
}

const oneOrMore = z.union([text, texts.min(1)]);
const aims = z.union([z.literal('all'), texts.min(1)]);
const scopes = z.union([z.enum(SCOPES), z.array(z.enum(SCOPES)).min(1)]);

const owners = z.union([z.enum(OWNERS), z.array(z.enum(OWNERS)).min(1)]);

const plainSaying = z.strictObject({
  says: oneOrMore.describe('The phrases.'),
  in: scopes.optional().describe('Where saying them counts; anywhere when left out.'),
  whose: owners.optional().describe('Of whom; anybody when left out.'),
  except: oneOrMore.optional().describe('Not where the words are part of one of these.'),
  negated: z.enum(['skip', 'keep']).optional().describe('Whether “no …” counts; skip when left out.'),
});

const saying = plainSaying.extend({
  'unless-posting': z
    .union([text, plainSaying, z.array(z.union([text, plainSaying])).min(1)])
    .optional()
    .describe('Counts only where none of these stands in the posting.'),
});

/** What YAML may hold for an option of a check. */
export function optionSchema(spec: OptionSpec): z.ZodType {
  if (typeof spec.type !== 'string') return z.enum(spec.type as [string, ...string[]]);
  switch (spec.type) {
    case 'phrases':
    case 'texts':
      return oneOrMore;
    case 'sayings':
      return z.union([text, saying, z.array(z.union([text, saying])).min(1)]);
    case 'phrase-map':
      return z.record(z.string(), oneOrMore);
    case 'scopes':
      return scopes;
    case 'owners':
      return owners;
    case 'number':
      return z.number();
    case 'text':
      return z.string();
    case 'text-map':
      return z.record(z.string(), z.string());
    case 'flag':
      return z.boolean();
  }
}

const narrowing = {
  lanes: aims.optional().describe('Lanes of the rule that this check holds for.'),
  levels: aims.optional().describe('Levels of the rule that this check holds for.'),
  severity: severity.optional().describe('Severity of this check’s findings, if not the rule’s.'),
  message: text.optional().describe('Message of this check’s findings, if not the rule’s.'),
  sole: texts
    .optional()
    .describe('Where this check speaks, only these rules speak of the posting besides: all else would follow.'),
};

function checkSchema(kinds: Readonly<Record<string, CheckKind>>) {
  // Most options are gates, declared once for all kinds: so is their schema, which is dear to make.
  const made = new Map<OptionSpec, z.ZodType>();
  const schemaOf = (spec: OptionSpec): z.ZodType => {
    const schema = optionSchema(spec);
    return (spec.required ? schema : schema.optional()).describe(spec.doc);
  };
  const options = Object.entries(kinds).map(([name, kind]) => {
    const shape: Record<string, z.ZodType> = { kind: z.literal(name).describe(kind.doc), ...narrowing };
    for (const [option, spec] of Object.entries(kind.options)) {
      const schema = made.get(spec) ?? schemaOf(spec);
      made.set(spec, schema);
      shape[option] = schema;
    }
    return z.strictObject(shape).describe(kind.doc);
  });
  return z.discriminatedUnion('kind', options as unknown as [z.ZodObject<{ kind: z.ZodLiteral<string> }>]);
}

const example = {
  name: text.describe('What the example shows, as part of a sentence.'),
  posting: text.describe('A posting, or as much of one as shows the case.'),
  today: day.optional().describe('The day of the review; 2026-11-22 when left out.'),
  config: z.record(z.string(), z.unknown()).optional().describe('Team configuration that the example needs.'),
};

/** One rule file. */
export function ruleSchema(kinds: Readonly<Record<string, CheckKind>>) {
  const check = checkSchema(kinds);
  return z.strictObject({
    id: text.optional().describe('The id is the file’s name; written here it must be the same.'),
    title: text.describe('What is wrong, as a short statement.'),
    why: text.describe('What it costs: one or two sentences.'),
    fix: text.describe('What to write instead.'),
    limits: text.optional().describe('Where it is known to err, or why it is off.'),
    source: text.describe('Where the rule comes from: a word, or a link.'),
    severity: severity.describe('error, warning or notice.'),
    on: z.boolean().optional().describe('Whether the rule holds without configuration; true when left out.'),
    waivable: z.boolean().optional().describe('Whether a posting may waive it; true when left out.'),
    lanes: aims.optional().describe('Lanes it holds for; all when left out.'),
    levels: aims.optional().describe('Levels it holds for; all when left out.'),
    language: z
      .string()
      .regex(/^[a-z]{2}$/)
      .optional()
      .describe('Language of its words, such as en: it is silent on postings in another one. All when left out.'),
    trade: z.enum(['ml']).optional().describe('ml: it is silent on postings of other professions. All when left out.'),
    pages: z
      .boolean()
      .optional()
      .describe('Whether it speaks of pages that are no postings, too; false when left out.'),
    'yields-to': texts
      .min(1)
      .optional()
      .describe('Rules beside whose findings in the same posting it is silent: they tell the same fault better.'),
    check: z
      .union([check, z.array(check).min(1)])
      .describe('What is looked for: a check kind with its options, or a list of them.'),
    message: text
      .optional()
      .describe('What a finding says; {found}, {lane}, {level} and the check’s own values may stand in it.'),
    mend: z
      .strictObject({
        replace: z.string().optional().describe('New text for the words found.'),
        words: z.record(z.string(), z.string()).optional().describe('New text by the word found.'),
        remove: z.enum(['words', 'block']).optional().describe('Remove the words found, or the line or list item.'),
      })
      .optional()
      .describe('How the words found are mended.'),
    certain: z
      .boolean()
      .optional()
      .describe('Whether its mend is the only cure, so that --fix writes it; false when left out.'),
    examples: z
      .strictObject({
        flagged: z
          .array(z.strictObject({ ...example, says: texts.describe('Each finding as “line:column message”.') }))
          .describe('Postings with the fault.'),
        clean: z.array(z.strictObject(example)).describe('Postings without it; one of them a near miss.'),
      })
      .optional()
      .describe('Tests and documentation of the rule: at least two flagged and two clean.'),
  });
}

/** One file of `terms/`. */
export const termsSchema = z.strictObject({
  terms: z
    .record(
      z.string(),
      z.strictObject({
        doc: text.describe('What the vocabulary holds, one line.'),
        phrases: oneOrMore.optional().describe('Phrases of the vocabulary.'),
        includes: texts.optional().describe('Names of vocabularies that belong to it.'),
      }),
    )
    .describe('Vocabularies by name; {name} in a phrase stands for any phrase of one.'),
});

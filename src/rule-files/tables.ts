/** The tables of `rules/` (lanes, bands, benchmarks, laws, words for reading, settings) → rule sources. */
import { z } from 'zod';
import type { TeamConfig } from '../policy/model.ts';
import type { Benchmark } from '../types/market.ts';
import type { PayLaw } from '../types/policy.ts';
import type { Lane, Level } from '../types/words.ts';
import { currency, day, PERIODS, SECTION_KINDS, SEVERITIES, severity, text, texts } from './schemas.ts';

const positive = z.number().positive();

export const laneSchema = z
  .strictObject({
    title: text.describe('The lane’s name for people.'),
    aliases: texts.optional().describe('Other words that a posting may declare it by.'),
    'weeks-to-fill': z
      .tuple([positive, positive])
      .describe('Weeks that filling such a role takes, from and to.')
      .meta({ examples: [[6, 10]] }),
    'collides-with': text.optional().describe('The lane whose band a pay of this lane must not sit in instead.'),
  })
  .meta({ examples: [{ title: 'Robotics', 'weeks-to-fill': [6, 10] }] });

export const levelSchema = z
  .strictObject({
    title: text.describe('The level’s name for people.'),
    aliases: texts.optional().describe('Other words that a posting may declare it by.'),
    'title-words': texts.optional().describe('Words in a posting’s title that name the level.'),
    years: z
      .strictObject({ min: z.number().min(0), max: positive.optional() })
      .describe('Total years of work that the ladder asks for; without max no upper end.')
      .meta({ examples: [{ min: 8, max: 12 }] }),
    'production-years': positive.optional().describe('Those of them with ML in production.'),
  })
  .meta({ examples: [{ title: 'Lead', years: { min: 8 } }] });

export const lanesSchema = z.strictObject({
  assumed: z
    .strictObject({ lane: text.optional(), level: text.optional() })
    .optional()
    .describe('What a posting is judged as where it declares nothing.'),
  lanes: z.record(z.string(), laneSchema).describe('Lanes by id.'),
  levels: z.record(z.string(), levelSchema).describe('Levels by id, from the lowest.'),
});

const bounds = z.tuple([positive, positive]);

export const benchmarksSchema = z.strictObject({
  benchmarks: z.array(
    z.strictObject({
      name: text,
      title: text,
      'as-of': text,
      value: positive.optional(),
      min: positive.optional(),
      max: positive.optional(),
      currency: currency.optional(),
      note: text,
      source: text.optional(),
    }),
  ),
});

export const lawsSchema = z.strictObject({
  laws: z.array(
    z.strictObject({
      id: text,
      place: text,
      where: texts.min(1),
      employees: z.number().min(0),
      since: day,
      needs: texts,
      'max-spread': z.strictObject({ amount: positive, currency, 'unless-above': positive }).optional(),
      severity: severity.optional(),
      source: text,
      'as-of': day,
    }),
  ),
});

const lists = z.record(z.string(), texts).optional();

/** What a team may add for reading: sections.yml and words.yml of its rules folder. */
export const teamWordsSchema = z.strictObject({
  sections: z
    .array(z.strictObject({ kind: z.enum(SECTION_KINDS), headings: texts }))
    .optional()
    .describe('Headings by the kind of their section, as phrases.'),
  openings: lists.describe('First words of sentences, as phrases, by the name of a list of rules/words.yml.'),
  words: lists.describe('Words by the name of a list of rules/words.yml or rules/pay-words.yml.'),
});

/** Words for reading: any further file beside the built-in tables. */
export const wordsSchema = teamWordsSchema.extend({
  fields: lists,
  currencies: z
    .array(
      z.strictObject({
        code: currency,
        symbols: texts,
        shared: texts.optional(),
        elsewhere: z.record(z.string(), texts).optional(),
        prefixes: texts.optional(),
        unit: positive,
      }),
    )
    .optional(),
  'plausible-pay': z.record(z.enum(PERIODS), bounds).optional(),
  'local-currencies': z.array(z.strictObject({ currency, lands: texts, cities: texts, codes: texts })).optional(),
});

/** Settings that `rules/settings.yml` and a team's configuration share. */
export const settingShapes = {
  postings: texts.describe('Globs of the paths that are postings, from the repository’s root.'),
  'shared-folders': texts.describe(
    'Globs of paths that are postings only where the text has a posting’s shape; none where a team sets postings alone.',
  ),
  'ignore-files': texts.describe('Globs of file names that are never postings.'),
  'document-files': texts.describe('Globs of file names that are postings only where the text has a posting’s shape.'),
  'fail-on': z.enum([...SEVERITIES, 'never']).describe('Least severity that fails a review.'),
  'fail-scope': z
    .enum(['posting', 'line'])
    .describe('Whether all findings of a touched posting decide, or only those on changed lines.'),
  'show-bands': z.boolean().describe('Whether figures of the bands may stand in comments, summaries and logs.'),
  'suggest-comp': z.boolean().describe('Whether a fix may be offered that moves the posting’s pay to the band.'),
  'ignore-names': texts.describe('Company and product names whose words count for nothing.'),
  jurisdictions: texts.describe('Places whose pay law binds the team: its findings are errors there.'),
  employees: z.number().int().min(0).describe('Number of employees: laws for larger employers stay silent.'),
  audit: z
    .strictObject({
      'pay-rules': texts.describe('Rules whose findings are listed as pay that fell behind.'),
      'time-rules': texts.describe('Rules whose findings are listed as postings past their time.'),
      'band-months': positive.describe('Months after which a band is old.'),
      'unobeyed-share': z.number().min(0).max(1).describe('Share of postings from which on a rule counts as unobeyed.'),
      'unobeyed-postings': z.number().int().min(1).describe('Postings from which on it does.'),
    })
    .partial()
    .describe('What the audit of the whole tree lists.')
    .meta({ examples: [{ 'band-months': 18 }] }),
};

export const settingsSchema = z.strictObject(settingShapes).partial();

type Data = Record<string, unknown>;

/** Lanes of a checked table. */
export function lanesOf(table: unknown): { lanes: Lane[]; collidesWith: Record<string, string> } {
  const collidesWith: Record<string, string> = {};
  const lanes = Object.entries(table as Record<string, z.infer<typeof laneSchema>>).map(([id, data]): Lane => {
    if (data['collides-with'] !== undefined) collidesWith[id] = data['collides-with'];
    return { id, title: data.title, aliases: data.aliases ?? [], weeksToFill: data['weeks-to-fill'] };
  });
  return { lanes, collidesWith };
}

/** Levels of a checked table. */
export function levelsOf(table: unknown): Level[] {
  return Object.entries(table as Record<string, z.infer<typeof levelSchema>>).map(([id, data]) => ({
    id,
    title: data.title,
    aliases: data.aliases ?? [],
    titleWords: data['title-words'] ?? [],
    years: { min: data.years.min, max: data.years.max ?? null },
    productionYears: data['production-years'] ?? null,
  }));
}

/** Benchmarks of a checked file; dollars where no currency is named. */
export function benchmarksOf(list: unknown): Benchmark[] {
  return (list as Data[]).map((data) => ({ currency: 'USD', ...(camelKeys(data) as object) }) as Benchmark);
}

/** Pay laws of a checked file. */
export function lawsOf(list: unknown): PayLaw[] {
  return (list as Data[]).map((data) => camelKeys(data) as unknown as PayLaw);
}

/** Settings of a checked file; absent ones stay absent. */
export function settingsOf(data: unknown): TeamConfig['settings'] {
  return camelKeys(data) as TeamConfig['settings'];
}

/** A value with its keys as code writes them. */
export function camelKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camelKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      camelKeys(inner),
    ]),
  );
}

/** Shape of `.github/jd-review.yml`. */
import { z } from 'zod';
import { currency, day, SEVERITIES, text, texts } from './schemas.ts';
import { bandTableSchema, geoSchema, laneSchema, levelSchema, ratesSchema, settingShapes } from './tables.ts';

const ruleSetting = z.union([z.enum(['on', 'off', ...SEVERITIES]), z.boolean(), z.record(z.string(), z.unknown())]);

/** Settings by key. Each is optional: what is not said stays as built in. */
export const CONFIG_SHAPES = {
  ...settingShapes,
  rules: z
    .record(z.string(), ruleSetting)
    .describe(
      'Rules by id: on, off, a severity, or a mapping of on, severity, waivable and the options of its checks.',
    ),
  waivable: z
    .union([z.enum(['all', 'none']), texts])
    .describe('Rules that postings may waive: all, none, or a list of ids.')
    .meta({ examples: [['rule-id']] }),
  'rules-folder': z
    .string()
    .regex(/^(?!.*(^|\/)\.\.(\/|$))(?!\/)(?!.*\\).+$/)
    .describe('Folder of the team’s own rules, from the repository’s root.'),
  lanes: z.record(z.string(), laneSchema).describe('Own lanes by id; one of a built-in id takes its place.'),
  levels: z.record(z.string(), levelSchema).describe('Own levels by id; one of a built-in id takes its place.'),
  bands: bandTableSchema.describe('Own bands by lane and level: [min, max] or a mapping; other bands stay.'),
  'built-in-bands': z.boolean().describe('Whether built-in bands stay beside the team’s own; true when left out.'),
  'bands-currency': currency.describe('Currency of own bands; USD when left out.'),
  'bands-source': text.describe('Where own bands come from.'),
  'bands-as-of': day.describe('Day that own bands were true.'),
  'geo-factors': geoSchema.describe('Cost-of-labour factor by place, 1 = national base.'),
  rates: ratesSchema.describe('Units of the bands’ currency for one unit of another, by currency code.'),
  fields: z.record(z.string(), texts).describe('Frontmatter keys that the team uses, by the field they mean.'),
} as const;

/** How deep in a setting one faulty entry can be left out: 1 the setting itself, 2 its entries, 3 theirs. */
export const DEPTHS: Readonly<Record<string, number>> = {
  postings: 2,
  'shared-folders': 2,
  'ignore-files': 2,
  'document-files': 2,
  'ignore-names': 2,
  jurisdictions: 2,
  rules: 2,
  lanes: 2,
  levels: 2,
  bands: 3,
  'geo-factors': 2,
  rates: 2,
  fields: 2,
};

/** The whole file, for editors. */
export const configSchema = z.strictObject(CONFIG_SHAPES).partial();

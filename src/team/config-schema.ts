/** Shape of `.github/jd-review.yml`. */
import { z } from 'zod';
import { bandTableSchema, geoSchema, ratesSchema } from '../rule-files/band-tables.ts';
import { currency, day, SEVERITIES, text, texts } from '../rule-files/schemas.ts';
import { laneSchema, levelSchema, settingShapes } from '../rule-files/tables.ts';

const ruleSetting = z.union([z.enum(['on', 'off', ...SEVERITIES]), z.boolean(), z.record(z.string(), z.unknown())]);

const bandFile = z.string().regex(/^(?!.*(^|\/)\.\.(\/|$))(?!\/)(?!.*\\).+\.csv$/i);

/** Files of bands, paths from the repository's root. */
export const bandFilesSchema = z
  .union([bandFile, z.array(bandFile).min(1)])
  .describe('a path that ends in .csv, or a list of such paths')
  .meta({ examples: ['bands.csv'] });
/** Beyond a fifth a year no market has risen for long: such a rate is a slip of the pen. */
const ageingSchema = z
  .string()
  .regex(/^\s*[01]?\d(?:[.,]\d{1,2})?\s*%\s*$/)
  .meta({ examples: ['4%'] });

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
  baseline: z
    .string()
    .regex(/^(?!.*(^|\/)\.\.(\/|$))(?!\/)(?!.*\\).+\.json$/i)
    .describe(
      'File of the findings that the team knows, from the repository’s root: they do not fail, and are counted only.',
    )
    .meta({ examples: ['.github/jd-baseline.json'] }),
  lanes: z.record(z.string(), laneSchema).describe('Own lanes by id; one of a built-in id takes its place.'),
  levels: z.record(z.string(), levelSchema).describe('Own levels by id; one of a built-in id takes its place.'),
  bands: z
    .union([bandTableSchema, bandFilesSchema])
    .describe(
      'Own bands by lane and level: [min, max] or a mapping; other bands stay. Or CSV files that hold them, from the repository’s root.',
    ),
  'age-bands': ageingSchema.describe(
    'What bands rise by a year, from their day to today: 4%. Not at all when left out.',
  ),
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
  audit: 3,
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

/** The mapping file: which column of a survey holds what, and which of its jobs and levels are ours. */
import { z } from 'zod';
import { writeInstead } from '../nearest.ts';
import { currency, day, PERIODS, text } from '../rule-files/schemas.ts';
import { shapeFaults } from '../strict-yaml/issues.ts';
import { readYaml, type YamlPath } from '../strict-yaml/yaml.ts';
import type { Problem } from '../types/place.ts';

/** What a column may hold. Percentiles stand in columns of their own, or one a row (`statistic`, `value`). */
export const ROLES = [
  'job',
  'level',
  'location',
  'min',
  'mid',
  'max',
  'p10',
  'p25',
  'p50',
  'p75',
  'p90',
  'statistic',
  'value',
  'currency',
  'effective',
  'period',
] as const;
export type Role = (typeof ROLES)[number];

/** Figures of a survey in their order, as far as they are given. */
export const FIGURES = ['p10', 'p25', 'p50', 'p75', 'p90'] as const;
export type Figure = (typeof FIGURES)[number] | 'min' | 'mid' | 'max';

const figure = z.enum(['p10', 'p25', 'p50', 'p75', 'p90', 'min', 'mid', 'max']);

export const mappingSchema = z.strictObject({
  sheet: text.optional().describe('Name of the sheet of a workbook; the first when left out.'),
  'header-row': z.number().int().positive().describe('The row that names the columns, counted as a spreadsheet does.'),
  columns: z
    .partialRecord(z.enum(ROLES), text)
    .describe('Columns by what they hold: the name in the header row, or the letter.'),
  band: z
    .tuple([figure, figure])
    .optional()
    .describe('Figures that become the two ends of a band; p25 and p75 when left out.'),
  jobs: z
    .record(z.string(), text)
    .describe('Our lane by the survey’s job; where its title names the level, lane and level.'),
  levels: z.record(z.string(), text).optional().describe('Our level by the survey’s.'),
  locations: z.array(text).optional().describe('Rows of these locations are taken; all when left out.'),
  'fill-down': z
    .boolean()
    .optional()
    .describe('Whether an empty job, level or location means the one above (merged cells).'),
  unit: z.number().positive().optional().describe('What figures are multiplied by: 1000 where they are thousands.'),
  dates: z.enum(['day-first', 'month-first']).optional().describe('How 03/04/2026 is meant.'),
  currency: currency.optional().describe('Currency of rows that name none.'),
  period: z.enum(PERIODS).optional().describe('What the figures are paid for; year when left out.'),
  source: text.optional().describe('Where the bands come from; the file’s name when left out.'),
  'as-of': day.optional().describe('Day of rows that name none.'),
});
export type Mapping = z.infer<typeof mappingSchema>;

/** Ids that a mapping may name. */
export interface Known {
  readonly lanes: readonly string[];
  readonly levels: readonly string[];
}

/** Reads a mapping file; faults carry line and column. */
export function readMapping(
  path: string,
  source: string,
  known: Known,
): { mapping: Mapping } | { problems: readonly Problem[] } {
  const yaml = readYaml(path, source);
  if (yaml.problems.length > 0) return { problems: yaml.problems };
  const { faults, data } = shapeFaults(mappingSchema, yaml.value ?? {}, yaml);
  if (faults.length > 0) return { problems: faults.map((fault) => fault.problem) };
  const mapping = data as Mapping;
  const problems: Problem[] = [];
  const hold = (at: YamlPath, what: string, id: string, ids: readonly string[]) => {
    if (ids.includes(id)) return;
    const message = `There is no ${what} “${id}”: ${writeInstead(id, ids)}.`;
    problems.push({ path, place: yaml.place(at), message, severity: 'error' });
  };
  for (const [job, own] of Object.entries(mapping.jobs)) {
    const { lane, level } = ownOf(own);
    hold(['jobs', job], 'lane', lane, known.lanes);
    if (level !== undefined) hold(['jobs', job], 'level', level, known.levels);
  }
  for (const [level, own] of Object.entries(mapping.levels ?? {})) hold(['levels', level], 'level', own, known.levels);
  return problems.length > 0 ? { problems } : { mapping };
}

/** `llm`, or `llm senior` where a survey’s title names the level. */
export function ownOf(own: string): { readonly lane: string; readonly level?: string } {
  const [lane = '', level] = own.trim().split(/[\s/]+/);
  return { lane, ...(level ? { level } : {}) };
}

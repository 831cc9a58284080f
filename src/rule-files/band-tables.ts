/** Tables of bands: their shapes, and bands out of checked ones. */
import { z } from 'zod';
import type { Band } from '../types/market.ts';
import { currency, day, PERIODS, text } from './schemas.ts';
import { camelKeys } from './tables.ts';

const positive = z.number().positive();

// Editors see the bound; here band-sense.ts tells what breaks it in words of lane and level.
const overZero = z.number().meta({ exclusiveMinimum: 0 });

const pay = overZero.meta({ exclusiveMinimum: 0, examples: [150000] });

const cell = z.strictObject({
  min: pay.describe('Least base pay.'),
  max: pay.describe('Greatest base pay.'),
  currency: currency.optional(),
  period: z.enum(PERIODS).optional(),
  source: text.optional(),
  'as-of': day.optional(),
});

/** A band of a table: a mapping, or `[min, max]`. */
export const bandCellSchema = z
  .union([cell, z.tuple([pay, pay])])
  .describe('The least and the greatest base pay')
  .meta({ examples: [[150000, 195000]] });
export const bandTableSchema = z.record(
  z.string(),
  z.record(z.string(), bandCellSchema).meta({ examples: [{ mid: [150000, 195000] }] }),
);
export const geoSchema = z.record(z.string(), overZero).meta({ examples: [{ Denver: 0.95 }] });
export const ratesSchema = z.record(currency, positive).meta({ examples: [{ EUR: 1.08 }] });

const bounds = z.tuple([positive, positive]);

/** What figures must keep to for being no slip of the pen. */
export const plausibleSchema = z.strictObject({
  pay: z
    .partialRecord(z.enum(PERIODS), bounds)
    .describe('Least and greatest base pay by period, in US dollars; other currencies by the size of their unit.'),
  spread: positive.describe('The greatest max ÷ min of a band.'),
  factor: bounds.describe('The least and the greatest geo factor.'),
});

/** What the bands of a structure mostly keep to; beyond it is worth a look, no fault. */
export const usualSchema = z.strictObject({
  spread: bounds.describe('The least and the greatest (max − min) ÷ min of a band.'),
  progression: bounds.describe('How much higher than the level below a midpoint is, least and most, as a share.'),
  overlap: positive.describe('The greatest part of a range that the one below reaches into.'),
  months: positive.describe('Months after which a band is stale.'),
});

export const bandsSchema = z.strictObject({
  currency: currency.optional().describe('Currency of the bands; USD when left out.'),
  period: z.enum(PERIODS).optional().describe('Period of the bands; year when left out.'),
  source: text.describe('Where the bands come from.'),
  'as-of': day.describe('Day that the bands were true.'),
  bands: bandTableSchema.describe('Base pay by lane and level.'),
  'geo-factors': geoSchema.optional().describe('Cost-of-labour factor by place, 1 = national base.'),
  rates: ratesSchema.optional().describe('Units of the band’s currency for one unit of another.'),
  low: positive.optional().describe('Midpoint ratio (posting ÷ band) below which pay counts as below its band.'),
  plausible: plausibleSchema
    .optional()
    .describe('What bands and geo factors must keep to for being no slip of the pen.'),
  usual: usualSchema.optional().describe('What the bands of a structure mostly keep to.'),
});

/** What a cell of a band table may leave out. */
export type BandBase = Pick<Band, 'currency' | 'period' | 'source' | 'asOf'>;
export type BandData = z.infer<typeof bandCellSchema>;

/** Bands of a checked table of lane × level; what a cell leaves out comes from `base`. */
export function bandsOf(table: unknown, base: BandBase): Band[] {
  return Object.entries(table as z.infer<typeof bandTableSchema>).flatMap(([lane, row]) =>
    Object.entries(row).map(([level, value]) => bandOf(lane, level, value, base)),
  );
}

/** One cell of a checked band table. */
export function bandOf(lane: string, level: string, value: BandData, base: BandBase): Band {
  const data = Array.isArray(value) ? { min: value[0], max: value[1] } : value;
  return { ...base, lane, level, ...(camelKeys(data) as { min: number; max: number }) };
}

/** Factors by place, in the order of the table. */
export function geoOf(table: unknown): { place: string; factor: number }[] {
  return Object.entries((table ?? {}) as Record<string, number>).map(([place, factor]) => ({ place, factor }));
}

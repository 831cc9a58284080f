/** Bands and benchmarks of the market, and a posting’s pay beside them. This file imports only the types of a posting. */

import type { Currency, Period } from './pay.ts';
import type { Day } from './place.ts';

/** Market band of a lane and level: base pay at offer stage, not percentiles. */
export interface Band {
  readonly lane: string;
  readonly level: string;
  readonly min: number;
  readonly max: number;
  readonly currency: Currency;
  readonly period: Period;
  readonly source: string;
  readonly asOf: Day;
  /** Brought to today: at this rate a year, by this factor, from these ends. */
  readonly aged?: { readonly rate: number; readonly factor: number; readonly min: number; readonly max: number };
}

export interface Benchmark {
  readonly name: string;
  readonly title: string;
  readonly asOf: string;
  /** Median or average base, or a range; USD a year unless `currency` says otherwise. */
  readonly value?: number;
  readonly min?: number;
  readonly max?: number;
  readonly currency: Currency;
  readonly note: string;
}

/** All that the pay comparison knows of the market. */
export interface Market {
  readonly bands: readonly Band[];
  readonly benchmarks: readonly Benchmark[];
  /** What bands rise by a year from their day on, as a share; none where absent. */
  readonly ageing?: number;
  /** Cost-of-labour factor by place word of a location, 1 = national base. */
  readonly geoFactors: readonly { readonly place: string; readonly factor: number }[];
  /** Units of the band's currency for one unit of another, by ISO code. */
  readonly rates: Readonly<Record<Currency, number>>;
  /** Midpoint ratio below which pay counts as below its band though it overlaps it. */
  readonly lowRatio?: number;
  /** The applied-like lane whose band a collision is measured against, by lane; data of lanes.yml. */
  readonly collidesWith: Readonly<Record<string, string>>;
}

/** Posted range beside one band, all per year in the posting's currency; `band` itself is as the table has it. */
export interface BandComparison {
  readonly band: Band;
  /** The band after the geo factor. */
  readonly min: number;
  readonly max: number;
  readonly midpoint: number;
  /** Posting midpoint ÷ band midpoint. */
  readonly midpointRatio: number;
  /** |posting ∩ band| ÷ posting width, 0–1; for a single figure 1 inside, 0 outside. */
  readonly overlap: number;
  /** Posting max − band min when the posting lies below, posting min − band max when above; else null. */
  readonly gap: number | null;
  /** (x − band min) ÷ (band max − band min) for the posting's min, midpoint, max. */
  readonly penetration: { readonly min: number; readonly mid: number; readonly max: number };
}

export interface Comparison {
  /** Posted pay, annualised (hour × 2080, day × 260, week × 52, month × 12). */
  readonly posted?: {
    readonly min: number;
    readonly max: number;
    readonly midpoint: number;
    readonly currency: Currency;
    /** Written in lakhs or crores, and shown so. */
    readonly lakh?: true;
    /** The amounts as they were written, where not by the year. */
    readonly written?: { readonly min: number; readonly max: number; readonly period: Exclude<Period, 'year'> };
  };
  /** Own band; absent → `reason` says why. */
  readonly own?: BandComparison;
  /** Where the level has no band: the pay beside that of the nearest level of its lane that has one, a lower one first. */
  readonly near?: { readonly side: 'lower' | 'higher'; readonly beside: BandComparison };
  /** Bands of other lanes at the same level, for the picture; the collision lane first. */
  readonly others: readonly BandComparison[];
  readonly geo?: { readonly place: string; readonly factor: number };
  /** Places with different factors, which the location names alike: then none is applied. */
  readonly places?: readonly string[];
  /** Rate used to convert, where one was. */
  readonly rate?: { readonly from: Currency; readonly to: Currency; readonly rate: number };
  /** The midpoint lies under the band’s lower end or the market’s `lowRatio`; without a band under that of the next lower level. */
  readonly isBelow?: true;
  readonly benchmarks: readonly Benchmark[];
  /** Why there is no comparison (`no band for staff`, `hourly pay`, `EUR, no rate configured`, `no pay stated`). */
  readonly reason?: string;
}

/** Pay as it is posted. */

import type { Span } from './place.ts';

export type Currency = string;
export type Period = 'hour' | 'day' | 'week' | 'month' | 'year';
export type PayKind = 'base' | 'ote' | 'total' | 'unknown';
export type PayFlag =
  | 'open-min'
  | 'open-max'
  | 'approx'
  | 'doe'
  | 'equity'
  | 'bonus'
  | 'contract'
  | 'gross'
  | 'net'
  | 'geo'
  | 'level'
  | 'reversed'
  | 'malformed'
  | 'implausible'
  | 'no-period'
  | 'no-currency'
  | 'scale'
  | 'super';

/** One pay figure of this job. `no-currency`: `currency` is a guess, as the job's place pays in another one. Amounts in `currency` per `period`, as posted (not annualised). */
export interface PayFigure {
  readonly min: number | null;
  readonly max: number | null;
  /** ISO 4217. */
  readonly currency: Currency;
  readonly period: Period;
  readonly kind: PayKind;
  readonly flags: readonly PayFlag[];
  readonly from: 'frontmatter' | 'body';
  readonly span: Span;
  /** The place or level a figure is for, as written, where one is named. */
  readonly label?: string;
  /** Written in lakhs or crores, and shown so. */
  readonly lakh?: true;
}

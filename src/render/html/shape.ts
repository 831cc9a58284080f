/** What the page and its script hand to each other. Imports types only, as it goes into both. */

import type { Severity } from '../../types/place.ts';

/** Where posted pay lies beside its market band; `none` where it is not compared. */
export type Standing = 'below' | 'partly below' | 'inside' | 'wider than' | 'partly above' | 'above' | 'none';

/** A posting as the overview tells it: one line of JSON in the page. */
export interface Row {
  readonly path: string;
  readonly title: string | null;
  readonly lane: string | null;
  readonly level: string | null;
  readonly place: string | null;
  readonly pay: {
    /** Posted pay a year, in words; null where none could be read. */
    readonly text: string | null;
    /** For sorting, in US dollars or the band's currency where that is known, else as posted. */
    readonly middle: number | null;
    readonly standing: Standing;
    /** Posted ends by the band's: 0 its lower end, 1 its upper. Absent where the band is private. */
    readonly beside?: readonly [from: number, to: number];
  };
  /** Rule and severity of each finding, in order of place. */
  readonly found: readonly (readonly [rule: string, severity: Severity | 'waived'])[];
}

/** What the page tells of all postings together. */
export interface Facts {
  /** Levels from the first of the ladder to the last. */
  readonly levels: readonly string[];
  /** Titles of the rules that found something, by id. */
  readonly rules: Readonly<Record<string, string>>;
}

/** Ids of elements that the script looks for. */
export const ID = { facts: 'facts', rows: 'rows', postings: 'postings' } as const;

/** What ends the HTML of each posting; it cannot stand in HTML. */
export const APART = '\0';

import type { Band, BandComparison, Comparison, Market } from '../types/market.ts';
import type { Currency, PayFigure } from '../types/pay.ts';
import type { Day } from '../types/place.ts';
import type { Posting } from '../types/posting.ts';
import type { Level } from '../types/words.ts';
import { agedBands } from './ageing.ts';
import { PER_YEAR } from './year.ts';

/** Flags of a figure whose amount is not known well enough to compare. */
const UNSURE: ReadonlySet<string> = new Set([
  'open-min',
  'open-max',
  'malformed',
  'implausible',
  'no-period',
  'scale',
  'no-currency',
]);

/** What else bears on a comparison. */
export interface CompareOptions {
  /** What a posting that declares none is judged as. */
  readonly assumed?: { readonly lane?: string; readonly level?: string };
  /** Words of an employment type whose pay is no full-time pay. */
  readonly partTime?: readonly string[];
  /** Words of one that is a contract, and those which say that the contract is permanent employment. */
  readonly contract?: readonly string[];
  readonly permanent?: readonly string[];
  /** The day that bands are aged to. */
  readonly today?: Day;
  /** The ladder, in any order: says which level is near one that has no band. */
  readonly levels?: readonly Pick<Level, 'id' | 'years'>[];
}

interface Posted {
  readonly min: number;
  readonly max: number;
  readonly midpoint: number;
  readonly currency: Currency;
  readonly lakh?: true;
  readonly written?: NonNullable<Comparison['posted']>['written'];
}

/**
 * Posting pay × bands × benchmarks: the declared range, else the first closed base range of the body, beside the band of
 * its lane and level. What cannot be compared says why in `reason`; nothing is ever compared with a guess.
 */
export function compare(posting: Posting, market: Market, options: CompareOptions = {}): Comparison {
  const { benchmarks } = market;
  const figure = comparable(posting);
  const lane = posting.lane.id ?? options.assumed?.lane;
  const rank = posting.level.id ?? options.assumed?.level;
  const { geo, places } = geoOf(posting.location?.text, market);
  const shared = { benchmarks, ...(geo ? { geo } : {}), ...(places ? { places } : {}) };
  if (typeof figure === 'string') return { ...shared, others: [], reason: figure };

  const posted = yearly(figure);
  const missing = lane === undefined ? 'lane' : rank === undefined ? 'level' : undefined;
  if (missing) return { ...shared, posted, others: [], reason: `no ${missing} declared` };
  const bands = bandsToday(market, options.today, posted.currency);
  const peers = bands.filter((band) => band.level === rank);
  const band = peers.find((each) => each.lane === lane);
  const factor = geo?.factor ?? 1;
  const reason = unlike(figure, posting, options);
  if (reason) return { ...shared, posted, others: [], reason };
  if (!band) {
    const near = nearBand(posted, lane, rank, { ...market, bands }, options.levels ?? [], factor);
    return {
      ...shared,
      posted,
      others: [],
      reason: `no band for ${lane} ${rank}`,
      ...(near ? { near, ...rateOf(posted, near.beside.band, market) } : {}),
      ...below(near?.side === 'lower' && near.beside.penetration.mid < 0),
    };
  }

  const rate = posted.currency === band.currency ? 1 : market.rates[posted.currency];
  if (rate === undefined) {
    return { ...shared, posted, others: [], reason: `${posted.currency}, no rate to ${band.currency} configured` };
  }
  const beside = (each: Band) => besideBand(posted, each, factor / rate);
  const first = market.collidesWith[lane as string];
  const others = peers
    .filter((each) => each !== band && each.currency === band.currency)
    .sort((a, b) => Number(b.lane === first) - Number(a.lane === first))
    .map(beside);
  const own = beside(band);
  return {
    ...shared,
    posted,
    own,
    others,
    ...below(posted.midpoint < own.min || own.midpointRatio < (market.lowRatio ?? 0)),
    ...rateOf(posted, band, market),
  };
}

/** The rate that a band was converted at, where it was. */
function rateOf({ currency }: Posted, band: Band, market: Market): Pick<Comparison, 'rate'> {
  const rate = market.rates[currency];
  return currency === band.currency || rate === undefined ? {} : { rate: { from: currency, to: band.currency, rate } };
}

function below(isBelow: boolean | undefined): Pick<Comparison, 'isBelow'> {
  return isBelow ? { isBelow } : {};
}

/** The figure to compare, or why there is none. */
function comparable(posting: Posting): PayFigure | string {
  const { comp } = posting;
  if (comp) {
    if (comp.kind === 'total' || comp.kind === 'ote') return 'the declared pay is total pay, not base';
    if (comp.flags.includes('no-currency')) return 'the declared pay does not say its currency';
    return comp.flags.some((flag) => UNSURE.has(flag)) ? 'the declared pay has no closed range' : comp;
  }
  const body = posting.pay.filter((figure) => figure.from === 'body');
  const base = body.filter((figure) => figure.kind === 'base' || figure.kind === 'unknown');
  const sure = base.filter((figure) => !figure.flags.some((flag) => UNSURE.has(flag)));
  const closed = sure.find((figure) => !figure.flags.includes('contract')) ?? sure[0];
  if (closed) return closed;
  if (base.some((figure) => figure.flags.includes('no-currency'))) return 'the pay does not say its currency';
  if (base.length > 0) return 'the pay has no closed range';
  return body.length > 0 ? 'only total pay stated' : 'no pay stated';
}

/** The pay beside the band of the nearest level below that has one in its lane, else of the nearest above. */
function nearBand(
  posted: Posted,
  lane: string | undefined,
  rank: string | undefined,
  market: Market,
  levels: readonly Pick<Level, 'id' | 'years'>[],
  factor: number,
): Comparison['near'] {
  const least = (id: string | undefined) => levels.find((level) => level.id === id)?.years.min;
  const own = least(rank);
  if (own === undefined) return undefined;
  let near: { readonly band: Band; readonly side: 'lower' | 'higher'; readonly away: number } | undefined;
  for (const band of market.bands) {
    const years = least(band.level);
    if (band.lane !== lane || years === undefined || years === own) continue;
    const side = years < own ? 'lower' : 'higher';
    const away = Math.abs(years - own);
    const better = !near || (near.side === side ? away < near.away : side === 'lower');
    if (better) near = { band, side, away };
  }
  const rate = near && (posted.currency === near.band.currency ? 1 : market.rates[posted.currency]);
  if (!near || rate === undefined) return undefined;
  return { side: near.side, beside: besideBand(posted, near.band, factor / rate) };
}

/** Pay of another kind than the bands': shown beside them, never compared. */
function unlike(figure: PayFigure, posting: Posting, options: CompareOptions): string | undefined {
  const type = posting.employmentType?.text.toLowerCase() ?? '';
  const says = (words: readonly string[] = []): boolean => words.some((word) => holds(type, word));
  const contract = figure.flags.includes('contract') || (says(options.contract) && !says(options.permanent));
  if (contract && figure.period !== 'year')
    return `contract pay by the ${figure.period}; the bands are of permanent jobs`;
  if (figure.flags.includes('contract')) return 'contract pay; the bands are of permanent jobs';
  if (figure.period === 'hour') return 'hourly pay';
  if (figure.period === 'day') return 'daily pay';
  return says(options.partTime) ? 'part-time pay' : undefined;
}

function yearly(figure: PayFigure): Posted {
  const { period, currency, lakh } = figure;
  const times = PER_YEAR[period];
  const low = (figure.min ?? figure.max) as number;
  const high = (figure.max ?? figure.min) as number;
  const min = low * times;
  const max = high * times;
  return {
    min,
    max,
    midpoint: (min + max) / 2,
    currency,
    ...(lakh ? { lakh: true } : {}),
    ...(period === 'year' ? {} : { written: { min: low, max: high, period } }),
  };
}

/** Midpoint ratio, overlap, gap and penetration of a posted range against one band, which is scaled by place and into the posting's currency. */
function besideBand(posted: Posted, band: Band, factor: number): BandComparison {
  const scale = PER_YEAR[band.period] * factor;
  const min = band.min * scale;
  const max = band.max * scale;
  const midpoint = (min + max) / 2;
  const shared = Math.min(posted.max, max) - Math.max(posted.min, min);
  const width = posted.max - posted.min;
  const overlap = width === 0 ? Number(shared >= 0) : Math.max(0, shared) / width;
  const gap = posted.max < min ? posted.max - min : posted.min > max ? posted.min - max : null;
  const at = (amount: number) => (max === min ? 0 : (amount - min) / (max - min));
  return {
    band,
    min,
    max,
    midpoint,
    midpointRatio: posted.midpoint / midpoint,
    overlap,
    gap,
    penetration: { min: at(posted.min), mid: at(posted.midpoint), max: at(posted.max) },
  };
}

/** Bands as of a day: of a cell that has several currencies the one of the pay, else one that a rate leads to. */
export function bandsToday(market: Market, today: Day | undefined, currency: Currency): readonly Band[] {
  const { rates } = market;
  const fits = (band: Band) => (band.currency === currency ? 2 : Number(rates[currency] !== undefined));
  const chosen = new Map<string, Band>();
  for (const band of market.bands) {
    const cell = `${band.lane}/${band.level}`;
    const other = chosen.get(cell);
    if (!other || fits(band) > fits(other)) chosen.set(cell, band);
  }
  const bands = [...chosen.values()];
  return today === undefined ? bands : agedBands(bands, market.ageing, today);
}

/** The factor of the one place that a location names; where it names several with different factors, those. */
function geoOf(location: string | undefined, market: Market): Pick<Comparison, 'geo' | 'places'> {
  if (location === undefined) return {};
  const text = location.toLowerCase();
  const named = market.geoFactors.filter(({ place }) => holds(text, place.toLowerCase()));
  // “San Francisco Bay Area” is not San Francisco as well.
  const whole = named.filter(
    ({ place }) =>
      !named.some(
        (other) => other.place.length > place.length && holds(other.place.toLowerCase(), place.toLowerCase()),
      ),
  );
  const [geo, ...others] = whole;
  if (!geo) return {};
  return others.every(({ factor }) => factor === geo.factor) ? { geo } : { places: whole.map(({ place }) => place) };
}

/** Whether a text holds words as whole words. */
function holds(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (!isWordAt(text, at - 1) && !isWordAt(text, at + words.length)) return true;
  }
  return false;
}

function isWordAt(text: string, at: number): boolean {
  const sign = text[at];
  return sign !== undefined && /[A-Za-z0-9\u00c0-\u1fff]/.test(sign);
}

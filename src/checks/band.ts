import { bandsToday } from '../pay/market.ts';
import type { CheckKind, OptionSpecs, OptionsOf } from '../types/check.ts';
import type { BandComparison } from '../types/market.ts';
import type { PayFigure } from '../types/pay.ts';
import type { Edit } from '../types/place.ts';
import type { CheckContext, Hint } from '../types/policy.ts';
import { bandOrigin } from '../wording.ts';
import { isClosed, mendFigure, range } from './money.ts';

const TESTS = ['below', 'low', 'above', 'high', 'under-lower', 'low-lower', 'collision', 'straddle'] as const;

const options = {
  test: {
    type: TESTS,
    required: true,
    doc: 'below: all of it lies under the band. low: it reaches the band, yet its midpoint lies under it or under `ratio`. above: all of it lies over the band. high: its midpoint lies over `ratio`. under-lower: its level has no band, and all of it lies under that of the nearest lower level of its lane. low-lower: it reaches that band, and its midpoint lies under it. collision: it misses the band and sits in that of the lane it collides with. straddle: it touches the bands of two levels.',
  },
  ratio: {
    type: 'number',
    doc: 'For low and high: the midpoint ratio (posting ÷ band) beyond which it counts; for below: which a fix must reach.',
  },
  overlap: { type: 'number', doc: 'For collision: least share of the posted range inside the other lane’s band.' },
  share: {
    type: 'number',
    doc: 'For straddle: the part of the range that lies in each of them, at least (default: any).',
  },
  spread: { type: 'number', doc: 'For straddle: the greatest (max − min) ÷ min that still speaks of two levels.' },
} as const satisfies OptionSpecs;

type Options = OptionsOf<typeof options>;

/** The declared pay against the market bands. Points at the `comp` field; silent where there is no comparison. */
export const band: CheckKind<typeof options> = {
  doc: 'The declared pay beside the market band of its lane and level. Silent without a declared range, a band or a rate.',
  options,
  values: ['comp', 'market', 'figures', 'lower', 'other', 'other-figures', 'levels'],
  compile: (options) => (context) => judge(options, context),
};

function judge(check: Options, context: CheckContext): readonly Hint[] {
  const { posting, comparison, policy } = context;
  const { comp } = posting;
  if (check.test === 'under-lower' || check.test === 'low-lower') return besideLower(check.test, context);
  const { own } = comparison;
  if (!comp || !own) return [];
  const shows = policy.settings.showBands;
  const values = valuesOf(comp, own, context);
  const hint = (more: Record<string, string> = {}, edits: readonly Edit[] = []): Hint[] => [
    { span: comp.span, values: { ...values, ...more }, ...(edits.length > 0 ? { edits } : {}) },
  ];

  switch (check.test) {
    case 'below':
      return own.gap !== null && own.gap < 0 ? hint({}, raised(context, own, check.ratio)) : [];
    case 'low': {
      const low = own.penetration.mid < 0 || own.midpointRatio < (check.ratio ?? 0);
      return own.gap === null && low ? hint({}, raised(context, own, check.ratio)) : [];
    }
    case 'above':
      return own.gap !== null && own.gap > 0 ? hint() : [];
    case 'high': {
      const high = own.midpointRatio > (check.ratio ?? Number.POSITIVE_INFINITY);
      return own.gap === null && high ? hint() : [];
    }
    case 'collision': {
      const other = collision(context, own, check.overlap ?? 0.5);
      if (!other) return [];
      const figures = shows ? ` (${listOf(other, context)})` : '';
      return hint({ other: other.band.lane, 'other-figures': figures });
    }
    case 'straddle': {
      const levels = straddle(context, own, check);
      return levels ? hint({ levels }) : [];
    }
  }
}

function valuesOf(comp: PayFigure, beside: BandComparison, context: CheckContext) {
  const shows = context.policy.settings.showBands;
  return {
    comp: range(comp, context.policy.vocabulary),
    market: shows ? `the market band ${listOf(beside, context)}` : 'the market band',
    figures: shows ? ` (${facts(beside, context)})` : '',
  };
}

/** A level without a band pays no less than the one below it. */
function besideLower(test: 'under-lower' | 'low-lower', context: CheckContext): Hint[] {
  const { comp } = context.posting;
  const { near } = context.comparison;
  if (!comp || near?.side !== 'lower') return [];
  const { gap, penetration, band: lower } = near.beside;
  const holds = test === 'under-lower' ? gap !== null && gap < 0 : gap === null && penetration.mid < 0;
  if (!holds) return [];
  return [{ span: comp.span, values: { ...valuesOf(comp, near.beside, context), lower: lower.level } }];
}

/** The colliding lane's band, where the pay misses its own band and sits in that one. */
function collision(context: CheckContext, own: BandComparison, least: number): BandComparison | undefined {
  const lane = context.policy.market.collidesWith[own.band.lane];
  if (own.overlap > 0 || own.gap === null || own.gap >= 0) return undefined;
  return context.comparison.others.find((each) => each.band.lane === lane && each.overlap >= least);
}

/** Titles of two levels whose bands the pay reaches into, its own among them; none where the body prices levels apart. */
function straddle(context: CheckContext, own: BandComparison, check: Options): string | undefined {
  const { spread: widest = Number.POSITIVE_INFINITY, share = 0 } = check;
  const { posting, policy, comparison } = context;
  if (own.overlap === 0 || !comparison.posted) return undefined;
  if (posting.pay.some((figure) => figure.flags.includes('level'))) return undefined;
  const { min, max } = comparison.posted;
  if (max - min > widest * min) return undefined;
  const factor = own.min / own.band.min;
  const touched = bandsToday(policy.market, context.today, own.band.currency).filter(
    (each) =>
      each.lane === own.band.lane &&
      each.currency === own.band.currency &&
      each.period === own.band.period &&
      Math.min(max, each.max * factor) - Math.max(min, each.min * factor) > share * (max - min),
  );
  if (touched.length < 2) return undefined;
  return touched.map((each) => each.level).join(' and ');
}

/** Amounts that a fix proposes are whole steps of this. */
const STEP = 5000;

/**
 * The posting's pay moved to the band's low end with its spread kept, where the team wants such fixes and the result would
 * be low no more; the body's same range moves with it. Empty where the numbers cannot be rewritten with certainty.
 */
function raised(context: CheckContext, own: BandComparison, least = 0): readonly Edit[] {
  const { posting, policy, comparison } = context;
  const { comp } = posting;
  if (!policy.settings.suggestComp || !policy.settings.showBands || comparison.rate) return [];
  if (comp?.period !== 'year' || comp.min === null || comp.max === null) return [];
  const min = Math.ceil(own.min / STEP) * STEP;
  const max = Math.round((min * comp.max) / comp.min / STEP) * STEP;
  if ((min + max) / 2 / own.midpoint < least || (min + max) / 2 < own.min) return [];
  const target: PayFigure = { ...comp, min, max };
  const wrong = [
    comp,
    ...posting.pay.filter((figure) => figure.from === 'body' && figure.kind !== 'total' && isClosed(figure)),
  ];
  const edits = wrong.map((figure) => mendFigure(posting.text, figure, target));
  return edits.every((edit) => edit !== undefined) ? edits : [];
}

function listOf(beside: BandComparison, context: CheckContext): string {
  const { rate, posted } = context.comparison;
  if (!rate) return native(beside, context);
  const ends = { min: rounded(beside.min), max: rounded(beside.max), currency: rate.from, period: 'year' as const };
  return range({ ...ends, ...(posted?.lakh ? { lakh: true } : {}) }, context.policy.vocabulary);
}

/** The band as its table has it, with the factor of the place. */
function native({ band: of, min, max }: BandComparison, { comparison, policy }: CheckContext): string {
  const rate = comparison.rate?.rate ?? 1;
  return range({ min: min * rate, max: max * rate, currency: of.currency, period: 'year' }, policy.vocabulary);
}

/** An amount at a rate, to three digits: more would be false precision. */
function rounded(amount: number): number {
  return Number(amount.toPrecision(3));
}

function facts(own: BandComparison, context: CheckContext): string {
  const { geo, rate } = context.comparison;
  const parts = [`midpoint ratio ${own.midpointRatio.toFixed(2)}`];
  if (own.gap !== null) {
    const size = rate ? rounded(Math.abs(own.gap)) : Math.abs(own.gap);
    const lakh = context.comparison.posted?.lakh ? { lakh: true as const } : {};
    const gap = { min: size, max: size, currency: rate?.from ?? own.band.currency, period: 'year' as const, ...lakh };
    parts.push(`${range(gap, context.policy.vocabulary)} ${own.gap < 0 ? 'short' : 'over'}`);
  }
  parts.push(bandOrigin(own.band));
  if (geo) parts.push(`× ${geo.factor} for ${geo.place}`);
  if (rate) parts.push(`${native(own, context)} at ${rate.rate}`);
  return parts.join('; ');
}

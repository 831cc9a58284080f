import type { Comparison } from '../../types/market.ts';
import type { PostingReview } from '../../types/review.ts';
import { where } from '../picture.ts';
import { range, shortAmount } from './money.ts';
import type { Row, Standing } from './shape.ts';

/** What the overview tells of a posting. */
export function rowOf({ posting, findings, comparison }: PostingReview, showBands: boolean): Row {
  return {
    path: posting.path,
    title: posting.title?.text ?? null,
    lane: posting.lane.id ?? null,
    level: posting.level.id ?? null,
    place: posting.location?.text ?? null,
    pay: payOf(comparison, showBands),
    found: findings.map(({ rule, severity, waived }) => [rule, waived ? 'waived' : severity]),
  };
}

/** Where the posted pay lies beside its own band. */
export function standingOf({ own }: Comparison): Standing {
  return own ? (where(own) as Standing) : 'none';
}

function payOf(comparison: Comparison, showBands: boolean): Row['pay'] {
  const { posted, own, rate } = comparison;
  if (!posted) return { text: null, middle: null, standing: 'none' };
  const text = range(posted, posted.currency, posted.lakh, shortAmount);
  const middle = posted.midpoint * (rate?.rate ?? 1);
  const standing = standingOf(comparison);
  if (!own || !showBands) return { text, middle, standing };
  return { text, middle, standing, beside: [rounded(own.penetration.min), rounded(own.penetration.max)] };
}

function rounded(share: number): number {
  return Number.isFinite(share) ? Math.round(share * 100) / 100 : 0;
}

import { placeOf } from '../../src/finding-place.ts';
import type { Comparison } from '../../src/types/market.ts';
import type { Problem, Severity, Span } from '../../src/types/place.ts';
import type { Posting } from '../../src/types/posting.ts';
import type { Finding, PostingReview, Review } from '../../src/types/review.ts';

/** A posting of which only the text and what is given matter. */
export function postingOf(text: string, given: Partial<Posting> = {}): Posting {
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  return {
    path: 'jobs/a.md',
    text,
    lineStarts,
    frontmatter: { start: 0, end: 0 },
    fields: new Map(),
    faults: [],
    dates: new Map(),
    lane: { alias: false },
    level: { alias: false },
    sections: [],
    blocks: [],
    statements: [],
    tokens: [],
    pay: [],
    years: [],
    waivers: [],
    problems: [],
    ...given,
  };
}

/** Span of the first place where `words` stand. */
export function spanOf(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`“${words}” is not in the text`);
  return { start, end: start + words.length };
}

/** A finding on the first place of `words`. */
export function findingOf(posting: Posting, words: string, given: Partial<Finding> = {}): Finding {
  const span = spanOf(posting.text, words);
  return {
    rule: 'some-rule',
    severity: 'error',
    path: posting.path,
    span,
    ...placeOf(posting.lineStarts, span),
    found: words,
    message: `“${words}” stands here.`,
    why: 'It costs candidates.',
    fix: 'Leave it out.',
    decides: true,
    ...given,
  };
}

export const NOTHING_COMPARED: Comparison = { others: [], benchmarks: [], reason: 'no pay stated' };

/** A review of postings with their findings; totals are counted. */
export function reviewOf(
  postings: readonly (readonly [Posting, readonly Finding[]])[],
  problems: readonly Problem[] = [],
): Review {
  const reviews: PostingReview[] = postings.map(([posting, findings]) => ({
    posting,
    findings,
    comparison: NOTHING_COMPARED,
  }));
  const all = reviews.flatMap((each) => each.findings);
  const tally = (severity: Severity) =>
    all.filter((finding) => !finding.waived && finding.severity === severity).length;
  return {
    postings: reviews,
    problems,
    totals: {
      postings: reviews.length,
      errors: tally('error'),
      warnings: tally('warning'),
      notices: tally('notice'),
      waived: all.filter((finding) => finding.waived).length,
    },
    verdict: tally('error') > 0 ? 'fail' : 'pass',
  };
}

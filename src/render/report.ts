import type { Edit, Problem } from '../types/place.ts';
import type { Debt, PostingReview, Review, Summary } from '../types/review.ts';

/** A posting as a report tells it. */
export interface Told {
  readonly review: PostingReview;
  /** Those that name this posting. */
  readonly problems: readonly Problem[];
  readonly debt?: Debt;
  /** Fixes that hold, by index of finding; for reports that want them. */
  readonly fixes?: ReadonlyMap<number, readonly Edit[]>;
}

/** Where all texts of a tray go. */
export interface Tray {
  readonly tray: number;
  /** Makes ready a run of whole texts: puts in what only the summary tells. */
  readonly finish?: (texts: string) => string;
}

/** Text that is worded only once the trays before it have gone out, for what counts their postings together. */
export type Late = () => string;

/**
 * A report in parts, so that it can be written without holding it or the postings: each posting is worded as soon as it is
 * judged and laid into trays; what counts them all is worded at the end, and says where in it the trays go.
 */
export interface Report {
  /** What stands between two texts of a tray. */
  readonly between: string;
  /** A posting's texts by tray; one that is empty is left out. */
  readonly posting: (told: Told) => readonly string[];
  readonly whole: (summary: Summary) => readonly (string | Tray | Late)[];
}

/** Fixes that hold, by posting and by index of finding. */
export type Fixes = ReadonlyMap<PostingReview, ReadonlyMap<number, readonly Edit[]>>;

/** The report of a review that is held whole, in pieces. */
export function* piecesOf(report: Report, review: Review, fixes: Fixes = new Map()): Generator<string> {
  const problems = byPath(review.problems);
  const told = review.postings.map((each): Told => {
    const held = fixes.get(each);
    return { review: each, problems: problems.get(each.posting.path) ?? [], ...(held ? { fixes: held } : {}) };
  });
  for (const part of report.whole(summaryOf(review, fixes))) {
    if (typeof part === 'string' || typeof part === 'function') {
      yield typeof part === 'string' ? part : part();
      continue;
    }
    let between = '';
    for (const each of told) {
      const text = report.posting(each)[part.tray];
      if (!text) continue;
      yield between + (part.finish ? part.finish(text) : text);
      between = report.between;
    }
  }
}

function summaryOf(review: Review, fixes: Fixes): Summary {
  const { postings, ...rest } = review;
  const paths = new Set(postings.map(({ posting }) => posting.path));
  return {
    ...rest,
    stray: review.problems.filter(({ path }) => !paths.has(path)),
    rules: new Set(postings.flatMap(({ findings }) => findings.map(({ rule }) => rule))),
    fixes: postings.reduce((sum, each) => sum + (fixes.get(each)?.size ?? 0), 0),
  };
}

/** Problems by the path that they name, in their order. */
export function byPath(problems: readonly Problem[]): ReadonlyMap<string, readonly Problem[]> {
  const grouped = new Map<string, Problem[]>();
  for (const problem of problems) {
    const same = grouped.get(problem.path);
    if (same) same.push(problem);
    else grouped.set(problem.path, [problem]);
  }
  return grouped;
}

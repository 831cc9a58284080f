import type { Severity } from '../types/place.ts';
import type { Anchor, Finding, Home } from '../types/review.ts';
import type { DiffLines } from './diff.ts';
import { matchThreads } from './match.ts';
import type { Thread } from './threads.ts';

/** A finding with the place where a person sees it. */
export interface Housed {
  readonly finding: Finding;
  readonly fingerprint: string;
  readonly home: Home;
  /** Where a new comment goes. */
  readonly anchor?: Anchor;
  /** The comment that is there already. */
  readonly thread?: Thread;
  readonly reason: string;
}

export interface HousingOptions {
  /** Hunks by path; nothing where no line can be commented on. */
  readonly diffs: ReadonlyMap<string, DiffLines>;
  readonly threads: readonly Thread[];
  readonly comments: boolean;
  readonly annotations: boolean;
  /** Annotations of each severity that people see; absent: as many as the check is given. */
  readonly mostAnnotations?: Readonly<Record<Severity, number>>;
  /** Line comments at one time, those that stand already counted in. */
  readonly maxComments: number;
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, notice: 2 };

/** Annotations that a check is given: each fifty take a request, and GitHub counts those by the hour. */
export const MOST_ANNOTATIONS = 5000;

/**
 * Gives each finding that is not waived exactly one home, in the order given. Errors choose first.
 * `names` are the fingerprints of `findings`.
 */
export function house(
  findings: readonly Finding[],
  names: readonly string[],
  options: HousingOptions,
): readonly Housed[] {
  const matched = new Map<number, ReturnType<typeof matchThreads>[number]>();
  const inline = (at: number) => findings[at]!.severity !== 'notice';
  const order = findings.map((_, at) => at).filter((at) => !findings[at]!.waived);
  if (options.comments) {
    const asked = order.filter(inline);
    const found = matchThreads(
      asked.map((at) => findings[at]!),
      asked.map((at) => names[at]!),
      options.threads,
    );
    asked.forEach((at, index) => {
      matched.set(at, found[index]!);
    });
  }
  order.sort((a, b) => RANK[findings[a]!.severity] - RANK[findings[b]!.severity] || a - b);
  let standing = [...matched.values()].filter(({ thread }) => thread).length;
  const noted: Record<Severity, number> = { error: 0, warning: 0, notice: 0 };
  const homes = new Map<number, Housed>();
  for (const at of order) {
    const finding = findings[at]!;
    const base = { finding, fingerprint: matched.get(at)?.fingerprint ?? names[at]! };
    if (!inline(at)) {
      homes.set(at, { ...base, home: 'summary', reason: 'notices stand in the summary' });
      continue;
    }
    const thread = matched.get(at)?.thread;
    if (thread) {
      homes.set(at, { ...base, home: 'comment', thread, reason: 'has its comment already' });
      continue;
    }
    const anchor = anchorOf(finding, options.diffs.get(finding.path));
    if (options.comments && anchor && standing < options.maxComments) {
      standing++;
      homes.set(at, { ...base, home: 'comment', anchor, reason: 'its line is in the diff' });
      continue;
    }
    const most = options.mostAnnotations?.[finding.severity];
    const full = most === undefined ? noted.error + noted.warning >= MOST_ANNOTATIONS : noted[finding.severity] >= most;
    noted[finding.severity]++;
    homes.set(at, { ...base, ...elsewhere(options, anchor !== undefined, full) });
  }
  return [...homes].sort(([a], [b]) => a - b).map(([, housed]) => housed);
}

function elsewhere(options: HousingOptions, inDiff: boolean, full: boolean): { home: Home; reason: string } {
  if (options.annotations && full) {
    const reason = options.mostAnnotations
      ? 'the runner shows no more annotations'
      : 'the check holds no more annotations';
    return { home: 'summary', reason };
  }
  const home: Home = options.annotations ? 'annotation' : 'summary';
  if (!options.comments) return { home, reason: 'line comments are off' };
  return { home, reason: inDiff ? `there are ${options.maxComments} comments already` : 'its line is not in the diff' };
}

/** Home of a finding whose comment GitHub refused. */
export function rehouse(housed: Housed, annotations: boolean, reason: string): Housed {
  const { finding, fingerprint } = housed;
  return { finding, fingerprint, home: annotations ? 'annotation' : 'summary', reason };
}

/** First line of a finding that GitHub takes a comment on. */
function anchorOf(finding: Finding, lines: DiffLines | undefined): Anchor | undefined {
  if (!lines) return undefined;
  const last = lastLine(finding);
  for (let line = finding.line; line <= last; line++) if (lines.shown.has(line)) return { line };
  return undefined;
}

/** The last line that a finding covers; one that ends before a line's first character does not cover it. */
export function lastLine(finding: Finding): number {
  return finding.endColumn === 1 && finding.endLine > finding.line ? finding.endLine - 1 : finding.endLine;
}

/** May a comment stand on these lines: all in one hunk? */
export function isAnchor(lines: DiffLines | undefined, from: number, to: number): boolean {
  const hunk = lines?.shown.get(to);
  if (hunk === undefined) return false;
  for (let line = from; line < to; line++) if (lines?.shown.get(line) !== hunk) return false;
  return true;
}

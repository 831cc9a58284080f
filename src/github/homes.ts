import type { Anchor, Finding, Home, Severity } from '../types.ts';
import type { DiffLines } from './diff.ts';
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
  /** Line comments at one time, those that stand already counted in. */
  readonly maxComments: number;
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, notice: 2 };

/**
 * Gives each finding that is not waived exactly one home, in the order given. Errors choose first.
 * `names` are the fingerprints of `findings`.
 */
export function house(
  findings: readonly Finding[],
  names: readonly string[],
  options: HousingOptions,
): readonly Housed[] {
  const threads = options.comments ? bestThreads(options.threads) : new Map<string, Thread>();
  const order = findings.map((_, at) => at).filter((at) => !findings[at]!.waived);
  order.sort((a, b) => RANK[findings[a]!.severity] - RANK[findings[b]!.severity] || a - b);
  const inline = (at: number) => findings[at]!.severity !== 'notice';
  let standing = order.filter((at) => inline(at) && threads.has(names[at]!)).length;
  const homes = new Map<number, Housed>();
  for (const at of order) {
    const finding = findings[at]!;
    const base = { finding, fingerprint: names[at]! };
    if (!inline(at)) {
      homes.set(at, { ...base, home: 'summary', reason: 'notices stand in the summary' });
      continue;
    }
    const thread = threads.get(names[at]!);
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
    homes.set(at, { ...base, ...elsewhere(options, anchor !== undefined) });
  }
  return [...homes].sort(([a], [b]) => a - b).map(([, housed]) => housed);
}

function elsewhere(options: HousingOptions, inDiff: boolean): { home: Home; reason: string } {
  const home: Home = options.annotations ? 'annotation' : 'summary';
  if (!options.comments) return { home, reason: 'line comments are off' };
  return { home, reason: inDiff ? `there are ${options.maxComments} comments already` : 'its line is not in the diff' };
}

/** Home of a finding whose comment GitHub refused. */
export function rehouse(housed: Housed, annotations: boolean, reason: string): Housed {
  const { finding, fingerprint } = housed;
  return { finding, fingerprint, home: annotations ? 'annotation' : 'summary', reason };
}

/** The thread that speaks for a finding: one that a person touched, else one that is open, else one that we closed. */
function bestThreads(threads: readonly Thread[]): Map<string, Thread> {
  const value = (thread: Thread) => {
    if (thread.answered || thread.resolvedByPerson) return 3;
    if (!thread.resolved) return 2;
    return thread.mayUnresolve ? 1 : 0;
  };
  const best = new Map<string, Thread>();
  for (const thread of threads) {
    const known = best.get(thread.fingerprint);
    if (value(thread) > (known ? value(known) : 0)) best.set(thread.fingerprint, thread);
  }
  return best;
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

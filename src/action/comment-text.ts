import type { DiffLines } from '../github/diff.ts';
import { type Housed, isAnchor, lastLine } from '../github/placement.ts';
import type { Words } from '../github/plan.ts';
import { lineComment } from '../render/comment.ts';
import { plain } from '../render/plain.ts';
import { type Suggestion, suggestionOf } from '../render/suggestion.ts';
import type { Problem, Severity } from '../types/place.ts';
import type { Policy } from '../types/policy.ts';
import type { CheckText, Note } from '../types/review.ts';
import type { Verdicts } from './judge.ts';

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, notice: 2 };

/**
 * Words of the line comments, by fingerprint. A suggestion is given as GitHub's block where its lines can be commented
 * on as one piece and no graver finding suggests for the same lines; else it is told in words.
 */
export function commentWords(
  housed: readonly Housed[],
  verdicts: Verdicts,
  policy: Policy,
  diffs: ReadonlyMap<string, DiffLines>,
): ReadonlyMap<string, Words> {
  const words = new Map<string, Words>();
  const taken = new Map<string, [number, number][]>();
  const suggestions = suggestionsOf(verdicts);
  const inHeader = headerFindings(verdicts);
  const waivable = new Map(policy.known.map(({ id, waivable }) => [id, waivable]));
  const order = housed
    .filter(({ home }) => home === 'comment')
    .sort((a, b) => RANK[a.finding.severity] - RANK[b.finding.severity]);
  for (const { finding, fingerprint, anchor, thread } of order) {
    const suggestion = suggestions.get(finding);
    const ranges = taken.get(finding.path) ?? [];
    const applicable =
      suggestion !== undefined &&
      !ranges.some(([from, to]) => from <= suggestion.to && suggestion.from <= to) &&
      (thread
        ? thread.line === suggestion.to && (thread.startLine ?? thread.line) === suggestion.from
        : isAnchor(diffs.get(finding.path), suggestion.from, suggestion.to));
    if (applicable) taken.set(finding.path, [...ranges, [suggestion.from, suggestion.to]]);
    const body = lineComment({
      finding,
      ...(suggestion ? { suggestion } : {}),
      applicable,
      waivable: waivable.get(finding.rule) ?? false,
      inHeader: inHeader.has(finding),
    });
    const lines = applicable
      ? { line: suggestion.to, ...(suggestion.from < suggestion.to ? { startLine: suggestion.from } : {}) }
      : anchor;
    words.set(fingerprint, { body, ...(lines ? { anchor: lines } : {}) });
  }
  return words;
}

function suggestionsOf({ review, fixes }: Verdicts): ReadonlyMap<object, Suggestion> {
  const suggestions = new Map<object, Suggestion>();
  for (const each of review.postings) {
    for (const [index, edits] of fixes.get(each) ?? []) {
      const suggestion = suggestionOf(each.posting, edits);
      const finding = each.findings[index];
      if (finding && suggestion) suggestions.set(finding, suggestion);
    }
  }
  return suggestions;
}

/** Findings whose line is one of the frontmatter. */
function headerFindings({ review }: Verdicts): ReadonlySet<object> {
  return new Set(
    review.postings.flatMap(({ posting: { frontmatter }, findings }) =>
      findings.filter(({ span }) => frontmatter.start <= span.start && span.start < frontmatter.end),
    ),
  );
}

/** Text of a review that holds line comments. */
export function reviewBody(comments: number): string {
  return `jd-review: ${comments} ${comments === 1 ? 'finding' : 'findings'} on changed lines. The summary tells whether this can be approved.`;
}

const LEVEL = { error: 'failure', warning: 'warning', notice: 'notice' } as const;
/** GitHub takes 64 KB of a message and 255 characters of a title; ours stay far below. */
const MAX_MESSAGE = 4000;

/** Annotations of the check: findings that have this home, and files that could not be read. */
export function notesOf(housed: readonly Housed[], problems: readonly Problem[]): CheckText['notes'] {
  return [
    ...problems.filter(({ path }) => path !== '').map(problemNote),
    ...housed.filter(({ home }) => home === 'annotation').map(({ finding }) => findingNote(finding)),
  ];
}

function problemNote({ path, place, message, severity }: Problem): Note {
  const line = place?.line ?? 1;
  return {
    path,
    startLine: line,
    endLine: line,
    level: LEVEL[severity],
    title: 'Not checked',
    message: plain(message),
  };
}

function findingNote(finding: Housed['finding']): Note {
  const endLine = lastLine(finding);
  const columns =
    endLine === finding.line && finding.endLine === finding.line && finding.endColumn > finding.column
      ? { startColumn: finding.column, endColumn: finding.endColumn - 1 }
      : {};
  return {
    path: finding.path,
    startLine: finding.line,
    endLine,
    ...columns,
    level: LEVEL[finding.severity],
    title: finding.rule.slice(0, 255),
    message: plain(`${finding.message} ${finding.fix}`).slice(0, MAX_MESSAGE),
  };
}

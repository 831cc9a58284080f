import type { Problem, Severity } from '../types/place.ts';
import type { Finding, PostingReview } from '../types/review.ts';
import { type Approval, POSTING_HEAD, postingRow, type Shown, tally, verdictLine } from './approval.ts';
import { ALWAYS, fitPieces, type Piece } from './budget.ts';
import { debtLines } from './debt.ts';
import { code, fence, webLink, words } from './escape.ts';
import { lineLink } from './links.ts';
import { folded, listing } from './listing.ts';
import { PHONE, picture } from './picture.ts';
import { count } from './plain.ts';
import { unreviewedLines } from './skipped.ts';
import { waivedText } from './waived.ts';

const RANK: Readonly<Record<Severity, number>> = { error: 60, warning: 50, notice: 40 };

/** The summary for the approver as Markdown, within `limit` bytes: the verdict first, the least severe left out first. */
export function renderSummary(approval: Approval, limit: number): string {
  return fitLinked(approval, summaryPieces, limit);
}

/** A text within `limit` bytes; links to lines go before any row does. */
export function fitLinked(
  approval: Approval,
  piecesOf: (approval: Approval) => readonly Piece[],
  limit: number,
): string {
  const linked = fitPieces(piecesOf(approval), limit, leftOut);
  if (linked.dropped === 0 || approval.files === undefined) return linked.text;
  const { files: _, ...plainly } = approval;
  return fitPieces(piecesOf(plainly), limit, leftOut).text;
}

function summaryPieces(approval: Approval): readonly Piece[] {
  const { review } = approval;
  const icon = review.verdict === 'fail' ? '❌' : '✅';
  // One list of them all, not pushed piece by piece: a whole tree has more rows than a call may have arguments.
  return [
    always(`### ${icon} ${verdictLine(approval)}`),
    ...postingTables(approval),
    ...pictures(approval),
    ...since(approval),
    ...unread(approval),
    ...(review.debt ? debtLines(review.debt) : []).map((line) => ({ text: `\n${line}`, rank: 75 })),
    ...unreviewedLines(approval).map((line) => ({ text: `\n${line}`, rank: 75 })),
    ...homeless(approval),
    ...waivers(approval),
    ...policy(approval),
    ...approval.notes.map((note) => ({ text: `\n> ${note.replace(/\n/g, '\n> ')}`, rank: 90 })),
    always(foot(approval)),
  ];
}

function leftOut(dropped: number): string {
  return `_${count(dropped, 'row')} left out for length; the job summary of this run has more._`;
}

function always(text: string): Piece {
  return { text, rank: ALWAYS };
}

/** Postings that stand in one table; of more, those without errors and warnings are folded away. */
const ONE_TABLE = 10;

/** The table of the postings. */
export function postingTables(approval: Approval): readonly Piece[] {
  const { postings } = approval.review;
  const rows = postings.map((each) => {
    const open = each.findings.filter(({ waived }) => !waived);
    const fails = open.some(({ decides, severity }) => decides && severity === 'error');
    return {
      good: open.every(({ severity }) => severity === 'notice'),
      text: postingRow(each, approval),
      rank: fails ? 80 : 35,
    };
  });
  const apart = rows.length > ONE_TABLE;
  const shown = apart ? rows.filter(({ good }) => !good) : rows;
  const good = apart ? rows.filter((row) => row.good) : [];
  const head: Piece = { text: `\n${POSTING_HEAD}`, rank: ALWAYS, group: 'postings', head: true };
  return [
    ...(shown.length > 0 ? [head, ...shown.map(({ text, rank }) => ({ text, rank, group: 'postings' }))] : []),
    ...(good.length > 0
      ? folded(`✅ ${count(good.length, 'posting')} without errors and warnings`, good, `\n${POSTING_HEAD}`)
      : []),
  ];
}

/** Pictures that stand open. */
const PICTURES = 3;

/** Pay beside the band, one picture a posting, as wide as a phone; folded away where there are many. */
function pictures({ review, showBands }: Approval): readonly Piece[] {
  const drawn = review.postings.flatMap((each): Piece[] => {
    const text = each.comparison.own ? picture(each.comparison, showBands, PHONE) : '';
    return text ? [{ text: `\n${code(each.posting.path)}\n${fence(text)}`, rank: 30 }] : [];
  });
  return drawn.length > PICTURES ? folded(`Pay beside the market: ${count(drawn.length, 'posting')}`, drawn) : drawn;
}

function since({ since }: Approval): readonly Piece[] {
  if (!since) return [];
  const { head, fixed, added } = since;
  if (fixed === 0 && added === 0) return [always(`\nSince ${head.slice(0, 7)}: no change in the findings.`)];
  return [always(`\nSince ${head.slice(0, 7)}: ${fixed} fixed, ${added} new.`)];
}

/** What kept a file from being read, and faults in one that was read, such as a waiver without a reason. */
function unread({ review }: Approval): readonly Piece[] {
  const read = new Set(review.postings.map(({ posting }) => posting.path));
  const list = (problems: readonly Problem[], title: string): readonly Piece[] =>
    listing(
      title,
      problems.map((problem) => ({ text: problemRow(problem), rank: 85 })),
    );
  return [
    ...list(
      review.problems.filter(({ path }) => !read.has(path)),
      'Could not be checked',
    ),
    ...list(
      review.problems.filter(({ path }) => read.has(path)),
      'Problems',
    ),
  ];
}

/** Without a link: what is wrong may stand in a file of the base. */
export function problemRow({ path, place, message }: Problem): string {
  return `- ${code(path || 'jd-review')}${place ? ` line ${place.line}` : ''}: ${words(message)}`;
}

/** Findings that have no comment on their line. */
function homeless(approval: Approval): readonly Piece[] {
  const rows = approval.shown.filter(({ home }) => home !== 'comment');
  return listing(
    'Without a comment of its own',
    rows.map(({ finding }) => ({
      text: `- ${code(finding.path)} ${findingText(finding, approval)}`,
      rank: RANK[finding.severity],
    })),
  );
}

/** A finding behind its line: `line 5, **error**: … Source rule`. */
export function findingText({ path, line, severity, message, rule, link }: Finding, approval: Approval): string {
  const source = link ? ` ${webLink('Source', link)}` : '';
  return `${lineLink(approval, `line ${line}`, path, line)}, **${severity}**: ${words(message)}${source} ${code(rule)}`;
}

function waivers(approval: Approval): readonly Piece[] {
  const waived = approval.review.postings.flatMap(({ findings }: PostingReview) =>
    findings.filter(({ waived }) => waived),
  );
  return listing(
    'Waived by the author',
    waived.map((finding) => ({
      text: `- ${code(finding.path)} ${lineLink(approval, `line ${finding.line}`, finding.path, finding.line)}, ${waivedText(finding)}`,
      rank: 70,
    })),
  );
}

function policy({ policyChange, review }: Approval): readonly Piece[] {
  if (!policyChange) return [];
  const { paths, after, problems } = policyChange;
  const named = paths
    .slice(0, 5)
    .map((path) => code(path))
    .join(', ');
  const more = paths.length > 5 ? ` and ${paths.length - 5} more` : '';
  const by = policyChange.mends
    ? 'The policy in force cannot be read whole, and this change mends it: it was **judged by its own policy**. Read that before you approve.'
    : 'It was judged by the policy that is in force now.';
  const lines = [`\n**This change edits the policy** (${named}${more}). ${by}`];
  if (after) {
    const word = after.verdict === review.verdict ? 'the verdict would stay' : 'the verdict would be';
    lines.push(`Under the new policy ${word} **${after.verdict}**: ${tally(after)}.`);
  } else if (problems.length > 0) lines.push('The new policy cannot be used as it is.');
  const pieces: Piece[] = [{ text: lines.join(' '), rank: 90 }];
  if (after) pieces.push(...differences(review.postings, after.postings));
  return pieces;
}

/** Findings that a changed policy adds or drops, by rule. */
function differences(before: readonly PostingReview[], after: readonly PostingReview[]): readonly Piece[] {
  const counts = new Map<string, number>();
  const add = (reviews: readonly PostingReview[], by: number) => {
    for (const { findings } of reviews) {
      for (const { rule, severity, waived } of findings) {
        const key = `${rule}\0${waived ? 'waived' : severity}`;
        counts.set(key, (counts.get(key) ?? 0) + by);
      }
    }
  };
  add(after, 1);
  add(before, -1);
  return [...counts]
    .filter(([, number]) => number !== 0)
    .map(([key, number]) => {
      const [rule = '', severity = ''] = key.split('\0');
      return { text: `- ${code(rule)} (${severity}): ${number > 0 ? '+' : '−'}${Math.abs(number)}`, rank: 45 };
    });
}

function foot({ review, showBands, shown, head, base, checkUrl }: Approval): string {
  const isCompared = showBands && review.postings.some(({ comparison }) => comparison.own);
  const parts = [
    ...sum(shown),
    ...(isCompared ? [RATIO] : []),
    `Judged at ${head.slice(0, 7)}${base ? ` by the policy of ${base.slice(0, 7)}` : ''}.`,
  ];
  if (checkUrl) parts.push(`[Market comparison in full](${checkUrl})`);
  return `\n<sub>${parts.join(' · ')}</sub>`;
}

const RATIO =
  'Midpoint ratio: the middle of the posted pay ÷ the middle of the band; gap: how far their nearer ends are apart';

/** Proof that no finding is lost: each has one home. */
export function sum(shown: readonly Shown[]): readonly string[] {
  if (shown.length === 0) return [];
  const of = (home: string) => shown.filter((each) => each.home === home).length;
  const settled = shown.filter((each) => each.settled).length;
  const parts = [
    count(of('comment'), 'line comment'),
    count(of('annotation'), 'annotation'),
    `${of('summary')} in this summary`,
  ];
  const people = settled ? ` (${settled} answered or resolved by people)` : '';
  return [`${count(shown.length, 'finding')} = ${parts.join(' + ')}${people}`];
}

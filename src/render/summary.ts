import type { Problem, Severity } from '../types/place.ts';
import type { Finding, PostingReview } from '../types/review.ts';
import { type Approval, postingTable, type Shown, tally, verdictLine } from './approval.ts';
import { ALWAYS, fitPieces, type Piece } from './budget.ts';
import { debtLines } from './debt.ts';
import { code, fence, webLink, words } from './escape.ts';
import { picture } from './picture.ts';
import { count } from './plain.ts';
import { unreviewedLines } from './skipped.ts';
import { waivedText } from './waived.ts';

const RANK: Readonly<Record<Severity, number>> = { error: 60, warning: 50, notice: 40 };

/** The summary for the approver as Markdown, within `limit` bytes: the verdict first, the least severe left out first. */
export function renderSummary(approval: Approval, limit: number): string {
  const { review } = approval;
  const icon = review.verdict === 'fail' ? '❌' : '✅';
  // One list of them all, not pushed piece by piece: a whole tree has more rows than a call may have arguments.
  const pieces: readonly Piece[] = [
    always(`### ${icon} ${verdictLine(approval)}`),
    ...(review.postings.length > 0 ? postings(approval) : []),
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
  return fitPieces(pieces, limit, leftOut).text;
}

export function leftOut(dropped: number): string {
  return `_${count(dropped, 'row')} left out for length; the job summary of this run has more._`;
}

function always(text: string): Piece {
  return { text, rank: ALWAYS };
}

function postings(approval: Approval): readonly Piece[] {
  const { head, rows } = postingTable(approval);
  return [
    { text: `\n${head}`, rank: ALWAYS, group: 'postings', head: true },
    ...rows.map(({ text, fails }) => ({ text, rank: fails ? 80 : 35, group: 'postings' })),
    ...pictures(approval),
  ];
}

/** Pay beside the band, one picture a posting; folded away where there are many. */
function pictures({ review, showBands }: Approval): readonly Piece[] {
  const drawn = review.postings.flatMap((each) => {
    const text = each.comparison.own ? picture(each.comparison, showBands) : '';
    return text ? [{ each, text }] : [];
  });
  const folded = drawn.length > 3;
  return drawn.map(({ each, text }) => {
    const name = code(each.posting.path);
    const block = fence(text);
    return {
      text: folded
        ? `\n<details><summary>Pay against the market: ${inHtml(each.posting.path)}</summary>\n\n${block}\n\n</details>`
        : `\n${name}\n${block}`,
      rank: 30,
    };
  });
}

/** A path inside of an HTML element, where code spans are not read. */
function inHtml(path: string): string {
  return `<code>${words(path).replace(/\\(?=[\\`*_[\]~|])/g, '')}</code>`;
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
    problems.length === 0
      ? []
      : [
          { text: `\n**${title}**\n`, rank: ALWAYS, group: title, head: true },
          ...problems.map((problem) => ({ text: problemRow(problem), rank: 85, group: title })),
        ];
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

export function problemRow({ path, place, message }: Problem): string {
  return `- ${code(path || 'jd-review')}${place ? ` line ${place.line}` : ''}: ${words(message)}`;
}

/** Findings that have no comment on their line, by posting. */
function homeless({ review, shown }: Approval): readonly Piece[] {
  const rows = new Map<string, Shown[]>();
  for (const each of shown) {
    if (each.home === 'comment') continue;
    const known = rows.get(each.finding.path);
    if (known) known.push(each);
    else rows.set(each.finding.path, [each]);
  }
  return review.postings.flatMap(({ posting }) => {
    const own = rows.get(posting.path);
    if (!own) return [];
    const group = `findings ${posting.path}`;
    const head = `\n**Without a comment of its own: ${code(posting.path)}**\n\n| Line | Severity | Finding | Rule |\n| ---: | --- | --- | --- |`;
    return [
      { text: head, rank: ALWAYS, group, head: true },
      ...own.map(({ finding }) => ({ text: findingRow(finding), rank: RANK[finding.severity], group })),
    ];
  });
}

export function findingRow({ line, severity, message, rule, link }: Finding): string {
  const source = link ? ` ${webLink('Source', link)}` : '';
  return `| ${line} | ${severity} | ${words(message)}${source} | ${code(rule, true)} |`;
}

function waivers({ review }: Approval): readonly Piece[] {
  const waived = review.postings.flatMap(({ posting, findings }: PostingReview) =>
    findings.filter(({ waived }) => waived).map((finding) => ({ posting, finding })),
  );
  if (waived.length === 0) return [];
  return [
    { text: '\n**Waived by the author**\n', rank: ALWAYS, group: 'waivers', head: true },
    ...waived.map(({ posting, finding }) => ({
      text: `- ${code(posting.path)} line ${finding.line}, ${waivedText(finding)}`,
      rank: 70,
      group: 'waivers',
    })),
  ];
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

/** The audit as the one issue that people read: a list for each kind, the worst first. */
import type { Audit, Behind, Unobeyed } from '../audit.ts';
import { isClean } from '../audit.ts';
import type { Band } from '../types/market.ts';
import type { Day, Problem } from '../types/place.ts';
import type { Finding } from '../types/review.ts';
import { listOf } from '../wording.ts';
import { ALWAYS, fitPieces, type Piece } from './budget.ts';
import { code, words } from './escape.ts';
import { lineLink } from './links.ts';
import { count } from './plain.ts';

export const AUDIT_TITLE = 'Job postings: what the audit found';

/** Where an audit was made. */
export interface AuditPlace {
  readonly today: Day;
  readonly head: string;
  /** Address below which the files of the head commit lie. */
  readonly files?: string;
  /** Whether figures of bands may be shown. */
  readonly showBands: boolean;
}

/** The audit as Markdown within `limit` bytes; what is least grave is left out first. */
export function renderAudit(audit: Audit, place: AuditPlace, limit: number): string {
  const rows = (title: string, rank: number, about: string, texts: readonly string[]): readonly Piece[] =>
    texts.length === 0
      ? []
      : [
          { text: `\n### ${title} (${texts.length})\n\n${about}\n`, rank: ALWAYS, group: title, head: true },
          ...texts.map((text) => ({ text: `- ${text}`, rank, group: title })),
        ];
  const pieces: readonly Piece[] = [
    { text: opening(audit, place), rank: ALWAYS },
    ...rows('Pay that fell behind', 80, 'The furthest behind come first.', audit.behind.map(behindText(place))),
    ...rows('Past their time', 75, 'Close them, or give them new dates.', audit.past.map(findingText(place))),
    ...rows(
      'Other errors',
      70,
      'A change to one of these postings fails until they are mended.',
      audit.failing.map(({ path, findings }) => failingText(path, findings, place)),
    ),
    ...rows('Could not be read whole', 85, 'Nobody knows what these hold.', audit.problems.map(problemText(place))),
    ...rows('Waivers that silence nothing', 50, 'Remove them.', audit.idle.map(problemText(place))),
    ...rows('Old bands', 60, 'Pay is compared with these. Look them up anew.', bandTexts(audit.oldBands, place)),
    ...rows(
      'Rules that nobody obeys',
      40,
      'Mend the postings together, or change the rule: its severity, its options, or off.',
      audit.unobeyed.map(unobeyedText(audit.postings)),
    ),
    {
      text: `\n<sub>Seen on ${place.today} at ${place.head.slice(0, 7)}. This issue follows the audit: it is rewritten by each and closed by one that finds nothing. Close it as “not planned” to have no more of it.</sub>`,
      rank: ALWAYS,
    },
  ];
  return fitPieces(
    pieces,
    limit,
    (dropped) => `_${count(dropped, 'row')} left out for length; the job summary of the run has more._`,
  ).text;
}

function opening(audit: Audit, { today }: AuditPlace): string {
  const all = count(audit.postings, 'job posting');
  if (isClean(audit)) return `Nothing to list: on ${today} all is well in ${all}.`;
  const { behind, past, failing } = audit;
  const parts = [
    ...(behind.length ? [`${behind.length} with pay that fell behind`] : []),
    ...(past.length ? [`${new Set(past.map(({ path }) => path)).size} past their time`] : []),
    ...(failing.length ? [`${failing.length} with other errors`] : []),
  ];
  return parts.length ? `Of ${all}: ${listOf(parts)}.` : `${all}, none of them with errors.`;
}

function at(place: AuditPlace, path: string, line: number): string {
  return lineLink(place, code(path), path, line);
}

const behindText =
  (place: AuditPlace) =>
  ({ review, findings, since }: Behind) => {
    const [first] = findings;
    const said = findings.map(({ message }) => words(message)).join(' ');
    return `${at(place, review.posting.path, first!.line)}: ${said} Listed since ${since}.`;
  };

const findingText =
  (place: AuditPlace) =>
  ({ path, line, message }: Finding) =>
    `${at(place, path, line)}: ${words(message)}`;

function failingText(path: string, findings: readonly Finding[], place: AuditPlace): string {
  const rules = [...new Set(findings.map(({ rule }) => rule))].map((rule) => code(rule));
  return `${at(place, path, findings[0]!.line)}: ${count(findings.length, 'error')} (${rules.join(', ')})`;
}

const problemText =
  (place: AuditPlace) =>
  ({ path, place: where, message }: Problem) =>
    `${path ? `${at(place, path, where?.line ?? 1)}: ` : ''}${words(message)}`;

/** Old bands of one source and day in one row. */
function bandTexts(bands: readonly Band[], { showBands }: AuditPlace): readonly string[] {
  const groups = new Map<string, Band[]>();
  for (const band of bands) {
    const key = `${band.asOf}\0${band.source}`;
    groups.set(key, [...(groups.get(key) ?? []), band]);
  }
  return [...groups.values()]
    .sort((a, b) => a[0]!.asOf.localeCompare(b[0]!.asOf))
    .map((group) => {
      const [{ asOf, source }] = group as [Band, ...Band[]];
      const named = group.map(({ lane, level }) => `${lane} ${level}`);
      const which = named.length > MOST ? `${count(named.length, 'band')}` : listOf(named);
      const dated = asOf === 'undated' ? 'without a day' : `of ${asOf}`;
      return `${words(which)}, ${dated}${showBands ? ` (${words(source)})` : ''}`;
    });
}

/** Bands that a row names one by one. */
const MOST = 6;

const unobeyedText =
  (all: number) =>
  ({ rule, postings, waived }: Unobeyed) =>
    `${code(rule)}: in ${postings} of ${count(all, 'posting')}${waived ? `, waived in ${waived}` : ''}`;

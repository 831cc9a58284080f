import type { Edit, Place, Problem } from '../../types/place.ts';
import type { Posting } from '../../types/posting.ts';
import type { Finding } from '../../types/review.ts';
import { changeText } from '../change.ts';
import type { Told } from '../report.ts';
import { drawEntry, type Paragraph, paragraphLines, roomFor } from './entry.ts';
import { type Excerpt, excerptOf } from './excerpt.ts';
import type { Look, Paint } from './look.ts';
import { marked } from './reasons.ts';

/** The problems and findings of a posting, an empty line before each. A message that stands there already is not repeated. */
export function findingsText({ review, problems, fixes }: Told, look: Look, paint: Paint): string[] {
  const { posting, findings } = review;
  const lines = problems.flatMap((each) => ['', ...problemLines(each, look, paint, posting)]);
  const rules = new Set<string>();
  const places = new Map<string, string>();
  for (const [index, finding] of findings.entries()) {
    const { rule, message, line, column, waived } = finding;
    if (waived) {
      lines.push('', ...waivedLines(finding, waived.reason, look, paint));
      continue;
    }
    const before = places.get(`${rule}\0${message}`);
    if (before === undefined) places.set(`${rule}\0${message}`, `${line}:${column}`);
    lines.push('', ...openLines(finding, posting, before, look, paint));
    const edits = fixes?.get(index);
    if (!rules.has(rule)) lines.push(...marked(rule, reasonLines(finding, edits !== undefined, look, paint)));
    if (edits) lines.push(...paragraphLines(['Fix:', fixText(edits, posting)], finding, look, paint));
    rules.add(rule);
  }
  return lines;
}

/** What kept a file from being read, or is wrong in one that was. */
export function problemLines(
  { path, place, message, severity }: Problem,
  look: Look,
  paint: Paint,
  posting?: Posting,
): string[] {
  const excerpt = posting && place && drawnAt(posting, place, look);
  return drawEntry(
    { label: severity, style: severity, path, place, excerpt, paragraphs: [['', message]] },
    look,
    paint,
  );
}

/** A finding that counts; `before` is where its message stands already. */
function openLines(finding: Finding, posting: Posting, before: string | undefined, look: Look, paint: Paint): string[] {
  const { path, rule, severity, message } = finding;
  const excerpt = drawnAt(posting, finding, look);
  const note = before && `as at ${before}`;
  const paragraphs: Paragraph[] = before === undefined ? [['', message]] : [];
  return drawEntry(
    { label: severity, style: severity, path, place: finding, rule, note, excerpt, paragraphs },
    look,
    paint,
  );
}

function waivedLines(finding: Finding, reason: string, look: Look, paint: Paint): string[] {
  const { path, rule, message } = finding;
  const paragraphs: Paragraph[] = [
    ['', message],
    ['Waived:', reason],
  ];
  return drawEntry({ label: 'waived', style: 'faint', path, place: finding, rule, paragraphs }, look, paint);
}

/** Why the rule is there, and what to do; the latter only where no fix says it. */
function reasonLines(finding: Finding, fixed: boolean, look: Look, paint: Paint): string[] {
  const paragraphs: Paragraph[] = [['Why:', finding.why], ...(fixed ? [] : [['Fix:', finding.fix] as const])];
  return paragraphs.flatMap((each) => paragraphLines(each, finding, look, paint));
}

/** What the edits of a fix do, and who writes them: not into standard input. */
function fixText(edits: readonly Edit[], { path, text }: Posting): string {
  const changes = edits.map(({ span, text: after }) => changeText(text.slice(span.start, span.end), after));
  return changes.join(', ') + (path === '-' ? '' : ' (--fix writes it)');
}

function drawnAt(posting: Posting, place: Place, look: Look): Excerpt | undefined {
  return excerptOf(posting, place, roomFor(place, look));
}

import type { Edit, Place, Problem } from '../../types/place.ts';
import type { Posting } from '../../types/posting.ts';
import type { Finding } from '../../types/review.ts';
import { changeText } from '../change.ts';
import { drawEntry, type Paragraph, roomFor } from './entry.ts';
import { excerptOf } from './excerpt.ts';
import type { Look, Paint } from './look.ts';

/** Words the findings of one run, one after the other: what was said before is not said again. */
export interface Teller {
  /** Begins a posting. */
  readonly begin: () => void;
  /** A finding, with its edits where `--fix` would write them. */
  readonly finding: (finding: Finding, posting: Posting, edits: readonly Edit[] | undefined) => string[];
  readonly problem: (problem: Problem, posting?: Posting) => string[];
}

/** A teller that has said nothing yet. */
export function createTeller(look: Look, paint: Paint): Teller {
  /** Rules whose reason was given in this run. */
  const explained = new Set<string>();
  /** Where a message stands in this posting. */
  let places = new Map<string, string>();
  const excerpt = (posting: Posting, place: Place) => excerptOf(posting, place, roomFor(place, look));
  return {
    begin() {
      places = new Map();
    },
    finding(finding, posting, edits) {
      const { severity, path, line, column, rule, message, waived } = finding;
      const head = { path, place: finding, rule };
      if (waived) {
        const paragraphs: Paragraph[] = [
          ['', message],
          ['Waived:', waived.reason],
        ];
        return drawEntry({ ...head, label: 'waived', style: 'faint', paragraphs }, look, paint);
      }
      const paragraphs: Paragraph[] = [];
      const before = places.get(`${rule}\0${message}`);
      if (before === undefined) {
        places.set(`${rule}\0${message}`, `${line}:${column}`);
        paragraphs.push(['', message]);
      }
      if (!explained.has(rule)) {
        paragraphs.push(['Why:', finding.why]);
        if (!edits) paragraphs.push(['Fix:', finding.fix]);
        explained.add(rule);
      }
      if (edits) paragraphs.push(['Fix:', fixText(edits, posting)]);
      const note = before && `as at ${before}`;
      const entry = { ...head, label: severity, style: severity, note, excerpt: excerpt(posting, finding), paragraphs };
      return drawEntry(entry, look, paint);
    },
    problem({ path, place, message, severity }, posting) {
      const drawn = posting && place && excerpt(posting, place);
      const paragraphs: Paragraph[] = [['', message]];
      return drawEntry({ label: severity, style: severity, path, place, excerpt: drawn, paragraphs }, look, paint);
    },
  };
}

/** What the edits of a fix do, and who writes them: not into standard input. */
function fixText(edits: readonly Edit[], { path, text }: Posting): string {
  const changes = edits.map(({ span, text: after }) => changeText(text.slice(span.start, span.end), after));
  return changes.join(', ') + (path === '-' ? '' : ' (--fix writes it)');
}

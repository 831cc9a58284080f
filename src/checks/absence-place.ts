import type { Span } from '../types/place.ts';
import type { Posting } from '../types/posting.ts';
import type { Scope } from '../types/text.ts';

/** The first line's text: where a finding about a file without title and lane stands. */
function firstLine(posting: Posting): Span {
  const end = posting.text.indexOf('\n');
  return { start: 0, end: end < 0 ? posting.text.length : end };
}

/** The title's words, else the `lane` field's value, else the first line. */
export function titlePoint(posting: Posting): Span {
  return posting.title?.span ?? posting.lane.field?.valueSpan ?? firstLine(posting);
}

/**
 * Where a finding about something absent stands: the heading of the first section of one of the kinds wanted, in the
 * order of `kinds`; else the title, else the `lane` field, else the first line.
 */
export function absencePoint(posting: Posting, kinds: readonly Scope[]): Span {
  for (const kind of kinds) {
    const span = headingOf(posting, kind);
    if (span) return span;
  }
  return titlePoint(posting);
}

/** The heading of the first section of a kind. */
export function headingOf(posting: Posting, kind: string): Span | undefined {
  return posting.sections.find((each) => each.kind === kind && each.heading !== '')?.headingSpan;
}

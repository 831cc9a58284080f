import type { Approval } from './approval.ts';
import { code } from './escape.ts';
import { count, plain } from './plain.ts';

/** Names that are told; the rest is counted. */
const TOLD = 5;

/** `2 files skipped by name: jobs/README.md, jobs/_draft.md`, for a terminal. */
export function skippedText(paths: readonly string[]): string {
  return skippedLine(paths, plain);
}

/** The same as Markdown. */
export function skippedMarkdown(paths: readonly string[]): string {
  return skippedLine(paths, (path) => code(path));
}

/** What a change holds beside the postings reviewed, one line each: postings that left, files skipped by name. */
export function unreviewedLines({ review, left = [] }: Pick<Approval, 'review' | 'left'>): readonly string[] {
  const lines: string[] = [];
  if (left.length > 0) {
    const told = left.slice(0, TOLD).map(({ from, to }) => `${code(from)} → ${code(to)}`);
    const more = left.length > TOLD ? ` and ${left.length - TOLD} more` : '';
    lines.push(`Renamed, so that ${left.length === 1 ? 'it' : 'they'} left the postings: ${told.join(', ')}${more}.`);
  }
  if (review.skipped?.length) lines.push(`${skippedMarkdown(review.skipped)}.`);
  return lines;
}

function skippedLine(paths: readonly string[], shown: (path: string) => string): string {
  const more = paths.length > TOLD ? ` and ${paths.length - TOLD} more` : '';
  return `${count(paths.length, 'file')} skipped by name: ${paths.slice(0, TOLD).map(shown).join(', ')}${more}`;
}

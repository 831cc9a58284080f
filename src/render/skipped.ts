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

/** What a change holds beside the postings reviewed, one line each: postings that left, files skipped by name or by folder. */
export function unreviewedLines({
  review,
  left = [],
  outside = [],
}: Pick<Approval, 'review' | 'left' | 'outside'>): readonly string[] {
  const lines: string[] = [];
  if (left.length > 0) {
    const told = left.slice(0, TOLD).map(({ from, to }) => `${code(from)} → ${code(to)}`);
    const more = left.length > TOLD ? ` and ${left.length - TOLD} more` : '';
    lines.push(`Renamed, so that ${left.length === 1 ? 'it' : 'they'} left the postings: ${told.join(', ')}${more}.`);
  }
  if (review.skipped?.length) lines.push(`${skippedMarkdown(review.skipped)}.`);
  if (outside.length > 0) {
    const told = listed(outside, (path) => code(path));
    const one = outside.length === 1 ? 'If it is a posting' : 'If one is a posting';
    lines.push(
      `Outside the folders of postings: ${told}. ${one}, add its folder to \`postings\` in the configuration.`,
    );
  }
  return lines;
}

function skippedLine(paths: readonly string[], shown: (path: string) => string): string {
  return `${count(paths.length, 'file')} skipped by name: ${listed(paths, shown)}`;
}

function listed(paths: readonly string[], shown: (path: string) => string): string {
  const more = paths.length > TOLD ? ` and ${paths.length - TOLD} more` : '';
  return `${paths.slice(0, TOLD).map(shown).join(', ')}${more}`;
}

import { writeFileSync } from 'node:fs';
import { fixAll } from '../fixes.ts';
import { count } from '../render/plain.ts';
import type { Judged } from '../review.ts';

/** A file after its fixes. */
export interface FixedFile {
  readonly result: Judged;
  /** Findings that the fixes removed. */
  readonly count: number;
  readonly problem?: string;
}

/** Writes every fix that holds into a file and reviews it as it then stands. */
export function fixFile(file: string, before: Judged, judge: (text: string) => Judged): FixedFile {
  const fixed = fixAll(before.review, (text) => judge(text).review);
  if (fixed.text === before.review.posting.text) return { result: before, count: 0 };
  try {
    writeFileSync(file, fixed.text);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    return {
      result: before,
      count: 0,
      problem: `The fixes could not be written (${code}). Check the file's permissions.`,
    };
  }
  return { result: judge(fixed.text), count: fixed.count };
}

/** What --fix did, for people. */
export function fixedText(fixes: number): string {
  return fixes === 0 ? 'no finding has a fix that is certain; no file was changed' : `fixed ${count(fixes, 'finding')}`;
}

import { writeFileSync } from 'node:fs';
import { createTwoFilesPatch } from 'diff';
import { type Change, fixAll, isCertain } from '../fixes.ts';
import { changeText } from '../render/change.ts';
import { count, plain } from '../render/plain.ts';
import type { Judged } from '../tally.ts';

/** A file and its fixes. */
export interface FixedFile {
  /** The review of what the file holds now; that it could not be written is a problem of it. */
  readonly result: Judged;
  /** Findings that the fixes remove. */
  readonly count: number;
  readonly changes: readonly Change[];
  /** What would change, as a unified diff; only where nothing is written. */
  readonly diff?: string;
}

/**
 * Writes every fix that is certain and holds into a file and reviews it as it then stands; with `dry` it writes nothing
 * and tells the difference.
 */
export function fixFile(file: string, before: Judged, judge: (text: string) => Judged, dry: boolean): FixedFile {
  const { path, text } = before.review.posting;
  const { text: fixed, ...done } = fixAll(before.review, (changed) => judge(changed).review, isCertain);
  if (fixed === text) return { result: before, count: 0, changes: [] };
  if (dry) {
    const diff = createTwoFilesPatch(`a/${path}`, `b/${path}`, text, fixed, undefined, undefined, { context: 3 });
    return { result: before, ...done, diff: diff.replace(/^=+\n/, '') };
  }
  try {
    writeFileSync(file, fixed);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    const message = `The fixes could not be written (${code}). Check the file's permissions.`;
    const problems = [{ path, message, severity: 'error' } as const, ...before.problems];
    return { result: { ...before, problems }, count: 0, changes: [] };
  }
  return { result: judge(fixed), ...done };
}

/** What fixes changed in a file, one line each: place, words before and after, rule. */
export function changesText(path: string, changes: readonly Change[]): string {
  return changes
    .map(({ rule, line, before, after }) => `${plain(path)}:${line}  ${changeText(before, after)}  ${rule}\n`)
    .join('');
}

/** What --fix did, for people. */
export function fixedText(fixes: number, dry: boolean): string {
  if (fixes === 0) return 'no finding has a fix that is certain; no file was changed';
  return dry ? `would fix ${count(fixes, 'finding')}; nothing was written` : `fixed ${count(fixes, 'finding')}`;
}

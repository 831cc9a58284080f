/** The paths that instructions are for, as their readers take them: globs with commas between. */
import { expand } from 'brace-expansion';
import { globMatcher, withRows } from '../globs.ts';

/** Longest list of globs, in characters: it must leave room for what is said. */
const LONGEST = 1200;
/** Globs that one is written out to at most. */
const MOST = 2000;

/**
 * The globs of postings as `applyTo` has them: braces are written out, as some readers part the list at every comma. Where
 * that makes the list too long, those of them that fit a posting there is; undefined where none does.
 */
export function applyToOf(globs: readonly string[], postings: readonly string[]): string | undefined {
  const all = globs.filter((glob) => !glob.startsWith('!')).flatMap(writtenOut);
  const list = all.join();
  if (list.length <= LONGEST) return list;
  const fitting = all.filter((glob) => {
    const matches = globMatcher(glob, { nocase: true });
    // Not handed over bare: a second argument makes the matcher answer with an object, which is always true.
    return postings.some((path) => matches(path));
  });
  const short = fitting.join();
  return fitting.length > 0 && short.length <= LONGEST ? short : undefined;
}

/** The globs that take files out: a list of `applyTo` cannot say them. */
export function takenOut(globs: readonly string[]): string[] {
  return globs.filter((glob) => glob.startsWith('!')).map((glob) => clean(glob.slice(1)));
}

function writtenOut(glob: string): string[] {
  const each = expand(withRows(clean(glob)), { max: MOST });
  // A comma of a name would part it in two; any one sign fits it as well.
  return each.map((one) => one.replaceAll(',', '?'));
}

function clean(glob: string): string {
  return glob.replace(/^(\.?\/)+/, '');
}

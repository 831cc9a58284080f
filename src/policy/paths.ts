/** Which paths of a repository are postings. */
import picomatch from 'picomatch';
import type { Settings } from '../types.ts';

const MARKDOWN = /\.(md|mdx|markdown)$/i;

/**
 * Is this path (from the repository's root, with `/`) a posting by the settings' globs, and no file that is never one?
 * Letter case does not matter. For many paths, build the matcher once with {@link postingMatcher}.
 */
export function isPosting(path: string, settings: Settings): boolean {
  return postingMatcher(settings)(path);
}

/** {@link isPosting} for many paths. */
export function postingMatcher(settings: Settings): (path: string) => boolean {
  const wanted = settings.postings.map((glob) => picomatch(glob, { nocase: true, dot: true }));
  const never = settings.ignoreFiles.map((glob) => picomatch(glob, { nocase: true, dot: true }));
  return (path) => {
    if (!MARKDOWN.test(path)) return false;
    const name = path.slice(path.lastIndexOf('/') + 1);
    return wanted.some((matches) => matches(path)) && !never.some((matches) => matches(name) || matches(path));
  };
}

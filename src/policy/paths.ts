/** Which paths of a repository are postings. */
import picomatch from 'picomatch';
import type { Settings } from '../types/policy.ts';

const MARKDOWN = /\.(md|mdx|markdown)$/i;

/**
 * Is this path (from the repository's root, with `/`) a posting by the settings' globs, and no file that is never one?
 * Letter case does not matter. For many paths, build the matcher once with {@link postingMatcher}.
 */
export function isPosting(path: string, settings: Settings): boolean {
  return postingMatcher(settings)(path);
}

/** {@link isPosting} for many paths. A glob that begins with `!` takes paths out again. */
export function postingMatcher(settings: Settings): (path: string) => boolean {
  const matcher = (glob: string) => picomatch(glob.replace(/^(\.?\/)+/, ''), { nocase: true, dot: true, posix: true });
  const wanted = settings.postings.filter((glob) => !glob.startsWith('!')).map(matcher);
  const unwanted = settings.postings.filter((glob) => glob.startsWith('!')).map((glob) => matcher(glob.slice(1)));
  const never = settings.ignoreFiles.map(matcher);
  return (path) => {
    if (!MARKDOWN.test(path) || !wanted.some((matches) => matches(path))) return false;
    const name = path.slice(path.lastIndexOf('/') + 1);
    return !unwanted.some((matches) => matches(path)) && !never.some((matches) => matches(name) || matches(path));
  };
}

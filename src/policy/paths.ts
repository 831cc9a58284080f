/** Which paths of a repository are postings. */

import { globMatcher } from '../globs.ts';
import type { Settings, Standing } from '../types/policy.ts';

/** Where a team's configuration is looked for, from the repository's root; the first that exists counts. */
export const CONFIG_PATHS: readonly [string, string] = ['.github/jd-review.yml', '.github/jd-review.yaml'];

const MARKDOWN = /\.(md|mdx|markdown)$/i;

/**
 * Says what a path (from the repository's root, with `/`) is by the settings' globs. A glob of postings that begins with
 * `!` takes paths out again. Letter case does not matter.
 */
export function standingBy(settings: Settings): (path: string) => Standing {
  const matcher = (glob: string) => globMatcher(glob.replace(/^(\.?\/)+/, ''), { nocase: true });
  const wanted = settings.postings.filter((glob) => !glob.startsWith('!')).map(matcher);
  const unwanted = settings.postings.filter((glob) => glob.startsWith('!')).map((glob) => matcher(glob.slice(1)));
  const shared = settings.sharedFolders.map(matcher);
  const ignored = settings.ignoreFiles.map(matcher);
  const documents = settings.documentFiles.map(matcher);
  return (path) => {
    if (!MARKDOWN.test(path)) return 'elsewhere';
    const own = wanted.some((matches) => matches(path));
    if (!own && !shared.some((matches) => matches(path))) return 'elsewhere';
    if (unwanted.some((matches) => matches(path))) return 'elsewhere';
    const name = path.slice(path.lastIndexOf('/') + 1);
    const isNamed = (matches: (text: string) => boolean) => matches(name) || matches(path);
    if (ignored.some(isNamed)) return own ? 'ignored' : 'elsewhere';
    if (!own) return 'shared';
    return documents.some(isNamed) ? 'document' : 'posting';
  };
}

/** Whether a path is Markdown that might be a posting and lies outside their folders: hidden folders and names of documents are not. */
export function outsideBy(settings: Settings): (path: string) => boolean {
  const standing = standingBy(settings);
  const named = [...settings.ignoreFiles, ...settings.documentFiles].map((glob) => globMatcher(glob, { nocase: true }));
  return (path) => {
    if (!MARKDOWN.test(path) || standing(path) !== 'elsewhere' || /(^|\/)\./.test(path)) return false;
    const name = path.slice(path.lastIndexOf('/') + 1);
    return !named.some((matches) => matches(name) || matches(path));
  };
}

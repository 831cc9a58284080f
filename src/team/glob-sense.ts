/** Whether a team's globs can be meant as they stand: one that fits no file would switch a review off in silence. */

type Data = Record<string, unknown>;
type Report = (path: readonly (string | number)[], message: string) => void;

/** Settings whose globs are whole paths of Markdown files, and those whose globs are names or paths of any kind. */
const PATHS = ['postings', 'shared-folders'];
const NAMES = ['ignore-files', 'document-files'];

/**
 * Takes globs out of settings that can fit nothing, and reports each at its place. A list of which nothing is left is
 * taken out whole, so that what is built in holds.
 */
export function dropSenselessGlobs(data: Data, report: Report): void {
  for (const key of [...PATHS, ...NAMES]) {
    const globs = data[key] as readonly string[] | undefined;
    if (globs === undefined) continue;
    const kept = globs.filter((glob, index) => {
      const fault =
        tooLong(glob) ?? unclosed(glob) ?? backslash(glob) ?? (PATHS.includes(key) ? noMarkdown(glob) : undefined);
      if (fault !== undefined) report([key, index], `“${glob.slice(0, LONGEST)}” ${fault}.`);
      return fault === undefined;
    });
    data[key] = kept;
    if (kept.length === 0 && globs.length > 0) delete data[key];
  }
  const wanted = data.postings as readonly string[] | undefined;
  if (wanted === undefined || wanted.some((glob) => !glob.startsWith('!')) || data['shared-folders']) return;
  const only = wanted.length === 0 ? 'is empty' : 'only takes files out';
  report(
    ['postings'],
    `“postings” ${only}, so nothing would be reviewed: name the folder first, such as “jobs/**/*.md”.`,
  );
  delete data.postings;
}

/** What is no longer can be looked at in any way without costing time. */
const LONGEST = 1000;

function tooLong(glob: string): string | undefined {
  return glob.length > LONGEST ? 'is too long: write several globs' : undefined;
}

/** A bracket or brace without its other half is a plain sign to a glob, and no file is called so. */
function unclosed(glob: string): string | undefined {
  // A lone `]` is a sign like any other.
  const plain = glob.replace(/\\./g, '').replace(/\[[!^]?\]?[^\]]*\]/g, '');
  if (plain.includes('[')) return 'has a “[” that is never closed: write “]”';
  const more = plain.split('{').length - plain.split('}').length;
  if (more > 0) return 'has a “{” that is never closed: write “}”';
  if (more < 0) return 'has a “}” that nothing opens: write “{” before it, or remove it';
  return undefined;
}

/** Before a bracket a backslash takes its meaning (`\[slug\]`); before a name it is a path of Windows. */
function backslash(glob: string): string | undefined {
  if (!/\\[\p{L}\p{N}_*.]/u.test(glob)) return undefined;
  return `has backslashes: folders are parted by “/” on every system, so write “${glob.replace(/\\+/g, '/')}”`;
}

/** A folder alone, or files that are no Markdown. */
function noMarkdown(glob: string): string | undefined {
  const last = glob.slice(glob.lastIndexOf('/') + 1);
  if (/[*?[\]{}()]$/.test(last) || /\.(md|mdx|markdown)$/i.test(last)) return undefined;
  const ending = /\.[a-z0-9]{1,8}$/i.exec(last);
  if (ending && /[*?[\]{}()]/.test(last)) return `fits no Markdown file: postings end in .md, .mdx or .markdown`;
  if (/[*?[\]{}()]/.test(last)) return undefined;
  return `is no glob of files: for all below a folder write “${glob.replace(/\/+$/, '')}/**/*.md”`;
}

import { execFileSync } from 'node:child_process';
import type { ChangedLines } from './types/review.ts';

/** What changed since a revision, by path relative to the working directory, with `/`. */
export interface Changes {
  /** Changed and new files that still exist, untracked ones included, in order of path. */
  readonly paths: readonly string[];
  readonly lines: ChangedLines;
}

/** Options that keep a repository's own settings from running programs or changing the output. */
const DIFF = [
  'diff',
  '--relative',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--find-renames',
  '--diff-filter=d',
];

/**
 * Files and lines of the working tree that differ from where it left `base`: the newest commit that both share.
 * Errors are for people: not a repository, no such revision, no git.
 */
export function changesSince(base: string, cwd: string): Changes | { problem: string } {
  // A name that begins with a dash would be read as an option.
  if (base === '' || base.startsWith('-')) {
    return { problem: '--base needs a git revision, such as main or HEAD~1; a name may not begin with a dash.' };
  }
  const inside = git(cwd, ['rev-parse', '--is-inside-work-tree']);
  if ('problem' in inside) return inside;
  const commit = git(cwd, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${base}^{commit}`]);
  if ('problem' in commit) {
    return {
      problem: `git knows no revision “${base}”. Name a branch, tag or commit, and fetch it first (a shallow clone may lack it).`,
    };
  }
  const ours = git(cwd, ['merge-base', commit.output.trim(), 'HEAD']);
  // Histories that share nothing are compared as they stand.
  const from = 'output' in ours && ours.output.trim() !== '' ? ours.output.trim() : commit.output.trim();
  const names = git(cwd, [...DIFF, '--name-status', '-z', from, '--']);
  const patch = git(cwd, [...DIFF, '--unified=0', '--src-prefix=a/', '--dst-prefix=b/', from, '--']);
  const untracked = git(cwd, ['ls-files', '--others', '--exclude-standard', '-z']);
  for (const answer of [names, patch, untracked]) if ('problem' in answer) return answer;
  const entries = parseNames((names as Answer).output);
  const hunks = parsePatch((patch as Answer).output);
  const lines = new Map<string, 'all' | ReadonlySet<number>>();
  for (const [index, { path, isNew }] of entries.entries()) lines.set(path, isNew ? 'all' : (hunks[index] ?? 'all'));
  for (const path of (untracked as Answer).output.split('\0')) if (path) lines.set(path, 'all');
  return { paths: [...lines.keys()].sort(), lines };
}

interface Answer {
  readonly output: string;
}

function git(cwd: string, args: readonly string[]): Answer | { problem: string } {
  try {
    const output = execFileSync('git', ['-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false', ...args], {
      cwd,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return { output };
  } catch (error) {
    const { code, stderr } = error as { code?: string; stderr?: string };
    if (code === 'ENOENT') return { problem: '--base needs git, and no git was found. Install it, or name the files.' };
    const said = /not a git repository/.test(stderr ?? '')
      ? 'this folder is in no git repository'
      : (stderr ?? '').trim().split('\n')[0] || 'git failed';
    return { problem: `--base could not be read: ${said}. Run inside the repository, or name the files.` };
  }
}

/** Paths of `git diff --name-status -z`: status, path, and for a rename or copy the old path first. */
function parseNames(output: string): { path: string; isNew: boolean }[] {
  const fields = output.split('\0');
  const entries: { path: string; isNew: boolean }[] = [];
  for (let index = 0; index + 1 < fields.length; ) {
    const status = fields[index++]!;
    if (/^[RC]/.test(status)) index++;
    const path = fields[index++];
    if (path !== undefined) entries.push({ path, isNew: status === 'A' });
  }
  return entries;
}

/** Numbers of the new lines, one set a file, in the order of the diff; a hunk that only deletes has none. */
function parsePatch(output: string): ReadonlySet<number>[] {
  const files: Set<number>[] = [];
  for (const line of output.split('\n')) {
    // With no context lines, a line of content begins with + or - and can be taken for neither header.
    if (line.startsWith('diff --git ')) {
      files.push(new Set());
      continue;
    }
    const hunk = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (!hunk) continue;
    const start = Number(hunk[1]);
    const count = hunk[2] === undefined ? 1 : Number(hunk[2]);
    const lines = files.at(-1);
    for (let at = start; at < start + count; at++) lines?.add(at);
  }
  return files;
}

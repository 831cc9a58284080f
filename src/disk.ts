import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import type { Problem } from './types/posting.ts';

/** A posting's file: as people name it, and where it lies. */
export interface Source {
  /** Path for reports, with `/`: relative to the working directory where it lies below it. */
  readonly path: string;
  readonly file: string;
}

/** What the paths of a command line yield. */
export interface Found {
  /** In order of path, no file twice. */
  readonly sources: readonly Source[];
  readonly problems: readonly Problem[];
  /** Arguments that no file answers. */
  readonly unmatched: readonly string[];
}

const MARKDOWN = /\.(?:md|markdown|mdx)$/i;
const GLOB = /[*?[\]{}!()]/;
/** Folders that hold no postings of their own. */
const SKIPPED = new Set(['node_modules', '.git']);

/** Says of a path, as reported, whether it may be a posting. */
export type Wanted = (path: string) => boolean;

/**
 * Files that paths, folders and globs name. Folders and globs yield the Markdown files below them that are `wanted`,
 * hidden folders and node_modules left out; a file that is named itself is always taken.
 * Links out of the working directory and files that are not regular are problems.
 */
export function findPostings(args: readonly string[], cwd: string, wanted: Wanted): Found {
  const search = startSearch(cwd);
  const unmatched = args.filter((arg) => !addArgument(search, arg, wanted));
  return { ...resultOf(search), unmatched };
}

/** Markdown files below the working directory that are `wanted`. */
export function findBelow(cwd: string, wanted: Wanted): Found {
  const search = startSearch(cwd);
  walk(search, cwd, cwd, wanted);
  return { ...resultOf(search), unmatched: [] };
}

interface Search {
  readonly cwd: string;
  readonly sources: Map<string, Source>;
  readonly problems: Map<string, Problem>;
}

function startSearch(cwd: string): Search {
  return { cwd, sources: new Map(), problems: new Map() };
}

function resultOf(search: Search): { sources: readonly Source[]; problems: readonly Problem[] } {
  const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
  return {
    sources: [...search.sources.values()].sort(byPath),
    problems: [...search.problems.values()].sort(byPath),
  };
}

/** Takes one argument of the command line; false where nothing answers it. */
function addArgument(search: Search, arg: string, wanted: Wanted): boolean {
  const full = resolve(search.cwd, arg);
  const stat = lstatSync(full, { throwIfNoEntry: false });
  if (stat?.isDirectory()) return walk(search, full, rootOf(search, full), wanted);
  if (stat) {
    take(search, full, isBelow(full, search.cwd) ? search.cwd : dirname(full));
    return true;
  }
  if (!GLOB.test(arg)) return false;
  const pattern = arg.split(sep).join('/').replace(/^\.\//, '');
  const folder = resolve(search.cwd, picomatch.scan(pattern).base);
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return false;
  const matches = picomatch(pattern, { dot: true, posix: true });
  return walk(search, folder, rootOf(search, folder), (path) => matches(path) && wanted(path));
}

/** The tree that links may not leave: the working directory, or a folder outside it that was named. */
function rootOf(search: Search, folder: string): string {
  return isBelow(folder, search.cwd) ? search.cwd : folder;
}

/** Takes the Markdown files below a folder that are wanted; true where there is one, or something to report. */
function walk(search: Search, folder: string, root: string, wanted: Wanted): boolean {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    report(search, nameOf(search, folder), `This folder cannot be read (${codeOf(error)}). Check its permissions.`);
    return true;
  }
  let any = false;
  for (const entry of entries) {
    const full = join(folder, entry.name);
    if (entry.isDirectory()) {
      const open = !SKIPPED.has(entry.name) && !entry.name.startsWith('.');
      if (open && walk(search, full, root, wanted)) any = true;
    } else if (MARKDOWN.test(entry.name) && wanted(nameOf(search, full))) {
      take(search, full, root);
      any = true;
    }
  }
  return any;
}

function take(search: Search, full: string, root: string): void {
  const path = nameOf(search, full);
  if (search.sources.has(full) || search.problems.has(path)) return;
  const problem = faultOf(full, root);
  if (problem) report(search, path, problem);
  else search.sources.set(full, { path, file: full });
}

function report(search: Search, path: string, message: string): void {
  search.problems.set(path, { path, message, severity: 'error' });
}

/** A path as people read it: relative below the working directory, else whole. */
function nameOf(search: Search, full: string): string {
  const name = isBelow(full, search.cwd) ? relative(search.cwd, full) : full;
  return name === '' ? '.' : name.split(sep).join('/');
}

/** Why a file is not read, or undefined where it may be. */
function faultOf(full: string, root: string): string | undefined {
  try {
    const stat = lstatSync(full);
    if (stat.isSymbolicLink()) {
      const target = realpathSync(full);
      if (!isBelow(target, realpathSync(root))) {
        return 'This link leads out of the folder under review and is not followed. Put the posting itself here.';
      }
      if (!statSync(target).isFile()) return 'This link does not lead to a file. Name the file itself.';
      return undefined;
    }
    return stat.isFile() ? undefined : 'This is not a regular file. Name a Markdown file.';
  } catch (error) {
    return codeOf(error) === 'ENOENT'
      ? 'This link leads nowhere. Remove it or mend its target.'
      : `This file cannot be read (${codeOf(error)}). Check its permissions.`;
  }
}

/** Bytes of a file, or why there are none. Never waits: pipes and devices are refused, and no more than `most` bytes are read. */
export function readBytes(file: string, most: number): { bytes: Uint8Array } | { problem: string } {
  let handle: number;
  try {
    handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    return { problem: `This file cannot be read (${codeOf(error)}). Check its permissions.` };
  }
  try {
    const stat = fstatSync(handle);
    if (!stat.isFile()) return { problem: 'This is not a regular file. Name a Markdown file.' };
    // One byte more than allowed is enough for the reader to see that it is too large.
    const bytes = new Uint8Array(Math.min(stat.size, most + 1));
    let length = 0;
    while (length < bytes.length) {
      const count = readSync(handle, bytes, length, bytes.length - length, length);
      if (count === 0) break;
      length += count;
    }
    return { bytes: bytes.subarray(0, length) };
  } catch (error) {
    return { problem: `This file cannot be read (${codeOf(error)}). Check its permissions.` };
  } finally {
    closeSync(handle);
  }
}

function isBelow(path: string, folder: string): boolean {
  const inside = relative(folder, path);
  return inside === '' || (!inside.startsWith(`..${sep}`) && inside !== '..' && !isAbsolute(inside));
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException)?.code ?? 'unknown reason';
}

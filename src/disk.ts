import {
  closeSync,
  constants,
  type Dirent,
  existsSync,
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
import { globMatcher } from './globs.ts';
import type { Problem } from './types/place.ts';

/** A posting's file: as people name it, and where it lies. */
export interface Source {
  /** Path for reports, with `/`: relative to the working directory where it lies in the same repository. */
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
/** Whether folders of this name are looked into: hidden ones and packages hold no postings of their own. */
const isOpen = (name: string) => name !== 'node_modules' && !name.startsWith('.');

/** Whether a search comes by a path, with `/`: no folder of it is hidden or holds packages. */
export function isReached(path: string): boolean {
  return path.split('/').slice(0, -1).every(isOpen);
}

/** Says whether a file may be a posting: by its path from the repository's top, with `/`, and where it lies. */
export type Wanted = (path: string, file: string) => boolean;

/**
 * The top of the git repository that a folder lies in: the nearest folder upwards that holds `.git`. In no repository it
 * is the folder itself, so that nothing above it is looked at.
 */
export function repositoryTop(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return folder;
  }
}

/** A path as people follow it from where they stand, with `/`: relative within the repository, else whole. */
export function nameFrom(cwd: string, top: string, full: string): string {
  const name = isBelow(full, top) ? relative(cwd, full) : full;
  return name === '' ? '.' : name.split(sep).join('/');
}

/**
 * Files that paths, folders and globs name. Folders and globs yield the Markdown files below them that are `wanted`,
 * hidden folders and node_modules left out; a file that is named itself is always taken.
 * Links out of the repository (`top`; without one the working directory) and files that are not regular are problems.
 */
export function findPostings(args: readonly string[], cwd: string, wanted: Wanted, top = cwd): Found {
  const search = startSearch(cwd, top);
  const unmatched = args.filter((arg) => !addArgument(search, arg, wanted));
  return { ...resultOf(search), unmatched };
}

/** Markdown files of the repository (`top`; without one below the working directory) that are `wanted`. */
export function findBelow(cwd: string, wanted: Wanted, top = cwd): Found {
  const search = startSearch(cwd, top);
  walk(search, top, top, wanted);
  return { ...resultOf(search), unmatched: [] };
}

interface Search {
  readonly cwd: string;
  readonly top: string;
  readonly sources: Map<string, Source>;
  readonly problems: Map<string, Problem>;
}

function startSearch(cwd: string, top: string): Search {
  return { cwd, top, sources: new Map(), problems: new Map() };
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
    take(search, full, isBelow(full, search.top) ? search.top : dirname(full));
    return true;
  }
  if (!GLOB.test(arg)) return false;
  const pattern = arg.split(sep).join('/').replace(/^\.\//, '');
  const { base, glob, negated } = picomatch.scan(pattern);
  const folder = resolve(search.cwd, base);
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return false;
  const matches = globMatcher(negated ? `!${glob}` : glob);
  const below = (file: string) => matches(relative(folder, file).split(sep).join('/'));
  return walk(search, folder, rootOf(search, folder), (path, file) => below(file) && wanted(path, file));
}

/** The tree that links may not leave: the repository, or a folder outside it that was named. */
function rootOf(search: Search, folder: string): string {
  return isBelow(folder, search.top) ? search.top : folder;
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
      if (isOpen(entry.name) && walk(search, full, root, wanted)) any = true;
    } else if (MARKDOWN.test(entry.name) && wanted(nameFrom(search.top, search.top, full), full)) {
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

function nameOf({ cwd, top }: Search, full: string): string {
  return nameFrom(cwd, top, full);
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

/** Whether what lies at a path, links followed, lies outside of a folder; what is not there lies nowhere. */
export function leadsOut(file: string, folder: string): boolean {
  try {
    return !isBelow(realpathSync(file), realpathSync(folder));
  } catch {
    return false;
  }
}

/** Whether a path is a folder or lies below it. */
export function isBelow(path: string, folder: string): boolean {
  const inside = relative(folder, path);
  return inside === '' || (!inside.startsWith(`..${sep}`) && inside !== '..' && !isAbsolute(inside));
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException)?.code ?? 'unknown reason';
}

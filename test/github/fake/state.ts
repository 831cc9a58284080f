import { createHash } from 'node:crypto';
import { commentable, lineMap, linesOf, patchOf } from './diff.ts';

export type Level = 'none' | 'read' | 'write';
export type Scope = 'contents' | 'pull_requests' | 'issues' | 'checks';
export type Permissions = Readonly<Record<Scope, Level>>;

/** Who a token belongs to. `app` is false for a personal token, which may not create check runs. */
export interface Token {
  readonly login: string;
  readonly app: boolean;
  readonly permissions: Permissions;
}

export interface Entry {
  readonly mode: '100644' | '100755' | '120000' | '160000';
  readonly oid: string;
}

export interface Commit {
  readonly sha: string;
  readonly parents: readonly string[];
  readonly files: ReadonlyMap<string, Entry>;
}

export interface Comment {
  readonly id: number;
  readonly nodeId: string;
  readonly author: string;
  body: string;
  minimized?: string;
}

export interface Thread {
  readonly nodeId: string;
  /** Review that is not published yet: only its author sees the thread. */
  readonly pending?: string;
  readonly path: string;
  readonly originalLine: number;
  readonly originalStartLine: number | null;
  /** Commit that the comment was written on. */
  readonly commit: string;
  line: number | null;
  startLine: number | null;
  resolvedBy?: string;
  comments: Comment[];
}

export interface Review {
  readonly id: number;
  readonly nodeId: string;
  readonly author: string;
  readonly commit: string;
  state: 'PENDING' | 'COMMENTED';
  body: string;
  minimized?: string;
}

export interface Pull {
  readonly number: number;
  readonly nodeId: string;
  /** Repository that the head lies in, and its branch there; a deleted fork has none. */
  headRepository: string | null;
  readonly branch: string;
  head: string;
  base: string;
  state: 'open' | 'closed';
  draft: boolean;
  readonly commits: Set<string>;
  comments: Comment[];
  threads: Thread[];
  reviews: Review[];
}

export interface Annotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column?: number;
  readonly end_column?: number;
  readonly annotation_level: string;
  readonly message: string;
  readonly title?: string;
}

export interface Check {
  readonly id: number;
  readonly nodeId: string;
  readonly name: string;
  readonly sha: string;
  readonly app: string;
  readonly externalId: string | null;
  readonly status: string;
  readonly conclusion: string | null;
  output: { title: string; summary: string; text: string | null };
  annotations: Annotation[];
}

export interface Issue {
  readonly number: number;
  readonly author: string;
  title: string;
  body: string;
  labels: string[];
  state: 'open' | 'closed';
  reason: 'completed' | 'not_planned' | 'duplicate' | 'reopened' | null;
}

/**
 * A token of a workflow in the form of 2026: `ghs_<app>_<JWT>`, about 520 characters with dots, dashes and underscores.
 * Nothing may lean on the length or the characters of the older one.
 */
export const TOKEN = `ghs_15368_${['eyJhbGciOiJSUzI1NiJ9', 'x-Y_9'.repeat(32), 'q_7-Z'.repeat(66)].join('.')}`;

/** All that the fake knows; tests read it to see what a person would see. */
export interface World {
  readonly owner: string;
  readonly name: string;
  readonly private: boolean;
  readonly blobs: Map<string, Buffer>;
  readonly commits: Map<string, Commit>;
  readonly pulls: Map<number, Pull>;
  readonly checks: Check[];
  readonly issues: Issue[];
  /** Last commit of the default branch that an audit saw. */
  audited?: string;
  /** The repository's settings switch issues off. */
  withoutIssues?: boolean;
  readonly tokens: Map<string, Token>;
  /** Paths whose `patch` the files list leaves out, as GitHub does for large ones. */
  readonly withoutPatch: Set<string>;
  /** Events that the repository's own policy lets start workflows; absent: GitHub's default policy decides. */
  allowedEvents?: readonly string[];
  nextId: number;
}

/** What a test writes for a file: its text or bytes, or a symlink, a submodule, an executable. */
export type Source =
  | string
  | Buffer
  | { readonly link: string }
  | { readonly submodule: string }
  | { readonly run: string };

export const FULL: Permissions = { contents: 'read', pull_requests: 'write', issues: 'none', checks: 'write' };

export function createWorld(options: { private?: boolean; permissions?: Permissions } = {}): World {
  const token: Token = { login: 'github-actions[bot]', app: true, permissions: options.permissions ?? FULL };
  return {
    owner: 'Codertocat',
    name: 'Hello-World',
    private: options.private ?? false,
    blobs: new Map(),
    commits: new Map(),
    pulls: new Map(),
    checks: [],
    issues: [],
    tokens: new Map([[TOKEN, token]]),
    withoutPatch: new Set(),
    nextId: 1000,
  };
}

const sha1 = (data: string | Buffer) => createHash('sha1').update(data).digest('hex');

/** Name of a blob as git gives it. */
export function blobName(content: Buffer): string {
  return sha1(Buffer.concat([Buffer.from(`blob ${content.length}\0`), content]));
}

function store(world: World, source: Source): Entry {
  const put = (content: Buffer, mode: Entry['mode']): Entry => {
    const oid = blobName(content);
    world.blobs.set(oid, content);
    return { mode, oid };
  };
  if (typeof source === 'string') return put(Buffer.from(source), '100644');
  if (Buffer.isBuffer(source)) return put(source, '100644');
  if ('link' in source) return put(Buffer.from(source.link), '120000');
  if ('run' in source) return put(Buffer.from(source.run), '100755');
  return { mode: '160000', oid: source.submodule };
}

/** A commit that changes some files of its parent; `null` deletes one. */
export function commit(world: World, parent: string | null, changes: Readonly<Record<string, Source | null>>): string {
  const files = new Map(parent === null ? [] : world.commits.get(parent)!.files);
  for (const [path, source] of Object.entries(changes)) {
    if (source === null) files.delete(path);
    else files.set(path, store(world, source));
  }
  const sha = sha1(`${parent}${world.nextId++}`);
  world.commits.set(sha, { sha, parents: parent === null ? [] : [parent], files });
  return sha;
}

export function textAt(world: World, sha: string, path: string): string | undefined {
  const entry = world.commits.get(sha)?.files.get(path);
  return entry && world.blobs.get(entry.oid)?.toString('utf8');
}

/** All ancestors of a commit, itself first. */
function ancestors(world: World, sha: string): string[] {
  const found = [sha];
  for (let at = 0; at < found.length; at++) found.push(...(world.commits.get(found[at]!)?.parents ?? []));
  return found;
}

export function mergeBase(world: World, base: string, head: string): string {
  const known = new Set(ancestors(world, base));
  const shared = ancestors(world, head).find((sha) => known.has(sha));
  if (!shared) throw new Error('no merge base');
  return shared;
}

export interface FileRow {
  readonly filename: string;
  readonly previous_filename?: string;
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'changed';
  readonly sha: string | null;
  readonly patch?: string;
}

const isBinary = (content: Buffer) => content.subarray(0, 8000).includes(0);

/** Rows of the files list between two commits, renames found by equal or mostly equal content. */
export function changedFiles(world: World, from: string, to: string): FileRow[] {
  const before = world.commits.get(from)!.files;
  const after = world.commits.get(to)!.files;
  const removed = new Map([...before].filter(([path]) => !after.has(path)));
  const rows: FileRow[] = [];
  for (const [path, entry] of after) {
    const old = before.get(path);
    if (old?.oid === entry.oid && old.mode === entry.mode) continue;
    const source = old ? undefined : renameSource(world, removed, entry);
    if (source) removed.delete(source);
    const status = old ? 'modified' : source ? 'renamed' : 'added';
    const oldOid = old?.oid ?? (source && before.get(source)?.oid);
    const patch = patchBetween(world, oldOid, entry);
    rows.push({
      filename: path,
      ...(source ? { previous_filename: source } : {}),
      status,
      sha: entry.oid,
      ...(patch && !world.withoutPatch.has(path) ? { patch } : {}),
    });
  }
  for (const [path, entry] of removed) {
    rows.push({
      filename: path,
      status: 'removed',
      sha: entry.oid,
      patch: patchBetween(world, entry.oid, undefined) ?? '',
    });
  }
  return rows.sort((a, b) => (a.filename < b.filename ? -1 : 1));
}

function renameSource(world: World, removed: ReadonlyMap<string, Entry>, entry: Entry): string | undefined {
  const lines = linesOf(world.blobs.get(entry.oid)?.toString('utf8') ?? '');
  for (const [path, old] of removed) {
    if (old.oid === entry.oid) return path;
    const oldLines = linesOf(world.blobs.get(old.oid)?.toString('utf8') ?? '');
    const same = lineMap(oldLines, lines).filter((to) => to >= 0).length;
    if (same * 2 > Math.max(lines.length, oldLines.length)) return path;
  }
  return undefined;
}

function patchBetween(world: World, oldOid: string | undefined, entry: Entry | undefined): string | undefined {
  if (entry?.mode === '160000') return undefined;
  const before = oldOid ? world.blobs.get(oldOid) : Buffer.alloc(0);
  const after = entry ? world.blobs.get(entry.oid) : Buffer.alloc(0);
  if (!before || !after || isBinary(before) || isBinary(after)) return undefined;
  return patchOf(before.toString('utf8'), after.toString('utf8')) || undefined;
}

/** Files of a pull request: what its head changes against the merge base. */
export function pullFiles(world: World, pull: Pull, head = pull.head): FileRow[] {
  return changedFiles(world, mergeBase(world, pull.base, head), head);
}

export function openPull(world: World, base: string, head: string, options: Partial<Pull> = {}): Pull {
  const number = options.number ?? 2;
  const pull: Pull = {
    number,
    nodeId: `PR_${number}`,
    headRepository: `${world.owner}/${world.name}`,
    branch: 'changes',
    state: 'open',
    draft: false,
    commits: new Set([head]),
    comments: [],
    threads: [],
    reviews: [],
    ...options,
    base,
    head,
  };
  world.pulls.set(number, pull);
  return pull;
}

/** Moves a pull request to another commit: threads follow their line, or are outdated where it is gone. */
export function pushPull(world: World, pull: Pull, head: string): void {
  pull.head = head;
  pull.commits.add(head);
  const rows = new Map(pullFiles(world, pull).map((row) => [row.filename, row]));
  for (const thread of pull.threads) {
    const before = linesOf(textAt(world, thread.commit, thread.path) ?? '');
    const map = lineMap(before, linesOf(textAt(world, head, thread.path) ?? ''));
    const open = commentable(rows.get(thread.path)?.patch);
    const follow = (line: number) => {
      const to = (map[line - 1] ?? -1) + 1;
      return to > 0 && open.has(to) ? to : null;
    };
    thread.line = follow(thread.originalLine);
    thread.startLine = thread.originalStartLine === null ? null : follow(thread.originalStartLine);
    if (thread.originalStartLine !== null && thread.startLine === null) thread.line = null;
  }
}

export function newId(world: World): number {
  return world.nextId++;
}

export function comment(world: World, author: string, body: string, kind: 'IC' | 'PRRC'): Comment {
  const id = newId(world);
  return { id, nodeId: `${kind}_${id}`, author, body };
}

import { createHash } from 'node:crypto';
import { MAX_BASELINE_BYTES, MAX_FILE_BYTES } from '../limits.ts';
import { ApiError, type Client } from './client.ts';
import type { Repository } from './files.ts';
import { cutBelow } from './pages.ts';
import { filesQuery, ROUTES } from './requests.ts';

/** A file's bytes, or why there are none. */
export type Read =
  | { readonly path: string; readonly bytes: Uint8Array }
  | { readonly path: string; readonly problem: string };

/** What is wanted of one commit: files by path, and the YAML files below a folder. */
export interface Wanted {
  readonly commit: string;
  readonly paths: readonly string[];
  readonly folder?: string;
  /** A path of them that may be as large as a baseline. */
  readonly large?: string;
  /** The repository may have let the commit go: then it has no files. */
  readonly mayBeGone?: boolean;
}

export interface CommitFiles {
  /** In the order asked for; paths that the commit does not have are left out. */
  readonly files: readonly Read[];
  /** The YAML files of the folder. */
  readonly folder: readonly Read[];
}

export interface FilesAnswer {
  readonly commits: readonly CommitFiles[];
  /** Where the pull request's head is now. */
  readonly head?: string;
  readonly open?: boolean;
}

/** Files in one request: at most so many, fewer where GitHub answers in part. */
const SIZES = [100, 25, 5, 1];

/** Entry as GraphQL gives it; `mode` as a number. */
export interface GraphEntry {
  readonly mode: number;
  readonly type: string;
  readonly oid: string;
  readonly object?: {
    readonly byteSize?: number;
    readonly isBinary?: boolean | null;
    readonly isTruncated?: boolean;
    readonly text?: string | null;
  } | null;
}

const REGULAR = [0o100644, 0o100755];
const LINK = 0o120000;

/**
 * Reads files of commits by their blobs, a hundred in one request: never a working tree, never through a link.
 * `pull` also asks where the head of that pull request is.
 */
export async function readFiles(
  client: Client,
  repository: Repository,
  wanted: readonly Wanted[],
  pull?: number,
): Promise<FilesAnswer> {
  const board: Board = {
    client,
    repository,
    pull,
    results: wanted.map(() => ({ files: new Map(), folder: [] })),
  };
  const parts = wanted.map((each, source) => ({ ...each, source }));
  await readParts(
    board,
    parts.filter(({ paths, folder }) => paths.length > 0 || folder !== undefined),
    0,
  );
  const commits = board.results.map(({ files, folder }, at) => ({
    files: wanted[at]!.paths.flatMap((path) => files.get(path) ?? []),
    folder,
  }));
  const { head, open } = board;
  return { commits, ...(head === undefined ? {} : { head }), ...(open === undefined ? {} : { open }) };
}

interface Board {
  readonly client: Client;
  readonly repository: Repository;
  readonly pull: number | undefined;
  readonly results: readonly { readonly files: Map<string, Read>; folder: readonly Read[] }[];
  head?: string;
  open?: boolean;
}

/** Reads parts in requests of one size; a request that is answered in part is asked again in smaller ones. */
async function readParts(board: Board, parts: readonly Part[], size: number): Promise<void> {
  for (const batch of batches(parts, SIZES[size]!)) {
    const cut = await readBatch(board, batch);
    if (cut === undefined) continue;
    if (SIZES[size + 1] === undefined) throw new ApiError(`it answered only in part: ${cut}`, 0, false);
    await readParts(board, batch, size + 1);
  }
}

/** Reads one request's files into the board; gives GitHub's words, and nothing to the board, where some were left out. */
async function readBatch(board: Board, batch: readonly Part[]): Promise<string | undefined> {
  const { client, repository, pull, results } = board;
  const folders = batch.map(({ folder }) => folder !== undefined);
  const variables: Record<string, unknown> = {
    owner: repository.owner,
    name: repository.repo,
    pull: pull !== undefined,
    number: pull ?? 0,
  };
  batch.forEach(({ commit, paths, folder }, at) => {
    variables[`c${at}`] = commit;
    if (folder !== undefined) variables[`c${at}folder`] = folder;
    paths.forEach((path, file) => {
      variables[`c${at}p${file}`] = path;
    });
  });
  const counts = batch.map(({ paths }) => paths.length);
  const { data, errors } = await client.query(filesQuery(counts, folders), variables);
  const cut = cutBelow(errors);
  if (cut !== undefined) return cut;
  const found = (data as { repository?: Record<string, unknown> } | null)?.repository;
  if (!found) throw new ApiError(errors[0]?.message ?? 'GitHub gave no files.', 0, false, 'contents=read');
  const now = found.pullRequest as { headRefOid?: string; state?: string } | null | undefined;
  if (now?.headRefOid !== undefined) board.head ??= now.headRefOid;
  if (now?.state !== undefined) board.open ??= now.state === 'OPEN';
  for (const [at, { paths, source, folder, large, mayBeGone }] of batch.entries()) {
    const commit = found[`c${at}`] as Record<string, GraphEntry | null> | null;
    if (!commit && mayBeGone) continue;
    if (!commit) {
      const said = errors[0]?.message ?? 'GitHub does not find a commit of this run.';
      throw new ApiError(said, 0, false, 'contents=read');
    }
    const result = results[source]!;
    for (const [file, path] of paths.entries()) {
      const entry = commit[`f${file}`];
      const most = path === large ? MAX_BASELINE_BYTES : MAX_FILE_BYTES;
      if (entry) result.files.set(path, await readEntry(client, repository, path, entry, most));
    }
    if (folder === undefined) continue;
    const entries = yamlEntries(folder, commit.folder as unknown as GraphFolder | null | undefined);
    const files = [];
    for (const [path, entry] of entries) files.push(await readEntry(client, repository, path, entry));
    result.folder = files;
  }
  return undefined;
}

type Part = Wanted & { readonly source: number };

/** Cuts parts into requests of so many files; a folder is asked for with the first piece of its part. */
function batches(parts: readonly Part[], size: number): readonly (readonly Part[])[] {
  const result: Part[][] = [[]];
  let room = size;
  for (const { folder, ...part } of parts) {
    let from = 0;
    do {
      if (room === 0 && part.paths.length > 0) {
        result.push([]);
        room = size;
      }
      const paths = part.paths.slice(from, from + room);
      result.at(-1)!.push({ ...part, paths, ...(from === 0 && folder !== undefined ? { folder } : {}) });
      from += paths.length;
      room -= paths.length;
    } while (from < part.paths.length);
  }
  return result.filter((batch) => batch.length > 0);
}

interface GraphFolder {
  readonly object?: { readonly entries?: readonly NamedEntry[] | null } | null;
}

type NamedEntry = GraphEntry & { readonly name: string };

function* yamlEntries(folder: string, entry: GraphFolder | null | undefined): Generator<[string, GraphEntry]> {
  for (const child of entry?.object?.entries ?? []) {
    const path = `${folder}/${child.name}`;
    if (child.type === 'tree') yield* yamlEntries(path, child as unknown as GraphFolder);
    else if (/\.ya?ml$/i.test(child.name)) yield [path, child];
  }
}

/** The bytes behind an entry: regular files only, and only what hashes to the entry's own name. */
export async function readEntry(
  client: Client,
  repository: Repository,
  path: string,
  entry: GraphEntry,
  most = MAX_FILE_BYTES,
): Promise<Read> {
  if (entry.mode === LINK) {
    return { path, problem: 'This is a symbolic link; links are not followed. Commit the file itself.' };
  }
  if (!REGULAR.includes(entry.mode)) {
    return { path, problem: 'This is no regular file (a folder or a submodule) and is not read.' };
  }
  const { byteSize = 0, isBinary, isTruncated, text } = entry.object ?? {};
  if (byteSize > most) return tooLarge(path, byteSize, most);
  if (isBinary) return { path, problem: 'The file is binary, not text, and is not read. Save it as UTF-8 Markdown.' };
  if (typeof text === 'string' && !isTruncated) {
    const bytes = Buffer.from(text);
    if (bytes.length === byteSize && nameOf(bytes, entry.oid) === entry.oid) return { path, bytes };
  }
  // A byte order mark or another encoding does not come through GraphQL: take the bytes themselves.
  const { data } = await client.read(ROUTES.blob, {
    ...repository,
    file_sha: entry.oid,
  });
  const { content } = data as { content?: unknown };
  if (typeof content !== 'string') throw new ApiError('GitHub answered a file with something else.', 0, false);
  const bytes = Buffer.from(content, 'base64');
  return bytes.length > most ? tooLarge(path, bytes.length, most) : { path, bytes };
}

function tooLarge(path: string, bytes: number, most: number): Read {
  return { path, problem: `The file has ${bytes} bytes; more than ${most} are not read. Shorten it.` };
}

/** Git's name of a blob, by the hash that `like` was made with. */
function nameOf(bytes: Uint8Array, like: string): string {
  return createHash(like.length === 64 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}

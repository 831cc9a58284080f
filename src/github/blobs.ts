import { createHash } from 'node:crypto';
import { ApiError, type Client } from './client.ts';
import type { Repository } from './files.ts';
import { filesQuery } from './queries.ts';

/** A file's bytes, or why there are none. */
export type Read =
  | { readonly path: string; readonly bytes: Uint8Array }
  | { readonly path: string; readonly problem: string };

/** What is wanted of one commit: files by path, and the YAML files below a folder. */
export interface Wanted {
  readonly commit: string;
  readonly paths: readonly string[];
  readonly folder?: string;
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

/** Files in one request at most. */
const BATCH = 100;
/** Larger files are no postings; they are not read. */
export const MAX_BYTES = 256 * 1024;

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
  const results = wanted.map(() => ({ files: [] as Read[], folder: [] as Read[] }));
  let head: string | undefined;
  let open: boolean | undefined;
  for (const batch of batches(wanted)) {
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
    const found = (data as { repository?: Record<string, unknown> } | null)?.repository;
    if (!found) throw new ApiError(errors[0]?.message ?? 'GitHub gave no files.', 0, false, 'contents=read');
    const now = found.pullRequest as { headRefOid?: string; state?: string } | null | undefined;
    head ??= now?.headRefOid;
    open ??= now?.state === undefined ? undefined : now.state === 'OPEN';
    for (const [at, { paths, source }] of batch.entries()) {
      const commit = found[`c${at}`] as Record<string, GraphEntry | null> | null;
      if (!commit) {
        throw new ApiError(
          errors[0]?.message ?? 'GitHub does not find a commit of this run.',
          0,
          false,
          'contents=read',
        );
      }
      const result = results[source]!;
      for (const [file, path] of paths.entries()) {
        const entry = commit[`f${file}`];
        if (entry) result.files.push(await readEntry(client, repository, path, entry));
      }
      const folder = commit.folder as unknown as GraphFolder | null | undefined;
      for (const [path, entry] of yamlEntries(batch[at]?.folder ?? '', folder)) {
        result.folder.push(await readEntry(client, repository, path, entry));
      }
    }
  }
  return { commits: results, ...(head === undefined ? {} : { head }), ...(open === undefined ? {} : { open }) };
}

type Part = Wanted & { readonly source: number };

/** Cuts what is wanted into requests; a folder is asked for with the first part of its commit. */
function batches(wanted: readonly Wanted[]): readonly (readonly Part[])[] {
  const result: Part[][] = [[]];
  let room = BATCH;
  wanted.forEach((each, source) => {
    let from = 0;
    do {
      if (room === 0 && each.paths.length > 0) {
        result.push([]);
        room = BATCH;
      }
      const paths = each.paths.slice(from, from + room);
      const folder = from === 0 && each.folder !== undefined ? { folder: each.folder } : {};
      result.at(-1)!.push({ commit: each.commit, source, paths, ...folder });
      from += paths.length;
      room -= paths.length;
    } while (from < each.paths.length);
  });
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
): Promise<Read> {
  if (entry.mode === LINK) {
    return { path, problem: 'This is a symbolic link; links are not followed. Commit the file itself.' };
  }
  if (!REGULAR.includes(entry.mode)) {
    return { path, problem: 'This is no regular file (a folder or a submodule) and is not read.' };
  }
  const { byteSize = 0, isBinary, isTruncated, text } = entry.object ?? {};
  if (byteSize > MAX_BYTES) {
    return { path, problem: `The file has ${byteSize} bytes; more than ${MAX_BYTES} are not read. Shorten it.` };
  }
  if (isBinary) return { path, problem: 'The file is binary, not text, and is not read. Save it as UTF-8 Markdown.' };
  if (typeof text === 'string' && !isTruncated) {
    const bytes = Buffer.from(text);
    if (bytes.length === byteSize && nameOf(bytes, entry.oid) === entry.oid) return { path, bytes };
  }
  // A byte order mark or another encoding does not come through GraphQL: take the bytes themselves.
  const { data } = await client.read('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', {
    ...repository,
    file_sha: entry.oid,
  });
  const { content } = data as { content?: unknown };
  if (typeof content !== 'string') throw new ApiError('GitHub answered a file with something else.', 0, false);
  return { path, bytes: Buffer.from(content, 'base64') };
}

/** Git's name of a blob, by the hash that `like` was made with. */
function nameOf(bytes: Uint8Array, like: string): string {
  return createHash(like.length === 64 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');
}

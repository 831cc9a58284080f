import { type Answer, ApiError, type Client } from './client.ts';
import { ROUTES } from './requests.ts';

/** A file that a pull request or a range of commits changes. */
export interface FileChange {
  readonly path: string;
  readonly previousPath?: string;
  readonly status: 'added' | 'modified' | 'renamed' | 'removed';
  /** Hunks as GitHub gives them; absent for binary, large and purely renamed files, and for no reason at all. */
  readonly patch?: string;
}

export interface Repository {
  readonly owner: string;
  readonly repo: string;
}

const PAGE = 100;
/** GitHub lists no more files of a pull request than these. */
export const MAX_LISTED = 3000;

/** The files of a pull request, and whether GitHub listed them all. */
export async function listFiles(
  client: Client,
  repository: Repository,
  number: number,
): Promise<{ files: readonly FileChange[]; whole: boolean }> {
  const files: FileChange[] = [];
  for (let page = 1; page <= MAX_LISTED / PAGE; page++) {
    const answer: Answer = await client.read(ROUTES.changedFiles, {
      ...repository,
      pull_number: number,
      per_page: PAGE,
      page,
    });
    const rows = rowsOf(answer.data);
    for (const row of rows) files.push(changeOf(row));
    if (rows.length < PAGE || !/rel="next"/.test(String(answer.headers.link ?? '')))
      return { files, whole: page * PAGE < MAX_LISTED };
  }
  return { files, whole: false };
}

interface Row {
  readonly filename: string;
  readonly previous_filename?: string;
  readonly status: string;
  readonly patch?: string;
}

function rowsOf(data: unknown): readonly Row[] {
  if (Array.isArray(data)) return data as readonly Row[];
  throw new ApiError('GitHub answered the list of files with something else.', 0, false);
}

/** `copied` files are new ones; `changed` and `unchanged` ones are read and compared by their content. */
function changeOf(row: Row): FileChange {
  const status =
    row.status === 'removed' || row.status === 'renamed'
      ? row.status
      : row.status === 'added' || row.status === 'copied'
        ? 'added'
        : 'modified';
  return {
    path: row.filename,
    status,
    ...(row.previous_filename === undefined ? {} : { previousPath: row.previous_filename }),
    ...(row.patch ? { patch: row.patch } : {}),
  };
}

/** The commit that a pull request's changes are counted from. */
export async function mergeBase(client: Client, repository: Repository, base: string, head: string): Promise<string> {
  const { data } = await client.read(ROUTES.comparison, {
    ...repository,
    basehead: `${base}...${head}`,
    per_page: 1,
  });
  const sha = (data as { merge_base_commit?: { sha?: unknown } }).merge_base_commit?.sha;
  if (typeof sha !== 'string') throw new ApiError('GitHub named no merge base.', 0, false);
  return sha;
}

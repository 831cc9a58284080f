import { ApiError, type Client } from './client.ts';
import type { FileChange, Repository } from './files.ts';
import { ROUTES } from './requests.ts';

/** Files of a commit: path → name of the blob with its mode. */
export interface Tree {
  readonly files: ReadonlyMap<string, string>;
  /** GitHub left files out (more than 100,000, or 7 MB of names). */
  readonly truncated: boolean;
}

interface Entry {
  readonly path?: string;
  readonly mode?: string;
  readonly type?: string;
  readonly sha?: string;
}

/** All files of a commit, in one request. */
export async function readTree(client: Client, repository: Repository, commit: string): Promise<Tree> {
  const { data } = await client.read(ROUTES.commitTree, {
    ...repository,
    tree_sha: commit,
    recursive: '1',
  });
  const { tree, truncated } = data as { tree?: readonly Entry[]; truncated?: boolean };
  if (!Array.isArray(tree)) throw new ApiError('GitHub answered the tree of a commit with something else.', 0, false);
  const files = new Map<string, string>();
  for (const entry of tree as readonly Entry[]) {
    if (entry.type !== 'tree' && entry.path !== undefined) files.set(entry.path, `${entry.mode} ${entry.sha}`);
  }
  return { files, truncated: truncated === true };
}

/** What changed between two commits, without hunks; a file moved unchanged is a rename. */
export function changesBetween(before: Tree, after: Tree): readonly FileChange[] {
  const gone = new Map<string, string>();
  for (const [path, blob] of before.files) if (!after.files.has(path)) gone.set(blob, path);
  const changes: FileChange[] = [];
  for (const [path, blob] of after.files) {
    const old = before.files.get(path);
    if (old === blob) continue;
    const previousPath = old === undefined ? gone.get(blob) : undefined;
    if (old !== undefined) changes.push({ path, status: 'modified' });
    else if (previousPath === undefined) changes.push({ path, status: 'added' });
    else changes.push({ path, previousPath, status: 'renamed' });
  }
  for (const path of gone.values()) changes.push({ path, status: 'removed' });
  return changes;
}

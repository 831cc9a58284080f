import type { Client } from './client.ts';
import { commit, type Handed, type Target } from './event.ts';
import type { Repository } from './files.ts';
import { ROUTES } from './requests.ts';

interface Row {
  readonly number?: unknown;
  readonly state?: unknown;
  readonly head?: { readonly sha?: unknown; readonly repo?: { readonly full_name?: unknown } | null };
  readonly base?: { readonly sha?: unknown; readonly repo?: { readonly full_name?: unknown } | null };
}

/**
 * The pull requests of a run that had no right to post. Its event does not name them where they come from a fork, and
 * what the run itself could say of them is the author's to write: so they are looked up by branch, and only those count
 * that are open, go into this repository, and whose head is the very commit that the event names.
 */
export async function pullsOf(
  client: Client,
  repository: Repository,
  handed: Handed,
): Promise<readonly (Target & { kind: 'pull' })[]> {
  const { data } = await client.read(ROUTES.openPulls, {
    ...repository,
    state: 'open',
    head: `${handed.from.split('/')[0]}:${handed.branch}`,
    per_page: 100,
  });
  const here = `${repository.owner}/${repository.repo}`;
  return (data as readonly Row[]).flatMap(({ number, state, head, base }) => {
    const same =
      state === 'open' &&
      head?.sha === handed.head &&
      head.repo?.full_name === handed.from &&
      base?.repo?.full_name === here &&
      Number.isSafeInteger(number);
    if (!same) return [];
    return {
      kind: 'pull' as const,
      number: number as number,
      head: handed.head,
      base: commit(base.sha, 'workflow_run', 'pull_request.base.sha'),
      fork: handed.from !== here,
    };
  });
}

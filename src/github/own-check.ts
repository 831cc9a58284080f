import type { Client } from './client.ts';
import { isCut, nodesOf, type Page } from './pages.ts';
import { ROUTES } from './requests.ts';

/** A check of ours that a commit has already. */
export interface OwnCheck {
  readonly id: string;
  /** Number in the address of the check's page. */
  readonly number: number;
  readonly externalId: string;
  /** Annotations that it has. */
  readonly annotations: number;
}

/** The checks of a commit as GraphQL answers them. */
export interface GraphChecks {
  readonly checkSuites?: Page<{ readonly checkRuns?: Page<GraphCheck> | null }> | null;
}

interface GraphCheck {
  readonly id: string;
  readonly databaseId: number | null;
  readonly url: string;
  readonly externalId: string | null;
  readonly annotations?: { readonly totalCount: number } | null;
}

export interface CheckPlace {
  readonly repository: { readonly owner: string; readonly repo: string };
  readonly head: string;
  readonly check: string;
}

/** Did GitHub list all checks of the commit? */
export function areWhole(checks: GraphChecks): boolean {
  return !isCut(checks.checkSuites) && nodesOf(checks.checkSuites).every(({ checkRuns }) => !isCut(checkRuns));
}

/** The newest check of ours in an answer of GraphQL. */
export function ownCheck(checks: GraphChecks): OwnCheck | undefined {
  return newestOwn(
    nodesOf(checks.checkSuites)
      .flatMap(({ checkRuns }) => nodesOf(checkRuns))
      .map(({ id, databaseId, url, externalId, annotations }) => ({
        id,
        number: databaseId ?? numberIn(url),
        externalId,
        annotations: annotations?.totalCount ?? 0,
      })),
  );
}

/** The newest check of ours on a commit, by REST: that has no limit on the cost of a question. */
export async function findCheck(
  client: Client,
  { repository, head, check }: CheckPlace,
): Promise<OwnCheck | undefined> {
  const { data } = await client.read(ROUTES.checksOfCommit, {
    ...repository,
    ref: head,
    check_name: check,
    filter: 'all',
    per_page: 100,
  });
  const { check_runs: runs = [] } = data as { check_runs?: readonly RestCheck[] };
  return newestOwn(
    runs.map(({ id, node_id, external_id, output }) => ({
      id: node_id,
      number: id,
      externalId: external_id,
      annotations: output?.annotations_count ?? 0,
    })),
  );
}

interface RestCheck {
  readonly id: number;
  readonly node_id: string;
  readonly external_id: string | null;
  readonly output?: { readonly annotations_count?: number };
}

/** Ours is known by its external id, which only we give that form. */
function newestOwn(
  checks: readonly (Omit<OwnCheck, 'externalId'> & { externalId: string | null })[],
): OwnCheck | undefined {
  let newest: OwnCheck | undefined;
  for (const { externalId, ...check } of checks) {
    if (!externalId?.startsWith('jd-review:')) continue;
    if (!newest || check.number > newest.number) newest = { ...check, externalId };
  }
  return newest;
}

/** The number that ends an address of GitHub's: of a comment (`…#discussion_r7`), of a check (`…/runs/7`). */
export function numberIn(url: string): number {
  return Number(/(\d+)$/.exec(url)?.[1] ?? 0);
}

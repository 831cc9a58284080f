import { nodesOf, type Page } from './pages.ts';

/** A check of ours that a commit has already. */
export interface OwnCheck {
  readonly id: string;
  readonly databaseId: number;
  readonly externalId: string;
  /** Annotations that it has. */
  readonly annotations: number;
}

/** The checks of a commit as GitHub answers them. */
export interface GraphChecks {
  readonly checkSuites?: Page<{ readonly checkRuns?: Page<GraphCheck> | null }> | null;
}

interface GraphCheck {
  readonly id: string;
  readonly databaseId: number;
  readonly externalId: string | null;
  readonly annotations?: { readonly totalCount: number } | null;
}

/** The newest check of ours: by its external id, which only we give that form. */
export function ownCheck(checks: GraphChecks): OwnCheck | undefined {
  let newest: OwnCheck | undefined;
  for (const suite of nodesOf(checks.checkSuites)) {
    for (const { id, databaseId, externalId, annotations } of nodesOf(suite.checkRuns)) {
      if (!externalId?.startsWith('jd-review:')) continue;
      if (newest && databaseId <= newest.databaseId) continue;
      newest = { id, databaseId, externalId, annotations: annotations?.totalCount ?? 0 };
    }
  }
  return newest;
}

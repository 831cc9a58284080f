import type { GraphError } from './client.ts';

/** A page of a list as GraphQL gives it. */
export interface Page<Node> {
  readonly pageInfo?: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes?: readonly (Node | null)[] | null;
}

/** What is on a page; places that GitHub leaves empty are left out. */
export function nodesOf<Node>(page: Page<Node> | null | undefined): readonly Node[] {
  return (page?.nodes ?? []).filter((node): node is Node & {} => node !== null) as readonly Node[];
}

/** Where the next page begins, if there is one. */
export function nextOf(page: Page<unknown>): string | undefined {
  return page.pageInfo?.hasNextPage ? (page.pageInfo.endCursor ?? undefined) : undefined;
}

/** Did GitHub leave something out of a page: the list itself, or what stands at a place of it? */
export function isCut(page: Page<unknown> | null | undefined): boolean {
  return !page?.nodes || page.nodes.includes(null);
}

/** Answers of GraphQL that say a token may not see something; all other errors are GitHub's own trouble. */
const REFUSALS = ['FORBIDDEN', 'NOT_FOUND', 'INSUFFICIENT_SCOPES'];

const isBelow = ({ path: at }: GraphError, path: readonly string[]) =>
  path.every((step, index) => at?.[index] === undefined || at[index] === step);

/**
 * What GitHub says of having left out a part of an answer below `path`, for its own sake and not for want of a right:
 * since 2025-09 it answers costly questions in part, with errors of type `RESOURCE_LIMITS_EXCEEDED`.
 */
export function cutBelow(errors: readonly GraphError[], ...path: readonly string[]): string | undefined {
  return errors.find((error) => !REFUSALS.includes(error.type ?? '') && isBelow(error, path))?.message;
}

/** May the token not see what stands at `path`? */
export function refusedBelow(errors: readonly GraphError[], ...path: readonly string[]): boolean {
  return errors.some((error) => REFUSALS.includes(error.type ?? '') && isBelow(error, path));
}

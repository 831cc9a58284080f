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

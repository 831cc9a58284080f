import type { Core } from './local.ts';

/** What the runner gives: `context` of @actions/github, and the environment. */
export interface Runner {
  readonly core: Core;
  readonly eventName: string;
  readonly payload: unknown;
  readonly sha: string;
  readonly repo: { readonly owner: string; readonly repo: string };
  readonly apiUrl: string;
  readonly graphqlUrl: string;
  readonly serverUrl: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly fetch?: typeof fetch;
  readonly now: () => number;
}

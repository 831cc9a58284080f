import type { Flags } from './command.ts';

/** The flags of `jd-review merge`. */
export const MERGE_OPTIONS = {
  format: {
    type: 'string',
    value: '<name>',
    of: ['compact', 'json', 'markdown', 'github', 'human', 'sarif', 'html'],
    says: 'compact (default), json (the same bytes as of one run), markdown or github; the others need the postings, and each shard writes its own',
  },
} as const;

export type MergeFlags = Flags<typeof MERGE_OPTIONS>;

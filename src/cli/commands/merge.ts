import { command, type Flags } from '../command.ts';

const OPTIONS = {
  format: {
    type: 'string',
    value: '<name>',
    of: ['compact', 'json', 'markdown', 'github', 'human', 'sarif', 'html'],
    says: 'compact (default), json (the same bytes as of one run), markdown or github; the others need the postings, and each shard writes its own',
  },
} as const;

export type MergeFlags = Flags<typeof OPTIONS>;

export const MERGE = command({
  name: 'merge',
  calls: [
    ['merge <reports…>', 'put the reports of check --shard i/n --format json together: totals, verdict, exit code'],
  ],
  more: 'All shards of one run are needed, in any order. Their verdict is that of the worst.',
  options: OPTIONS,
  examples: ['merge reports/*.json', 'merge reports/*.json --format json > report.json'],
  async run({ args, flags }, io) {
    const { merge } = await import(/* webpackChunkName: "merge" */ '../merge.ts');
    return merge(args, flags, io);
  },
});

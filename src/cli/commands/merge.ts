import { command, type Flags } from '../command.ts';

const OPTIONS = {
  format: {
    type: 'string',
    value: '<name>',
    of: ['human', 'json', 'markdown', 'github', 'sarif', 'html'],
    says: 'human (default), json (the same bytes as of one run), markdown or github; sarif and html each shard writes by itself',
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

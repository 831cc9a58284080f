import { command } from '../command.ts';
import { MERGE_OPTIONS } from '../merge-flags.ts';

export const MERGE = command({
  name: 'merge',
  calls: [
    ['merge <reports…>', 'put the reports of check --shard i/n --format json together: totals, verdict, exit code'],
  ],
  more: 'All shards of one run are needed, in any order. Their verdict is that of the worst.',
  options: MERGE_OPTIONS,
  examples: ['merge reports/*.json', 'merge reports/*.json --format json > report.json'],
  async run({ args, flags }, io) {
    const { merge } = await import(/* webpackChunkName: "merge" */ '../merge.ts');
    return merge(args, flags, io);
  },
});

import { command, TODAY } from '../command.ts';
import { UsageError } from '../io.ts';

export const INIT = command({
  name: 'init',
  calls: [
    ['init', 'set up a repository: find its postings, write configuration and workflow, say what would be flagged'],
  ],
  more: 'At a terminal it asks before it writes. Elsewhere it shows what it would write, and --yes writes it.',
  options: {
    yes: { type: 'boolean', says: 'take what is proposed and write it' },
    force: { type: 'boolean', says: 'write over files that are there already' },
    ...TODAY,
  },
  examples: ['init', 'init --yes'],
  async run({ args, flags }, io) {
    if (args.length > 0) throw new UsageError('“init” takes no paths: it looks through the whole repository.');
    const { init } = await import(/* webpackChunkName: "rare" */ '../init.ts');
    return init(flags, io);
  },
});

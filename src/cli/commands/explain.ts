import { CONFIG, command } from '../command.ts';
import { UsageError } from '../io.ts';

export const EXPLAIN = command({
  name: 'explain',
  calls: [
    ['explain <rule-id>', 'what a rule finds, why, and how to fix it'],
    ['explain <rule-id> --format json', 'the same for programs, with its examples'],
  ],
  options: {
    format: { type: 'string', value: '<name>', of: ['human', 'json'], says: 'human (default) or json' },
    ...CONFIG,
  },
  async run({ args, flags }, io) {
    const [id, ...others] = args;
    if (id === undefined || others.length > 0) {
      throw new UsageError('“explain” needs one rule id: jd-review explain <rule-id>. “jd-review rules” lists them.');
    }
    const { explain } = await import(/* webpackChunkName: "rare" */ '../explain.ts');
    return explain(id, flags, io);
  },
});

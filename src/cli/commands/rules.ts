import { CONFIG, command } from '../command.ts';
import { UsageError } from '../io.ts';

export const RULES = command({
  name: 'rules',
  calls: [
    ['rules', 'all rules, with their severity and whether they are on'],
    ['rules --format json', 'the same for programs'],
    ['rules --test', 'run the examples of your own rules (check runs them too)'],
  ],
  options: {
    format: { type: 'string', value: '<name>', of: ['human', 'json'], says: 'human (default) or json' },
    test: { type: 'boolean', says: 'run the examples of your own rules' },
    ...CONFIG,
  },
  async run({ args, flags }, io) {
    if (args.length > 0) throw new UsageError('“rules” takes no paths. Write: jd-review rules');
    const { rules, testRules } = await import(/* webpackChunkName: "rare" */ '../rules.ts');
    return flags.test ? testRules(flags, io) : rules(flags, io);
  },
});

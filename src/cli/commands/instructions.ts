import { CONFIG, command } from '../command.ts';
import { UsageError } from '../io.ts';

export const INSTRUCTIONS = command({
  name: 'instructions',
  calls: [
    ['instructions', 'write the policy in short for reviewers that read instructions from the repository'],
    ['instructions --check', 'say whether that file is fresh (exit code 1 where it is not)'],
  ],
  more: 'It is .github/instructions/jd-review.instructions.md, for the paths of postings alone, at most 4,000 characters.',
  options: {
    check: { type: 'boolean', says: 'write nothing; exit code 1 where the file is not what would be written' },
    output: { type: 'string', value: '<file>', says: 'another file than that, or - for standard output' },
    ...CONFIG,
  },
  async run({ args, flags }, io) {
    if (args.length > 0) throw new UsageError('“instructions” takes no paths. Write: jd-review instructions');
    if (flags.check && flags.output === '-') {
      throw new UsageError('--check looks at a file. Leave out --output -, or name a file.');
    }
    const { instructions } = await import(/* webpackChunkName: "rare" */ '../instructions.ts');
    return instructions(flags, io);
  },
});

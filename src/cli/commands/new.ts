import { CONFIG, command, TODAY } from '../command.ts';
import { UsageError } from '../io.ts';

export const NEW = command({
  name: 'new',
  calls: [['new', 'write a posting to fill in, with the sections, the years and the band of its lane and level']],
  more: 'What is not given is asked for at a terminal. What is to be decided stands in [brackets], which check finds.',
  options: {
    lane: { type: 'string', value: '<lane>', says: 'applied, research, llm, domain, or one of your own' },
    level: { type: 'string', value: '<level>', says: 'junior, mid, senior, staff, or one of your own' },
    title: { type: 'string', value: '<title>', says: 'the title that candidates read' },
    output: {
      type: 'string',
      value: '<file>',
      says: 'write there, or with - to standard output (default: beside the postings there are, named after the title)',
    },
    template: { type: 'string', value: '<file>', says: 'fill this template instead of the one of the lane' },
    ...CONFIG,
    ...TODAY,
  },
  examples: ['new --lane llm --level senior --title "Senior LLM Engineer, Support Answers"'],
  async run({ args, flags }, io) {
    if (args.length > 0) throw new UsageError('“new” takes no paths. Name the file with --output.');
    const { newPosting } = await import(/* webpackChunkName: "rare" */ '../new.ts');
    return newPosting(flags, io);
  },
});

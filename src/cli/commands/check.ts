import { check } from '../check.ts';
import { CHECK_OPTIONS, type CheckFlags } from '../check-flags.ts';
import { command } from '../command.ts';
import { UsageError } from '../io.ts';

export const CHECK = command({
  name: 'check',
  calls: [['check [paths or globs…] [flags]', 'review postings (Markdown files and folders; - reads standard input)']],
  more: "Without paths, check reviews the postings that the configuration names, in the whole git repository. Paths are those from where you stand; the configuration is looked for from there up to the repository's top.",
  options: CHECK_OPTIONS,
  examples: [
    'check jobs                              review every posting below jobs/',
    "check 'jobs/**/*ml*.md' --fail-on warning",
    'check jobs --base main --fail-scope line',
    'check --baseline .github/jd-baseline.json --update-baseline',
    'check --shard 2/4 --format json > 2.json   a quarter of them, for merge',
    'check jobs --fix                        mend what can be mended, report the rest',
    'check - --format json < posting.md',
  ],
  async run({ args, flags }, io) {
    if (flags.diff && !flags.fix) {
      throw new UsageError('--diff shows what --fix would write. Write: --fix --diff');
    }
    if (flags['fail-scope'] && flags.base === undefined) {
      throw new UsageError('--fail-scope needs --base <revision>: without it no line counts as changed.');
    }
    refuseTogether(flags);
    if (flags.explain === undefined) return check(args, flags, io);
    const { explainLine } = await import(/* webpackChunkName: "rare" */ '../reading.ts');
    return explainLine(flags.explain, flags, io);
  },
});

/** Flags that contradict each other. */
function refuseTogether(flags: CheckFlags): void {
  const { 'update-baseline': writes, 'no-baseline': none } = flags;
  if (none && (writes || flags.baseline !== undefined)) {
    throw new UsageError('--no-baseline leaves the baseline out. Give it alone.');
  }
  if (writes && flags.diff) {
    throw new UsageError('--diff writes nothing, and --update-baseline writes the baseline. Run one after the other.');
  }
  if (writes && flags.shard !== undefined) {
    throw new UsageError('--update-baseline needs all postings, and --shard judges a part of them. Leave --shard out.');
  }
}

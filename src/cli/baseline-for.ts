import type { Policy } from '../types/policy.ts';
import type { KnownFindings } from './baseline.ts';
import type { CheckFlags } from './check-flags.ts';
import { type Io, UsageError } from './io.ts';

/** The known findings, where a baseline is in force; what reads it is loaded only then. */
export async function baselineFor(
  args: readonly string[],
  flags: CheckFlags,
  policy: Policy,
  io: Io,
): Promise<KnownFindings | undefined> {
  const asked = flags.baseline !== undefined || flags['update-baseline'];
  if (args.includes('-')) {
    if (!asked) return undefined;
    throw new UsageError('A baseline knows files by their paths, and standard input has none. Name the file instead.');
  }
  if (flags['no-baseline'] || (!asked && policy.settings.baseline === undefined)) return undefined;
  const { openBaseline } = await import(/* webpackChunkName: "baseline" */ './baseline.ts');
  return openBaseline(flags, policy, io);
}

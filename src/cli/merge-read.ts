/** Reports that `check --shard i/n --format json` wrote, read and held against each other. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { ShardMark } from '../render/json.ts';
import type { Debt, Totals } from '../types/review.ts';
import { VERSION } from '../version.ts';
import { type Io, UsageError } from './io.ts';

const count = z.int().min(0);
const severity = z.enum(['error', 'warning', 'notice']);

const finding = z.looseObject({
  rule: z.string(),
  severity,
  line: z.int(),
  column: z.int(),
  endLine: z.int(),
  endColumn: z.int(),
  message: z.string(),
  fix: z.string(),
  waived: z.object({ reason: z.string() }).nullable(),
});
const range = { min: z.number(), max: z.number(), midpoint: z.number() };
const beside = z.looseObject({
  ...range,
  band: z.looseObject({ lane: z.string(), level: z.string(), min: z.number(), max: z.number(), source: z.string() }),
  midpointRatio: z.number(),
  overlap: z.number(),
  gap: z.number().nullable(),
});
const comparison = z.looseObject({
  posted: z.looseObject({ ...range, currency: z.string() }).nullable(),
  own: beside.nullable(),
  others: z.array(beside),
  reason: z.string().nullable(),
});
const posting = z.looseObject({
  path: z.string(),
  title: z.string().nullable(),
  lane: z.string().nullable(),
  level: z.string().nullable(),
  comparison,
  known: count.optional(),
  findings: z.array(finding),
});
const problem = z.strictObject({
  path: z.string(),
  line: z.int().nullable(),
  column: z.int().nullable(),
  severity,
  message: z.string(),
});
const shard = z.strictObject({
  index: z.int().min(1),
  of: z.int().min(1),
  policy: z.string(),
  failOn: z.enum(['error', 'warning', 'notice', 'never']),
});
const reportSchema = z.strictObject({
  version: z.string(),
  shard: shard.optional(),
  verdict: z.enum(['pass', 'fail']),
  totals: z.strictObject({ postings: count, errors: count, warnings: count, notices: count, waived: count }),
  baseline: z.strictObject({ known: count, gone: count }).optional(),
  problems: z.array(problem),
  skipped: z.array(z.string()),
  postings: z.array(posting),
});

export type ToldPosting = z.infer<typeof posting>;
export type ToldProblem = z.infer<typeof problem>;

/** The report of one shard. */
export interface ShardReport {
  /** Its file as it was named. */
  readonly name: string;
  readonly shard: ShardMark;
  readonly verdict: 'pass' | 'fail';
  readonly totals: Totals;
  readonly baseline?: Debt | undefined;
  readonly problems: readonly ToldProblem[];
  readonly skipped: readonly string[];
  readonly postings: readonly ToldPosting[];
}

/** Reads the reports of all shards of one run. Throws a {@link UsageError} where they are not just these. */
export function readReports(names: readonly string[], io: Io): readonly ShardReport[] {
  const reports = names.map((name) => readReport(name, io));
  const [first] = reports;
  if (!first) throw new UsageError('“merge” needs the reports of all shards: jd-review merge reports/*.json');
  const seen = new Map<number, string>();
  for (const { name, shard } of reports) {
    if (shard.of !== first.shard.of) {
      const parts = `${first.name} is of ${first.shard.of} shards and ${name} of ${shard.of}`;
      throw new UsageError(`${parts}: they belong to two runs. Merge the reports of one.`);
    }
    const twin = seen.get(shard.index);
    if (twin !== undefined) {
      const both = `${twin} and ${name} are both of shard ${shard.index}/${shard.of}`;
      throw new UsageError(`${both}: its postings would count twice. Leave one out.`);
    }
    seen.set(shard.index, name);
    if (shard.policy !== first.shard.policy || shard.failOn !== first.shard.failOn) {
      throw new UsageError(
        `${first.name} and ${name} were not judged alike: their configuration, rules, flags, paths, baseline or day differ. Run all shards on one commit with the same command, and with --today where they may pass midnight.`,
      );
    }
  }
  const missing = Array.from({ length: first.shard.of }, (_, at) => at + 1).filter((index) => !seen.has(index));
  if (missing.length > 0) {
    const which = missing.map((index) => `${index}/${first.shard.of}`).join(', ');
    throw new UsageError(
      `No report is of shard ${which}: what it found would be missing. Run it again, then merge all ${first.shard.of}.`,
    );
  }
  return reports;
}

function readReport(name: string, io: Io): ShardReport {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(resolve(io.cwd, name), 'utf8'));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why =
      code === 'ENOENT'
        ? 'there is no such file. Name the reports that the shards wrote'
        : code
          ? `it cannot be read (${code}). Check it`
          : 'it is no whole JSON. Its shard may have been cut off: run it again';
    throw new UsageError(`${name}: ${why}.`);
  }
  const { version } = Object(value) as { version?: unknown };
  if (typeof version === 'string' && version !== VERSION) {
    throw new UsageError(
      `${name} was written by jd-review ${version}, and this is ${VERSION}. Run shards and merge with one version.`,
    );
  }
  const read = reportSchema.safeParse(value);
  if (!read.success) {
    const [issue] = read.error.issues;
    const at = issue?.path.length ? ` (at ${issue.path.join('.')})` : '';
    throw new UsageError(`${name} is no report of jd-review check --format json${at}. Name only such reports.`);
  }
  // As it was parsed: a schema's own result has its keys in another order.
  const report = value as z.infer<typeof reportSchema>;
  if (report.shard) return { ...report, shard: report.shard, name };
  throw new UsageError(`${name} is the report of a whole run. Merge takes those of check --shard i/n --format json.`);
}

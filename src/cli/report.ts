import { isCertain } from '../fixes.ts';
import { jsonReport, type ShardMark } from '../render/json.ts';
import type { Report } from '../render/report.ts';
import { terminalReport } from '../render/terminal/report.ts';
import type { Day } from '../types/place.ts';
import type { Policy } from '../types/policy.ts';
import type { Finding } from '../types/review.ts';
import { VERSION } from '../version.ts';
import type { CheckFlags } from './check-flags.ts';
import type { Io } from './io.ts';
import { lookOf } from './look.ts';

/** A report, and the findings whose fixes it tells; without that it tells none. */
export interface Chosen {
  readonly report: Report;
  readonly fixes?: (finding: Finding) => boolean;
}

/** The report in the format asked for, as of a day; those that are seldom asked for are loaded then. */
export async function reportFor(
  { format }: CheckFlags,
  policy: Policy,
  io: Pick<Io, 'stdout' | 'env'>,
  today: Day,
  shard?: Omit<ShardMark, 'failOn'>,
): Promise<Chosen> {
  const { showBands, failOn } = policy.settings;
  switch (format) {
    case 'json': {
      return { report: jsonReport(VERSION, showBands, shard && { ...shard, failOn }) };
    }
    case 'html': {
      const { readReportPage } = await import(/* webpackChunkName: "html" */ './report-page.ts');
      const { htmlReport } = await import(/* webpackChunkName: "html" */ '../render/html/page.ts');
      const { sourceOf } = await import(/* webpackChunkName: "rare" */ './rules.ts');
      const report = htmlReport({
        page: readReportPage(),
        rules: policy.known,
        sourceOf: (rule) => sourceOf(rule, policy),
        levels: policy.levels.map(({ id }) => id),
        benchmarks: policy.market.benchmarks,
        showBands,
        failOn,
        today,
        version: VERSION,
      });
      return { report, fixes: () => true };
    }
    case 'markdown': {
      const { markdownReport } = await import(/* webpackChunkName: "rare" */ '../render/markdown.ts');
      return { report: markdownReport({ showBands, failOn }), fixes: isCertain };
    }
    case 'github': {
      const { annotationsReport } = await import(/* webpackChunkName: "rare" */ '../render/annotations.ts');
      return { report: annotationsReport() };
    }
    case 'sarif': {
      const { sarifReport } = await import(/* webpackChunkName: "rare" */ '../render/sarif.ts');
      return { report: sarifReport(policy.known, VERSION), fixes: () => true };
    }
    case 'compact': {
      const { compactReport } = await import(/* webpackChunkName: "rare" */ '../render/compact.ts');
      return { report: compactReport() };
    }
    default: {
      return { report: terminalReport(await lookOf(policy, io)), fixes: isCertain };
    }
  }
}

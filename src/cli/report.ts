import { isCertain } from '../fixes.ts';
import { jsonReport } from '../render/json.ts';
import type { Report } from '../render/report.ts';
import { terminalReport } from '../render/terminal/report.ts';
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

/** The report in the format asked for; those that are seldom asked for are loaded then. */
export async function reportFor(format: CheckFlags['format'], policy: Policy, io: Io): Promise<Chosen> {
  const { showBands, failOn } = policy.settings;
  switch (format) {
    case 'json': {
      return { report: jsonReport(VERSION, showBands) };
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

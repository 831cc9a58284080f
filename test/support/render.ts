import { annotationsReport } from '../../src/render/annotations.ts';
import { compactReport } from '../../src/render/compact.ts';
import { jsonReport } from '../../src/render/json.ts';
import { type MarkdownOptions, markdownReport } from '../../src/render/markdown.ts';
import { type Fixes, piecesOf, type Report } from '../../src/render/report.ts';
import { sarifReport } from '../../src/render/sarif.ts';
import type { Look } from '../../src/render/terminal/look.ts';
import { terminalReport } from '../../src/render/terminal/report.ts';
import type { Rule } from '../../src/types/policy.ts';
import type { Review } from '../../src/types/review.ts';

const whole = (report: Report, review: Review, fixes?: Fixes) => [...piecesOf(report, review, fixes)].join('');

/** Reports as one text. */
export const renderJson = (review: Review, version: string, showBands: boolean) =>
  whole(jsonReport(version, showBands), review);

export const renderMarkdown = (review: Review, { fixes, ...options }: MarkdownOptions & { fixes: Fixes }) =>
  whole(markdownReport(options), review, fixes);

export const renderTerminal = (review: Review, look: Look, fixes?: Fixes) => whole(terminalReport(look), review, fixes);

export const renderCompact = (review: Review) => whole(compactReport(), review);

export const renderAnnotations = (review: Review) => whole(annotationsReport(), review);

export const renderSarif = (review: Review, rules: readonly Rule[], version: string, fixes: Fixes) =>
  whole(sarifReport(rules, version), review, fixes);

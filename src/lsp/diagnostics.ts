/** Findings and problems as diagnostics. */
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { plain } from '../render/plain.ts';
import type { Problem, Severity } from '../types/place.ts';
import type { Policy } from '../types/policy.ts';
import type { Finding } from '../types/review.ts';
import { rangeOf, rangeOfPlace, spanOf, TOP } from './ranges.ts';
import type { Reviewed } from './reviewed.ts';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  notice: DiagnosticSeverity.Information,
};

/** The page of a rule; none of a team's own. */
export type PageOf = (rule: string, policy: Policy) => string | undefined;

/** What is told of a posting: its findings without the known and the waived ones, and its problems. */
export function diagnosticsOf(document: TextDocument, { told, policy }: Reviewed, pageOf: PageOf): Diagnostic[] {
  const { findings, posting } = told.review;
  return [
    ...told.problems.map(({ place, severity, message }) =>
      diagnostic(place ? rangeOf(document, spanOf(place, posting.lineStarts)) : TOP, severity, message),
    ),
    ...findings
      .filter(({ waived }) => !waived)
      .map((finding) => findingDiagnostic(document, finding, pageOf(finding.rule, policy))),
  ];
}

/** What is wrong with a file of the team. */
export function problemDiagnostic({ place, severity, message }: Problem): Diagnostic {
  return diagnostic(rangeOfPlace(place), severity, message);
}

/** Why a document as a whole is not reviewed. */
export function unreviewed(message: string): Diagnostic {
  return diagnostic(TOP, 'error', message);
}

function findingDiagnostic(document: TextDocument, finding: Finding, page: string | undefined): Diagnostic {
  return {
    ...diagnostic(rangeOf(document, finding.span), finding.severity, finding.message),
    code: finding.rule,
    ...(page === undefined ? {} : { codeDescription: { href: page } }),
  };
}

function diagnostic(range: Diagnostic['range'], severity: Severity, message: string): Diagnostic {
  return { range, severity: SEVERITY[severity], source: 'jd-review', message: plain(message) };
}

/** What is told of a finding where the pointer rests on its words. */
import { type Hover, MarkupKind } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { code, webLink, words } from '../render/escape.ts';
import { plain } from '../render/plain.ts';
import type { Policy, Rule } from '../types/policy.ts';
import type { Finding } from '../types/review.ts';
import type { PageOf } from './diagnostics.ts';
import { rangeOf } from './ranges.ts';
import type { Reviewed } from './reviewed.ts';

/** What a rule's source is called. */
export type SourceOf = (rule: Rule, policy: Policy) => string;

/** How hovers are written: whether the client shows Markdown, and where rules lead. */
export interface HoverLook {
  readonly markdown: boolean;
  readonly pageOf: PageOf;
  readonly sourceOf: SourceOf;
}

/** Reason, cure and source of the findings at an offset; nothing where none is. */
export function hoverAt(
  document: TextDocument,
  { judged, policy }: Reviewed,
  offset: number,
  look: HoverLook,
): Hover | null {
  const here = judged.review.findings.filter(({ span }) => span.start <= offset && offset <= span.end);
  const [first] = here;
  if (first === undefined) return null;
  const byRule = [...new Map(here.map((finding) => [finding.rule, finding])).values()];
  const value = byRule.map((finding) => textOf(finding, policy, look)).join(look.markdown ? '\n\n---\n\n' : '\n\n');
  const kind = look.markdown ? MarkupKind.Markdown : MarkupKind.PlainText;
  return { contents: { kind, value }, range: rangeOf(document, first.span) };
}

function textOf(finding: Finding, policy: Policy, { markdown, pageOf, sourceOf }: HoverLook): string {
  const rule = policy.known.find(({ id }) => id === finding.rule);
  const source = rule && sourceOf(rule, policy);
  const title = rule?.title ?? finding.rule;
  const said = markdown ? words : plain;
  const page = markdown ? pageOf(finding.rule, policy) : undefined;
  const parts = [
    markdown
      ? `**${words(title)}** (${code(finding.rule)}, ${finding.severity})`
      : `${plain(title)} (${finding.rule}, ${finding.severity})`,
    ...(finding.waived ? [`Waived: ${said(finding.waived.reason)}`] : []),
    `Why: ${said(finding.why)}`,
    `Fix: ${said(finding.fix)}`,
    ...(source === undefined ? [] : [`Source: ${markdown ? webLinkOr(source) : plain(source)}`]),
    ...(page === undefined ? [] : [webLink('More on this rule', page)]),
  ];
  return parts.join(markdown ? '\n\n' : '\n');
}

function webLinkOr(source: string): string {
  return source.startsWith('https://') ? webLink(source, source) : words(source);
}

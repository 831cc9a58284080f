/** What can be done about findings: the fixes that hold, and waivers. */
import { setImmediate } from 'node:timers/promises';
import { type CodeAction, CodeActionKind, type Diagnostic, type TextEdit } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { fixAll, isCertain, offeredFixes, withoutOverlaps } from '../fixes.ts';
import { changeText } from '../render/change.ts';
import type { Edit, Span } from '../types/place.ts';
import type { Posting } from '../types/posting.ts';
import type { Finding } from '../types/review.ts';
import { rangeOf, replacement } from './ranges.ts';
import type { Reviewed } from './reviewed.ts';
import { waiverEdit } from './waive.ts';

/** The kind of action that does what `check --fix` does. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.jd-review`;

/** What a client asks for. */
export interface Asked {
  /** The part of the text that actions are about. */
  readonly span: Span;
  /** Kinds of actions; any where absent. */
  readonly only?: readonly string[];
  readonly isCancelled: () => boolean;
}

/** An action and what it does to the text. */
export type Action = Pick<CodeAction, 'title' | 'kind' | 'isPreferred' | 'diagnostics'> & {
  readonly edits: readonly TextEdit[];
};

/** The actions for a part of a document; each fix and waiver costs reviews, so that the search yields between them. */
export async function actionsFor(
  document: TextDocument,
  reviewed: Reviewed,
  { span, only, isCancelled }: Asked,
  diagnosticOf: (finding: Finding) => Diagnostic | undefined,
): Promise<Action[]> {
  const { review } = reviewed.judged;
  const actions: Action[] = [];
  // Only where it is asked for: it costs more than all else here, and clients ask with every move of the cursor.
  if (only?.some((kind) => isKind(FIX_ALL, kind))) actions.push(...fixAllAction(document, reviewed));
  if (only && !only.some((kind) => isKind(CodeActionKind.QuickFix, kind))) return actions;
  const here = review.findings.filter(
    (each) => !each.waived && each.span.start <= span.end && span.start <= each.span.end,
  );
  const waived = new Set<string>();
  for (const finding of here) {
    const diagnostic = diagnosticOf(finding);
    const about = {
      kind: CodeActionKind.QuickFix,
      ...(diagnostic === undefined ? {} : { diagnostics: [diagnostic] }),
    };
    const [fix] = offeredFixes(
      review,
      (text) => reviewed.again(text).review,
      (each) => each === finding,
    ).values();
    if (fix) {
      const edits = withoutOverlaps(fix);
      const isPreferred = isCertain(finding);
      actions.push({
        title: fixTitle(edits, review.posting),
        ...about,
        isPreferred,
        edits: textEdits(document, edits),
      });
    }
    // A waiver is of a rule, however often it speaks here.
    const waiver = waived.has(finding.rule) ? undefined : waiverEdit(finding, reviewed);
    waived.add(finding.rule);
    if (waiver) {
      const title = `Allow ${finding.rule} here: then write the reason`;
      actions.push({ title, ...about, edits: textEdits(document, [waiver]) });
    }
    await setImmediate();
    if (isCancelled()) return [];
  }
  return actions;
}

/** Whether a kind of actions is the one that is asked for, or among it. */
function isKind(kind: string, asked: string): boolean {
  return kind === asked || kind.startsWith(`${asked}.`);
}

function fixAllAction(document: TextDocument, { judged, again }: Reviewed): Action[] {
  const { text } = judged.review.posting;
  const fixed = fixAll(judged.review, (changed) => again(changed).review, isCertain);
  if (fixed.text === text) return [];
  const edits = textEdits(document, [replacement(text, fixed.text)]);
  return [{ title: 'Fix what is certain', kind: FIX_ALL, edits }];
}

function fixTitle(edits: readonly Edit[], { text }: Posting): string {
  const changes = edits.map(({ span, text: after }) => changeText(text.slice(span.start, span.end), after));
  return `Fix: ${changes[0]}${changes.length > 1 ? `, and ${changes.length - 1} more` : ''}`;
}

function textEdits(document: TextDocument, edits: readonly Edit[]): TextEdit[] {
  return edits.map(({ span, text }) => ({ range: rangeOf(document, span), newText: text }));
}

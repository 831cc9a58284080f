import type { Finding } from '../types/review.ts';
import { headerWaiver, waiverComment } from '../wording.ts';
import { code, fence, webLink, words } from './escape.ts';
import type { Suggestion } from './suggestion.ts';

export interface CommentParts {
  readonly finding: Finding;
  /** A fix that holds. */
  readonly suggestion?: Suggestion;
  /** The comment stands on exactly the lines of the suggestion, so that GitHub can apply it. */
  readonly applicable: boolean;
  readonly waivable: boolean;
  /** It stands in the frontmatter, which has comments of its own. */
  readonly inHeader: boolean;
}

/** Text of a line comment: what is found, why it matters, what to do, and the fix to click where there is one. */
export function lineComment({ finding, suggestion, applicable, waivable, inHeader }: CommentParts): string {
  const { severity, message, why, fix, rule, link } = finding;
  // A fix to click says by itself what to do.
  const reason = suggestion ? words(why) : `${words(why)} ${words(fix)}`.trim();
  const parts = [`**${capital(severity)}:** ${words(message)}`, reason];
  if (suggestion) parts.push(applicable ? block(suggestion) : told(suggestion));
  const foot = [code(rule), ...(link ? [webLink('source', link)] : [])];
  if (waivable) foot.push(`not so here? ${waiver(finding, inHeader)}`);
  parts.push(`<sub>${foot.join(' · ')}</sub>`);
  return parts.filter((part) => part !== '').join('\n\n');
}

function waiver({ path, rule }: Finding, inHeader: boolean): string {
  return inHeader
    ? `${code(headerWaiver(rule, 'your reason'))} in the frontmatter`
    : `${code(waiverComment(path, rule, 'your reason'))} on the line above`;
}

/** GitHub's block that puts its lines in place of those commented on. */
function block({ text, removes }: Suggestion): string {
  if (removes) return fence('', 'suggestion');
  // A suggestion of one empty line needs that line in the block.
  return text === '' ? fence('\n', 'suggestion').replace('\n\n\n', '\n\n') : fence(text, 'suggestion');
}

/** The same where GitHub could not apply it: lines elsewhere, or lines that another suggestion changes too. */
function told({ from, to, text, removes }: Suggestion): string {
  const lines = from === to ? `line ${from}` : `lines ${from}–${to}`;
  return removes ? `Remove ${lines}.` : `In place of ${lines}:\n\n${fence(text, 'text')}`;
}

/** Text of a comment whose finding is gone: its first line struck through, and the commit that fixed it. */
export function struckComment(body: string, head: string): string {
  const first = body.split('\n', 1)[0]!.trim();
  return `~~${first.replace(/~/g, '')}~~\n\nFixed in ${head.slice(0, 7)}.`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

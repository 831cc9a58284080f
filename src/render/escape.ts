import { plain } from './plain.ts';

/** A mark of no width that keeps GitHub from reading a mention, a link or a reference. */
const BREAK = '&#8203;';
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '@': `@${BREAK}` };
const SPECIAL = /[\\`*_[\]~|&<>@]|#(?=\d)|\bGH-(?=\d)|:(?=\/\/|[a-z+_-])|\bwww\./gi;

/** `www.` → `www` and `.` apart; `#`, `GH-` and `:` apart from what follows. */
function parted(found: string): string {
  return found.toLowerCase() === 'www.' ? `${found.slice(0, -1)}${BREAK}.` : found + BREAK;
}

/**
 * Text of a posting or a rule as GitHub Markdown that shows it and does nothing else: no markup, HTML, mention, issue
 * or web link, emoji code or formula; one line.
 */
export function words(text: string): string {
  const safe = plain(text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(SPECIAL, (found) => ENTITIES[found] ?? (/^[\\`*_[\]~|]$/.test(found) ? `\\${found}` : parted(found)));
  // Two dollar signs in one line would be read as a formula.
  const dollars = safe.split('$');
  return dollars.length > 2 ? dollars.join('<span>$</span>') : safe;
}

/** A word or a path as a code span; nothing in it is read as markup. `inTable` where a table's `|` would split it. */
export function code(text: string, inTable = false): string {
  const line = plain(text).replace(/\s+/g, ' ').trim();
  const tick = '`'.repeat(longestRun(line, '`') + 1);
  const space = line.startsWith('`') || line.endsWith('`') || line === '' ? ' ' : '';
  const span = `${tick}${space}${line}${space}${tick}`;
  return inTable ? span.replace(/\|/g, '\\|') : span;
}

/** Lines as a code block whose fence is longer than any run of backticks in it. */
export function fence(text: string, info = ''): string {
  const mark = '`'.repeat(Math.max(3, longestRun(text, '`') + 1));
  return `${mark}${info}\n${text === '' ? '' : `${text}\n`}${mark}`;
}

/** Characters that hide, or turn text around, or that a code block would not show as they are. */
export function hasHidden(text: string): boolean {
  return /[^ -~\n\t]/.test(text) && /[\p{Cf}\p{Zl}\p{Zp}]|(?![\n\t])\p{Cc}/u.test(text);
}

function longestRun(text: string, mark: string): number {
  let longest = 0;
  let run = 0;
  for (const character of text) {
    run = character === mark ? run + 1 : 0;
    if (run > longest) longest = run;
  }
  return longest;
}

/** A link to a page that the policy names; its plain text where the address holds what Markdown would read. */
export function webLink(text: string, url: string): string {
  return /^https:\/\/[\w./?%=#+,-]+$/.test(url) ? `[${words(text)}](${url})` : words(text);
}

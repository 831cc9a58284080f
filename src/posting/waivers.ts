import type { Span } from '../types/place.ts';
import type { Field, Waiver } from '../types/posting.ts';
import type { Block } from '../types/text.ts';
import { headerWaiver, waiverComment } from '../wording.ts';

/** What waivers a posting states, and the faulty ones; the review applies them. */
export interface Waivers {
  readonly waivers: readonly Waiver[];
  readonly faults: readonly { readonly span: Span; readonly message: string }[];
}

const mark = /^jd-review\b/i;
const verb = /^jd-review[\s:-]+(?:allow|ignore)\b[\s:]*/i;
/** A line break before rules with a reason of their own. */
const entry = /[\r\n]+\s*(?=(?:[-*]\s+)?(?:jd-review[\s:-]+(?:allow|ignore)\b|\w+-[\w-]+\s*[:,]))/i;
/** What parts rules from their reason. */
const because = /:|\s(?:--?|[–—])\s|\s(?=\(.+\)$)/;

/** Waivers among comments: each covers the next block. One comment may waive several rules, for one reason or each for its own. */
export function commentWaivers(
  path: string,
  text: string,
  comments: readonly Span[],
  blocks: readonly Block[],
): Waivers {
  const waivers: Waiver[] = [];
  const faults: { span: Span; message: string }[] = [];
  const how = `write \`${waiverComment(path, '<rule>', '<reason>')}\``;
  let next = 0;
  for (const span of [...comments].sort((a, b) => a.start - b.start)) {
    if (span.end - span.start > 2000) continue;
    const words = bare(text.slice(span.start, span.end));
    if (!mark.test(words)) continue;
    const said = saidIn(words);
    if (said.length === 0) {
      faults.push({ span, message: explain(words, how) });
      continue;
    }
    while (next < blocks.length && blocks[next]!.span.end <= span.start) next++;
    // A comment behind its text, on the same line, is about that text.
    const last = next > 0 ? blocks[next - 1] : undefined;
    const behind = last !== undefined && !text.slice(last.span.end, span.start).includes('\n');
    const block = behind ? last : blocks[next];
    if (!block) {
      const message = 'This waiver stands behind all text, so it covers nothing: put it above what it allows.';
      faults.push({ span, message });
      continue;
    }
    const covers = behind || block.span.start < span.start ? block.span : coveredBy(block);
    for (const { rule, reason } of said) waivers.push({ rule, reason, span, covers });
  }
  return { waivers, faults };
}

/** A comment of the frontmatter that means this review, in the form of YAML and TOML or of Markdown. */
const headerComment = /(?:^|[ \t])(?:#+|<!--)[ \t]*(jd-review\b[^\r\n]*)/gim;

/** Waivers in comments of the frontmatter: each covers the whole posting, as no place of the text is theirs. */
export function headerWaivers(text: string, header: Span, all: Span): Waivers {
  const waivers: Waiver[] = [];
  const faults: { span: Span; message: string }[] = [];
  const how = `write \`${headerWaiver('<rule>', '<reason>')}\``;
  for (const found of text.slice(header.start, header.end).matchAll(headerComment)) {
    const words = found[1]!.replace(/-->\s*$/, '').trim();
    if (words.length > 2000) continue;
    const end = header.start + found.index + found[0].trimEnd().length;
    const span = { start: end - found[0].trim().length, end };
    const said = saidIn(words);
    if (said.length === 0) faults.push({ span, message: explain(words, how) });
    for (const { rule, reason } of said) waivers.push({ rule, reason, span, covers: all });
  }
  return { waivers, faults };
}

/** Words of a comment without its marks. */
function bare(comment: string): string {
  const words = comment.trim();
  if (words.startsWith('<!--')) return words.slice(4).replace(/-->$/, '').trim();
  return words
    .replace(/^\{\s*\/(?:\*+|\/+)/, '')
    .replace(/(?:\*+\/\s*)?\}$/, '')
    .trim();
}

/** Rules and reasons of a waiver's words; none where they cannot be read. */
function saidIn(words: string): { rule: string; reason: string }[] {
  const said: { rule: string; reason: string }[] = [];
  let open = '';
  for (const line of words.split(entry)) {
    open += `${open && ' '}${line.replace(/^[-*]\s+/, '').replace(verb, '')}`;
    const cut = because.exec(open.trimEnd());
    if (!cut) continue;
    const rules = rulesIn(open.slice(0, cut.index));
    const reason = oneLine(withoutBrackets(open.slice(cut.index + cut[0].length)));
    if (rules.length === 0 || reason === '') return [];
    for (const rule of rules) said.push({ rule, reason });
    open = '';
  }
  return open === '' ? said : [];
}

/** “(the grant demands it)” without its brackets. */
function withoutBrackets(reason: string): string {
  const words = reason.trim();
  return words.startsWith('(') && words.indexOf(')') === words.length - 1 ? words.slice(1, -1) : words;
}

/** Ids of a list `a, b and c`, in brackets or code marks or not; none where something else stands among them. */
function rulesIn(list: string): string[] {
  const ids = list
    .replace(/[[\]`'"]/g, ' ')
    .trim()
    .toLowerCase()
    .split(/\s*[,;&+/]\s*|\s+(?:and\s+)?/)
    .filter((id) => id !== '' && id !== 'and');
  const clear = ids.length === 1 || ids.every((id) => id.includes('-'));
  return clear && ids.every((id) => /^[\w-]+$/.test(id)) ? [...new Set(ids)] : [];
}

/** An item is covered with its nested items. */
function coveredBy(block: Block): Span {
  return block.kind === 'item'
    ? { start: block.span.start, end: Math.max(block.span.end, block.lines.end) }
    : block.span;
}

function explain(words: string, how: string): string {
  if (!verb.test(words)) return `This comment is no waiver that can be read: ${how}.`;
  if (/^(?::|$)/.test(words.replace(/^jd-review[\s:-]+(?:allow|ignore)\s*/i, '')))
    return `This waiver names no rule: ${how}.`;
  return `This waiver gives no reason: ${how}.`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * Waivers of the frontmatter: `jd-review: { allow: [{ rule, reason }] }`, entries also as text `rule: reason`, or a map of rule to reason.
 * They cover the whole file.
 */
export function fieldWaivers(field: Field | undefined, all: Span): Waivers {
  const waivers: Waiver[] = [];
  const faults: { span: Span; message: string }[] = [];
  if (!field) return { waivers, faults };
  const span = { start: field.keySpan.start, end: field.valueSpan.end };
  const value = field.value;
  const allow = isMap(value) && Object.hasOwn(value, 'allow') ? value.allow : value;
  const entries: unknown[] = Array.isArray(allow)
    ? allow
    : isMap(allow) && !('rule' in allow || 'rules' in allow)
      ? Object.entries(allow)
      : [allow];
  for (const entry of entries.slice(0, 200)) {
    const [rules, reason] = pairOf(entry);
    if (rules.length > 0 && reason)
      for (const rule of rules) waivers.push({ rule, reason: oneLine(reason), span, covers: all });
    else
      faults.push({
        span,
        message: 'A waiver under `jd-review: allow:` needs both a rule and a reason: write `<rule>: <reason>`.',
      });
  }
  return { waivers, faults };
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function pairOf(entry: unknown): [string[], string | undefined] {
  if (typeof entry === 'string') {
    const cut = entry.indexOf(':');
    return cut < 0 ? [[], undefined] : [rulesIn(entry.slice(0, cut)), textOf(entry.slice(cut + 1, 2000))];
  }
  if (Array.isArray(entry)) return [rulesOf(entry[0]), textOf(entry[1])];
  if (!isMap(entry)) return [[], undefined];
  const named = entry.rule ?? entry.rules;
  if (named === undefined) {
    const [only] = Object.entries(entry);
    return only ? [rulesOf(only[0]), textOf(only[1])] : [[], undefined];
  }
  return [rulesOf(named), textOf(entry.reason)];
}

function rulesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(rulesOf);
  return typeof value === 'string' ? rulesIn(value) : [];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

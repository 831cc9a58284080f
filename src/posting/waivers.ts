import type { Block, Field, Span, Waiver } from '../types/posting.ts';

/** What waivers a posting states, and the faulty ones; the review applies them. */
export interface Waivers {
  readonly waivers: readonly Waiver[];
  readonly faults: readonly { readonly span: Span; readonly message: string }[];
}

const HOW = 'write `<!-- jd-review allow <rule>: <reason> -->`';
const mark = /^<!--\s*jd-review\b/i;
const form = /^<!--\s*jd-review\s+allow\s+([\w-]+)\s*:\s*(\S[\s\S]*?)\s*-->$/i;

/** Waivers among HTML comments: each covers the next block. */
export function commentWaivers(text: string, comments: readonly Span[], blocks: readonly Block[]): Waivers {
  const waivers: Waiver[] = [];
  const faults: { span: Span; message: string }[] = [];
  let next = 0;
  for (const span of [...comments].sort((a, b) => a.start - b.start)) {
    if (span.end - span.start > 2000) continue;
    const words = text.slice(span.start, span.end).trim();
    if (!mark.test(words)) continue;
    const match = form.exec(words);
    if (!match) {
      faults.push({ span, message: explain(words) });
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
    waivers.push({ rule: match[1]!.toLowerCase(), reason: oneLine(match[2]!), span, covers });
  }
  return { waivers, faults };
}

/** An item is covered with its nested items. */
function coveredBy(block: Block): Span {
  return block.kind === 'item'
    ? { start: block.span.start, end: Math.max(block.span.end, block.lines.end) }
    : block.span;
}

function explain(words: string): string {
  if (!/\ballow\b/i.test(words)) return `This comment is no waiver that can be read: ${HOW}.`;
  if (/^<!--\s*jd-review\s+allow\s*(?::|-->)/i.test(words)) return `This waiver names no rule: ${HOW}.`;
  return `This waiver gives no reason: ${HOW}.`;
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
    : isMap(allow) && !('rule' in allow)
      ? Object.entries(allow)
      : [allow];
  for (const entry of entries.slice(0, 200)) {
    const [rule, reason] = pairOf(entry);
    if (rule && reason) waivers.push({ rule: rule.toLowerCase(), reason: oneLine(reason), span, covers: all });
    else faults.push({ span, message: 'A waiver under `jd-review: allow:` needs both `rule` and `reason`.' });
  }
  return { waivers, faults };
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function pairOf(entry: unknown): [string | undefined, string | undefined] {
  if (typeof entry === 'string') {
    const match = /^\s*([\w-]+)\s*:\s*(\S[\s\S]*)$/.exec(entry.slice(0, 2000));
    return [match?.[1], match?.[2]];
  }
  if (Array.isArray(entry)) return [textOf(entry[0]), textOf(entry[1])];
  if (!isMap(entry)) return [undefined, undefined];
  if (!Object.hasOwn(entry, 'rule')) {
    const [only] = Object.entries(entry);
    return only ? [textOf(only[0]), textOf(only[1])] : [undefined, undefined];
  }
  return [textOf(entry.rule), textOf(entry.reason)];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

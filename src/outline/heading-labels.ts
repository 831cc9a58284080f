import type { Lexicon } from '../lexicon/lexicon.ts';
import { type Line, partOf } from '../markdown/line.ts';
import type { Piece } from '../markdown/markdown.ts';
import { opensWithMoney } from '../pay/money-sign.ts';
import type { SectionKind } from '../types/text.ts';
import { type Heading, headingOf, OFFERED, RANK } from './heading.ts';
import { kindOfLine, lowly, majorityKind, titled } from './statements.ts';

/** `**Label:** text`, or `Label: text` where the label is a known heading and not the name of an amount (“Minimum: $150,000”). */
export function labelled(piece: Piece, lexicon: Lexicon): { line: Line; rest: Line; heading?: Heading } | undefined {
  const { line } = piece;
  const text = line.plain;
  const at = colonAt(line);
  if (at < 0) return undefined;
  const bold = line.lead > 0 && Math.abs(line.lead - at) <= 2;
  const name = partOf(line, 0, text[at] === '.' ? at + 1 : at);
  const rest = partOf(line, at + 1, text.length);
  if (!name || !rest || lowly(name.plain) || /^[-–—\s]*$/.test(rest.plain)) return undefined;
  const found = headingOf(name, lexicon);
  const short = titled(name.plain) && name.plain.length <= 40;
  if (!found || (!found.exact && !bold && !short)) return undefined;
  if (found.kind === 'meta') return { line: name, rest: line };
  if (found.kind !== 'pay' && found.kind !== 'benefits' && opensWithMoney(rest.plain)) return undefined;
  // In a list, a bold word of a section (“Team:”) is mostly just the item's theme; pay beside its label is never one.
  const opens = found.kind === 'pay' || (bold && OFFERED.has(found.kind));
  if (piece.kind === 'item' && !(opens && found.exact)) return undefined;
  const rank = piece.kind === 'item' ? RANK.item + piece.depth * 2 + 1 : RANK.inline;
  const heading = { level: 7, rank, found, inline: true };
  return { line: name, rest, heading };
}

/** Place of the colon, or in bold words of the question mark or behind them of the dash, that ends a label of at most eight words; -1 where there is none. */
function colonAt(line: Line): number {
  const text = line.plain;
  // “**Why join us?** Because …”, “**About Acme.** We …”
  const asked = line.lead > 1 && line.lead <= 80 && (text[line.lead - 1] === '?' || text[line.lead - 1] === '.');
  if (asked && line.lead < text.length && text.slice(0, line.lead).split(/\s+/).length <= 12) return line.lead - 1;
  const dash = line.lead > 0 ? /^\s*[-–—]\s/.exec(text.slice(line.lead, line.lead + 6)) : null;
  const at = dash ? line.lead + dash[0].length - 2 : text.indexOf(':');
  if (at <= 0 || at > 60 || at === text.length - 1) return -1;
  const next = text.charCodeAt(at + 1);
  if (next === 47 || (next >= 48 && next <= 57)) return -1;
  return text.slice(0, at).split(/\s+/).length <= 8 ? at : -1;
}

/** Items looked at below a line that may lead them in. */
const LOOKED = 8;

/** What most of the items of a list tell: what is done, asked for or given. */
export function shownBelow(pieces: readonly Piece[], from: number, lexicon: Lexicon): SectionKind | undefined {
  const kinds: (SectionKind | undefined)[] = [];
  for (let at = from; at < from + LOOKED && pieces[at]?.kind === 'item'; at++) {
    if (pieces[at]!.depth === pieces[from]!.depth) kinds.push(kindOfLine(pieces[at]!.line, lexicon));
  }
  const shown = majorityKind(kinds, 3);
  return shown && OFFERED.has(shown) ? shown : undefined;
}

/** The last sentence before a list, where its words, or else the items below, name what the list holds (“What will you be bringing?”, “You have:”). */
export function leadIn(
  line: Line,
  below: () => SectionKind | undefined,
  lexicon: Lexicon,
): { before?: Line; line: Line; heading: Heading } | undefined {
  const text = line.plain;
  if (!/[:?]$/.test(text)) return undefined;
  const tail = text.slice(-200);
  const cut = /^[\s\S]*[.!?](?=\s+\S)/.exec(tail.slice(0, -1))?.[0].length ?? (tail.length < text.length ? -1 : 0);
  if (cut < 0) return undefined;
  const from = text.length - tail.length + cut;
  const words = partOf(line, from, text.length);
  if (!words) return undefined;
  const shown = (kind: SectionKind | undefined) => kind && { kind, exact: false };
  const found = headingOf(words, lexicon) ?? (text.endsWith(':') ? shown(below()) : undefined);
  if (!found) return undefined;
  const before = from > 0 ? partOf(line, 0, from) : undefined;
  // A sentence heads the list behind it, and not the prose behind that.
  const heading = { level: 7, rank: RANK.label, found, inline: true };
  return { line: words, heading, ...(before ? { before } : {}) };
}

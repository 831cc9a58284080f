import type { Posting } from '../../types/posting.ts';
import type { Finding } from '../../types/review.ts';
import { written } from './escape.ts';

/** Findings that a piece of text names at most: where more lie over each other, the first ones are enough to find the rest. */
const NAMED = 3;

/** A posting's text as written, line by line, with the words of its findings marked. */
export function textOf(posting: Posting, findings: readonly Finding[]): string {
  const { text, lineStarts, frontmatter } = posting;
  const headings = headingLines(posting);
  const marks = marksOf(findings, text.length);
  const out: string[] = [];
  let next = 0;
  const open = new Set<number>();
  const first = new Set(findings.keys());
  for (let line = 0; line < lineStarts.length; line++) {
    const from = lineStarts[line]!;
    const to = lineStarts[line + 1] ?? text.length;
    if (from === text.length && line > 0) break;
    let at = from;
    let inner = '';
    const upTo = (end: number) => {
      const words = text.slice(at, end).replace(/[\r\n]+$/, '');
      if (words !== '') inner += piece(words, open, findings, first);
      at = Math.max(at, end);
    };
    for (; next < marks.length && (marks[next]!.at < to || to === text.length); next++) {
      const mark = marks[next]!;
      upTo(mark.at);
      if (mark.opens) open.add(mark.index);
      else {
        // What is missing has no words: its place is marked instead.
        if (first.has(mark.index)) inner += piece('', new Set([mark.index]), findings, first);
        open.delete(mark.index);
      }
    }
    upTo(to);
    const kind = from < frontmatter.end ? ' front' : headings.has(line) ? ' heading' : '';
    out.push(`<div class="line${kind}">${inner || '<br>'}</div>`);
  }
  return out.join('');
}

interface Mark {
  readonly at: number;
  readonly index: number;
  readonly opens: boolean;
}

/** Beginnings and ends of findings in order of place; at one place ends come first, but none before its own beginning. */
function marksOf(findings: readonly Finding[], length: number): Mark[] {
  const marks = findings.flatMap(({ span }, index): Mark[] => {
    const at = Math.min(span.start, length);
    return [
      { at, index, opens: true },
      { at: Math.min(Math.max(span.end, at), length), index, opens: false },
    ];
  });
  const isEmpty = ({ index }: Mark) => findings[index]!.span.end <= findings[index]!.span.start;
  const rank = (mark: Mark) => (isEmpty(mark) ? 1 : mark.opens ? 2 : 0);
  return marks.sort((a, b) => a.at - b.at || rank(a) - rank(b) || a.index - b.index);
}

/** Gravest first. */
const KINDS = ['error', 'warning', 'notice', 'waived'] as const;

/** How a finding is shown: its severity, or that it is waived. */
export function kindOf({ severity, waived }: Finding): (typeof KINDS)[number] {
  return waived ? 'waived' : severity;
}

function piece(text: string, open: ReadonlySet<number>, findings: readonly Finding[], first: Set<number>): string {
  if (open.size === 0) return written(text);
  const named: number[] = [];
  for (const index of open) {
    if (named.length === NAMED) break;
    named.push(index);
  }
  const grave = KINDS.find((kind) => named.some((index) => kindOf(findings[index]!) === kind));
  const begins = named.filter((index) => first.delete(index));
  // Only where a finding begins can the keyboard stop.
  const stop = begins.length > 0 ? ' role="button" tabindex="0"' : '';
  const name = text.trim() === '' ? ' aria-label="finding without words"' : '';
  const marked = text === '' ? ' point' : '';
  return `<mark class="${grave}${marked}" data-f="${named.join(' ')}"${stop}${stop && name}>${written(text)}</mark>`;
}

function headingLines({ blocks, lineStarts }: Posting): ReadonlySet<number> {
  const starts = new Set(
    blocks.filter(({ kind }) => kind === 'heading' || kind === 'title').map(({ lines }) => lines.start),
  );
  const lines = new Set<number>();
  lineStarts.forEach((start, line) => {
    if (starts.has(start)) lines.add(line);
  });
  return lines;
}

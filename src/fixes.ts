import type { Edit, Span } from './types/place.ts';
import type { FixSpec } from './types/policy.ts';
import type { Posting } from './types/posting.ts';
import type { Finding, PostingReview } from './types/review.ts';
import { fill, isFilled, type Values } from './wording.ts';

/**
 * Edits that a rule's `mend` makes of the words found; none where it cannot be sure.
 * Values come from the text and its frontmatter only.
 */
export function editsOf(mend: FixSpec, posting: Posting, span: Span, values: Values): readonly Edit[] | undefined {
  const words = posting.text.slice(span.start, span.end);
  if (mend.remove === 'block') return removal(posting, span);
  if (mend.remove === 'words') {
    return dangles(posting.text, span) ? undefined : [{ span: withSpace(posting.text, span), text: '' }];
  }
  const text = mend.words ? mend.words[fold(words)] : mend.replace;
  if (text === undefined || !isFilled(text, values)) return undefined;
  const replacement = likeCase(words, fill(text, values));
  return replacement === words ? undefined : [{ span, text: replacement }];
}

/** The text after all edits; edits are taken in order of place, and one that overlaps an earlier one is left out. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of withoutOverlaps(edits)) {
    result += text.slice(at, edit.span.start) + edit.text;
    at = edit.span.end;
  }
  return result + text.slice(at);
}

/** Edits in order of place, each one kept only where it begins at or after the end of the one before; no edit twice. */
export function withoutOverlaps(edits: readonly Edit[]): readonly Edit[] {
  const sorted = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const kept: Edit[] = [];
  for (const edit of sorted) {
    const last = kept.at(-1);
    if (last && (edit.span.start < last.span.end || same(edit, last))) continue;
    kept.push(edit);
  }
  return kept;
}

function same(a: Edit, b: Edit): boolean {
  return a.span.start === b.span.start && a.span.end === b.span.end && a.text === b.text;
}

/** Reads and judges a changed text of the same posting. */
export type Again = (text: string) => PostingReview;

/**
 * Edits by index of finding, for those whose fix holds: after applying it alone the finding is gone and none is new.
 * Costs one more review for each finding that has edits.
 */
export function offeredFixes(
  reviewed: PostingReview,
  again: Again,
  wanted: (finding: Finding) => boolean = () => true,
): ReadonlyMap<number, readonly Edit[]> {
  const offered = new Map<number, readonly Edit[]>();
  const { text } = reviewed.posting;
  const outcomes = new Map<string, boolean>();
  reviewed.findings.forEach((finding, index) => {
    if (!finding.edits?.length || finding.waived || !wanted(finding)) return;
    const fixed = applyEdits(text, finding.edits);
    const key = `${keyOf(finding)}\0${fixed}`;
    let holds = outcomes.get(key);
    if (holds === undefined) {
      holds =
        fixed !== text && (finding.reveals ? isGone(finding, again(fixed)) : mends(reviewed, again(fixed), [index]));
      outcomes.set(key, holds);
    }
    if (holds) offered.set(index, finding.edits);
  });
  return offered;
}

/** Words of a posting that a fix changed. */
export interface Change {
  readonly rule: string;
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

/** A posting's text after all fixes that hold, how many findings they removed, and what they changed. */
export interface Fixed {
  readonly text: string;
  readonly count: number;
  readonly changes: readonly Change[];
}

/** Only one cure is right: a person would write the same. */
export function isCertain(finding: Finding): boolean {
  return finding.certain === true;
}

/** Rounds of fixing at most: a fix may lay open another, a pair of rules must not chase each other. */
const ROUNDS = 10;

/**
 * Applies every fix that holds and is wanted, until none is left. Fixes are applied together where together they hold, else one by
 * one, so that the result never has a finding that the text before did not have.
 */
export function fixAll(reviewed: PostingReview, again: Again, wanted?: (finding: Finding) => boolean): Fixed {
  let current = reviewed;
  let count = 0;
  const changes: Change[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const offered = offeredFixes(current, again, wanted);
    if (offered.size === 0) break;
    const applied = applicable(current, offered, again);
    changes.push(...changesOf(current, applied));
    count += applied.length;
    const next = again(
      applyEdits(
        current.posting.text,
        applied.flatMap(([, edits]) => edits),
      ),
    );
    current = next;
  }
  return { text: current.posting.text, count, changes };
}

function changesOf({ posting, findings }: PostingReview, fixes: readonly Fix[]): Change[] {
  const rules = new Map(fixes.flatMap(([index, edits]) => edits.map((edit) => [edit, findings[index]!.rule] as const)));
  return withoutOverlaps([...rules.keys()]).map((edit) => ({
    rule: rules.get(edit)!,
    line: posting.lineStarts.findLastIndex((start) => start <= edit.span.start) + 1,
    before: posting.text.slice(edit.span.start, edit.span.end),
    after: edit.text,
  }));
}

type Fix = readonly [index: number, edits: readonly Edit[]];

/** The fixes that can be made in one round: what keeps the posting from being judged goes first and alone. */
function applicable(
  current: PostingReview,
  offered: ReadonlyMap<number, readonly Edit[]>,
  again: Again,
): readonly Fix[] {
  const fixes = [...offered];
  const first = fixes.find(([index]) => current.findings[index]!.reveals);
  if (first) return [first];
  const next = again(applyEdits(current.posting.text, [...offered.values()].flat()));
  const together = mends(current, next, []) && next.findings.length < current.findings.length;
  return together ? fixes : fixes.slice(0, 1);
}

/** True where `after` lacks the findings at `gone` and has none that `before` lacks. */
function mends(before: PostingReview, after: PostingReview, gone: readonly number[]): boolean {
  if (after.posting.faults.length > before.posting.faults.length) return false;
  const allowed = new Map<string, number>();
  for (const finding of before.findings) bump(allowed, keyOf(finding), 1);
  for (const index of gone) bump(allowed, keyOf(before.findings[index]!), -1);
  for (const finding of after.findings) {
    const key = keyOf(finding);
    if (!allowed.get(key)) return false;
    bump(allowed, key, -1);
  }
  return true;
}

function isGone(finding: Finding, after: PostingReview): boolean {
  return !after.findings.some((each) => keyOf(each) === keyOf(finding));
}

function bump(counts: Map<string, number>, key: string, by: number): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}

/** What makes a finding the same one after an edit has moved it. */
function keyOf(finding: { readonly rule: string; readonly found: string }): string {
  return `${finding.rule}\0${finding.found}`;
}

/** Words of a sentence at most that goes whole: a longer one asks for other things as well. */
const SENTENCE = 16;

/**
 * Removes the sentence that holds a span, and with it the item or paragraph that has no other. Nothing where that would
 * take more along: nested items, a long sentence, a heading or table.
 */
function removal(posting: Posting, span: Span): readonly Edit[] | undefined {
  const { statements, blocks } = posting;
  const index = lastAt(statements, span.start);
  const statement = statements[index];
  const block = statement && blocks[statement.block];
  if (!block || statement.span.end < span.end) return undefined;
  if (statement.tokens.to - statement.tokens.from > SENTENCE) return undefined;
  if (block.kind !== 'item' && block.kind !== 'paragraph') return undefined;
  const alone = statements[index - 1]?.block !== statement.block && statements[index + 1]?.block !== statement.block;
  if (!alone) return [{ span: withSpace(posting.text, statement.span), text: '' }];
  const next = blocks[statement.block + 1];
  const nests = next !== undefined && next.span.start < block.lines.end;
  return nests ? undefined : [{ span: block.lines, text: '' }];
}

/** Index of the last part that begins at or before an offset, −1 where none does; parts stand in order of place. */
function lastAt(parts: readonly { readonly span: Span }[], offset: number): number {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (parts[middle]!.span.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const MARKER = /^\s*(?:[-*+]|\d{1,9}[.)]|#{1,6})?\s*$/;
const JOINS_BEFORE = /[([{/,;:|&+–—-]\s*$/;
const JOINS_AFTER = /^\s*[)\]}/,;:|&+–—-]/;

/** True where removing the words would leave a bracket, dash or comma without what it joins. */
function dangles(text: string, span: Span): boolean {
  const before = text.slice(Math.max(text.lastIndexOf('\n', span.start - 1) + 1, span.start - 20), span.start);
  return (JOINS_BEFORE.test(before) && !MARKER.test(before)) || JOINS_AFTER.test(text.slice(span.end, span.end + 20));
}

/** A span with one neighbouring space, so that removing it leaves neither two spaces nor one at a line's end. */
function withSpace(text: string, span: Span): Span {
  const before = text[span.start - 1];
  const after = text[span.end];
  if (after === ' ' && (before === undefined || before === ' ' || before === '\n')) {
    return { start: span.start, end: span.end + 1 };
  }
  if (before === ' ' && (after === undefined || /[\s.,;:!?)]/.test(after))) {
    return { start: span.start - 1, end: span.end };
  }
  return span;
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/’/g, "'");
}

/** `text` with the case of the first letter of the words it replaces; words all in capitals give capitals. */
function likeCase(words: string, text: string): string {
  const first = words.charAt(0);
  const upper = first !== first.toLowerCase();
  if (!upper || text === '') return text;
  if (words.length > 1 && words === words.toUpperCase()) return text.toUpperCase();
  return text.charAt(0).toUpperCase() + text.slice(1);
}

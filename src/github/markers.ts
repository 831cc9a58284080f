/**
 * Hidden marks by which a run finds its own texts again. A mark counts only as the last line of a text that our own
 * account wrote: quoted text can hold anything before it.
 */

import type { Day } from '../types/place.ts';

export type Mark =
  | { readonly kind: 'finding'; readonly fingerprint: string; readonly fixed?: string }
  | { readonly kind: 'summary'; readonly head: string; readonly seen: Seen }
  | { readonly kind: 'review' }
  /** Day by which something is listed, by its short name. */
  | { readonly kind: 'audit'; readonly since: ReadonlyMap<string, Day> };

/** What a summary remembers: the findings of its commit, and those of the commit reviewed before. */
export interface Seen {
  readonly now: readonly string[];
  readonly before?: { readonly head: string; readonly findings: readonly string[] };
}

const LAST_LINE = /(?:^|\n)<!-- jd-review:(finding|summary|review|audit)((?: [\w.,=-]+)*) -->\s*$/;
const NAME = /^[0-9a-f]{1,64}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** More fingerprints than this are not kept; a summary then says nothing of what changed. */
const MAX_SEEN = 400;

/** A text with its mark. */
export function withMark(text: string, mark: Mark): string {
  return `${text.trimEnd()}\n\n<!-- jd-review:${words(mark)} -->`;
}

function words(mark: Mark): string {
  switch (mark.kind) {
    case 'review':
      return 'review';
    case 'finding':
      return `finding id=${mark.fingerprint}${mark.fixed === undefined ? '' : ` fixed=${mark.fixed}`}`;
    case 'audit': {
      const days = [...mark.since].slice(0, MAX_SEEN).map(([name, day]) => `${name}.${day}`);
      return `audit since=${days.join(',') || 'none'}`;
    }
    case 'summary': {
      const { now, before } = mark.seen;
      const list = (names: readonly string[]) => (names.length > MAX_SEEN ? 'many' : names.join(',') || 'none');
      const past = before ? ` before=${before.head} past=${list(before.findings)}` : '';
      return `summary head=${mark.head} now=${list(now)}${past}`;
    }
  }
}

/** The mark of a text, or nothing. */
export function markOf(body: string): Mark | undefined {
  const match = LAST_LINE.exec(tail(body));
  if (!match) return undefined;
  const values = new Map(
    (match[2] ?? '')
      .trim()
      .split(' ')
      .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)] as const),
  );
  if (match[1] === 'review') return { kind: 'review' };
  if (match[1] === 'audit') return { kind: 'audit', since: daysOf(values.get('since') ?? '') };
  if (match[1] === 'finding') {
    const fingerprint = values.get('id') ?? '';
    const fixed = values.get('fixed');
    if (!NAME.test(fingerprint)) return undefined;
    return { kind: 'finding', fingerprint, ...(fixed && NAME.test(fixed) ? { fixed } : {}) };
  }
  const head = values.get('head') ?? '';
  const now = namesOf(values.get('now'));
  if (!NAME.test(head) || !now) return undefined;
  const before = values.get('before') ?? '';
  const past = namesOf(values.get('past'));
  return {
    kind: 'summary',
    head,
    seen: { now, ...(NAME.test(before) && past ? { before: { head: before, findings: past } } : {}) },
  };
}

/** A mark stands in the last line; only that is looked at, however long the text is. */
function tail(body: string): string {
  const text = body.replace(/\r\n/g, '\n').trimEnd();
  return text.slice(text.lastIndexOf('\n') + 1);
}

function namesOf(list: string | undefined): readonly string[] | undefined {
  if (list === undefined || list === 'many') return undefined;
  if (list === 'none') return [];
  const names = list.split(',');
  return names.every((name) => NAME.test(name)) ? names : undefined;
}

function daysOf(list: string): ReadonlyMap<string, Day> {
  const pairs = list.split(',').map((each) => each.split('.') as [string, Day]);
  return new Map(pairs.filter(([name, day = '']) => NAME.test(name) && DAY.test(day)));
}

/** Two texts are the same to a reader: GitHub may change line breaks and the end. */
export function sameText(a: string, b: string): boolean {
  return a === b || a.replace(/\r\n/g, '\n').trimEnd() === b.replace(/\r\n/g, '\n').trimEnd();
}

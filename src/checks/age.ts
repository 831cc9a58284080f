import type { CheckKind, OptionSpecs, OptionsOf } from '../types/check.ts';
import type { Day, Span } from '../types/place.ts';
import type { CheckContext, Hint } from '../types/policy.ts';
import type { Posting } from '../types/posting.ts';
import { hitsIn } from './scope.ts';

const TESTS = ['older', 'said', 'open-too-long', 'past', 'before'] as const;

const options = {
  test: {
    type: TESTS,
    required: true,
    doc: 'older: the first of `fields` that is there lies `months` or more back. said: a year beside a pay figure, in a sentence with one of `near`, does. open-too-long: the date lies farther back than filling a role of the lane takes. past: the date is over. Both are silent on a posting that says it is closed or a draft. before: the first of `fields` lies before the second.',
  },
  fields: { type: 'texts', doc: 'Frontmatter fields that hold the date; the first that is there counts.' },
  months: { type: 'number', doc: 'For older and said: least age.' },
  near: { type: 'phrases', doc: 'For said: words that make a year the date of the pay.' },
  'month-names': {
    type: 'texts',
    doc: 'For said: names of the twelve months, or how they begin; one before the year tells the month.',
  },
} as const satisfies OptionSpecs;

type Options = OptionsOf<typeof options>;

/** Dates of the posting against today and against each other. Points at the date. */
export const age: CheckKind<typeof options> = {
  doc: 'A date of the frontmatter, or one said beside the pay, is too old, past, or out of order.',
  options,
  values: ['date', 'months', 'weeks', 'limit', 'other'],
  renamed: { below: 'nothing: of two findings at one date the graver is told' },
  compile: (options) => (context) => judge(options, context),
};

function judge(check: Options, context: CheckContext): readonly Hint[] {
  const { posting, today } = context;
  if (check.test === 'said') return said(check, context);
  const dated = (check.fields ?? []).flatMap((name) => posting.dates.get(name) ?? [])[0];
  if (!dated) return [];
  // Where no day is named, the last one counts: nothing is older, or over, before it surely is.
  const { text: date, latest } = dated;
  const { valueSpan: span } = dated.field;
  switch (check.test) {
    case 'older': {
      const months = monthsBetween(latest, today);
      return months >= (check.months ?? 0) ? [{ span, values: { date, months } }] : [];
    }
    case 'past':
      return !posting.closed && latest < today ? [{ span, values: { date } }] : [];
    case 'before': {
      const own = posting.dates.get(check.fields?.[0] ?? '');
      const other = posting.dates.get(check.fields?.[1] ?? '');
      return own && other && own.latest < other.earliest
        ? [{ span, values: { date: own.text, other: other.text } }]
        : [];
    }
    case 'open-too-long': {
      const lane = context.policy.lanes.find((each) => each.id === posting.lane.id);
      const limit = lane?.weeksToFill[1];
      const days = daysBetween(latest, today);
      return !posting.closed && limit !== undefined && days > limit * 7
        ? [{ span, values: { date, weeks: Math.floor(days / 7), limit } }]
        : [];
    }
  }
}

/** Characters between a label and its figure, at most. */
const LINE = 100;

/** A year named in a sentence about the pay, in the block of a figure: its last day counts, so that no age is overstated. */
function said(check: Options, context: CheckContext): readonly Hint[] {
  const { posting, today } = context;
  const hints: Hint[] = [];
  const done = new Set<number>();
  for (const hit of hitsIn(context, check.near, undefined)) {
    const statement = posting.statements[hit.statement];
    if (!statement || done.has(hit.statement)) continue;
    const priced = posting.pay.some(
      (figure) => figure.from === 'body' && isBeside(posting, statement.span, figure.span),
    );
    if (!priced) continue;
    for (let at = statement.tokens.from; at < statement.tokens.to; at++) {
      const token = posting.tokens[at];
      if (!token || !/^20\d\d$/.test(token.word)) continue;
      if (posting.pay.some((figure) => token.start >= figure.span.start && token.end <= figure.span.end)) continue;
      const date = `${token.word}-${lastMonth(posting.tokens[at - 1]?.word, check['month-names'])}-28`;
      const months = monthsBetween(date, today);
      if (months < (check.months ?? 0)) continue;
      done.add(hit.statement);
      hints.push({ span: { start: token.start, end: token.end }, values: { date: token.word, months } });
      break;
    }
  }
  return hints;
}

/** The figure stands in the sentence, or behind it on the same line (`Salary band (set 2024): …`). */
function isBeside(posting: Posting, sentence: Span, figure: Span): boolean {
  if (figure.start < sentence.start) return false;
  if (figure.end <= sentence.end) return true;
  const gap = figure.start - sentence.end;
  return gap < LINE && gap >= 0 && !posting.text.slice(sentence.end, figure.start).includes('\n');
}

/** `q1` → its last month, `september` → `09`; else December. */
function lastMonth(word = '', names: readonly string[] = []): string {
  const quarter = /^q([1-4])$/.exec(word)?.[1];
  const named = names.findIndex((name) => word.startsWith(name)) + 1;
  return String(quarter ? Number(quarter) * 3 : named || 12).padStart(2, '0');
}

function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** Whole months that have passed. */
function monthsBetween(from: Day, to: Day): number {
  const [y1, m1, d1] = from.split('-').map(Number) as [number, number, number];
  const [y2, m2, d2] = to.split('-').map(Number) as [number, number, number];
  return (y2 - y1) * 12 + (m2 - m1) - (d2 < d1 ? 1 : 0);
}

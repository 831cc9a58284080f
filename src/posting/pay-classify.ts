import type { PayFlag, PayKind, Period, SectionKind } from '../types.ts';
import { type Money, periodAt, type Reading } from './pay-amounts.ts';
import { type Lexeme, lastBefore, type Mark } from './pay-lex.ts';
import type { Role } from './pay-words.ts';

/** Where a text stands in its posting. */
export interface PayContext {
  readonly section: SectionKind;
  readonly heading: string;
}

/** What {@link judge} needs to know of a heading: whether it speaks of pay, of which kind and for which period. */
export interface HeadingWords {
  readonly nature?: Role;
  readonly period?: Period;
}

/** Money that is pay for this job, with its kind, period and terms. */
export interface Judged {
  readonly money: Money;
  readonly kind: PayKind;
  readonly period: Period;
  readonly flags: readonly PayFlag[];
}

/** Plausible pay in US dollars by period; other currencies by their unit. */
const PLAUSIBLE: Readonly<Record<Period, readonly [number, number]>> = {
  hour: [4, 800],
  day: [40, 6000],
  week: [150, 25000],
  month: [400, 90000],
  year: [6000, 2_500_000],
};

/** Words from an amount to the end of its own clause, beyond which it no longer stands alone. */
const OWN_CLAUSE = 3;
const SHORT_SENTENCE = 12;
/** How far, in lexemes, a word bears on an amount. */
const REACH = 6;
/** Signs that part one clause, or one item of a header line, from the next. */
const PARTS = ',;|•·()+:…';

const ASIDE: ReadonlySet<SectionKind> = new Set(['duties', 'required', 'preferred', 'company', 'benefits', 'legal']);

interface View {
  readonly r: Reading;
  readonly money: Money;
  /** Lexemes that speak of this amount: from the sentence's start or the amount before, to its end or the one after. */
  readonly low: number;
  readonly high: number;
  readonly sentence: readonly [number, number];
}

/** Keeps what is pay for this job. `all` is in order of place; linear in the number of lexemes. */
export function judge(r: Reading, all: readonly Money[], context: PayContext, heading: () => HeadingWords): Judged[] {
  const kept: Judged[] = [];
  let previous: Judged | undefined;
  let sentence: readonly [number, number] = [0, 0];
  for (let i = 0; i < all.length; i++) {
    const money = all[i] as Money;
    if (money.from >= sentence[1]) sentence = sentenceAround(r.lexemes, sentence[1], money.from);
    else if (money.to > sentence[1]) sentence = [sentence[0], sentenceAround(r.lexemes, money.to, money.to)[1]];
    const before = all[i - 1]?.to ?? 0;
    const after = all[i + 1]?.from ?? r.lexemes.length;
    const view: View = {
      r,
      money,
      low: Math.max(sentence[0], before),
      high: Math.min(sentence[1], after),
      sentence,
    };
    const inherited = before > sentence[0] ? previous : undefined;
    const judged = judgeOne(view, context, heading, inherited);
    if (judged) {
      kept.push(judged);
      previous = judged;
    } else if (before <= sentence[0]) previous = undefined;
  }
  return kept;
}

function judgeOne(
  view: View,
  context: PayContext,
  heading: () => HeadingWords,
  inherited: Judged | undefined,
): Judged | undefined {
  const { money } = view;
  const unit = money.currency?.unit ?? (money.lakh ? 30 : 1);
  if (money.huge && unit < 100) return undefined;
  const low = money.min ?? money.max;
  if (low === 0 || (money.machine && money.range)) return undefined;
  if (low === null && !money.flags.includes('malformed')) return undefined;

  const before = natureBefore(view);
  const behind = natureBehind(view);
  if (isOther(view, before, behind)) return undefined;
  const near = behind?.role !== 'not' ? behind?.role : undefined;
  let nature = pick(near) ?? pick(before?.role) ?? (inherited && natureOf(inherited.kind));
  const said = nature !== undefined || inherited !== undefined;
  const fromHeading = said ? undefined : pick(heading().nature);
  nature ??= fromHeading;

  const found = findPeriod(view, unit, heading);
  const period = found ?? guessPeriod(money, unit);
  const plausible = fits(money, period, unit);
  const evidence: Evidence = {
    said: pick(near) !== undefined || pick(before?.role) !== undefined || inherited !== undefined,
    section: context.section === 'pay' || fromHeading !== undefined,
    hint: before?.role === 'hint' || behind?.role === 'hint',
    aside: ASIDE.has(context.section),
    plausible: plausible && (found !== undefined || period === 'year'),
    period: found !== undefined,
    reach: before ? money.from - before.to : behind ? behind.from - money.to : Number.POSITIVE_INFINITY,
  };
  if (!(money.currency || money.lakh ? isPay(view, evidence) : isBarePay(view, evidence, context.section)))
    return undefined;

  const flags: PayFlag[] = [...money.flags];
  if (money.flags.includes('malformed')) {
    // Nothing more is known of an amount that cannot be read.
  } else if (!found && period !== 'year') flags.push('no-period');
  else if (!found && !plausible && (low ?? 0) < 1000 * unit) flags.push('scale');
  else if (!plausible) flags.push('implausible');
  flags.push(...terms(view));
  return { money, kind: kindOf(nature), period, flags };
}

interface Evidence {
  /** A word for pay bears on the amount. */
  readonly said: boolean;
  /** It stands under a heading for pay. */
  readonly section: boolean;
  readonly hint: boolean;
  /** The section speaks of other things than terms. */
  readonly aside: boolean;
  readonly plausible: boolean;
  readonly period: boolean;
  readonly reach: number;
}

function isPay(view: View, e: Evidence): boolean {
  const { money } = view;
  if (e.said) return e.plausible || money.range || e.reach <= REACH;
  if (money.machine && !money.range) return false;
  const clause = clauseWords(view);
  if (e.section) return e.plausible ? true : money.range && clause <= OWN_CLAUSE;
  if (e.hint && (money.range || !e.aside)) return e.plausible;
  if (e.aside) return false;
  const own = clause <= OWN_CLAUSE || sentenceWords(view) <= SHORT_SENTENCE;
  if (money.range)
    return e.plausible ? own || (e.period && sentenceWords(view) <= 2 * SHORT_SENTENCE) : clause === 0 && !tiny(money);
  return e.plausible && clause <= OWN_CLAUSE;
}

/** Without a currency only what is labelled, or a range in thousands that is a header item of its own. */
function isBarePay(view: View, e: Evidence, section: SectionKind): boolean {
  const { money } = view;
  const low = money.min ?? money.max ?? 0;
  if (!e.plausible || low < 10000) return false;
  if (e.said && e.reach <= 3) return money.range || view.r.lexemes[money.from - 1]?.text === ':';
  const header = section === 'intro' || section === 'unknown' || section === 'meta';
  return (
    money.range && money.scaled && header && low >= 20000 && clauseWords(view) === 0 && view.low > view.sentence[0] - 1
  );
}

function tiny(money: Money): boolean {
  return (money.max ?? money.min ?? 0) < 1000;
}

function pick(role: Role | undefined): Role | undefined {
  if (role === 'package') return 'total';
  return role === 'base' || role === 'total' || role === 'ote' || role === 'other' ? role : undefined;
}

function kindOf(nature: Role | undefined): PayKind {
  return nature === 'base' || nature === 'total' || nature === 'ote' ? nature : 'unknown';
}

function natureOf(kind: PayKind): Role {
  return kind === 'unknown' ? 'other' : kind;
}

/** The nearest word before the amount that says what it is; a mere hint yields to a word behind it in the sentence. */
function natureBefore(view: View): Mark | undefined {
  let hint: Mark | undefined;
  const { nature } = view.r.marks;
  for (let i = lastBefore(nature, view.money.from); i >= 0; i--) {
    const mark = nature[i] as Mark;
    if (mark.from < view.low) break;
    if (mark.role === 'hint') hint ??= mark;
    else if (mark.role !== 'not') return mark;
    else if (!hint && bearsOn(view, mark)) return rewarded(view, nature, i) ?? mark;
  }
  return hint;
}

/** The first such word behind it, where nothing parts them. */
function natureBehind(view: View): Mark | undefined {
  const { r, money } = view;
  const { nature } = r.marks;
  let at = money.to;
  const end = Math.min(view.high, money.to + REACH);
  let next = lastBefore(nature, money.to) + 1;
  while ((nature[next]?.from ?? end) < at) next++;
  while (at < end) {
    const mark = nature[next];
    // A word right before the next amount is that amount's.
    if (mark?.from === at) return mark.to === view.high && view.high < view.sentence[1] ? undefined : mark;
    const lexeme = r.lexemes[at] as Lexeme;
    if (lexeme.type === 'number' || lexeme.type === 'stop' || lexeme.type === 'dash') return undefined;
    if (lexeme.type === 'mark' && lexeme.text !== '(' && lexeme.text !== '/') return undefined;
    if (r.marks.apart.length > 0 && startsAt(r.marks.apart, at)) return undefined;
    at++;
  }
  return undefined;
}

/** The amount is a bonus, a budget, funding or the like. */
function isOther(view: View, before: Mark | undefined, behind: Mark | undefined): boolean {
  if (behind?.role === 'not') {
    const reward = startsAt(view.r.marks.terms, behind.from);
    if (!(view.money.range && reward)) return true;
  }
  return before?.role === 'not' && !pick(behind?.role);
}

/** Whether a word for other money still speaks of the amount: near, and in the same clause. */
function bearsOn(view: View, word: Mark): boolean {
  const { r, money } = view;
  if (money.from - word.to > REACH) return false;
  for (let i = word.to; i < money.from; i++) {
    const lexeme = r.lexemes[i] as Lexeme;
    if (lexeme.type === 'dash' && isLoose(r.lexemes, i)) return false;
    const inside = lexeme.text === '(' && i === money.from - 1;
    if (lexeme.type === 'mark' && !inside && lexeme.text !== ':' && PARTS.includes(lexeme.text)) return false;
  }
  return true;
}

/** «Salary and bonus: $150K»: the reward is part of the pay named right before it. */
function rewarded(view: View, nature: readonly Mark[], index: number): Mark | undefined {
  const reward = nature[index] as Mark;
  const earlier = nature[index - 1];
  const joined = earlier && earlier.from >= view.low && reward.from - earlier.to <= 2 && pick(earlier.role);
  return joined && startsAt(view.r.marks.terms, reward.from) ? earlier : undefined;
}

function findPeriod(view: View, unit: number, heading: () => HeadingWords): Period | undefined {
  const { r, money } = view;
  if (money.period) return money.period;
  if (money.lakh) return 'year';
  const end = Math.min(view.high, money.to + REACH + 2);
  for (let at = money.to; at < end; at++) {
    const lexeme = r.lexemes[at] as Lexeme;
    const every = lexeme.type === 'word' || lexeme.text === '/' ? periodAt(r, at) : undefined;
    if (every) {
      if (at === money.to || fits(money, every.period, unit)) return every.period;
      break;
    }
    if (lexeme.type === 'number' || (lexeme.type === 'mark' && ',;|•·'.includes(lexeme.text))) break;
  }
  const { period } = r.marks;
  for (let i = lastBefore(period, money.from); i >= 0; i--) {
    const mark = period[i] as Mark;
    if (mark.from < view.sentence[0] || money.from - mark.to > 2 * REACH) break;
    const word = r.lexemes[mark.from] as Lexeme;
    if (word.text.length > 1 && fits(money, mark.role as Period, unit)) return mark.role as Period;
  }
  const named = heading().period;
  return named && fits(money, named, unit) ? named : undefined;
}

/** A year where the amount is large enough for one; else the period it looks like, never stated as certain. */
function guessPeriod(money: Money, unit: number): Period {
  const low = money.min ?? money.max ?? 0;
  if (low >= PLAUSIBLE.year[0] * unit) return 'year';
  if (low >= 1000 * unit) return 'month';
  return low >= 100 * unit ? 'year' : 'hour';
}

/** Whether an amount makes sense for a period. */
function fits(money: Money, period: Period, unit: number): boolean {
  const [from, to] = PLAUSIBLE[period];
  const low = money.min ?? money.max;
  const high = money.max ?? money.min;
  return low !== null && high !== null && low >= from * unit && high <= to * unit * (unit > 1 ? 3 : 1);
}

const TERMS: ReadonlySet<Role> = new Set(['equity', 'bonus', 'doe', 'contract', 'gross', 'net']);

function terms(view: View): PayFlag[] {
  const { r, money } = view;
  const found = new Set<PayFlag>();
  const all = r.marks.terms;
  let high = money.to;
  while (high < view.high && r.lexemes[high]?.text !== ';') high++;
  for (let i = lastBefore(all, view.low) + 1; i < all.length; i++) {
    const mark = all[i] as Mark;
    if (mark.from >= high) break;
    if (mark.role === 'super') {
      if (r.lexemes[mark.from - 1]?.text === '+') found.add('super');
    } else if (mark.role === 'contract') {
      if (mark.from - money.to <= REACH && money.from - mark.to <= REACH) found.add('contract');
    } else if (TERMS.has(mark.role)) found.add(mark.role as PayFlag);
  }
  return [...found];
}

function startsAt(marks: readonly Mark[], at: number): boolean {
  return marks[lastBefore(marks, at) + 1]?.from === at;
}

/** The sentence around lexeme `at`, looked for from `from` on, so that a pass over all amounts stays linear. */
function sentenceAround(lexemes: readonly Lexeme[], from: number, at: number): [number, number] {
  let start = from;
  for (let i = from; i < at; i++) if (lexemes[i]?.type === 'stop') start = i + 1;
  let end = at;
  while (end < lexemes.length && lexemes[end]?.type !== 'stop') end++;
  return [start, end];
}

function isLoose(lexemes: readonly Lexeme[], at: number): boolean {
  const dash = lexemes[at];
  return dash?.type === 'dash' && lexemes[at - 1]?.end !== dash.start && lexemes[at + 1]?.start !== dash.end;
}

/** Words that share the amount's clause, counted up to just over {@link OWN_CLAUSE} on either side. */
function clauseWords(view: View): number {
  const { r, money } = view;
  let words = 0;
  const ends = (at: number) => {
    const lexeme = r.lexemes[at];
    if (!lexeme || lexeme.type === 'stop' || isLoose(r.lexemes, at)) return true;
    return lexeme.type === 'mark' && PARTS.includes(lexeme.text);
  };
  for (let at = money.from - 1; at >= view.sentence[0] && !ends(at) && words <= OWN_CLAUSE; at--)
    if (r.lexemes[at]?.type !== 'mark') words++;
  let behind = 0;
  for (let at = money.to; at < view.sentence[1] && !ends(at) && behind <= OWN_CLAUSE; at++)
    if (r.lexemes[at]?.type !== 'mark') behind++;
  return Math.max(words, behind);
}

function sentenceWords(view: View): number {
  return view.sentence[1] - view.sentence[0] - (view.money.to - view.money.from);
}

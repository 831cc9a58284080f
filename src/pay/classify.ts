import type { PayFlag, PayKind, Period } from '../types/pay.ts';
import type { SectionKind } from '../types/text.ts';
import type { Reading } from './amount.ts';
import { endOf } from './ends.ts';
import type { Lexeme } from './lexemes.ts';
import { lastBefore } from './marks.ts';
import type { Money } from './money.ts';
import { isLoose, isOther, natureBefore, natureBehind, PARTS, pick, REACH, type View } from './nature.ts';
import { bareOffer } from './offer.ts';
import { findPeriod, fits, guessPeriod } from './period.ts';
import { hasTerms, terms } from './terms.ts';
import type { Role } from './vocabulary.ts';

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

/** Words from an amount to the end of its own clause, beyond which it no longer stands alone. */
const OWN_CLAUSE = 3;
/** Words and marks beside an amount that are no more than its label. */
const LABEL = 5;
const SHORT_SENTENCE = 12;
/** The least that counts as pay where no currency is named; see {@link PayWords.mayStatePay}. */
const LEAST_BARE = 10_000;
const ASIDE: ReadonlySet<SectionKind> = new Set(['duties', 'required', 'preferred', 'company', 'benefits', 'legal']);

/** Keeps what is pay for this job. `all` is in order of place; linear in the number of lexemes. */
export function judge(r: Reading, all: readonly Money[], context: PayContext, heading: () => HeadingWords): Judged[] {
  const kept: Judged[] = [];
  let previous: Judged | undefined;
  let sentence: readonly [number, number] = [0, 0];
  for (let i = 0; i < all.length; i++) {
    const money = withCurrency(r, all[i] as Money, all[i - 1]?.to ?? 0);
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

/** `Salary (USD): 160-190K`, `Pay in EUR: 60 000`: the label names the currency. */
function withCurrency(r: Reading, money: Money, low: number): Money {
  if (money.currency || money.lakh) return money;
  for (let at = money.from - 1; at >= Math.max(low, money.from - 4); at--) {
    const lexeme = r.lexemes[at] as Lexeme;
    if (lexeme.type === 'currency') return { ...money, currency: lexeme.currency, exact: lexeme.exact ?? false };
    if (lexeme.type !== 'mark' || !'():'.includes(lexeme.text)) break;
  }
  return money;
}

function judgeOne(
  view: View,
  context: PayContext,
  heading: () => HeadingWords,
  inherited: Judged | undefined,
): Judged | undefined {
  const { money, r } = view;
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
  const period = found ?? guessPeriod(view, unit);
  const plausible = fits(view, period, unit);
  const evidence: Evidence = {
    said: pick(near) !== undefined || pick(before?.role) !== undefined || inherited !== undefined,
    section: context.section === 'pay' || fromHeading !== undefined,
    hint: before?.role === 'hint' || behind?.role === 'hint',
    aside: ASIDE.has(context.section),
    offer: context.section === 'benefits',
    plausible: plausible && (found !== undefined || period === 'year'),
    period: found !== undefined,
    end: endOf(r, money, view.low) !== undefined,
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
  /** The section says what the company offers, pay among it. */
  readonly offer: boolean;
  readonly plausible: boolean;
  readonly period: boolean;
  /** Words beside it say which end of a range it is. */
  readonly end: boolean;
  readonly reach: number;
}

function isPay(view: View, e: Evidence): boolean {
  const { money } = view;
  if (e.said) return e.plausible || money.range || e.reach <= REACH;
  if (money.machine && !money.range) return false;
  const clause = clauseWords(view);
  if (e.section) return e.plausible ? true : (money.range || e.end) && clause <= OWN_CLAUSE;
  if (e.hint && (money.range || !e.aside)) return e.plausible;
  // “Zone A: $163,600 – $245,400” on a line of its own is pay among the notices of the law, too.
  if (e.aside && !money.range) return e.offer && e.plausible && e.period && bareOffer(view) === 'on-top';
  if (e.aside) return e.plausible && (e.offer ? bareOffer(view) !== undefined : clause === 0 && isLabelled(view));
  const own = clause <= OWN_CLAUSE || sentenceWords(view) <= SHORT_SENTENCE;
  if (money.range)
    return e.plausible
      ? own || (e.period && sentenceWords(view) <= 2 * SHORT_SENTENCE)
      : clause <= (hasTerms(view) ? OWN_CLAUSE : 0) && !tiny(money);
  return e.plausible && clause <= OWN_CLAUSE;
}

/** Without a currency only what is labelled, or a range in thousands that is a header item of its own. */
function isBarePay(view: View, e: Evidence, section: SectionKind): boolean {
  const { money } = view;
  const low = money.min ?? money.max ?? 0;
  if (!e.plausible || low < LEAST_BARE) return false;
  if (e.said && e.reach <= 3) return money.range || view.r.lexemes[money.from - 1]?.text === ':';
  // “Salary: 100-125K” is a label with its text: the amount stands under a heading.
  if (e.section && money.range) return clauseWords(view) <= OWN_CLAUSE && !countsShares(view);
  // A lone “401K” there is a pension.
  if (e.section) return (e.period || !money.scaled) && clauseWords(view) === 0;
  const header = section === 'intro' || section === 'unknown' || section === 'meta';
  return money.range && money.scaled && header && low >= 20000 && clauseWords(view) === 0;
}

/** “10,000 - 20,000 stock options” */
function countsShares({ r, money }: View): boolean {
  const next = r.marks.terms[lastBefore(r.marks.terms, money.to) + 1];
  return next?.role === 'equity' && next.from === money.to;
}

function tiny(money: Money): boolean {
  return (money.max ?? money.min ?? 0) < 1000;
}

function kindOf(nature: Role | undefined): PayKind {
  return nature === 'base' || nature === 'total' || nature === 'ote' ? nature : 'unknown';
}

function natureOf(kind: PayKind): Role {
  return kind === 'unknown' ? 'other' : kind;
}

/** The sentence around lexeme `at`, looked for from `from` on, so that a pass over all amounts stays linear. */
function sentenceAround(lexemes: readonly Lexeme[], from: number, at: number): [number, number] {
  let start = from;
  for (let i = from; i < at; i++) if (lexemes[i]?.type === 'stop') start = i + 1;
  let end = at;
  while (end < lexemes.length && lexemes[end]?.type !== 'stop') end++;
  return [start, end];
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

/** Hardly anything but the amount stands there, or a colon before it and nothing behind (“Denver, Boise, Santa Fe: $1 – $2”). */
function isLabelled(view: View): boolean {
  const { r, money, sentence } = view;
  return sentenceWords(view) <= LABEL || (r.lexemes[money.from - 1]?.text === ':' && money.to === sentence[1]);
}

function sentenceWords(view: View): number {
  return view.sentence[1] - view.sentence[0] - (view.money.to - view.money.from);
}

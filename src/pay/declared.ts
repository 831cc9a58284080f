import type { PayKind } from '../types/pay.ts';
import type { Vocabulary } from '../types/words.ts';
import type { Reading } from './amount.ts';
import type { Lexeme } from './lexemes.ts';
import type { Money } from './money.ts';
import { natureBefore, natureBehind, pick, startsAt, type View } from './nature.ts';
import type { Role } from './vocabulary.ts';

/** Words between `incl.` and the reward that it takes in. */
const WITHIN = 4;

/**
 * What the first amount of a declared range is where its text says total pay or earnings on target; undefined where it says
 * base or nothing, which in this field means base. What comes on top (`+ benefits package`) says nothing of the amount.
 */
export function declaredKind(r: Reading, all: readonly Money[], vocabulary: Vocabulary): PayKind | undefined {
  const [money, next] = all;
  const { nature } = r.marks;
  if (!money) return kindOf(nature.map(({ role }) => pick(role)).find((role) => kindOf(role)));
  const end = r.lexemes.length;
  const view: View = { r, money, low: 0, high: next?.from ?? end, sentence: [0, end] };
  const before = natureBefore(view);
  const said = pick(before?.role);
  if (before && money.from - before.to <= 1 && kindOf(said)) return kindOf(said);
  const near = pick(natureBehind(view)?.role) ?? said;
  if (kindOf(near)) return kindOf(near);
  const list = (name: string) => new Set(vocabulary.words[name] ?? []);
  const fixed = list('pay-explicit-base');
  if (next) return undefined;
  if (isSum(r, money, list('pay-together'))) return 'total';
  if (r.lexemes.some(({ text }) => fixed.has(text))) return undefined;
  const within = list('pay-within');
  const added = firstAdded(r, money.to, within);
  if (takesIn(r, money.to, added, within, list('pay-within-not'))) return 'total';
  if (near === 'base') return undefined;
  const stray = nature.find((mark) => mark.from >= money.to && mark.to <= added && kindOf(pick(mark.role)));
  return kindOf(pick(stray?.role));
}

function kindOf(role: Role | undefined): PayKind | undefined {
  return role === 'total' || role === 'ote' ? role : undefined;
}

/**
 * `(base, bonus and stock)`, `base + bonus + equity combined`: the parts that the amount is the sum of, right
 * behind it. What is added to an amount that is named base (`$180K base + bonus`) comes on top.
 */
function isSum(r: Reading, money: Money, together: ReadonlySet<string>): boolean {
  const opens = r.lexemes[money.to]?.text === '(';
  const from = opens ? money.to + 1 : money.to;
  const { nature, terms } = r.marks;
  const base = nature.find((mark) => mark.from === from && mark.role === 'base');
  if (!base) return false;
  const rewards = terms.filter(({ role, from: at }) => at >= base.to && (role === 'bonus' || role === 'equity'));
  const first = rewards[0];
  const last = rewards[rewards.length - 1];
  if (!first || !last) return false;
  if (opens)
    return (
      first.from - base.to <= 1 && ',+&'.includes(r.lexemes[base.to]?.text || ' ') && r.lexemes[last.to]?.text === ')'
    );
  return together.has(r.lexemes[last.to]?.text ?? '');
}

/** How much of a text is looked through behind its amount. */
const MOST_LEXEMES = 100;

/** Where what comes on top of the amount begins: a plus sign, or a word that joins. */
function firstAdded(r: Reading, from: number, within: ReadonlySet<string>): number {
  const end = Math.min(r.lexemes.length, from + MOST_LEXEMES);
  for (let at = from; at < end; at++) {
    const { text, type } = r.lexemes[at] as Lexeme;
    if (text === '+' || text === '&') return at;
    if (type === 'word' && !within.has(text) && startsAt(r.marks.apart, at)) return at;
  }
  return end;
}

/** `incl. 15% bonus`, `bonus included`: a reward is part of the amount. */
function takesIn(r: Reading, from: number, to: number, within: ReadonlySet<string>, not: ReadonlySet<string>): boolean {
  const rewards = r.marks.terms.filter(
    (mark) => (mark.role === 'bonus' || mark.role === 'equity') && mark.from < to + WITHIN,
  );
  for (let at = from; at < to && rewards.length > 0; at++) {
    const { text, type } = r.lexemes[at] as Lexeme;
    if (type !== 'word' || !within.has(text) || not.has(r.lexemes[at - 1]?.text ?? '')) continue;
    if (rewards.some((mark) => mark.to === at || (mark.from > at && mark.from - at <= WITHIN))) return true;
  }
  return false;
}

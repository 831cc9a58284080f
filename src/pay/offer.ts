import { periodAt } from './amount.ts';
import type { Lexeme } from './lexemes.ts';
import { isLoose, PARTS, startsAt, type View } from './nature.ts';

/** Words behind `plus` among which the reward that comes on top is named. */
const REWARD = 4;

/**
 * Whether an amount among the benefits stands for itself, as pay does: nothing beside it but its period, `gross`, `DOE`, and
 * what comes on top (`plus equity`: `on-top`). A budget or a bonus says what it is for.
 */
export function bareOffer(view: View): 'bare' | 'on-top' | undefined {
  const { r, money, sentence } = view;
  for (let at = money.from - 1; at >= sentence[0] && !ends(r.lexemes, at); at--)
    if (r.lexemes[at]?.type !== 'mark') return undefined;
  let at = money.to;
  while (at < sentence[1] && !ends(r.lexemes, at)) {
    const lexeme = r.lexemes[at] as Lexeme;
    const term = r.terms.get(at);
    const own =
      term && (term.role === 'gross' || term.role === 'net' || term.role === 'doe' || term.role === 'contract');
    if (lexeme.text === '+' || startsAt(r.marks.apart, at)) return isReward(view, at + 1) ? 'on-top' : undefined;
    const next = own
      ? term.to
      : (periodAt(r, at)?.to ?? (lexeme.type === 'mark' || lexeme.type === 'currency' ? at + 1 : at));
    if (next === at) return undefined;
    at = next;
  }
  return 'bare';
}

function isReward({ r, sentence }: View, from: number): boolean {
  for (let at = from; at < Math.min(sentence[1], from + REWARD); at++) {
    const role = r.terms.get(at)?.role;
    if (role === 'equity' || role === 'bonus' || role === 'super') return true;
  }
  return false;
}

function ends(lexemes: readonly Lexeme[], at: number): boolean {
  const lexeme = lexemes[at];
  if (!lexeme || lexeme.type === 'stop' || isLoose(lexemes, at)) return true;
  return lexeme.type === 'mark' && PARTS.includes(lexeme.text);
}

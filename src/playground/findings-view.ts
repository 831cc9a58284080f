/** What was found, as cards, the gravest first. */
import { RANK } from '../tally.ts';
import { type Card, type CardEvents, type CardLook, changesOf, createCard } from './card.ts';
import { element } from './element.ts';
import type { Fixes } from './fixes-offered.ts';
import type { Look, Shown } from './protocol.ts';

export interface FindingsView {
  /** Shows what was found in a text. */
  render(look: Look, text: string, fixes: Fixes): void;
  /** Marks the card of the finding at an offset, and brings it into sight. */
  mark(offset: number): void;
}

/** Gravest first; what is waived last. The sort keeps the order of place among equals. */
const weight = ({ finding }: Shown) => (finding.waived ? 0 : RANK[finding.severity]);

/** A list of cards in an element. */
export function createFindingsView(list: HTMLElement, on: CardEvents): FindingsView {
  let shown: readonly Shown[] = [];
  let cards: readonly Card[] = [];
  /** The cards that stand there, by name; each with what it looks like. */
  let standing = new Map<string, { readonly card: Card; readonly state: string }>();
  /** What was opened for the finding at the caret, and closes when the caret leaves it. */
  let unfolded: HTMLDetailsElement | undefined;

  return {
    render(look, text, fixes) {
      const wasEmpty = standing.size === 0;
      const next: typeof standing = new Map();
      shown = [...look.shown].sort((a, b) => weight(b) - weight(a));
      cards = shown.map((each) => {
        const name = nameFor(each, next);
        const card = cardFor(name, each, cardLook(each, text, fixes));
        card.tell(each);
        return card;
      });
      standing = next;
      if (wasEmpty && cards[0]) cards[0].why.open = true;
      const problems = look.problems.map(({ message }) => element('li', { class: 'card problem' }, [message]));
      put([...cards.map(({ root }) => root), ...problems]);

      /** The card that stands there where it looks the same, so that typing does not make all cards anew. */
      function cardFor(name: string, each: Shown, made: CardLook): Card {
        const state = JSON.stringify(made);
        const old = standing.get(name);
        if (old?.state === state) {
          next.set(name, old);
          return old.card;
        }
        const card = createCard(name, made, each, on);
        card.why.open = old?.card.why.open ?? false;
        next.set(name, { card, state });
        return card;
      }
    },
    mark(offset) {
      const index = shown.findIndex(({ finding: { span } }) => span.start <= offset && offset <= span.end);
      const card = cards[index];
      for (const each of cards) each.root.classList.toggle('current', each === card);
      if (unfolded) unfolded.open = false;
      unfolded = card?.why.open === false ? card.why : undefined;
      if (unfolded) unfolded.open = true;
      card?.root.scrollIntoView({ block: 'nearest' });
    },
  };

  /** Puts items into the list, where they are not there already; the focus stays where it was. */
  function put(items: readonly HTMLElement[]): void {
    const same = items.length === list.children.length && items.every((item, at) => item === list.children[at]);
    if (same) return;
    const focused = document.activeElement?.id ?? '';
    list.replaceChildren(...items);
    if (focused !== '') document.getElementById(focused)?.focus({ preventScroll: true });
  }
}

/** A name that stays the same while one types: the rule’s, and a number where it speaks more than once. */
function nameFor({ finding }: Shown, taken: ReadonlyMap<string, unknown>): string {
  let number = 0;
  while (taken.has(`${finding.rule}-${number}`)) number++;
  return `${finding.rule}-${number}`;
}

function cardLook(each: Shown, text: string, fixes: Fixes): CardLook {
  const { finding, title, lacks } = each;
  const { severity, message, why, fix, rule, waived } = finding;
  return {
    title,
    severity,
    message,
    why,
    fix,
    rule,
    ...(waived ? { waived: waived.reason } : {}),
    ...(fixes.offers(each) ? { changes: changesOf(each, text) } : {}),
    lacks,
  };
}

/** What was found, as cards: what is wrong, why, how to mend it, and a button that does. */
import { RANK } from '../tally.ts';
import type { Severity } from '../types/place.ts';
import { element } from './element.ts';
import type { Fixes } from './fixes-offered.ts';
import type { DeclaredField, Look, Shown } from './protocol.ts';

/** What is asked for on a card. */
export interface CardEvents {
  fix(shown: Shown): void;
  goTo(shown: Shown): void;
  /** What the header lacks is to be chosen. */
  choose(field: DeclaredField): void;
}

export interface FindingsView {
  /** Shows what was found in a text. */
  render(look: Look, text: string, fixes: Fixes): void;
  /** Marks the card of the finding at an offset, and brings it into sight. */
  mark(offset: number): void;
}

const NAMES: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', notice: 'Notice' };

/** How much of the line is shown before and after an edit, in characters. */
const AROUND = 28;

/** Longest text of an edit that is shown whole. */
const PREVIEW = 120;

/** Gravest first; what is waived last. The sort keeps the order of place among equals. */
const weight = ({ finding }: Shown) => (finding.waived ? 0 : RANK[finding.severity]);

/** The list of cards in an element. */
export function createFindingsView(list: HTMLElement, on: CardEvents): FindingsView {
  let drawn = '';
  /** What was opened for the finding at the caret, and closes when the caret leaves it. */
  let unfolded: HTMLDetailsElement | null | undefined;
  let shown: readonly Shown[] = [];

  return {
    render(look, text, fixes) {
      const state = JSON.stringify([look.shown, look.problems, look.shown.map(fixes.offers)]);
      if (state === drawn) return;
      drawn = state;
      shown = [...look.shown].sort((a, b) => weight(b) - weight(a));
      const open = new Set([...list.querySelectorAll('details[open]')].map(({ id }) => id));
      const first = list.childElementCount === 0;
      const focused = document.activeElement?.id ?? '';
      const seen = new Map<string, number>();
      const cards = shown.map((each, index) => {
        const name = `${each.finding.rule}-${seen.get(each.finding.rule) ?? 0}`;
        seen.set(each.finding.rule, (seen.get(each.finding.rule) ?? 0) + 1);
        const isOpen = (first && index === 0) || open.has(`why-${name}`);
        const lacks = look.lacking.find((field) => field === each.finding.found);
        return cardOf(each, { name, isOpen, mends: fixes.offers(each), lacks }, text, on);
      });
      const problems = look.problems.map(({ message }) => element('li', { class: 'card problem' }, [message]));
      list.replaceChildren(...cards, ...problems);
      if (focused !== '') document.getElementById(focused)?.focus();
    },
    mark(offset) {
      const index = shown.findIndex(({ finding: { span } }) => span.start <= offset && offset <= span.end);
      for (const card of list.querySelectorAll('.current')) card.classList.remove('current');
      const card = list.children[index];
      card?.classList.add('current');
      const why = card?.querySelector<HTMLDetailsElement>('details:not([open])');
      if (unfolded) unfolded.open = false;
      if (why) why.open = true;
      unfolded = why;
      card?.scrollIntoView({ block: 'nearest' });
    },
  };
}

interface CardLook {
  /** Tells the card from the others, and stays the same while one types. */
  readonly name: string;
  readonly isOpen: boolean;
  /** Its fix is offered. */
  readonly mends: boolean;
  /** What the header lacks, where the finding tells of that. */
  readonly lacks: DeclaredField | undefined;
}

function cardOf(shown: Shown, { name, isOpen, mends, lacks }: CardLook, text: string, on: CardEvents): HTMLElement {
  const { finding, title } = shown;
  const why = element('details', { id: `why-${name}`, open: isOpen }, [
    element('summary', {}, ['Why, and what to do']),
    element('p', {}, [finding.why]),
    element('p', {}, [element('strong', {}, ['What to do: ']), finding.fix]),
    element('p', { class: 'rule' }, [`Rule ${finding.rule}`]),
  ]);
  const place = element(
    'button',
    { class: 'quiet', id: `place-${name}`, type: 'button', click: () => on.goTo(shown) },
    [`Line ${finding.line}`],
  );
  const head = element('div', { class: 'card-head' }, [
    element('span', { class: 'badge' }, [finding.waived ? 'Waived' : NAMES[finding.severity]]),
    element('h3', {}, [title]),
    place,
  ]);
  const body: Node[] = [head, element('p', { class: 'message' }, [finding.message])];
  if (finding.waived) body.push(element('p', {}, [`Waived: ${finding.waived.reason}`]));
  if (lacks) {
    const choose = { class: 'main', id: `choose-${name}`, type: 'button', click: () => on.choose(lacks) };
    body.push(element('div', {}, [element('button', choose, [`Choose the ${lacks}`])]));
  }
  if (mends) body.push(fixOf(shown, name, text, on));
  return element('li', { class: `card ${finding.waived ? 'waived' : finding.severity}` }, [...body, why]);
}

/** What a fix would change, and the button that does it. */
function fixOf(shown: Shown, name: string, text: string, on: CardEvents): HTMLElement {
  const lines = (shown.finding.edits ?? []).map(({ span, text: added }) => {
    const removed = text.slice(span.start, span.end);
    return element('p', {}, [
      /[^\n]*$/.exec(text.slice(Math.max(0, span.start - AROUND), span.start))?.[0] ?? '',
      ...(removed.trim() ? [element('del', {}, [preview(removed)])] : []),
      ...(added.trim() ? [element('ins', {}, [preview(added)])] : []),
      removed.endsWith('\n') ? '' : (/^[^\n]*/.exec(text.slice(span.end, span.end + AROUND))?.[0] ?? ''),
    ]);
  });
  const button = element('button', { class: 'main', id: `fix-${name}`, type: 'button', click: () => on.fix(shown) }, [
    'Apply the fix',
  ]);
  return element('div', { class: 'fix' }, [element('div', { class: 'change' }, lines), button]);
}

function preview(text: string): string {
  const line = text.trim().replace(/\s*\n\s*/g, ' ⏎ ');
  return line.length <= PREVIEW ? line : `${line.slice(0, PREVIEW - 1)}…`;
}

/** A finding's card: what is wrong, why, what to do, and a button that does it. */
import type { Severity } from '../types/place.ts';
import { element } from './element.ts';
import { capital, withCode } from './prose.ts';
import type { DeclaredField, Shown } from './protocol.ts';

/** What is asked for on a card. */
export interface CardEvents {
  fix(shown: Shown): void;
  goTo(shown: Shown): void;
  /** What the header lacks is to be chosen. */
  choose(field: DeclaredField): void;
}

/** All that a card looks like, but for its line. */
export interface CardLook {
  readonly title: string;
  readonly severity: Severity;
  readonly message: string;
  readonly why: string;
  readonly fix: string;
  readonly rule: string;
  /** Reason of the waiver. */
  readonly waived?: string;
  /** What its fix would change, where that is offered. */
  readonly changes?: readonly Change[];
  readonly lacks: readonly DeclaredField[];
}

/** What an edit changes, with the words of the line around it. */
interface Change {
  readonly before: string;
  readonly removed: string;
  readonly added: string;
  readonly after: string;
}

/** A card on the page. It stays while its look does: the finding that it tells of may move to another line. */
export interface Card {
  readonly root: HTMLElement;
  readonly why: HTMLDetailsElement;
  /** Tells it of the finding in a new text. */
  tell(shown: Shown): void;
}

const NAMES: Readonly<Record<Severity, string>> = { error: 'Error', warning: 'Warning', notice: 'Notice' };

/** How much of the line is shown before and after an edit, in characters. */
const AROUND = 28;

/** Longest text of an edit that is shown whole. */
const PREVIEW = 120;

/** What the edits of a finding change in a text. */
export function changesOf({ finding }: Shown, text: string): Change[] {
  return (finding.edits ?? []).map(({ span, text: added }) => {
    const removed = text.slice(span.start, span.end);
    const before = /[^\n]*$/.exec(text.slice(Math.max(0, span.start - AROUND), span.start))?.[0] ?? '';
    const after = removed.endsWith('\n') ? '' : (/^[^\n]*/.exec(text.slice(span.end, span.end + AROUND))?.[0] ?? '');
    return { before, removed: preview(removed), added: preview(added), after };
  });
}

function preview(text: string): string {
  const line = text.trim().replace(/\s*\n\s*/g, ' ⏎ ');
  return line.length <= PREVIEW ? line : `${line.slice(0, PREVIEW - 1)}…`;
}

/** Makes a card; `name` tells it from the others. */
export function createCard(name: string, look: CardLook, first: Shown, on: CardEvents): Card {
  let shown = first;
  const place = element('button', { class: 'quiet', id: `place-${name}`, type: 'button', click: () => on.goTo(shown) });
  const why = element('details', { id: `why-${name}` }, [
    element('summary', {}, ['Why, and what to do']),
    element('p', {}, withCode(look.why)),
    element('p', {}, [element('strong', {}, ['What to do: ']), ...withCode(look.fix)]),
    element('p', { class: 'rule' }, [`Rule ${look.rule}`]),
  ]);
  const head = element('div', { class: 'card-head' }, [
    element('span', { class: 'badge' }, [look.waived === undefined ? NAMES[look.severity] : 'Waived']),
    element('h3', {}, [look.title]),
    place,
  ]);
  const body: Node[] = [head, element('p', { class: 'message' }, withCode(capital(look.message)))];
  if (look.waived !== undefined) body.push(element('p', {}, [`Waived: ${look.waived}`]));
  const { lacks, changes } = look;
  if (lacks.length > 0) {
    const buttons = lacks.map((field) => {
      const choose = { class: 'main', id: `choose-${name}-${field}`, type: 'button', click: () => on.choose(field) };
      return element('button', choose, [`Choose the ${field}`]);
    });
    body.push(element('div', { class: 'actions' }, buttons));
  }
  if (changes) {
    const click = () => on.fix(shown);
    const button = element('button', { class: 'main', id: `fix-${name}`, type: 'button', click }, ['Apply the fix']);
    body.push(element('div', { class: 'fix' }, [element('div', { class: 'change' }, changes.map(lineOf)), button]));
  }
  const tone = look.waived === undefined ? look.severity : 'waived';
  return {
    root: element('li', { class: `card ${tone}` }, [...body, why]),
    why,
    tell(next) {
      shown = next;
      place.textContent = `Line ${next.finding.line}`;
    },
  };
}

function lineOf({ before, removed, added, after }: Change): HTMLElement {
  const parts = [
    before,
    ...(removed ? [element('del', {}, [removed])] : []),
    ...(added ? [element('ins', {}, [added])] : []),
    after,
  ];
  return element('p', {}, parts);
}

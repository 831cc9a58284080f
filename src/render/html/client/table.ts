import { rows } from './data.ts';
import { byId, element } from './element.ts';
import { COLUMNS, rowElement } from './rows.ts';
import { hashOf, type State } from './state.ts';

/** Rows that are made beyond the window, above and below. */
const SPARE = 12;
/** Rows that go to paper: more fill a ream. */
const PRINTED = 2000;

/** The list of postings. Only rows in the window exist, so that ten thousand cost no more than fifty. */
export interface List {
  readonly show: (indexes: readonly number[], state: State) => void;
  /** Moves the keyboard to a posting, a step on (1) or back (-1) from the one it is on. */
  readonly step: (by: number) => void;
  /** Moves the keyboard to a posting. */
  readonly focus: (index: number) => void;
}

/** Makes the list in the page; `sortBy` is called with the column whose head was pressed. */
export function createList(sortBy: (column: string) => void): List {
  const table = byId('table') as HTMLTableElement;
  // On a phone its rows are laid out as cards, which would take the roles of a table away.
  table.setAttribute('role', 'table');
  const heads = COLUMNS.map(([name, words]) => {
    const button = element('button', { type: 'button' }, words);
    button.addEventListener('click', () => sortBy(name));
    return element('th', { role: 'columnheader', scope: 'col', class: name }, button);
  });
  const above = element('tbody', { class: 'space', 'aria-hidden': 'true' });
  const body = element('tbody', { role: 'rowgroup' });
  const below = element('tbody', { class: 'space', 'aria-hidden': 'true' });
  table.append(element('thead', { role: 'rowgroup' }, element('tr', { role: 'row' }, ...heads)), above, body, below);

  let shown: readonly number[] = [];
  let state: State | undefined;
  let made = new Map<number, HTMLTableRowElement>();
  let printing = false;

  const rowHeight = () => Number.parseFloat(getComputedStyle(table).getPropertyValue('--row')) || 56;
  const draw = () => {
    if (table.offsetParent === null) return;
    const height = rowHeight();
    const top = table.getBoundingClientRect().top + (table.tHead?.offsetHeight ?? 0);
    const first = printing ? 0 : Math.max(0, Math.floor(-top / height) - SPARE);
    const last = printing ? PRINTED : Math.ceil((innerHeight - top) / height) + SPARE;
    const wanted = new Map<number, HTMLTableRowElement>();
    for (let at = first; at < Math.min(last, shown.length); at++) {
      const index = shown[at]!;
      const row = made.get(index) ?? rowElement(rows[index]!, index, hashOf({ ...state!, open: rows[index]!.path }));
      row.setAttribute('aria-rowindex', String(at + 2));
      wanted.set(index, row);
    }
    const list = [...wanted.values()];
    // Rows that stay are not moved: the keyboard would lose its place.
    for (const [index, row] of made) if (!wanted.has(index)) row.remove();
    list.forEach((row, at) => {
      if (body.children[at] !== row) body.insertBefore(row, body.children[at] ?? null);
    });
    made = wanted;
    above.style.height = `${first * height}px`;
    below.style.height = `${Math.max(0, shown.length - first - list.length) * height}px`;
    if (printing) below.style.height = '0';
  };
  const link = (index: number) => made.get(index)?.querySelector<HTMLAnchorElement>('a.title');
  const focus = (index: number) => {
    const at = shown.indexOf(index);
    if (at < 0) return;
    const height = rowHeight();
    const top = table.getBoundingClientRect().top + (table.tHead?.offsetHeight ?? 0) + at * height;
    if (top < 80 || top + height > innerHeight) scrollBy({ top: top - innerHeight / 2 });
    draw();
    link(index)?.focus({ preventScroll: true });
  };
  addEventListener('scroll', () => requestAnimationFrame(draw), { passive: true });
  addEventListener('resize', draw);
  addEventListener('beforeprint', () => {
    printing = true;
    draw();
  });
  addEventListener('afterprint', () => {
    printing = false;
    draw();
  });
  return {
    show(indexes, next) {
      shown = indexes;
      state = next;
      for (const row of made.values()) row.remove();
      made = new Map();
      table.setAttribute('aria-rowcount', String(indexes.length + 1));
      COLUMNS.forEach(([name], at) => {
        const order = next.sort === name ? 'ascending' : next.sort === `-${name}` ? 'descending' : 'none';
        heads[at]!.setAttribute('aria-sort', order);
      });
      draw();
    },
    step(by) {
      const on = document.activeElement?.getAttribute('data-index');
      const at = on ? shown.indexOf(Number(on)) + by : 0;
      const index = shown[Math.min(Math.max(at, 0), shown.length - 1)];
      if (index !== undefined) focus(index);
    },
    focus,
  };
}

import type { Facts, Row } from '../shape.ts';
import { byId, element } from './element.ts';
import { SEVERITIES, UNSAID } from './filter.ts';
import { START, type State } from './state.ts';

/** The controls above the list. */
export interface Filters {
  /** Sets them to what a state says. */
  readonly set: (state: State) => void;
  readonly search: HTMLInputElement;
}

type Name = 'lane' | 'level' | 'place' | 'severity' | 'rule' | 'pay';

/** Makes the controls; `change` is called with what a reader changed. */
export function createFilters(
  rows: readonly Row[],
  { levels, rules }: Facts,
  change: (part: Partial<State>) => void,
): Filters {
  const form = byId('filters') as HTMLFormElement;
  const search = element('input', {
    type: 'search',
    id: 'search',
    placeholder: 'Title, path or words of the text',
    autocomplete: 'off',
  });
  const lists = new Map<Name, HTMLSelectElement>();
  const add = (name: Name, label: string, values: readonly (readonly [value: string, words: string])[]) => {
    const select = element('select', { id: `by-${name}` }, element('option', { value: '' }, 'all'));
    select.append(...values.map(([value, words]) => element('option', { value }, words)));
    select.addEventListener('change', () => change({ [name]: select.value }));
    lists.set(name, select);
    form.append(element('label', { for: select.id }, element('span', {}, label), select));
  };
  form.append(element('label', { for: search.id, class: 'search' }, element('span', {}, 'Search'), search));
  add(
    'lane',
    'Lane',
    said(rows, ({ lane }) => lane),
  );
  const rank = (level: string) => levels.indexOf(level);
  add(
    'level',
    'Level',
    said(rows, ({ level }) => level).sort(([a], [b]) => rank(a) - rank(b)),
  );
  add(
    'place',
    'Place',
    said(rows, ({ place }) => place),
  );
  const standings = [...new Set(rows.map(({ pay }) => pay.standing))].sort();
  add(
    'pay',
    'Pay',
    standings.map((each) => [each, each === 'none' ? 'not compared' : `${each} the band`]),
  );
  add(
    'severity',
    'Severity',
    SEVERITIES.map((each) => [each, each]),
  );
  const titles = Object.entries(rules).sort(([, a], [, b]) => (a < b ? -1 : 1));
  add('rule', 'Finding', titles);
  const reset = element('button', { type: 'button', class: 'reset' }, 'Reset');
  form.append(reset);
  for (const button of document.querySelectorAll('button.reset')) {
    button.addEventListener('click', () => {
      change({ ...START });
      search.focus();
    });
  }
  search.addEventListener('input', () => change({ text: search.value }));
  form.addEventListener('submit', (event) => event.preventDefault());
  return {
    search,
    set(state) {
      if (search.value !== state.text) search.value = state.text;
      for (const [name, select] of lists) {
        select.value = state[name];
        select.toggleAttribute('data-on', select.value !== '');
      }
      reset.hidden = !state.text && [...lists.values()].every(({ value }) => value === '');
    },
  };
}

/** Values that postings say, and a mark for those that do not. */
function said(rows: readonly Row[], wordOf: (row: Row) => string | null): [string, string][] {
  const values = [...new Set(rows.map((row) => wordOf(row) ?? UNSAID))].sort();
  return values.map((value) => [value, value === UNSAID ? 'not said' : value]);
}

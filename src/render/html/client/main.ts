import { showCounts } from './counts.ts';
import { facts, loadTexts, rows, texts } from './data.ts';
import { byId } from './element.ts';
import { selected } from './filter.ts';
import { createFilters } from './filters.ts';
import { listen, openPosting, showFinding } from './posting.ts';
import { hashOf, type State, stateOf } from './state.ts';
import { createList } from './table.ts';

let state = stateOf(location.hash);
let shown: number[] = [];
/** The posting that was open last, to come back to in the list. */
let left = -1;
const title = document.title;

const list = createList((column) => go({ sort: state.sort === column ? `-${column}` : column }));
const filters = createFilters(rows, facts, go);

/** Changes what is looked at. A filter takes the place of the one before in the history; opening a posting does not. */
function go(part: Partial<State>): void {
  history.replaceState(null, '', hashOf({ ...state, ...part }));
  void follow();
}

async function follow(): Promise<void> {
  const before = state;
  state = stateOf(location.hash);
  filters.set(state);
  const index = state.open === '' ? -1 : rows.findIndex(({ path }) => path === state.open);
  const isOpen = index >= 0;
  if (!isOpen || shown.length === 0) {
    shown = selected(rows, texts, state, facts.levels);
  }
  if (isOpen) {
    if (index !== left || before.open !== state.open || byId('posting').hidden) await open(index);
    if (state.finding !== '') showFinding(state.finding, 'address');
    return;
  }
  const cameBack = !byId('posting').hidden;
  byId('posting').hidden = true;
  byId('summary').hidden = false;
  byId('overview').hidden = false;
  document.title = title;
  byId('status').textContent = `${shown.length.toLocaleString('en-US')} of ${rows.length.toLocaleString('en-US')}`;
  byId('empty').hidden = shown.length > 0;
  list.show(shown, state);
  showCounts(
    shown.map((each) => rows[each]!),
    facts,
    state.rule,
    (rule) => go({ rule }),
  );
  if (cameBack && left >= 0) list.focus(left);
  if (state.text !== '' && texts.length < rows.length) {
    byId('status').append(' · reading texts…');
    await loadTexts();
    if (state.open === '') void follow();
  }
}

async function open(index: number): Promise<void> {
  const at = shown.indexOf(index);
  const address = (to: number) => {
    const next = shown[to];
    return next === undefined || at < 0 ? {} : hashOf({ ...state, open: rows[next]!.path, finding: '' });
  };
  const [before, after] = [address(at - 1), address(at + 1)];
  await openPosting(index, {
    back: hashOf({ ...state, open: '', finding: '' }),
    ...(typeof before === 'string' ? { before } : {}),
    ...(typeof after === 'string' ? { after } : {}),
    place: at < 0 ? '' : `${at + 1} of ${shown.length}`,
  });
  left = index;
  byId('overview').hidden = true;
  byId('summary').hidden = true;
  byId('posting').hidden = false;
  scrollTo(0, 0);
  byId('posting').querySelector('h2')?.focus({ preventScroll: true });
}

/** Keys as in mail and code review: j and k or the arrows in the list, n, p and u in a posting, / for the search. */
addEventListener('keydown', (event) => {
  const target = event.target as Element;
  if (event.metaKey || event.ctrlKey || event.altKey || target.matches('input, select, textarea')) return;
  const isOpen = !byId('posting').hidden;
  const inList = target.matches('a.title') || target === document.body;
  if (isOpen) {
    const way = document.querySelector<HTMLAnchorElement>(
      `a[data-key="${event.key === 'Escape' ? 'u' : CSS.escape(event.key)}"]`,
    );
    way?.click();
    return;
  }
  if (event.key === '/') filters.search.focus();
  else if (event.key === 'j' || (inList && event.key === 'ArrowDown')) list.step(1);
  else if (event.key === 'k' || (inList && event.key === 'ArrowUp')) list.step(-1);
  else return;
  event.preventDefault();
});

document.querySelector('a.skip')!.addEventListener('click', (event) => {
  // Its own way, as the address says what is looked at.
  event.preventDefault();
  (byId('posting').hidden ? byId('list') : byId('posting').querySelector('h2'))?.focus();
});
filters.search.addEventListener('focus', () => void loadTexts().then(follow), { once: true });
addEventListener('hashchange', () => void follow());
// What scrolls must be in reach of the keyboard.
byId('chart').tabIndex = 0;
listen();
void follow();

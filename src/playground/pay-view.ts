/** The pay beside the market: one answer, a picture of bars, and the table behind it. */
import { shortAmount } from '../render/html/money.ts';
import { listOf } from '../wording.ts';
import { element } from './element.ts';
import { axisOf, figures, type PayRow, payAnswer, payRows } from './pay-answer.ts';
import { DECLARED_FIELDS, type Look } from './protocol.ts';

/** Gives what shows in an element how the pay of a text stands. */
export function createPayView(parent: HTMLElement): (look: Look) => void {
  let drawn = '';
  return ({ comparison, showBands, declared }) => {
    const state = JSON.stringify([comparison, showBands, declared]);
    if (state !== drawn) render(parent, { comparison, showBands, declared });
    drawn = state;
  };
}

type Posted = NonNullable<Look['comparison']['posted']>;

function render(
  parent: HTMLElement,
  { comparison, showBands, declared }: Pick<Look, 'comparison' | 'showBands' | 'declared'>,
): void {
  const { standing, head, text } = payAnswer(comparison, showBands);
  const rows = payRows(comparison, showBands);
  const undeclared = DECLARED_FIELDS.filter((field) => declared[field] === undefined);
  const lacks =
    undeclared.length > 0 && `Choose the ${listOf(undeclared)} above: they say which band it is held beside.`;
  const open = parent.querySelector('details')?.open ?? false;
  parent.dataset.standing = standing;
  parent.replaceChildren(
    element('p', { class: 'answer' }, [head]),
    element('p', {}, [lacks ? `${text} ${lacks}` : text]),
    ...(comparison.posted && rows.length > 1
      ? [pictureOf(rows, comparison.posted, `${head}. ${text}`), tableOf(rows, comparison.posted, open)]
      : []),
  );
}

function pictureOf(rows: readonly PayRow[], posted: Posted, label: string): HTMLElement {
  const marks = axisOf(rows);
  const [low, high] = [marks[0] ?? 0, marks.at(-1) ?? 1];
  const percent = (amount: number) => `${((amount - low) / (high - low)) * 100}%`;
  const lane = (name: string, figures: string, bars: readonly HTMLElement[]) =>
    element('div', { class: 'pay-row' }, [
      element('span', {}, [name, element('small', {}, [figures])]),
      element('div', { class: 'track' }, bars),
    ]);
  const bar = ({ kind, min, max }: PayRow) => {
    const made = element('i', { class: min === max ? `${kind} point` : kind });
    made.style.left = percent(min);
    if (min !== max) made.style.width = `${((max - min) / (high - low)) * 100}%`;
    return made;
  };
  const ranges = rows.filter(({ kind }) => kind !== 'benchmark');
  // Single figures are drawn over ranges.
  const benchmarks = rows
    .filter(({ kind }) => kind === 'benchmark')
    .sort((a, b) => Number(a.min === a.max) - Number(b.min === b.max));
  const axis = marks.map((amount) => {
    const mark = element('span', {}, [shortAmount(amount, posted.currency, posted.lakh)]);
    mark.style.left = percent(amount);
    return mark;
  });
  return element('div', { class: 'picture', role: 'img', 'aria-label': label }, [
    ...ranges.map((row) => lane(row.name, figures(row, posted), [bar(row)])),
    ...(benchmarks.length > 0
      ? [lane('Published elsewhere', `${benchmarks.length} sources`, benchmarks.map(bar))]
      : []),
    element('div', { class: 'pay-row axis' }, [element('span'), element('div', { class: 'track' }, axis)]),
  ]);
}

function tableOf(rows: readonly PayRow[], posted: Posted, open: boolean): HTMLElement {
  const cells = ({ name, source, note, ...row }: PayRow) => [
    element('td', {}, [name, ...[source, note].flatMap((words) => (words ? [element('small', {}, [words])] : []))]),
    element('td', { class: 'figure' }, [figures(row, posted)]),
  ];
  return element('details', { open }, [
    element('summary', {}, ['The figures']),
    element('table', {}, [
      element('thead', {}, [
        element(
          'tr',
          {},
          ['What, and who says so', 'A year'].map((name) => element('th', { scope: 'col' }, [name])),
        ),
      ]),
      element(
        'tbody',
        {},
        rows.map((row) => element('tr', {}, cells(row))),
      ),
    ]),
  ]);
}

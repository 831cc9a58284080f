import type { Facts, Row } from '../shape.ts';
import { byId, element } from './element.ts';
import { SEVERITIES } from './filter.ts';

/** Rules that are listed before the reader asks for all. */
const FIRST = 8;

interface Count {
  readonly rule: string;
  postings: number;
  findings: number;
  severity: string;
}

/** How often each rule found something in these postings; pressing one shows its postings. */
export function showCounts(
  rows: readonly Row[],
  { rules }: Facts,
  chosen: string,
  choose: (rule: string) => void,
): void {
  const counts = countsOf(rows);
  const most = counts[0]?.postings ?? 0;
  const items = counts.map((count) => rowOf(count, rules[count.rule] ?? count.rule, most, chosen, choose));
  const place = byId('counts');
  if (items.length === 0) {
    place.replaceChildren(element('p', { class: 'quiet' }, 'Nothing was found in these postings.'));
    return;
  }
  const heads = ['Finding', 'Postings', 'Findings'].map((head) => element('th', { scope: 'col' }, head));
  const table = element('table', {}, element('thead', {}, element('tr', {}, ...heads)), element('tbody', {}, ...items));
  const isOpen = place.querySelector('table.all') !== null || counts.slice(FIRST).some(({ rule }) => rule === chosen);
  const open = () => table.classList.add('all');
  if (isOpen) open();
  const more = element('button', { type: 'button', class: 'more' }, `Show all ${counts.length}`);
  more.addEventListener('click', () => {
    open();
    more.remove();
    items[FIRST]?.querySelector('button')?.focus();
  });
  place.replaceChildren(table, ...(counts.length > FIRST && !isOpen ? [more] : []));
}

function countsOf(rows: readonly Row[]): Count[] {
  const counts = new Map<string, Count>();
  for (const { found } of rows) {
    const here = new Set<string>();
    for (const [rule, severity] of found) {
      const count = counts.get(rule) ?? { rule, postings: 0, findings: 0, severity };
      counts.set(rule, count);
      count.findings++;
      if (!here.has(rule)) count.postings++;
      here.add(rule);
      if (graver(severity, count.severity)) count.severity = severity;
    }
  }
  return [...counts.values()].sort(
    (a, b) => b.postings - a.postings || b.findings - a.findings || (a.rule < b.rule ? -1 : 1),
  );
}

function graver(one: string, other: string): boolean {
  const rank = (severity: string) => SEVERITIES.indexOf(severity as (typeof SEVERITIES)[number]);
  return rank(one) < rank(other);
}

function rowOf(
  { rule, postings, findings, severity }: Count,
  title: string,
  most: number,
  chosen: string,
  choose: (rule: string) => void,
) {
  const pressed = rule === chosen;
  const button = element('button', { type: 'button', 'aria-pressed': String(pressed) }, title);
  button.addEventListener('click', () => choose(pressed ? '' : rule));
  const meter = element('span', { class: `meter ${severity}`, 'aria-hidden': 'true' });
  meter.style.width = `${Math.max(1.5, (postings / most) * 100)}%`;
  return element(
    'tr',
    { class: severity },
    element('th', { scope: 'row' }, button, element('span', { class: 'track' }, meter)),
    element('td', {}, postings.toLocaleString('en-US')),
    element('td', {}, findings.toLocaleString('en-US')),
  );
}

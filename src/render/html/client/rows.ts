import type { Row } from '../shape.ts';
import { element } from './element.ts';
import { countOf, UNSAID } from './filter.ts';

/** Columns of the overview by what they are sorted by. */
export const COLUMNS = [
  ['title', 'Posting'],
  ['lane', 'Lane'],
  ['level', 'Level'],
  ['place', 'Place'],
  ['pay', 'Pay a year'],
  ['found', 'Findings'],
] as const;

/** A posting as a row of the overview. */
export function rowElement(row: Row, index: number, address: string): HTMLTableRowElement {
  const { title, path, lane, level, place } = row;
  const link = element('a', { href: address, class: 'title', 'data-index': String(index) }, title ?? path);
  return element(
    'tr',
    { role: 'row' },
    element('td', { role: 'cell', class: 'posting' }, link, element('span', { class: 'path', title: path }, path)),
    element('td', { role: 'cell', class: 'lane' }, lane ?? UNSAID),
    element('td', { role: 'cell', class: 'level' }, level ?? UNSAID),
    element('td', { role: 'cell', class: 'place', title: place ?? '' }, place ?? UNSAID),
    element('td', { role: 'cell', class: 'pay' }, ...payParts(row)),
    element('td', { role: 'cell', class: 'found' }, badges(row)),
  );
}

function badges(row: Row): HTMLElement {
  const kinds = (['error', 'warning', 'notice'] as const).flatMap((kind) => {
    const count = countOf(row, kind);
    if (count === 0) return [];
    const words = `${count} ${kind}${count === 1 ? '' : 's'}`;
    return [
      element(
        'span',
        { class: `badge ${kind}`, title: words },
        String(count),
        element('span', { class: 'unseen-text' }, ` ${kind}${count === 1 ? '' : 's'} `),
      ),
    ];
  });
  return kinds.length ? element('span', {}, ...kinds) : element('span', { class: 'quiet' }, 'none');
}

function payParts({ pay }: Row): Node[] {
  if (pay.text === null) return [element('span', { class: 'quiet' }, 'not stated')];
  const words =
    pay.standing === 'none'
      ? 'not compared'
      : pay.standing === 'wider than'
        ? 'wider than band'
        : `${pay.standing} band`.replace('inside band', 'inside the band');
  const standing = element('span', { class: `standing ${toneOf(pay.standing)}` }, words);
  const parts: Node[] = [element('span', { class: 'figures' }, pay.text), standing];
  if (pay.beside) parts.push(strip(pay.beside, toneOf(pay.standing)));
  return parts;
}

function toneOf(standing: Row['pay']['standing']): string {
  return standing === 'none' ? 'unknown' : standing.endsWith('below') ? 'low' : 'fair';
}

const SVG = 'http://www.w3.org/2000/svg';

/** The range beside its band: the band is the middle third, and what lies further out ends at the edge. */
function strip([from, to]: readonly [number, number], tone: string): SVGElement {
  const at = (share: number) => Math.round((Math.min(Math.max(share, -1), 2) + 1) * 32);
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'strip');
  svg.setAttribute('viewBox', '0 0 96 10');
  svg.setAttribute('aria-hidden', 'true');
  const bar = (kind: string, x: number, width: number, y: number, height: number) => {
    const rect = document.createElementNS(SVG, 'rect');
    const values = { class: kind, x, y, width, height, rx: 2 };
    for (const [name, value] of Object.entries(values)) rect.setAttribute(name, String(value));
    svg.append(rect);
  };
  bar('market', 32, 32, 0, 10);
  bar(`range ${tone}`, at(from), Math.max(3, at(to) - at(from)), 3, 4);
  return svg;
}

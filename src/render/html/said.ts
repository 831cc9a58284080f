import { lineOf } from '../../finding-place.ts';
import type { PayFigure } from '../../types/pay.ts';
import type { Span } from '../../types/place.ts';
import type { Posting } from '../../types/posting.ts';
import type { SectionKind } from '../../types/text.ts';
import { quote } from '../../wording.ts';
import { written } from './escape.ts';
import { range } from './money.ts';

/** Kinds of sections that a candidate looks for, with their names. */
const SECTIONS: readonly (readonly [SectionKind, string])[] = [
  ['duties', 'What one will do'],
  ['required', 'What is required'],
  ['preferred', 'What is only preferred'],
  ['pay', 'Pay'],
  ['benefits', 'Benefits'],
  ['process', 'How hiring goes'],
  ['company', 'Company'],
  ['legal', 'Legal'],
];

/** One thing that a posting says, in HTML, or does not. */
interface Said {
  readonly name: string;
  readonly values: readonly string[];
}

/** What the posting says and what it does not: what it declares, pay and years as they were read, sections found. */
export function saidOf(posting: Posting): string {
  const facts: Said[] = [
    { name: 'Lane', values: known(posting.lane.id) },
    { name: 'Level', values: known(posting.level.id) },
    { name: 'Place', values: known(posting.location?.text) },
    { name: 'Employment', values: known(posting.employmentType?.text) },
    { name: 'Pay as read', values: posting.pay.slice(0, MOST).map((figure) => payText(posting, figure)) },
    { name: 'Years as read', values: posting.years.slice(0, MOST).map(({ span }) => quoted(posting, span)) },
  ];
  const sections = SECTIONS.map(([wanted, name]): Said => {
    const found = posting.sections.filter(({ kind }) => kind === wanted).slice(0, MOST);
    return {
      name,
      values: found.map((section) =>
        section.heading === ''
          ? `by its text${at(posting, section.span)}`
          : `“${written(quote(section.heading))}”${at(posting, section.headingSpan)}`,
      ),
    };
  });
  return `<div class="said"><div><h4>Facts</h4>${list(facts)}</div><div><h4>Sections</h4>${list(sections)}</div></div>`;
}

/** Values that are told of one thing. */
const MOST = 8;

function list(said: readonly Said[]): string {
  const rows = said.map(({ name, values }) =>
    values.length > 0
      ? `<dt>${name}</dt><dd>${values.map((value) => `<span>${value}</span>`).join('')}</dd>`
      : `<dt>${name}</dt><dd class="unsaid">not found</dd>`,
  );
  return `<dl>${rows.join('')}</dl>`;
}

function known(text: string | undefined): string[] {
  return text ? [written(quote(text))] : [];
}

function quoted(posting: Posting, span: Span): string {
  return `“${written(quote(posting.text.slice(span.start, span.end)))}”${at(posting, span)}`;
}

function payText(posting: Posting, figure: PayFigure): string {
  const { min, max, currency, period, kind, lakh } = figure;
  const ends = { min: min ?? max ?? 0, max: max ?? min ?? 0 };
  const open = min === null ? 'up to ' : max === null ? 'from ' : '';
  const notes = [
    kind === 'unknown' ? 'taken for base pay' : kind === 'ote' ? 'with commission' : `${kind} pay`,
    ...figure.flags,
  ];
  return `${open}${written(range(ends, currency, lakh))} ${period === 'day' ? 'a day' : `${period === 'hour' ? 'an' : 'a'} ${period}`} <small>${written(notes.join(', '))}</small>${at(posting, figure.span)}`;
}

function at({ lineStarts }: Posting, { start }: Span): string {
  const line = lineOf(lineStarts, start) + 1;
  return ` <a class="place" href="#" data-line="${line}">line ${line}</a>`;
}

/** A first mapping for a survey, guessed from its header and its first cells; people look it over. */
import { readDate } from '../bands/amount.ts';
import { folded, type Table, textOf } from '../bands/table.ts';
import { columnNames, headerRowOf, roleOf, type SurveyWords } from './header.ts';
import { FIGURES, type Mapping, ROLES, type Role } from './mapping.ts';

/** Jobs, levels and locations that a proposal lists at most. */
const MOST_NAMES = 40;

export interface Proposal {
  readonly mapping: Mapping;
  /** Jobs and levels of the survey that nothing is proposed for. */
  readonly jobs: readonly string[];
  readonly levels: readonly string[];
  readonly locations: readonly string[];
  /** What must still be said before it can be taken. */
  readonly missing: readonly string[];
}

export interface Names {
  readonly id: string;
  /** Words that people call it by. */
  readonly names: readonly string[];
}

/** Proposes a mapping; undefined where no row looks like a header. */
export function propose(
  table: Table,
  words: SurveyWords,
  lanes: readonly Names[],
  levels: readonly Names[],
): Proposal | undefined {
  const headerRow = headerRowOf(table, ROLES, words);
  if (headerRow === 0) return undefined;
  const names = columnNames(table, headerRow);
  const columns: Partial<Record<Role, string>> = {};
  const at: Partial<Record<Role, number>> = {};
  for (const [index, name] of names.entries()) {
    const role = name === '' ? undefined : roleOf(name, ROLES, words);
    if (role === undefined || columns[role] !== undefined) continue;
    columns[role] = name;
    at[role] = index;
  }
  const hasFigures = ['min', 'max', ...FIGURES].some((role) => columns[role as Role] !== undefined);
  // Percentiles in columns leave nothing to a column of statistics.
  if (hasFigures || columns.statistic === undefined || columns.value === undefined) {
    delete columns.statistic;
    delete columns.value;
  }
  const body = table.slice(headerRow);
  const values = (role: Role) => (at[role] === undefined ? [] : distinct(body.map((row) => textOf(row[at[role]!]))));
  const jobs = values('job').filter((job) =>
    body.some((row) => textOf(row[at.job!]) === job && row.filter((cell) => textOf(cell) !== '').length > 2),
  );
  const levelTexts = values('level');
  const jobMap = firstOfEach(jobs, (job) => {
    const lane = idIn(job, lanes);
    if (lane === undefined || at.level !== undefined) return lane;
    const level = idIn(lastWords(job, lanes), levels);
    return level === undefined ? undefined : `${lane} ${level}`;
  });
  const levelMap = firstOfEach(
    levelTexts,
    (text) => levels.find(({ names }) => names.some((name) => folded(name) === folded(text)))?.id,
  );
  const locations = values('location');
  const national = locations.find((place) =>
    (words['survey-national'] ?? []).some((word) => folded(word) === folded(place)),
  );
  const mapping: Mapping = {
    'header-row': headerRow,
    columns,
    jobs: Object.fromEntries(jobMap),
    ...(at.level === undefined ? {} : { levels: Object.fromEntries(levelMap) }),
    ...(locations.length > 1 && national !== undefined ? { locations: [national] } : {}),
    ...(body.some(
      (row) =>
        at.job !== undefined && textOf(row[at.job]) === '' && row.filter((cell) => typeof cell === 'number').length > 1,
    )
      ? { 'fill-down': true }
      : {}),
  };
  const figureColumns = ROLES.filter((role) => /^(?:p\d\d|min|mid|max|value)$/.test(role)).map((role) => at[role]);
  const hasSigns = body.some((row) =>
    figureColumns.some((column) => column !== undefined && /\p{Sc}/u.test(textOf(row[column]))),
  );
  const levelled =
    at.level === undefined ? `${lanes[0]?.id} ${levels[0]?.id}, as no column tells the level` : lanes[0]?.id;
  const unsure = values('effective').find((text) => readDate(text) === 'ambiguous');
  const missing = [
    ...(hasFigures || columns.value !== undefined ? [] : ['the columns of the figures']),
    ...(columns.job === undefined ? ['the column of the job'] : []),
    ...(jobMap.size === 0 ? [`jobs: our lane by the survey’s job, such as ${jobs[0] ?? 'Job'}: ${levelled}`] : []),
    ...(columns.effective === undefined ? ['as-of: the effective date, such as 2026-03-01'] : []),
    ...(columns.currency === undefined && !hasSigns ? ['currency: such as USD'] : []),
    ...(unsure === undefined ? [] : [`dates: day-first or month-first, as ${unsure} can be two days`]),
    ...(locations.length > 1 && national === undefined ? ['locations: the one that the bands are for'] : []),
  ];
  return {
    mapping,
    jobs: jobs.filter((job) => !jobMap.has(job)),
    levels: levelTexts.filter((level) => !levelMap.has(level)),
    locations,
    missing,
  };
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts.filter((text) => text !== ''))].slice(0, MOST_NAMES);
}

/** What each text stands for; of several that stand for the same only the first, as two rows make no band. */
function firstOfEach(texts: readonly string[], idOf: (text: string) => string | undefined): Map<string, string> {
  const found = new Map<string, string>();
  const used = new Set<string>();
  for (const text of texts) {
    const id = idOf(text);
    if (id === undefined || used.has(id)) continue;
    used.add(id);
    found.set(text, id);
  }
  return found;
}

/** The id of which a name stands in a text as whole words; the longest name counts. */
function idIn(text: string, all: readonly Names[]): string | undefined {
  const line = ` ${folded(text)} `;
  let best: { readonly id: string; readonly length: number } | undefined;
  for (const { id, names } of all) {
    for (const name of names) {
      const word = folded(name);
      if (word !== '' && line.includes(` ${word} `) && word.length > (best?.length ?? 0))
        best = { id, length: word.length };
    }
  }
  return best?.id;
}

/** A job's title without the words that name its lane. */
function lastWords(job: string, lanes: readonly Names[]): string {
  let text = ` ${folded(job)} `;
  for (const { names } of lanes) for (const name of names) text = text.replace(` ${folded(name)} `, ' ');
  return text;
}

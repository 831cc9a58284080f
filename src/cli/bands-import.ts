import { basename, extname, resolve } from 'node:path';
import { stringify } from 'yaml';
import { bandFileText } from '../bands/band-file.ts';
import { structureOf } from '../bands/structure.ts';
import { placeWords, type Table, type TableFault, textOf } from '../bands/table.ts';
import { unusual } from '../bands/unusual.ts';
import { builtinSources } from '../builtin.ts';
import { kinds } from '../checks/index.ts';
import { nameFrom, readBytes, repositoryTop } from '../disk.ts';
import { MAX_FILE_BYTES } from '../limits.ts';
import { count, plain } from '../render/plain.ts';
import { type Mapping, readMapping } from '../survey/mapping.ts';
import { type Proposal, propose } from '../survey/propose.ts';
import { type Survey, takeSurvey } from '../survey/take.ts';
import { decodeSurvey } from '../survey/text.ts';
import { sensible } from '../team/band-files.ts';
import { decode } from '../text-input.ts';
import type { Policy } from '../types/policy.ts';
import { listOf } from '../wording.ts';
import { todayOf } from './day.ts';
import { EXIT, type Io, UsageError } from './io.ts';
import { loadPolicy, type PolicyFlags, problemText } from './load.ts';
import { writeWhole } from './write-whole.ts';

/** Bytes of the largest survey that is read. */
const MOST_BYTES = 16 * 1024 * 1024;

/** Faults and notes that are told one by one. */
const SHOWN = 20;

export interface ImportFlags extends PolicyFlags {
  readonly map?: string;
  readonly output?: string;
  readonly today?: string;
}

/** `jd-review bands import`: a survey → a proposed mapping, or by a mapping → bands.csv. */
export async function importBands(survey: string, flags: ImportFlags, io: Io): Promise<number> {
  const policy = await loadPolicy({ ...(flags.config === undefined ? {} : { config: flags.config }) }, io);
  const map = flags.map === undefined ? undefined : mappingOf(flags.map, policy, io);
  const { table, encoding, sheets = [] } = await tableOf(survey, map?.sheet, io);
  if (encoding) io.stderr.write(`jd-review: ${plain(survey)} is not UTF-8 and was read as ${encoding}.\n`);
  if (map) return take(survey, table, map, policy, flags, io);
  const { words, lanes, levels } = { ...policy, words: policy.vocabulary.words };
  const named = (kind: string, all: Policy['lanes'] | Policy['levels']) =>
    all.map(({ id, aliases }) => ({
      id,
      names: [...(words[`survey-${kind}-${id}`] ?? []), id, ...(kind === 'lane' ? [] : aliases)],
    }));
  const proposal = propose(table, words, named('lane', lanes), named('level', levels));
  if (!proposal) {
    throw new UsageError(
      `${survey}: No row among the first 40 names two columns of a survey (job, level, P25, P50, effective date). If it has such a row, write a mapping file with “header-row” and “columns”, and give it by --map.${oneColumn(table)}${otherSheets(sheets)}`,
    );
  }
  deliver(proposalText(survey, proposal), flags, io);
  return EXIT.pass;
}

/** What a table of one column says of its delimiter. */
function oneColumn(table: Table): string {
  return table.every((row) => row.length < 2)
    ? ' All its rows have one column: it is divided by none of comma, semicolon, tab and |. Save it anew as CSV.'
    : '';
}

/** A proposal looks at the first sheet only. */
function otherSheets(sheets: readonly string[]): string {
  const names = sheets.map((name) => `“${name}”`).join(', ');
  return sheets.length > 1 ? ` The workbook has the sheets ${names}; the first was read, “sheet” names another.` : '';
}

function mappingOf(path: string, policy: Policy, io: Io): Mapping {
  const read = readBytes(resolve(io.cwd, path), MAX_FILE_BYTES);
  const decoded = 'bytes' in read ? decode(read.bytes) : read;
  if ('problem' in decoded) throw new UsageError(`${path}: ${decoded.problem}`);
  const known = { lanes: policy.lanes.map(({ id }) => id), levels: policy.levels.map(({ id }) => id) };
  const mapping = readMapping(path, decoded.text, known);
  if ('problems' in mapping) throw new UsageError(...mapping.problems.map(problemText));
  return mapping.mapping;
}

interface Source {
  readonly table: Table;
  /** Of a text that is not UTF-8. */
  readonly encoding?: string;
  /** Names of a workbook's sheets. */
  readonly sheets?: readonly string[];
}

async function tableOf(path: string, sheet: string | undefined, io: Io): Promise<Source> {
  const read = readBytes(resolve(io.cwd, path), MOST_BYTES);
  if ('problem' in read) throw new UsageError(`${path}: ${read.problem.replace('a Markdown file', 'a survey')}`);
  const { bytes } = read;
  if (bytes.length > MOST_BYTES) {
    throw new UsageError(`${path}: The file is larger than 16 MB and was not read: keep only the rows of your jobs.`);
  }
  const refuse = ({ fault }: { fault: TableFault }): never => {
    const where = placeWords(fault);
    throw new UsageError(`${path}: ${where ? `${where}: ` : ''}${fault.message}`);
  };
  const nonEmpty = (table: Table): Table =>
    table.some((row) => row.some((cell) => textOf(cell) !== ''))
      ? table
      : refuse({ fault: { message: 'The survey is empty.' } });
  // `PK`, or the container of an old or protected workbook.
  if ((bytes[0] === 0x50 && bytes[1] === 0x4b) || bytes[0] === 0xd0 || extname(path).toLowerCase() === '.xlsx') {
    const { readWorkbook } = await import(/* webpackChunkName: "workbook" */ '../survey/workbook.ts');
    const workbook = await readWorkbook(bytes, sheet);
    return 'fault' in workbook ? refuse(workbook) : { table: nonEmpty(workbook.table), sheets: workbook.sheets };
  }
  const text = decodeSurvey(bytes);
  if ('problem' in text) throw new UsageError(`${path}: ${text.problem}`);
  const { readCsv } = await import(/* webpackChunkName: "csv" */ '../bands/csv.ts');
  const csv = readCsv(text.text);
  if ('fault' in csv) return refuse(csv);
  return { table: nonEmpty(csv.table), ...(text.encoding ? { encoding: text.encoding } : {}) };
}

function proposalText(survey: string, { mapping, jobs, levels, locations, missing }: Proposal): string {
  const name = basename(survey);
  const lines = [
    `# How ${oneLine(name)} is read. Look it over, then: jd-review bands import ${oneLine(name)} --map <this file> --output bands.csv`,
    ...missing.map((what) => `# Missing, add it: ${what}`),
    ...(jobs.length > 0 ? [`# Jobs that stand for no lane here: ${jobs.map(oneLine).join('; ')}`] : []),
    ...(levels.length > 0 ? [`# Levels that stand for none here: ${levels.map(oneLine).join('; ')}`] : []),
    ...(locations.length > 1 ? [`# Its locations: ${locations.map(oneLine).join('; ')}`] : []),
  ];
  return `${lines.join('\n')}\n${stringify(mapping, { lineWidth: 0 })}`;
}

/** Words of the survey as a comment holds them. */
function oneLine(text: string): string {
  return plain(text).slice(0, 80);
}

async function take(
  path: string,
  table: Table,
  mapping: Mapping,
  policy: Policy,
  flags: ImportFlags,
  io: Io,
): Promise<number> {
  const today = todayOf(flags.today, io);
  const { sources } = await builtinSources(kinds);
  const { words, currencies = [] } = policy.vocabulary;
  const codes = [...currencies.map(({ code }) => code), ...(words['currency-codes'] ?? [])];
  const signs = new Map<string, string>();
  for (const { code, symbols } of [...currencies].reverse())
    for (const sign of symbols) signs.set(sign.toLowerCase(), code);
  const survey = takeSurvey(table, mapping, {
    currencies: new Set(codes.map((code) => code.toUpperCase())),
    signs,
    words,
    source: basename(path, extname(path)),
  });
  const faults = [...survey.faults];
  const sense = { plausible: sources.plausible, levels: policy.levels, currencies, others: [] };
  const kept = sensible(survey.taken, sense, (fault) => faults.push(fault));
  if (faults.length > 0) throw new UsageError(...faultLines(path, faults, survey, mapping));
  if (kept.length === 0) throw new UsageError(`${path}: No row was taken. ${leftWords(survey)}`);
  const ladders = structureOf(
    kept.map(({ band }) => band),
    policy.lanes.map(({ id }) => id),
    policy.levels,
  );
  const bands = ladders.flatMap(({ steps }) => steps.map(({ band }) => band));
  const notes = sources.usual ? unusual(ladders, sources.usual, today) : [];
  const output = bandFileText(bands);
  deliver(output, flags, io);
  const told = [
    `Took ${count(bands.length, 'band')} from ${path}, ${endsWords(mapping)}: ${listOf(ladders.map(({ lane, currency, steps }) => `${lane} ${steps.map(({ band }) => band.level).join(', ')} (${currency})`))}.`,
    leftWords(survey),
    ...capped(notes.map((note) => `Worth a look: ${note}.`)),
    ...(flags.output === undefined
      ? []
      : [`Wrote ${flags.output}. To judge by it, write in .github/jd-review.yml: bands: ${fromTop(flags.output, io)}`]),
  ];
  for (const line of told.filter((each) => each !== '')) io.stderr.write(`${plain(line)}\n`);
  return EXIT.pass;
}

/** Which figures became the ends of bands. */
function endsWords({ band, columns }: Mapping): string {
  const [low, high] = band ?? (columns.min && columns.max ? ['min', 'max'] : ['p25', 'p75']);
  return `${low} to ${high}`;
}

/** What was left out, in words. */
function leftWords({ left }: Survey): string {
  if (left.size === 0) return '';
  const parts = [...left].map(([why, rows]) => `${count(rows, 'row')} (${why})`);
  return `Left out ${listOf(parts)}.`;
}

function faultLines(path: string, faults: readonly TableFault[], { names }: Survey, { unit }: Mapping): string[] {
  const inOrder = [...faults].sort((a, b) => (a.row ?? 0) - (b.row ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  const lines = inOrder.map((fault) => {
    const where = placeWords(fault, names);
    return `${path}: ${where ? `${where}: ` : ''}${fault.message}`;
  });
  const thousands = unit === undefined && faults.some(({ message }) => message.includes('looks like thousands'));
  return [
    ...capped(lines),
    ...(thousands ? ['Where the survey gives thousands, write “unit: 1000” in the mapping.'] : []),
    'Nothing was written.',
  ];
}

function capped(lines: readonly string[]): readonly string[] {
  return lines.length <= SHOWN ? lines : [...lines.slice(0, SHOWN), `and ${lines.length - SHOWN} more`];
}

/** A path as the configuration names it: from the repository's top. */
function fromTop(path: string, { cwd }: Io): string {
  const top = repositoryTop(cwd);
  return nameFrom(top, top, resolve(cwd, path));
}

function deliver(text: string, { output }: ImportFlags, io: Io): void {
  if (output === undefined) io.stdout.write(text);
  else writeWhole(resolve(io.cwd, output), text, output);
}

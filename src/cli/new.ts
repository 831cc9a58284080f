import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { templateFile } from '../builtin.ts';
import { findBelow, repositoryTop } from '../disk.ts';
import { draftText, fileNameOf } from '../draft/draft.ts';
import { nearest } from '../nearest.ts';
import { agedBands } from '../pay/ageing.ts';
import { standingBy } from '../policy/paths.ts';
import { plain } from '../render/plain.ts';
import type { Policy } from '../types/policy.ts';
import { listOf } from '../wording.ts';
import { type Asker, askerOf } from './ask.ts';
import { todayOf } from './day.ts';
import { EXIT, type Io, UsageError } from './io.ts';
import { loadPolicy, type PolicyFlags } from './load.ts';
import { writeWhole } from './write-whole.ts';

export interface NewFlags extends PolicyFlags {
  readonly lane?: string;
  readonly level?: string;
  readonly title?: string;
  readonly template?: string;
  readonly output?: string;
  readonly today?: string;
}

/** Where a first posting goes. */
const FIRST_FOLDER = 'jobs';

/** `jd-review new`: a posting to fill in, from the template of its lane, with the range of its band. */
export async function newPosting(flags: NewFlags, io: Io): Promise<number> {
  const policy = await loadPolicy(flags.config === undefined ? {} : { config: flags.config }, io);
  const asker = askerOf(io);
  const { lane, level, title } = await decided(flags, policy, asker).finally(() => asker?.close());
  const bands = agedBands(policy.market.bands, policy.market.ageing, todayOf(flags.today, io));
  const band = bands.find((each) => each.lane === lane.id && each.level === level.id);
  const { showBands } = policy.settings;
  const template = templateText(flags.template, lane.id, io.cwd);
  const text = draftText(template, { title, lane, level, showBands, ...(band ? { band } : {}) });
  if (flags.output === '-') {
    io.stdout.write(text);
    return EXIT.pass;
  }
  const file = resolve(io.cwd, flags.output ?? join(folderFor(policy, io.cwd), fileNameOf(title)));
  const shown = relative(io.cwd, file).split(sep).join('/') || file;
  if (existsSync(file)) {
    throw new UsageError(`${shown} is there already, and nothing is written over it. Name another file with --output.`);
  }
  mkdirSync(dirname(file), { recursive: true });
  writeWhole(file, text, shown);
  io.stdout.write(`${plain(shown)} is written. What is to be decided stands in [brackets].\n`);
  if (!band) io.stdout.write(`${plain(lane.id)} ${plain(level.id)} has no band, so its pay is left blank.\n`);
  io.stdout.write(`What is open: jd-review check ${plain(shown)}\n`);
  return EXIT.pass;
}

/** What flags leave open is asked for at a terminal; elsewhere it is an error that names the choices. */
async function decided(flags: NewFlags, policy: Policy, asker: Asker | undefined) {
  const lane = await chosen('lane', flags.lane, policy.lanes, asker);
  const level = await chosen('level', flags.level, policy.levels, asker);
  const isTitle = (text: string) => (text.trim() === '' ? 'Write the title that candidates read.' : undefined);
  const title = (flags.title ?? (await asker?.ask('Title', isTitle)))?.replace(/\s+/g, ' ').trim();
  if (!title) throw new UsageError('The title is missing. Write: --title "Senior ML Engineer, Payment Fraud"');
  return { lane, level, title };
}

async function chosen<Choice extends { readonly id: string; readonly aliases: readonly string[] }>(
  what: 'lane' | 'level',
  given: string | undefined,
  choices: readonly Choice[],
  asker: Asker | undefined,
): Promise<Choice> {
  const ids = choices.map(({ id }) => id);
  const known = (text: string) =>
    choices.find(({ id, aliases }) =>
      [id, ...aliases].some((each) => each.toLowerCase() === text.trim().toLowerCase()),
    );
  const fault = (text: string) => {
    if (known(text)) return undefined;
    const near = nearest(text, ids);
    return `There is no ${what} “${text}”. ${near ? `Did you mean “${near}”? ` : ''}Write one of ${listOf(ids, 'or')}.`;
  };
  const asked =
    given ?? (await asker?.ask(`${what === 'lane' ? 'Lane' : 'Level'}, one of ${listOf(ids, 'or')}`, fault));
  if (asked === undefined)
    throw new UsageError(`The ${what} is missing. Write: --${what} with one of ${listOf(ids, 'or')}`);
  const found = known(asked);
  if (!found) throw new UsageError(fault(asked)!);
  return found;
}

function templateText(named: string | undefined, lane: string, cwd: string): string {
  if (named === undefined) return readFileSync(templateFile(lane), 'utf8');
  try {
    return readFileSync(resolve(cwd, named), 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(`The template ${named} cannot be read (${code}). Check its path.`);
  }
}

/** The folder in which most postings of the repository lie. */
function folderFor(policy: Policy, cwd: string): string {
  const top = repositoryTop(cwd);
  const standing = standingBy(policy.settings);
  const counts = new Map<string, number>();
  for (const { file } of findBelow(cwd, (path) => standing(path) === 'posting', top).sources) {
    counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most?.[0] ?? join(top, FIRST_FOLDER);
}

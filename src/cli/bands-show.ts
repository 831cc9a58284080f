import { type Ladder, structureOf } from '../bands/structure.ts';
import { unusual } from '../bands/unusual.ts';
import { builtinSources } from '../builtin.ts';
import { kinds } from '../checks/index.ts';
import { agedBands } from '../pay/ageing.ts';
import { structureText } from '../render/structure.ts';
import { VERSION } from '../version.ts';
import { todayOf } from './day.ts';
import { EXIT, type Io, UsageError, widthOf } from './io.ts';
import { loadPolicy, type PolicyFlags } from './load.ts';

/** Widest drawing. */
const WIDTH = 80;

export interface ShowFlags extends PolicyFlags {
  readonly format?: 'human' | 'json';
  readonly today?: string;
}

/** `jd-review bands show`: the bands in force, aged to today where the team wants that. */
export async function showBands(flags: ShowFlags, io: Io): Promise<number> {
  const policy = await loadPolicy({ ...(flags.config === undefined ? {} : { config: flags.config }) }, io);
  if (!policy.settings.showBands) {
    throw new UsageError(
      'The configuration says “show-bands: false”, so no figure of a band is shown. Read the table itself, or name another configuration with --config.',
    );
  }
  const today = todayOf(flags.today, io);
  const { bands, ageing } = policy.market;
  const lanes = policy.lanes.map(({ id }) => id);
  const ladders = structureOf(agedBands(bands, ageing, today), lanes, policy.levels);
  const { usual } = (await builtinSources(kinds)).sources;
  const notes = usual ? unusual(ladders, usual, today) : [];
  if (flags.format === 'json') {
    io.stdout.write(`${JSON.stringify({ version: VERSION, today, lanes: ladders.map(ladderJson), notes }, null, 2)}\n`);
  } else io.stdout.write(structureText(ladders, notes, Math.min(widthOf(io) ?? WIDTH, WIDTH)));
  return EXIT.pass;
}

function ladderJson({ steps, ...ladder }: Ladder) {
  return { ...ladder, levels: steps.map(({ band: { lane: _, ...band }, ...figures }) => ({ ...band, ...figures })) };
}

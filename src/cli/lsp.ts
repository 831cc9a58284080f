import { createConnection } from 'vscode-languageserver/node';
import { builtinSources } from '../builtin.ts';
import { kinds } from '../checks/index.ts';
import type { Load } from '../lsp/root.ts';
import { serve } from '../lsp/server.ts';
import { compilePolicy } from '../policy/compile.ts';
import { todayOf } from './day.ts';
import type { Io } from './io.ts';
import { pageOf } from './look.ts';
import { sourceOf } from './rules.ts';
import { ownExamples, readTeamFiles } from './team-files.ts';

/** `jd-review lsp`: serves an editor over standard input and output until it leaves. */
export async function serveEditor(flags: { readonly today?: string }, io: Io): Promise<number> {
  todayOf(flags.today, io);
  const connection = createConnection(process.stdin, process.stdout);
  serve(connection, { load, pageOf, sourceOf, today: () => todayOf(flags.today, io) });
  // The protocol says with which code a server ends; the connection ends the process.
  return new Promise(() => {});
}

/** The policy that `check` would judge by, standing in a folder. */
const load: Load = async (folder, held) => {
  const { sources } = await builtinSources(kinds);
  const team = await readTeamFiles(sources, { cwd: folder, held });
  const examples = team.files.length > 0 ? (await ownExamples(team)).problems : [];
  const { policy, problems } = compilePolicy(team.sources, team.config, kinds);
  return { policy, problems: [...team.problems, ...examples, ...problems] };
};

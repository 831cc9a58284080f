import { join } from 'node:path';
import { createConnection } from 'vscode-languageserver/node';
import { builtinSources } from '../builtin.ts';
import { kinds } from '../checks/index.ts';
import { nameFrom, repositoryTop } from '../disk.ts';
import type { Held, Loaded } from '../lsp/root.ts';
import { serve } from '../lsp/server.ts';
import { compilePolicy } from '../policy/compile.ts';
import { baselineFor } from './baseline-for.ts';
import { todayOf } from './day.ts';
import { type Io, UsageError } from './io.ts';
import { pageOf } from './look.ts';
import { sourceOf } from './rules.ts';
import { ownExamples, readTeamFiles } from './team-files.ts';

/** `jd-review lsp`: serves an editor over standard input and output until it leaves. */
export async function serveEditor(flags: { readonly today?: string }, io: Io): Promise<number> {
  todayOf(flags.today, io);
  const connection = createConnection(process.stdin, process.stdout);
  serve(connection, {
    load: (folder, held) => loadFor(folder, held, io),
    pageOf,
    sourceOf,
    today: () => todayOf(flags.today, io),
  });
  // The protocol says with which code a server ends; the connection ends the process.
  return new Promise(() => {});
}

/** The policy that `check` would judge by, standing in a folder. */
async function loadFor(folder: string, held: Held, io: Io): Promise<Loaded> {
  const { sources } = await builtinSources(kinds);
  const team = await readTeamFiles(sources, { cwd: folder, held });
  const examples = team.files.length > 0 ? (await ownExamples(team)).problems : [];
  const compiled = compilePolicy(team.sources, team.config, kinds);
  const { policy } = compiled;
  const problems = [...team.problems, ...examples, ...compiled.problems];
  try {
    // Paths are those from the top, as the server knows them.
    const baseline = await baselineFor([], {}, policy, { ...io, cwd: repositoryTop(folder) });
    return { policy, problems, ...(baseline ? { tell: baseline.tell } : {}) };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const path = nameFrom(folder, repositoryTop(folder), join(repositoryTop(folder), policy.settings.baseline ?? ''));
    return { policy, problems: [...problems, { path, message: error.message, severity: 'error' }] };
  }
}

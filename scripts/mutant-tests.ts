/** One process of Vitest that runs test files over and over: as the sources stand, with one mutant, or noting mutants. */
import { join } from 'node:path';
import { createVitest, type TestModule, type TestSpecification } from 'vitest/node';
import { root } from './mutants.ts';

/** What the process is sent. */
export interface Run {
  /** The file that is changed and its text then. */
  readonly mutant?: { readonly file: string; readonly text: string };
  /** Test files, in the order in which they run; all when left out. */
  readonly tests?: readonly string[];
}

/** What it answers. */
export interface Outcome {
  /** The first test that failed, or what else went wrong. */
  readonly failed?: string;
  readonly modules: readonly { readonly test: string; readonly ms: number; readonly mutants: readonly string[] }[];
}

/** How it is started: with the texts that note mutants, or to run mutants. */
export interface Start {
  readonly noting?: readonly (readonly [file: string, text: string])[];
}

class AsGiven {
  shard(files: TestSpecification[]): TestSpecification[] {
    return files;
  }
  sort(files: TestSpecification[]): TestSpecification[] {
    return files;
  }
}

const texts = new Map<string, string>();

async function start({ noting }: Start): Promise<(run: Run) => Promise<Outcome>> {
  for (const [file, text] of noting ?? []) texts.set(join(root, file), text);
  const vitest = await createVitest(
    {
      root,
      config: join(root, 'vitest.mutate.config.ts'),
      watch: false,
      maxWorkers: 1,
      // A mutant that stays in the cache would meet every later run of the tests.
      fsModuleCache: false,
      reporters: [{}],
      // A posting or policy that one file's tests have read may not hide from the next file's that they read it too.
      isolate: noting !== undefined,
      bail: noting ? 0 : 1,
      setupFiles: noting ? [join(root, 'scripts/mutant-cover.ts')] : [],
      sequence: { sequencer: AsGiven },
      onConsoleLog: () => false,
    },
    { plugins: [{ name: 'mutants', enforce: 'pre', transform: (_code, id) => texts.get(id) }] },
  );
  const all = await vitest.globTestSpecifications();
  const known = new Map(all.map((each) => [each.moduleId.slice(root.length), each]));
  return async ({ mutant, tests }) => {
    const file = mutant && join(root, mutant.file);
    if (file) texts.set(file, mutant.text);
    if (file) vitest.invalidateFile(file);
    vitest.state.filesMap.clear();
    vitest.state.errorsSet.clear();
    const specifications = tests ? tests.map((test) => known.get(test)!) : all;
    const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications);
    if (file) texts.delete(file);
    if (file) vitest.invalidateFile(file);
    const failed = failureOf(testModules) ?? (unhandledErrors.length > 0 ? String(unhandledErrors[0]) : undefined);
    const modules = testModules.map((module) => ({
      test: module.moduleId.slice(root.length),
      ms: module.diagnostic().duration + module.diagnostic().collectDuration,
      mutants: module.meta().mutants ?? [],
    }));
    return { failed, modules };
  };
}

function failureOf(modules: readonly TestModule[]): string | undefined {
  for (const module of modules) {
    if (module.state() !== 'failed') continue;
    for (const test of module.children.allTests('failed')) return `${module.relativeModuleId} > ${test.fullName}`;
    return `${module.relativeModuleId}: ${module.errors()[0]?.message}`;
  }
  return undefined;
}

let run: Promise<(run: Run) => Promise<Outcome>> | undefined;
process.on('message', async (message: Start | Run) => {
  if (run === undefined) {
    run = start(message as Start);
    await run;
    process.send!('ready');
    return;
  }
  process.send!(await (await run)(message as Run));
});

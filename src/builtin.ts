import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RuleSources } from './policy/model.ts';
import type { CheckKind } from './types/check.ts';
import type { Problem } from './types/place.ts';

const here = () => dirname(fileURLToPath(import.meta.url));

/** Folder of the rule files: beside `dist/`, and beside `src/`. */
export function rulesFolder(): string {
  return join(here(), '..', 'rules');
}

/** A template that comes along: of a lane's postings, `own` for lanes of the team's own, or of the workflow. */
export function templateFile(name: string, ending: 'md' | 'yml' = 'md'): string {
  const file = (each: string) => join(here(), '..', 'templates', `${each}.${ending}`);
  return /^[\w-]+$/.test(name) && existsSync(file(name)) ? file(name) : file('own');
}

interface Builtin {
  readonly sources: RuleSources;
  readonly problems: readonly Problem[];
}

/** Rules do not change while a program runs. */
let read: Promise<Builtin> | undefined;

/**
 * The built-in rules: parsed beforehand where this runs from `dist/`, else read from their YAML, which takes longer.
 * `kinds` are needed for reading YAML only.
 */
export function builtinSources(kinds: Readonly<Record<string, CheckKind>>): Promise<Builtin> {
  read ??= readBuiltin(kinds);
  return read;
}

async function readBuiltin(kinds: Readonly<Record<string, CheckKind>>): Promise<Builtin> {
  const parsed = join(here(), 'rules.json');
  if (existsSync(parsed)) return { sources: JSON.parse(readFileSync(parsed, 'utf8')) as RuleSources, problems: [] };
  const { readSources } = await import(/* webpackChunkName: "rare" */ './rule-files/sources.ts');
  return readSources(yamlFiles(rulesFolder()), kinds);
}

/** The YAML files below a folder in order of path, paths with `/` and relative to the folder that holds it. */
export function yamlFiles(
  folder: string,
  textOf: (file: string) => string = (file) => readFileSync(file, 'utf8'),
): { path: string; text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => ({
      path: relative(dirname(folder), join(folder, name)).split(sep).join('/'),
      text: textOf(join(folder, name)),
    }));
}

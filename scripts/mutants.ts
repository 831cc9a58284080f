/** The small changes to the sources that tests should notice: which there are, and a file's text with one of them. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Instrumenter } from '@stryker-mutator/instrumenter';

export const root = fileURLToPath(new URL('..', import.meta.url));

export interface Mutant {
  readonly id: string;
  /** Path from the repository's root. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly kind: string;
  readonly original: string;
  readonly replacement: string;
  /** The whole file with the change. */
  readonly text: string;
}

/** TypeScript files at or below these paths. */
export function sourcesBelow(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    if (statSync(join(root, path)).isFile()) return [path];
    const names = readdirSync(join(root, path), { recursive: true, encoding: 'utf8' });
    const files = names.filter((name) => name.endsWith('.ts')).sort();
    return files.map((name) => `${path}/${name.replaceAll('\\', '/')}`);
  });
}

/** What the instrumenter replaces as it stands; all else is an expression, which needs brackets among others. */
const BARE = new Set(['BlockStatement', 'OptionalChaining']);
const STATEMENT = /^(?:case\b|default\b|for\b)/;

/** All mutants of the files, and each file's text that notes which of them it comes by. */
export async function mutantsOf(files: readonly string[]): Promise<{ mutants: Mutant[]; noting: Map<string, string> }> {
  const sources = files.map((file) => ({ name: file, content: readFileSync(join(root, file), 'utf8'), mutate: true }));
  const { mutants, files: noting } = await new Instrumenter(SILENT).instrument(sources, {
    plugins: null,
    excludedMutations: [],
    ignorers: [],
  });
  const texts = new Map(sources.map(({ name, content }) => [name, content]));
  return {
    mutants: mutants
      .map(({ id, fileName: file, location, mutatorName: kind, replacement }) => {
        const whole = texts.get(file)!;
        const start = offsetOf(whole, location.start);
        const end = offsetOf(whole, location.end);
        const original = whole.slice(start, end);
        const bare = BARE.has(kind) || STATEMENT.test(original);
        const text = `${whole.slice(0, start)}${bare ? replacement : `(${replacement})`}${whole.slice(end)}`;
        const { line, column } = location.start;
        return { id, file, line: line + 1, column: column + 1, kind, original, replacement: replacement!, text };
      })
      .filter(({ text }) => runs(text)),
    noting: new Map(noting.map(({ name, content }) => [name, content])),
  };
}

/** Mutants in an order that the seed alone decides, so the first ones are a sample. */
export function shuffled(mutants: readonly Mutant[], seed: string): Mutant[] {
  const key = ({ file, line, column, kind, replacement }: Mutant) =>
    createHash('sha256').update([seed, file, line, column, kind, replacement].join('\0')).digest('hex');
  const keyed = mutants.map((mutant) => [key(mutant), mutant] as const);
  return keyed.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, mutant]) => mutant);
}

function offsetOf(text: string, { line, column }: { readonly line: number; readonly column: number }): number {
  let start = 0;
  for (let at = 0; at < line; at++) start = text.indexOf('\n', start) + 1;
  return start + column;
}

function runs(text: string): boolean {
  try {
    stripTypeScriptTypes(text);
    return true;
  } catch {
    return false;
  }
}

const SILENT = new Proxy({} as ConstructorParameters<typeof Instrumenter>[0], {
  get: () => () => false,
});

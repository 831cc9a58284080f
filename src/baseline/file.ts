/** The file of a baseline: one finding a line, in order, so that a change of it reads well. */
import { z } from 'zod';
import type { Problem } from '../types/place.ts';
import type { Baseline } from './baseline.ts';
import { keyFrom, partsOf } from './entries.ts';

/** The form that is written and read. */
const VERSION = 1;

const entrySchema = z.strictObject({
  path: z.string().min(1).describe('The posting, from the repository’s root.'),
  rule: z.string().min(1).describe('Id of the rule.'),
  found: z.string().describe('The words found.'),
  count: z.number().int().min(2).optional().describe('How many findings are alike, where more than one.'),
});

/** Shape of the file. */
export const baselineSchema = z.strictObject({
  version: z.literal(VERSION).describe('Version of the baseline’s form.'),
  findings: z.array(entrySchema).describe('Known findings.'),
});

/** Reads a baseline; never throws. What is wrong is told with line and column, and then nothing of it holds. */
export async function readBaseline(
  path: string,
  text: string,
): Promise<{ readonly baseline: Baseline } | { readonly problems: readonly Problem[] }> {
  const read = baselineSchema.safeParse(jsonIn(text));
  const baseline = read.success ? gathered(read.data.findings) : undefined;
  if (baseline) return { baseline };
  const { faultsOf } = await import(/* webpackChunkName: "rare" */ './faults.ts');
  return { problems: faultsOf(path, text, baselineSchema) };
}

/** The text of a baseline's file. */
export function baselineText(baseline: Baseline): string {
  const lines = [...baseline]
    .flatMap(([path, entries]) => [...entries].map(([key, count]) => ({ path, ...partsOf(key), count })))
    .sort((a, b) => compare(a.path, b.path) || compare(a.rule, b.rule) || compare(a.found, b.found))
    .map(({ count, ...entry }) => `    ${JSON.stringify(count > 1 ? { ...entry, count } : entry)}`);
  const findings = lines.length > 0 ? `[\n${lines.join(',\n')}\n  ]` : '[]';
  return `{\n  "version": ${VERSION},\n  "findings": ${findings}\n}\n`;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Entries by posting; nothing where one stands there twice. */
function gathered(findings: readonly z.infer<typeof entrySchema>[]): Baseline | undefined {
  const baseline = new Map<string, Map<string, number>>();
  for (const { path, rule, found, count = 1 } of findings) {
    const entries = baseline.get(path) ?? new Map<string, number>();
    const key = keyFrom(rule, found);
    if (entries.has(key)) return undefined;
    baseline.set(path, entries.set(key, count));
  }
  return baseline;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What is wrong with the file of a baseline, in words and with its place. */
import type { z } from 'zod';
import { shapeFaults } from '../strict-yaml/issues.ts';
import { readJson } from '../strict-yaml/json.ts';
import type { Problem } from '../types/place.ts';
import { keyFrom } from './entries.ts';

/** Faults that are told one by one. */
const TOLD = 5;

/** The faults of a text that {@link readBaseline} cannot use; at least one. */
export function faultsOf(path: string, text: string, schema: z.ZodType): readonly Problem[] {
  const json = readJson(path, text);
  if (json.problems.length > 0) return json.problems;
  const { version } = Object(json.value) as { version?: unknown };
  if (typeof version === 'number' && !schema.safeParse({ version, findings: [] }).success) {
    const message = `This baseline has version ${version}, which this jd-review does not read. Delete the file and write it anew with --update-baseline, or use the jd-review that wrote it.`;
    return [{ path, place: json.place(['version']), message, severity: 'error' }];
  }
  const { faults } = shapeFaults(schema, json.value, json);
  if (faults.length > 0) return faults.slice(0, TOLD).map(({ problem }) => problem);
  const seen = new Set<string>();
  const { findings } = json.value as { findings: { path: string; rule: string; found: string }[] };
  const again = findings.findIndex((entry) => {
    const key = `${entry.path}\0${keyFrom(entry.rule, entry.found)}`;
    return seen.size === seen.add(key).size;
  });
  const message = 'This finding stands in the baseline a second time: keep one entry, with the count of both.';
  return [{ path, place: json.place(['findings', again]), message, severity: 'error' }];
}

import { appendFileSync, closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Housed } from '../github/placement.ts';
import { plain } from '../render/plain.ts';
import type { Problem, Severity } from '../types/place.ts';
import type { Review } from '../types/review.ts';

/** The part of @actions/core that is used. */
export interface Core {
  getInput(name: string): string;
  setOutput(name: string, value: unknown): void;
  setFailed(message: string): void;
  info(message: string): void;
  debug(message: string): void;
  error(message: string, properties?: object): void;
  warning(message: string, properties?: object): void;
  notice(message: string, properties?: object): void;
}

/** One line of the log that the runner cannot take for a command, whatever file names are in it. */
export function say(core: Core, line: string): void {
  core.info(
    line
      .split('\n')
      .map((part) => `· ${plain(part).replaceAll('##[', '## [')}`)
      .join('\n'),
  );
}

/** Outputs that need no answer of GitHub: numbers, words of a fixed list, JSON. */
export function setCounts(core: Core, review: Review): void {
  const { errors, warnings, notices, postings, waived } = review.totals;
  core.setOutput('verdict', review.verdict);
  core.setOutput('errors', errors);
  core.setOutput('warnings', warnings);
  core.setOutput('notices', notices);
  core.setOutput('waived', waived);
  core.setOutput('postings', postings);
  core.setOutput('below-band', review.postings.filter(({ comparison }) => comparison.isBelow).length);
}

/** Appends to the job summary, where the runner gives one. */
export function writeJobSummary(file: string | undefined, text: string): void {
  if (file) appendFileSync(file, `${text}\n`);
}

/** Writes a report piece by piece where the workflow asks for it, folders included. */
export function writeReport(folder: string, path: string, pieces: Iterable<string>): string {
  const file = resolve(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  const handle = openSync(file, 'w');
  try {
    for (const piece of pieces) writeFileSync(handle, piece);
  } finally {
    closeSync(handle);
  }
  return file;
}

/**
 * Findings of a severity that a step prints as annotations: the runner shows ten of each and drops the rest without a
 * word. One is kept for the line that counts the rest, one error for the verdict, two warnings for what could not be posted.
 */
const ANNOTATIONS: Readonly<Record<Severity, number>> = { error: 8, warning: 7, notice: 9 };

/** Findings that {@link annotate} shows beside these faults. */
export function roomBeside(problems: readonly Problem[]): Readonly<Record<Severity, number>> {
  const room = (severity: Severity) =>
    Math.max(0, ANNOTATIONS[severity] - problems.filter((problem) => isNoted(problem, severity)).length);
  return { error: room('error'), warning: room('warning'), notice: room('notice') };
}

const isNoted = (problem: Problem, severity: Severity) => problem.severity === severity && problem.path !== '';

/** Findings and faults as annotations of the job, where the check cannot hold them: what the runner shows and no more. */
export function annotate(core: Core, findings: readonly Housed['finding'][], problems: readonly Problem[] = []): void {
  for (const severity of ['error', 'warning', 'notice'] as const satisfies readonly Severity[]) {
    const all: readonly Annotation[] = [
      ...problems.filter((problem) => isNoted(problem, severity)).map(annotationOf),
      ...findings
        .filter((finding) => finding.severity === severity)
        .map(({ path, line, endLine, message, fix, rule }) => ({
          words: `${plain(message)} ${plain(fix)}`,
          at: { file: path, startLine: line, endLine, title: rule },
        })),
    ];
    const shown = all.slice(0, ANNOTATIONS[severity]);
    for (const { words, at } of shown) core[severity](words, at);
    if (all.length > shown.length) {
      core[severity](`${all.length - shown.length} more of this severity: the job summary lists them.`);
    }
  }
}

interface Annotation {
  readonly words: string;
  readonly at: object;
}

function annotationOf({ path, place, message }: Problem): Annotation {
  const line = place?.line ?? 1;
  return { words: plain(message), at: { file: path, startLine: line, endLine: line, title: 'Not checked' } };
}

/** Says what could not be posted: as warnings, as many as are kept for that. */
export function warn(core: Core, notes: readonly string[]): void {
  const shown =
    notes.length > 2 ? [notes[0]!, `${notes.length - 1} more hindrances: the job summary lists them.`] : notes;
  for (const note of shown) core.warning(plain(note.replace(/```\w*/g, '')));
}

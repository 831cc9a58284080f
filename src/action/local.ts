import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Housed } from '../github/homes.ts';
import { isBelowBand } from '../render/approval.ts';
import { plain } from '../render/plain.ts';
import type { Severity } from '../types/posting.ts';
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
  core.setOutput('below-band', review.postings.filter(({ comparison }) => isBelowBand(comparison)).length);
}

/** Appends to the job summary, where the runner gives one. */
export function writeJobSummary(file: string | undefined, text: string): void {
  if (file) appendFileSync(file, `${text}\n`);
}

/** Writes a report where the workflow asks for it, folders included. */
export function writeReport(folder: string, path: string, text: string): string {
  const file = resolve(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

/** GitHub shows ten annotations of each severity of a step. */
const MOST = 10;

/** Findings as annotations of the job, where the check cannot hold them; past ten of a severity one line counts the rest. */
export function annotate(core: Core, findings: readonly Housed['finding'][]): void {
  for (const severity of ['error', 'warning', 'notice'] as const satisfies readonly Severity[]) {
    const all = findings.filter((finding) => finding.severity === severity);
    const shown = all.length > MOST ? all.slice(0, MOST - 1) : all;
    for (const { path, line, endLine, message, fix, rule } of shown) {
      core[severity](`${plain(message)} ${plain(fix)}`, { file: path, startLine: line, endLine, title: rule });
    }
    if (all.length > shown.length) {
      core[severity](`${all.length - shown.length} more of this severity: the job summary lists them.`);
    }
  }
}

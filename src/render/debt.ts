import type { Debt } from '../types/review.ts';
import { count } from './plain.ts';

/** What a baseline does in a run, for people: how many findings it keeps silent, and how many it may let go. */
export function debtLines({ known, gone }: Debt): readonly string[] {
  const lines = [`${count(known, 'known finding')} in the baseline, not shown.`];
  if (gone > 0) {
    const [are, them] = gone === 1 ? ['is', 'it'] : ['are', 'them'];
    lines.push(`${count(gone, 'known finding')} ${are} gone: run check --update-baseline to drop ${them}.`);
  }
  return lines;
}

/** What is said of a posting without a finding that is told. */
export function nothingText(debt: Debt | undefined): string {
  return debt?.known ? `nothing new, ${count(debt.known, 'known finding')}` : 'nothing found';
}

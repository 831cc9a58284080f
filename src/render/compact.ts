import type { Problem } from '../types/place.ts';
import type { Finding } from '../types/review.ts';
import { plain } from './plain.ts';
import type { Report } from './report.ts';

/** One line a finding, `path:line:column: severity rule message`, for editors and grep; waived ones are left out. */
export function compactReport(): Report {
  return {
    between: '',
    posting: ({ review, problems }) => [
      [
        ...problems.map(problemLine),
        ...review.findings.filter(({ waived }) => waived === undefined).map(findingLine),
      ].join(''),
    ],
    whole: ({ stray }) => [stray.map(problemLine).join(''), { tray: 0 }],
  };
}

function findingLine({ path, line, column, severity, rule, message }: Finding): string {
  return `${plain(`${path}:${line}:${column}: ${severity} ${rule} ${message}`)}\n`;
}

/** Where a rule's id would stand, the word `problem`. */
function problemLine({ path, place, severity, message }: Problem): string {
  return `${plain(`${path}:${place?.line ?? 1}:${place?.column ?? 1}: ${severity} problem ${message}`)}\n`;
}

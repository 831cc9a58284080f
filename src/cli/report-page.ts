import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UsageError } from './io.ts';

/** The page of the HTML report, which the build makes: beside the program, or in `dist/` where this runs from the sources. */
export function readReportPage(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const file = [join(here, 'report.html'), join(here, '../../dist/report.html')].find((path) => existsSync(path));
  if (file === undefined) {
    throw new UsageError('The page of the HTML report is not beside the program. Build it: npm run build');
  }
  return readFileSync(file, 'utf8');
}

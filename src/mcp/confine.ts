/** Keeps paths that a client names within the working folder. */
import { existsSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { isBelow, leadsOut } from '../disk.ts';

/** A path from the working folder, with `/`; or why it is refused. */
export function confined(path: string, folder: string): { readonly path: string } | { readonly problem: string } {
  const full = resolve(folder, path);
  if (!isBelow(full, folder)) return { problem: `${path} lies outside of the working folder and is not read.` };
  if (!existsSync(full))
    return { problem: `There is no ${path} in the working folder. Name files or folders, no globs.` };
  if (leadsOut(full, folder)) return { problem: `${path} leads out of the working folder and is not read.` };
  // Never a flag, whatever the name begins with.
  return { path: `.${sep}${relative(folder, full)}`.split(sep).join('/') };
}

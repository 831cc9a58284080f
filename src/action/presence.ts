import type { FileChange } from '../github/files.ts';

/** Whether the commit under review has a path: of a whole tree all are listed, of a change only what it touches. */
export function presenceIn(changes: readonly FileChange[], whole: boolean): (path: string) => boolean {
  const present = new Set(changes.filter(({ status }) => status !== 'removed').map(({ path }) => path));
  if (whole) return (path) => present.has(path);
  const left = new Set(
    changes.flatMap(({ path, previousPath, status }) =>
      status === 'removed' ? [path] : status === 'renamed' && previousPath !== undefined ? [previousPath] : [],
    ),
  );
  return (path) => present.has(path) || !left.has(path);
}

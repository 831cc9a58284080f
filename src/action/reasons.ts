import { ApiError } from '../github/client.ts';
import type { FileChange } from '../github/files.ts';
import { type Denied, deniedReason, lacking, permissionsBlock } from '../github/permissions.ts';
import { CONFIG_PATHS } from '../policy/paths.ts';
import type { Left } from '../render/approval.ts';
import { fence, words } from '../render/escape.ts';
import { plain } from '../render/plain.ts';
import type { Problem } from '../types/place.ts';
import type { Standing } from '../types/policy.ts';
import type { Inputs } from './inputs.ts';
import type { Look, Reviewable } from './look.ts';
import type { OwnFiles } from './team-policy.ts';

/** Files of the policy that a change edits. */
export function policyFiles(
  changes: readonly FileChange[],
  inputs: Inputs,
  { folder, bands, baseline }: OwnFiles,
): readonly string[] {
  const configs = inputs.config ? [inputs.config] : CONFIG_PATHS;
  const isPolicy = (path: string) =>
    configs.includes(path) ||
    bands.includes(path) ||
    path === baseline ||
    (folder !== undefined && path.startsWith(`${folder}/`) && /\.ya?ml$/i.test(path));
  return changes
    .filter(({ path, previousPath }) => isPolicy(path) || (previousPath !== undefined && isPolicy(previousPath)))
    .map(({ path }) => path);
}

/** Postings that a change renames to what is no posting: out of their folders, to another ending, to a name left out. */
export function leftPostings(
  changes: readonly FileChange[],
  standing: (path: string) => Standing,
  touched: readonly FileChange[],
): readonly Left[] {
  const reviewed = new Set(touched.map(({ path }) => path));
  return changes.flatMap(({ path, previousPath, status }) =>
    status === 'renamed' && previousPath !== undefined && standing(previousPath) === 'posting' && !reviewed.has(path)
      ? [{ from: previousPath, to: path }]
      : [],
  );
}

/** Why nothing was reviewed. */
export function emptyReason(
  changes: readonly FileChange[],
  standing: (path: string) => Standing,
  left: readonly Left[],
  target: Reviewable,
): string {
  if (target.kind === 'tree') return 'This commit holds no job posting.';
  const renamed = new Set(changes.map(({ previousPath }) => previousPath));
  const removed = changes.filter(
    ({ path, status }) => status === 'removed' && standing(path) === 'posting' && !renamed.has(path),
  ).length;
  const parts = [
    ...(removed ? [`${removed} deleted`] : []),
    ...(left.length ? [`${left.length} left the postings`] : []),
  ];
  return parts.length > 0 ? `No job posting to review: ${parts.join(', ')}.` : 'No job posting changed.';
}

/** Why a run fails though its postings may be good. */
export function policyNotes(broken: readonly Problem[], mends: boolean, commit: string): readonly string[] {
  if (broken.length === 0 || mends) return [];
  return [
    `The policy of commit ${commit.slice(0, 7)} cannot be read whole, so this check fails whatever the postings say. ` +
      'Mend it in a pull request: one that does is judged by its own policy.',
  ];
}

/** What GitHub did not show. */
export function lookNotes({ unseen, partial }: Look, target: Reviewable, eventName: string): readonly string[] {
  const notes: string[] = [];
  if (partial) notes.push('GitHub did not list all files of this repository: postings may have been left out.');
  if (unseen?.refused && target.kind === 'pull') {
    const reason = deniedReason(target.fork, eventName, ['pull-requests: write']);
    notes.push(`GitHub does not show this token the pull request, so there are no comments. ${reason}`);
  } else if (unseen) {
    notes.push(
      `GitHub answered only in part what stands on this pull request already (${words(unseen.reason)}), so nothing is ` +
        'commented: it could stand there twice. The findings stand in the check and in the job summary. Run the job again.',
    );
  }
  return notes;
}

/** What GitHub would not take, for the person who can change that. */
export function refusalNotes(
  { fork, event }: { readonly fork: boolean; readonly event: string },
  { denied, failed }: { readonly denied: readonly Denied[]; readonly failed: readonly string[] },
): string[] {
  const notes: string[] = [];
  if (denied.length > 0) {
    const what = [...new Set(denied.map((each) => each.what))].join(', ');
    const block = fence(permissionsBlock(denied).trimEnd(), 'yaml');
    notes.push(`Not posted: ${what}. ${deniedReason(fork, event, lacking(denied))}\n\n${block}`);
  }
  for (const reason of new Set(failed)) notes.push(`Not all could be posted. ${reason.replace(/[<>@`]/g, '')}`);
  return notes;
}

/** What a failed run says: what GitHub answered, why, and what to do. */
export function explain(error: unknown, fork: boolean, event: string): string {
  if (!(error instanceof ApiError)) return `jd-review could not run: ${plain((error as Error).message)}`;
  const { status, message, accepted } = error;
  const said = `jd-review could not run: GitHub answered${status ? ` ${status}` : ' nothing usable'} (${plain(message)}).`;
  if (status === 401) return `${said} The token is wrong or has expired.`;
  if (accepted === undefined && status !== 403) return `${said} Run the job again; nothing was judged.`;
  const denied = [{ what: 'reading', ...(accepted ? { accepted } : {}) }];
  return `${said} ${deniedReason(fork, event, lacking(denied))}\n${permissionsBlock(denied)}`;
}

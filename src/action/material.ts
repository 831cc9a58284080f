import { type CommitFiles, type Read, readFiles, type Wanted } from '../github/blobs.ts';
import type { Client } from '../github/client.ts';
import { allLines, type DiffLines, linesBetween, linesOfPatch } from '../github/diff.ts';
import { type FileChange, mergeBase, type Repository } from '../github/files.ts';
import { type Gone, movesOf, type Vanished } from '../github/moved.ts';
import { policyCommit, type Reviewable } from './look.ts';
import type { OwnFiles, TeamFiles } from './team-policy.ts';

/** The contents that a review needs. */
export interface Contents {
  readonly postings: readonly Read[];
  readonly diffs: ReadonlyMap<string, DiffLines>;
  /** Where postings were that moved since they were commented on: path of now → path of then. */
  readonly moves: ReadonlyMap<string, string>;
  /** Own rules at the commit of the policy. */
  readonly rules: readonly Read[];
  /** Files of bands at the same commit. */
  readonly bands: readonly Read[];
  /** The known findings at the same commit. */
  readonly baseline?: Read;
  /** The policy as the change would have it; only where it edits it. */
  readonly proposed?: TeamFiles;
  /** Where the pull request's head is by now. */
  readonly headNow?: string;
  readonly open?: boolean;
}

export interface ContentsWanted {
  readonly postings: readonly FileChange[];
  /** Postings with own comments that are not where they were. */
  readonly vanished: Vanished;
  /** What the configuration in force names besides itself. */
  readonly own: OwnFiles;
  /** Configuration paths to read at the head, where the change edits the policy. */
  readonly proposed: readonly string[] | undefined;
  /** What a configuration names besides itself. */
  readonly ownOf: (config: Read | undefined) => Promise<OwnFiles>;
}

const LACKING = 'GitHub lists this file as changed and gives no content for it. Run the job again.';

/** Second round: postings at the head, own rules at the base, and the old text of files that came without hunks. */
export async function contents(
  client: Client,
  repository: Repository,
  target: Reviewable,
  wanted: ContentsWanted,
): Promise<Contents> {
  const compared = target.kind === 'tree' ? [] : wanted.postings.filter(needsOld);
  const from = compared.length > 0 ? await oldCommit(client, repository, target) : '';
  const files = filesOf(wanted.own);
  const large = wanted.own.baseline === undefined ? {} : { large: wanted.own.baseline };
  const folder = wanted.own.folder === undefined ? {} : { folder: wanted.own.folder };
  const head: Wanted = {
    commit: target.head,
    paths: [
      ...(wanted.proposed ? [...wanted.proposed, ...files] : []),
      ...wanted.postings.map(({ path }) => path),
      ...[...wanted.vanished.values()].flat(),
    ],
    ...(wanted.proposed ? { ...folder, ...large } : {}),
  };
  const others: Wanted[] = [];
  const hasOwn = wanted.own.folder !== undefined || files.length > 0;
  if (hasOwn) others.push({ commit: policyCommit(target), paths: files, ...folder, ...large });
  if (compared.length > 0)
    others.push({ commit: from, paths: compared.map(({ path, previousPath }) => previousPath ?? path) });
  const added = wanted.postings.filter(({ status }) => status !== 'modified').map(({ path }) => path);
  // Once a commit, however many postings moved since: most comments were written on the same one.
  const then = [...wanted.vanished].map(
    ([commit, paths]): Wanted => ({ commit, paths: [...paths, ...added], mayBeGone: true }),
  );
  const number = target.kind === 'pull' ? target.number : undefined;
  const answer = await readFiles(client, repository, [head, ...others, ...then], number);
  const byPath = new Map(answer.commits[0]!.files.map((file) => [file.path, file]));
  const old = new Map(
    (compared.length > 0 ? answer.commits[others.length]!.files : []).map((file) => [file.path, file]),
  );
  // GitHub's list is of the newest commit: in an older one a file may rightly be missing.
  const moved = answer.head !== undefined && answer.head !== target.head;
  const postings = wanted.postings.flatMap(({ path }) => byPath.get(path) ?? (moved ? [] : { path, problem: LACKING }));
  const proposed =
    wanted.proposed && (await proposedFiles(client, repository, target, wanted, answer.commits[0]!, byPath));
  return {
    postings,
    diffs: target.kind === 'tree' ? new Map() : diffsOf(wanted.postings, byPath, old),
    moves: movesIn(wanted, byPath, answer.commits.slice(1 + others.length)),
    rules: hasOwn ? answer.commits[1]!.folder : [],
    ...parted(hasOwn ? answer.commits[1]!.files : [], wanted.own),
    ...(proposed ? { proposed } : {}),
    ...(answer.head === undefined ? {} : { headNow: answer.head }),
    ...(answer.open === undefined ? {} : { open: answer.open }),
  };
}

/** The commit that the changes are counted from. */
async function oldCommit(client: Client, repository: Repository, target: Reviewable): Promise<string> {
  if (target.kind === 'range') return target.base;
  return mergeBase(client, repository, policyCommit(target), target.head);
}

/** A changed file without hunks: they are worked out from the two texts. A new file needs no old one. */
function needsOld({ status, patch }: FileChange): boolean {
  return patch === undefined && status !== 'added';
}

async function proposedFiles(
  client: Client,
  repository: Repository,
  target: Reviewable,
  wanted: ContentsWanted,
  head: { readonly folder: readonly Read[] },
  byPath: ReadonlyMap<string, Read>,
): Promise<TeamFiles> {
  const config = wanted.proposed?.map((path) => byPath.get(path)).find((file) => file !== undefined);
  const own = await wanted.ownOf(config);
  const shared = config ? { config } : {};
  const sameFolder = own.folder === wanted.own.folder;
  const known = filesOf(wanted.own);
  const unread = filesOf(own).filter((path) => !known.includes(path));
  const read = filesOf(own).flatMap((path) => (unread.includes(path) ? [] : (byPath.get(path) ?? [])));
  const rules = own.folder === undefined ? [] : head.folder;
  if ((sameFolder || own.folder === undefined) && unread.length === 0)
    return { ...shared, rules, ...parted(read, own) };
  // The change names another folder of rules, or further files: one more request.
  const folder = sameFolder || own.folder === undefined ? {} : { folder: own.folder };
  const large = own.baseline === undefined ? {} : { large: own.baseline };
  const { commits } = await readFiles(client, repository, [
    { commit: target.head, paths: unread, ...folder, ...large },
  ]);
  const [more] = commits;
  return { ...shared, rules: 'folder' in folder ? more!.folder : rules, ...parted([...read, ...more!.files], own) };
}

/** Paths of single files that a configuration names. */
function filesOf({ bands, baseline }: OwnFiles): readonly string[] {
  return baseline === undefined ? bands : [...bands, baseline];
}

/** Those files by what they are. */
function parted(files: readonly Read[], own: OwnFiles): { bands: readonly Read[]; baseline?: Read } {
  const baseline = files.find(({ path }) => path === own.baseline);
  return { bands: files.filter(({ path }) => own.bands.includes(path)), ...(baseline ? { baseline } : {}) };
}

/** A path that the head still has did not move: the change only took its own part of it back. */
function movesIn(
  { vanished, postings }: ContentsWanted,
  now: ReadonlyMap<string, Read>,
  then: readonly CommitFiles[],
): ReadonlyMap<string, string> {
  const gone: Gone[] = [];
  for (const [at, paths] of [...vanished.values()].entries()) {
    const files = new Map(then[at]!.files.map((file) => [file.path, file]));
    const beside = new Set(files.keys());
    for (const path of paths) {
      if (!now.has(path)) gone.push({ path, text: textOf(files.get(path)) ?? '', beside });
    }
  }
  const texts = new Map<string, string>();
  for (const { path } of gone.length > 0 ? postings.filter(({ status }) => status !== 'modified') : []) {
    const text = textOf(now.get(path));
    if (text !== undefined) texts.set(path, text);
  }
  return movesOf(gone, postings, texts);
}

const textOf = (file: Read | undefined) =>
  file && 'bytes' in file ? Buffer.from(file.bytes).toString('utf8') : undefined;

function diffsOf(
  changes: readonly FileChange[],
  now: ReadonlyMap<string, Read>,
  old: ReadonlyMap<string, Read>,
): ReadonlyMap<string, DiffLines> {
  const diffs = new Map<string, DiffLines>();
  for (const { path, previousPath, status, patch } of changes) {
    if (patch !== undefined) {
      diffs.set(path, linesOfPatch(patch));
      continue;
    }
    const after = textOf(now.get(path));
    if (after === undefined) continue;
    const before = status === 'added' ? undefined : textOf(old.get(previousPath ?? path));
    diffs.set(path, before === undefined ? allLines(after) : linesBetween(before, after));
  }
  return diffs;
}

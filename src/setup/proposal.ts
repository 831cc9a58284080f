/** What a team's first configuration would say: where its postings lie, and which of its keys mean lane, level and pay. Pure. */
import { readPosting } from '../posting/read.ts';
import type { Posting } from '../types/posting.ts';
import type { Vocabulary } from '../types/words.ts';

/** A Markdown file that was looked at. */
export interface Seen {
  /** From the repository's root, with `/`. */
  readonly path: string;
  readonly text: string;
  /** The built-in settings take it for a posting. */
  readonly found: boolean;
  /** Its text has a posting's shape. */
  readonly shaped: boolean;
}

/** A key of the team's that means a field, and in how many of the postings with it its value can be read so. */
export interface Mapping {
  readonly field: string;
  readonly key: string;
  readonly read: number;
  readonly of: number;
}

export interface Proposal {
  /** Paths of the postings. */
  readonly postings: readonly string[];
  /** Globs to set; none where the built-in ones find all postings. */
  readonly globs: readonly string[];
  readonly mappings: readonly Mapping[];
}

/** Fields that keys are mapped to, and what tells that a value was understood. */
const FIELDS: Readonly<Record<string, (posting: Posting) => boolean>> = {
  lane: ({ lane }) => lane.id !== undefined,
  level: ({ level }) => level.id !== undefined,
  comp: ({ comp }) => comp !== undefined,
};

/** Postings that are read again for each key; a team writes all of its postings alike. */
const SAMPLE = 50;
/** A folder outside the usual ones is one of postings where so many of its files, and so large a part, have their shape. */
const FOLDER = { files: 2, share: 0.5 };
/** Part of the values of a key that must be understood. */
const UNDERSTOOD = 0.6;

/** Proposes settings from the Markdown of a repository. */
export function propose(seen: readonly Seen[], vocabulary: Vocabulary): Proposal {
  const outside = outsideFolders(seen);
  const postings = seen.filter(({ path, found }) => found || outside.has(folderOf(path)));
  const globs = outside.size === 0 ? [] : foldersOf(postings).map((folder) => `${folder}/**/*.{md,mdx,markdown}`);
  return { postings: postings.map(({ path }) => path), globs, mappings: mappingsOf(postings, vocabulary) };
}

function outsideFolders(seen: readonly Seen[]): ReadonlySet<string> {
  const counts = new Map<string, { files: number; shaped: number }>();
  for (const { path, found, shaped } of seen) {
    if (found) continue;
    const { files, shaped: before } = counts.get(folderOf(path)) ?? { files: 0, shaped: 0 };
    counts.set(folderOf(path), { files: files + 1, shaped: before + (shaped ? 1 : 0) });
  }
  const isFolder = ([folder, { files, shaped }]: readonly [string, { files: number; shaped: number }]) =>
    folder !== '' && shaped >= FOLDER.files && shaped >= FOLDER.share * files;
  return new Set([...counts].filter(isFolder).map(([folder]) => folder));
}

/** The folders of postings, those within another left out. */
function foldersOf(postings: readonly Seen[]): readonly string[] {
  const folders = [...new Set(postings.map(({ path }) => folderOf(path)).filter((folder) => folder !== ''))].sort();
  return folders.filter((folder) => !folders.some((other) => other !== folder && folder.startsWith(`${other}/`)));
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** Keys whose values the reader understands as a field that most postings do not declare. */
function mappingsOf(postings: readonly Seen[], vocabulary: Vocabulary): readonly Mapping[] {
  const sample = postings.slice(0, SAMPLE);
  const read = (given: Vocabulary) => sample.map(({ path, text }) => readPosting(path, text, given));
  const plain = read(vocabulary);
  const known = new Set(Object.keys(vocabulary.fields));
  const keys = new Set(plain.flatMap(({ fields }) => [...fields.keys()].filter((key) => !known.has(key))));
  return Object.entries(FIELDS).flatMap(([field, understood]): Mapping[] => {
    if (plain.filter(understood).length * 2 > plain.length) return [];
    const tried = [...keys].map((key): Mapping => {
      const fields = { ...vocabulary.fields, [field]: [key] };
      const having = read({ ...vocabulary, fields }).filter((posting) => posting.fields.get(field)?.key === key);
      return { field, key, read: having.filter(understood).length, of: having.length };
    });
    const [best] = tried
      .filter((each) => each.read > 0 && each.read >= UNDERSTOOD * each.of && each.of * 2 >= plain.length)
      .sort((a, b) => b.read - a.read);
    return best ? [best] : [];
  });
}

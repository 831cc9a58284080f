import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { findBelow, nameFrom, readBytes, repositoryTop } from '../disk.ts';
import { applyToOf, takenOut } from '../instructions/scope.ts';
import { instructionsText, MAX_CHARACTERS } from '../instructions/text.ts';
import { MAX_FILE_BYTES } from '../limits.ts';
import { standingBy } from '../policy/paths.ts';
import { plain } from '../render/plain.ts';
import type { Policy } from '../types/policy.ts';
import { EXIT, type Io, UsageError } from './io.ts';
import { loadPolicy, type PolicyFlags } from './load.ts';
import { writeWhole } from './write-whole.ts';

export interface InstructionsFlags extends PolicyFlags {
  readonly check?: boolean;
  readonly output?: string;
}

/** Where reviewers look for instructions, from the repository's top. */
const PLACE = '.github/instructions/jd-review.instructions.md';

/** `jd-review instructions`: the team's policy for reviewers that read instructions; with `--check` whether they are fresh. */
export async function instructions({ check, output, ...flags }: InstructionsFlags, io: Io): Promise<number> {
  const policy = await loadPolicy(flags, io);
  const text = textFor(policy, io.cwd);
  if (output === '-') {
    io.stdout.write(text);
    return EXIT.pass;
  }
  const file = output === undefined ? join(repositoryTop(io.cwd), PLACE) : resolve(io.cwd, output);
  const shown = relative(io.cwd, file).split(sep).join('/');
  const known = textOf(file);
  if (check) {
    if (known === text) return EXIT.pass;
    const fault = known === undefined ? 'is not there' : 'is not what the policy gives';
    io.stderr.write(`jd-review: ${plain(shown)} ${fault}. Run: jd-review instructions\n`);
    return EXIT.findings;
  }
  if (known === text) {
    io.stdout.write(`${plain(shown)} is fresh.\n`);
    return EXIT.pass;
  }
  if (output === undefined) makeFolder(dirname(file), shown);
  writeWhole(file, text, shown);
  io.stdout.write(`${plain(shown)} is written.\n`);
  return EXIT.pass;
}

/** The text of a file with the line ends of any system; undefined where there is none to read. */
function textOf(file: string): string | undefined {
  const read = existsSync(file) ? readBytes(file, MAX_FILE_BYTES) : { problem: '' };
  return 'bytes' in read ? Buffer.from(read.bytes).toString().replaceAll('\r\n', '\n') : undefined;
}

function makeFolder(folder: string, shown: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(`The folder of ${shown} could not be made (${code}). Check what stands in its place.`);
  }
}

function textFor(policy: Policy, cwd: string): string {
  const { postings: globs } = policy.settings;
  const applyTo = applyToOf(globs, postingsBelow(policy, cwd));
  if (applyTo === undefined) {
    throw new UsageError(
      'The globs of postings are too many to list, and no posting is here that would tell which of them count. Name the folder of yours: “postings” in .github/jd-review.yml.',
    );
  }
  const text = instructionsText(policy, { applyTo, except: takenOut(globs) });
  if (text === undefined) {
    throw new UsageError(`The policy has too many lanes and levels to be told in ${MAX_CHARACTERS} characters.`);
  }
  return text;
}

/** Paths of the postings of the repository, from its top. */
function postingsBelow({ settings }: Policy, cwd: string): string[] {
  const top = repositoryTop(cwd);
  const standing = standingBy(settings);
  const { sources } = findBelow(cwd, (path) => standing(path) === 'posting', top);
  return sources.map(({ file }) => nameFrom(top, top, file));
}

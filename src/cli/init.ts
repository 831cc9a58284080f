import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { templateFile } from '../builtin.ts';
import { findBelow, readBytes, repositoryTop } from '../disk.ts';
import { MAX_FILE_BYTES } from '../limits.ts';
import { CONFIG_PATHS, standingBy } from '../policy/paths.ts';
import { hasPostingShape } from '../posting/declared.ts';
import { readPosting } from '../posting/read.ts';
import { count, plain } from '../render/plain.ts';
import { configText } from '../setup/config-text.ts';
import { type Mapping, type Proposal, propose, type Seen } from '../setup/proposal.ts';
import { decode } from '../text-input.ts';
import type { Policy } from '../types/policy.ts';
import type { Finding } from '../types/review.ts';
import { type Asker, askerOf } from './ask.ts';
import { todayOf } from './day.ts';
import { EXIT, type Io } from './io.ts';
import { loadPolicy } from './load.ts';
import { createJudge } from './one-file.ts';
import { writeWhole } from './write-whole.ts';

export interface InitFlags {
  readonly yes?: boolean;
  readonly force?: boolean;
  readonly today?: string;
}

const WORKFLOW_PATH = '.github/workflows/jd-review.yml';
/** Where postings go that there are none of yet. */
const FIRST_GLOB = 'jobs/**/*.{md,mdx,markdown}';
/** Rules that are told one by one. */
const SHOWN = 8;

/** A file to write. */
interface Draft {
  /** From the repository's root. */
  readonly path: string;
  readonly text: string;
}

/** `jd-review init`: finds the postings, proposes settings, writes configuration and workflow, says what would be flagged. */
export async function init(flags: InitFlags, io: Io): Promise<number> {
  const top = repositoryTop(io.cwd);
  const policy = await loadPolicy({}, io);
  const seen = markdownOf(top, policy);
  const proposal = propose(seen, policy.vocabulary);
  const say = (line = '') => io.stdout.write(`${plain(line)}\n`);
  tell(proposal, say);
  const asker = flags.yes ? undefined : askerOf(io);
  const mappings = await agreed(proposal.mappings, asker);
  const globs = proposal.postings.length === 0 ? [FIRST_GLOB] : proposal.globs;
  const drafts: readonly Draft[] = [
    { path: CONFIG_PATHS[0], text: configText(globs, mappings) },
    { path: WORKFLOW_PATH, text: readFileSync(templateFile('workflow', 'yml'), 'utf8') },
  ];
  const shown = (path: string) => relative(io.cwd, join(top, path)).split(sep).join('/');
  const standing = drafts.filter(({ path }) => isThere(top, path));
  const wanted = flags.force ? drafts : drafts.filter((draft) => !standing.includes(draft));
  for (const { path } of flags.force ? [] : standing)
    say(`${shown(path)} is there already and stays (--force writes it anew).`);
  const goes =
    flags.yes || (asker !== undefined && (await isYes(asker, 'Write these files? yes or no', wanted, shown, say)));
  asker?.close();
  if (goes) {
    for (const { path, text } of wanted) {
      mkdirSync(dirname(join(top, path)), { recursive: true });
      writeWhole(join(top, path), text, shown(path));
      say(`Written: ${shown(path)}`);
    }
  } else if (asker === undefined) {
    for (const { path, text } of wanted) io.stdout.write(`\n--- ${plain(shown(path))}\n${text}`);
    say();
    say('Nothing was written. To write these files: jd-review init --yes');
  } else say('Nothing was written.');
  flagged(seen, proposal, withMappings(policy, mappings), todayOf(flags.today, io), say);
  return EXIT.pass;
}

function isThere(top: string, path: string): boolean {
  // Of the two names of the configuration only one may be there.
  const names = path === CONFIG_PATHS[0] ? CONFIG_PATHS : [path];
  return names.some((name) => existsSync(join(top, name)));
}

/** All Markdown of a repository outside hidden folders. */
function markdownOf(top: string, policy: Policy): readonly Seen[] {
  const standing = standingBy(policy.settings);
  const { sources } = findBelow(top, (path) => !/(^|\/)\.[^/]+\//.test(path), top);
  return sources.flatMap(({ path, file }): Seen[] => {
    const read = readBytes(file, MAX_FILE_BYTES);
    const decoded = 'bytes' in read ? decode(read.bytes) : read;
    if ('problem' in decoded) return [];
    const stands = standing(path);
    const shaped = hasPostingShape(readPosting(path, decoded.text, policy.vocabulary), policy.vocabulary);
    const found = stands === 'posting' || (shaped && (stands === 'shared' || stands === 'document'));
    return [{ path, text: decoded.text, found, shaped: shaped && stands !== 'ignored' }];
  });
}

function tell({ postings, globs, mappings }: Proposal, say: (line?: string) => void): void {
  if (postings.length === 0) {
    say(`No postings are here yet. Put them below jobs/; jd-review new writes the first one.`);
    return;
  }
  const folders = [...new Set(postings.map((path) => path.slice(0, Math.max(0, path.lastIndexOf('/'))) || '.'))];
  const more = folders.length > SHOWN ? ` and ${folders.length - SHOWN} more folders` : '';
  say(`${count(postings.length, 'posting')} in ${folders.slice(0, SHOWN).join(', ')}${more}.`);
  if (globs.length > 0) say('Not all of them lie where they are looked for, so the configuration names their folders.');
  for (const { field, key, read, of } of mappings)
    say(`“${key}” is read as ${field}: ${read} of ${of} values are understood.`);
}

/** The mappings that a person agrees to; all where nobody is asked. */
async function agreed(mappings: readonly Mapping[], asker: Asker | undefined): Promise<readonly Mapping[]> {
  if (!asker) return mappings;
  const kept: Mapping[] = [];
  for (const mapping of mappings) {
    const answer = await asker.ask(`Does “${mapping.key}” say the ${mapping.field}? yes or no`, yesOrNo, 'yes');
    if (answer?.startsWith('y')) kept.push(mapping);
  }
  return kept;
}

const yesOrNo = (answer: string) => (/^(y|yes|n|no)$/i.test(answer) ? undefined : 'Write yes or no.');

async function isYes(
  asker: Asker,
  question: string,
  wanted: readonly Draft[],
  shown: (path: string) => string,
  say: (line?: string) => void,
): Promise<boolean> {
  if (wanted.length === 0) return false;
  for (const { path } of wanted) say(`  ${shown(path)}`);
  return (await asker.ask(question, yesOrNo, 'yes'))?.toLowerCase().startsWith('y') ?? false;
}

function withMappings(policy: Policy, mappings: readonly Mapping[]): Policy {
  const fields: Record<string, readonly string[]> = { ...policy.vocabulary.fields };
  for (const { field, key } of mappings) fields[field] = [key, ...(fields[field] ?? [])];
  return { ...policy, vocabulary: { ...policy.vocabulary, fields } };
}

const RANK = { error: 0, warning: 1, notice: 2 } as const;

/** What a review of all postings would say today, rule by rule, the gravest first. */
function flagged(
  seen: readonly Seen[],
  { postings }: Proposal,
  policy: Policy,
  today: string,
  say: (line?: string) => void,
): void {
  if (postings.length === 0) return;
  const judge = createJudge(policy, today);
  const wanted = new Set(postings);
  const findings = seen.flatMap(({ path, text }) => (wanted.has(path) ? judge(path, text).review.findings : []));
  const rules = new Map<string, { readonly severity: Finding['severity']; readonly paths: Set<string> }>();
  for (const { rule, severity, path, waived } of findings) {
    if (waived) continue;
    const known = rules.get(`${severity} ${rule}`) ?? { severity, paths: new Set<string>() };
    known.paths.add(path);
    rules.set(`${severity} ${rule}`, known);
  }
  const sorted = [...rules].sort(
    (a, b) => RANK[a[1].severity] - RANK[b[1].severity] || b[1].paths.size - a[1].paths.size,
  );
  say();
  if (sorted.length === 0) {
    say('Today it would flag nothing.');
    return;
  }
  say('Today it would flag:');
  for (const [name, { paths }] of sorted.slice(0, SHOWN)) say(`  ${name} in ${count(paths.size, 'posting')}`);
  if (sorted.length > SHOWN) say(`  and ${sorted.length - SHOWN} more rules`);
  say('In full: jd-review check');
}

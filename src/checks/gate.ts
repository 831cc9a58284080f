/** What lets a check speak or keep silent, beside its own work: declared once, one meaning each. */
import type { CheckKind, CompileBase, OptionSpecs, OptionsOf } from '../types/check.ts';
import type { CheckContext, Judge } from '../types/policy.ts';
import type { Field } from '../types/posting.ts';
import type { Owner, Scope } from '../types/text.ts';
import type { Hit, PhraseSet, Saying } from '../types/words.ts';
import { lawFinder } from './job-place.ts';
import { blocksLedBy } from './lead.ts';
import { hitsIn, outside } from './scope.ts';

/** Whether a posting is judged: options of every kind. */
export const POSTING_GATES = {
  'only-where': { type: 'sayings', doc: 'Only where one of these stands in the posting.' },
  'unless-posting': { type: 'sayings', doc: 'Not where one of these stands in the posting.' },
  'unless-field': { type: 'texts', doc: 'Not where one of these frontmatter fields is true.' },
  'header-read': {
    type: 'flag',
    doc: 'Not where the frontmatter could not be read: what is missing may stand there.',
  },
  'where-law': {
    type: 'text',
    doc: 'Only where a pay law of the posting’s place asks for this (pay-laws.yml, needs); the message may name the {place}.',
  },
  'unless-law': { type: 'text', doc: 'Not where a pay law of the posting’s place asks for this.' },
  remote: { type: 'texts', doc: 'For pay laws: words of a location for a job done from anywhere.' },
} as const satisfies OptionSpecs;

/** Former names of these gates, and where they stand now. */
const RENAMED = {
  'unless-in': '“in” beside “says” in “unless-posting”',
  'when-posting': '“only-where”',
  'when-in': '“in” beside “says” in “only-where”',
  'only-where-in': '“in” beside “says” in “only-where”',
};

/** Which hits count: options of the kinds that look at words. */
export const HIT_GATES = {
  in: { type: 'scopes', doc: 'Where the words count.' },
  whose: {
    type: 'owners',
    doc: 'Only in a statement that speaks of these: role, team, company, customer, candidate, process.',
  },
  with: {
    type: 'phrases',
    doc: 'Only in a sentence that says one of these, or under an item, line, heading or cell that does.',
  },
  unless: { type: 'phrases', doc: 'Not in a sentence that says one of these.' },
  except: { type: 'phrases', doc: 'Not where the words found are part of one of these (“PhD students”).' },
  negated: { type: ['skip', 'keep'], doc: 'Whether “no …” and “… not needed” count; skip when left out.' },
} as const satisfies OptionSpecs;

type HitGates = OptionsOf<typeof HIT_GATES>;

/** A kind whose checks take the gates of the posting, too. */
export function gated(kind: CheckKind): CheckKind {
  return {
    ...kind,
    options: { ...POSTING_GATES, ...kind.options },
    renamed: { ...RENAMED, ...kind.renamed },
    values: [...new Set([...kind.values, 'place'])],
    compile: (options, policy) => gate(options, kind.compile(options, policy), policy),
  };
}

function gate(options: OptionsOf<typeof POSTING_GATES>, judge: Judge, policy: CompileBase): Judge {
  const { 'only-where': about, 'unless-posting': unless, 'unless-field': fields } = options;
  const gates: ((context: CheckContext) => boolean)[] = [];
  if (about) gates.push((context) => says(context, about));
  if (unless) gates.push((context) => !says(context, unless));
  if (fields) gates.push(({ posting }) => !fields.some((name) => isTrue(posting.fields.get(name))));
  if (options['header-read']) gates.push(({ posting }) => !posting.unread);
  const open: Judge =
    gates.length === 0 ? judge : (context) => (gates.every((opens) => opens(context)) ? judge(context) : []);
  const need = options['where-law'] ?? options['unless-law'];
  if (need === undefined) return open;
  const lawsFor = lawFinder(policy, options.remote);
  // Finding the laws of a place costs more than most checks.
  return (context) => {
    const hints = open(context);
    if (hints.length === 0) return hints;
    const place = lawsFor(context).find(({ law }) => law.needs.includes(need))?.law.place;
    if (options['where-law'] === undefined) return place === undefined ? hints : [];
    return place === undefined ? [] : hints.map((hint) => ({ ...hint, values: { place, ...hint.values } }));
  };
}

function says(context: CheckContext, sayings: readonly Saying[]): boolean {
  return sayings.some((saying) => hitsOfSaying(context, saying).length > 0);
}

/** Where one of these is said, each in its own places: hits of the first, then of the next. */
export function hitsOfSayings(context: CheckContext, sayings: readonly Saying[] = []): readonly Hit[] {
  return sayings.flatMap((saying) => hitsOfSaying(context, saying));
}

function hitsOfSaying(
  context: CheckContext,
  { says: set, 'unless-posting': unless, ...gates }: Saying,
): readonly Hit[] {
  const hits = hitsThrough(context, set, gates);
  return hits.length > 0 && unless !== undefined && says(context, unless) ? [] : hits;
}

/** Hits of a set that the gates of a check let through; `scopes` stands for `in` where the check leaves it out. */
export function hitsThrough(
  context: CheckContext,
  set: PhraseSet | undefined,
  { in: own, whose, with: wanted, unless, except, negated }: HitGates,
  scopes?: readonly Scope[],
): readonly Hit[] {
  let hits = hitsIn(context, set, own ?? scopes, negated);
  // Most phrases are in no posting, and what follows costs more than to look.
  if (hits.length === 0) return hits;
  hits = hitsOfOwners(context, hits, whose);
  if (except !== undefined && hits.length > 0) hits = outside(hits, context.hits.of(except));
  if (wanted !== undefined && hits.length > 0) hits = hitsUnder(context, hits, wanted);
  if (unless !== undefined) hits = hitsBeside(context, hits, unless, statementOf, false);
  return hits;
}

/** Of these hits those in statements that speak of one of these owners. */
export function hitsOfOwners(
  { posting }: CheckContext,
  hits: readonly Hit[],
  owners: readonly Owner[] | undefined,
): readonly Hit[] {
  if (owners === undefined) return hits;
  return hits.filter((hit) => owners.includes(posting.statements[hit.statement]!.owner));
}

/** Of these hits those whose sentence, or what leads its block, says one of a set. */
function hitsUnder(context: CheckContext, hits: readonly Hit[], set: PhraseSet): readonly Hit[] {
  const said = new Set(context.hits.of(set).map(statementOf));
  const led = blocksLedBy(context, set);
  return hits.filter((hit) => said.has(hit.statement) || led.has(context.posting.statements[hit.statement]!.block));
}

const statementOf = (hit: Hit): number => hit.statement;

/** Of these hits those whose sentence, block or section (by `group`) says one of a set, or those whose does not. */
export function hitsBeside(
  context: CheckContext,
  hits: readonly Hit[],
  set: PhraseSet | undefined,
  group: (hit: Hit) => number | undefined,
  wanted: boolean,
): readonly Hit[] {
  if (set === undefined || hits.length === 0) return hits;
  const groups = new Set(context.hits.of(set).map(group));
  return hits.filter((hit) => groups.has(group(hit)) === wanted);
}

function isTrue(field: Field | undefined): boolean {
  const value = field?.value;
  return value === true || (typeof value === 'string' && /^\s*(true|yes)\s*$/i.test(value));
}

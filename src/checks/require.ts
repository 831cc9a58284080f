import type { CheckKind, OptionSpecs, OptionsOf } from '../types/check.ts';
import type { Span } from '../types/place.ts';
import type { CheckContext, Hint } from '../types/policy.ts';
import type { Posting } from '../types/posting.ts';
import { HARD_SEPARATORS, type Scope, Separator } from '../types/text.ts';
import type { Hit, PhraseSet } from '../types/words.ts';
import { absencePoint } from './absence-place.ts';
import { ownShare } from './evidence.ts';
import { HIT_GATES, hitsOfOwners, hitsOfSayings } from './gate.ts';
import { countedThings, namedThings } from './same-thing.ts';
import { hitsIn, outside, spanOf } from './scope.ts';

const EVERYWHERE: readonly Scope[] = ['anywhere'];

/**
 * Whether the title holds a word that is part of no phrase of a set, nor of the posting's place. What stands before the
 * role and apart from it (“Acme: ML Engineer”), and behind “at”, is the employer.
 */
function titleSaysMore({ posting, hits }: CheckContext, known: PhraseSet, role: Hit | undefined): boolean {
  const { title, tokens } = posting;
  if (title === undefined) return false;
  const covered = new Set<number>();
  for (const hit of hits.of(known)) for (let token = hit.from; token < hit.to; token++) covered.add(token);
  const place = posting.location?.text.toLowerCase() ?? '';
  let first = role?.from ?? 0;
  while (first > 0 && !(tokens[first]!.before & (HARD_SEPARATORS | Separator.start))) first--;
  let last = role?.to ?? 0;
  while (last < tokens.length && tokens[last]!.end <= title.span.end && tokens[last]!.word !== 'at') last++;
  return tokens
    .slice(first, last)
    .some(
      ({ word, start, end }, index) =>
        start >= title.span.start &&
        end <= title.span.end &&
        !covered.has(first + index) &&
        word.length > 2 &&
        !/\d/.test(word) &&
        !place.includes(word),
    );
}

/**
 * Hits by kind of evidence, kinds without a hit left out; `any` and `or` are one kind without a name. Looks for no more
 * than `enough` kinds.
 */
function evidenceIn(context: CheckContext, options: Options, enough: number): ReadonlyMap<string, readonly Hit[]> {
  const negated = options.negated ?? 'keep';
  const others = options.except === undefined ? [] : context.hits.of(options.except);
  const evidence = new Map<string, readonly Hit[]>();
  const groups = Object.entries(options.groups ?? {});
  for (const [name, set] of [...groups, ['', options.any] as const]) {
    const said = hitsOfOwners(context, hitsIn(context, set, options.in ?? EVERYWHERE, negated), options.whose);
    const hits = outside(said, others);
    if (hits.length > 0) evidence.set(name, hits);
  }
  const add = (name: string, hits: readonly Hit[]) => {
    if (hits.length > 0) evidence.set(name, [...(evidence.get(name) ?? []), ...hits]);
  };
  const elsewhere = options['or-in'] ?? EVERYWHERE;
  const saidElsewhere = hitsOfOwners(context, hitsIn(context, options.or, elsewhere, negated), options['or-whose']);
  add('', outside(saidElsewhere, others));
  const scopes = options.or === undefined ? (options.in ?? EVERYWHERE) : elsewhere;
  const { 'counted-as': counted, 'named-as': named, 'kept-as': kept } = options;
  if (counted !== undefined && evidence.size < enough) add(counted, countedThings(context, scopes));
  const { terms } = context.policy;
  const plain = terms['plain-modifier'];
  if (named !== undefined && evidence.size < enough) {
    add(named, namedThings(context, terms['model-head'], [plain], scopes));
  }
  if (kept !== undefined && evidence.size < enough) {
    const compounds = terms['data-compound'] === undefined ? [] : context.hits.of(terms['data-compound']);
    add(kept, outside(namedThings(context, terms['data-head'], [plain, terms['plain-data']], scopes), compounds));
  }
  return evidence;
}

/** Kinds of evidence by the block that says them. */
function byBlock(
  context: CheckContext,
  evidence: ReadonlyMap<string, readonly Hit[]>,
): ReadonlyMap<number, Set<string>> {
  const blocks = new Map<number, Set<string>>();
  for (const [name, hits] of evidence) {
    for (const hit of hits) {
      const block = blockOf(context, hit);
      const said = blocks.get(block);
      if (said) said.add(name);
      else blocks.set(block, new Set([name]));
    }
  }
  return blocks;
}

const blockOf = (context: CheckContext, hit: Hit): number => context.posting.statements[hit.statement]!.block;

/** Finds what a posting does not say, once a posting or once a claim. */
function judge(check: Options, everyday: ReadonlySet<string>, context: CheckContext): readonly Hint[] {
  const { posting } = context;
  const claimed = hitsOfSayings(context, check.claim);
  if (check.claim !== undefined && claimed.length < (check['least-claims'] ?? 1)) return [];

  const names = Object.keys(check.groups ?? {});
  const wanted = check['at-least'] ?? Math.max(1, names.length);
  // Of each block it matters what it says itself; of the posting only whether it says enough.
  const evidence = evidenceIn(context, check, check.per === 'block' ? Number.POSITIVE_INFINITY : wanted);
  const said = new Set(evidence.keys());
  if (said.size < (check.from ?? 0)) return [];
  const hint = (span: Span, claim: Hit | undefined, heard: ReadonlySet<string>): Hint => {
    const lacking = names.filter((name) => !heard.has(name));
    const claimSpan = claim && spanOf(posting, claim);
    return {
      span,
      ...(check.missing === undefined ? {} : { found: check.missing }),
      values: {
        claim: claimSpan ? posting.text.slice(claimSpan.start, claimSpan.end) : '',
        said: names.filter((name) => heard.has(name)).join(' and '),
        lacking: lacking.join(' and '),
      },
    };
  };

  if (check.per === 'block') {
    const heardIn = byBlock(context, evidence);
    const seen = new Set<number>();
    const hints: Hint[] = [];
    for (const claim of claimed) {
      const block = blockOf(context, claim);
      if (seen.has(block)) continue;
      seen.add(block);
      const heard = heardIn.get(block) ?? new Set();
      if (heard.size < wanted) hints.push(hint(spanOf(posting, claim), claim, heard));
    }
    return hints;
  }

  if (said.size >= wanted) return [];
  if (check['other-than'] !== undefined && titleSaysMore(context, check['other-than'], claimed[0])) return [];
  const claim = claimed[0];
  const span = check.at === undefined && claim ? spanOf(posting, claim) : absencePoint(posting, check.at ?? []);
  const doubtful = ownShareOf(check, everyday, posting) >= (check['doubtful-share'] ?? Number.POSITIVE_INFINITY);
  return [{ ...hint(span, claim, said), ...(doubtful ? { severity: 'notice' as const } : {}) }];
}

/** Share of the posting's own words where evidence is looked for, below the title; counted only where the check asks. */
function ownShareOf(check: Options, everyday: ReadonlySet<string>, posting: Posting): number {
  if (check['doubtful-share'] === undefined) return 0;
  const scopes = (check.in ?? EVERYWHERE).filter((scope) => scope !== 'title');
  return ownShare(posting, everyday, scopes);
}

const options = {
  any: { type: 'phrases', doc: 'Saying one of these is enough.' },
  groups: { type: 'phrase-map', doc: 'Kinds of evidence by name; see at-least.' },
  'at-least': { type: 'number', doc: 'How many kinds must be said (default: every group, or any one phrase).' },
  from: {
    type: 'number',
    doc: 'Judge only where at least this many kinds are said in the posting; fewer are another check’s matter.',
  },
  per: { type: ['posting', 'block'], doc: 'block: the paragraph or list item of each claim must say it itself.' },
  in: HIT_GATES.in,
  whose: HIT_GATES.whose,
  except: HIT_GATES.except,
  or: { type: 'phrases', doc: 'Saying one of these elsewhere is enough, too.' },
  'or-in': { type: 'scopes', doc: 'Where saying those counts (default: anywhere).' },
  'or-whose': { type: 'owners', doc: 'Of whom saying those counts (default: of anybody).' },
  'counted-as': {
    type: 'text',
    doc: 'Counted things (“20,000 leases”) are evidence of this kind (of `any` when empty), in the scopes of `or-in`, else of `in`; words: {magnitude}, {uncounted}.',
  },
  'named-as': {
    type: 'text',
    doc: 'Things named by what is made for them (“lease model”) are evidence of this kind, in the same scopes; words: {model-head}, {plain-modifier}.',
  },
  'kept-as': {
    type: 'text',
    doc: 'Data named by what they are of (“gauge data”) are evidence of this kind, in the same scopes; words: {data-head}, {plain-modifier}, {plain-data}.',
  },
  'other-than': {
    type: 'phrases',
    doc: 'Silent where the title holds words that are part of none of these: they say what is wanted.',
  },
  'doubtful-share': {
    type: 'number',
    doc: 'A notice where words that are none that any posting may use (`everyday`) make up this share of all different words about role and team (0.3: three of ten): the text says something, perhaps in words that no phrase knows.',
  },
  negated: { type: ['keep', 'skip'], doc: 'Whether “no X” says something of X (default: keep).' },
  claim: { type: 'sayings', doc: 'Judge only where one of these stands: what the posting claims.' },
  'least-claims': { type: 'number', doc: 'How many claims there must be (default 1).' },
  at: {
    type: 'scopes',
    doc: 'Where the finding stands: the heading of the first section there is of these kinds; else the title. At the words of the claim when left out.',
  },
  missing: { type: 'text', doc: 'Name of what is missing, as {found}.' },
} as const satisfies OptionSpecs;

type Options = OptionsOf<typeof options>;

/** `require`: something must be said. */
export const requireKind: CheckKind<typeof options> = {
  doc: 'Something must be said in the posting, always or only where the posting claims something.',
  options,
  values: ['claim', 'said', 'lacking'],
  renamed: {
    'own-words': 'nothing: evidence alone counts',
    'own-share': 'nothing: evidence alone counts',
    magnitude: 'its words into the vocabulary {magnitude}',
    uncounted: 'its words into the vocabulary {uncounted}',
    heads: 'its words into the vocabulary {model-head}',
    plain: 'its words into the vocabulary {plain-modifier}',
    'at-claim': 'no “at”: the finding then stands at the claim',
    when: '“says” in “claim”',
    'when-in': '“in” beside “says” in “claim”',
    'when-except': '“except” beside “says” in “claim”',
    'when-at-least': '“least-claims”',
    'or-when': 'a second “says” in “claim”',
    'or-when-in': '“in” beside “says” in “claim”',
    unless: '“unless-posting”',
    'or-unless': 'a second “says” in “unless-posting”',
    'or-unless-in': '“in” beside “says” in “unless-posting”',
  },
  compile: (options, { vocabulary }) => {
    const everyday = new Set(options['doubtful-share'] === undefined ? [] : vocabulary.words.everyday);
    return (context) => judge(options, everyday, context);
  },
};

import type { CheckKind, OptionSpecs, OptionsOf } from '../types/check.ts';
import type { Edit } from '../types/place.ts';
import type { CheckContext, Hint } from '../types/policy.ts';
import type { Scope } from '../types/text.ts';
import type { Hit } from '../types/words.ts';
import { HIT_GATES, hitsThrough } from './gate.ts';
import { namer } from './names.ts';
import { hitsIn, spanOf } from './scope.ts';
import { itemsOf } from './share.ts';
import { listsOf, listWords, slotsOf, trailsOff } from './slots.ts';

const options = {
  what: {
    type: ['slots', 'list', 'items'],
    required: true,
    doc: 'slots: distinct demands of the posting, alternatives counted once; list: distinct things in one list; items: top-level list items.',
  },
  any: { type: 'phrases', doc: 'The things that count (slots, list).' },
  ...HIT_GATES,
  in: { type: 'scopes', doc: 'Where they count; required when left out.' },
  'at-least': { type: 'number', required: true, doc: 'Told from this number on.' },
  'error-from': { type: 'number', doc: 'An error from this number on (slots).' },
  'in-sentence': { type: 'number', doc: 'An error also where one sentence names this many distinct things (slots).' },
  listed: { type: 'phrases', doc: 'Other things that may stand in the same list without counting (list).' },
  'at-least-hedged': {
    type: 'number',
    doc: 'Told from this number on where the list ends in “or similar”, “etc.” (list).',
  },
  'settled-by': {
    type: 'scopes',
    doc: 'Where these name exactly one of the things, offers to write that one for the list (list).',
  },
  kinds: {
    type: 'phrases',
    doc: 'Words for a kind of thing: a list in brackets or behind a colon after them is one slot.',
  },
  together: { type: 'phrases', doc: 'Things that are one slot wherever they stand.' },
  ignore: { type: 'texts', doc: 'Words that do not tell things apart (“apache”).' },
  same: { type: 'text-map', doc: 'Other names of a thing: name → the name it counts as.' },
} as const satisfies OptionSpecs;

type Options = OptionsOf<typeof options>;

/** Too many things named. Points at the first that is too many, or at the list. */
export const count: CheckKind<typeof options> = {
  doc: 'Too many things are named: slots of a demand (alternatives are one), things in one list, or list items.',
  options,
  values: ['count', 'limit', 'names'],
  compile: (options) => (context) => judges[options.what](options, context),
};

const REQUIRED: readonly Scope[] = ['required'];

const judges = { slots: judgeSlots, list: judgeLists, items: judgeItems };

function together(context: CheckContext, check: Options): readonly Hit[] {
  return check.together === undefined ? [] : context.hits.of(check.together);
}

function judgeSlots(check: Options, context: CheckContext): readonly Hint[] {
  const { posting } = context;
  const hits = hitsThrough(context, check.any, check, REQUIRED);
  if (hits.length < Math.min(check['at-least'], check['in-sentence'] ?? check['at-least'])) return [];
  const nameOf = namer(posting, { ...check, together: together(context, check) });
  const slots = slotsOf(posting, hits, listWords(context, check.kinds), nameOf);
  const limit = check['at-least'];
  const values = {
    count: slots.length,
    limit: limit - 1,
    names: namesOf(
      context,
      slots.map((slot) => slot.hit),
    ),
  };
  const sentence = longSentence(check, hits, nameOf);
  const grave = slots.length >= (check['error-from'] ?? Number.POSITIVE_INFINITY) || sentence !== undefined;
  const severity = grave ? { severity: 'error' as const } : {};
  if (slots.length >= limit) return [{ span: spanOf(context.posting, slots[limit - 1]!.hit), values, ...severity }];
  if (sentence === undefined) return [];
  const distinct = firstOfEach(sentence, nameOf);
  return [
    {
      span: spanOf(context.posting, sentence[0]!, sentence.at(-1)),
      values: { ...values, count: distinct.length, names: namesOf(context, distinct) },
      ...severity,
    },
  ];
}

/** Hits of the first statement that names as many distinct things as `in-sentence`. */
function longSentence(check: Options, hits: readonly Hit[], nameOf: (hit: Hit) => string): readonly Hit[] | undefined {
  const limit = check['in-sentence'];
  if (limit === undefined) return undefined;
  for (let from = 0; from < hits.length; ) {
    let to = from + 1;
    while (to < hits.length && hits[to]!.statement === hits[from]!.statement) to++;
    const sentence = hits.slice(from, to);
    if (sentence.length >= limit && firstOfEach(sentence, nameOf).length >= limit) return sentence;
    from = to;
  }
  return undefined;
}

function judgeLists(check: Options, context: CheckContext): readonly Hint[] {
  const { posting } = context;
  const scopes = check.in ?? REQUIRED;
  const wanted = new Set(hitsThrough(context, check.any, check, REQUIRED).map((hit) => hit.from));
  if (wanted.size < Math.min(check['at-least'], check['at-least-hedged'] ?? check['at-least'])) return [];
  const nameOf = namer(posting, { ...check, together: together(context, check) });
  const listed = check.listed ?? check.any;
  const all = hitsIn(context, listed, scopes);
  const words = listWords(context, undefined);
  const hedges = new Set(words.hedges.map((hit) => hit.from));
  const hints: Hint[] = [];
  for (const run of listsOf(posting, all, words)) {
    const list = all.slice(run.from, run.to);
    const things = firstOfEach(
      list.filter((hit) => wanted.has(hit.from)),
      nameOf,
    );
    const end = list.at(-1)!.to;
    const hedged = trailsOff(posting, hedges, end, all[run.to]);
    const limit = hedged ? (check['at-least-hedged'] ?? check['at-least']) : check['at-least'];
    if (things.length < limit) continue;
    hints.push({
      span: spanOf(context.posting, things[0]!, things.at(-1)),
      values: { count: things.length, limit: limit - 1, names: namesOf(context, things) },
      ...settled(check, context, list, words.hedges, nameOf),
    });
  }
  return hints;
}

/** The one thing that the rest of the posting names, written for a list that holds nothing else. */
function settled(
  check: Options,
  context: CheckContext,
  list: readonly Hit[],
  hedges: readonly Hit[],
  nameOf: (hit: Hit) => string,
): { edits?: readonly Edit[] } {
  const { posting } = context;
  if (check['settled-by'] === undefined) return {};
  const [first, last] = [list[0]!, list.at(-1)!];
  const wanted = hitsIn(context, check.any, ['anywhere']);
  const starts = new Set(wanted.map((hit) => hit.from));
  if (!list.every((hit) => starts.has(hit.from))) return {};
  const elsewhere = firstOfEach(
    hitsIn(context, check.any, check['settled-by']).filter((hit) => hit.to <= first.from || hit.from >= last.to),
    nameOf,
  );
  if (elsewhere.length !== 1) return {};
  const { to: end } = posting.statements[last.statement]!.tokens;
  const hedge = hedges.find((hit) => hit.from === last.to);
  if (hedge !== undefined && hedge.to !== end) return {};
  const text = namesOf(context, elsewhere);
  return { edits: [{ span: spanOf(context.posting, first, hedge ?? last), text }] };
}

function judgeItems(check: Options, context: CheckContext): readonly Hint[] {
  const { posting } = context;
  const items = itemsOf(posting, check.in ?? REQUIRED, true);
  const wanted = check['at-least'] - 1;
  const index = [...items.of].find(([, item]) => item === wanted)?.[0];
  const statement = posting.statements[index ?? -1];
  if (statement === undefined) return [];
  return [{ span: statement.span, values: { count: items.total, limit: wanted, names: '' } }];
}

function firstOfEach(hits: readonly Hit[], nameOf: (hit: Hit) => string): readonly Hit[] {
  const seen = new Set<string>();
  return hits.filter((hit) => {
    const name = nameOf(hit);
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}

/** “A, B, C” in the author's own writing. */
function namesOf(context: CheckContext, hits: readonly Hit[]): string {
  return hits
    .map((hit) => {
      const { start, end } = spanOf(context.posting, hit);
      return context.posting.text.slice(start, end).replace(/\s+/g, ' ');
    })
    .join(', ');
}

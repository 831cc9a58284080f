import type { CheckKind, OptionSpecs, OptionsOf } from '../types/check.ts';
import type { CheckContext, Hint } from '../types/policy.ts';
import type { Scope } from '../types/text.ts';
import type { Hit } from '../types/words.ts';
import { listOf } from '../wording.ts';
import { HIT_GATES, hitsThrough } from './gate.ts';
import { namer } from './names.ts';
import { hitsIn, spanOf } from './scope.ts';

interface Family {
  readonly name: string;
  readonly hits: readonly Hit[];
}

const WORK: readonly Scope[] = ['duties', 'required'];

const options = {
  families: { type: 'phrase-map', required: true, doc: 'Terms of each sort of work, by name.' },
  native: { type: 'texts', doc: 'Families at home in the lane: never foreign.' },
  'native-by-title': { type: 'phrase-map', doc: 'Families at home where the title says one of these.' },
  minor: { type: 'texts', doc: 'Foreign families that count only besides two others.' },
  ...HIT_GATES,
  in: { type: 'scopes', doc: 'Where terms count; duties and required when left out.' },
  distinct: { type: 'number', doc: 'A family counts from this number of different terms on; 2 when left out.' },
  crowded: {
    type: 'number',
    doc: 'One term is enough in a sentence that names this many families; 3 when left out.',
  },
  'error-from': { type: 'number', doc: 'An error from this number of foreign families on; 3 when left out.' },
  same: { type: 'text-map', doc: 'Other words for a term: words → the term they count as.' },
  titles: { type: 'text-map', doc: 'How messages call the families.' },
} as const satisfies OptionSpecs;

type Options = OptionsOf<typeof options>;

/** One posting that asks for several jobs. Points at the first words of the foreign family that is asked for most. */
export const mix: CheckKind<typeof options> = {
  doc: 'Several sorts of work are asked for in one posting: families of terms, of which some are at home in a lane.',
  options,
  values: ['count', 'families', 'lines'],
  compile: (options) => (context) => judge(options, context),
};

function judge(check: Options, context: CheckContext): readonly Hint[] {
  const { posting } = context;
  const families: Family[] = Object.entries(check.families).map(([name, set]) => ({
    name,
    hits: hitsThrough(context, set, check, WORK),
  }));
  const isNative = (name: string) =>
    check.native?.includes(name) || hitsIn(context, check['native-by-title']?.[name], ['title']).length > 0;
  const foreign = families.filter((family) => family.hits.length > 0 && !isNative(family.name));
  if (foreign.length < 2) return [];

  const named = new Map<number, number>();
  for (const family of families) {
    for (const statement of new Set(family.hits.map((hit) => hit.statement))) {
      named.set(statement, (named.get(statement) ?? 0) + 1);
    }
  }
  const nameOf = namer(posting, check);
  const crowded = check.crowded ?? 3;
  const counting = foreign.filter(
    ({ hits }) =>
      new Set(hits.map(nameOf)).size >= (check.distinct ?? 2) ||
      hits.some((hit) => (named.get(hit.statement) ?? 0) >= crowded),
  );
  const major = counting.filter(({ name }) => !check.minor?.includes(name));
  if (counting.length < 2 || major.length === 0 || (major.length < 2 && counting.length < 3)) return [];

  const first = densest(
    major.reduce((most, family) => (family.hits.length > most.hits.length ? family : most)).hits,
    nameOf,
  );
  const wordsOf = (hit: Hit) => {
    const { start, end } = spanOf(posting, hit);
    return posting.text.slice(start, end).replace(/\s+/g, ' ');
  };
  const described = counting.map(({ name, hits }) => {
    const examples = [...new Map([...hits].reverse().map((hit) => [nameOf(hit), hit])).values()].reverse();
    const quoted = examples.slice(0, 2).map((hit) => `“${wordsOf(hit)}”`);
    return `${check.titles?.[name] ?? name} (${quoted.join(', ')})`;
  });
  return [
    {
      span: spanOf(posting, first),
      values: { count: counting.length, families: listOf(described) },
      ...(counting.length >= (check['error-from'] ?? 3) ? { severity: 'error' as const } : {}),
    },
  ];
}

/** First hit of the statement with most different terms. */
function densest(hits: readonly Hit[], nameOf: (hit: Hit) => string): Hit {
  const names = new Map<number, Set<string>>();
  for (const hit of hits) names.set(hit.statement, (names.get(hit.statement) ?? new Set()).add(nameOf(hit)));
  let best = hits[0]!;
  for (const hit of hits) if (names.get(hit.statement)!.size > names.get(best.statement)!.size) best = hit;
  return best;
}

import type { CheckKind, OptionSpecs, OptionsOf } from '../types/check.ts';
import type { CheckContext, Hint } from '../types/policy.ts';
import type { Posting } from '../types/posting.ts';
import type { Scope } from '../types/text.ts';
import type { Hit } from '../types/words.ts';
import { HIT_GATES, hitsThrough } from './gate.ts';
import { hitsIn, inScopes, spanOf } from './scope.ts';

const DUTIES: readonly Scope[] = ['duties'];

/** First hit of each item that says enough of a set, in order of place. A nested item counts to its parent. */
function firstByItem(hits: readonly Hit[], items: ReadonlyMap<number, number>, enough: number): readonly Hit[] {
  const found = new Map<number, Hit[]>();
  for (const hit of hits) {
    const item = items.get(hit.statement);
    if (item === undefined) continue;
    const others = found.get(item);
    if (others === undefined) found.set(item, [hit]);
    else if (others.at(-1)!.to <= hit.from) others.push(hit);
  }
  return [...found.values()].filter((each) => each.length >= enough).map((each) => each[0]!);
}

/** Top-level list items of these scopes, or sentences where there is no list (unless `listsOnly`): how many, and which each statement belongs to. */
export function itemsOf(
  posting: Posting,
  scopes: readonly Scope[],
  listsOnly = false,
): { of: Map<number, number>; total: number } {
  const items = new Map<number, number>();
  const sentences = new Map<number, number>();
  let parent = -1;
  let block = -1;
  let total = 0;
  posting.statements.forEach((statement, index) => {
    if (!inScopes(posting, statement, scopes)) return;
    const current = posting.blocks[statement.block]!;
    if (current.kind !== 'item' && current.kind !== 'field') {
      sentences.set(index, sentences.size);
      return;
    }
    if (statement.block !== block && (current.depth === 0 || parent < 0)) parent = total++;
    block = statement.block;
    items.set(index, parent);
  });
  return total > 0 || listsOnly ? { of: items, total } : { of: sentences, total: sentences.size };
}

const options = {
  of: { type: 'phrases', required: true, doc: 'Phrases that show the sort of work.' },
  ...HIT_GATES,
  in: { type: 'scopes', doc: 'Whose items are counted; duties when left out.' },
  above: { type: 'number', doc: 'Told where more than this part (0–1) says so.' },
  from: { type: 'number', doc: 'Told where this part (0–1) or more says so.' },
  outnumbers: { type: 'phrases', doc: 'Told where the phrases are said more often than these.' },
  'min-items': { type: 'number', doc: 'Silent with fewer items in all; 1 when left out.' },
  'min-hits': { type: 'number', doc: 'Silent with fewer items that say so; 2 when left out.' },
  'max-hits': { type: 'number', doc: 'Silent with more items that say so.' },
  'hits-in-item': { type: 'number', doc: 'An item counts from this number of phrases on; 1 when left out.' },
} as const satisfies OptionSpecs;

type Options = OptionsOf<typeof options>;

/** How much of the work is of one sort. Points at the first words of that sort. */
export const share: CheckKind<typeof options> = {
  doc: 'Too large a part of the duties is of one sort: list items (else sentences) that say one of these phrases.',
  options,
  values: ['count', 'total', 'percent'],
  compile: (options) => (context) => judge(options, context),
};

function judge(check: Options, context: CheckContext): readonly Hint[] {
  const scopes = check.in ?? DUTIES;
  const { of: items, total } = itemsOf(context.posting, scopes);
  const all = hitsThrough(context, check.of, check, scopes);
  const hits = firstByItem(all, items, check['hits-in-item'] ?? 1);
  const first = hits[0];
  if (first === undefined || total < (check['min-items'] ?? 1) || hits.length < (check['min-hits'] ?? 2)) return [];
  if (hits.length > (check['max-hits'] ?? Number.POSITIVE_INFINITY)) return [];
  const part = hits.length / total;
  if (check.above !== undefined && part <= check.above) return [];
  if (check.from !== undefined && part < check.from) return [];
  if (check.outnumbers !== undefined) {
    if (all.length < 2 || all.length <= hitsIn(context, check.outnumbers, scopes).length) return [];
  }
  return [
    {
      span: spanOf(context.posting, first),
      values: { count: hits.length, total, percent: Math.round(part * 100) },
    },
  ];
}

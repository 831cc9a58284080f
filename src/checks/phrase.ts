import type { CheckKind, OptionSpecs, OptionsOf } from '../types/check.ts';
import type { CheckContext, Hint } from '../types/policy.ts';
import type { Hit } from '../types/words.ts';
import { withoutExamples } from './bracketed.ts';
import { closedBy } from './clause-end.ts';
import { HIT_GATES, hitsBeside, hitsThrough } from './gate.ts';
import { alternativesOf, blocksLedBy } from './lead.ts';
import { moveItem } from './move-item.ts';
import { spanOf } from './scope.ts';

const options = {
  any: { type: 'phrases', required: true, doc: 'The phrases to find.' },
  ...HIT_GATES,
  'unless-item': {
    type: 'phrases',
    doc: 'Not where one of these stands in the same list item or paragraph, or in one that is an alternative to it (“or …”).',
  },
  'unless-section': { type: 'phrases', doc: 'Not where one of these stands in the same section.' },
  'unless-lead': {
    type: 'phrases',
    doc: 'Not in a list item under an item, line or heading that says one of these (“one or more of:”).',
  },
  'unless-example': {
    type: 'flag',
    doc: 'Not inside brackets that list other things too: there it is one example of what stands before them.',
  },
  'ends-with': {
    type: 'phrases',
    doc: 'Only where the clause ends behind the words found, or goes on with one of these.',
  },
  per: {
    type: ['hit', 'statement', 'block', 'posting'],
    doc: 'One finding for each hit, sentence, list item or posting; sentence when left out.',
  },
  'move-to': {
    type: ['preferred'],
    doc: 'Offers to move the list item to this section, where the posting has one with a list.',
  },
} as const satisfies OptionSpecs;

type Options = OptionsOf<typeof options>;

/** Words that should not stand where they stand. Points at the words. */
export const phrase: CheckKind<typeof options> = {
  doc: 'Something is said that should not be: one of these phrases stands in one of these places.',
  options,
  values: [],
  renamed: { 'unless-share': '“yields-to” of the rule' },
  compile: (options) => (context) => judge(options, context),
};

function judge(check: Options, context: CheckContext): readonly Hint[] {
  const { posting } = context;
  const blockOf = (hit: Hit) => posting.statements[hit.statement]?.block;
  const sectionOf = (hit: Hit) => posting.blocks[blockOf(hit) ?? -1]?.section;
  let hits = hitsThrough(context, check.any, check);
  const group = check['unless-item'] === undefined ? undefined : alternativesOf(context);
  if (group) hits = hitsBeside(context, hits, check['unless-item'], (hit) => group(blockOf(hit)!), false);
  hits = hitsBeside(context, hits, check['unless-section'], sectionOf, false);
  if (check['ends-with']) hits = closedBy(context, hits, check['ends-with']);
  if (check['unless-example']) hits = withoutExamples(posting, hits);

  if (check['unless-lead'] !== undefined && hits.length > 0) {
    const led = blocksLedBy(context, check['unless-lead']);
    hits = hits.filter((hit) => !led.has(blockOf(hit)!));
  }

  const hints: Hint[] = [];
  const told = new Set<number>();
  for (const hit of hits) {
    if (check.per === 'posting' && hints.length > 0) break;
    const group = check.per === 'block' ? blockOf(hit)! : hit.statement;
    if (check.per !== 'hit' && told.has(group)) continue;
    told.add(group);
    const edits = check['move-to'] && moveItem(posting, blockOf(hit)!, check['move-to']);
    hints.push({ span: spanOf(posting, hit), ...(edits ? { edits } : {}) });
  }
  return hints;
}

import type { CheckKind, OptionSpecs, OptionsOf } from '../types/check.ts';
import type { CheckContext, Hint, Hit, PhraseSet } from '../types/policy.ts';
import { withoutExamples } from './bracketed.ts';
import { type LawFinder, lawFinder } from './job-place.ts';
import { blocksLedBy } from './lead.ts';
import { moveItem } from './move-item.ts';
import { hitsIn, outside } from './scope.ts';

const options = {
  any: { type: 'phrases', required: true, doc: 'The phrases to find.' },
  in: { type: 'scopes', doc: 'Where they count; anywhere when left out.' },
  with: { type: 'phrases', doc: 'Counts only where one of these stands in the same sentence.' },
  except: { type: 'phrases', doc: 'Not where the words found are part of one of these (“PhD students”).' },
  unless: { type: 'phrases', doc: 'Not where one of these stands in the same sentence.' },
  'unless-item': { type: 'phrases', doc: 'Not where one of these stands in the same list item or paragraph.' },
  'unless-section': { type: 'phrases', doc: 'Not where one of these stands in the same section.' },
  'unless-posting': { type: 'phrases', doc: 'Not where one of these stands in the posting (see unless-in).' },
  'unless-in': { type: 'scopes', doc: 'Where unless-posting looks; anywhere when left out.' },
  'unless-lead': {
    type: 'phrases',
    doc: 'Not in a list item under an item, line or heading that says one of these (“one or more of:”).',
  },
  'unless-example': {
    type: 'flag',
    doc: 'Not inside brackets that list other things too: there it is one example of what stands before them.',
  },
  'where-law': {
    type: 'text',
    doc: 'Only where a pay law of the posting’s place asks for this (pay-laws.yml, needs).',
  },
  remote: { type: 'texts', doc: 'For where-law: words of a location for a job done from anywhere.' },
  negated: { type: ['skip', 'keep'], doc: 'Whether “no …” and “… not needed” count; skip when left out.' },
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
  values: ['place'],
  compile: (options, policy) => {
    const lawsFor = lawFinder(policy, options.remote);
    return (context) => judge(options, lawsFor, context);
  },
};

function judge(check: Options, lawsFor: LawFinder, context: CheckContext): readonly Hint[] {
  const { posting } = context;
  let hits = hitsIn(context, check.any, check.in, check.negated);
  if (hits.length === 0) return [];
  if (
    check['unless-posting'] !== undefined &&
    hitsIn(context, check['unless-posting'], check['unless-in'], 'keep').length > 0
  ) {
    return [];
  }
  const place = placeOf(check, lawsFor, context);
  if (place === undefined) return [];
  const statementOf = (hit: Hit) => hit.statement;
  const blockOf = (hit: Hit) => posting.statements[hit.statement]?.block;
  const sectionOf = (hit: Hit) => posting.blocks[blockOf(hit) ?? -1]?.section;
  const keep = (set: PhraseSet | undefined, group: (hit: Hit) => number | undefined, wanted: boolean) => {
    if (set === undefined || hits.length === 0) return;
    const groups = new Set(context.hits.of(set).map(group));
    hits = hits.filter((hit) => groups.has(group(hit)) === wanted);
  };
  keep(check.with, statementOf, true);
  keep(check.unless, statementOf, false);
  keep(check['unless-item'], blockOf, false);
  keep(check['unless-section'], sectionOf, false);
  if (check.except !== undefined) hits = outside(hits, context.hits.of(check.except));

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
    const first = posting.tokens[hit.from];
    const last = posting.tokens[hit.to - 1];
    if (first === undefined || last === undefined) continue;
    const edits = check['move-to'] && moveItem(posting, blockOf(hit)!, check['move-to']);
    hints.push({ span: { start: first.start, end: last.end }, values: { place }, ...(edits ? { edits } : {}) });
  }
  return hints;
}

/** Name of the place whose pay law asks for what `where-law` names; empty where no law is asked after, undefined where none asks. */
function placeOf(check: Options, lawsFor: LawFinder, context: CheckContext): string | undefined {
  const need = check['where-law'];
  if (need === undefined) return '';
  return lawsFor(context).find(({ law }) => law.needs.includes(need))?.law.place;
}

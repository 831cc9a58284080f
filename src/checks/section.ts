import type { CheckKind, OptionSpecs, OptionsOf } from '../types/check.ts';
import type { CheckContext, Hint } from '../types/policy.ts';
import type { Posting } from '../types/posting.ts';
import { absencePoint } from './absence-place.ts';
import { hitsIn, inScopes } from './scope.ts';

const options = {
  missing: { type: 'text', required: true, doc: 'Name of the part, as {found}.' },
  fact: {
    type: ['title', 'location', 'employment-type', 'pay', 'text', 'content'],
    doc: 'Present when reading found this fact, in frontmatter or body; text: anything but headings; content: that, or frontmatter.',
  },
  fields: { type: 'texts', doc: 'Present when the frontmatter has one of these canonical fields.' },
  sections: { type: 'scopes', doc: 'Present when text of one of these kinds stands.' },
  statements: { type: 'number', doc: 'How many statements of these kinds are enough (default 1).' },
  says: { type: 'phrases', doc: 'Present when sentences elsewhere say it.' },
  'says-in': { type: 'scopes', doc: 'Where such sentences count (default: anywhere).' },
  begins: { type: 'phrases', doc: 'Sentences that begin with one of these say it, too (“Build …”).' },
  'begins-in': { type: 'scopes', doc: 'Where such sentences count (default: anywhere).' },
  'says-least': { type: 'number', doc: 'How many such sentences are needed (default 1).' },
  at: { type: 'scopes', doc: 'Where the finding stands: the heading of the first of these kinds; else the title.' },
} as const satisfies OptionSpecs;

type Options = OptionsOf<typeof options>;

/** A part that every posting needs, found by heading, label, frontmatter or its own words. */
export const section: CheckKind<typeof options> = {
  doc: 'A part of the posting is missing: no heading, label, field or sentence says it.',
  options,
  values: [],
  compile: (options) => (context) => judge(options, context),
};

function hasFact(posting: Posting, fact: Options['fact']): boolean {
  if (fact === 'title') return posting.title !== undefined;
  if (fact === 'location') return posting.location !== undefined;
  if (fact === 'employment-type') return posting.employmentType !== undefined;
  if (fact === 'content')
    return posting.fields.size > 0 || posting.frontmatter.end > posting.frontmatter.start || hasText(posting);
  if (fact === 'text') return hasText(posting);
  return fact === 'pay' && posting.pay.some((figure) => figure.min !== null || figure.max !== null);
}

/** Value of a field that is as long as a text for people. */
const LONG_VALUE = 200;

function hasText({ blocks, fields, unread }: Posting): boolean {
  if (unread || blocks.some(({ kind }) => kind !== 'title' && kind !== 'heading')) return true;
  return [...fields.values()].some(({ valueSpan }) => valueSpan.end - valueSpan.start > LONG_VALUE);
}

/** Does a frontmatter field hold anything? */
export function filled(posting: Posting, name: string): boolean {
  const value = (posting.fields.get(name) ?? posting.fields.get(name.replaceAll('_', '-')))?.value;
  return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
}

function judge(check: Options, context: CheckContext): readonly Hint[] {
  const { posting } = context;
  if (hasFact(posting, check.fact)) return [];
  if (check.fields?.some((name) => filled(posting, name))) return [];
  if (check.sections) {
    let left = check.statements ?? 1;
    for (const statement of posting.statements) {
      if (inScopes(posting, statement, check.sections) && --left === 0) return [];
    }
  }
  const said = new Set(hitsIn(context, check.says, check['says-in'], 'keep').map((hit) => hit.statement));
  for (const hit of hitsIn(context, check.begins, check['begins-in'], 'keep')) {
    if (posting.statements[hit.statement]!.tokens.from === hit.from) said.add(hit.statement);
  }
  if (said.size >= (check['says-least'] ?? 1)) return [];
  return [{ span: absencePoint(posting, check.at ?? []), found: check.missing }];
}

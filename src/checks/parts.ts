import type { CheckKind, OptionSpecs, OptionsOf } from '../types/check.ts';
import type { CheckContext, Hint } from '../types/policy.ts';
import { listOf } from '../wording.ts';
import { headingOf, titlePoint } from './absence-place.ts';
import { hitsIn } from './scope.ts';
import { filled } from './section.ts';

const options = {
  parts: { type: 'text-map', required: true, doc: 'Name of each part, as {found}, and its words in {what}.' },
  fields: { type: 'text-map', doc: 'Part → frontmatter field that holds it.' },
  says: { type: 'phrase-map', doc: 'Part → sentences that say it.' },
  begins: { type: 'phrase-map', doc: 'Part → how sentences and table cells that say it begin.' },
  beside: {
    type: 'text-map',
    doc: 'Part → kind of section that it belongs beside. Text of the part’s own name as a kind counts, too; without text of this kind the part is not missed.',
  },
} as const satisfies OptionSpecs;

type Options = OptionsOf<typeof options>;

/** Smaller parts of a posting: all that are missing are told in one finding, named in the order of `parts`. */
export const parts: CheckKind<typeof options> = {
  doc: 'Smaller parts of the posting are missing; one finding names them all.',
  options,
  values: ['what'],
  compile: (options) => (context) => judge(options, context),
};

function judge(check: Options, context: CheckContext): readonly Hint[] {
  const { posting } = context;
  const missing = Object.keys(check.parts).filter((part) => isMissing(part, check, context));
  if (missing.length === 0) return [];
  const beside = missing.length === 1 ? check.beside?.[missing[0]!] : undefined;
  const what = listOf(missing.map((part) => check.parts[part]!));
  const heading = beside === undefined ? undefined : headingOf(posting, beside);
  return [{ span: heading ?? titlePoint(posting), found: missing.join(', '), values: { what } }];
}

function isMissing(part: string, check: Options, context: CheckContext): boolean {
  const { posting } = context;
  const field = check.fields?.[part];
  if (field !== undefined && filled(posting, field)) return false;
  if (hitsIn(context, check.says?.[part], undefined, 'keep').length > 0) return false;
  const opens = hitsIn(context, check.begins?.[part], undefined, 'keep');
  if (opens.some((hit) => posting.statements[hit.statement]!.tokens.from === hit.from)) return false;
  const beside = check.beside?.[part];
  if (beside === undefined) return true;
  const kinds = new Set<string>(posting.statements.map((statement) => statement.kind));
  return !kinds.has(part) && kinds.has(beside);
}

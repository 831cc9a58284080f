import type { CheckKind, OptionSpecs, OptionsOf } from '../types/check.ts';
import type { CheckContext, Hint } from '../types/policy.ts';
import { absencePoint } from './absence-place.ts';
import { inScopes } from './scope.ts';

const options = {
  of: { type: ['posting', 'sentence'], required: true, doc: 'What is counted.' },
  in: { type: 'scopes', doc: 'Text that counts (default: anywhere).' },
  without: { type: 'scopes', doc: 'Text left out of the count.' },
  min: { type: 'number', doc: 'Fewest words.' },
  max: { type: 'number', doc: 'Most words.' },
} as const satisfies OptionSpecs;

type Options = OptionsOf<typeof options>;

/** Words of the whole posting, or of each sentence, against bounds. */
export const length: CheckKind<typeof options> = {
  doc: 'The posting, or one of its sentences, is too short or too long.',
  options,
  values: ['words', 'min', 'max'],
  compile: (options) => (context) => judge(options, context),
};

function judge(check: Options, context: CheckContext): readonly Hint[] {
  const { posting } = context;
  const min = check.min ?? 0;
  const max = check.max ?? Number.POSITIVE_INFINITY;
  const values = (words: number) => ({ words, min: check.min ?? '', max: check.max ?? '' });
  const hints: Hint[] = [];
  let total = 0;
  for (const statement of posting.statements) {
    if (posting.blocks[statement.block]?.kind === 'field') continue;
    if (!inScopes(posting, statement, check.in)) continue;
    if (check.without && inScopes(posting, statement, check.without)) continue;
    const words = statement.tokens.to - statement.tokens.from;
    total += words;
    if (check.of === 'sentence' && words > max) hints.push({ span: statement.span, values: values(words) });
  }
  if (check.of === 'posting' && (total < min || total > max)) {
    hints.push({ span: absencePoint(posting, []), found: `${total} words`, values: values(total) });
  }
  return hints;
}

import type { Check } from '../types/policy.ts';
import type { Scope } from '../types/posting.ts';
import type { CheckContext, CheckKind, Hint } from '../types/review.ts';
import { absencePoint } from './absence-place.ts';
import { inScopes } from './scope.ts';

interface LengthCheck extends Check {
  readonly of: 'posting' | 'sentence';
  readonly in?: readonly Scope[];
  readonly without?: readonly Scope[];
  readonly min?: number;
  readonly max?: number;
}

/** Words of the whole posting, or of each sentence, against bounds. */
export const length: CheckKind = {
  doc: 'The posting, or one of its sentences, is too short or too long.',
  options: {
    of: { type: ['posting', 'sentence'], required: true, doc: 'What is counted.' },
    in: { type: 'scopes', doc: 'Text that counts (default: anywhere).' },
    without: { type: 'scopes', doc: 'Text left out of the count.' },
    min: { type: 'number', doc: 'Fewest words.' },
    max: { type: 'number', doc: 'Most words.' },
  },
  values: ['words', 'min', 'max'],
  judge: (check, context) => judge(check as unknown as LengthCheck, context),
};

function judge(check: LengthCheck, context: CheckContext): readonly Hint[] {
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

import type { Check } from '../types/policy.ts';
import type { FieldFault } from '../types/posting.ts';
import type { CheckContext, CheckKind, Hint } from '../types/review.ts';

interface FieldCheck extends Check {
  readonly codes?: readonly string[];
  readonly fields?: readonly string[];
  readonly alone?: readonly string[];
}

/** Faults that reading found in the frontmatter, in its own words. */
export const field: CheckKind = {
  doc: 'The frontmatter cannot be used as it stands: a value is missing, unknown or unreadable.',
  options: {
    codes: {
      type: 'texts',
      doc: 'Which faults: missing, unknown-value, unparseable, reversed, min-equals-max, bad-yaml … (default: all but alias).',
    },
    fields: { type: 'texts', doc: 'Only faults of these canonical fields (default: all).' },
    alone: { type: 'texts', doc: 'Faults beside which no other is told, as it may only follow from them.' },
  },
  values: ['field', 'detail', 'code'],
  judge: (check, context) => judge(check as FieldCheck, context),
};

function judge(check: FieldCheck, context: CheckContext): readonly Hint[] {
  const { faults } = context.posting;
  const alone = faults.filter((fault) => check.alone?.includes(fault.code));
  const wanted = (fault: FieldFault): boolean =>
    (check.codes ? check.codes.includes(fault.code) : fault.code !== 'alias') &&
    (check.fields === undefined || check.fields.includes(fault.field));
  return (alone.length > 0 ? alone : faults).filter(wanted).map((fault) => ({
    span: fault.span,
    found: fault.field,
    values: { field: fault.field, detail: fault.detail, code: fault.code },
    ...(fault.edit ? { edits: [fault.edit] } : {}),
  }));
}

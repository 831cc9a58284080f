import type { CheckKind, OptionSpecs, OptionsOf } from '../types/check.ts';
import type { CheckContext, Hint } from '../types/policy.ts';
import type { FieldFault } from '../types/posting.ts';

const options = {
  codes: {
    type: 'texts',
    doc: 'Which faults: missing, unknown-value, unparseable, reversed, min-equals-max, bad-yaml … (default: all but alias).',
  },
  fields: { type: 'texts', doc: 'Only faults of these canonical fields (default: all).' },
  alone: { type: 'texts', doc: 'Faults beside which no other is told, as it may only follow from them.' },
} as const satisfies OptionSpecs;

type Options = OptionsOf<typeof options>;

/** Faults that reading found in the frontmatter, in its own words. */
export const field: CheckKind<typeof options> = {
  doc: 'The frontmatter cannot be used as it stands: a value is missing, unknown or unreadable.',
  options,
  values: ['field', 'detail', 'code'],
  compile: (options) => (context) => judge(options, context),
};

function judge(check: Options, context: CheckContext): readonly Hint[] {
  const { faults } = context.posting;
  const alone = faults.filter((fault) => check.alone?.includes(fault.code));
  const wanted = (fault: FieldFault): boolean =>
    (check.codes ? check.codes.includes(fault.code) : fault.code !== 'alias') &&
    (check.fields === undefined || check.fields.includes(fault.field));
  return (alone.length > 0 ? alone : faults).filter(wanted).map((fault) => ({
    span: fault.span,
    found: fault.field,
    values: { field: fault.field, detail: fault.detail, code: fault.code },
    ...(fault.edit ? { edits: [fault.edit], reveals: true } : {}),
  }));
}

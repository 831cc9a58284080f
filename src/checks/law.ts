import type { CheckKind, OptionSpecs, OptionsOf } from '../types/check.ts';
import type { CheckContext, Hint, PayLaw } from '../types/policy.ts';
import { listOf } from '../wording.ts';
import { absencePoint } from './absence-place.ts';
import { type LawFinder, lawFinder } from './job-place.ts';
import { isClosed } from './money.ts';
import { hitsIn } from './scope.ts';

const options = {
  says: {
    type: 'phrase-map',
    required: true,
    doc: 'Element → phrases that state it; `no-…` → phrases that break it.',
  },
  names: { type: 'text-map', required: true, doc: 'Element → its words in the message.' },
  remote: {
    type: 'texts',
    doc: 'Words of a location for a job done from anywhere: there the team’s jurisdictions hold.',
  },
  'only-beside': { type: 'texts', doc: 'Elements that are named only together with another missing one.' },
  deadline: {
    type: 'text',
    doc: 'Sentence that a fix adds where only the deadline is missing; {date} is `valid_through`.',
  },
  'softer-message': { type: 'text', doc: 'Message where the law leaves another way than the posting.' },
} as const satisfies OptionSpecs;

type Options = OptionsOf<typeof options>;

/** What the pay law of the posting's place asks a posting to state. Points at the pay heading, else the title. */
export const law: CheckKind<typeof options> = {
  doc: 'An element that the pay law of the posting’s place asks for is missing (rules/pay-laws.yml). Silent where the place is unknown.',
  options,
  values: ['place', 'missing', 'condition', 'since', 'as-of', 'source'],
  compile: (options, policy) => {
    const lawsFor = lawFinder(policy, options.remote);
    return (context) => judge(options, lawsFor, context);
  },
};

function judge(check: Options, lawsFor: LawFinder, context: CheckContext): readonly Hint[] {
  const { posting, policy } = context;
  return lawsFor(context).flatMap(({ law, bound }) => {
    const missing = law.needs.filter((need) => !states(need, check, context));
    const aside = check['only-beside'] ?? [];
    if (missing.every((need) => aside.includes(need))) return [];
    const words = listOf(missing.map((need) => check.names[need] ?? need));
    const soft = law.severity !== undefined;
    const severity = law.severity ?? (bound ? ('error' as const) : undefined);
    const edits = deadlineEdit(missing, check, context);
    return [
      {
        span: absencePoint(posting, ['pay', 'benefits']),
        found: `${law.place}: ${words}`,
        values: {
          place: law.place,
          missing: words,
          condition: bound ? '' : condition(law, policy.settings.employees),
          since: law.since,
          'as-of': law.asOf,
          source: law.source,
        },
        link: law.source,
        ...(severity ? { severity } : {}),
        ...(soft && check['softer-message'] ? { message: check['softer-message'] } : {}),
        ...(edits ? { edits } : {}),
      } satisfies Hint,
    ];
  });
}

function states(need: string, check: Options, context: CheckContext): boolean {
  const { posting } = context;
  const set = check.says[need];
  const said = set !== undefined && hitsIn(context, set, undefined, 'keep').length > 0;
  if (need.startsWith('no-')) return !said;
  if (said) return true;
  switch (need) {
    case 'range':
      return posting.pay.length > 0;
    case 'closed-range':
      return posting.pay.some(isClosed);
    case 'other-pay':
      return posting.pay.some((figure) => figure.flags.includes('equity') || figure.flags.includes('bonus'));
    case 'benefits':
      return posting.fields.has('benefits') || posting.sections.some((section) => section.kind === 'benefits');
    default:
      return false;
  }
}

/** «, if you have 15 or more employees», unless the law binds everyone or the number is known to be reached; not asked where the team says that it binds. */
function condition(law: PayLaw, employees: number | undefined): string {
  if (law.employees === 0 || (employees !== undefined && employees >= law.employees)) return '';
  if (law.employees === 1) return ', if you have an employee there';
  return `, if you have ${law.employees} or more employees`;
}

/** Adds the declared closing date as a last line, where that is all that is missing. */
function deadlineEdit(missing: readonly string[], check: Options, context: CheckContext): Hint['edits'] {
  const { posting } = context;
  const date = posting.dates.get('valid_through');
  if (missing.join() !== 'deadline' || check.deadline === undefined || date === undefined) return undefined;
  const day = date.latest;
  if (day !== date.earliest) return undefined;
  const end = posting.text.length;
  const breaks = posting.text.includes('\r\n') ? '\r\n' : '\n';
  const lead = posting.text.endsWith('\n') ? breaks : breaks + breaks;
  return [{ span: { start: end, end }, text: `${lead}${check.deadline.replace('{date}', day)}${breaks}` }];
}

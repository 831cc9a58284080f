import type { CheckKind, OptionSpecs, OptionsOf } from '../types/check.ts';
import type { PayFigure } from '../types/pay.ts';
import type { CheckContext, Hint } from '../types/policy.ts';
import { HIT_GATES, hitsThrough } from './gate.ts';
import { type LawFinder, lawFinder } from './job-place.ts';
import { bodyFigures, isBase, mismatch } from './mismatch.ts';
import { isClosed, mendFigure, range, yearly } from './money.ts';
import { spanOf } from './scope.ts';

const TESTS = ['mismatch', 'open', 'unstated', 'not-base', 'declared-total', 'wide', 'legal-spread', 'source'] as const;

const options = {
  test: {
    type: TESTS,
    required: true,
    doc: 'mismatch: a base figure of the body differs from the declared range. open: a figure has an open end. unstated: one of the phrases stands where the body states no figure. not-base: every figure of the body is total pay. declared-total: the declared range is total pay. wide: a range is wider than `over`. legal-spread: wider than the law of the place allows. source: `field` names one of `names` and nothing else.',
  },
  in: HIT_GATES.in,
  unless: HIT_GATES.unless,
  any: { type: 'phrases', doc: 'For unstated: what is said in place of a figure.' },
  'declared-message': {
    type: 'text',
    doc: 'For unstated: message of a notice in its place where the frontmatter holds a figure.',
  },
  within: { type: 'number', doc: 'For mismatch: difference a year that is rounding; 500 when left out.' },
  over: { type: 'number', doc: 'For wide: the greatest (max − min) ÷ min that is not wide.' },
  field: { type: 'text', doc: 'For source: the frontmatter field that says where the pay comes from.' },
  names: { type: 'texts', doc: 'For source: names that must not stand alone.' },
} as const satisfies OptionSpecs;

type Options = OptionsOf<typeof options>;

/** Pay figures against each other and against the declared range. Points at the figure in the body, else at the field. */
export const pay: CheckKind<typeof options> = {
  doc: 'What the posting’s pay figures say: against the declared range, open ends, total pay in place of base, wide ranges.',
  options,
  values: ['figure', 'declared', 'spread', 'place', 'limit', 'width'],
  renamed: { where: '“where-law: closed-range” or “unless-law: closed-range”' },
  compile: (options, policy) => {
    const lawsFor = lawFinder(policy);
    return (context) => judges[options.test](options, context, lawsFor);
  },
};

type PayJudge = (check: Options, context: CheckContext, lawsFor: LawFinder) => readonly Hint[];

const judges: Readonly<Record<Options['test'], PayJudge>> = {
  mismatch: (check, context) => mismatch(check.within, context),
  open,
  unstated,
  'not-base': (_, context) => notBase(context),
  'declared-total': (_, context) => declaredTotal(context),
  wide,
  'legal-spread': (_, context, lawsFor) => legalSpread(context, lawsFor),
  source: loneSource,
};

function open(check: Options, context: CheckContext): Hint[] {
  const { posting, policy } = context;
  const { comp } = posting;
  const isOpen = comp !== undefined && isBase(comp) && hasOpenEnd(comp);
  const body = bodyFigures(context).filter(isBase);
  if (body.some((figure) => isClosed(figure) && figure.min !== figure.max)) {
    // The text keeps the law, but what is compared with the market is the field.
    const message = check['declared-message'];
    return isOpen && message !== undefined ? [{ span: comp.span, message, severity: 'warning' }] : [];
  }
  const declared = declaredBase(context);
  const hints = body.filter(hasOpenEnd).map((figure): Hint => {
    const edit = declared && mendFigure(posting.text, figure, declared);
    return {
      span: figure.span,
      values: { figure: range(figure, policy.vocabulary) },
      ...(edit ? { edits: [edit] } : {}),
    };
  });
  if (hints.length > 0 || body.length > 0 || !isOpen) return hints;
  return [{ span: comp.span, values: { figure: range(comp, policy.vocabulary) } }];
}

function hasOpenEnd(figure: PayFigure): boolean {
  return figure.flags.includes('open-min') || figure.flags.includes('open-max');
}

function unstated(check: Options, context: CheckContext): Hint[] {
  const { posting, policy } = context;
  if (posting.pay.some((figure) => figure.from === 'body')) return [];
  const hit = hitsThrough(context, check.any, check)[0];
  if (!hit) return [];
  const span = spanOf(posting, hit);
  const comp = declaredBase(context);
  const insert = comp && !comp.flags.includes('no-currency') ? ` (${range(comp, policy.vocabulary)})` : undefined;
  const edits = insert ? [{ span: { start: span.end, end: span.end }, text: insert }] : undefined;
  const soft = posting.comp && check['declared-message'];
  return [
    {
      span,
      ...(edits ? { edits } : {}),
      ...(soft ? { severity: 'notice' as const, message: soft } : {}),
      ...(posting.comp ? { values: { declared: range(posting.comp, policy.vocabulary) } } : {}),
    },
  ];
}

function notBase(context: CheckContext): Hint[] {
  const figures = bodyFigures(context);
  const first = figures[0];
  if (!first || figures.some(isBase)) return [];
  return [{ span: first.span, values: { figure: range(first, context.policy.vocabulary) } }];
}

/** The declared range says of itself that it is total pay or earnings on target. */
function declaredTotal({ posting, policy }: CheckContext): Hint[] {
  const { comp } = posting;
  if (!comp || isBase(comp)) return [];
  return [{ span: comp.span, values: { figure: range(comp, policy.vocabulary) } }];
}

/** The declared range, where it is base pay with both ends. */
function declaredBase({ posting }: CheckContext): PayFigure | undefined {
  const { comp } = posting;
  return comp && isBase(comp) && isClosed(comp) ? comp : undefined;
}

/** Ranges worth measuring: those of the body, else the declared one. */
function ranges(context: CheckContext): readonly PayFigure[] {
  const body = bodyFigures(context).filter((figure) => isBase(figure) && isClosed(figure) && figure.period !== 'hour');
  const comp = declaredBase(context);
  return body.length > 0 ? body : comp && comp.period !== 'hour' ? [comp] : [];
}

function wide(check: Options, context: CheckContext): Hint[] {
  const over = check.over ?? Number.POSITIVE_INFINITY;
  const told = new Set<string>();
  return ranges(context).flatMap((figure) => {
    const spread = ((figure.max as number) - (figure.min as number)) / (figure.min as number);
    const key = `${figure.min}-${figure.max} ${figure.currency}`;
    if (spread <= over || told.has(key)) return [];
    told.add(key);
    const values = { figure: range(figure, context.policy.vocabulary), spread: `${Math.round(spread * 100)} %` };
    return [{ span: figure.span, values }];
  });
}

function legalSpread(context: CheckContext, lawsFor: LawFinder): Hint[] {
  const { policy } = context;
  const figures = ranges(context);
  if (figures.length === 0) return [];
  return lawsFor(context).flatMap(({ law, bound }) => {
    const cap = law.maxSpread;
    if (!cap) return [];
    return figures.flatMap((figure) => {
      const { min, max } = yearly(figure);
      if (figure.currency !== cap.currency || min === null || max === null) return [];
      if (max - min <= cap.amount || max > cap.unlessAbove) return [];
      const show = (amount: number): string =>
        range({ min: amount, max: amount, currency: cap.currency, period: 'year' }, policy.vocabulary);
      const values = {
        figure: range(figure, policy.vocabulary),
        place: law.place,
        limit: show(cap.amount),
        width: show(max - min),
      };
      return [{ span: figure.span, values, ...(bound ? { severity: 'error' as const } : {}) }];
    });
  });
}

/** The field names a single source, and that is one of the names. */
function loneSource(check: Options, context: CheckContext): Hint[] {
  const field = context.posting.fields.get(check.field ?? '');
  const values = (Array.isArray(field?.value) ? field.value : [field?.value]).filter(
    (value) => typeof value === 'string',
  );
  const sources = values.flatMap((value) => value.split(/[,;&+/]| and /i)).filter((part) => part.trim() !== '');
  const only = sources.length === 1 ? sources[0]?.toLowerCase() : undefined;
  if (!field || !only || !check.names?.some((name) => only.includes(name.toLowerCase()))) return [];
  return [{ span: field.valueSpan }];
}

import type { CheckKind, CompileBase, OptionSpecs, OptionsOf } from '../types/check.ts';
import type { CheckContext, Hint } from '../types/policy.ts';
import type { Posting, YearsClause } from '../types/posting.ts';
import { HARD_SEPARATORS, type Scope } from '../types/text.ts';
import type { Hit, Level } from '../types/words.ts';
import { hitsIn, inScopes } from './scope.ts';
import { levelWords, levelWordsIn, wordsOf } from './title-level.ts';

const DEMANDS: readonly Scope[] = ['required', 'unknown', 'title', 'intro', 'meta'];

const options = {
  ask: {
    type: ['ladder', 'split'],
    required: true,
    doc: 'ladder: total years outside the level’s ladder; split: total years without years of ML in production.',
  },
  in: {
    type: 'scopes',
    doc: 'Where demands count; title, introduction, required and text without a section when left out.',
  },
  wished: {
    type: 'phrases',
    doc: 'Years with one of these behind them in the same clause (“… is a plus”) are no demand.',
  },
  demanded: { type: 'phrases', doc: 'Unless one of these stands in the same sentence (“required”).' },
  'not-level': { type: 'phrases', doc: 'Words of a title that hold a level’s word and name none (“lead scoring”).' },
  'error-off-by': {
    type: 'number',
    doc: 'An error from this number of years outside the ladder on, where the level is declared.',
  },
} as const satisfies OptionSpecs;

type Options = OptionsOf<typeof options>;

/** Years of experience against the ladder of levels. Points at the clause. */
export const years: CheckKind<typeof options> = {
  doc: 'The years of experience asked for do not fit the level, or say nothing of the years in production.',
  options,
  values: ['asks', 'off', 'ladder', 'production', 'fits'],
  renamed: { unless: '“unless-posting”' },
  compile: (options, policy) => {
    const levelsOf = levelFinder(options, policy);
    const judge = options.ask === 'split' ? split : ladder;
    return (context) => judge(options, context, levelsOf(context));
  },
};

/** Declared level, else those that the title names. */
type LevelsOf = (context: CheckContext) => readonly Level[];

function levelFinder(check: Options, { levels, vocabulary }: CompileBase): LevelsOf {
  const known = levelWords(levels);
  const roles = new Set(vocabulary.words['role-nouns']);
  return (context) => {
    const { level, title } = context.posting;
    if (level.id !== undefined) return levels.filter(({ id }) => id === level.id);
    if (title === undefined) return [];
    const gates = { roles, ...(check['not-level'] ? { except: check['not-level'] } : {}) };
    const named = levelWordsIn(context, wordsOf(context.posting, title.span), known, gates);
    return levels.filter(({ id }) => named.some((word) => word.levels[0] === id));
  };
}

function clausesIn(check: Options, context: CheckContext): readonly YearsClause[] {
  const { posting } = context;
  const scopes = check.in ?? DEMANDS;
  const clauses = posting.years.filter((clause) => inScopes(posting, posting.statements[clause.statement]!, scopes));
  if (clauses.length === 0 || check.wished === undefined) return clauses;
  const wishes = context.hits.of(check.wished);
  const demanded = new Set(hitsIn(context, check.demanded, undefined, 'keep').map((hit) => hit.statement));
  return clauses.filter(
    (clause) =>
      demanded.has(clause.statement) ||
      !wishes.some((wish) => wish.statement === clause.statement && isBehind(posting, clause, wish)),
  );
}

/** Whether words stand behind a clause of years, with no comma or other mark between. */
function isBehind({ tokens }: Posting, clause: YearsClause, wish: Hit): boolean {
  for (let token = wish.from; token >= 0; token--) {
    if (tokens[token]!.end <= clause.span.end) return token < wish.from;
    if (tokens[token]!.before & HARD_SEPARATORS) return false;
  }
  return false;
}

/** The clause that asks for most years in all, also where it names models in production; the first of equals. */
function mainClause(clauses: readonly YearsClause[]): YearsClause | undefined {
  let main: YearsClause | undefined;
  for (const clause of clauses) {
    if (clause.scope !== 'specialty' && (main === undefined || clause.min > main.min)) main = clause;
  }
  return main;
}

/** Years by which a demand lies outside a level's ladder, 0 where they meet. “5+” stands for its lower bound. */
function offBy(clause: YearsClause, { years: { min, max } }: Level): number {
  const top = clause.max ?? clause.min;
  if (top < min) return min - top;
  return max !== null && clause.min > max ? clause.min - max : 0;
}

function ladder(check: Options, context: CheckContext, levels: readonly Level[]): readonly Hint[] {
  const clauses = clausesIn(check, context);
  const main = mainClause(clauses);
  if (main === undefined) return [];
  const alternatives = clauses.filter((clause) => clause.group === main.group);
  const offs = levels.map((level) => Math.min(...alternatives.map((clause) => offBy(clause, level))));
  const off = Math.min(...offs);
  const level = levels[offs.indexOf(off)];
  if (level === undefined) return [];
  if (off === 0) return [];
  const declared = context.posting.level.id !== undefined;
  const grave = declared && off >= (check['error-off-by'] ?? Number.POSITIVE_INFINITY);
  const fits = context.policy.levels.filter((each) => offBy(main, each) === 0).map((each) => each.id);
  return [
    {
      span: main.span,
      values: {
        level: level.id,
        ladder: level.years.max === null ? `${level.years.min}+` : `${level.years.min}–${level.years.max}`,
        asks: main.max === null ? `${main.min}+` : `${main.min}–${main.max}`,
        off,
        fits: fits.join(' or ') || 'another level',
      },
      ...(grave ? { severity: 'error' as const } : {}),
      ...replacement(context.posting, clauses, main, level),
    },
  ];
}

/** The number set to the ladder's lower end, where one demand is stated once and as “N” or “N+”. */
function replacement(posting: Posting, clauses: readonly YearsClause[], main: YearsClause, level: Level) {
  if (main.max !== null || clauses.filter((clause) => clause.scope !== 'specialty').length !== 1) return {};
  const text = posting.text.slice(main.span.start, main.span.end);
  const digits = text.match(/\d+/g);
  if (digits?.length !== 1 || Number(digits[0]) !== main.min || /month/i.test(text)) return {};
  const start = main.span.start + text.search(/\d/);
  return { edits: [{ span: { start, end: start + digits[0].length }, text: String(level.years.min) }] };
}

function split(check: Options, context: CheckContext, [level]: readonly Level[]): readonly Hint[] {
  const clauses = clausesIn(check, context);
  const main = mainClause(clauses);
  if (level === undefined || level.productionYears === null || main === undefined) return [];
  if (clauses.some((clause) => clause.scope === 'production-ml')) return [];
  return [{ span: main.span, values: { level: level.id, production: level.productionYears } }];
}

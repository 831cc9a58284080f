/** What a file among the postings is: its language, its profession, and whether it is a posting at all. */
import { hasPostingShape } from './posting/declared.ts';
import type { Span } from './types/place.ts';
import type { Nature, PolicyBase } from './types/policy.ts';
import type { FieldFault, Posting } from './types/posting.ts';
import type { SectionKind } from './types/text.ts';
import type { Hits } from './types/words.ts';

/** Where a posting speaks of the work itself. */
const WORK: ReadonlySet<SectionKind> = new Set(['intro', 'duties', 'required', 'unknown', 'meta']);
/** Words below which a text is unfinished rather than something else. */
const LEAST_WORDS = 12;
/** So many words of ML leave no doubt, whatever the author says of the lane. */
const PLENTY = 3;

/**
 * Tells what a file is. ML work keeps a posting an ML posting, whatever its title and its lane say, so that no change of
 * theirs takes it out of the review.
 */
export function natureOf(posting: Posting, hits: Hits, policy: Pick<PolicyBase, 'terms' | 'vocabulary'>): Nature {
  const language = posting.language === undefined ? {} : { language: posting.language };
  const said = saysNone(posting, policy);
  if (posting.lane.id !== undefined) return { ...language, trade: 'ml', said: false, open: false, page: false };
  const see = sightOf(posting, hits, policy);
  const open = posting.title !== undefined && see.title('ml-named') === 0;
  if (see.work('ml-doing') > 0) return { ...language, trade: 'ml', said, open, page: false };
  if (isPage(posting, see, policy)) return { trade: 'ml', said: false, open, page: true };
  return { ...language, trade: isOther(posting, said, see) ? 'other' : 'ml', said, open, page: false };
}

/** Whether the lane is a word for none. */
function saysNone({ lane }: Posting, { vocabulary }: Pick<PolicyBase, 'vocabulary'>): boolean {
  const value = lane.field?.value;
  const words = vocabulary.words['lane-none'] ?? [];
  return (
    typeof value === 'string' &&
    words.includes(
      value
        .trim()
        .toLowerCase()
        .replace(/[\s_-]+/g, ' '),
    )
  );
}

/** How often a vocabulary stands in the title, and where the text speaks of the work; 0 for one that is not there. */
interface Sight {
  readonly title: (term: string) => number;
  readonly work: (term: string) => number;
}

/** Where the title stands: else the first heading. */
function titleOf({ title, sections }: Posting): Span | undefined {
  return title?.span ?? sections.find(({ heading }) => heading !== '')?.headingSpan;
}

function sightOf(posting: Posting, hits: Hits, { terms }: Pick<PolicyBase, 'terms'>): Sight {
  const { statements, tokens } = posting;
  const title = titleOf(posting);
  const of = (term: string) => (Object.hasOwn(terms, term) ? hits.of(terms[term]!) : []);
  const isIn = (span: Span | undefined, at: number) => span !== undefined && at >= span.start && at < span.end;
  return {
    title: (term) => of(term).filter(({ from }) => isIn(title, tokens[from]!.start)).length,
    work: (term) => of(term).filter(({ statement }) => WORK.has(statements[statement]!.kind)).length,
  };
}

function isOther(posting: Posting, said: boolean, see: Sight): boolean {
  if (!posting.title) return false;
  const named = see.title('ml-named') > 0;
  if (see.title('other-trade') > 0) return said || !named;
  if (named) return false;
  const talk = see.work('ml-hint') + see.work('ml-named');
  return said ? talk < PLENTY : talk === 0;
}

/** A guide, a letter, a page of a handbook: no role, nothing declared, nobody asked for. */
function isPage(posting: Posting, see: Sight, { vocabulary }: Pick<PolicyBase, 'vocabulary'>): boolean {
  const { fields, pay, years, tokens, statements } = posting;
  const title = titleOf(posting);
  if (tokens.length < LEAST_WORDS || ['lane', 'level', 'comp'].some((name) => fields.has(name))) return false;
  if (pay.length > 0 || years.length > 0 || hasPostingShape(posting, vocabulary)) return false;
  if (title && see.title('page-title') > 0) return true;
  if (see.title('other-trade') + see.title('ml-named') > 0) return false;
  const nouns = new Set(vocabulary.words['role-nouns']);
  const named = title && tokens.some(({ start, word }) => start >= title.start && start < title.end && nouns.has(word));
  if (named || posting.employmentType || see.work('hiring-talk') > 0 || see.title('hiring-talk') > 0) return false;
  return title !== undefined && !statements.some(({ kind }) => kind === 'required' || kind === 'preferred');
}

/** A posting of another profession owes no lane, level and pay of the market; any other says how to get out where its title is no ML title. */
export function forNature(posting: Posting, nature: Nature): Posting {
  if (nature.trade === 'other') {
    const faults = posting.faults.filter(
      ({ code, field }) => code !== 'missing' && !(field === 'lane' || field === 'level'),
    );
    return faults.length === posting.faults.length ? posting : { ...posting, faults };
  }
  if (!nature.said && !nature.open) return posting;
  const faults = posting.faults.map((fault) =>
    fault.field === 'lane' ? { ...fault, detail: laneDetail(fault, nature) } : fault,
  );
  return { ...posting, faults };
}

function laneDetail({ code, detail }: FieldFault, { said }: Nature): string {
  if (said) return `this posting speaks of ML work, so none is not its lane: ${detail}`;
  return code === 'missing' ? `${detail}; \`lane: none\` where the job is of another profession` : detail;
}

import type { CheckKind, OptionSpecs, OptionsOf } from '../types/check.ts';
import type { Span } from '../types/place.ts';
import type { CheckContext, Hint } from '../types/policy.ts';
import type { Posting } from '../types/posting.ts';
import { HARD_SEPARATORS, Separator, type Statement, type Token } from '../types/text.ts';
import type { Level } from '../types/words.ts';
import { HIT_GATES } from './gate.ts';
import { inScopes } from './scope.ts';

interface Rank {
  readonly level: string;
  readonly words: readonly string[];
}

/** Words that name a level, by the first of them. */
type Ranks = ReadonlyMap<string, readonly Rank[]>;

interface Found {
  readonly level: string;
  readonly from: number;
  readonly to: number;
}

/** Words of one title that may stand between its level and the next one's (`ML Engineer or Senior ML Engineer`). */
const TITLE_WORDS = 5;

const options = {
  in: { ...HIT_GATES.in, required: true },
  unless: HIT_GATES.unless,
  except: HIT_GATES.except,
  joins: {
    type: 'texts',
    required: true,
    doc: 'Words that offer one level or the other, with words of a title between or not.',
  },
  ranges: { type: 'texts', doc: 'Words that run from one level to the next, with nothing else between.' },
  commas: { type: 'flag', doc: 'A comma or bar between two levels joins them, too: “[Staff, Senior] Engineer”.' },
  brackets: {
    type: 'flag',
    doc: 'A level in round brackets before the words of the title is one of two: “(Senior) Engineer”.',
  },
  plain: {
    type: 'text-map',
    doc: 'The level that a title stands for without the word of a level (`senior: mid`); a level that is none of these stands in brackets as the only one.',
  },
} as const satisfies OptionSpecs;

/** With the nouns of roles. */
type Options = OptionsOf<typeof options> & { readonly roles: ReadonlySet<string> };

/** Two levels offered in one place. Points at the words from the first level to the second. */
export const levels: CheckKind<typeof options> = {
  doc: 'One posting offers two levels: their title words are joined by a sign or by one of `joins`, or one title stands plain and with a level.',
  options,
  values: ['levels'],
  compile: (options, { levels, vocabulary }) => {
    const ranks = ranksOf(levels);
    const roles = new Set(vocabulary.words['role-nouns']);
    return (context) => judge({ ...options, roles }, ranks, context);
  },
};

function judge(check: Options, ranks: Ranks, context: CheckContext): readonly Hint[] {
  const { posting, hits } = context;
  const silent = new Set(check.unless === undefined ? [] : hits.of(check.unless).map((hit) => hit.statement));
  const names = new Set(check.except === undefined ? [] : hits.of(check.except).map((hit) => hit.from));
  const hints: Hint[] = [];
  posting.statements.forEach((statement, index) => {
    if (silent.has(index) || !inScopes(posting, statement, check.in)) return;
    const pair = pairIn(statement, posting, ranks, check, names);
    if (!pair) return;
    const first = posting.tokens[pair.from];
    const last = posting.tokens[pair.to - 1];
    if (!first || !last) return;
    const span = withBrackets(posting.text, { start: first.start, end: last.end }, pair.alone === true);
    hints.push({ span, values: { levels: pair.levels } });
  });
  return hints;
}

function pairIn(
  statement: Statement,
  { tokens, text }: Posting,
  ranks: Ranks,
  check: Options,
  names: ReadonlySet<number>,
): { from: number; to: number; levels: string; alone?: true } | undefined {
  const { from, to } = statement.tokens;
  let last: Found | undefined;
  for (let at = from; at < to; at++) {
    const found = rankAt(tokens, at, to, ranks);
    if (!found || isCompound(tokens, found, to, ranks) || names.has(at)) continue;
    if (last && last.level !== found.level && isJoined(tokens, last.to, found.from, check)) {
      return { from: last.from, to: found.to, levels: `${last.level} and ${found.level}` };
    }
    const plain = plainBefore(tokens, from, found, to, check.joins);
    if (plain !== undefined && (!last || last.to <= plain)) {
      return { from: plain, to: found.to, levels: beside(check, found.level) };
    }
    if (
      check.brackets &&
      isOptional(tokens, text, found, to) &&
      !(at > from && check.roles.has(tokens[at - 1]!.word))
    ) {
      const behind = last !== undefined && last.to === found.from ? last : undefined;
      if (behind && behind.level !== found.level && /^\p{L}+$/u.test(tokens[at]!.word)) {
        return { from: behind.from, to: found.to, levels: `${behind.level} and ${found.level}` };
      }
      if (!behind && check.plain?.[found.level] !== undefined) {
        return { from: found.from, to: found.to, levels: beside(check, found.level), alone: true };
      }
    }
    last = found;
    at = found.to - 1;
  }
  return undefined;
}

/** The level of the plain title and this one. */
function beside({ plain }: Options, level: string): string {
  const other = plain?.[level];
  return other === undefined ? `two levels, one of them ${level}` : `${other} and ${level}`;
}

/** `(Senior) ML Engineer`: a level's word alone in round brackets, and the words of the title go on behind them. */
function isOptional(tokens: readonly Token[], text: string, { from, to }: Found, end: number): boolean {
  const behind = to < end ? (tokens[to]?.before ?? 0) : 0;
  if ((behind & HARD_SEPARATORS) !== Separator.close) return false;
  const { start, word } = tokens[from]!;
  return text[start - 1] === '(' && !/\d|^[iv]+$/.test(word);
}

/** With the round brackets around a level that stands alone in them; of two levels, with the end of a bracket between. */
function withBrackets(text: string, { start, end }: Span, alone: boolean): Span {
  const words = text.slice(start, end);
  const close = /^\.?\)/.exec(text.slice(end, end + 2))?.[0].length ?? 0;
  const opened = words.includes('(');
  if (close === 0 || (alone ? text[start - 1] !== '(' : !opened || words.includes(')'))) return { start, end };
  return { start: alone ? start - 1 : start, end: end + close };
}

/** `Mid-Market`: a level's word that is part of another word. */
function isCompound(tokens: readonly Token[], found: Found, end: number, ranks: Ranks): boolean {
  const next = tokens[found.to];
  if (!next || found.to >= end) return false;
  return (next.before & Separator.hyphen) !== 0 && (next.before & Separator.space) === 0 && !ranks.has(next.word);
}

/**
 * A slash or word stands between two levels with no more than the words of one title beside it, or a dash and nothing
 * else: `Senior/Staff`, `ML Engineer II / Senior ML Engineer`, `Mid–Senior`.
 */
function isJoined(
  tokens: readonly Token[],
  from: number,
  to: number,
  { joins, ranges = [], commas = false }: Options,
): boolean {
  if (to - from > TITLE_WORDS) return false;
  const next = tokens[to];
  if (next && !(next.before & Separator.start)) {
    if (next.before & Separator.slash) return true;
    if (to === from && next.before & (Separator.hyphen | Separator.dash)) return true;
    if (to === from && commas && next.before & (Separator.comma | Separator.other)) return true;
  }
  const word = tokens[to - 1];
  if (to === from || word === undefined) return false;
  return joins.includes(word.word) || (to === from + 1 && ranges.includes(word.word));
}

/** `ML Engineer / Senior ML Engineer`: the words behind the level also stand plain before the join; their first token. */
function plainBefore(
  tokens: readonly Token[],
  start: number,
  found: Found,
  end: number,
  joins: readonly string[],
): number | undefined {
  const level = tokens[found.from];
  if (!level) return undefined;
  const joinWord = found.from > start && joins.includes(tokens[found.from - 1]?.word ?? '');
  const joinSign = (level.before & (Separator.slash | Separator.dash)) !== 0;
  if (!joinWord && !joinSign) return undefined;
  const before = found.from - (joinWord ? 1 : 0);
  const noun = tokens[before - 1]?.word;
  if (noun === undefined || before - 1 < start) return undefined;
  let length = 0;
  for (let at = found.to; at < Math.min(end, found.to + TITLE_WORDS); at++) {
    length++;
    if (tokens[at]?.word !== noun) continue;
    const first = before - length;
    if (length < 2 || first < start) return undefined;
    for (let k = 0; k < length; k++) if (tokens[first + k]?.word !== tokens[found.to + k]?.word) return undefined;
    return first;
  }
  return undefined;
}

function rankAt(tokens: readonly Token[], at: number, end: number, ranks: Ranks): Found | undefined {
  for (const rank of ranks.get(tokens[at]?.word ?? '') ?? []) {
    const to = at + rank.words.length;
    if (to > end) continue;
    let same = true;
    for (let k = 1; same && k < rank.words.length; k++) {
      const token = tokens[at + k] as Token;
      same = token.word === rank.words[k] && (token.before & ~(Separator.space | Separator.hyphen)) === 0;
    }
    if (same) return { level: rank.level, from: at, to };
  }
  return undefined;
}

/** Words that name a level, by their first: title words, and ladder codes such as `L5`. */
function ranksOf(levels: readonly Level[]): Ranks {
  const ranks = new Map<string, Rank[]>();
  for (const level of levels) {
    const codes = level.aliases.filter((alias) => /^[a-z]{1,2}\d$/.test(alias));
    for (const text of [...level.titleWords, ...codes]) {
      const words = text.split(/[ -]/);
      const list = ranks.get(words[0] as string);
      if (list) list.push({ level: level.id, words });
      else ranks.set(words[0] as string, [{ level: level.id, words }]);
    }
  }
  for (const list of ranks.values()) list.sort((a, b) => b.words.length - a.words.length);
  return ranks;
}

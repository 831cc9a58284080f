import type { CheckKind, OptionSpecs, OptionsOf } from '../types/check.ts';
import type { Span } from '../types/place.ts';
import type { CheckContext, Hint } from '../types/policy.ts';
import type { Fact, Posting } from '../types/posting.ts';
import { letterPattern } from '../words/letters.ts';
import { HIT_GATES, hitsThrough } from './gate.ts';
import { spanOf } from './scope.ts';
import {
  type LevelWord,
  type LevelWords,
  levelWords,
  levelWordsIn,
  TITLE_LENGTH,
  type Word,
  wordsOf,
} from './title-level.ts';

const options = {
  fault: {
    type: ['level', 'capitals', 'emoji', 'pay', 'place', 'shouting'],
    required: true,
    doc: 'level: a level word that is not the declared level; shouting: “!!”.',
  },
  except: HIT_GATES.except,
  roles: { type: 'texts', doc: 'Nouns of the role; a level word counts before or right after one, or by itself.' },
  also: { type: 'text-map', doc: 'Title words that may name a further level (`lead: staff`).' },
  places: { type: 'phrases', doc: 'Names of places, for place.' },
  unnamed: { type: 'texts', doc: 'Levels that titles do not name: the fix drops the word.' },
} as const satisfies OptionSpecs;

type Options = OptionsOf<typeof options>;

/** What a title should not hold, or holds against the declared level. */
export const title: CheckKind<typeof options> = {
  doc: 'The title says another level than the frontmatter, or carries what does not belong in a title.',
  options,
  values: ['word', 'named', 'declared'],
  renamed: { unless: '“except”' },
  compile: (options, { levels }) => {
    const known = levelWords(levels);
    return (context) => {
      const fact = context.posting.title;
      return fact === undefined ? [] : judges[options.fault](options, context, fact, known);
    };
  },
};

const letter = letterPattern(String.raw`[\p{L}]`);

function levelHints(check: Options, context: CheckContext, fact: Fact, known: LevelWords): readonly Hint[] {
  const declared = context.posting.level.id;
  if (declared === undefined) return [];
  const words = wordsOf(context.posting, fact.span);
  const found = levelWordsIn(context, words, known, { ...check, roles: new Set(check.roles) });
  if (found.length === 0 || found.some(({ levels }) => levels.includes(declared))) return [];
  const first = found[0]!;
  const nameOf = (id: string | undefined) => context.policy.levels.find((level) => level.id === id)?.title ?? '';
  const span = { start: first.group[0]!.start, end: first.group.at(-1)!.end };
  const word = context.posting.text.slice(span.start, span.end);
  const values = { word, named: nameOf(first.levels[0]), declared: nameOf(declared) };
  const edits = found.length === 1 ? levelEdit(check, context, words, first, span) : [];
  return [{ span, found: word, values, edits }];
}

/** Swap the level word for the declared level's; a level that titles leave out drops it. Numerals stay for the author. */
function levelEdit(
  check: Options,
  context: CheckContext,
  words: readonly Word[],
  { group, folded }: LevelWord,
  span: Span,
): Hint['edits'] {
  const level = context.policy.levels.find((each) => each.id === context.posting.level.id);
  if (!level || /^[iv]+$/.test(folded)) return [];
  const plain = level.titleWords.find((each) => level.title.toLowerCase() === each.toLowerCase());
  const dot = context.posting.text[span.end] === '.' ? 1 : 0;
  if (plain && !check.unnamed?.includes(level.id)) {
    return [{ span: { start: span.start, end: span.end + dot }, text: capital(plain) }];
  }
  if (!check.unnamed?.includes(level.id)) return [];
  const next = words[words.indexOf(group.at(-1)!) + 1];
  if (!next || !/^\.?\s+$/.test(next.gap)) return [];
  return [{ span: { start: span.start, end: next.start }, text: '' }];
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** Two long words in capitals and no small letter: shouting, not acronyms. */
function capitalHints(_: Options, context: CheckContext, fact: Fact): readonly Hint[] {
  const words = wordsOf(context.posting, fact.span);
  const long = words.filter((word) => word.text.length >= 5 && word.text !== word.folded);
  const shouted = long.length >= 2 && words.every((word) => word.text === word.text.toUpperCase());
  return shouted ? [{ span: fact.span, edits: [] }] : [];
}

/** A part of the title, and its removal together with the sign that joins it to the rest. */
function partHint(posting: Posting, fact: Fact, span: Span): Hint {
  const before = posting.text.slice(fact.span.start, span.start);
  const after = posting.text.slice(span.end, fact.span.end);
  const sign = /\s*[-–—|,:(]?\s*$/u.exec(before)?.[0].length ?? 0;
  const close = /^\s*\)/.exec(after)?.[0].length ?? 0;
  const cut = { start: span.start - sign, end: span.end + close };
  const rest = posting.text.slice(fact.span.start, cut.start) + posting.text.slice(cut.end, fact.span.end);
  return { span, edits: letter(rest).test(rest) ? [{ span: cut, text: '' }] : [] };
}

function matchHints(pattern: (text: string) => RegExp) {
  return (_: Options, { posting }: CheckContext, fact: Fact): readonly Hint[] => {
    const end = Math.min(fact.span.end, fact.span.start + TITLE_LENGTH);
    const text = posting.text.slice(fact.span.start, end);
    const match = pattern(text).exec(text);
    if (!match) return [];
    const start = fact.span.start + match.index;
    return [partHint(posting, fact, { start, end: start + match[0].trimEnd().length })];
  };
}

/** The first place named in the title. */
function placeHints(check: Options, context: CheckContext, fact: Fact): readonly Hint[] {
  const { posting } = context;
  const hit = hitsThrough(context, check.places, { except: check.except, negated: 'keep' }, ['title'])[0];
  if (!hit) return [];
  return [partHint(posting, fact, spanOf(posting, hit))];
}

type FaultJudge = (check: Options, context: CheckContext, fact: Fact, known: LevelWords) => readonly Hint[];

const judges: Record<Options['fault'], FaultJudge> = {
  level: levelHints,
  capitals: capitalHints,
  emoji: matchHints(letterPattern(String.raw`([\p{Extended_Pictographic}]\uFE0F?\s*)+`)),
  shouting: matchHints(() => /!+/),
  place: placeHints,
  pay: matchHints(
    letterPattern(
      String.raw`[\p{Sc}]\s?\d[\d.,]*\s?[kK]?(\s?[-\u2013]\s?[\p{Sc}]?\s?\d[\d.,]*\s?[kK]?)?|\d[\d.,]*\s?[\p{Sc}]|\d{2,3}\s?[kK](?![\p{L}\d]|\s*[\p{L}])`,
    ),
  ),
};

/** Phrases that a line is held against as a whole: they say what stands at its ends, too. */
import type { Token } from '../types/text.ts';
import type { Phrase } from './phrase.ts';
import type { Text } from './scan.ts';

/** Longest line that is held against phrases. */
export const LINE_WORDS = 16;

/** What stands before the first word of a line and behind its last. No text is cut into such words. */
const START: Token = { word: '^', before: 0, start: 0, end: 0 };
const END: Token = { word: '$', before: 0, start: 0, end: 0 };

/** Words of a line between marks for its ends. */
export function framed(tokens: readonly Token[], from: number, to: number): Text {
  const framing = [START];
  for (let at = from; at < to; at++) framing.push(tokens[at]!);
  framing.push(END);
  return {
    tokens: framing,
    statements: [{ tokens: { from: 0, to: to - from + 2 } }],
  };
}

/** A phrase with the ends of the line around it; `…` at an end of it leaves that end of the line open. */
export function wholeLine(phrase: Phrase): Phrase {
  if (phrase.kind === 'either') return { kind: 'either', of: phrase.of.map(wholeLine) };
  const items = itemsOf(phrase);
  const within = withoutEnds(phrase);
  return {
    kind: 'sequence',
    of: [
      ...(items[0]?.kind === 'gap' ? [] : [word(START)]),
      within,
      ...(items.at(-1)?.kind === 'gap' ? [] : [word(END)]),
    ],
  };
}

/** A phrase without the `…` at its ends. */
export function withoutEnds(phrase: Phrase): Phrase {
  if (phrase.kind === 'either') return { kind: 'either', of: phrase.of.map(withoutEnds) };
  const items = itemsOf(phrase);
  const from = items[0]?.kind === 'gap' ? 1 : 0;
  const to = items.length > from && items.at(-1)?.kind === 'gap' ? items.length - 1 : items.length;
  return { kind: 'sequence', of: items.slice(from, to) };
}

function itemsOf(phrase: Phrase): readonly Phrase[] {
  return phrase.kind === 'sequence' ? phrase.of : [phrase];
}

function word({ word }: Token): Phrase {
  return { kind: 'word', word, prefix: false };
}

import { describe, expect, it } from 'vitest';
import type { PhraseSet } from '../../src/types/words.ts';
import { createAutomaton } from '../../src/words/automaton.ts';
import { parsePhrase } from '../../src/words/phrase.ts';
import { tokenize } from '../../src/words/tokens.ts';
import { framed, wholeLine } from '../../src/words/whole-line.ts';

const POTS = ['bowl', 'tea cup'];

/** Whether a line fits a phrase as a whole; `{pots}` is known. */
function fits(phrase: string, line: string): boolean {
  const automaton = createAutomaton(undefined, true);
  const pots = automaton.reserve();
  const tree = (text: string) => parsePhrase(text).phrase;
  automaton.fill(pots, POTS.map(tree), () => undefined);
  const set = automaton.reserve();
  automaton.fill(set, [wholeLine(tree(phrase))], (name): PhraseSet | undefined => (name === 'pots' ? pots : undefined));
  automaton.want(set);
  const words = tokenize(line);
  return automaton.scan(framed(words, 0, words.length)).of(set).length > 0;
}

describe('a phrase held against a whole line', () => {
  it.each([
    ['fire kilns', 'Fire kilns'],
    ['fire …', 'fire'],
    ['fire …', 'fire all kilns'],
    ['fire …', 'fire a b c d e f g h i j k l m n o'],
    ['… kilns', 'kilns'],
    ['… kilns', 'fire all the very hot old kilns'],
    ['… hot …', 'fire hot kilns'],
    ['fire … kilns', 'fire kilns'],
    ['fire … kilns', 'fire all the hot old kilns'],
    ['fire … … kilns', 'fire all the hot old and very dirty kilns'],
    ['fire … kilns …', 'fire hot kilns kilns'],
    ['[the] kilns', 'kilns'],
    ['[the] kilns', 'the kilns'],
    ['[the|all] kilns', 'all kilns'],
    ['(hot|very wet) kilns', 'very wet kilns'],
    ['(hot|(very|quite) wet) kilns', 'quite wet kilns'],
    ['kiln*', 'kilns'],
    ['({pots}) hot', 'tea cup hot'],
    ['({pots}|pan) hot', 'pan hot'],
    ['{pots} …', 'bowl'],
    ["don't fire", 'dont fire'],
    ['dont fire', 'don’t fire'],
    ['fire-kilns', 'fire kilns'],
    ['fire kilns', 'Fire, (kilns):'],
    ['fire kilns | … pots', 'all pots'],
  ])('“%s” fits “%s”', (phrase, line) => {
    expect(fits(phrase, line)).toBe(true);
  });

  it.each([
    ['fire kilns', 'fire'],
    ['fire kilns', 'fire kilns now'],
    ['fire kilns', 'we fire kilns'],
    ['fire …', 'we fire'],
    ['… kilns', 'kilns hot'],
    ['fire … kilns', 'fire all the hot old dirty kilns'],
    ['[the] kilns', 'the the kilns'],
    ['(hot|very wet) kilns', 'very kilns'],
    ['kiln', 'kilns'],
    ['kiln*', 'the kilns'],
    ['({none}) hot', 'hot'],
    ['fire …', ''],
    ['fire kilns | … pots', 'all fire kilns'],
  ])('“%s” does not fit “%s”', (phrase, line) => {
    expect(fits(phrase, line)).toBe(false);
  });
});

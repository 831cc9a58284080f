import { describe, expect, it } from 'vitest';
import { indexWordings, parseWording, plainWords, wordsOf } from '../../src/words/wordings.ts';

const listed = (name: string) => (name === 'pots' ? [['bowl'], ['tea', 'cup']] : []);
/** So many choices that they are looked up by their first word. */
const MANY = `(${Array.from({ length: 24 }, (_, i) => `k${i}`).join('|')}|fire* now|*) end`;

const first = (wordings: readonly string[], text: string) =>
  indexWordings(wordings.map((each) => parseWording(each.replace('@', MANY), listed))).first(plainWords(text));

describe('which wording a text fits', () => {
  it.each<[string[], string, number]>([
    [['fire kilns'], 'Fire kilns', 0],
    [['fire kilns'], 'fire', -1],
    [['fire kilns'], 'fire kilns now', -1],
    [['fire …'], 'fire', 0],
    [['fire …'], 'fire all kilns', 0],
    [['fire …'], 'we fire', -1],
    [['… kilns'], 'kilns', 0],
    [['… kilns'], 'fire hot kilns', 0],
    [['… kilns'], 'kilns hot', -1],
    [['fire … kilns'], 'fire kilns', 0],
    [['fire … kilns'], 'fire hot kilns', 0],
    [['fire … kilns …'], 'fire hot kilns kilns', 0],
    [['[the] kilns'], 'kilns', 0],
    [['[the] kilns'], 'the kilns', 0],
    [['[the] kilns'], 'the the kilns', -1],
    [['[the|all] kilns'], 'all kilns', 0],
    [['(hot|very wet) kilns'], 'very wet kilns', 0],
    [['(hot|very wet) kilns'], 'very kilns', -1],
    [['kiln*'], 'kilns', 0],
    [['kiln*'], 'kiln', 0],
    [['kiln*'], 'the kilns', -1],
    [['kiln'], 'kilns', -1],
    [['({pots}) hot'], 'tea cup hot', 0],
    [['({pots}) hot'], 'bowl hot', 0],
    [['({pots}|pan) hot'], 'pan hot', 0],
    [['({none}) hot'], 'hot', -1],
    [["don't fire"], 'dont fire', 0],
    [['dont fire'], 'don’t fire', 0],
    [['[the]'], '', 0],
    [['[the]'], 'the', 0],
    [['…'], '', 0],
    [['…'], 'fire', 0],
    [['fire', 'kilns', 'fire'], 'fire', 0],
    [['… kilns', 'fire …'], 'fire kilns', 0],
    [['x', '… kilns', 'fire …'], 'fire kilns', 1],
    [['@'], 'k3 end', 0],
    [['@'], 'k23 end', 0],
    [['@'], 'firing end', -1],
    [['@'], 'fires now end', 0],
    [['@'], 'k24 end', -1],
    [['@'], 'k3', -1],
    [['@'], 'end', 0],
    [['the @'], 'the', -1],
    [['fire …'], 'fire a b c d e f g h i j k l m n o', 0],
    [['fire …'], 'fire a b c d e f g h i j k l m n o p', -1],
    [['fire) kilns'], 'fire kilns', 0],
    [['fire-kilns'], 'fire kilns', 0],
  ])('%j for “%s” is number %i', (wordings, text, expected) => {
    expect(first(wordings, text)).toBe(expected);
  });

  it.each([
    ['kilns', ['kilns']],
    ['Kiln Fire', ['kiln', 'fire']],
    ['kiln*', ['kiln*']],
    ['Kiln* hot', ['kiln*', 'hot']],
    ['don’t*', ['dont*']],
    ['*', []],
    ['', []],
  ])('cuts the choice “%s” into %j', (text, expected) => {
    expect(wordsOf(text)).toEqual(expected);
  });
});

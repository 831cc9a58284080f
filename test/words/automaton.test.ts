import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Posting } from '../../src/types/posting.ts';
import { HARD_SEPARATORS } from '../../src/types/text.ts';
import type { Hit, PhraseSet } from '../../src/types/words.ts';
import { createAutomaton } from '../../src/words/automaton.ts';
import { GAP, type Phrase } from '../../src/words/phrase.ts';
import { scanFor, sentences, type Terms, treeOf } from '../policy/support.ts';

/** Where one may go on: a token index, and whether any separator may stand before it. */
type Point = readonly [at: number, free: boolean];

/** All points that a phrase leads to, by trying everything: what the automaton must equal. */
function pointsAfter(phrase: Phrase, from: Point, limit: number, posting: Posting, terms: Terms): Point[] {
  const [at, free] = from;
  const token = posting.tokens[at];
  const open = at < limit && token !== undefined && (free || (token.before & HARD_SEPARATORS) === 0);
  switch (phrase.kind) {
    case 'word': {
      const fits = open && (phrase.prefix ? token.word.startsWith(phrase.word) : token.word === phrase.word);
      return fits ? [[at + 1, false]] : [];
    }
    case 'term':
      if (!open) return [];
      return (terms[phrase.name] ?? [])
        .flatMap((each) => pointsAfter(each, [at, true], limit, posting, terms))
        .map(([end]): Point => [end, false]);
    case 'gap':
      return Array.from({ length: GAP + 1 }, (_, skipped): Point => [at + skipped, true]).filter(([to]) => to <= limit);
    case 'optional':
      return [from, ...pointsAfter(phrase.of, from, limit, posting, terms)];
    case 'either':
      return phrase.of.flatMap((each) => pointsAfter(each, from, limit, posting, terms));
    case 'sequence':
      return phrase.of.reduce<Point[]>(
        (points, each) => points.flatMap((point) => pointsAfter(each, point, limit, posting, terms)),
        [from],
      );
  }
}

/** Longest hit at each place, none within another. */
function naiveHits(phrases: readonly Phrase[], posting: Posting, terms: Terms): Hit[] {
  const hits: Hit[] = [];
  let reached = 0;
  posting.statements.forEach(({ tokens: { from, to } }, statement) => {
    for (let at = from; at < to; at++) {
      const ends = phrases.flatMap((phrase) => pointsAfter(phrase, [at, true], to, posting, terms).map(([end]) => end));
      const end = Math.max(at, ...ends);
      if (end <= at || end <= reached) continue;
      reached = end;
      hits.push({ from: at, to: end, statement });
    }
  });
  return hits;
}

const word = fc.constantFrom('a', 'b', 'ab', 'abc', 'no');
const termName = fc.constantFrom('x', 'y');
const separator = fc.constantFrom(' ', ' ', ' ', '-', '/', ', ', ' (', ') ', ': ');
const sentence = fc.array(fc.tuple(word, separator), { maxLength: 25 }).map((parts) => parts.flat().join(''));
const posting = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((texts) => sentences(...texts));

function phraseOf(names: fc.Arbitrary<string> | undefined): fc.Arbitrary<Phrase> {
  const leaf = fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('word' as const), word, prefix: fc.boolean() }) },
    ...(names ? [{ weight: 1, arbitrary: names.map((name) => ({ kind: 'term' as const, name, at: 0 })) }] : []),
  );
  const { item } = fc.letrec<{ item: Phrase; either: Phrase; optional: Phrase; sequence: Phrase }>((tie) => ({
    item: fc.oneof({ depthSize: 'small', maxDepth: 3 }, leaf, tie('either'), tie('optional'), tie('sequence')),
    either: fc.array(tie('item'), { minLength: 1, maxLength: 3 }).map((of) => ({ kind: 'either' as const, of })),
    optional: tie('item').map((of) => ({ kind: 'optional' as const, of })),
    sequence: fc.array(fc.tuple(tie('item'), fc.boolean()), { minLength: 1, maxLength: 3 }).map((parts) => ({
      kind: 'sequence' as const,
      of: parts.flatMap(([each, gap], index): Phrase[] => (gap && index > 0 ? [{ kind: 'gap' }, each] : [each])),
    })),
  }));
  // What the check of phrases asks for: a word at each end, so no gap stands there.
  return fc.tuple(leaf, item, leaf).map(([first, middle, last]) => ({ kind: 'sequence', of: [first, middle, last] }));
}

const terms = fc.record({
  x: fc.array(phraseOf(undefined), { minLength: 1, maxLength: 2 }),
  y: fc.array(phraseOf(fc.constant('x')), { minLength: 1, maxLength: 2 }),
});

describe('the automaton', () => {
  test('finds what trying everything finds', () => {
    fc.assert(
      fc.property(
        posting,
        fc.array(fc.array(phraseOf(termName), { maxLength: 3 }), { maxLength: 3 }),
        terms,
        (where, sets, vocabularies) => {
          const found = scanFor(where, sets, vocabularies).map((hits) => hits.of(0 as PhraseSet));
          expect(found).toEqual(sets.map((phrases) => naiveHits(phrases, where, vocabularies)));
        },
      ),
      { numRuns: 400 },
    );
  });

  test('finds the same after it was kept as JSON and added to', () => {
    fc.assert(
      fc.property(posting, phraseOf(termName), phraseOf(termName), terms, (where, first, second, vocabularies) => {
        const built = createAutomaton();
        const [x, y, one] = [built.reserve(), built.reserve(), built.reserve()];
        const term = (name: string) => (name === 'x' ? x : y);
        built.fill(x, vocabularies.x, term);
        built.fill(y, vocabularies.y, term);
        built.fill(one, [first], term);
        const thawed = createAutomaton(JSON.parse(JSON.stringify(built.freeze())));
        const two = thawed.reserve();
        thawed.fill(two, [second], term);
        for (const set of [x, one, two]) thawed.want(set);
        const hits = thawed.scan(where);
        expect([x, one, two].map((set) => hits.of(set))).toEqual(
          [vocabularies.x, [first], [second]].map((phrases) => naiveHits(phrases, where, vocabularies)),
        );
      }),
      { numRuns: 200 },
    );
  });

  test('reports only sets that are asked for', () => {
    const automaton = createAutomaton();
    const set = automaton.reserve();
    automaton.fill(set, [treeOf('a')], () => undefined);
    expect(automaton.scan(sentences('a')).of(set)).toEqual([]);
    automaton.want(set);
    expect(automaton.scan(sentences('a')).of(set)).toEqual([{ from: 0, to: 1, statement: 0 }]);
  });

  test('takes no more steps a word on a text that repeats one word than its phrases allow', () => {
    const phrases = ['no … no … no … no', '{not} … {not} … no', 'no no … [no] no'].map(treeOf);
    const not = { not: ['no', 'no no', 'no … no'].map(treeOf) };
    let reads = 0;
    const counted = (length: number): number => {
      const where = sentences('no '.repeat(length));
      reads = 0;
      const tokens = new Proxy(where.tokens as unknown[], {
        get(target, key) {
          if (typeof key === 'string' && /^\d+$/.test(key)) reads++;
          return Reflect.get(target, key);
        },
      });
      scanFor({ ...where, tokens: tokens as typeof where.tokens }, [phrases], not);
      return reads;
    };
    const few = counted(500);
    const many = counted(5000);
    expect(many).toBeLessThan(few * 10.5);
  });
});

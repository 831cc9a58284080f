import { describe, expect, it } from 'vitest';
import { readLines } from '../../src/markdown/inline.ts';

/** Each line as people read it in `‹›`, what marks say of it and how many characters are bold at its start; then its own text. */
const lines = (text: string) =>
  readLines(text, 0, text.length, { breaks: true, comments: [] }).map((line) => {
    const marks = `${line.strong ? 'strong ' : ''}${line.code ? 'code ' : ''}${line.lead > 0 ? `${line.lead} ` : ''}`;
    const tag = line.tag ? ` ${line.tag.kind}${line.tag.level}` : '';
    return `${marks}‹${line.plain}› ${text.slice(line.span.start, line.span.end)}${tag}`;
  });

describe('lines as people read them', () => {
  it.each<[string, string[]]>([
    ['<strong>Kilns</strong>', ['strong 5 ‹Kilns› Kilns']],
    ['<b>Kilns</b>', ['strong 5 ‹Kilns› Kilns']],
    ['<em>Kilns</em>', ['‹Kilns› Kilns']],
    [' Kilns and pots ', ['‹Kilns and pots› Kilns and pots']],
    ['*Kilns* and **pots** and ***both***', ['5 ‹Kilns and pots and both› Kilns* and **pots** and ***both']],
    ['snake_case and __bold__ and ____', ['‹snake_case and bold and ____› snake_case and __bold__ and ____']],
    ['*** stars **** here', ['‹stars **** here› stars **** here']],
    ['2 * 3 * 4', ['‹2  3  4› 2 * 3 * 4']],
    ['* Kilns * pots', ['‹* Kilns  pots› * Kilns * pots']],
    ['**Kilns**', ['strong 5 ‹Kilns› Kilns']],
    ['**Kilns** are hot', ['5 ‹Kilns are hot› Kilns** are hot']],
    ['Kilns are **hot**', ['‹Kilns are hot› Kilns are **hot']],
    ['**Kilns are** **hot**', ['strong 13 ‹Kilns are hot› Kilns are** **hot']],
    ['**Kilns** `pots`', ['strong 5 ‹Kilns pots› Kilns** `pots']],
    ['`Kilns`', ['code ‹Kilns› Kilns']],
    ['`Kilns` are', ['‹Kilns are› Kilns` are']],
    ['**Kilns:**', ['strong 6 ‹Kilns:› Kilns:']],
    ['**Kilns**: hot', ['5 ‹Kilns: hot› Kilns**: hot']],
    ['** Kilns **', ['‹Kilns› Kilns']],
    ['*Kilns *: hot', ['6 ‹Kilns : hot› Kilns *: hot']],
    ['_Kilns_pots_', ['strong 10 ‹Kilns_pots› Kilns_pots']],
    ['|_Kilns_| and {_pots_}', ['6 ‹|Kilns| and {pots}› |_Kilns_| and {_pots_}']],
    ['** **', []],
    ['\\*not\\* bold \\q', ['‹*not* bold \\q› *not\\* bold \\q']],
    ['a\\\nb', ['‹a› a', '‹b› b']],
    ['a\\', ['‹a› a']],
    ['a\\\r\nb', ['‹a› a', '‹b› b']],
    ['`a*b` ``c`d`` ```open', ['‹a*b c`d open› a*b` ``c`d`` ```open']],
    ['`one\ntwo`', ['code ‹one two› one\ntwo']],
    ['`one\r\ntwo`', ['code ‹one two› one\r\ntwo']],
    ['~~gone~~ kept ~ kept~~', ['‹kept ~ kept~~› kept ~ kept~~']],
    ['~~ kept ~~ ~~open', ['‹~~ kept ~~ ~~open› ~~ kept ~~ ~~open']],
    [
      '[kilns](a.md) [ref][x] [bare] ![pic](b.png) !bang',
      ['‹kilns ref [bare]   !bang› kilns](a.md) [ref][x] [bare] ![pic](b.png) !bang'],
    ],
    ['[Kilns!](a.md) are hot', ['‹Kilns! are hot› Kilns!](a.md) are hot']],
    ['[kilns](a (b).md) and [pots](c', ['‹kilns and [pots](c› kilns](a (b).md) and [pots](c']],
    ['[kilns](a\\).md) end', ['‹kilns end› kilns](a\\).md) end']],
    ['[kilns][a b] end', ['‹[kilns][a b] end› [kilns][a b] end']],
    ['[a [b](c) d](e)', ['‹a b d› a [b](c) d']],
    ['\\[kilns](a)', ['‹[kilns](a)› [kilns](a)']],
    [']( and [kilns](a)', ['‹]( and kilns› ]( and [kilns']],
    ['&amp; &nbsp;x &bogus; &#x41;', ['‹&  x &bogus; A› &amp; &nbsp;x &bogus; &#x41;']],
    ['&amp', ['‹&amp› &amp']],
    [
      'Kilns<br>pots <b>bold</b> <!-- hidden --> a < b',
      ['‹Kilns› Kilns', '‹pots bold  a < b› pots <b>bold</b> <!-- hidden --> a < b'],
    ],
    ['<b>bold</b> and <strong>more</strong>', ['4 ‹bold and more› bold</b> and <strong>more']],
    ['<b><b>bold</b> still</b> not', ['10 ‹bold still not› bold</b> still</b> not']],
    ['</b>not bold', ['‹not bold› not bold']],
    ['<!-- open kilns', []],
    [
      '<https://kilns.example> <me@kilns.example> <Company Name> <a href=x>link</a> <Your x="y">',
      ['‹<Company Name> link› <Company Name> <a href=x>link'],
    ],
    ['<Company Name/> end', ['‹end› end']],
    ['<li>Kilns</li><li>pots</li>', ['‹Kilns› Kilns item0', '‹pots› pots item0']],
    ['<h2>Kilns</h2>pots', ['‹Kilns› Kilns heading2', '‹pots› pots']],
    ['<summary>Kilns</summary>pots', ['‹Kilns› Kilns heading6', '‹pots› pots']],
    ['<dt>Kilns</dt><dd>pots</dd>', ['‹Kilns› Kilns heading6', '‹pots› pots']],
    ['<script>hidden</script>shown', ['‹shown› shown']],
    ['<style>hidden', []],
    ['<blockquote>hidden</blockquote>shown', ['‹shown› shown']],
    ['<pre>hidden</pre>shown', ['‹shown› shown']],
    ['<pre>* a\n* b</pre>', ['‹* a› * a', '‹* b› * b']],
    ['<span>Kilns</span>', ['‹Kilns› Kilns']],
    ['<kilns>pots', ['‹pots› pots']],
    ['<kilns', ['‹<kilns› <kilns']],
    [
      '{{ liquid }} {% tag %} {# note #} {plain}',
      ['‹{{ liquid }}   {plain}› {{ liquid }} {% tag %} {# note #} {plain}'],
    ],
    ['{% comment %} hidden {% endcomment %} shown', ['‹shown› shown']],
    ['{% comment %} hidden', ['‹hidden› hidden']],
    ['{% tag', ['‹{% tag› {% tag']],
    [
      'Kilns are hot.\nPots are round\nand wet.',
      ['‹Kilns are hot.› Kilns are hot.', '‹Pots are round and wet.› Pots are round\nand wet.'],
    ],
    ['Kilns are hot\n\nPots', ['‹Kilns are hot› Kilns are hot', '‹Pots› Pots']],
    ['One two three,\nFour five six', ['‹One two three, Four five six› One two three,\nFour five six']],
    ['One two three;\nFour five six', ['‹One two three;› One two three;', '‹Four five six› Four five six']],
    ['One two three!\nFour five six', ['‹One two three!› One two three!', '‹Four five six› Four five six']],
    ['One two three?\nFour five six', ['‹One two three?› One two three?', '‹Four five six› Four five six']],
    ['One two three:\nFour five six', ['‹One two three:› One two three:', '‹Four five six› Four five six']],
    ['Kilns are hot here\n(and wet)', ['‹Kilns are hot here (and wet)› Kilns are hot here\n(and wet)']],
    ['Kilns are hot here\n, wet', ['‹Kilns are hot here , wet› Kilns are hot here\n, wet']],
    ['Kilns are hot here\n• Pots', ['‹Kilns are hot here› Kilns are hot here', '‹• Pots› • Pots']],
    [
      'One two three four five six seven eight nine ten\n→ Pots of clay and of more clay that is wet',
      [
        '‹One two three four five six seven eight nine ten› One two three four five six seven eight nine ten',
        '‹→ Pots of clay and of more clay that is wet› → Pots of clay and of more clay that is wet',
      ],
    ],
    [
      'One two three four five six seven eight nine ten\nEleven two three four five six seven eight nine',
      [
        '‹One two three four five six seven eight nine ten Eleven two three four five six seven eight nine› One two three four five six seven eight nine ten\nEleven two three four five six seven eight nine',
      ],
    ],
    [
      'One two three four five six seven eight nine\nEl two three four five six seven eight nine ten',
      [
        '‹One two three four five six seven eight nine› One two three four five six seven eight nine',
        '‹El two three four five six seven eight nine ten› El two three four five six seven eight nine ten',
      ],
    ],
    ['Kilns  \npots', ['‹Kilns› Kilns', '‹pots› pots']],
    ['Kilns \npots', ['‹Kilns  pots› Kilns \npots']],
    ['Kilns are *hot.*\nPots', ['‹Kilns are hot.› Kilns are *hot.', '‹Pots› Pots']],
    ['Kilns are hot. \nPots', ['‹Kilns are hot.› Kilns are hot.', '‹Pots› Pots']],
    ['Kilns\n', ['‹Kilns› Kilns']],
    ['Kilns\r\nPots', ['‹Kilns› Kilns', '‹Pots› Pots']],
    ['Kilns  \r\n  pots', ['‹Kilns› Kilns', '‹pots› pots']],
    ['Kilns\n  \tPots', ['‹Kilns› Kilns', '‹Pots› Pots']],
    ['One two three\nFour', ['‹One two three› One two three', '‹Four› Four']],
    ['$', ['‹$› $']],
    ['—', ['‹—› —']],
    ['¥', ['‹¥› ¥']],
    ['🌎', ['‹🌎› 🌎']],
    ['…!', ['‹…!› …!']],
  ])('%j', (text, expected) => {
    expect(lines(text)).toEqual(expected);
  });

  it('notes where comments stand, and reads a part of a text only', () => {
    const comments: { start: number; end: number }[] = [];
    const text = '**Kilns** <!-- hot --> &amp; `pots` **wet**';
    const [line] = readLines(text, 10, 34, { breaks: true, comments });
    expect(comments).toEqual([{ start: 10, end: 22 }]);
    expect(line?.plain).toBe('& pots');
  });

  it('parts lines of one width only where breaks are kept', () => {
    const text = 'Kilns are hot.\nPots are round';
    const plain = (breaks: boolean) =>
      readLines(text, 0, text.length, { breaks, comments: [] }).map((line) => line.plain);
    expect(plain(true)).toEqual(['Kilns are hot.', 'Pots are round']);
    expect(plain(false)).toEqual(['Kilns are hot. Pots are round']);
  });

  it('finds the place of every character behind what was left out', () => {
    const text = 'A **b** &amp; c';
    const [line] = readLines(text, 0, text.length, { breaks: true, comments: [] });
    const places = [...line!.plain].map((_, index) => text.slice(line!.source.start(index), line!.source.end(index)));
    expect(places).toEqual(['A', ' ', 'b', ' ', '&amp;', ' ', 'c']);
  });

  it('takes lines of less than 45 or more than 100 characters for broken on purpose, whatever would have fitted', () => {
    const count = (width: number) => lines(`${'k'.repeat(width - 4)} end\n${'Pot'.padEnd(width, 's')}`).length;
    expect([count(44), count(45), count(100), count(101)]).toEqual([2, 1, 1, 2]);
  });

  it('takes a line for broken on purpose where the next word would still have fitted', () => {
    const count = (before: number) => lines(`${'k'.repeat(before)}\nPot ${'k'.repeat(56)}`).length;
    expect([count(56), count(57)]).toEqual([2, 1]);
  });
});

import { describe, expect, it } from 'vitest';
import { entityAt } from '../../src/markdown/marks.ts';
import { read, said } from '../posting/read-support.ts';

describe('character references', () => {
  it.each([
    [
      'marks',
      '&amp; &lt; &gt; &quot; &apos; &sol; &colon; &comma; &num; &percnt; &plus; &lpar; &rpar;',
      '& < > " \' / : , # % + ( )',
    ],
    ['dashes and dots', '&ndash; &mdash; &hellip; &bull; &middot; &minus; &check;', '– — … • · − ✓'],
    ['quotes', '&lsquo; &rsquo; &sbquo; &ldquo; &rdquo; &bdquo; &laquo; &raquo;', '‘ ’ ‚ “ ” „ « »'],
    ['signs of reckoning', '&times; &plusmn; &le; &ge; &rarr; &deg;', '× ± ≤ ≥ → °'],
    ['money', '&euro; &pound; &yen; &cent; &dollar;', '€ £ ¥ ¢ $'],
    ['rights', '&copy; &reg; &trade;', '© ® ™'],
    ['blanks', '&nbsp;&ensp;&emsp;&thinsp;', '\u00a0   '],
    ['a, c and e', '&agrave;&aacute;&acirc;&auml;&aring;&ccedil;&egrave;&eacute;&ecirc;&euml;', 'àáâäåçèéêë'],
    ['i to u', '&iacute;&ntilde;&oacute;&ocirc;&ouml;&oslash;&szlig;&uacute;&uuml;', 'íñóôöøßúü'],
    ['capitals', '&Auml;&Ouml;&Uuml;', 'ÄÖÜ'],
    ['numbers', '&#65;&#x42;&#X43;&#8364;&#x1F600;', 'ABC€😀'],
    ['numbers of no character', '&#0;&#xD800;&#xDFFF;&#1114112;&#xFFFFFF;', '\ufffd\ufffd\ufffd\ufffd\ufffd'],
    ['numbers beside those', '&#1;&#xD7FF;&#xE000;&#1114111;', '\u0001\ud7ff\ue000\u{10ffff}'],
    [
      'what is none',
      '&eacute &; &#; &#x; &wombat; &EACUTE; & amp; &__proto__; &toString; &#12345678;',
      '&eacute &; &#; &#x; &wombat; &EACUTE; & amp; &__proto__; &toString; &#12345678;',
    ],
  ])('are read: %s', (_, source, expected) => {
    let text = '';
    for (let at = 0; at < source.length; ) {
      const entity = source[at] === '&' ? entityAt(source, at) : undefined;
      text += entity ? entity.text : source[at];
      at += entity ? entity.length : 1;
    }
    expect(text).toBe(expected);
  });

  it('stand for their characters in words and pay', () => {
    const posting = read(
      '# Caf&eacute; Engineer\n\n- Run &#8220;lattes&#8221; &amp; more\n\nSalary: &pound;60,000&ndash;&pound;70,000\n',
    );
    expect(posting.title?.text).toBe('Café Engineer');
    expect(posting.tokens.map((token) => token.word)).toEqual(
      expect.arrayContaining(['café', 'lattes', 'and', 'more']),
    );
    expect(said(posting)[0]).toContain('Run &#8220;lattes&#8221; &amp; more');
  });
});

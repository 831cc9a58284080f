/** Patterns over letters of any script that cost nothing until they meet one. */

/** What the Unicode classes hold of text in Latin letters up to U+00FF, `L` and `M` up to U+024F. */
const LATIN: Readonly<Record<string, string>> = {
  L: 'A-Za-zÀ-ÖØ-öø-žƀ-ɏ',
  Lu: 'A-ZÀ-ÖØ-Þ',
  Ll: 'a-zß-öø-ÿ',
  M: '',
  N: '0-9',
  Sc: '$',
};

/** More than ASCII, blanks, dashes, quotation marks and those letters. */
const beyondLatin = /[^ -~\s\u2010-\u2027À-žƀ-ɏ]/;
const beyondCased = /[^ -~\s\u2010-\u2027À-ÿ]/;

/**
 * The pattern to hold a text against, where `source` names Unicode classes, in brackets (`[\p{L}]`). V8 builds the tables
 * of such classes anew each time it parses them, which a short run feels; most texts need none.
 */
export function letterPattern(source: string, flags = ''): (text: string) => RegExp {
  let simple: RegExp | undefined;
  let full: RegExp | undefined;
  const foreign = /\\p\{L[ul]\}/.test(source) ? beyondCased : beyondLatin;
  return (text) => {
    if (foreign.test(text)) {
      full ??= new RegExp(source, `${flags}u`);
      return full;
    }
    simple ??= new RegExp(
      source.replace(/\\p\{(\w+)\}/g, (_, name: string) => LATIN[name] ?? ''),
      flags,
    );
    return simple;
  };
}

const letterOrDigit = letterPattern(String.raw`[\p{L}\p{N}]`);

/** A letter or a digit of any script. */
export function isLetterOrDigit(character: string): boolean {
  return letterOrDigit(character).test(character);
}

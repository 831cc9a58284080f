/** Patterns over letters of any script that cost nothing until they meet one. */

/** What the Unicode classes hold of simple text. */
const SIMPLE: Readonly<Record<string, string>> = {
  L: 'A-Za-z',
  Lu: 'A-Z',
  Ll: 'a-z',
  M: '',
  N: '0-9',
  Sc: '$',
};

/** No ASCII, blank, dash or quotation mark. */
const foreign = /[^ -~\s\u2010-\u2027]/;

/**
 * The pattern to hold a text against, where `source` names Unicode classes, in brackets (`[\p{L}]`). V8 builds the tables
 * of such classes anew each time it parses them, which a short run feels; most texts need none.
 */
export function letterPattern(source: string, flags = ''): (text: string) => RegExp {
  let simple: RegExp | undefined;
  let full: RegExp | undefined;
  return (text) => {
    if (foreign.test(text)) {
      full ??= new RegExp(source, `${flags}u`);
      return full;
    }
    simple ??= new RegExp(
      source.replace(/\\p\{(\w+)\}/g, (_, name: string) => SIMPLE[name] ?? ''),
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

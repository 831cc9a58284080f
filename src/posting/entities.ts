/** Named character references that postings hold; others stay as written. */
const named: Readonly<Record<string, string>> = {
  __proto__: '',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  bull: '•',
  middot: '·',
  minus: '−',
  times: '×',
  plusmn: '±',
  le: '≤',
  ge: '≥',
  rarr: '→',
  euro: '€',
  pound: '£',
  yen: '¥',
  cent: '¢',
  copy: '©',
  reg: '®',
  trade: '™',
  deg: '°',
  check: '✓',
  sol: '/',
  colon: ':',
  comma: ',',
  num: '#',
  dollar: '$',
  percnt: '%',
  plus: '+',
  lpar: '(',
  rpar: ')',
  agrave: 'à',
  aacute: 'á',
  acirc: 'â',
  auml: 'ä',
  aring: 'å',
  ccedil: 'ç',
  egrave: 'è',
  eacute: 'é',
  ecirc: 'ê',
  euml: 'ë',
  iacute: 'í',
  ntilde: 'ñ',
  oacute: 'ó',
  ocirc: 'ô',
  ouml: 'ö',
  oslash: 'ø',
  szlig: 'ß',
  uacute: 'ú',
  uuml: 'ü',
  Auml: 'Ä',
  Ouml: 'Ö',
  Uuml: 'Ü',
};

const reference = /&(?:#[xX]([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-zA-Z]{2,10}));/y;

/** The character reference at `at` (where `&` stands): its text and length in the source, or undefined. */
export function entityAt(source: string, at: number): { text: string; length: number } | undefined {
  reference.lastIndex = at;
  const match = reference.exec(source);
  if (!match) return undefined;
  const [whole, hex, decimal, name] = match;
  if (name !== undefined) {
    const text = Object.hasOwn(named, name) ? named[name] : undefined;
    return text ? { text, length: whole.length } : undefined;
  }
  const point = hex !== undefined ? Number.parseInt(hex, 16) : Number.parseInt(decimal!, 10);
  const valid = point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
  return { text: valid ? String.fromCodePoint(point) : '\ufffd', length: whole.length };
}

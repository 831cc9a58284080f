import type { Band } from './types/market.ts';

/** Longest quotation of a posting in a finding, in characters; a longer one is cut and ends in `…`. */
export const MAX_QUOTE = 200;

/** Text of a posting as a finding quotes it: one line, runs of white space as one space, of bounded length. */
export function quote(text: string): string {
  const short = text.length > 4 * MAX_QUOTE ? text.slice(0, 4 * MAX_QUOTE) : text;
  const line = short.replace(/\s+/g, ' ').trim();
  if (line.length <= MAX_QUOTE && short === text) return line;
  const cut = line.slice(0, MAX_QUOTE - 1);
  // A surrogate pair is never cut in two.
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/** Words as they are compared: letter case, kinds of the same character and white space do not count. */
export function foldedWords(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** `a, b and c`; a single word stands alone. */
export function listOf(words: readonly string[], last: 'and' | 'or' = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

/** Values of a message by the names its template uses. */
export type Values = Readonly<Record<string, string | number | undefined>>;

/** Fills `{name}` of a template in one pass, so that a value is never read as a template; an unknown name stays. */
export function fill(template: string, values: Values): string {
  return template.replace(/\{([\w-]+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    return value === undefined ? whole : String(value);
  });
}

/** True where a template names nothing that `values` lacks. */
export function isFilled(template: string, values: Values): boolean {
  for (const [, name] of template.matchAll(/\{([\w-]+)\}/g)) {
    if (!Object.hasOwn(values, name!) || values[name!] === undefined) return false;
  }
  return true;
}

/** A comment that waives a rule, as an author writes it in a file of this name. */
export function waiverComment(path: string, rule: string, reason: string): string {
  return /\.mdx$/i.test(path)
    ? `{/* jd-review allow ${rule}: ${reason} */}`
    : `<!-- jd-review allow ${rule}: ${reason} -->`;
}

/** `aged 4% a year`, of a share a year. */
export function ageingWords(rate: number): string {
  return `aged ${Number((rate * 100).toFixed(2))}% a year`;
}

/** Where a band comes from and when: `KORE1, 2026-05`, or `KORE1, aged 4% a year from 2026-05`. */
export function bandOrigin({ source, asOf, aged }: Band): string {
  const month = asOf.slice(0, 7);
  return aged ? `${source}, ${ageingWords(aged.rate)} from ${month}` : `${source}, ${month}`;
}

/** The same as a comment of YAML or TOML in the frontmatter, where a comment of Markdown would be a key. */
export function headerWaiver(rule: string, reason: string): string {
  return `# jd-review allow ${rule}: ${reason}`;
}

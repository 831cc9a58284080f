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

/** “a”, “a and b”, “a, b and c”. */
export function inWords(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
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

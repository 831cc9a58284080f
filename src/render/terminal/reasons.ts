/**
 * Reasons are given once a run, where their rule speaks for the first time. Postings are worded apart from each other, some
 * in other threads, so each one holds its reasons between marks, and the printing thread leaves out those given before.
 */

/** Marks that nothing else in the report holds: `plain` makes blanks of control characters. */
const OPEN = '\n\u0001';
const NAMED = '\u0002';
const CLOSE = '\u0003';

/** The lines of a rule's reason, marked; they follow another line. */
export function marked(rule: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${OPEN.trimStart()}${rule}${NAMED}${lines.join('\n')}${CLOSE}`];
}

/** Takes texts in the order in which they are printed, and leaves in them the first reason of each rule. */
export function onceEach(): (texts: string) => string {
  const given = new Set<string>();
  return (texts) => {
    const [first = '', ...parts] = texts.split(OPEN);
    return [first, ...parts.map((part) => unmarked(part, given))].join('');
  };
}

function unmarked(part: string, given: Set<string>): string {
  const [named, close] = [part.indexOf(NAMED), part.indexOf(CLOSE)];
  const rule = part.slice(0, named);
  const rest = part.slice(close + 1);
  if (given.has(rule)) return rest;
  given.add(rule);
  return `\n${part.slice(named + 1, close)}${rest}`;
}

/** Lines that fit a terminal. */

import { displayWidth } from './width.ts';

/** Narrowest column that text is wrapped in. */
const LEAST = 20;

/** Breaks at spaces; a word longer than the width keeps its own line. */
export function wrap(text: string, width: number | undefined): string[] {
  if (!width || width < LEAST || displayWidth(text) <= width) return [text];
  const lines: string[] = [];
  let line: string[] = [];
  let used = 0;
  for (const word of text.split(' ')) {
    const columns = displayWidth(word);
    if (line.length > 0 && used + 1 + columns > width) {
      lines.push(line.join(' '));
      line = [];
      used = 0;
    }
    used += columns + (line.length > 0 ? 1 : 0);
    line.push(word);
  }
  lines.push(line.join(' '));
  return lines;
}

/** `lead` with a text behind it that is wrapped under itself; where the lead leaves too little room, below it. */
export function hanging(lead: string, text: string, width: number | undefined): string[] {
  if (!width || lead.length + displayWidth(text) <= width) return [lead + text];
  const beside = width - lead.length >= LEAST;
  const indent = beside ? lead.length : Math.min(4, lead.length);
  const lines = wrap(text, width - indent).map((line) => ' '.repeat(indent) + line);
  return beside ? [lead + lines[0]!.slice(indent), ...lines.slice(1)] : [lead.trimEnd(), ...lines];
}

/**
 * A page in columns, such as a list of flags: lines that begin with blanks keep their first column and hang the second
 * one under itself, others are paragraphs.
 */
export function wrapPage(page: string, width: number | undefined): string {
  if (!width) return page;
  const lines: string[] = [];
  let paragraph = '';
  const flush = () => {
    if (paragraph !== '') lines.push(...wrap(paragraph, width));
    paragraph = '';
  };
  for (const line of page.split('\n')) {
    const column = /^( +\S(?:\S| (?! ))* {2,})(\S.*)$/.exec(line);
    if (column || line === '' || line.startsWith(' ')) flush();
    if (column) lines.push(...hanging(column[1]!, column[2]!, width));
    else if (line.startsWith(' ')) lines.push(...hanging(/^ */.exec(line)![0], line.trimStart(), width));
    else if (line === '') lines.push('');
    else paragraph = paragraph === '' ? line : `${paragraph} ${line}`;
  }
  flush();
  return lines.join('\n');
}

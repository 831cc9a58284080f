/** Lines that fit a terminal. */

/** Narrowest column that text is wrapped in. */
const LEAST = 20;

/** Breaks at spaces; a word longer than the width keeps its own line. */
export function wrap(text: string, width: number | undefined): string[] {
  if (!width || width < LEAST || text.length <= width) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line ? `${line} ${word}` : word;
    }
  }
  lines.push(line);
  return lines;
}

/** `lead` with a text behind it that is wrapped under itself; where the lead leaves too little room, below it. */
export function hanging(lead: string, text: string, width: number | undefined): string[] {
  if (!width || lead.length + text.length <= width) return [lead + text];
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

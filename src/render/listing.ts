import { ALWAYS, type Piece } from './budget.ts';

/** Rows that stand open; longer lists are folded away behind their title. */
const OPEN = 10;

/** A list or table with its title; nothing where it has no rows. `head` stands above the rows, such as the names of columns. */
export function listing(title: string, rows: readonly Omit<Piece, 'group'>[], head = ''): readonly Piece[] {
  if (rows.length === 0) return [];
  return rows.length > OPEN ? folded(`${title}: ${rows.length}`, rows, head) : open(title, rows, head);
}

function open(title: string, rows: readonly Omit<Piece, 'group'>[], head: string): readonly Piece[] {
  const group = `list ${title}`;
  const top = { text: `\n**${title}**\n${head}`, rank: ALWAYS, group, head: true };
  return [top, ...rows.map((row) => ({ ...row, group }))];
}

/** The same behind a title to click; `title` is a text that is safe inside of HTML. */
export function folded(title: string, rows: readonly Omit<Piece, 'group'>[], head = ''): readonly Piece[] {
  const group = `fold ${title}`;
  return [
    { text: `\n<details><summary>${title}</summary>\n${head}`, rank: ALWAYS, group, head: true },
    ...rows.map((row) => ({ ...row, group })),
    { text: '\n</details>', rank: ALWAYS, group, head: true },
  ];
}

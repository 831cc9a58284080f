/** Blocks of plain Markdown – headings, paragraphs, bullets, rules – found line by line, without a parser’s tree. */

/** A block of Markdown by its name in Lezer's grammar; in a list of blocks those inside it follow it. */
export interface Block {
  readonly name: string;
  readonly from: number;
  to: number;
  /** Place in the list behind the last block inside it. */
  end: number;
}

/** A list that is open, with its latest item. */
interface Level {
  readonly list: Block;
  item: Block;
  /** The mark of its items, by its code. */
  readonly mark: number;
  /** Column from which lines belong to the item. */
  content: number;
}

/** What a line begins; undefined where only a parser tells. */
type Shape = 'text' | 'heading' | 'rule' | 'item';

/** Columns that make code of a line. */
const CODE = 4;
/** A line of nothing but marks: a rule, an underline, the line below a table's head, an item without text. */
const marks = /[-*_=|: \t]+(?=\n|$)/y;
const rule = /([-*_]) *(?:\1 *){2,}(?=\n|$)/y;
const heading = /#{1,6}(?=[ \t\n]|$)/y;
const number = /\d{1,9}[.)](?=[ \t\n]|$)/y;

/**
 * The blocks of a text, the same that Lezer finds; undefined for a text that holds anything else than plain Markdown: a quote, a table,
 * HTML, code, an underlined heading, a numbered list, the target of a link, an indent by tabs or in doubt. Linear.
 */
export function plainBlocks(text: string): readonly Block[] | undefined {
  if (text.includes('\r')) return undefined;
  const linked = text.includes(']:');
  const blocks: Block[] = [];
  const levels: Level[] = [];
  let paragraph: Block | undefined;

  const add = (name: string, from: number, to: number): Block => {
    const block = { name, from, to, end: blocks.length + 1 };
    blocks.push(block);
    return block;
  };
  const close = (block: Block): void => {
    block.to = blocks.at(-1)!.to;
    block.end = blocks.length;
  };
  const closeTo = (depth: number): void => {
    while (levels.length > depth) {
      const { list, item } = levels.pop()!;
      close(item);
      close(list);
    }
  };

  for (let start = 0, stop = 0; start < text.length; start = stop + 1) {
    stop = lineEnd(text, start);
    const at = pastBlanks(text, start);
    if (at >= stop) {
      paragraph = undefined;
      continue;
    }
    const indent = at - start;
    let depth = 0;
    let base = 0;
    while (depth < levels.length && indent >= levels[depth]!.content) base = levels[depth++]!.content;
    const shape = indent < base + CODE ? shapeOf(text, at, stop, linked) : undefined;
    if (shape === undefined) return undefined;
    if (shape === 'item') {
      const words = pastBlanks(text, at + 1);
      if (words - at > CODE || shapeOf(text, words, stop, linked) !== 'text') return undefined;
      const mark = text.charCodeAt(at);
      const content = words - start;
      closeTo(depth + 1);
      if (levels[depth] && levels[depth]!.mark !== mark) closeTo(depth);
      const open = levels[depth];
      if (open) close(open.item);
      const list = open?.list ?? add('BulletList', start + base, stop);
      const item = add('ListItem', start + base, stop);
      levels[depth] = { list, item, mark, content };
      paragraph = add('Paragraph', words, stop);
    } else if (shape === 'text') {
      if (paragraph) paragraph.to = stop;
      else {
        closeTo(depth);
        paragraph = add('Paragraph', at, stop);
      }
    } else {
      // A line of dashes below text makes it a heading.
      if (depth > 0 || (shape === 'rule' && paragraph)) return undefined;
      closeTo(0);
      paragraph = undefined;
      if (shape === 'heading') add(`ATXHeading${pastHashes(text, at) - at}`, at, stop);
    }
  }
  closeTo(0);
  return blocks;
}

/** `linked`: somewhere the target of a link may be told, which only a parser knows from text. */
function shapeOf(text: string, at: number, stop: number, linked: boolean): Shape | undefined {
  const code = text.charCodeAt(at);
  switch (code) {
    case 9:
      return undefined;
    case 35: // #
      return matches(heading, text, at) ? 'heading' : 'text';
    case 60: // <
    case 62: // >
      return undefined;
    case 91: // [
      return linked ? undefined : 'text';
    case 96: // `
    case 126: // ~
      return text.charCodeAt(at + 1) === code && text.charCodeAt(at + 2) === code ? undefined : 'text';
    case 42: // *
    case 43: // +
    case 45: // -
    case 58: // :
    case 61: // =
    case 95: // _
    case 124: // |
      if (matches(marks, text, at)) return matches(rule, text, at) ? 'rule' : undefined;
      if (code !== 42 && code !== 43 && code !== 45) return 'text';
      if (at + 1 < stop && !isBlank(text.charCodeAt(at + 1))) return 'text';
      return text.charCodeAt(at + 1) === 32 && pastBlanks(text, at + 1) < stop ? 'item' : undefined;
    default:
      return code >= 48 && code <= 57 && matches(number, text, at) ? undefined : 'text';
  }
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

function matches(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

function lineEnd(text: string, start: number): number {
  const stop = text.indexOf('\n', start);
  return stop < 0 ? text.length : stop;
}

function pastBlanks(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 32) at++;
  return at;
}

function pastHashes(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 35) at++;
  return at;
}

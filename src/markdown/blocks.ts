/** The blocks of a Markdown text. */
import { parser as commonMark, Table } from '@lezer/markdown';
import { type Block, plainBlocks } from './plain-blocks.ts';

// Only blocks are parsed; inline marks are read by readLines, which is linear and keeps offsets.
const parser = commonMark.configure([
  Table,
  {
    remove: ['Escape', 'Entity', 'InlineCode', 'HTMLTag', 'Emphasis', 'HardBreak', 'Link', 'Image', 'LinkEnd'],
    parseInline: [{ name: 'Whole', parse: (inline) => inline.end }],
  },
]);

/** Blocks that hold blocks. */
const HOLDING: ReadonlySet<string> = new Set([
  'Table',
  'TableHeader',
  'TableRow',
  'BulletList',
  'OrderedList',
  'ListItem',
  'Blockquote',
]);
/** What holds no words. */
const BARE: ReadonlySet<string> = new Set(['ListMark', 'QuoteMark', 'TableDelimiter', 'HorizontalRule']);

/** All blocks of a text, each before those inside it. Most texts are plain enough to need no parser. */
export function blocksOf(text: string): readonly Block[] {
  return plainBlocks(text) ?? parsedBlocks(text);
}

/** The same by Lezer, for any text. */
export function parsedBlocks(text: string): readonly Block[] {
  const blocks: Block[] = [];
  const open: Block[] = [];
  parser.parse(text).iterate({
    enter({ name, from, to }) {
      if (name === 'Document') return true;
      if (BARE.has(name)) return false;
      const block = { name, from, to, end: blocks.length + 1 };
      blocks.push(block);
      if (!HOLDING.has(name)) return false;
      open.push(block);
      return true;
    },
    leave({ name }) {
      if (HOLDING.has(name)) open.pop()!.end = blocks.length;
    },
  });
  return blocks;
}

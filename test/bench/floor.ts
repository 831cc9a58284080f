/** The least that a position-aware posting linter must do: read, split the frontmatter safely, parse the body. Judges nothing. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parser, Table } from '@lezer/markdown';
import matter from 'gray-matter';
import { LineCounter, parseDocument } from 'yaml';

const folder = process.argv[2] ?? '.';
const markdown = parser.configure([Table]);
const refuse = () => {
  throw new Error('only YAML frontmatter is read');
};
let nodes = 0;
for (const name of readdirSync(folder)) {
  const text = readFileSync(join(folder, name), 'utf8');
  let body = text;
  if (/^---[ \t]*\r?\n/.test(text)) {
    const parsed = matter(text, {
      language: 'yaml',
      engines: {
        yaml: (source: string) => {
          const lineCounter = new LineCounter();
          const document = parseDocument(source, { lineCounter, uniqueKeys: false, schema: 'core', merge: false });
          return document.toJS({ maxAliasCount: 0 });
        },
        javascript: { parse: refuse, stringify: refuse },
        json: { parse: refuse, stringify: refuse },
      },
    });
    body = parsed.content;
  }
  markdown.parse(body).iterate({
    enter: () => {
      nodes++;
    },
  });
}
console.log(nodes);

import { APART, type Facts, ID, type Row } from '../shape.ts';
import { byId } from './element.ts';

const textOf = (id: string) => byId(id).textContent ?? '';

/** What the page tells of all postings. */
export const facts = JSON.parse(textOf(ID.facts)) as Facts;

const lines = textOf(ID.rows);

/** All postings, in the order of their paths. */
export const rows: readonly Row[] = lines === '' ? [] : JSON.parse(`[${lines.replaceAll('\n', ',')}]`);

/** The postings themselves, each deflated; taken apart when the first one is opened. */
let packed: readonly string[] | undefined;

/** The HTML of a posting. */
export async function postingHtml(index: number): Promise<string> {
  const [html = ''] = await inflated(index, index + 1);
  return html;
}

/** The end of a deflated stream, which those of the postings leave open: an empty last block. */
const END = '\x03\0';

/** The HTML of the postings from one to another, read as one stream: a stream for each takes a hundred times longer. */
async function inflated(from: number, to: number): Promise<string[]> {
  packed ??= textOf(ID.postings).split('\n');
  const deflated = packed.slice(from, to).map((line) => atob(line));
  const bytes = Uint8Array.from(deflated.join('') + END, (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return (await new Response(stream).text()).split(APART).slice(0, -1);
}

/** Texts by posting as they are searched, lower case; empty until {@link loadTexts} has come by. */
export const texts: string[] = [];

let loading: Promise<void> | undefined;

/** Postings that are inflated at once. */
const AT_ONCE = 200;

/** Reads the texts of all postings for the search, a few at a time, so that the page answers meanwhile. */
export function loadTexts(): Promise<void> {
  loading ??= (async () => {
    for (let from = 0; from < rows.length; from += AT_ONCE) {
      for (const html of await inflated(from, from + AT_ONCE)) texts.push(plain(html));
      await new Promise((resolve) => setTimeout(resolve));
    }
  })();
  return loading;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

function plain(html: string): string {
  return html
    .replace(/<\/?(?:mark|span)[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name]!)
    .toLowerCase();
}

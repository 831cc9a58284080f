/** A posting in a link: its text, compressed, behind the `#`, which browsers never send. */
import { MAX_FILE_BYTES } from '../limits.ts';
import { decode } from '../text-input.ts';

const NAME = '#posting=';

/** The part of a link that holds a text, from its `#`. */
export async function fragmentOf(text: string): Promise<string> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  let letters = '';
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return NAME + btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The text that a link's fragment holds: none where it holds no posting, a problem where it is damaged or too long. */
export async function textOf(fragment: string): Promise<{ text: string } | { problem: string } | undefined> {
  if (!fragment.startsWith(NAME)) return undefined;
  try {
    const letters = atob(fragment.slice(NAME.length).replaceAll('-', '+').replaceAll('_', '/'));
    const packed = new Blob([Uint8Array.from(letters, (letter) => letter.charCodeAt(0))]);
    return decode(await upTo(packed.stream().pipeThrough(new DecompressionStream('deflate-raw')), MAX_FILE_BYTES + 1));
  } catch {
    return {
      problem: 'This link is damaged, so no posting could be read from it. Ask for it again, and copy it whole.',
    };
  }
}

/** The bytes of a stream, and no more than so many: a few may stand for very many. */
async function upTo(stream: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(limit);
  let length = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return bytes.subarray(0, length);
    const room = Math.min(value.length, limit - length);
    bytes.set(value.subarray(0, room), length);
    length += room;
    if (room < value.length) {
      await reader.cancel();
      return bytes;
    }
  }
}

import { MAX_FILE_BYTES } from './limits.ts';

/**
 * Bytes of a file → its text, byte order mark kept, so that offsets stay true to the file.
 * A problem, worded for people, where the file is too large, binary, or not UTF-8.
 */
export function decode(bytes: Uint8Array, most = MAX_FILE_BYTES): { text: string } | { problem: string } {
  if (bytes.length > most) {
    const cure = most === MAX_FILE_BYTES ? ': keep one job posting a file' : '';
    return { problem: `The file is larger than ${most / 1024} KiB and was not read${cure}.` };
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16;
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16;
  if (bytes.includes(0)) return { problem: 'The file holds NUL bytes, so it is not text and was not read.' };
  try {
    const text = decoder.decode(bytes);
    const pointer = bytes.length < MAX_POINTER && POINTERS.find(([form]) => form.test(text));
    return pointer ? { problem: pointer[1] } : { text };
  } catch {
    return { problem: 'The file is not valid UTF-8 and was not read: save it as UTF-8.' };
  }
}

/** Bytes of the longest file that only names where the real one lies. */
const MAX_POINTER = 1024;

const POINTERS: readonly (readonly [RegExp, string])[] = [
  [
    /^\ufeff?version https:\/\/(?:git-lfs\.github\.com|hawser\.github\.com)\/spec\/v\d+\r?\n(?:[a-z0-9.-]+ .*\r?\n?)*\s*$/,
    'The file is a Git LFS pointer and holds no text: keep Markdown out of Git LFS (.gitattributes), and commit the text itself.',
  ],
  [
    /^\/annex\/objects\/\S+\s*$/,
    'The file is a git-annex pointer and holds no text: keep Markdown out of git-annex, and commit the text itself.',
  ],
];

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const utf16 = { problem: 'The file is UTF-16 and was not read: save it as UTF-8.' };

/** Nesting of quotes and lists on one line beyond which marks are taken for text: the parser's work grows with it. */
const MAX_NESTING = 24;

/** The same text with surplus container marks, and carriage returns that stand for line breaks, put out of action; same length. */
export function calm(text: string, from: number): string {
  let calmed = text;
  if (text.includes('\r')) calmed = text.replace(/\r(?!\n)/g, '\n');
  if (!/(?:[>*+-][ \t]*){24}/.test(calmed)) return calmed;
  const parts: string[] = [calmed.slice(0, from)];
  for (let start = from; start < calmed.length; ) {
    const stop = calmed.indexOf('\n', start);
    const end = stop < 0 ? calmed.length : stop + 1;
    parts.push(calmLine(calmed.slice(start, end)));
    start = end;
  }
  return parts.join('');
}

const wideMark = /^([ \t]*(?:[*+-]|\d{1,3}[.)]) )( {1,3})(?=\*\*|[^\s#>*+\-\d`~|<])/gm;

/**
 * A text in which one blank stands behind each mark of a list, and others for letters; same length. Behind more blanks Markdown
 * wants the items below indented further than most pages indent them.
 */
export function withNarrowMarks(body: string): string {
  return body.replace(wideMark, (_, mark: string, blanks: string) => mark + 'x'.repeat(blanks.length));
}

/** A text with its carriage returns left out, and where each of its places, and its end, stood before. */
export function withoutReturns(body: string): { text: string; places: Uint32Array } {
  const text = body.replaceAll('\r', '');
  const places = new Uint32Array(text.length + 1);
  for (let at = 0, place = 0; place < body.length; place++) {
    if (body.charCodeAt(place) !== 13) places[at++] = place;
    // What ends at a line's end ends before its carriage return.
    else if (body.charCodeAt(place + 1) === 10) places[at++] = place++;
  }
  places[text.length] = body.length;
  return { text, places };
}

function calmLine(line: string): string {
  let marks = 0;
  let at = 0;
  for (; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === 32 || code === 9) continue;
    if (code !== 62 && code !== 45 && code !== 42 && code !== 43) break;
    if (++marks > MAX_NESTING) {
      let end = at;
      while (end < line.length && /[>*+\-\s]/.test(line[end]!) && line[end] !== '\n' && line[end] !== '\r') end++;
      // A rule of many dashes or stars is no nesting.
      return /[>+]|[-*][ \t]+[-*]/.test(line.slice(0, at))
        ? line.slice(0, at) + 'x'.repeat(end - at) + line.slice(end)
        : line;
    }
  }
  return line;
}

import { MAX_FILE_BYTES } from '../limits.ts';

/**
 * Bytes of a file → its text, byte order mark kept, so that offsets stay true to the file.
 * A problem, worded for people, where the file is too large, binary, or not UTF-8.
 */
export function decode(bytes: Uint8Array): { text: string } | { problem: string } {
  if (bytes.length > MAX_FILE_BYTES) {
    return {
      problem: `The file is larger than ${MAX_FILE_BYTES / 1024} KiB and was not read: keep one job posting a file.`,
    };
  }
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16;
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16;
  if (bytes.includes(0)) return { problem: 'The file holds NUL bytes, so it is not text and was not read.' };
  try {
    return { text: decoder.decode(bytes) };
  } catch {
    return { problem: 'The file is not valid UTF-8 and was not read: save it as UTF-8.' };
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const utf16 = { problem: 'The file is UTF-16 and was not read: save it as UTF-8.' };

/** Bytes of a survey → text. Spreadsheet programs save CSV in more encodings than UTF-8. */

const utf8 = new TextDecoder('utf-8', { fatal: true });
const western = new TextDecoder('windows-1252');

/** The text and, where it is not UTF-8, the encoding that it was read as; why there is none where the bytes are no text. */
export function decodeSurvey(bytes: Uint8Array): { text: string; encoding?: string } | { problem: string } {
  const [one, two] = bytes;
  if (one === 0xff && two === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes), encoding: 'UTF-16' };
  if (bytes.includes(0)) return { problem: 'The file is no text: give a survey as .csv or .xlsx.' };
  try {
    return { text: utf8.decode(bytes) };
  } catch {
    return { text: western.decode(bytes), encoding: 'Windows-1252' };
  }
}

/** Rows of numbers as text where there is no `Buffer`. package.json (`browser`) puts it in place of numbers.ts. */

/** 32-bit numbers as Base64. */
export function packed(numbers: readonly number[] | Int32Array): string {
  let bytes = '';
  for (const byte of new Uint8Array(Int32Array.from(numbers).buffer)) bytes += String.fromCharCode(byte);
  return btoa(bytes);
}

/** The numbers that {@link packed} gave, none where there are none. */
export function unpacked(text = ''): Int32Array<ArrayBuffer> {
  const bytes = atob(text);
  const numbers = new Int32Array(bytes.length >> 2);
  const target = new Uint8Array(numbers.buffer);
  for (let at = 0; at < target.length; at++) target[at] = bytes.charCodeAt(at);
  return numbers;
}

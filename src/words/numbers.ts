/** Rows of numbers as text: JSON keeps them so, and reading them takes no time to speak of. */

/** 32-bit numbers as Base64. */
export function packed(numbers: readonly number[] | Int32Array): string {
  return Buffer.from(Int32Array.from(numbers).buffer).toString('base64');
}

/** The numbers that {@link packed} gave, none where there are none. */
export function unpacked(text = ''): Int32Array<ArrayBuffer> {
  const bytes = Buffer.from(text, 'base64');
  const numbers = new Int32Array(bytes.length >> 2);
  bytes.copy(new Uint8Array(numbers.buffer));
  return numbers;
}

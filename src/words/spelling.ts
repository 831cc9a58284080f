/** At most one letter changed, dropped, added or swapped with its neighbour; never in words of one or two letters. */
export function closeTo(word: string, other: string): boolean {
  if (Math.abs(word.length - other.length) > 1 || word.length < 3) return false;
  const [left, right] = middles(word, other);
  return (left.length <= 1 && right.length <= 1) || isSwap(left, right);
}

/** Two neighbouring letters have changed places, and nothing else. */
export function swapped(word: string, other: string): boolean {
  return word.length === other.length && isSwap(...middles(word, other));
}

/** What is left of two words between their common beginning and end. */
function middles(word: string, other: string): [string, string] {
  let start = 0;
  while (start < word.length && word[start] === other[start]) start++;
  let end = 0;
  while (end < Math.min(word.length, other.length) - start && word.at(-1 - end) === other.at(-1 - end)) end++;
  return [word.slice(start, word.length - end), other.slice(start, other.length - end)];
}

function isSwap(left: string, right: string): boolean {
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

import type { Posting } from '../types/posting.ts';
import type { Hit } from '../types/words.ts';

/**
 * How hits are told apart: by their words, without the words of `ignore` (makers, such as “apache”), mapped by `same`
 * (`k8s: kubernetes`), a plural like its singular; hits of `together` are all one.
 */
export function namer(
  posting: Posting,
  options: {
    readonly ignore?: readonly string[];
    readonly same?: Readonly<Record<string, string>>;
    readonly together?: readonly Hit[];
  },
): (hit: Hit) => string {
  const ignore = new Set(options.ignore);
  const together = new Set(options.together?.map((hit) => hit.from));
  return (hit) => {
    if (together.has(hit.from)) return '';
    const words: string[] = [];
    for (let index = hit.from; index < hit.to; index++) {
      const { word } = posting.tokens[index]!;
      if (!ignore.has(word)) words.push(word);
    }
    if (words.length === 0) words.push(posting.tokens[hit.from]!.word);
    const name = words.join(' ');
    const one = singular(name);
    return singular(options.same?.[name] ?? options.same?.[one] ?? one);
  };
}

function singular(name: string): string {
  return name.length > 3 && name.endsWith('s') && !name.endsWith('ss') ? name.slice(0, -1) : name;
}

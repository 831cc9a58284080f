import { tokenize } from './tokens.ts';

/**
 * A small phrase form for reading: `…` any words, also none; `word*` any ending; `(a|b c)` either; `[a|b]` either or nothing.
 * A wording stands for a whole list of words; apostrophes do not count.
 */
export interface Wording {
  readonly steps: readonly Step[];
  /** Holds a `…`. */
  readonly open: boolean;
}

type Step = 'gap' | { readonly choices: readonly (readonly string[])[]; readonly optional: boolean };

/** Longest list of words that a wording is held against. */
export const MAX_WORDS = 16;

/** Reads one wording; marks that do not pair are taken as if they stood nowhere. */
export function parseWording(text: string): Wording {
  const steps: Step[] = [];
  for (const match of text.matchAll(/…|[([]([^)\]]*)[)\]]|[^\s…()[\]]+/g)) {
    const [whole, inner] = match;
    if (whole === '…') steps.push('gap');
    else if (inner !== undefined) steps.push({ choices: inner.split('|').map(wordsOf), optional: whole[0] === '[' });
    else steps.push({ choices: [wordsOf(whole)], optional: false });
  }
  return { steps, open: steps.includes('gap') };
}

function wordsOf(text: string): string[] {
  return text
    .trim()
    .split(/\s+/)
    .map((word) => (word.endsWith('*') ? `${plainWords(word.slice(0, -1))[0] ?? ''}*` : plainWords(word)[0]!))
    .filter((word) => word !== undefined && word !== '*');
}

/** Words of a text, folded, without apostrophes: what wordings are held against. */
export function plainWords(text: string): string[] {
  return tokenize(text).map((token) => (token.word.includes("'") ? token.word.replaceAll("'", '') : token.word));
}

/** Whether the wording stands for exactly these words. Bounded: at most {@link MAX_WORDS} words are held against it. */
export function says(wording: Wording, words: readonly string[]): boolean {
  return words.length <= MAX_WORDS && matches(wording.steps, 0, words, 0);
}

function matches(steps: readonly Step[], step: number, words: readonly string[], at: number): boolean {
  if (step === steps.length) return at === words.length;
  const now = steps[step]!;
  if (now === 'gap') {
    if (step === steps.length - 1) return true;
    for (let next = at; next <= words.length; next++) if (matches(steps, step + 1, words, next)) return true;
    return false;
  }
  for (const choice of now.choices) {
    if (stands(choice, words, at) && matches(steps, step + 1, words, at + choice.length)) return true;
  }
  return now.optional && matches(steps, step + 1, words, at);
}

function stands(choice: readonly string[], words: readonly string[], at: number): boolean {
  for (let i = 0; i < choice.length; i++) {
    const wanted = choice[i]!;
    const word = words[at + i];
    if (word === undefined) return false;
    if (wanted.endsWith('*') ? !word.startsWith(wanted.slice(0, -1)) : word !== wanted) return false;
  }
  return true;
}

import { tokenize } from './tokens.ts';

/**
 * A small phrase form for reading: `…` any words, also none; `word*` any ending; `(a|b c)` either; `[a|b]` either or nothing;
 * inside brackets `{name}` stands for all words of a list. A wording stands for a whole list of words; apostrophes do not count.
 * Brackets do not nest.
 */
export interface Wording {
  readonly steps: readonly Step[];
  /** Holds a `…`. */
  readonly open: boolean;
}

type Step = 'gap' | Choices;

interface Choices {
  readonly choices: readonly (readonly string[])[];
  readonly optional: boolean;
  /** Choices by their first word, and those that begin with a stem; made when first needed. */
  byFirst?: Map<string, (readonly string[])[]>;
  stems?: (readonly string[])[];
}

/** Longest list of words that a wording is held against. */
export const MAX_WORDS = 16;

/** Words of a list by its name, each as the words that it is cut into. */
export type Listed = (name: string) => readonly (readonly string[])[];

/** Reads one wording; marks that do not pair are taken as if they stood nowhere. `listed` gives the words for `{name}`. */
export function parseWording(text: string, listed: Listed = () => []): Wording {
  const steps: Step[] = [];
  for (const match of text.matchAll(/…|[([]([^)\]]*)[)\]]|[^\s…()[\]]+/g)) {
    const [part, inner] = match;
    if (part === '…') steps.push('gap');
    else if (inner !== undefined) steps.push({ choices: choicesOf(inner, listed), optional: part[0] === '[' });
    else steps.push({ choices: [wordsOf(part)], optional: false });
  }
  return { steps, open: steps.includes('gap') };
}

function choicesOf(inner: string, listed: Listed): readonly (readonly string[])[] {
  return inner.split('|').flatMap((choice) => {
    const name = choice.charCodeAt(0) === 123 ? /^\{([^{}]+)\}$/.exec(choice)?.[1] : undefined;
    return name === undefined ? [wordsOf(choice)] : listed(name);
  });
}

const simple = /^[a-z0-9]+\*?$/;

/** The words that a choice of a wording is cut into; `word*` keeps its star. */
export function wordsOf(text: string): string[] {
  if (simple.test(text)) return [text];
  const words: string[] = [];
  for (const word of text.split(' ')) {
    if (simple.test(word)) words.push(word);
    else if (word.endsWith('*')) words.push(`${plainWords(word.slice(0, -1))[0] ?? ''}*`);
    else words.push(...plainWords(word));
  }
  return words.filter((word) => word !== '*');
}

/** Words of a text, folded, without apostrophes: what wordings are held against. */
export function plainWords(text: string): string[] {
  return tokenize(text).map((token) => (token.word.includes("'") ? token.word.replaceAll("'", '') : token.word));
}

/** Wordings that can be looked up by the words of a text. */
export interface Wordings {
  /** Number of the first wording that stands for exactly these words, or -1. */
  first(words: readonly string[]): number;
}

/** Prepares wordings so that a text is held only against those of which it has a word. */
export function indexWordings(wordings: readonly Wording[]): Wordings {
  const byWord = new Map<string, number[]>();
  const byStem: [string, number][] = [];
  const always: number[] = [];
  wordings.forEach(({ steps }, index) => {
    // One of the words of a step that cannot be left out stands in every text that the wording fits.
    const anchor = steps.find((step) => step !== 'gap' && !step.optional);
    if (!anchor || anchor === 'gap') {
      always.push(index);
      return;
    }
    for (const [word] of anchor.choices) {
      if (word === undefined) always.push(index);
      else if (word.endsWith('*')) byStem.push([word.slice(0, -1), index]);
      else {
        const known = byWord.get(word);
        if (!known) byWord.set(word, [index]);
        else if (known.at(-1) !== index) known.push(index);
      }
    }
  });
  return {
    first(words) {
      if (words.length > MAX_WORDS) return -1;
      const candidates = [...always];
      for (const word of words) {
        const known = byWord.get(word);
        if (known) candidates.push(...known);
        for (const [stem, index] of byStem) if (word.startsWith(stem)) candidates.push(index);
      }
      let best = -1;
      for (const index of candidates) {
        if ((best < 0 || index < best) && matches(wordings[index]!.steps, 0, words, 0)) best = index;
      }
      return best;
    },
  };
}

/** Work is bounded: wordings and texts are short. */
function matches(steps: readonly Step[], step: number, words: readonly string[], at: number): boolean {
  if (step === steps.length) return at === words.length;
  const now = steps[step]!;
  if (now === 'gap') {
    if (step === steps.length - 1) return true;
    for (let next = at; next <= words.length; next++) if (matches(steps, step + 1, words, next)) return true;
    return false;
  }
  for (const choice of likely(now, words[at])) {
    if (stands(choice, words, at) && matches(steps, step + 1, words, at + choice.length)) return true;
  }
  return now.optional && matches(steps, step + 1, words, at);
}

/** From this number on choices are looked up by their first word. */
const MANY = 24;

/** The choices of a step that may begin with a word; all where they are few. */
function likely(step: Choices, word: string | undefined): readonly (readonly string[])[] {
  if (step.choices.length < MANY) return step.choices;
  if (word === undefined) return [];
  if (!step.byFirst) {
    step.byFirst = new Map();
    step.stems = [];
    for (const choice of step.choices) {
      const first = choice[0] ?? '*';
      if (first.endsWith('*')) step.stems.push(choice);
      else step.byFirst.set(first, [...(step.byFirst.get(first) ?? []), choice]);
    }
  }
  const known = step.byFirst.get(word);
  return step.stems!.length === 0 ? (known ?? []) : [...(known ?? []), ...step.stems!];
}

function stands(choice: readonly string[], words: readonly string[], at: number): boolean {
  for (let i = 0; i < choice.length; i++) {
    const wanted = choice[i]!;
    const word = words[at + i];
    if (word === undefined) return false;
    if (word !== wanted && !(wanted.charCodeAt(wanted.length - 1) === 42 && word.startsWith(wanted.slice(0, -1))))
      return false;
  }
  return true;
}

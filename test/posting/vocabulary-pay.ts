import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Vocabulary } from '../../src/types/policy.ts';

const words = parse(readFileSync(new URL('../../rules/pay-words.yml', import.meta.url), 'utf8'));

/** The shipped pay words alone: pay is read without lanes, levels or headings. */
export const payVocabulary: Vocabulary = { sections: [], fields: {}, lanes: [], levels: [], ...words };

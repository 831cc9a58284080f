import { foldKey } from '../header/header-lines.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Field } from '../types/posting.ts';
import { fold } from '../words/tokens.ts';

/** Whether the frontmatter says that the job is not open now: `status: closed`, `draft: true`, `published: false`. */
export function isClosed(fields: readonly Field[], lexicon: Lexicon): boolean {
  return fields.some(({ key, value }) => {
    const word = typeof value === 'string' || typeof value === 'boolean' ? fold(String(value).trim()) : '';
    if (word === '') return false;
    const name = foldKey(key);
    if (lexicon.words('closed-when-true').has(name)) return TRUE.has(word);
    if (lexicon.words('closed-when-false').has(name) && FALSE.has(word)) return true;
    const states = lexicon.fields.get(name) === 'status' || lexicon.words('status-keys').has(name);
    return states && [...lexicon.words('closed-values')].some((each) => word === each || word.startsWith(`${each} `));
  });
}

const TRUE: ReadonlySet<string> = new Set(['true', 'yes', 'y', 'on']);
const FALSE: ReadonlySet<string> = new Set(['false', 'no', 'n', 'off']);

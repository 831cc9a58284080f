import type { CheckKind } from '../types.ts';
import { phrase } from './phrase.ts';
import { requireKind } from './require.ts';

/** All check kinds by the name that rules give in `check.kind`. */
export const kinds: Record<string, CheckKind> = {
  phrase,
  require: requireKind,
};

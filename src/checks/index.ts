import type { CheckKind } from '../types.ts';
import { field } from './field.ts';
import { length } from './length.ts';
import { phrase } from './phrase.ts';
import { placeholder } from './placeholder.ts';
import { requireKind } from './require.ts';
import { section } from './section.ts';
import { title } from './title.ts';

/** All check kinds by the name that rules give in `check.kind`. */
export const kinds: Record<string, CheckKind> = {
  phrase,
  field,
  length,
  placeholder,
  section,
  title,
  require: requireKind,
};

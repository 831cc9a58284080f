import type { CheckKind } from '../types/check.ts';
import { age } from './age.ts';
import { band } from './band.ts';
import { count } from './count.ts';
import { field } from './field.ts';
import { gated } from './gate.ts';
import { law } from './law.ts';
import { length } from './length.ts';
import { levels } from './levels.ts';
import { metro } from './metro.ts';
import { mix } from './mix.ts';
import { nature } from './nature.ts';
import { parts } from './parts.ts';
import { pay } from './pay.ts';
import { phrase } from './phrase.ts';
import { placeholder } from './placeholder.ts';
import { pronoun } from './pronoun.ts';
import { requireKind } from './require.ts';
import { section } from './section.ts';
import { share } from './share.ts';
import { title } from './title.ts';
import { years } from './years.ts';

const ungated: Record<string, CheckKind> = {
  phrase,
  count,
  share,
  mix,
  years,
  field,
  length,
  placeholder,
  section,
  parts,
  title,
  metro,
  pronoun,
  pay,
  band,
  levels,
  law,
  nature,
  age,
  require: requireKind,
};

/** All check kinds by the name that rules give in `check.kind`. */
export const kinds: Readonly<Record<string, CheckKind>> = Object.fromEntries(
  Object.entries(ungated).map(([name, kind]) => [name, gated(kind)]),
);

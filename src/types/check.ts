/** What a kind of check declares. */

import type { Judge, PolicyBase } from './policy.ts';
import type { Owner, Scope } from './text.ts';
import type { PhraseSet, Saying } from './words.ts';

/** What a kind gets of an option once compiled, by what its YAML holds. */
interface OptionValues {
  readonly phrases: PhraseSet;
  readonly sayings: readonly Saying[];
  readonly 'phrase-map': Readonly<Record<string, PhraseSet>>;
  readonly scopes: readonly Scope[];
  readonly owners: readonly Owner[];
  readonly number: number;
  readonly text: string;
  readonly texts: readonly string[];
  readonly 'text-map': Readonly<Record<string, string>>;
  readonly flag: boolean;
}

/** What an option of a check holds in YAML; a list: one of these words. */
export type OptionType = keyof OptionValues | readonly string[];

export interface OptionSpec {
  readonly type: OptionType;
  readonly required?: boolean;
  /** One line for the analyst who writes rules. */
  readonly doc: string;
}

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

type ValueOf<Type> = Type extends keyof OptionValues
  ? OptionValues[Type]
  : Type extends readonly (infer Word)[]
    ? Word
    : never;

type RequiredIn<Specs> = { [Name in keyof Specs]: Specs[Name] extends { required: true } ? Name : never }[keyof Specs];

/** The options of a check as its kind gets them, by their declaration. */
export type OptionsOf<Specs extends OptionSpecs> = {
  readonly [Name in RequiredIn<Specs>]: ValueOf<Specs[Name]['type']>;
} & {
  readonly [Name in Exclude<keyof Specs, RequiredIn<Specs>>]?: ValueOf<Specs[Name]['type']>;
};

/** What checks are compiled for: a policy without its settings, which a run's inputs still lie over. */
export type CompileBase = Omit<PolicyBase, 'settings'>;

/** A check kind as the loader, the docs and the compiler know it. */
export interface CheckKind<Specs extends OptionSpecs = OptionSpecs> {
  readonly doc: string;
  readonly options: Specs;
  /** Names that its hints give to messages, besides `found`, `lane`, `level`. */
  readonly values: readonly string[];
  /** Former names of options: what to write instead. */
  readonly renamed?: Readonly<Record<string, string>>;
  /** Prepares what is the same for every posting. A method, so that a kind may ask for just the options that it declares. */
  compile(options: OptionsOf<Specs>, policy: CompileBase): Judge;
}

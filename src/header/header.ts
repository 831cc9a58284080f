/** What finding a header yields. */
import type { Span } from '../types/place.ts';
import type { FieldFault } from '../types/posting.ts';

export type NotationName = 'yaml' | 'toml' | 'json';

/** A header that was found, to be read from `inner`. */
export interface Header {
  readonly notation: NotationName;
  /** The whole header with its fences and final line break. */
  readonly span: Span;
  /** What stands between the fences. */
  readonly inner: Span;
  /** A line inside that is to be passed over. */
  readonly odd?: Span;
  /** The text begins above it: the body is all but this. */
  readonly hole?: true;
  readonly fault?: FieldFault;
  /** Its content is not read. */
  readonly closed?: true;
}

/** Keys that reading knows, folded: all, and those that every posting declares. */
export interface KnownKeys {
  readonly declaring: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
}

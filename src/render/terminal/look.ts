import { styleText } from 'node:util';
import type { Severity } from '../../types/place.ts';

/** How the report for people looks. */
export interface Look {
  readonly colour: boolean;
  /** Lines are drawn with box characters, else with ASCII. */
  readonly boxes: boolean;
  /** Columns to wrap messages at; without it each message is one line. */
  readonly width?: number;
  readonly showBands: boolean;
  readonly failOn: Severity | 'never';
  /** Address of a rule's page, where the terminal can link to it. */
  readonly pageOf?: (rule: string) => string | undefined;
}

export type Style = 'strong' | 'faint' | 'pass' | 'fail' | Severity;

/** Puts a style on a text, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string;

/** Colours that are read on a dark ground and on a light one: yellow and cyan are not. */
const STYLES = {
  strong: 'bold',
  faint: 'dim',
  pass: ['bold', 'green'],
  fail: ['bold', 'red'],
  error: ['bold', 'red'],
  warning: ['bold', 'magenta'],
  notice: 'bold',
} as const;

export function paintOf({ colour }: Look): Paint {
  if (!colour) return (_, text) => text;
  return (style, text) => (text === '' ? '' : styleText([STYLES[style]].flat(), text, { validateStream: false }));
}

/** A text that opens an address where it is clicked (OSC 8); terminals that do not know it show the text. */
export function linked(text: string, address: string | undefined): string {
  return address === undefined ? text : `\u001b]8;;${address}\u001b\\${text}\u001b]8;;\u001b\\`;
}

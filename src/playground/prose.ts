/** Words of findings, as the page sets them. */
import { element } from './element.ts';

/** The words with what stands between backticks as code. */
export function withCode(text: string): (Node | string)[] {
  return text.split(/`([^`]+)`/).map((part, index) => (index % 2 === 1 ? element('code', {}, [part]) : part));
}

/** Words that follow a place on the command line begin a sentence here. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

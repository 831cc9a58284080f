const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
  ['\0', '\ufffd'],
]);

/** Text as HTML that shows it and does nothing else, in an element or in a quoted attribute. A NUL is shown as browsers do. */
export function html(text: string): string {
  return text.replace(/[&<>"'\0]/g, (found) => ENTITIES.get(found)!);
}

/** The same for text of a posting: characters that turn text around are shown by their number instead of working. */
export function written(text: string): string {
  return html(text).replace(
    /[\u202a-\u202e\u2066-\u2069]/g,
    (found) => `<span class="unseen">U+${found.charCodeAt(0).toString(16).toUpperCase()}</span>`,
  );
}

/** A value as JSON for a script element: nothing in it can end the element or open a comment. */
export function json(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

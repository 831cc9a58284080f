/** A link to a line of a posting as it was reviewed, around a text that is safe already; the text alone where links are off. */
export function lineLink({ files }: { readonly files?: string }, text: string, path: string, line: number): string {
  if (files === undefined) return text;
  // What GitHub renders has no lines to link to.
  return `[${text}](${files}/${path.split('/').map(encoded).join('/')}?plain=1#L${line})`;
}

/** Also what ends a link of Markdown. */
function encoded(name: string): string {
  return encodeURIComponent(name).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

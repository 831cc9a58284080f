import { breakLine, drop, type Scan, seek } from './inline-pass.ts';

const blockTag =
  /^(?:p|div|li|ul|ol|tr|td|th|table|h[1-6]|section|article|header|footer|br|hr|dd|dt|dl|summary|details|center)$/;
const tagName = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)/y;

/** `<`: a comment, an address, a tag, or just that character. */
export function angle(scan: Scan): void {
  const { source, at, to } = scan;
  if (source.startsWith('<!--', at)) {
    const close = seek(scan, '-->', at + 4);
    const end = close < 0 ? to : close + 3;
    if (close >= 0) scan.inline.comments.push({ start: at, end });
    drop(scan, end);
    return;
  }
  tagName.lastIndex = at;
  const match = tagName.exec(source);
  const close = match ? seek(scan, '>', at) : -1;
  if (!match || close < 0) {
    scan.at++;
    return;
  }
  const after = source.charCodeAt(at + match[0].length);
  // `<https://…>` and `<name@…>` are addresses; `<Company Name>` is a blank to fill and stays.
  if (after === 58 || after === 64 || after === 46) {
    drop(scan, close + 1);
    return;
  }
  const name = match[2]!.toLowerCase();
  if (
    after === 32 &&
    !knownTag.test(name) &&
    source.charCodeAt(close - 1) !== 47 &&
    !source.slice(at, Math.min(close, at + 400)).includes('=')
  ) {
    scan.at++;
    return;
  }
  tag(scan, name, match[1] === '/', close + 1);
}

const knownTag =
  /^(?:a|abbr|b|big|blockquote|br|center|code|dd|del|details|div|dl|dt|em|figure|font|footer|h[1-6]|header|hr|i|iframe|img|ins|li|main|mark|nav|ol|p|pre|s|script|section|small|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|th|thead|tr|u|ul|video)$/;

function tag(scan: Scan, name: string, closing: boolean, end: number): void {
  drop(scan, end);
  if (!closing && isHidden(scan, name, end)) {
    const close = seek(scan, `</${name}`, end);
    scan.at = close < 0 ? scan.to : close;
    scan.run = scan.at;
    return;
  }
  if (name === 'b' || name === 'strong') scan.tagged = Math.max(0, scan.tagged + (closing ? -1 : 1));
  if (!blockTag.test(name)) return;
  breakLine(scan);
  if (closing) return;
  if (name === 'li') scan.builder.tag = { kind: 'item', level: 0 };
  else if (/^h[1-6]$/.test(name)) scan.builder.tag = { kind: 'heading', level: Number(name[1]) };
  else if (name === 'summary' || name === 'dt') scan.builder.tag = { kind: 'heading', level: 6 };
}

const listed = /^\s*(?:<code>)?\s*[*•-]\s/;

/** Elements whose text is not the posting's own; a preformatted list is. */
function isHidden(scan: Scan, name: string, end: number): boolean {
  if (name === 'pre') return !listed.test(scan.source.slice(end, end + 100));
  return name === 'script' || name === 'style' || name === 'blockquote';
}

/** `{% … %}` and `{# … #}` are a site generator's; `{{ … }}` may be a blank to fill and stays. */
export function liquid(scan: Scan): void {
  const next = scan.source.charCodeAt(scan.at + 1);
  const closer = next === 37 ? '%}' : next === 35 ? '#}' : undefined;
  const close = closer ? seek(scan, closer, scan.at + 2) : -1;
  if (close < 0) {
    scan.at++;
    return;
  }
  const hides = close - scan.at < 30 && /^\{%-?\s*comment\b/.test(scan.source.slice(scan.at, close));
  const end = hides ? seek(scan, 'endcomment', close) : -1;
  const last = end < 0 ? -1 : seek(scan, '%}', end);
  drop(scan, (last < 0 ? close : last) + 2);
}

import { postingHtml, rows } from './data.ts';
import { byId, element } from './element.ts';

/** What the way from a posting to others needs. */
export interface Ways {
  readonly back: string;
  readonly before?: string;
  readonly after?: string;
  readonly place: string;
}

const shell = () => byId('posting');

/** Opens a posting: its HTML comes from the report, where all of a stranger’s words are escaped. */
export async function openPosting(index: number, ways: Ways): Promise<void> {
  const html = await postingHtml(index);
  const article = shell();
  article.innerHTML = html;
  article.prepend(wayBar(ways));
  // Told once for each rule; on a phone, where the text comes after the findings, only when asked for.
  const told = new Set<string>();
  const wide = matchMedia('(width >= 45rem)').matches;
  for (const slot of article.querySelectorAll<HTMLElement>('[data-rule]')) {
    const id = slot.dataset.rule!;
    const rule = document.querySelector<HTMLTemplateElement>(`template[data-id="${CSS.escape(id)}"]`);
    if (!rule) continue;
    const reason = element('details', {}, element('summary', {}, 'Why, fix and source'));
    reason.append(rule.content.cloneNode(true));
    reason.open = wide && !told.has(id);
    told.add(id);
    slot.replaceWith(reason);
  }
  article.dataset.index = String(index);
  document.title = `${rows[index]!.title ?? rows[index]!.path} – review`;
}

function wayBar({ back, before, after, place }: Ways): HTMLElement {
  const link = (href: string | undefined, words: string, key: string) =>
    href === undefined
      ? element('span', { class: 'quiet', 'aria-hidden': 'true' }, words)
      : element('a', { href, 'data-key': key, title: `Key ${key}` }, words);
  return element(
    'nav',
    { 'aria-label': 'Postings' },
    link(back, '← All postings', 'u'),
    element(
      'span',
      { class: 'ways' },
      link(before, 'Previous', 'p'),
      element('span', { class: 'quiet' }, place),
      link(after, 'Next', 'n'),
    ),
  );
}

/** Shows a finding: its note and its words are marked, and the one that was not pressed comes into view. */
export function showFinding(finding: string, from: 'note' | 'text' | 'address'): void {
  const article = shell();
  for (const lit of article.querySelectorAll('.lit')) lit.classList.remove('lit');
  const note = article.querySelector<HTMLElement>(`#f${CSS.escape(finding)}`);
  const marks = [...article.querySelectorAll<HTMLElement>(`mark[data-f~="${CSS.escape(finding)}"]`)];
  if (!note) return;
  note.classList.add('lit');
  for (const mark of marks) mark.classList.add('lit');
  if (from !== 'text') reveal(marks[0]);
  if (from !== 'note') reveal(note);
  const target = from === 'note' ? marks[0] : note;
  if (target && !target.hasAttribute('tabindex')) target.tabIndex = -1;
  target?.focus({ preventScroll: true });
}

function reveal(target: HTMLElement | undefined): void {
  target?.scrollIntoView({
    block: 'center',
    behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
  });
}

/** Answers what is pressed in a posting. */
export function listen(): void {
  const article = shell();
  article.addEventListener('click', (event) => {
    const target = event.target as Element;
    const copy = target.closest<HTMLButtonElement>('button.copy');
    if (copy) void copyFix(copy);
    const place = target.closest<HTMLElement>('a.place');
    if (place) {
      event.preventDefault();
      if (place.dataset.f !== undefined) showFinding(place.dataset.f, 'note');
      else reveal(article.querySelectorAll<HTMLElement>('.line')[Number(place.dataset.line) - 1]);
    }
    const mark = target.closest<HTMLElement>('mark');
    if (mark) showFinding(mark.dataset.f!.split(' ')[0]!, 'text');
  });
  article.addEventListener('keydown', (event) => {
    const mark = (event.target as Element).closest<HTMLElement>('mark[role]');
    if (!mark || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    showFinding(mark.dataset.f!.split(' ')[0]!, 'text');
  });
}

async function copyFix(button: HTMLButtonElement): Promise<void> {
  const fix = button.closest('.cure')?.querySelector('pre');
  if (!fix) return;
  const done = (await wasCopied(fix.textContent ?? '')) || selectAndCopy(fix);
  button.textContent = done ? 'Copied' : 'Select and copy';
  button.setAttribute('aria-live', 'polite');
}

async function wasCopied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** For pages opened from a disk in browsers that keep the clipboard from them. */
function selectAndCopy(part: Node): boolean {
  getSelection()?.selectAllChildren(part);
  return document.execCommand('copy');
}

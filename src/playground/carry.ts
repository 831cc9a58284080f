/** Taking the posting along: copied, as a file, as a link. */
import { byId, element } from './element.ts';
import { fragmentOf } from './link.ts';
import type { Toast } from './toast.ts';

/** What is taken along. */
interface Carried {
  text(): string;
  title(): string | undefined;
}

/** How long the browser may take to save a file, in milliseconds. */
const SAVED = 10_000;

/** Connects the buttons for it. */
export function connectCarry({ text, title }: Carried, toast: Toast): void {
  byId('copy').addEventListener('click', () => copy(text(), 'The posting is copied.'));
  byId('link').addEventListener('click', async () => {
    const url = new URL(location.href);
    url.hash = await fragmentOf(text());
    await copy(url.href, 'The link is copied. It holds the posting itself.');
  });
  byId('download').addEventListener('click', () => {
    const url = URL.createObjectURL(new Blob([text()], { type: 'text/markdown' }));
    element('a', { href: url, download: `${fileName(title())}.md` }).click();
    setTimeout(() => URL.revokeObjectURL(url), SAVED);
  });

  async function copy(words: string, said: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(words);
      toast.say(said);
    } catch {
      toast.say('The browser did not let the page copy. Select the text and copy it, or download it.');
    }
  }
}

/** Lets a copy of the page itself be kept, where it was not opened from a disk already. */
export function connectKeep(): void {
  const keep = byId('keep');
  if (location.protocol === 'file:') keep.hidden = true;
  else keep.querySelector('a')?.setAttribute('href', location.pathname + location.search);
}

/** A name for a file, of letters, digits and hyphens. */
function fileName(title = ''): string {
  const name = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');
  return name || 'posting';
}

/** Entry of the page: the editor, the engine in its worker and what is shown of its answers. */
import type { RuleSources } from '../policy/model.ts';
import type { Day, Edit } from '../types/place.ts';
import { createEditor } from './editor.ts';
import { byId, element } from './element.ts';
import { latestOnly, startEngine } from './engine-client.ts';
import { createFindingsView, verdictOf } from './findings-view.ts';
import { createFixSeeker } from './fixes-offered.ts';
import { fragmentOf, textOf } from './link.ts';
import { renderPay } from './pay-view.ts';
import type { Choice, Choices, DeclaredField, Look, Shown } from './protocol.ts';
import { connectTeam } from './team-view.ts';
import { createToast } from './toast.ts';

/** A posting that one may begin with. */
interface Example {
  readonly name: string;
  readonly text: string;
}

/** How long the text must rest before its counts are read aloud, in milliseconds. */
const REST = 1200;

const FIELDS: readonly DeclaredField[] = ['lane', 'level'];

function embedded<Data>(id: string): Data {
  return JSON.parse(byId(id).textContent ?? '') as Data;
}

function today(): Day {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
}

async function open(): Promise<void> {
  const examples = embedded<readonly Example[]>('examples');
  const engine = startEngine(embedded<string>('engine'), embedded<RuleSources>('rules'));
  const linked = await textOf(location.hash);
  const fixes = createFixSeeker();
  const toast = createToast(byId('toast'));
  let begun = linked && 'text' in linked ? linked.text : (examples[0]?.text ?? '');
  let look: Look | undefined;
  /** The text that `look` tells of. */
  let seen: string | undefined;
  /** When the text was changed that is not yet told of. */
  let changedAt: number | undefined;

  const editor = createEditor(byId('editor'), begun, {
    changed: () => {
      changedAt ??= performance.now();
      judge();
    },
    moved: (offset) => findings.mark(offset),
    fix: (shown) => fix(shown),
  });
  const findings = createFindingsView(byId('findings'), {
    fix: (shown) => fix(shown),
    goTo: ({ finding }) => editor.goTo(finding.span),
  });

  const judge = latestOnly(async () => {
    const text = editor.text();
    try {
      const answer = await engine.ask('look', text, today());
      // While one types on, the next answer is on its way.
      if (text !== editor.text()) return;
      show(answer, text);
      // The time from key to findings, for whoever measures.
      if (changedAt !== undefined) performance.measure('review', { start: changedAt });
      changedAt = undefined;
    } catch (error) {
      toast.say(
        `The engine failed: ${error instanceof Error ? error.message : error}. Please report this with the posting.`,
      );
    }
  });

  function show(answer: Look, text: string): void {
    look = answer;
    seen = text;
    draw(answer, text);
    fixes.seek(
      answer,
      (index) => engine.ask('holds', text, today(), index),
      () => draw(answer, text),
    );
    renderPay(byId('pay'), answer);
    showVerdict(answer, text);
    for (const field of FIELDS) showDeclared(field, answer);
  }

  function draw(answer: Look, text: string): void {
    editor.show(answer, fixes);
    findings.render(answer, text, fixes);
  }

  function edit(edits: readonly Edit[], said: string): void {
    editor.apply(edits);
    toast.say(said, { name: 'Undo', run: editor.undo });
  }

  async function fix(shown: Shown): Promise<void> {
    const { finding, title } = shown;
    const text = editor.text();
    const index = look?.shown.indexOf(shown) ?? -1;
    // It may have held for an earlier text alone.
    const holds = seen === text && (await engine.ask('holds', text, today(), index));
    if (text !== editor.text()) return;
    if (holds && finding.edits) edit(finding.edits, `Fixed: ${title}.`);
    else toast.say('This fix no longer holds, as the text has changed. What to do is told beside it.');
  }

  for (const field of FIELDS) {
    const select = byId<HTMLSelectElement>(field);
    select.addEventListener('change', async () => {
      const text = editor.text();
      const written = await engine.ask('declare', text, field, select.value);
      if (written && text === editor.text()) edit([written], `The header now says ${field}: ${select.value}.`);
      else if (!written)
        toast.say('The header of the posting cannot be read: mend it first, or write the line yourself.');
    });
  }

  const start = byId<HTMLSelectElement>('example');
  start.append(...examples.map(({ name }, at) => element('option', { value: String(at) }, [name])));
  start.append(element('option', { value: 'empty' }, ['An empty page']));
  start.addEventListener('change', () => {
    begin(examples[Number(start.value)]?.text ?? '');
    start.value = '';
    toast.say('The text was replaced.', { name: 'Undo', run: editor.undo });
  });

  function begin(text: string): void {
    editor.replace(text);
    begun = editor.text();
  }

  byId('copy').addEventListener('click', () => copy(editor.text(), 'The posting is copied.'));
  byId('link').addEventListener('click', async () => {
    const url = new URL(location.href);
    url.hash = await fragmentOf(editor.text());
    await copy(url.href, 'The link is copied. It holds the posting itself.');
  });
  byId('download').addEventListener('click', () => {
    const url = URL.createObjectURL(new Blob([editor.text()], { type: 'text/markdown' }));
    element('a', { href: url, download: `${fileName(look?.title)}.md` }).click();
    setTimeout(() => URL.revokeObjectURL(url), REST);
  });

  async function copy(text: string, said: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      toast.say(said);
    } catch {
      toast.say('The browser did not let the page copy. Select the text and copy it, or download it.');
    }
  }

  window.addEventListener('hashchange', async () => {
    const next = await textOf(location.hash);
    if (next && 'text' in next) begin(next.text);
    else if (next) toast.say(next.problem);
  });
  const keep = byId('keep').querySelector('a');
  // Opened from a disk, the page is such a copy.
  if (location.protocol === 'file:') byId('keep').hidden = true;
  else keep?.setAttribute('href', location.pathname + location.search);
  // On a small screen the bar leads to the review until that is in sight.
  new IntersectionObserver(([entry]) => {
    byId('bar').hidden = entry?.isIntersecting ?? false;
  }).observe(byId('review'));
  window.addEventListener('beforeunload', (event) => {
    // What is written is kept nowhere else.
    if (editor.text() !== begun) event.preventDefault();
  });

  function choose({ lanes, levels }: Choices): void {
    fillSelect('lane', lanes);
    fillSelect('level', levels);
    judge();
  }

  const byItself = connectTeam(engine, choose);
  if (linked && 'problem' in linked) toast.say(linked.problem);
  choose(await byItself);
}

function fillSelect(id: DeclaredField, choices: readonly Choice[]): void {
  const none = element('option', { value: '', disabled: true }, ['Not declared']);
  const options = choices.map(({ id: value, title }) => element('option', { value }, [title]));
  byId<HTMLSelectElement>(id).replaceChildren(none, ...options);
}

function showDeclared(field: DeclaredField, { declared }: Look): void {
  const select = byId<HTMLSelectElement>(field);
  const { id = '', writable } = declared[field];
  select.value = id;
  select.disabled = !writable;
  select.classList.toggle('wanted', writable && id === '');
}

let speaking: ReturnType<typeof setTimeout> | undefined;

function showVerdict(look: Look, text: string): void {
  const empty = text.trim() === '';
  const said = empty
    ? { head: 'Nothing to review yet', text: 'Paste a posting, or start from an example.' }
    : verdictOf(look);
  const verdict = byId('verdict');
  verdict.dataset.verdict = empty ? '' : look.verdict;
  verdict.replaceChildren(element('h2', {}, [said.head]), element('p', {}, [said.text]));
  byId('bar').textContent = empty ? said.head : `${said.head}: see what was found ↓`;
  clearTimeout(speaking);
  speaking = setTimeout(() => {
    byId('spoken').textContent = `${said.head}. ${said.text}`;
  }, REST);
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

void open();

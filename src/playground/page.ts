/** Entry of the page: the editor, the engine in its worker and what is shown of its answers. */
import type { RuleSources } from '../policy/model.ts';
import type { Day, Edit } from '../types/place.ts';
import { connectCarry, connectKeep } from './carry.ts';
import { askFor, connectDeclared, offerChoices, showDeclared } from './declared-view.ts';
import { createEditor } from './editor.ts';
import { byId, element } from './element.ts';
import { latestOnly, startEngine } from './engine-client.ts';
import { createFindingsView } from './findings-view.ts';
import { createFixSeeker } from './fixes-offered.ts';
import { textOf } from './link.ts';
import { createPayView } from './pay-view.ts';
import type { Choices, Look, Shown } from './protocol.ts';
import { connectTeam } from './team-view.ts';
import { createToast } from './toast.ts';
import { showVerdict } from './verdict-view.ts';

/** A posting that one may begin with. */
interface Example {
  readonly name: string;
  readonly text: string;
}

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
  const showPay = createPayView(byId('pay'));
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
    choose: askFor,
  });

  const judge = latestOnly(async () => {
    const text = editor.text();
    try {
      const answer = await engine.ask('look', text, today());
      // While one types on, the next answer is on its way.
      if (text !== editor.text()) return;
      // Of an empty text nothing is worth telling.
      show(text.trim() === '' ? { ...answer, shown: [] } : answer, text);
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
    showPay(answer);
    showVerdict(answer, text);
    showDeclared(answer);
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

  connectDeclared(async (field, id) => {
    const text = editor.text();
    const written = await engine.ask('declare', text, field, id);
    if (written && text === editor.text()) edit([written], `The header now says ${field}: ${id}.`);
    else toast.say('The page cannot write into this header: write the line yourself.');
    judge();
  });
  connectCarry({ text: editor.text, title: () => look?.title }, toast);
  connectKeep();

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

  window.addEventListener('hashchange', async () => {
    const next = await textOf(location.hash);
    if (next && 'text' in next) begin(next.text);
    else if (next) toast.say(next.problem);
  });
  // On a small screen the bar leads to the review until that is in sight.
  new IntersectionObserver(([entry]) => {
    byId('bar').hidden = entry?.isIntersecting ?? false;
  }).observe(byId('review'));
  window.addEventListener('beforeunload', (event) => {
    // What is written is kept nowhere else.
    if (editor.text() !== begun) event.preventDefault();
  });

  function choose(choices: Choices): void {
    offerChoices(choices);
    judge();
  }

  const byItself = connectTeam(engine, choose);
  if (linked && 'problem' in linked) toast.say(linked.problem);
  choose(await byItself);
}

void open();

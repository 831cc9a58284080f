/** Where a posting stands, in a few words: for the eye, and read aloud once one stops typing. */
import { count } from '../render/plain.ts';
import { byId, element } from './element.ts';
import type { Look } from './protocol.ts';

/** How long the text must rest before the verdict is read aloud, in milliseconds. */
const REST = 1200;

let speaking: ReturnType<typeof setTimeout> | undefined;

/** Shows the verdict on a text. */
export function showVerdict(look: Look, text: string): void {
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

/** Where a text stands, in a few words and in one sentence. */
function verdictOf({ totals, verdict }: Look): { readonly head: string; readonly text: string } {
  const { errors, warnings, notices, waived } = totals;
  const found = [
    ...(errors ? [count(errors, 'error')] : []),
    ...(warnings ? [count(warnings, 'warning')] : []),
    ...(notices ? [count(notices, 'notice')] : []),
    ...(waived ? [`${waived} waived`] : []),
  ].join(', ');
  if (found === '') return { head: 'Nothing to mend', text: 'No rule finds anything in this posting.' };
  if (verdict === 'fail')
    return { head: 'Not ready yet', text: `${found}. What is underlined in red keeps it from being approved.` };
  return { head: 'Could be approved', text: `${found}. Nothing of it stands in the way; each is worth a look.` };
}

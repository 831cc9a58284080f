import { count } from '../render/plain.ts';
import type { TextFile } from '../team/team.ts';
import { decode } from '../text-input.ts';
import type { Problem } from '../types/place.ts';
import { byId, element } from './element.ts';
import type { Client } from './engine-client.ts';
import type { Choices, TeamAnswer } from './protocol.ts';

/** Lets a team's files be chosen and tells what came of them; gives what can be chosen under the built-in rules. */
export async function connectTeam(engine: Client, changed: (choices: Choices) => void): Promise<Choices> {
  const input = byId<HTMLInputElement>('team');
  const builtIn = byId('built-in');
  const place = byId('team-answer');

  input.addEventListener('change', async () => {
    const picked = await Promise.all([...(input.files ?? [])].map(readFile));
    // So that the same file can be chosen again once it is changed.
    input.value = '';
    const unread = picked.filter((each) => 'message' in each);
    if (unread.length > 0) return tell(unread, 'Nothing was taken:');
    const answer = await engine.ask('team', picked as TextFile[]);
    tell(answer.problems, saidOf(answer));
    if (!answer.taken) return;
    builtIn.hidden = false;
    changed(answer.choices);
  });
  builtIn.addEventListener('click', async () => {
    const { choices } = await engine.ask('team', []);
    builtIn.hidden = true;
    tell([], 'The built-in rules and bands judge again.');
    input.focus();
    changed(choices);
  });

  function tell(problems: readonly Problem[], said: string): void {
    const items = problems.map(({ path, place: at, message }) =>
      element('li', {}, [element('code', {}, [at ? `${path}:${at.line}:${at.column}` : path]), ` ${message}`]),
    );
    place.replaceChildren(element('p', {}, [said]), element('ul', {}, items));
  }

  return (await engine.ask('team', [])).choices;
}

async function readFile(file: File): Promise<TextFile | Problem> {
  const decoded = decode(new Uint8Array(await file.arrayBuffer()));
  if ('text' in decoded) return { path: file.name, text: decoded.text };
  return { path: file.name, message: decoded.problem, severity: 'error' };
}

function saidOf({ taken, own, problems }: TeamAnswer): string {
  if (!taken) return 'Nothing was taken. Mend this first:';
  const parts = [...(own.rules ? [count(own.rules, 'rule')] : []), ...(own.bands ? [count(own.bands, 'band')] : [])];
  const more = parts.length > 0 ? ` with ${parts.join(' and ')} of your own` : '';
  return `Your settings are in force${more}.${problems.length > 0 ? ' But:' : ''}`;
}

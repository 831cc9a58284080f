/** Lane and level: what the header declares, and the choice of another. */
import { byId, element } from './element.ts';
import { type Choice, type Choices, DECLARED_FIELDS, type DeclaredField, type Look } from './protocol.ts';

const selectOf = (field: DeclaredField) => byId<HTMLSelectElement>(field);

/** Calls back when a lane or level is chosen. */
export function connectDeclared(chosen: (field: DeclaredField, id: string) => void): void {
  for (const field of DECLARED_FIELDS) {
    const select = selectOf(field);
    select.addEventListener('change', () => chosen(field, select.value));
  }
}

/** Offers the lanes and levels of the policy in force. */
export function offerChoices({ lanes, levels }: Choices): void {
  offer('lane', lanes);
  offer('level', levels);
}

function offer(field: DeclaredField, choices: readonly Choice[]): void {
  const none = element('option', { value: '', disabled: true }, ['Not declared']);
  const options = choices.map(({ id, title }) => element('option', { value: id }, [title]));
  selectOf(field).replaceChildren(none, ...options);
}

/** Brings the choice of a field into sight, and opens it where the browser can. */
export function askFor(field: DeclaredField): void {
  const select = selectOf(field);
  select.scrollIntoView({ block: 'center' });
  select.focus();
  try {
    select.showPicker();
  } catch {
    // Some browsers open it on a click of its own only: it has the focus.
  }
}

/** Shows what a text declares; what it lacks is marked as wanted. */
export function showDeclared({ declared }: Look): void {
  for (const field of DECLARED_FIELDS) {
    const select = selectOf(field);
    const id = declared[field] ?? '';
    select.value = id;
    select.classList.toggle('wanted', id === '');
  }
}

/** Attributes and properties of an element; `click` is what it does. */
interface Given {
  readonly class?: string;
  readonly click?: () => void;
  readonly [attribute: string]: string | boolean | (() => void) | undefined;
}

/** A new element. Text in it is text: nothing is ever read as HTML. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  given: Given = {},
  children: readonly (Node | string)[] = [],
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === 'function') made.addEventListener(name, value);
    else if (value === true) made.setAttribute(name, '');
    else if (typeof value === 'string') made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

/** The element of the page with an id; page.html has it. */
export function byId<Kind extends HTMLElement>(id: string): Kind {
  const found = document.getElementById(id);
  if (!found) throw new Error(`page.html lacks #${id}`);
  return found as Kind;
}

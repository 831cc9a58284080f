import { element } from './element.ts';

/** What can be done about what was said. */
interface Offer {
  readonly name: string;
  readonly run: () => void;
}

/** Says what just happened, for a while. */
export interface Toast {
  say(text: string, offer?: Offer): void;
}

/** How long it stands, in milliseconds: long enough to read it twice and to reach its button. */
const STAYS = 12_000;

/** A toast in an element that screen readers follow. */
export function createToast(place: HTMLElement): Toast {
  let ending: ReturnType<typeof setTimeout> | undefined;
  const clear = () => place.replaceChildren();
  return {
    say(text, offer) {
      clearTimeout(ending);
      const click = () => {
        offer?.run();
        clear();
      };
      const button = offer ? [element('button', { type: 'button', click }, [offer.name])] : [];
      place.replaceChildren(element('span', {}, [text]), ...button);
      ending = setTimeout(clear, STAYS);
    },
  };
}

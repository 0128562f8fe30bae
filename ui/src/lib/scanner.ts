/** A person leaves more than this between two keys; a scanner does not. In milliseconds. */
export const SCANNER_MS = 50;

/** What was typed longer ago than this is no part of what is scanned now, in milliseconds. */
const PAUSE_MS = 500;

/** A key press as it is told apart. */
export type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'repeat' | 'timeStamp'>;

/** Keys that go with an act of a person: they are no sign of a scanner, unless they are held down. */
const own = ['Enter', ' ', 'Control', 'Meta', 'Shift', 'Alt', 'AltGraph'];

/** Tells a scanner, which types like a keyboard, from a person. It is told of every key press. */
export class Scanner {
  #text = '';
  #lastAt = Number.NEGATIVE_INFINITY;

  /** Takes note of a key press; gives what was scanned when this is the Enter at its end, else none. */
  press(press: Press): string | null {
    const fast = this.types(press.timeStamp);
    if (press.key === 'Enter' && !press.repeat) {
      const scanned = fast && this.#text !== '' ? this.#text : null;
      this.#text = '';
      return scanned;
    }
    if (own.includes(press.key) && !press.repeat && !(press.key === ' ' && fast)) return null;
    if (press.timeStamp - this.#lastAt > PAUSE_MS) this.#text = '';
    if (isText(press)) this.#text += press.key;
    this.#lastAt = press.timeStamp;
    return null;
  }

  /** Whether a scanner may be typing at this moment. */
  types(at: number): boolean {
    return at - this.#lastAt < SCANNER_MS;
  }
}

function isText({ key, ctrlKey, metaKey }: Press): boolean {
  return [...key].length === 1 && !ctrlKey && !metaKey;
}

/** Whether text that is typed at this element goes into it. */
export function takesText(target: EventTarget | null): boolean {
  const field = 'textarea, input:not([type="radio"], [type="checkbox"])';
  return target instanceof Element && target.matches(field);
}

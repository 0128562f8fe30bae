/** How long after arrival nothing confirms: the second click of a double click on Continue lands here. */
export const ARRIVAL_MS = 600;

/** A person leaves more than this between two keys; a scanner does not. In milliseconds. */
export const SCANNER_MS = 50;

/** A key press as the guard needs it. */
export type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'repeat' | 'timeStamp'>;

/** Keys that go with the act itself: they are no sign of a scanner, unless they are held down. */
const own = ['Enter', ' ', 'Control', 'Meta', 'Shift', 'Alt', 'AltGraph'];

/** Decides whether what was pressed is meant: not at once, not held down, not typed by a scanner. */
export class ConfirmGuard {
  readonly #arrivedAt: number;
  #lastKeyAt = Number.NEGATIVE_INFINITY;

  /** `arrivedAt`: when the page opened, on the clock of `Event.timeStamp`. */
  constructor(arrivedAt: number) {
    this.#arrivedAt = arrivedAt;
  }

  /** Takes note of a key press and says whether it confirms: Ctrl (or the command key) with Enter, and meant. */
  press(press: Press): boolean {
    const confirms =
      press.key === 'Enter' &&
      (press.ctrlKey || press.metaKey) &&
      !press.repeat &&
      this.meant(press.timeStamp);
    if (isText(press)) this.#lastKeyAt = press.timeStamp;
    return confirms;
  }

  /** Whether a press or click of the button at this moment is meant. */
  meant(at: number): boolean {
    return at - this.#arrivedAt >= ARRIVAL_MS && at - this.#lastKeyAt >= SCANNER_MS;
  }
}

function isText(press: Press): boolean {
  return !own.includes(press.key) || (press.key === 'Enter' && press.repeat);
}

import { Scanner, type Press } from '../lib/scanner';

/** How long after arrival nothing confirms: the second click of a double click on Continue lands here. */
export const ARRIVAL_MS = 600;

/** Decides whether what was pressed is meant: not at once, not held down, not typed by a scanner. */
export class ConfirmGuard {
  readonly #arrivedAt: number;
  readonly #scanner = new Scanner();

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
    this.#scanner.press(press);
    return confirms;
  }

  /** Whether a press or click of the button at this moment is meant. */
  meant(at: number): boolean {
    return at - this.#arrivedAt >= ARRIVAL_MS && !this.#scanner.types(at);
  }
}

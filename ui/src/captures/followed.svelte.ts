import type { CaptureView } from '../generated/desk';
import { call, onCapture, troubleOf, type Trouble } from '../lib/desk';

/** One capture, kept current by what the program tells and by asking. */
export class Followed {
  /** The capture as it was last told; none before that. */
  capture = $state.raw<CaptureView | null>(null);
  /** Why it could not be asked for or acted upon. */
  trouble = $state.raw<Trouble | null>(null);
  /** Whether an answer is awaited. */
  asking = $state(false);

  readonly #id: string;

  constructor(id: string, known: CaptureView | null = null) {
    this.#id = id;
    this.capture = known;
  }

  /** Listens until the given function is called. */
  listen(): () => void {
    let ended = false;
    let stop: (() => void) | null = null;
    void onCapture((capture) => {
      if (!ended) this.take(capture);
    }).then((unlisten) => {
      if (ended) unlisten();
      else stop = unlisten;
    });
    return () => {
      ended = true;
      stop?.();
    };
  }

  /** Takes a view of this capture, unless it is older than what is known. */
  take(capture: CaptureView): void {
    if (capture.id !== this.#id) return;
    if (this.capture !== null && capture.events.length < this.capture.events.length) return;
    // The order as it is now comes a little later than the outcome; what was read is not forgotten again.
    const after = capture.after ?? (this.capture?.state === capture.state ? this.capture.after : null);
    this.capture = { ...capture, after };
  }

  /** Asks where it stands. */
  async read(): Promise<void> {
    await this.#ask('read_capture');
  }

  /** Looks at MultiSafepay once more; nothing is sent by that but a question. */
  async checkAgain(): Promise<void> {
    await this.#ask('check_again');
  }

  /** Sends a capture again that was proved not to have landed. */
  async sendAgain(): Promise<void> {
    await this.#ask('send_again');
  }

  /** Stops it before it is sent. */
  async undo(): Promise<void> {
    await this.#ask('undo_capture');
  }

  /** Takes the word of the clerk who looked in MultiSafepay Control. */
  async settle(landed: boolean): Promise<void> {
    await this.#take(() => call('settle', { id: this.#id, landed }));
  }

  async #ask(name: 'read_capture' | 'check_again' | 'send_again' | 'undo_capture'): Promise<void> {
    await this.#take(() => call(name, { id: this.#id }));
  }

  async #take(ask: () => Promise<CaptureView>): Promise<void> {
    if (this.asking) return;
    this.asking = true;
    this.trouble = null;
    try {
      this.take(await ask());
    } catch (error) {
      this.trouble = troubleOf(error);
    } finally {
      this.asking = false;
    }
  }
}

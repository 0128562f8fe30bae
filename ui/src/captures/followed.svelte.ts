import { SvelteSet } from 'svelte/reactivity';
import type { CaptureView } from '../generated/desk';
import { call, onCapture, troubleOf, type Trouble } from '../lib/desk';

type Question = 'read_capture' | 'find_order' | 'check_again' | 'send_again' | 'undo_capture' | 'settle';

/** One capture, kept current by what the program tells and by asking. */
export class Followed {
  /** The capture as it was last told; none before that. */
  capture = $state.raw<CaptureView | null>(null);
  /** What was asked and is not answered yet. */
  readonly #awaited = new SvelteSet<Question>();
  #notDone = $state.raw<Trouble | null>(null);
  #notRead = $state.raw<Trouble | null>(null);
  readonly #id: string;

  constructor(id: string, known: CaptureView | null = null) {
    this.#id = id;
    this.capture = known;
  }

  /** Why it was not acted upon; else why it could not be read. */
  get trouble(): Trouble | null {
    return this.#notDone ?? this.#notRead;
  }

  /** Says why something else about it was not done; none takes back what was said. */
  set trouble(trouble: Trouble | null) {
    this.#notDone = trouble;
    this.#notRead = null;
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

  /** Whether this was asked and is not answered yet. */
  awaits(question: Question): boolean {
    return this.#awaited.has(question);
  }

  /** Asks where it stands. */
  async read(): Promise<void> {
    await this.#ask('read_capture');
  }

  /** Reads again what the screen shows: the order too, where its outcome is known, and where it is not by a look. */
  async readAgain(): Promise<void> {
    const capture = this.capture;
    this.trouble = null;
    if (capture === null || capture.state === 'recorded' || capture.state === 'sending') await this.read();
    else if (capture.state === 'unclear') await this.checkAgain();
    else await this.#take('find_order', () => this.#readWithOrder(capture));
  }

  /** Looks at MultiSafepay once more; nothing is sent by that but a question. */
  async checkAgain(): Promise<void> {
    await this.#ask('check_again');
  }

  /** Sends a capture again that was proved not to have landed. */
  async sendAgain(): Promise<void> {
    await this.#ask('send_again');
  }

  /** Stops it before it is sent. What was stopped elsewhere meanwhile is stopped all the same. */
  async undo(): Promise<void> {
    await this.#ask('undo_capture');
    if (this.trouble?.code !== 'too_late') return;
    const state = this.capture?.state;
    if (state === 'withdrawn') this.trouble = null;
    else if (state !== 'recorded') this.trouble = { code: 'sent_already' };
  }

  /** Takes the word of the clerk who looked in MultiSafepay Control. */
  async settle(landed: boolean): Promise<void> {
    await this.#take('settle', () => call('settle', { id: this.#id, landed }));
  }

  async #ask(question: Exclude<Question, 'find_order' | 'settle'>): Promise<void> {
    await this.#take(question, () => call(question, { id: this.#id }));
  }

  /** Asks, unless the same was asked and is not answered yet: nothing else may stand in the way of an act. */
  async #take(question: Question, ask: () => Promise<CaptureView>): Promise<void> {
    if (this.#awaited.has(question)) return;
    this.#awaited.add(question);
    this.#say(question, null);
    try {
      this.take(await ask());
    } catch (error) {
      const trouble = troubleOf(error);
      this.#say(question, trouble);
      if (trouble.code === 'too_late') await this.#readAnew();
    } finally {
      this.#awaited.delete(question);
    }
  }

  #say(question: Question, trouble: Trouble | null): void {
    if (question === 'read_capture') this.#notRead = trouble;
    else this.#notDone = trouble;
  }

  async #readWithOrder({ store, order }: CaptureView): Promise<CaptureView> {
    await call('find_order', { store, text: order });
    return call('read_capture', { id: this.#id });
  }

  /** It is not what it was: it is shown as it is now. */
  async #readAnew(): Promise<void> {
    try {
      this.take(await call('read_capture', { id: this.#id }));
    } catch {
      // What is known already stays on the screen, with the trouble of the act.
    }
  }
}

/** After how long a wait is worth a word, in milliseconds. */
const LONG_MS = 2000;

/** Whether an answer is being waited for, and whether that takes long. */
export class Waiting {
  busy = $state(false);
  long = $state(false);

  /** Waits for an answer. */
  async on<T>(answer: Promise<T>): Promise<T> {
    this.busy = true;
    const timer = setTimeout(() => (this.long = true), LONG_MS);
    try {
      return await answer;
    } finally {
      clearTimeout(timer);
      this.busy = false;
      this.long = false;
    }
  }
}

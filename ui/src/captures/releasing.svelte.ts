import type { CaptureView, OrderView } from '../generated/desk';
import { call, troubleOf, type Trouble } from '../lib/desk';

/** The most characters that a reason takes (`api/multisafepay.md` §7.13). */
export const REASON_LIMIT = 200;

/** The second confirmation of a release: why, and that nothing more will be shipped. */
export class Releasing {
  /** The reason as chosen; `other` stands for one of the clerk's own. */
  chosen = $state('');
  /** The clerk's own reason. */
  own = $state('');
  /** That nothing more will be shipped. */
  ticked = $state(false);
  /** Whether the clerk tried without what is needed, so that it is said. */
  tried = $state(false);
  /** Whether the answer is awaited. */
  busy = $state(false);
  /** Why it was not done. */
  trouble = $state.raw<Trouble | null>(null);

  readonly #order: OrderView;

  constructor(order: OrderView) {
    this.#order = order;
  }

  /** The reason that is sent. */
  get reason(): string {
    return (this.chosen === 'other' ? this.own : this.chosen).trim();
  }

  /** What is wrong with the reason. */
  get reasonProblem(): 'missing' | 'long' | null {
    if (this.reason === '') return 'missing';
    return [...this.reason].length > REASON_LIMIT ? 'long' : null;
  }

  /** Releases what remains, once everything needed is there; none when it is not, or when it was not done. */
  async release(): Promise<CaptureView | null> {
    this.tried = true;
    const remaining = this.#order.remaining;
    if (this.busy || remaining === null || !this.ticked || this.reasonProblem !== null) return null;
    this.busy = true;
    this.trouble = null;
    const { store, order } = this.#order;
    try {
      const form = { store: store.id, order, reason: this.reason, remaining_minor: remaining.minor };
      return await call('release', { form });
    } catch (error) {
      this.trouble = troubleOf(error);
      return null;
    } finally {
      this.busy = false;
    }
  }
}

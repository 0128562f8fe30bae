import type { Failure, OrderView, StoreView } from '../generated/desk';
import { call, troubleOf, type Trouble } from '../lib/desk';
import { workIn } from '../lib/session.svelte';

/** The search for one order: what was typed, what is being read, and why nothing was found. */
export class Finding {
  /** What stands in the box. */
  text = $state('');
  /** The order that is being read; empty while nothing is. */
  reading = $state('');
  /** Why it was not found. */
  trouble = $state.raw<Trouble | null>(null);
  /** How many order numbers were pasted at once; 0 when at most one was. */
  several = $state(0);

  #asked = 0;

  /** Reads the order that stands in the box, from this store; none when it was not found or no longer wanted. */
  async find(store: string): Promise<OrderView | null> {
    const asked = ++this.#asked;
    this.trouble = null;
    this.several = 0;
    this.reading = this.text.trim();
    try {
      const order = await call('find_order', { store, text: this.text });
      return asked === this.#asked ? order : null;
    } catch (error) {
      if (asked === this.#asked) this.trouble = troubleOf(error);
      return null;
    } finally {
      if (asked === this.#asked) this.reading = '';
    }
  }

  /** Goes to another store and reads the order there. */
  async findIn(store: StoreView): Promise<OrderView | null> {
    try {
      await workIn(store);
    } catch (error) {
      this.trouble = troubleOf(error);
      return null;
    }
    return this.find(store.id);
  }

  /** No longer waits for the answer. */
  stop(): void {
    this.#asked += 1;
    this.reading = '';
  }

  /** Looks at a paste before it lands: several lines are refused, because one order is opened at a time. */
  refusesPaste(pasted: string): boolean {
    this.several = pasted.split(/[\r\n]+/).filter((line) => line.trim() !== '').length;
    if (this.several > 1) return true;
    this.several = 0;
    return false;
  }

  /** The failure that the order is not there, with the other stores that have it. */
  get notFound(): Extract<Failure, { code: 'order_not_found' }> | null {
    return this.trouble?.code === 'order_not_found' ? this.trouble : null;
  }
}

import type { CaptureView, Field, OrderView } from '../generated/desk';
import { router } from '../lib/router.svelte';
import { session } from '../lib/session.svelte';
import { OrderForm } from './form.svelte';

class OpenOrder {
  /** The form that is being filled in, kept while the clerk checks and comes back. */
  form = $state.raw<OrderForm | null>(null);

  #shown: CaptureView | null = null;

  /** The form of this order: the one that was begun, with the newer reading, or an empty one. */
  take(order: OrderView): OrderForm {
    const begun = this.form;
    if (begun === null || begun.order.order !== order.order || begun.order.store.id !== order.store.id)
      return (this.form = new OrderForm(order, Date.now()));
    if (order.read_at > begun.order.read_at) begun.take(order);
    return begun;
  }

  /** Keeps a capture at hand for the screen that shows what came of it. */
  hand(capture: CaptureView): void {
    this.#shown = capture;
  }

  /** What is known of a capture before the program was asked. */
  outcomeOf(id: string): CaptureView | null {
    return this.#shown?.id === id
      ? this.#shown
      : (session.unfinished.find((capture) => capture.id === id) ?? null);
  }

  /** Forgets the form of the order of which this was captured: what it asked for was done. */
  captured(capture: CaptureView): void {
    const order = this.form?.order;
    if (order?.order === capture.order && order.store.id === capture.store) this.done();
  }

  /** Forgets the form, because what it asked for was done. */
  done(): void {
    this.form?.rest();
    this.form = null;
  }
}

/** The one order that is open. */
export const openOrder = new OpenOrder();

/** Opens an order, or the outcome of what is unfinished on it: nothing else may happen to it before that is known. */
export function showOrder(order: OrderView, focus?: Field): void {
  if (order.unfinished !== null) showOutcome(order.unfinished);
  else router.move({ name: 'order', order, ...(focus === undefined ? {} : { focus }) });
}

/** Opens the outcome of a capture. */
export function showOutcome(capture: CaptureView): void {
  openOrder.hand(capture);
  router.move({ name: 'outcome', id: capture.id });
}

/** Opens the outcome of an entry of the Journal, after asking where something typed would be lost. */
export function showCaptured(entry: string): void {
  router.go({ name: 'outcome', id: entry });
}

import { session } from '../lib/session.svelte';

/** The steps of the first run, in their order. */
export const steps = ['language', 'begin', 'store', 'done'] as const;

/** A step of the first run. */
export type Step = (typeof steps)[number];

class FirstRun {
  /** Where the reader is; kept while the help is open. */
  step = $state<Step>('language');

  #begun = $state(false);

  /** Whether the first run is what the window shows: until there is a store and the last page was read. */
  get open(): boolean {
    return session.start !== null && (session.store === null || this.#begun);
  }

  /** Goes to the next step or back to one before. */
  goTo(step: Step): void {
    this.#begun = true;
    this.step = step;
  }

  /** Ends the first run; from here the window shows the find screen. */
  end(): void {
    this.#begun = false;
    this.step = 'language';
  }
}

/** The one first run. */
export const firstRun = new FirstRun();

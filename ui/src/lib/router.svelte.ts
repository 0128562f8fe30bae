import type { Field, OrderView } from '../generated/desk';

/** A screen, with what it needs to open. */
export type View =
  | { name: 'find'; text?: string }
  | { name: 'order'; order: OrderView; focus?: Field }
  | { name: 'check' }
  | { name: 'outcome'; id: string }
  | { name: 'release'; order: OrderView }
  | { name: 'connect' }
  | { name: 'stores' }
  | { name: 'settings' }
  | { name: 'help' };

/** Whether a screen may be left: at once, after asking because something typed would be lost, or not now. */
export type Leave = 'free' | 'ask' | 'hold';

/** Screens that make no sense any more once they were left. */
const steps: View['name'][] = ['check', 'release', 'connect'];

class Router {
  /** The screen that is shown. */
  view = $state.raw<View>({ name: 'find' });
  /** What the reader wanted to do while the question about leaving stands open. */
  wanted = $state.raw<(() => void) | null>(null);

  #past: View[] = [];
  #mayLeave: (() => Leave) | null = null;

  /** Lets a screen speak up before it is left; gives the function that ends it. */
  guard(mayLeave: () => Leave): () => void {
    this.#mayLeave = mayLeave;
    return () => {
      if (this.#mayLeave === mayLeave) this.#mayLeave = null;
    };
  }

  /** Whether another screen may be opened at all at this moment. */
  held(): boolean {
    return this.#mayLeave?.() === 'hold';
  }

  /** Opens a screen, after asking where the present one has something unsent. */
  go(view: View): void {
    this.leave(() => {
      this.move(view);
    });
  }

  /** Does what takes the reader off the present screen, after asking where it has something unsent. */
  leave(then: () => void): void {
    const leave = this.#mayLeave?.() ?? 'free';
    if (leave === 'free') then();
    else if (leave === 'ask') this.wanted = then;
  }

  /** Opens a screen without asking: for the steps inside one capture, where nothing is lost. */
  move(view: View): void {
    if (this.#past.at(-1) === view) this.#past.pop();
    else if (view.name !== this.view.name && !steps.includes(this.view.name)) this.#past.push(this.view);
    this.wanted = null;
    this.view = view;
  }

  /** Goes to the screen before this one, or to the find box. */
  back(): void {
    this.go(this.#past.at(-1) ?? { name: 'find' });
  }

  /** Answers the question about leaving. */
  answer(leaves: boolean): void {
    const then = this.wanted;
    this.wanted = null;
    if (leaves) then?.();
  }
}

/** The one router of the window. */
export const router = new Router();

/** Opens a screen; see {@link Router.go}. */
export function go(view: View): void {
  router.go(view);
}

/** Goes back; see {@link Router.back}. */
export function back(): void {
  router.back();
}

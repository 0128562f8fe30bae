import { flushSync, mount, tick, unmount, type Component } from 'svelte';
import { afterEach } from 'vitest';

const standing: Record<string, unknown>[] = [];

afterEach(async () => {
  for (const component of standing.splice(0)) await unmount(component);
  document.body.replaceChildren();
});

/** Puts a component on the page until the test ends. */
export function mounted<P extends Record<string, unknown>>(component: Component<P>, props: P): void {
  standing.push(mount(component, { target: document.body, props }));
  flushSync();
}

/** The element with a `data-test` hook. */
export function hooked<E extends HTMLElement = HTMLElement>(name: string): E {
  const element = document.querySelector<E>(`[data-test="${name}"]`);
  if (element === null) throw new Error(`nothing on the page is called ${name}`);
  return element;
}

/** Types into a field. */
export function type(name: string, text: string): void {
  const field = hooked<HTMLInputElement>(name);
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Presses a button and lets everything that follows at once happen. */
export async function press(name: string): Promise<void> {
  hooked(name).click();
  await settled();
}

/** Lets answers arrive and the page follow them. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn += 1) await tick();
}

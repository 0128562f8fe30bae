import { beforeEach, expect, test } from 'vitest';
import { setLanguage } from '../../src/lib/i18n.svelte';
import { router } from '../../src/lib/router.svelte';
import { session } from '../../src/lib/session.svelte';
import { openOrder } from '../../src/orders/open.svelte';
import Order from '../../src/orders/Order.svelte';
import { setUp } from '../browser/given';
import { all, partly } from '../browser/given-orders';
import { hooked, mounted, settled } from '../mounted';
import { program } from '../program';

beforeEach(() => {
  setLanguage('en');
  session.take(setUp);
  openOrder.done();
  router.wanted = null;
  router.move({ name: 'order', order: partly });
  program({ preview_capture: () => all });
  mounted(Order, {});
});

/** Presses keys, so many milliseconds apart, where the focus is; gives those that were kept from doing anything else. */
async function keys(pressed: string[], apart: number): Promise<string[]> {
  const kept: string[] = [];
  for (const [place, key] of pressed.entries()) {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    Object.defineProperty(event, 'timeStamp', { value: 1_000 + place * apart });
    (document.activeElement ?? document.body).dispatchEvent(event);
    if (event.defaultPrevented) kept.push(key);
  }
  await settled();
  return kept;
}

test('a number that is scanned on the page of an order opens its own order', async () => {
  await keys([...'BB 10479', 'Enter'], 5);
  expect(router.view).toEqual({ name: 'find', text: 'BB 10479' });
});

test('a scan presses nothing that has the focus', async () => {
  hooked('continue').focus();
  expect(await keys([...'BB 10479', 'Enter'], 5)).toEqual([' ', 'Enter']);
  expect(router.view).toEqual({ name: 'find', text: 'BB 10479' });
});

test('a scan asks before what was typed is lost', async () => {
  if (openOrder.form !== null) openOrder.form.fields.invoice = '2026-3419';
  await keys([...'BB-10479', 'Enter'], 5);
  expect(router.view.name).toBe('order');
  router.answer(true);
  expect(router.view).toEqual({ name: 'find', text: 'BB-10479' });
});

test('what is scanned into a field stays there', async () => {
  document.getElementById('capture-track-and-trace')?.focus();
  await keys([...'3SBLMB4821907', 'Enter'], 5);
  expect(router.view.name).toBe('order');
});

test('Enter of a person continues', async () => {
  await keys(['x', 'Enter'], 300);
  expect(router.view.name).toBe('check');
});

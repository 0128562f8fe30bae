import { beforeEach, expect, test } from 'vitest';
import Outcome from '../../src/captures/Outcome.svelte';
import type { CaptureView } from '../../src/generated/desk';
import { setLanguage } from '../../src/lib/i18n.svelte';
import { doReadAgain } from '../../src/lib/keys';
import { session } from '../../src/lib/session.svelte';
import { openOrder } from '../../src/orders/open.svelte';
import { setUp } from '../browser/given';
import { all, at, full, landed, notLanded, partly, unclear } from '../browser/given-orders';
import { hooked, mounted, press, settled } from '../mounted';
import { program } from '../program';

const found: CaptureView = {
  ...landed,
  events: [...unclear.events, { at: at('2026-11-24 09:40:41'), event: 'captured', found: true }],
};

beforeEach(() => {
  setLanguage('en');
  session.take(setUp);
  openOrder.done();
});

/** Opens the page of a capture with the form of its order begun. */
async function opened(capture: CaptureView, order = partly): Promise<void> {
  openOrder.take(order).fields.amount = '45,00';
  openOrder.hand(capture);
  mounted(Outcome, { id: capture.id });
  await settled();
}

test('the form of an unclear capture is forgotten when a look finds the capture', async () => {
  program({ read_capture: () => unclear, check_again: () => found });
  await opened(unclear);
  expect(openOrder.form?.fields.amount).toBe('45,00');
  await press('check-again');
  expect(openOrder.form).toBeNull();
});

test('the form of a capture that did not land is kept until it is captured', async () => {
  program({ read_capture: () => notLanded, preview_capture: () => all });
  await opened(notLanded);
  expect(openOrder.form?.fields.amount).toBe('45,00');
});

test('the form of another order is kept', async () => {
  program({ read_capture: () => landed });
  await opened(landed, { ...partly, order: 'BB-10479' });
  expect(openOrder.form?.order.order).toBe('BB-10479');
});

test('reading again reads the order of a capture whose outcome is known', async () => {
  const asked = program({ read_capture: () => landed, find_order: () => full });
  await opened(landed);
  doReadAgain();
  await settled();
  expect(asked.map(({ command }) => command)).toEqual(['read_capture', 'find_order', 'read_capture']);
});

test('reading again looks at an unclear capture', async () => {
  const asked = program({ read_capture: () => unclear, check_again: () => unclear });
  await opened(unclear);
  doReadAgain();
  await settled();
  expect(asked.map(({ command }) => command)).toEqual(['read_capture', 'check_again']);
});

test('an order that cannot be read does not take back that money was captured', async () => {
  program({ read_capture: () => landed, find_order: () => Promise.reject({ code: 'no_answer' }) });
  await opened(landed);
  doReadAgain();
  await settled();
  const text = hooked('outcome').textContent;
  expect(text).toContain('What stands above stays true. MultiSafepay did not answer in time.');
  expect(text).not.toContain('No money was captured');
});

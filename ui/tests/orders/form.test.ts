import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Preview } from '../../src/generated/desk';
import { setLanguage } from '../../src/lib/i18n.svelte';
import { OrderForm, PREVIEW_DELAY_MS } from '../../src/orders/form.svelte';
import { problemWords } from '../../src/orders/problems';
import { all, eur, partly } from '../browser/given-orders';
import { NOW } from '../browser/scene';
import { program } from '../program';

const above: Preview = {
  ...all,
  problems: [{ field: 'amount', problem: 'above_remaining', remaining: eur(4_500) }],
  amount: eur(5_400),
  shown: null,
  digest: null,
};
const ambiguous: Preview = {
  ...above,
  problems: [{ field: 'amount', problem: 'ambiguous', grouped: eur(123_400), decimal: eur(123) }],
};

beforeEach(() => {
  vi.useFakeTimers();
  setLanguage('en');
});

afterEach(() => {
  vi.useRealTimers();
});

function begun(preview: Preview = all) {
  const asked = program({ preview_capture: () => preview, find_order: () => partly });
  return { asked, form: new OrderForm(partly, NOW) };
}

test('typing asks once, after a pause', async () => {
  const { asked, form } = begun();
  for (const amount of ['4', '45', '45,0', '45,00']) {
    form.fields.amount = amount;
    form.changed();
    await vi.advanceTimersByTimeAsync(PREVIEW_DELAY_MS - 1);
  }
  expect(asked).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(1);
  expect(asked.map(({ args }) => (args['form'] as { amount: string }).amount)).toEqual(['45,00']);
  expect(form.preview).toEqual(all);
});

test('continuing asks at once and not again after the pause', async () => {
  const { asked, form } = begun();
  form.changed();
  expect(await form.continue()).toBe(true);
  await vi.advanceTimersByTimeAsync(PREVIEW_DELAY_MS);
  expect(asked).toHaveLength(1);
  expect(form.checked?.preview.digest).toBe(all.digest);
});

test('problems are shown when the clerk continues, not while typing', async () => {
  const { form } = begun(above);
  form.changed();
  await vi.advanceTimersByTimeAsync(PREVIEW_DELAY_MS);
  expect(form.problems).toEqual([]);
  expect(await form.continue()).toBe(false);
  expect(form.problem('amount')).toEqual(above.problems[0]);
  expect(form.checked).toBeNull();
});

test('a change after the check makes a new check necessary', async () => {
  const { form } = begun();
  await form.continue();
  form.pick(1, 2);
  expect(form.checked).toBeNull();
});

test('an amount with two readings is asked back, and the answer is taken as it is written here', async () => {
  const { form } = begun(ambiguous);
  form.choose('amount');
  await form.continue();
  const problem = form.problem('amount');
  expect(problem && problemWords(problem, partly, form.preview)).toMatch(
    /which amount you mean: €1[.,]234[.,]00 or €1[.,]23$/,
  );
  form.settleAmount(eur(123_400));
  expect(form.problem('amount')).toBeUndefined();
  expect(form.fields.amount).toMatch(/^1234[.,]00$/);
});

test('an older answer does not replace a newer one', async () => {
  const answers: ((preview: Preview) => void)[] = [];
  program({ preview_capture: () => new Promise((answer) => answers.push(answer)) });
  const form = new OrderForm(partly, NOW);
  form.changed();
  await vi.advanceTimersByTimeAsync(PREVIEW_DELAY_MS);
  form.changed();
  await vi.advanceTimersByTimeAsync(PREVIEW_DELAY_MS);
  answers[1]?.(all);
  answers[0]?.(above);
  await vi.advanceTimersByTimeAsync(0);
  expect(form.preview).toEqual(all);
});

test('what was typed survives reading the order again', async () => {
  const { form } = begun();
  form.fields.invoice = '2026-3419';
  expect(await form.refresh()).toBe(true);
  expect(form.fields.invoice).toBe('2026-3419');
  expect(form.touched).toBe(true);
});

test('lines are kept in the order of the cart, and none is not sent', () => {
  const { form } = begun();
  form.pick(1, 2);
  form.pick(0, 1);
  expect(form.fields.lines).toEqual([
    { line: 0, quantity: 1 },
    { line: 1, quantity: 2 },
  ]);
  form.pick(0, 0);
  expect(form.fields.lines).toEqual([{ line: 1, quantity: 2 }]);
});

test('every part of the form is sent, also what was not touched', async () => {
  const { asked, form } = begun();
  form.fields.release_rest = true;
  await form.continue();
  expect(asked[0]?.args['form']).toMatchObject({
    store: 'bloem',
    order: 'BB-10482',
    choose: 'all',
    ship_date: '2026-11-24',
    reference: '',
    status_after: 'completed',
    without_cart: false,
    release_rest: true,
  });
});

test('a failure to ask is said only when the clerk continues', async () => {
  program({ preview_capture: () => Promise.reject({ code: 'no_answer' }) });
  const form = new OrderForm(partly, NOW);
  form.changed();
  await vi.advanceTimersByTimeAsync(PREVIEW_DELAY_MS);
  expect(form.trouble).toBeNull();
  expect(await form.continue()).toBe(false);
  expect(form.trouble).toEqual({ code: 'no_answer' });
});

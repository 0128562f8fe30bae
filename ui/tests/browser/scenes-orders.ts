import type { Page } from 'playwright-core';
import type {
  CaptureView,
  NotCapturableView,
  OrderView,
  Preview,
  Start,
  Warning,
} from '../../src/generated/desk';
import { bloem, bloemTest, noord, practice, setUp } from './given';
import * as given from './given-orders';
import { at, eur, jpy, partly } from './given-orders';
import { emitCapture, fails, hook, turns, type Answers, type Scene } from './scene';

const quiet: Answers = {
  start: setUp,
  recent_orders: given.recent,
  practice_orders: [],
  find_order: partly,
  preview_capture: given.all,
  copy_text: null,
};

async function find(page: Page, text = 'BB-10482'): Promise<void> {
  await hook(page, 'find-box').fill(text);
  await hook(page, 'find-box').press('Enter');
}

async function order(page: Page): Promise<void> {
  await find(page);
  await page.locator('.money__figure').waitFor();
}

async function check(page: Page): Promise<void> {
  await order(page);
  await page.locator('.actions__summary').waitFor();
  await hook(page, 'continue').click();
  await hook(page, 'capture').waitFor();
}

async function capture(page: Page): Promise<void> {
  await check(page);
  await page.waitForTimeout(650);
  for (const tick of await hook(page, 'tick').all()) await tick.check();
  await hook(page, 'capture').click();
}

async function outcome(page: Page): Promise<void> {
  await find(page);
  await hook(page, 'outcome').waitFor();
}

async function correct(page: Page): Promise<void> {
  await order(page);
  await hook(page, 'amount-other').check();
  await hook(page, 'amount-text').fill('54,00');
  await hook(page, 'continue').click();
  await page.locator('.error-summary').waitFor();
}

/** Opening an order with something unfinished shows that; here it stands in for every state. */
function ofState(name: string, shown: CaptureView, more: Answers = {}): Scene {
  const found: OrderView = { ...partly, unfinished: shown };
  return { name, answers: { ...quiet, find_order: found, read_capture: shown, ...more }, steps: outcome };
}

function warned(name: string, warnings: Warning[]): Scene {
  return { name, answers: { ...quiet, preview_capture: { ...given.all, warnings } }, steps: check };
}

function refusing(name: string, why_not: NotCapturableView, more: Partial<OrderView> = {}): Scene {
  const found: OrderView = { ...partly, status: 'not_capturable', why_not, ...more };
  return { name, answers: { ...quiet, find_order: found }, steps: order };
}

function problematic(problems: Preview['problems'], more: Partial<Preview> = {}): Preview {
  return { ...given.all, problems, amount: null, remaining_after: null, shown: null, digest: null, ...more };
}

const above = problematic(
  [
    { field: 'amount', problem: 'above_remaining', remaining: eur(4_500) },
    { field: 'memo', problem: 'card_number' },
    { field: 'carrier', problem: 'too_long', limit: 100, length: 140 },
  ],
  { amount: eur(5_400) },
);
const twice = problematic([
  { field: 'amount', problem: 'ambiguous', grouped: eur(123_400), decimal: eur(123) },
]);
const withPractice: Answers = {
  ...quiet,
  start: given.practising,
  recent_orders: [],
  practice_orders: given.examples,
};
const released = given.capture(
  'captured',
  [{ at: at('2026-11-24 09:39:11'), event: 'captured', found: false }],
  {
    kind: 'release',
    after: { ...partly, status: 'released', remaining: eur(0), why_not: { why: 'released' } },
  },
);

const english: Scene[] = [
  { name: '01-find', answers: quiet },
  { name: '01-find-empty', answers: { ...quiet, recent_orders: [] } },
  { name: '01-find-practice', answers: withPractice },
  {
    name: '01-find-unfinished',
    answers: {
      ...quiet,
      start: {
        ...setUp,
        unfinished: [given.unclear, { ...given.contradicts, id: 'other', order: 'BB-10470' }],
      },
    },
  },
  {
    name: '01-find-reading',
    answers: { ...quiet, find_order: { $never: true } },
    steps: (page) => find(page),
  },
  {
    name: '01-find-several',
    answers: quiet,
    steps: (page) =>
      page.evaluate(() => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', 'BB-10482\nBB-10479\nBB-10470\n');
        document
          .getElementById('find')
          ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true, bubbles: true }));
      }),
  },
  {
    name: '01-find-offline',
    answers: { ...quiet, find_order: fails({ code: 'no_connection', reason: 'no_connection' }) },
    steps: async (page) => {
      await find(page);
      await page.locator('.notice').waitFor();
    },
  },
  {
    name: '01b-find-other-store',
    answers: {
      ...quiet,
      find_order: fails({
        code: 'order_not_found',
        order: 'SN-20418',
        store: bloem,
        elsewhere: [noord, bloemTest],
      }),
    },
    steps: async (page) => {
      await find(page, 'SN-20418');
      await page.locator('.notice').first().waitFor();
    },
  },
  {
    name: '01b-find-nowhere',
    answers: {
      ...quiet,
      find_order: fails({ code: 'order_not_found', order: 'XX-1', store: bloem, elsewhere: [] }),
    },
    steps: async (page) => {
      await find(page, 'XX-1');
      await page.locator('.notice').waitFor();
    },
  },
  {
    name: '02-order',
    answers: quiet,
    steps: async (page) => {
      await order(page);
      await page.locator('.swatch--now').waitFor();
    },
  },
  {
    name: '02-order-notes',
    answers: quiet,
    steps: async (page) => {
      await order(page);
      await page.locator('summary').click();
      await page.locator('#capture-status-after').scrollIntoViewIfNeeded();
    },
  },
  {
    name: '02-order-not-read',
    answers: { ...quiet, find_order: turns(partly, { $fails: { code: 'no_answer' } }) },
    steps: async (page) => {
      await order(page);
      await page.keyboard.press('F5');
      await page.locator('.notice').waitFor();
    },
  },
  {
    name: '02-order-can-send-again',
    answers: { ...quiet, find_order: { ...partly, can_send_again: given.notLanded } },
    steps: order,
  },
  {
    name: '02-order-leave',
    answers: quiet,
    steps: async (page) => {
      await order(page);
      await page.locator('#capture-invoice').fill('2026-3419');
      await page.keyboard.press('F2');
      await page.locator('dialog').waitFor();
    },
  },
  {
    name: '02b-order-lines',
    answers: { ...quiet, preview_capture: given.soil },
    steps: async (page) => {
      await order(page);
      await hook(page, 'amount-lines').check();
      await page.getByLabel('One more of Potting soil 20 l').click();
      await page.getByLabel('One more of Potting soil 20 l').click();
      await page.locator('.swatch--now').waitFor();
    },
  },
  { name: '02c-order-error', answers: { ...quiet, preview_capture: above }, steps: correct },
  { name: '02c-order-ambiguous', answers: { ...quiet, preview_capture: twice }, steps: correct },
  {
    name: '02d-order-yen',
    answers: {
      ...quiet,
      find_order: given.yen,
      preview_capture: { ...given.all, amount: jpy(6_400), remaining_after: jpy(12_000) },
    },
    steps: async (page) => {
      await order(page);
      await hook(page, 'amount-other').check();
      await hook(page, 'amount-text').fill('6.400');
      await page.getByRole('combobox', { name: 'Carrier' }).fill('D');
      await page.locator('.swatch--now').waitFor();
    },
  },
  { name: '02e-order-ended', answers: { ...quiet, find_order: given.ended }, steps: order },
  {
    name: '02e-order-try-ended',
    answers: { ...quiet, find_order: given.ended },
    steps: async (page) => {
      await order(page);
      await hook(page, 'try-ended').click();
    },
  },
  refusing('02e-order-captured', { why: 'already_captured' }, given.full),
  refusing('02e-order-released', { why: 'released' }, { status: 'released', remaining: eur(0) }),
  refusing('02e-order-capture-of-another', { why: 'capture_of_another' }, { capture_of: 'BB-10400' }),
  refusing('02e-order-paid-at-once', { why: 'paid_at_once' }),
  refusing('02e-order-pay-later', { why: 'pay_later' }, { method: 'KLARNA', last_four: null }),
  refusing('02e-order-not-paid', { why: 'not_paid' }),
  refusing('02e-order-refunded', { why: 'refunded' }, { refunded: eur(7_500) }),
  refusing('02e-order-remaining-unknown', { why: 'remaining_unknown' }, { captured: null, remaining: null }),
  refusing(
    '02e-order-unknown',
    { why: 'unknown' },
    { captured: null, remaining: null, ends: null, method: null },
  ),
  { name: '03-check', answers: quiet, steps: check },
  { name: '03-check-lines', answers: { ...quiet, preview_capture: given.soil }, steps: check },
  {
    name: '03b-check-sending',
    answers: { ...quiet, capture: given.grace, read_capture: given.grace },
    steps: capture,
  },
  {
    name: '03b-check-waiting',
    answers: { ...quiet, capture: given.capture('sending'), read_capture: given.capture('sending') },
    steps: capture,
  },
  {
    name: '03b-check-remaining-changed',
    answers: {
      ...quiet,
      capture: fails({ code: 'remaining_changed', before: eur(4_500), now: eur(1_600) }),
    },
    steps: async (page) => {
      await capture(page);
      await page.locator('.notice').waitFor();
    },
  },
  {
    name: '03b-check-order-busy',
    answers: { ...quiet, capture: fails({ code: 'order_busy', capture: given.unclear }) },
    steps: async (page) => {
      await capture(page);
      await page.locator('.notice').waitFor();
    },
  },
  {
    name: '03c-check-warning-practice',
    answers: {
      ...withPractice,
      find_order: { ...partly, store: practice },
      preview_capture: {
        ...given.all,
        warnings: [{ warning: 'same_amount', amount: eur(2_900), at: at('2026-11-23 11:05:00') }],
      },
    },
    steps: check,
  },
  warned('03c-check-warnings', [
    { warning: 'same_invoice', amount: eur(2_900), at: at('2026-11-23 11:05:00'), order: 'BB-10470' },
    { warning: 'reference_taken', reference: 'BB-10482-2026-3419' },
    { warning: 'ended', at: at('2026-11-22 13:40:00') },
  ]),
  {
    name: '04-captured',
    answers: { ...quiet, capture: given.grace, read_capture: given.landed },
    steps: async (page) => {
      await capture(page);
      await hook(page, 'undo').waitFor();
      await emitCapture(page, given.landed);
      await hook(page, 'outcome').waitFor();
    },
  },
  ofState('04-captured-found', {
    ...given.landed,
    events: [...given.unclear.events, { at: at('2026-11-24 09:40:41'), event: 'captured', found: true }],
    after: { ...partly, remaining: eur(1_600) },
  }),
  ofState('04-captured-not-read', { ...given.landed, after: null }),
  ofState(
    '04-undone',
    given.capture('withdrawn', [{ at: at('2026-11-24 09:39:04'), event: 'withdrawn', because: 'undone' }]),
  ),
  ofState('04b-not-captured', given.declined),
  ofState(
    '04b-not-sent',
    given.capture('not_sent', [
      { at: at('2026-11-24 09:42:06'), event: 'not_sent', reason: 'no_connection' },
    ]),
  ),
  ofState('04b-not-landed', given.notLanded),
  ofState('04c-unclear', given.unclear),
  ofState('04c-contradiction', given.contradicts, { open_control: null }),
  {
    name: '04c-settle',
    answers: {
      ...quiet,
      find_order: { ...partly, unfinished: given.contradicts },
      read_capture: given.contradicts,
    },
    steps: async (page) => {
      await outcome(page);
      await hook(page, 'settle-not-landed').click();
      await hook(page, 'settle').waitFor();
    },
  },
  ofState('04-captured-not-written', { ...given.landed, journal: 'full' }),
  ofState('04c-release-unclear', { ...given.unclear, kind: 'release' }),
  ofState('04-released', released),
  {
    name: '08-release',
    answers: quiet,
    steps: async (page) => {
      await order(page);
      await hook(page, 'release-open').click();
      await page.locator('dialog').waitFor();
    },
  },
  {
    name: '08-release-missing',
    answers: quiet,
    steps: async (page) => {
      await order(page);
      await hook(page, 'release-open').click();
      await hook(page, 'release').click();
    },
  },
];

/** The same scene for a reader of Dutch. */
function inDutch({ name, answers, steps }: Scene): Scene {
  const start = answers.start as Start;
  const dutch: Start = { ...start, settings: { ...start.settings, language: 'nl' } };
  return {
    name: `${name}-dutch`,
    answers: { ...answers, start: dutch },
    locale: 'nl-NL',
    ...(steps === undefined ? {} : { steps }),
  };
}

// These steps find what they press by its English name.
const englishOnly = ['02b-order-lines', '02d-order-yen'];

/** The screens about orders and captures, each in English and in Dutch. */
export const scenes: Scene[] = [
  ...english,
  ...english.filter(({ name }) => !englishOnly.includes(name)).map(inDutch),
];

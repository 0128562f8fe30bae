import { afterEach, expect, test } from 'vitest';
import type { NotCapturableView, OrderView } from '../../src/generated/desk';
import { setLanguage } from '../../src/lib/i18n.svelte';
import { Finding } from '../../src/orders/finding.svelte';
import { readShipDate, writeShipDate } from '../../src/orders/shipDate';
import { whyWords } from '../../src/orders/why';
import { ended, partly } from '../browser/given-orders';

afterEach(() => {
  setLanguage('system');
});

const reasons: NotCapturableView[] = [
  { why: 'already_captured' },
  { why: 'released' },
  { why: 'ended', at: null },
  { why: 'capture_of_another' },
  { why: 'paid_at_once' },
  { why: 'pay_later' },
  { why: 'not_paid' },
  { why: 'refunded' },
  { why: 'remaining_unknown' },
  { why: 'unknown' },
];

function check(language: 'en' | 'nl', first: RegExp): void {
  setLanguage(language);
  for (const why of reasons) {
    const order: OrderView = { ...(why.why === 'ended' ? ended : partly), why_not: why };
    const { lead, text } = whyWords(order, why);
    expect(lead, why.why).toMatch(first);
    expect(text, why.why).toMatch(/^\S.*\.$/);
  }
}

test('every reason not to capture says first that no money was captured', () => {
  check('en', /^No money was captured/);
});

test('every reason says so in Dutch too', () => {
  check('nl', /^Er is (nu )?niets geïnd/);
});

const dates: [region: string, typed: string, read: string][] = [
  ['nl-NL', '24-11-2026', '2026-11-24'],
  ['nl-NL', '4-1-2026', '2026-01-04'],
  ['en-GB', ' 24/11/2026 ', '2026-11-24'],
  ['nl-BE', '24.11.2026', '2026-11-24'],
  ['nl-NL', '2026-11-24', '2026-11-24'],
  ['en-GB', '05/06/2026', '2026-06-05'],
  ['en-NL', '05/06/2026', '2026-06-05'],
  ['en-US', '05/06/2026', '2026-05-06'],
  ['en-US', '11/24/2026', '2026-11-24'],
  ['en-US', '24/11/2026', '2026-24-11'],
  ['en-US', '2026-11-24', '2026-11-24'],
  ['en-ZA', '2026/11/24', '2026-11-24'],
  ['nl-NL', '', ''],
  ['nl-NL', 'tomorrow', 'tomorrow'],
  ['nl-NL', '24-11', '24-11'],
  ['nl-NL', '24-11-26', '24-11-26'],
  ['nl-NL', '124-11-2026', '124-11-2026'],
];

test('a ship date is read in the order of the region, and anything else is left to be refused', () => {
  for (const [region, typed, read] of dates)
    expect(readShipDate(typed, region), `${typed} in ${region}`).toBe(read);
});

test('a ship date is written as the region reads it', () => {
  for (const region of ['nl-NL', 'nl-BE', 'en-GB', 'en-NL', 'en-US', 'en-CA', 'en-AU', 'en-ZA', 'en-SE'])
    expect(readShipDate(writeShipDate('2026-06-05', region), region), region).toBe('2026-06-05');
  expect(writeShipDate('2026-11-24', 'nl-NL')).toBe('24-11-2026');
  expect(writeShipDate('2026-11-24', 'en-US')).toBe('11/24/2026');
});

test('what is no day is written as it was typed', () => {
  for (const text of ['tomorrow', '', '2026-24-11', '2026-02-30'])
    expect(writeShipDate(text, 'nl-NL'), text).toBe(text);
});

const pastes: [pasted: string, several: number][] = [
  ['BB-10482', 0],
  ['BB-10482\n', 0],
  ['BB-10482\r\nBB-10479\r\n', 2],
  ['\n\nBB-10482\n\nBB-10479\nBB-10470', 3],
];

test('several pasted lines are refused, one line with its end is not', () => {
  for (const [pasted, several] of pastes) {
    const finding = new Finding();
    expect(finding.refusesPaste(pasted), pasted).toBe(several > 0);
    expect(finding.several, pasted).toBe(several);
  }
});

test('an ended reservation is tried only where that can work', () => {
  setLanguage('en');
  const why: NotCapturableView = { why: 'ended', at: null };
  const tries = (order: OrderView): boolean =>
    whyWords(order, why).steps.some((step) => step.includes('try it'));
  expect(tries(ended)).toBe(true);
  expect(tries({ ...ended, may_try_ended: false })).toBe(false);
});

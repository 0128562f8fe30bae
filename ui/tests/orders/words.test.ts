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

const dates: [typed: string, read: string][] = [
  ['24-11-2026', '2026-11-24'],
  ['4-1-2026', '2026-01-04'],
  [' 24/11/2026 ', '2026-11-24'],
  ['24.11.2026', '2026-11-24'],
  ['2026-11-24', '2026-11-24'],
  ['', ''],
  ['tomorrow', 'tomorrow'],
  ['24-11', '24-11'],
];

test('a ship date is read as day, month and year, and anything else is left to be refused', () => {
  for (const [typed, read] of dates) expect(readShipDate(typed), typed).toBe(read);
});

test('a ship date is written as it is read', () => {
  expect(writeShipDate('2026-11-24')).toBe('24-11-2026');
  expect(writeShipDate('tomorrow')).toBe('tomorrow');
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

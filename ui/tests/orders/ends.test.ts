import { expect, test } from 'vitest';
import { urgencyOf, type Urgency } from '../../src/orders/ends';

const end = Date.parse('2026-11-27T10:14:00+01:00');
const clock: [now: string, urgency: Urgency][] = [
  ['2026-11-24T09:41:00+01:00', 'plain'],
  ['2026-11-25T10:13:59+01:00', 'plain'],
  ['2026-11-25T10:14:00+01:00', 'soon'],
  ['2026-11-26T10:14:00+01:00', 'today'],
  ['2026-11-27T10:13:59+01:00', 'today'],
  ['2026-11-27T10:14:00+01:00', 'ended'],
];

test('how near an end is follows the clock, not the reading of the order', () => {
  for (const [now, urgency] of clock) expect(urgencyOf(end, Date.parse(now)), now).toBe(urgency);
});

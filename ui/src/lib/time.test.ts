import { describe, expect, test } from 'vitest';
import { asOf, clock, clockSeconds, isoDay, untilWords, when, whenShort } from './time';

const now = Date.parse('2026-11-24T09:41:00+01:00');
const at = (text: string): number => Date.parse(text);

describe('a moment is told in the time of Amsterdam', () => {
  const ends = at('2026-11-27T09:14:00Z');
  test.each([
    ['en-GB', 'Fri 27 Nov 2026, 10:14'],
    ['nl-NL', 'vr 27 nov 2026, 10:14'],
  ])('with its year, %s', (locale, text) => {
    expect(when(ends, locale)).toBe(text);
  });
  test('without its year', () => {
    expect(whenShort(ends, 'en-GB')).toBe('Fri 27 Nov, 10:14');
  });
  test('as a time of day, also in a region of twelve hours', () => {
    expect(clock(at('2026-11-24T17:05:09Z'), 'en-US')).toBe('18:05');
  });
  test('to the second', () => {
    expect(clockSeconds(at('2026-07-01T00:00:06Z'), 'en-GB')).toBe('02:00:06');
  });
  test('as a day, which turns at midnight in Amsterdam', () => {
    expect(isoDay(at('2026-11-24T23:30:00Z'))).toBe('2026-11-25');
  });
});

describe('the age of what was read', () => {
  test('is a time of day today', () => {
    expect(asOf(at('2026-11-24T08:12:00Z'), now, 'en-GB')).toBe('09:12');
  });
  test('has its day where that is another', () => {
    expect(asOf(at('2026-11-23T22:59:00Z'), now, 'en-GB')).toBe('Mon 23 Nov, 23:59');
  });
});

describe('how far a moment is', () => {
  const rows: [string, string, string][] = [
    ['2026-11-27T10:14:00+01:00', 'en-GB', 'in 3 days'],
    ['2026-11-27T10:14:00+01:00', 'nl-NL', 'over 3 dagen'],
    ['2026-11-25T19:30:00+01:00', 'en-GB', 'tomorrow'],
    ['2026-11-24T16:05:00+01:00', 'en-GB', 'in 6 hours'],
    ['2026-11-24T10:40:30+01:00', 'en-GB', 'in 59 minutes'],
    ['2026-11-22T09:40:00+01:00', 'en-GB', '2 days ago'],
    ['2026-11-24T08:41:00+01:00', 'nl-NL', '1 uur geleden'],
  ];
  test.each(rows)('%s %s', (moment, locale, text) => {
    expect(untilWords(at(moment), now, locale)).toBe(text);
  });
  test('counts days of the calendar over the change of summer time', () => {
    const saturday = at('2026-10-24T09:00:00+02:00');
    expect(untilWords(at('2026-10-26T09:00:00+01:00'), saturday, 'en-GB')).toBe('in 2 days');
  });
});

import { describe, expect, test } from 'vitest';
import type { MoneyView } from '../generated/desk';
import { money, plainAmount, share } from './money';

const eur = (minor: number): MoneyView => ({ minor, currency: 'EUR', exponent: 2 });
const jpy = (minor: number): MoneyView => ({ minor, currency: 'JPY', exponent: 0 });
const kwd = (minor: number): MoneyView => ({ minor, currency: 'KWD', exponent: 3 });

describe('an amount is written as the reader’s region writes it', () => {
  const rows: [string, MoneyView, string][] = [
    ['nl-NL', eur(4500), '€45,00'],
    ['en-GB', eur(4500), '€45.00'],
    ['de-DE', eur(4500), '€45,00'],
    ['nl-NL', eur(314_240), '€3.142,40'],
    ['en-GB', eur(314_240), '€3,142.40'],
    ['de-DE', eur(314_240), '€3.142,40'],
    ['nl-NL', eur(0), '€0,00'],
    ['nl-NL', eur(1), '€0,01'],
    ['nl-NL', eur(10), '€0,10'],
    ['nl-NL', jpy(18_400), 'JPY 18.400'],
    ['en-GB', jpy(18_400), 'JPY 18,400'],
    ['en-GB', jpy(5), 'JPY 5'],
    ['nl-NL', kwd(1_234_567), 'KWD 1.234,567'],
    ['en-GB', kwd(1), 'KWD 0.001'],
    ['de-DE', kwd(1_000), 'KWD 1,000'],
    ['nl-NL', eur(-4500), '−€45,00'],
    ['en-GB', jpy(-18_400), '−JPY 18,400'],
    ['en-GB', eur(Number.MAX_SAFE_INTEGER), '€90,071,992,547,409.91'],
    ['nl-NL', kwd(Number.MAX_SAFE_INTEGER), 'KWD 9.007.199.254.740,991'],
    ['de-DE', jpy(Number.MAX_SAFE_INTEGER), 'JPY 9.007.199.254.740.991'],
  ];
  test.each(rows)('%s %o', (locale, amount, text) => {
    expect(money(amount, locale)).toBe(text.replace(' ', '\u00a0'));
  });
});

describe('an amount in a field has no currency and no marks between thousands', () => {
  const rows: [string, MoneyView, string][] = [
    ['nl-NL', eur(314_240), '3142,40'],
    ['en-GB', eur(314_240), '3142.40'],
    ['de-DE', jpy(18_400), '18400'],
    ['nl-NL', kwd(1_500), '1,500'],
  ];
  test.each(rows)('%s %o', (locale, amount, text) => {
    expect(plainAmount(amount, locale)).toBe(text);
  });
});

describe('a share is the part of the whole', () => {
  test('as a length of the bar', () => {
    expect(share(eur(7500), eur(12_000))).toBe('62.500%');
  });
  test('and nothing where there is no whole', () => {
    expect(share(eur(0), eur(0))).toBe('0%');
  });
});

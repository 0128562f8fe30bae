import { locale } from '../lib/i18n.svelte';
import { dateNumbers, isoDay } from '../lib/time';

const inFigures = /^(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})$/;
const aYear = /^\d{4}$/;

/**
 * What a person typed as a day, as `YYYY-MM-DD`: day and month in the order of the reader's region, or the year first.
 * Text that is no such day is given back as it is, to be refused.
 */
export function readShipDate(text: string, readerLocale: string = locale()): string {
  const typed = text.trim();
  const [, first, second, third] = inFigures.exec(typed) ?? [];
  if (first === undefined || second === undefined || third === undefined) return typed;
  if (aYear.test(first) && !aYear.test(third)) return iso(first, second, third);
  if (!aYear.test(third) || first.length > 2) return typed;
  return monthComesFirst(readerLocale) ? iso(third, first, second) : iso(third, second, first);
}

/** `YYYY-MM-DD` as the reader's region writes it, in figures that can be read again; other text as it is. */
export function writeShipDate(date: string, readerLocale: string = locale()): string {
  const ms = shipDateMs(date);
  return ms === null || isoDay(ms) !== date ? date : dateNumbers(ms, readerLocale);
}

/** A moment at noon of a `YYYY-MM-DD`, so that the day is the same in every zone; none where it is no day. */
export function shipDateMs(date: string): number | null {
  const ms = Date.parse(`${date}T12:00:00Z`);
  return Number.isNaN(ms) ? null : ms;
}

function monthComesFirst(readerLocale: string): boolean {
  const parts = new Intl.DateTimeFormat(readerLocale, { day: 'numeric', month: 'numeric' }).formatToParts(0);
  return parts.find(({ type }) => type === 'day' || type === 'month')?.type === 'month';
}

function iso(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

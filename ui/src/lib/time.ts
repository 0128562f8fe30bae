import { locale } from './i18n.svelte';

const zone = 'Europe/Amsterdam';
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Day and time: `Fri 27 Nov 2026, 10:14`. All times are those of Amsterdam, `ms` since 1970 in UTC. */
export function when(ms: number, readerLocale: string = locale()): string {
  return `${date(ms, readerLocale)}, ${clock(ms, readerLocale)}`;
}

/** Day and time without the year: `Fri 27 Nov, 10:14`. */
export function whenShort(ms: number, readerLocale: string = locale()): string {
  return `${dateShort(ms, readerLocale)}, ${clock(ms, readerLocale)}`;
}

/** The day with its year: `Fri 27 Nov 2026`. */
export function date(ms: number, readerLocale: string = locale()): string {
  return withWeekday(ms, readerLocale, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** The day without its year: `Fri 27 Nov`. */
export function dateShort(ms: number, readerLocale: string = locale()): string {
  return withWeekday(ms, readerLocale, { day: 'numeric', month: 'short' });
}

/** The day in figures: `27-11-2026`. */
export function dateNumbers(ms: number, readerLocale: string = locale()): string {
  return format(ms, readerLocale, { day: '2-digit', month: '2-digit', year: 'numeric' });
}

/** The time of day: `10:14`. */
export function clock(ms: number, readerLocale: string = locale()): string {
  return format(ms, readerLocale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** The time of day with seconds: `10:14:06`. */
export function clockSeconds(ms: number, readerLocale: string = locale()): string {
  return format(ms, readerLocale, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  });
}

/** When something was read: the time of day, and the day before it where that is not today's. */
export function asOf(ms: number, now: number, readerLocale: string = locale()): string {
  return isoDay(ms) === isoDay(now) ? clock(ms, readerLocale) : whenShort(ms, readerLocale);
}

/** The `datetime` attribute of a `<time>`. */
export function machineTime(ms: number): string {
  return new Date(ms).toISOString();
}

/** The day of a moment in Amsterdam as `YYYY-MM-DD`. */
export function isoDay(ms: number): string {
  return format(ms, 'sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit' });
}

/** How far a moment is from now, in words: `in 3 days`, `tomorrow`, `in 6 hours`, `2 days ago`. */
export function untilWords(ms: number, now: number, readerLocale: string = locale()): string {
  const words = new Intl.RelativeTimeFormat(readerLocale, { numeric: 'auto' });
  const distance = ms - now;
  if (Math.abs(distance) < hour) return words.format(Math.trunc(distance / minute), 'minute');
  if (Math.abs(distance) < day) return words.format(Math.trunc(distance / hour), 'hour');
  return words.format(calendarDays(now, ms), 'day');
}

function withWeekday(ms: number, readerLocale: string, options: Intl.DateTimeFormatOptions): string {
  const weekday = format(ms, readerLocale, { weekday: 'short' });
  return `${weekday} ${format(ms, readerLocale, options)}`;
}

function format(ms: number, readerLocale: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(readerLocale, { timeZone: zone, ...options }).format(ms);
}

function calendarDays(from: number, to: number): number {
  return Math.round((Date.parse(isoDay(to)) - Date.parse(isoDay(from))) / day);
}

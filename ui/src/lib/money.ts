import type { MoneyView } from '../generated/desk';
import { locale } from './i18n.svelte';

/**
 * An amount as a clerk reads it: euros with their sign (`€45,00`), every other currency with its ISO code
 * before it (`JPY 18.400`), the figures as the reader's region writes them.
 */
export function money(view: MoneyView, readerLocale: string = locale()): string {
  const figures = figuresOf({ ...view, minor: Math.abs(view.minor) }, readerLocale, true);
  return `${view.minor < 0 ? '−' : ''}${before(view.currency)}${figures}`;
}

/** An amount without currency and without marks between thousands, for a field: `1234,50`. */
export function plainAmount(view: MoneyView, readerLocale: string = locale()): string {
  return figuresOf(view, readerLocale, false);
}

/** What stands before the figures in a field: `€`, or the ISO code. */
export function currencySign(currency: string): string {
  return currency === 'EUR' ? '€' : currency;
}

/** The share of a part in a whole as a CSS length, for the money bar; nothing is computed with it. */
export function share(part: MoneyView, whole: MoneyView): string {
  return whole.minor <= 0 ? '0%' : `${((100 * part.minor) / whole.minor).toFixed(3)}%`;
}

function before(currency: string): string {
  return currency === 'EUR' ? '€' : `${currency}\u00a0`;
}

/** Intl takes the amount as a decimal text, so that no fraction ever becomes a float. */
function figuresOf(view: MoneyView, readerLocale: string, grouped: boolean): string {
  return new Intl.NumberFormat(readerLocale, {
    minimumFractionDigits: view.exponent,
    maximumFractionDigits: view.exponent,
    useGrouping: grouped,
  }).format(decimalText(view));
}

function decimalText({ minor, exponent }: MoneyView): `${number}` {
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0');
  const whole = digits.slice(0, digits.length - exponent);
  const fraction = digits.slice(digits.length - exponent);
  return `${minor < 0 ? '-' : ''}${whole}${exponent === 0 ? '' : `.${fraction}`}` as `${number}`;
}

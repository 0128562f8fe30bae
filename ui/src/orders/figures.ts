import type { MoneyView, OrderView, Preview } from '../generated/desk';
import { t } from '../lib/i18n.svelte';
import { money, share } from '../lib/money';
import type { Part } from '../shared/MoneyBar.svelte';

/** What the money bar of an order shows and says. */
export type Figures = { parts: Part[]; sentence: string };

/** One part of a bar: its word, its amount, and its share of what was authorised. */
export function part(kind: Part['kind'], label: string, amount: MoneyView, whole: MoneyView): Part {
  return { kind, label, amount: money(amount), share: share(amount, whole) };
}

/** What is left of an amount, in minor units of the same currency; never below nothing. */
export function less(amount: MoneyView, taken: MoneyView): MoneyView {
  return { ...amount, minor: Math.max(0, amount.minor - taken.minor) };
}

/** The bar of an order: captured, this capture where its amount is known, and what remains. */
export function orderFigures(order: OrderView, preview: Preview | null, open: boolean): Figures {
  const captured = order.captured ?? { ...order.authorised, minor: 0 };
  const taken = part('captured', t('orders-captured'), captured, order.authorised);
  const before =
    captured.minor === 0
      ? t('orders-bar-nothing', { authorised: money(order.authorised) })
      : t('orders-bar-captured', { captured: money(captured), authorised: money(order.authorised) });
  const rest = open ? openRest(order, preview) : closedRest(order, captured);
  return { parts: [taken, ...rest.parts], sentence: `${before} ${rest.sentence}` };
}

function openRest(order: OrderView, preview: Preview | null): Figures {
  const amount = preview?.amount ?? null;
  const after = preview?.remaining_after ?? null;
  if (amount !== null && after !== null) {
    const takes = t('orders-bar-now', { amount: money(amount) });
    const left =
      after.minor === 0 ? t('orders-bar-nothing-after') : t('orders-bar-after', { amount: money(after) });
    return {
      parts: [
        part('now', t('orders-this-capture'), amount, order.authorised),
        part('open', t('orders-remaining-after'), after, order.authorised),
      ],
      sentence: `${takes} ${left}`,
    };
  }
  if (order.remaining === null) return { parts: [], sentence: '' };
  return {
    parts: [part('open', t('orders-remaining'), order.remaining, order.authorised)],
    sentence: t('orders-bar-remains', { amount: money(order.remaining) }),
  };
}

function closedRest(order: OrderView, captured: MoneyView): Figures {
  const labels: Partial<Record<string, string>> = {
    released: t('orders-released'),
    ended: t('orders-no-longer-reserved'),
  };
  const label = labels[order.why_not?.why ?? ''];
  const gone = less(order.authorised, captured);
  return {
    parts: gone.minor === 0 || label === undefined ? [] : [part('open', label, gone, order.authorised)],
    sentence: t('orders-bar-none'),
  };
}

/** The name of a currency in a sentence: "euros", "Japanese yen". */
export function currencyName(currency: string, readerLocale: string): string {
  const parts = new Intl.NumberFormat(readerLocale, {
    style: 'currency',
    currency,
    currencyDisplay: 'name',
  }).formatToParts(2);
  return parts.findLast((piece) => piece.type === 'currency')?.value ?? currency;
}

import type { Field, MoneyView, OrderView, Preview, Problem } from '../generated/desk';
import { t } from '../lib/i18n.svelte';
import { money } from '../lib/money';
import { writeShipDate } from './shipDate';

/** The id of the control of a field, to which an error leads. */
export function fieldId(field: Field): string {
  return `capture-${field.replaceAll('_', '-')}`;
}

/** The name of a field as its label says it. */
export function fieldName(field: Field): string {
  const names: Record<Field, string> = {
    amount: t('orders-amount'),
    lines: t('orders-lines'),
    carrier: t('orders-carrier'),
    track_and_trace: t('orders-track'),
    ship_date: t('orders-ship-date'),
    invoice: t('orders-invoice'),
    reason: t('orders-reason'),
    memo: t('orders-memo'),
    reference: t('orders-reference'),
    status_after: t('orders-status-after'),
  };
  return names[field];
}

/** What stands in the way, in the same words at the top and beside the field. */
export function problemWords(problem: Problem, order: OrderView, preview: Preview | null): string {
  const field = fieldName(problem.field);
  switch (problem.problem) {
    case 'empty':
      return problem.field === 'amount'
        ? t('orders-problem-amount-empty')
        : t('orders-problem-field-empty', { field });
    case 'not_a_number':
      return t('orders-problem-amount-not-a-number', { example: money(order.remaining ?? order.authorised) });
    case 'ambiguous':
      return ambiguous(problem);
    case 'too_many_decimals':
      return t('orders-problem-amount-decimals', { allowed: problem.allowed });
    case 'zero':
      return t('orders-problem-amount-zero');
    case 'negative':
      return t('orders-problem-amount-negative');
    case 'too_large':
      return t('orders-problem-amount-too-large');
    case 'above_remaining':
      return aboveRemaining(problem.remaining, preview?.amount ?? null);
    case 'not_capturable':
      return t(`orders-why-${problem.why.why}`);
    case 'no_lines':
      return t('orders-problem-lines-none');
    case 'too_many_pieces':
      return t('orders-problem-lines-many', { left: problem.left, name: lineName(order, problem.line) });
    case 'too_long':
      return t('orders-problem-too-long', { field, limit: problem.limit, length: problem.length });
    case 'unprintable':
      return t('orders-problem-unprintable', { field });
    case 'card_number':
      return t('orders-problem-card-number', { field });
    case 'same_as_order':
      return t('orders-problem-same-as-order', { order: order.order });
    case 'not_a_date':
      return t('orders-problem-not-a-date', { example: writeShipDate('2026-11-24') });
  }
}

function ambiguous({ grouped, decimal }: { grouped: MoneyView; decimal: MoneyView | null }): string {
  return decimal === null
    ? t('orders-problem-amount-ambiguous-one', { grouped: money(grouped) })
    : t('orders-problem-amount-ambiguous', { grouped: money(grouped), decimal: money(decimal) });
}

function aboveRemaining(remaining: MoneyView, amount: MoneyView | null): string {
  return amount === null
    ? t('orders-problem-above-remaining', { remaining: money(remaining) })
    : t('orders-problem-above-remaining-amount', { amount: money(amount), remaining: money(remaining) });
}

function lineName(order: OrderView, line: number): string {
  return order.lines.find((candidate) => candidate.line === line)?.name ?? '';
}

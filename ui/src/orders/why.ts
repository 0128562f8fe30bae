import type { NotCapturableView, OrderView } from '../generated/desk';
import { t } from '../lib/i18n.svelte';
import { money } from '../lib/money';
import { less } from './figures';

/** Why an order cannot be captured: whether money moved, why, and what the clerk can do now. */
export type Why = { lead: string; text: string; steps: string[]; tone: 'plain' | 'warn' };

/** The words of a reason. Each reason has its row; one without does not compile. */
export function whyWords(order: OrderView, why: NotCapturableView): Why {
  const lead = t(`orders-why-${why.why}`);
  switch (why.why) {
    case 'already_captured': {
      const text = t('orders-why-already_captured-text', { amount: money(order.authorised) });
      return { lead, text, steps: [t('orders-do-ship'), t('orders-do-refund')], tone: 'plain' };
    }
    case 'released':
      return { lead, text: t('orders-why-released-text'), steps: askToPayAgain(), tone: 'plain' };
    case 'ended':
      return ended(order);
    case 'capture_of_another':
      return { lead, text: partOf(order), steps: [], tone: 'plain' };
    case 'paid_at_once':
      return {
        lead,
        text: t('orders-why-paid_at_once-text'),
        steps: [t('orders-do-ship'), t('orders-do-refund')],
        tone: 'plain',
      };
    case 'pay_later':
      return {
        lead,
        text: t('orders-why-pay_later-text'),
        steps: [t('orders-do-set-shipped')],
        tone: 'plain',
      };
    case 'not_paid':
      return { lead, text: t('orders-why-not_paid-text'), steps: askToPayAgain(), tone: 'warn' };
    case 'refunded':
      return {
        lead,
        text: t('orders-why-refunded-text'),
        steps: [t('orders-do-look-control')],
        tone: 'plain',
      };
    case 'remaining_unknown':
      return { lead, text: t('orders-why-remaining_unknown-text'), steps: lookLater(), tone: 'warn' };
    case 'unknown': {
      const [status, financial] = order.words;
      return {
        lead,
        text: t('orders-why-unknown-text', { status, financial }),
        steps: lookLater(),
        tone: 'warn',
      };
    }
  }
}

function ended(order: OrderView): Why {
  const taken = order.captured;
  const lead = taken === null || taken.minor === 0 ? t('orders-why-ended') : t('orders-why-ended-part');
  const text =
    taken === null
      ? t('orders-why-ended-text-unknown')
      : t('orders-why-ended-text', { amount: money(less(order.authorised, taken)) });
  return {
    lead,
    text,
    steps: [...askToPayAgain(), ...(order.may_try_ended ? [t('orders-do-try')] : [])],
    tone: 'warn',
  };
}

function partOf(order: OrderView): string {
  return order.capture_of === null
    ? t('orders-why-capture_of_another-text-unknown', { order: order.order })
    : t('orders-why-capture_of_another-text', { order: order.order, parent: order.capture_of });
}

function askToPayAgain(): string[] {
  return [t('orders-do-hold'), t('orders-do-new-link')];
}

function lookLater(): string[] {
  return [t('orders-do-read-later'), t('orders-do-look-control')];
}

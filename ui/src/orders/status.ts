import type { OrderStatus } from '../generated/desk';
import { t } from '../lib/i18n.svelte';
import type { Look } from '../captures/state';

const looks: Record<OrderStatus, Omit<Look, 'label'>> = {
  nothing_captured: { icon: 'circle', tone: 'plain' },
  partly_captured: { icon: 'half-circle', tone: 'plain' },
  captured: { icon: 'check-circle', tone: 'good' },
  released: { icon: 'slash-circle', tone: 'plain' },
  ended: { icon: 'hourglass', tone: 'warn' },
  unclear: { icon: 'question-circle', tone: 'warn' },
  not_capturable: { icon: 'lock', tone: 'plain' },
};

/** How the status of an order is shown. */
export function statusLook(status: OrderStatus): Look {
  return { ...looks[status], label: t(`orders-status-${status}`) };
}

import type { Warning } from '../generated/desk';
import { t } from '../lib/i18n.svelte';
import { money } from '../lib/money';
import { when } from '../lib/time';

/** The words of a warning, and what the clerk says by ticking it. Each warning has its row. */
export function warningWords(warning: Warning): { text: string; tick: string } {
  switch (warning.warning) {
    case 'same_invoice':
      return { text: sameInvoice(warning), tick: t('captures-warning-same-invoice-tick') };
    case 'same_amount': {
      const text = t('captures-warning-same-amount', {
        amount: money(warning.amount),
        when: when(warning.at),
      });
      return { text, tick: t('captures-warning-same-amount-tick') };
    }
    case 'sent_before':
      return { text: sentBefore(warning), tick: t('captures-warning-sent-before-tick') };
    case 'reference_taken': {
      const text = t('captures-warning-reference', { reference: warning.reference });
      return { text, tick: t('captures-warning-reference-tick') };
    }
    case 'ended':
      return {
        text: t('captures-warning-ended', { when: when(warning.at) }),
        tick: t('captures-warning-ended-tick'),
      };
  }
}

function sentBefore({ amount, at, reference }: Extract<Warning, { warning: 'sent_before' }>): string {
  return at === null
    ? t('captures-warning-sent-before-undated', { amount: money(amount), reference })
    : t('captures-warning-sent-before', { amount: money(amount), reference, when: when(at) });
}

function sameInvoice({ amount, at, order }: Extract<Warning, { warning: 'same_invoice' }>): string {
  return at === null
    ? t('captures-warning-same-invoice-undated', { amount: money(amount), order })
    : t('captures-warning-same-invoice', { amount: money(amount), order, when: when(at) });
}

import { t } from '../lib/i18n.svelte';

const names: Record<string, string> = {
  VISA: 'Visa',
  MASTERCARD: 'Mastercard',
  MAESTRO: 'Maestro',
  AMEX: 'American Express',
  APPLEPAY: 'Apple Pay',
  GOOGLEPAY: 'Google Pay',
  MISTERCASH: 'Bancontact',
  IDEAL: 'iDEAL',
  PAYPAL: 'PayPal',
  KLARNA: 'Klarna',
  AFTERPAY: 'Riverty',
};

type Paid = { method: string | null; last_four: string | null };

/** The name of a payment method as people write it; MultiSafepay's own word where we know no better. */
export function methodName(method: string): string {
  return method === 'CREDITCARD' ? t('orders-method-card') : (names[method] ?? method);
}

/** "Visa ending in 4978", as much of it as is known. */
export function paidWith({ method, last_four }: Paid): string | null {
  if (method === null) return null;
  return last_four === null
    ? methodName(method)
    : t('orders-method-ending', { method: methodName(method), digits: last_four });
}

/** Who paid and with what: "Sanne de Vries, Visa ending in 4978"; empty when neither is known. */
export function payer(customer: string | null, paid: Paid): string {
  return [customer, paidWith(paid)].filter((part) => part !== null).join(', ');
}

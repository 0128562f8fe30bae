import type { RefusedView } from '../generated/desk';
import { t } from './i18n.svelte';

/** What lies behind a refusal, as far as its code tells (`api/multisafepay.md` §4). */
type Cause =
  | 'amount'
  | 'number'
  | 'description'
  | 'missing'
  | 'site'
  | 'account'
  | 'exists'
  | 'gateway'
  | 'declined'
  | 'cart'
  | 'key'
  | 'other';

const causes: Record<number, Cause> = {
  1001: 'amount',
  1006: 'number',
  1008: 'description',
  1016: 'missing',
  1019: 'site',
  1020: 'account',
  1021: 'exists',
  1022: 'exists',
  1023: 'gateway',
  1024: 'declined',
  1025: 'cart',
  1026: 'cart',
  1027: 'cart',
  1028: 'cart',
  1029: 'cart',
  1030: 'cart',
  1031: 'cart',
  1032: 'key',
};

/** A refusal in the clerk's words. `withoutLines`: the same capture without its lines may be accepted. */
export type Refused = { why: string; next: string; withoutLines: boolean };

/**
 * Why MultiSafepay refused and what to do now. The sentence before these, that no money was captured, belongs
 * to the screen, which knows the amount; MultiSafepay's own words are shown apart.
 */
export function refusedWords(refused: RefusedView): Refused {
  const cause = causeOf(refused);
  return {
    why: t(`failures-refused-${cause}`),
    next: t(`failures-refused-${cause}-next`),
    withoutLines: cause === 'cart',
  };
}

function causeOf({ status, code }: RefusedView): Cause {
  if (status === 401 || status === 403) return 'key';
  return code === null ? 'other' : (causes[code] ?? 'other');
}

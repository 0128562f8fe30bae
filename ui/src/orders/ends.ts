import type { EndView } from '../generated/desk';
import { t } from '../lib/i18n.svelte';
import { when } from '../lib/time';

/** How near an end is: more than 48 hours, at most 48, at most 24, or over. */
export type Urgency = 'plain' | 'soon' | 'today' | 'ended';

const hour = 3_600_000;

/** How near a moment is at `now`, both in milliseconds since 1970. */
export function urgencyOf(at: number, now: number): Urgency {
  const left = at - now;
  if (left <= 0) return 'ended';
  if (left <= 24 * hour) return 'today';
  return left <= 48 * hour ? 'soon' : 'plain';
}

/** The end of a reservation in words; one that MultiSafepay did not tell is called estimated. */
export function endWords(end: EndView): string {
  return end.estimated ? t('orders-ends-about', { when: when(end.at) }) : when(end.at);
}

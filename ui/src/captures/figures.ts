import type { CaptureView, MoneyView, OrderView } from '../generated/desk';
import { t } from '../lib/i18n.svelte';
import { money } from '../lib/money';
import { less, orderFigures, part, type Figures } from '../orders/figures';

/** The bar of an outcome: what is known of the order, from MultiSafepay's figures; none where it is not known. */
export function outcomeFigures(capture: CaptureView): Figures | null {
  if (capture.state === 'unclear' || capture.state === 'sending') return unclearFigures(capture);
  const { after, captured_before: captured, remaining_before: remaining } = capture;
  if (after !== null) return after.captured === null ? null : orderFigures(after, null, isWhole(after));
  if (captured === null || capture.state === 'captured') return null;
  return {
    parts: [
      part('captured', t('captures-captured-part'), captured, capture.authorised),
      ...left(remaining, capture),
    ],
    sentence: `${taken(captured, capture)} ${remaining === null ? '' : remains(remaining)}`,
  };
}

/** Whether captured and remaining make up all that was authorised: nothing was released and nothing has ended. */
function isWhole({ why_not: why }: OrderView): boolean {
  return why === null || why.why === 'already_captured';
}

function unclearFigures(capture: CaptureView): Figures | null {
  const { authorised, amount, captured_before: before, remaining_before: remaining } = capture;
  if (before === null) return null;
  const untouched = remaining === null ? null : less(remaining, amount);
  return {
    parts: [
      part('captured', t('captures-captured-part'), before, authorised),
      part('unclear', t('captures-unclear-part'), amount, authorised),
      ...(untouched === null || untouched.minor === 0 ? [] : left(untouched, capture)),
    ],
    sentence: `${taken(before, capture)} ${t('orders-bar-unclear', { amount: money(amount) })}`,
  };
}

function left(remaining: MoneyView | null, capture: CaptureView) {
  return remaining === null
    ? []
    : [part('open', t('captures-remaining-part'), remaining, capture.authorised)];
}

function taken(captured: MoneyView, capture: CaptureView): string {
  return t('orders-bar-captured', { captured: money(captured), authorised: money(capture.authorised) });
}

function remains(remaining: MoneyView): string {
  return remaining.minor === 0 ? t('orders-bar-none') : t('orders-bar-remains', { amount: money(remaining) });
}

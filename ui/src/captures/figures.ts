import type { CaptureView, MoneyView } from '../generated/desk';
import { t } from '../lib/i18n.svelte';
import { money } from '../lib/money';
import { less, part, type Figures } from '../orders/figures';

/** The bar of an outcome: what is known of the order, from MultiSafepay's figures; none where it is not known. */
export function outcomeFigures(capture: CaptureView): Figures | null {
  if (capture.state === 'unclear' || capture.state === 'sending') return unclearFigures(capture);
  const captured = capture.after?.captured ?? (landed(capture) ? null : capture.captured_before);
  const remaining = capture.after?.remaining ?? (landed(capture) ? null : capture.remaining_before);
  if (captured === null) return null;
  const open = capture.kind === 'release' && landed(capture) ? released(capture) : left(remaining, capture);
  return {
    parts: [part('captured', t('captures-captured-part'), captured, capture.authorised), ...open],
    sentence: `${taken(captured, capture)} ${remaining === null ? '' : remains(remaining)}`,
  };
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

function landed(capture: CaptureView): boolean {
  return capture.state === 'captured';
}

function released(capture: CaptureView) {
  return [part('open', t('captures-released-part'), capture.amount, capture.authorised)];
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

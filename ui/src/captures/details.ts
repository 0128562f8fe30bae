import type { CaptureView } from '../generated/desk';
import { t } from '../lib/i18n.svelte';
import { money } from '../lib/money';
import { when } from '../lib/time';
import { newest, timeline } from './events';
import { stateLook } from './state';

/** A capture as text for support: facts and times, no customer, no key. */
export function detailsOf(capture: CaptureView, version: string): string {
  const { order, reference, store_name: store } = capture;
  const amount = money(capture.amount);
  const refused = newest(capture, 'refused');
  const kind = capture.kind === 'release' ? 'captures-details-kind-release' : 'captures-details-kind-capture';
  return [
    `Capture Desk ${version}`,
    t(kind, { amount, order, store }),
    t('captures-details-state', { state: stateLook(capture.kind, capture.state).label }),
    `${t('captures-reference')}: ${reference}`,
    ...(capture.transaction === null ? [] : [`${t('captures-number')}: ${capture.transaction}`]),
    ...(refused === undefined ? [] : [`${t('captures-answer')}: ${answerOf(refused)}`]),
    t('captures-details-id', { id: capture.id }),
    ...(capture.events[0] === undefined ? [] : [when(capture.events[0].at)]),
    ...timeline(capture).map((event) => `${event.at}  ${event.text}`),
  ].join('\n');
}

function answerOf({
  status,
  code,
  info,
}: {
  status: number;
  code: number | null;
  info: string | null;
}): string {
  return [`HTTP ${String(status)}`, code === null ? '' : String(code), info ?? '']
    .filter((part) => part !== '')
    .join(', ');
}

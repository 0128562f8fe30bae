import type { CaptureView, EventView } from '../generated/desk';
import { t } from '../lib/i18n.svelte';
import { money } from '../lib/money';
import { clockSeconds, machineTime } from '../lib/time';
import type { Happened } from '../shared/Timeline.svelte';

/** One kind of event. */
export type EventOf<K extends EventView['event']> = Extract<EventView, { event: K }>;

/** The newest event of a kind. */
export function newest<K extends EventView['event']>(capture: CaptureView, kind: K): EventOf<K> | undefined {
  return capture.events.findLast((event): event is EventOf<K> => event.event === kind);
}

type Shown = Pick<Happened, 'icon' | 'text'> & { tone?: Happened['tone'] };

/** What happened, line by line, in the clerk's words. */
export function timeline(capture: CaptureView): Happened[] {
  return capture.events.flatMap((event, place) =>
    shown(capture, event).map(({ icon, text, tone }, line) => ({
      key: `${String(place)}.${String(line)}`,
      icon,
      text,
      at: clockSeconds(event.at),
      datetime: machineTime(event.at),
      ...(tone === undefined ? {} : { tone }),
    })),
  );
}

function shown(capture: CaptureView, event: EventView): Shown[] {
  switch (event.event) {
    case 'recorded':
      return [{ icon: 'journal', text: t('captures-event-recorded') }];
    case 'withdrawn':
      return [{ icon: 'undo', text: t(`captures-event-withdrawn-${event.because}`) }];
    case 'sent':
      return [{ icon: 'send', text: sentText(capture.reference, event.attempt) }];
    case 'not_sent':
      return [{ icon: 'x-circle', tone: 'bad', text: t(`captures-event-not-sent-${event.reason}`) }];
    case 'refused':
      return [{ icon: 'x-circle', tone: 'bad', text: t('captures-event-refused') }];
    case 'unclear':
      return [{ icon: 'question-circle', tone: 'warn', text: unclearText(event) }];
    case 'looked':
      return looked(capture, event);
    case 'captured':
      return [{ icon: 'check-circle', tone: 'good', text: capturedText(capture, event.found) }];
    case 'not_landed':
      return [{ icon: 'x-circle', tone: 'bad', text: t('captures-event-not-landed') }];
    case 'settled':
      return [
        {
          icon: 'pencil',
          text: t(event.landed ? 'captures-event-settled-landed' : 'captures-event-settled-not-landed'),
        },
      ];
  }
}

function sentText(reference: string, attempt: number): string {
  return attempt > 1
    ? t('captures-event-sent-again', { reference, attempt: String(attempt) })
    : t('captures-event-sent', { reference });
}

function unclearText({ reason }: EventOf<'unclear'>): string {
  return 'status' in reason
    ? t(`captures-event-unclear-${reason.why}`, { status: String(reason.status) })
    : t(`captures-event-unclear-${reason.why}`);
}

function capturedText(capture: CaptureView, found: boolean): string {
  if (!found) return t('captures-event-captured');
  return t(capture.kind === 'release' ? 'captures-event-found-release' : 'captures-event-found');
}

/** A look asks two questions: what the order shows, and whether our reference exists. */
function looked(capture: CaptureView, event: EventOf<'looked'>): Shown[] {
  const order: Shown = { icon: 'search', text: lookedAtOrder(capture, event) };
  if (capture.kind === 'release') return [order];
  return [order, { icon: 'search', text: lookedForReference(capture.reference, event.reference_found) }];
}

function lookedAtOrder(capture: CaptureView, { order_read, remaining }: EventOf<'looked'>): string {
  if (!order_read) return t('captures-event-looked-unread');
  if (remaining === null) return t('captures-event-looked-unknown');
  const still = remaining.minor === capture.remaining_before?.minor;
  return t(still ? 'captures-event-looked-still' : 'captures-event-looked-now', {
    remaining: money(remaining),
  });
}

function lookedForReference(reference: string, found: boolean | null): string {
  if (found === null) return t('captures-event-reference-unread', { reference });
  return t(found ? 'captures-event-reference-found' : 'captures-event-reference-absent', { reference });
}
